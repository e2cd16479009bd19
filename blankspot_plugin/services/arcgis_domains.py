# SPDX-License-Identifier: GPL-2.0-or-later
"""What the codes of an ArcGIS layer stand for: a column of names beside each column of codes.

ArcGIS stores 1 and shows Telkomsel. The code stays as it came, for others join by it; the name
stands beside it in ``<column>_name``, where every program and every format can read it. A layer
with subtypes may read one code in several ways, by the subtype of the row.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Json = Mapping[str, Any]
# From a code, as text, to its name.
Names = dict[str, str]
_ENDING = "_name"


@dataclass(frozen=True)
class Domains:
    """The coded values of a layer.

    Parameters
    ----------
    columns
        The columns of names by the columns of codes.
    """

    columns: Mapping[str, str]
    _names: Mapping[str, Names]
    _subtype: str
    _of_subtype: Mapping[str, Mapping[str, Names]]

    def told(self, cells: Json) -> dict[str, str | None]:
        """Return the names of a row's codes by their columns; None for a code without a name."""
        own = self._of_subtype.get(_plain(cells.get(self._subtype)), {})
        return {
            column: {**self._names.get(name, {}), **own.get(name, {})}.get(_plain(cells[name]))
            for name, column in self.columns.items()
            if name in cells
        }

    def name(self, body: dict[str, Any], features: Iterable[Json], values: str) -> None:
        """Put the names beside the codes of an answer.

        Parameters
        ----------
        body
            The answer, with ``fields`` where it describes them.
        features
            Of the answer.
        values
            Where a feature has its values: ``properties`` or ``attributes``.
        """
        if not self.columns:
            return
        for feature in features:
            cells = feature.get(values) or {}
            cells.update(self.told(cells))
        described = body.get("fields")
        if isinstance(described, list):
            there = {each.get("name") for each in described}
            described += [
                {"name": column, "type": "esriFieldTypeString", "alias": column}
                for name, column in self.columns.items()
                if name in there
            ]


def of(description: Json) -> Domains:
    """Return the coded values that a layer's description tells of."""
    fields = [field for field in description.get("fields") or () if field.get("name")]
    names = {str(field["name"]): _coded(field.get("domain")) for field in fields}
    subtype = str(description.get("subtypeField") or description.get("typeIdField") or "")
    kinds = {_plain(code): told for code, told in _subtypes(description)}
    if kinds:
        stored = next((name for name in names if name.lower() == subtype.lower()), "")
        named = {code: str(told.get("name") or "") for code, told in kinds.items()}
        names[stored] = {**names.get(stored, {}), **named}
        subtype = stored
    of_subtype = {
        code: {name: _coded(each) for name, each in (told.get("domains") or {}).items()}
        for code, told in kinds.items()
    }
    known = {name for name, told in names.items() if told}
    known |= {name for told in of_subtype.values() for name, each in told.items() if each}
    return Domains(_columns(list(names), known), names, subtype, of_subtype)


def _coded(domain: Any) -> Names:
    """Return the names of a domain of coded values; {} for a range, or where they say nothing."""
    values = domain.get("codedValues") if isinstance(domain, Mapping) else None
    found = {_plain(each.get("code")): str(each.get("name") or "") for each in values or ()}
    return found if any(code != name for code, name in found.items()) else {}


def _subtypes(description: Json) -> Iterator[tuple[Any, Json]]:
    for key, code in (("subtypes", "code"), ("types", "id")):
        for told in description.get(key) or ():
            yield told.get(code), told


def _columns(fields: list[str], coded: set[str]) -> dict[str, str]:
    taken = {name.lower() for name in fields}
    columns = {}
    for name in filter(coded.__contains__, fields):
        column, number = f"{name}{_ENDING}", 2
        while column.lower() in taken:
            column, number = f"{name}{_ENDING}_{number}", number + 1
        taken.add(column.lower())
        columns[name] = column
    return columns


def _plain(code: Any) -> str:
    """Return a code as text, the same for 1 and 1.0."""
    return str(int(code) if isinstance(code, float) and code.is_integer() else code)
