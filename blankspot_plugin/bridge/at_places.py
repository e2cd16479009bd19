# SPDX-License-Identifier: GPL-2.0-or-later
"""What do layers say at some places: which class of coverage, which level of a raster?"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsGeometry,
    QgsPointXY,
    QgsRasterLayer,
    QgsVectorLayer,
)

from ..core import definitions
from .polygons import single_parts
from .read import Notes, Polygons, read_polygons
from .records import village_at
from .survey import TIER_CELLULAR, declared_coverage

Places = Sequence["QgsPointXY | None"]
_DECLARED = "declared"


def coverage_at(
    layers: Sequence[QgsVectorLayer],
    places: Places,
    crs: QgsCoordinateReferenceSystem,
    context: QgsCoordinateTransformContext,
    cancelled: Callable[[], bool],
) -> tuple[list[str | None], list[str | None], Notes]:
    """Return the class of mobile coverage at each place: as computed, and as declared.

    Features whose field ``grp`` is ``declared`` are what operators declare; all others were
    computed. Where there is no feature of a kind at all its classes are None, and so they are
    at no place.

    Parameters
    ----------
    layers
        Polygons with the fields of COVERAGE_OUTPUT, as far as they have them.
    places, crs
        Places on a map.
    context, cancelled
        Of the run.

    Raises
    ------
    Cancelled
    """
    read, notes = [], Notes()
    for layer in layers:
        names = {name.lower(): name for name in layer.fields().names()}
        wanted = {word: names[word] for word in ("class", "tier", "grp") if word in names}
        there = QgsCoordinateTransform(layer.crs(), crs, context)
        polygons = read_polygons(layer, list(wanted.values()), there, cancelled)
        polygons.columns = {word: polygons.columns[name] for word, name in wanted.items()}
        read.append(polygons)
        notes.read += polygons.notes.read
        notes.repaired += polygons.notes.repaired
        notes.digest += polygons.notes.digest
    kinds = [[_of_kind(polygons, declared) for polygons in read] for declared in (False, True)]
    computed, declared = (_classes(kind, places) for kind in kinds)
    return computed, declared, notes


def _of_kind(polygons: Polygons, declared: bool) -> Polygons:
    groups = polygons.columns.get("grp", [None] * len(polygons.geometries))
    keep = [at for at, group in enumerate(groups) if (group == _DECLARED) is declared]
    return Polygons(
        [polygons.geometries[at] for at in keep],
        {name: [cells[at] for at in keep] for name, cells in polygons.columns.items()},
        polygons.notes,
    )


def _classes(read: Sequence[Polygons], places: Places) -> list[str | None]:
    if not any(polygons.geometries for polygons in read):
        return [None] * len(places)
    found = declared_coverage(read)
    covered = village_at(_parts(found.covered[TIER_CELLULAR]), places)
    weak = village_at(_parts(found.weak[TIER_CELLULAR]), places)
    return [
        None
        if place is None
        else definitions.COVERED
        if inside >= 0
        else definitions.WEAK
        if reached >= 0
        else definitions.BLANK
        for place, inside, reached in zip(places, covered, weak)
    ]


def _parts(polygons: Sequence[QgsGeometry]) -> list[QgsGeometry]:
    """Return polygons part by part: coverage is one multipolygon, and each place is in one part."""
    return [part for polygon in polygons for part in single_parts(polygon)]


def levels_at(
    raster: QgsRasterLayer,
    places: Places,
    crs: QgsCoordinateReferenceSystem,
    context: QgsCoordinateTransformContext,
) -> list[float | None]:
    """Return the value of a raster's first band at each place; None where it has none."""
    there = QgsCoordinateTransform(crs, raster.crs(), context)
    found: list[float | None] = []
    # Its own provider: the map may be drawing with the layer's.
    provider = raster.dataProvider().clone()
    for place in places:
        level, fine = math.nan, False
        if place is not None:
            try:
                level, fine = provider.sample(there.transform(place), 1)
            except QgsCsException:
                fine = False
        found.append(float(level) if fine and math.isfinite(level) else None)
    return found
