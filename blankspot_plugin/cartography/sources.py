# SPDX-License-Identifier: GPL-2.0-or-later
"""Where the data came from, as a sheet and a layer's abstract say it."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.core import QgsMapLayer
from qgis.PyQt.QtCore import QDateTime, Qt

from ..bridge.provenance import Provenance, sources_of
from ..i18n import locale, number_text, tr


def sentence(source: Provenance) -> str:
    """Say for people where a layer came from, when, and how much of it."""
    total = tr("unknown") if source.announced is None else number_text(source.announced)
    time = QDateTime.fromString(source.time, Qt.DateFormat.ISODate).toUTC()
    words = tr("{layer} from {url}, {time} UTC: {received} of {announced} features.")
    if not source.url:
        words = tr("{layer}, open in QGIS, {time} UTC: {received} features.")
    text = words.format(
        layer=source.layer,
        url=source.url,
        time=locale().toString(time, "d MMM yyyy HH:mm"),
        received=number_text(source.received),
        announced=total,
    )
    for technology, number in source.assumed.items():
        text += " " + tr(
            "{n} towers without a technology were assumed to have {technology}."
        ).format(n=number_text(number), technology=technology)
    if source.unproven:
        text += " " + tr("Perhaps not all of them.")
    if source.incomplete:
        text = tr("INCOMPLETE: {text}").format(text=text)
    return text


def source_text(layers: Iterable[QgsMapLayer], given: str = "") -> str:
    """Return the sources of layers for a sheet, a line each.

    Parameters
    ----------
    layers
        Pulled, or made from what was pulled.
    given
        What the officer would have printed; then only what must not be left unsaid follows.
    """
    sources = sources_of(layers)
    if given.strip():
        sources = tuple(
            source for source in sources if source.incomplete or source.unproven or source.assumed
        )
    lines = [sentence(source) for source in sources]
    return "\n".join([given.strip(), *lines] if given.strip() else lines)


def _must_be_said(source: Provenance) -> bool:
    return source.incomplete or source.unproven or bool(source.assumed)
