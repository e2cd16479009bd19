# SPDX-License-Identifier: GPL-2.0-or-later
"""What the office set once for all projects, in QGIS's own settings under ``blankspot/``."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, replace
from typing import Any, NamedTuple

from qgis.core import Qgis, QgsMessageLog, QgsSettings

from ..core.errors import BadConnections
from ..i18n import tr
from ..services.connections import Saved, as_record, from_record

_GROUP = "blankspot"
VILLAGE_WORDS = ("desa/kelurahan", "kampung")


class Signatory(NamedTuple):
    """Who signs a sheet, or has it signed: position, name, rank and number (NIP)."""

    position: str = ""
    name: str = ""
    rank: str = ""
    nip: str = ""


@dataclass(frozen=True)
class Settings:
    """The office's settings.

    Parameters
    ----------
    office, regency, address
        As the letterhead says them.
    logo
        Path of an image, '' for none.
    village_word
        What a village is called here: one of :data:`VILLAGE_WORDS`, or another word.
    signatories
        In the order they sign.
    radii
        Flat cells as :func:`~blankspot_plugin.core.technologies.radii_table` reads them;
        () for the plugin's own.
    workspace_folder
        Where pulls are kept; '' for beside the project.
    connections
        The officer's own. The ids of their logins are kept, the logins are QGIS's.
    first_start_seen
        Whether the first page has been shown.
    """

    office: str = ""
    regency: str = ""
    address: str = ""
    logo: str = ""
    village_word: str = VILLAGE_WORDS[0]
    signatories: tuple[Signatory, ...] = ()
    radii: tuple[str, ...] = ()
    workspace_folder: str = ""
    connections: tuple[Saved, ...] = ()
    first_start_seen: bool = False


def changed(settings: Settings, **values: Any) -> Settings:
    """Return settings with some of them changed."""
    return replace(settings, **values)


def read() -> Settings:
    """Return what is set, and the defaults for all else.

    An entry that can't be understood, for somebody edited it or an older plugin wrote it, is
    logged and counts as not set.
    """
    stored, defaults = QgsSettings(), Settings()
    found: dict[str, Any] = {}
    for each in fields(Settings):
        raw = stored.value(f"{_GROUP}/{each.name}", None)
        if raw is None:
            continue
        try:
            found[each.name] = _READERS.get(each.name, str)(raw)
        except (BadConnections, TypeError, ValueError) as error:
            QgsMessageLog.logMessage(
                tr("The setting {name} cannot be read ({reason}) and counts as not set.").format(
                    name=f"{_GROUP}/{each.name}", reason=error
                ),
                tr("Blank Spot"),
                Qgis.MessageLevel.Warning,
            )
    found["village_word"] = found.get("village_word") or defaults.village_word
    return Settings(**found)


def write(settings: Settings) -> None:
    """Keep settings for every project of this profile."""
    stored = QgsSettings()
    for each in fields(Settings):
        value = getattr(settings, each.name)
        stored.setValue(f"{_GROUP}/{each.name}", _WRITERS.get(each.name, str.strip)(value))


def _list(raw: object, kind: type) -> list[Any]:
    found = json.loads(str(raw) or "[]")
    if not (isinstance(found, list) and all(isinstance(each, kind) for each in found)):
        raise ValueError(str(raw)[:40])
    return found


def _signatories(raw: object) -> tuple[Signatory, ...]:
    return tuple(Signatory(*(str(cell) for cell in row)) for row in _list(raw, list))


def _radii(raw: object) -> tuple[str, ...]:
    return tuple(_list(raw, str))


def _connections(raw: object) -> tuple[Saved, ...]:
    return tuple(from_record(each, f"[{n}]") for n, each in enumerate(_list(raw, dict)))


def _yes(raw: object) -> bool:
    # An INI file keeps words.
    return str(raw).lower() in ("true", "1")


def _json(rows: Iterable[Any]) -> str:
    return json.dumps(list(rows), ensure_ascii=False)


_READERS: dict[str, Callable[[Any], Any]] = {
    "signatories": _signatories,
    "radii": _radii,
    "connections": _connections,
    "first_start_seen": _yes,
}
_WRITERS: dict[str, Callable[[Any], Any]] = {
    "signatories": _json,
    "radii": _json,
    "connections": lambda saved: _json(as_record(each) for each in saved),
    "first_start_seen": bool,
}
