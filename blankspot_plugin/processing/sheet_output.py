# SPDX-License-Identifier: GPL-2.0-or-later
"""A cleaned tower sheet: what became of its rows, as layers and in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFields,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingFeedback,
    QgsWkbTypes,
)

from ..bridge import fields
from ..bridge.ground import AreasGround
from ..bridge.plane import lonlat_crs, transform_points
from ..bridge.provenance import opened
from ..bridge.sheet import Sheet
from ..bridge.survey import Survey
from ..cartography.styling import style_layer
from ..core import placing, sites
from ..core.aliases import aliases
from ..core.arrays import Floats
from ..core.coordinates import is_missing
from ..core.placing import Placed
from ..core.sites import Attributes
from ..i18n import number_text, tr
from .inputs import Inputs
from .parameters import Keys
from .writing import Row, Writer

_OURS = (
    ("technology", fields.TEXT), ("operator", fields.TEXT), ("owner", fields.TEXT),
    ("height_m", fields.REAL), ("issue", fields.TEXT), ("original", fields.TEXT),
)  # fmt: skip
_REJECTED = (("reason", fields.TEXT), ("why", fields.TEXT), ("original", fields.TEXT))
_AT_MOST = 10


@dataclass
class Cleaned:
    """What became of the rows of a sheet.

    Attributes
    ----------
    sheet, placed, attributes
        The rows, where they stand and what they say.
    xy : (n, 2) float
        Where they stand, in the CRS of the output.
    issues
        For each row the words of `issue`.
    assumed
        The technology assumed, '' for none.
    """

    sheet: Sheet
    placed: Placed
    attributes: Attributes
    xy: Floats
    issues: list[tuple[str, ...]]
    assumed: str

    @property
    def kept(self) -> list[int]:
        """The rows that stand somewhere."""
        return [row for row, reason in enumerate(self.placed.reason) if not reason]

    @property
    def repaired(self) -> int:
        """How many rows had something read into their coordinates."""
        return int(self.placed.repaired.sum())

    @property
    def rejected(self) -> int:
        """How many rows stand nowhere."""
        return len(self.sheet) - len(self.kept)

    @property
    def clean(self) -> int:
        """How many rows stand where their coordinates say as they are."""
        return len(self.kept) - self.repaired

    @property
    def taken_for_granted(self) -> int:
        """How many rows took the technology that was assumed."""
        return int(self.attributes.assumed[self.kept].sum())

    def sentence(self) -> str:
        """Return the result in one paragraph."""
        said = tr(
            "{n} rows: {clean} kept as they are, {repaired} repaired, {rejected} rejected."
        ).format(
            n=number_text(len(self.sheet)),
            clean=number_text(self.clean),
            repaired=number_text(self.repaired),
            rejected=number_text(self.rejected),
        )
        issues = Counter(word for row in self.kept for word in self.issues[row])
        if issues:
            said += " " + tr("Marked in the field issue: {words}.").format(words=_counts(issues))
        reasons = Counter(reason for reason in self.placed.reason if reason)
        if reasons:
            said += " " + tr("Rejected: {words}.").format(words=_counts(reasons))
        if self.taken_for_granted:
            said += " " + tr(
                "{n} towers without a technology were assumed to have {technology}."
            ).format(n=number_text(self.taken_for_granted), technology=self.assumed)
        return said

    def sources(self, name: str) -> tuple[dict[str, object], ...]:
        """Return where the sheet came from, with what was taken for granted since."""
        sources, count = self.sheet.notes.sources, self.taken_for_granted
        if not count:
            return sources
        sources = sources or (opened(name, len(self.sheet)).as_dict(),)
        return tuple({**source, "assumed": {self.assumed: count}} for source in sources)

    def tell(self, lon_field: str, lat_field: str, feedback: QgsProcessingFeedback) -> None:
        """Log where coordinates were taken from, and what was not understood."""
        if lon_field and lon_field == lat_field:
            feedback.pushInfo(tr("Coordinates from the field {field}.").format(field=lon_field))
        elif lon_field:
            feedback.pushInfo(
                tr("Coordinates from the fields {lon} (longitude) and {lat} (latitude).").format(
                    lon=lon_field, lat=lat_field
                )
            )
        made = self.attributes
        if made.owners_among_operators:
            feedback.pushInfo(
                tr("Cells of the operator field that name an owner of towers: {n}.").format(
                    n=made.owners_among_operators
                )
            )
        for words, text in (
            (made.unknown, tr("Operators and owners not known, kept as written: {words}.")),
            (made.odd_technologies, tr("Technologies not understood, kept as written: {words}.")),
            (made.odd_heights, tr("Heights not understood, left empty: {words}.")),
        ):
            told = +words
            if told:
                feedback.pushWarning(text.format(words=_counts(told)))
        if not self.kept:
            feedback.pushWarning(tr("No row could be placed: are these the areas of this sheet?"))


def _counts(words: Counter[str]) -> str:
    told = ", ".join(f"{word} ({n})" for word, n in words.most_common(_AT_MOST))
    return told + ("…" if len(words) > _AT_MOST else "")


def clean(
    inputs: Inputs,
    sheet: Sheet,
    names: QgsFields,
    crs: QgsCoordinateReferenceSystem,
    alias_rows: Sequence[Sequence[Any]],
) -> Cleaned:
    """Place the rows of a sheet and read what they say; nothing is written."""
    feedback = inputs.feedback
    areas = inputs.areas()
    survey = Survey(
        areas, inputs.context.transformContext(), feedback.isCanceled, feedback.setProgress
    )
    inputs.noted(Keys.AREAS, areas.notes)
    ground = AreasGround(survey.villages, survey.plane, crs, feedback.isCanceled)
    reach = inputs.number("NEIGHBOUR_DISTANCE")
    placed = placing.place(sheet.x, sheet.y, ground, reach, feedback.isCanceled)
    for row, reason in enumerate(placed.reason):
        if reason == placing.MISSING and all(map(is_missing, map(fields.value, sheet.rows[row]))):
            placed.reason[row] = placing.EMPTY

    def column(key: str) -> list[object] | None:
        name = inputs.text(key)
        return sheet.column(names.lookupField(name)) if name else None

    assumed = sites.technology_text(inputs.text("ASSUMED_TECHNOLOGY")) or ""
    attributes = sites.attributes(
        len(sheet),
        column(Keys.TECHNOLOGY_FIELD),
        column(Keys.OPERATOR_FIELD),
        column("OWNER_FIELD"),
        column("HEIGHT_FIELD"),
        aliases(alias_rows),
        assumed,
    )
    xy = _in_crs(placed, crs, inputs)
    issues = _issues(sheet, names, placed, attributes)
    return Cleaned(sheet, placed, attributes, xy, issues, assumed)


def _in_crs(placed: Placed, crs: QgsCoordinateReferenceSystem, inputs: Inputs) -> Floats:
    """Return places in the CRS of the output; what was given right stays to the last digit."""
    xy: Floats = np.stack([placed.x, placed.y], axis=1)
    moved = np.flatnonzero(np.isnan(placed.x) & np.isfinite(placed.lon))
    there = QgsCoordinateTransform(lonlat_crs(), crs, inputs.context.transformContext())
    if len(moved):
        x, y = transform_points(placed.lon[moved], placed.lat[moved], there)
        xy[moved, 0], xy[moved, 1] = x, y
    return xy


def _issues(
    sheet: Sheet, names: QgsFields, placed: Placed, attributes: Attributes
) -> list[tuple[str, ...]]:
    said = [
        place
        for place, name in enumerate(names.names())
        if not sites.is_running_number(name)
    ]  # fmt: skip
    texts = [repr([str(fields.value(row[place])) for place in said]) for row in sheet.rows]
    # Metres of a projection are not rounded to degrees, however they turn out.
    metres = np.array([placing.PROJECTED in words for words in placed.words], dtype=bool)
    coarse = sites.coarse(np.where(metres, np.nan, placed.lon), placed.lat)
    again = sites.duplicates(placed.lon, placed.lat, texts)
    issues = []
    for row, words in enumerate(placed.words):
        more = (
            (sites.COARSE, coarse),
            (sites.DUPLICATE, again),
            (sites.ASSUMED, attributes.assumed),
        )
        issues.append((*words, *(word for word, which in more if which[row])))
    return issues


def _towers(cleaned: Cleaned) -> Iterator[Row]:
    made, placed = cleaned.attributes, cleaned.placed
    for row in cleaned.kept:
        cells = (
            made.technology[row],
            made.operator[row],
            made.owner[row],
            made.height[row],
            ", ".join(cleaned.issues[row]) or None,
            cleaned.sheet.texts[row] if placed.repaired[row] else None,
            *cleaned.sheet.rows[row],
        )
        yield cells, QgsGeometry.fromPointXY(QgsPointXY(*cleaned.xy[row]))


def _rejected(cleaned: Cleaned) -> Iterator[Row]:
    sentences = reasons()
    for row, reason in enumerate(cleaned.placed.reason):
        if reason:
            text = cleaned.sheet.texts[row]
            original = text if text.strip(" |") else None
            yield (reason, sentences[reason], original, *cleaned.sheet.rows[row]), None


def write_sheet(
    writer: Writer, cleaned: Cleaned, theirs: QgsFields, crs: QgsCoordinateReferenceSystem
) -> None:
    """Write the towers, and the rows that stand nowhere with the reason."""
    writer.write(
        Keys.OUTPUT,
        fields.beside_ours(theirs, fields.fields(_OURS)),
        QgsWkbTypes.Type.Point,
        crs,
        _towers(cleaned),
        lambda layer: style_layer(layer, "sites"),
    )
    writer.write(
        "REJECTED",
        fields.beside_ours(theirs, fields.fields(_REJECTED)),
        QgsWkbTypes.Type.NoGeometry,
        QgsCoordinateReferenceSystem(),
        _rejected(cleaned),
        None,
    )


def reasons() -> dict[str, str]:
    """Return the sentence for each reason, in the language of QGIS."""
    return {
        placing.EMPTY: tr("The row is empty."),
        placing.MISSING: tr("A coordinate is missing."),
        placing.ZERO: tr("A coordinate is zero, which stands for one that is missing."),
        placing.UNREADABLE: tr("A coordinate can't be read as a number or as degrees."),
        placing.OUTSIDE: tr(
            "The place lies outside the areas and beyond the distance to neighbours, and nothing "
            "shows that another is meant."
        ),
        placing.NO_READING: tr(
            "The coordinates are no place on the globe, and no reading of them lies in the areas."
        ),
        placing.AMBIGUOUS: tr(
            "Several readings of the coordinates are as likely, at different places."
        ),
    }
