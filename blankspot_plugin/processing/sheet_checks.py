# SPDX-License-Identifier: GPL-2.0-or-later
"""Checks of a tower sheet before the run, and which of its fields hold the coordinates."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsFeatureSource,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsWkbTypes,
)

from ..bridge.sheet import sample
from ..core.aliases import KINDS
from ..core.coordinate_fields import guess_fields, holds_pairs
from ..core.technologies import technologies
from ..i18n import tr
from .checks import Checks
from .parameters import Keys

_LON, _LAT = "LON_FIELD", "LAT_FIELD"
_ALIASES = "ALIASES"
_WIDTH = 3


def has_points(source: QgsFeatureSource) -> bool:
    """Tell whether a source has points, and is no mere table."""
    kind = QgsWkbTypes.geometryType(source.wkbType())
    return kind == QgsWkbTypes.GeometryType.PointGeometry


def coordinate_fields(
    source: QgsFeatureSource, parameters: dict[str, Any]
) -> tuple[str, str] | None:
    """Return the fields of longitude and latitude; None where they can't be told.

    The same name twice is a field that holds both; two empty names are the geometry.
    """
    lon, lat = (str(parameters.get(key) or "") for key in (_LON, _LAT))
    if lon and lat:
        return lon, lat
    if lon or lat:
        alone = lon or lat
        return (alone, alone) if holds_pairs(sample(source).get(alone, ())) else None
    return ("", "") if has_points(source) else guess_fields(sample(source))


class SheetChecks(Checks):
    """Checks of one call of ``cleansites``; the first sentence found stands."""

    def sheet(self) -> None:
        """Check the sheet: it loads, has rows, and its coordinates are to be found."""
        key = Keys.INPUT
        if not self._there(key):
            return
        source = self._algorithm.parameterAsSource(self._parameters, key, self._context)
        if source is None:
            self._say(self._not_there(key))
            return
        kind = QgsWkbTypes.geometryType(source.wkbType())
        wrong = {
            QgsWkbTypes.GeometryType.LineGeometry: tr("lines"),
            QgsWkbTypes.GeometryType.PolygonGeometry: tr("polygons"),
        }
        if kind in wrong:
            self._say(
                tr(
                    "{input} holds {found}, but a table or points are due: choose another layer."
                ).format(input=self._label(key), found=wrong[kind])
            )
        elif source.featureCount() == 0:
            self._say(
                tr("{input} has no features: choose a layer that has some.").format(
                    input=self._label(key)
                )
            )
        for name in (
            _LON, _LAT, Keys.TECHNOLOGY_FIELD, Keys.OPERATOR_FIELD, "OWNER_FIELD", "HEIGHT_FIELD",
        ):  # fmt: skip
            self._field(name, source)
        if not self.sentence:
            self._coordinates(source)

    def _coordinates(self, source: QgsFeatureSource) -> None:
        found = coordinate_fields(source, self._parameters)
        if found == ("", "") and not source.sourceCrs().isValid():
            self._say(self._no_crs(self._label(Keys.INPUT)))
        if found is not None:
            return
        if self.given(_LON) or self.given(_LAT):
            have, lack = (_LON, _LAT) if self.given(_LON) else (_LAT, _LON)
            self._say(
                tr("{input} needs {other} as well: give both or none.").format(
                    input=self._label(have), other=self._label(lack)
                )
            )
            return
        self._say(
            tr(
                "{input}: no field looks like coordinates; choose {lon} and {lat} among {fields}."
            ).format(
                input=self._label(Keys.INPUT),
                lon=self._label(_LON),
                lat=self._label(_LAT),
                fields=", ".join(source.fields().names()),
            )
        )

    def technology(self, key: str) -> None:
        """Check that a technology assumed is one."""
        word = str(self._parameters.get(key) or "").strip()
        if word and not technologies(word):
            self._say(
                tr("{input}: “{value}” is no technology; give 4G, for example.").format(
                    input=self._label(key), value=word
                )
            )

    def aliases(self, key: str) -> None:
        """Check the table of further names."""
        if not self.given(key):
            return
        cells = alias_cells(self._algorithm, self._parameters, self._context)
        if len(cells) % _WIDTH:
            self._say(
                tr("{input}: give name, kind and spellings in every row.").format(
                    input=self._label(key)
                )
            )
            return
        for start in range(0, len(cells), _WIDTH):
            name, kind = (str(cell or "").strip() for cell in cells[start : start + 2])
            if name and kind and kind.lower() not in KINDS:
                self._say(
                    tr("{input}: “{value}” is no kind; write operator or owner.").format(
                        input=self._label(key), value=kind
                    )
                )


def alias_cells(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> list[Any]:
    """Return the cells of the table of names, flat, however its rows were given."""
    given = parameters.get(_ALIASES)
    rows = given if isinstance(given, (list, tuple)) else []
    if any(isinstance(row, (list, tuple)) for row in rows):
        return [cell for row in rows for cell in [*row, *[""] * (_WIDTH - len(row))]]
    return list(algorithm.parameterAsMatrix(parameters, _ALIASES, context)) if given else []


def alias_rows(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> list[list[Any]]:
    """Return the rows of the table of names."""
    cells = alias_cells(algorithm, parameters, context)
    return [cells[start : start + _WIDTH] for start in range(0, len(cells), _WIDTH)]
