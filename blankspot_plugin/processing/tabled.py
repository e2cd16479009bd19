# SPDX-License-Identifier: GPL-2.0-or-later
"""Inputs that are tables of people's making: fields found by name, rows joined to villages."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from qgis.core import (
    QgsCoordinateTransform,
    QgsFeatureSource,
    QgsGeometry,
    QgsRasterLayer,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..bridge.records import Records, read_records, village_at
from ..core import issues
from ..core.codes import code_text, normalised_code
from ..core.dates import parse_date
from ..core.issues import Issue
from ..core.known_fields import known_field
from ..core.technologies import parse_number
from ..i18n import tr
from .inputs import Inputs
from .issues import tell_issues


class TableInputs(Inputs):
    """Reads tables and points with the fields they are known to have; collects what is wrong."""

    def __init__(self, *call: Any) -> None:
        super().__init__(*call)
        # All that is wrong with rows, in the order it was found.
        self.found: list[Issue] = []

    def field_of(self, key: str, layer_key: str, known: str = "") -> str:
        """Return the field that was given, else the one known by its name, '' for none."""
        return self.text(key) or known_field(known or key, self.field_names(layer_key))

    def records(
        self, key: str, field_keys: dict[str, str], onto_map: QgsCoordinateTransform | None
    ) -> Records:
        """Return the rows of a table.

        Parameters
        ----------
        key
            Of the table.
        field_keys
            What each column is known as, by the key of the parameter that may name it.
        onto_map
            Where its points are wanted.
        """
        names = {wanted: self.field_of(wanted, key, known) for wanted, known in field_keys.items()}
        guessed = [name for wanted, name in names.items() if name and not self.text(wanted)]
        label = self._algorithm.parameterDefinition(key).description()
        if guessed:
            self.feedback.pushInfo(
                tr("{layer}: fields taken by their name: {fields}.").format(
                    layer=label, fields=", ".join(guessed)
                )
            )
        records = read_records(self._source(key), names, onto_map, self.feedback.isCanceled)
        self._took(key, records.notes)
        return records

    def label(self, key: str) -> str:
        """Return what a parameter is called."""
        return self._algorithm.parameterDefinition(key).description()

    def source_of(self, key: str) -> QgsFeatureSource:
        """Return a layer as it is given."""
        return self._source(key)

    def layers(self, key: str) -> list[QgsVectorLayer]:
        """Return the layers of a list, none where it was not given."""
        if not self.given(key):
            return []
        return self._algorithm.parameterAsLayerList(self.parameters, key, self.context)

    def raster(self, key: str) -> QgsRasterLayer:
        """Return a raster."""
        return self._algorithm.parameterAsRasterLayer(self.parameters, key, self.context)

    def wrong(self, key: str, row: str, word: str, value: object = "") -> None:
        """Remember that something is wrong with a row."""
        text = "" if value is None else str(value)
        self.found.append(Issue(key, row, word, text))

    def days(self, key: str, rows: Sequence[str], cells: Sequence[object]) -> list[date | None]:
        """Return cells as days; what is none is an issue."""
        return [self._day(key, row, cell) for row, cell in zip(rows, cells)]

    def _day(self, key: str, row: str, cell: object) -> date | None:
        try:
            return parse_date(cell)
        except ValueError:
            self.wrong(key, row, issues.DATE, cell)
            return None

    def numbers(self, key: str, rows: Sequence[str], cells: Sequence[object]) -> list[float | None]:
        """Return cells as numbers; what is none is an issue."""
        return [self._number(key, row, cell) for row, cell in zip(rows, cells)]

    def _number(self, key: str, row: str, cell: object) -> float | None:
        text = cell.strip().replace(",", ".") if isinstance(cell, str) else cell
        try:
            return parse_number(text)
        except (TypeError, ValueError):
            self.wrong(key, row, issues.NUMBER, cell)
            return None

    def row_names(self, records: Records, key: str) -> list[str]:
        """Return what rows are called: their id, else their number."""
        ids = (code_text(cell) for cell in records.columns[key])
        return [name or f"#{number}" for name, number in zip(ids, records.ids)]

    def villages_of(
        self,
        key: str,
        rows: Sequence[str],
        records: Records,
        codes: Sequence[str],
        villages: tuple[Sequence[str], Sequence[QgsGeometry]],
    ) -> list[int]:
        """Return the village of each row: by code, else by where it lies, else -1.

        Parameters
        ----------
        key
            Of the table.
        rows
            What they are called.
        records, codes
            The rows and their village codes.
        villages
            Codes and polygons of the villages, on the map the places are on.
        """
        known, polygons = villages
        by_code = {normalised_code(code): at for at, code in enumerate(known) if code}
        lying = village_at(polygons, records.places)
        found = []
        for row, code, place, at in zip(rows, codes, records.places, lying):
            told = by_code.get(normalised_code(code)) if code else None
            if code and told is None:
                self.wrong(key, row, issues.UNKNOWN_VILLAGE, code)
            elif told is not None and at not in (told, -1):
                self.wrong(key, row, issues.ELSEWHERE, f"{code} / {known[at]}")
            elif told is None and at < 0:
                self.wrong(key, row, issues.NO_PLACE if place is None else issues.OUTSIDE)
            found.append(at if told is None else told)
        return found

    def tell(self) -> None:
        """Log what is wrong."""
        labels = {
            part.name(): part.description() for part in self._algorithm.parameterDefinitions()
        }
        tell_issues(self.found, labels, self.feedback)


def is_spatial(source: QgsFeatureSource) -> bool:
    """Tell whether a source has geometries."""
    return source.wkbType() != QgsWkbTypes.Type.NoGeometry
