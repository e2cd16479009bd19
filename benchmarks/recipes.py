# SPDX-License-Identifier: GPL-2.0-or-later
"""What one would do without the plugin: three recipes of QGIS, and reading and writing alone.

All buffer by ``map_radius``, as none of them knows the scale of the map.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from products import Row, layer, table, target, write
from qgis.core import QgsFeature, QgsGeometry, QgsProperty, QgsRectangle, QgsSpatialIndex


def native(data: Path, out: Path, segments: int, parts: bool = False) -> None:
    """Buffer and dissolve, then subtract; with `parts`, the dissolved parts singly.

    Parameters
    ----------
    data, out
        The set, and the GeoPackage to write.
    segments
        Chords a quarter circle.
    parts
        Whether to take the dissolved buffer apart and index it first.
    """
    import processing

    def run(name: str, **parameters: object) -> object:
        return processing.run(f"native:{name}", parameters)["OUTPUT"]

    overlay = run(
        "buffer", INPUT=table(data, "sites"), DISTANCE=QgsProperty.fromField("map_radius"),
        SEGMENTS=segments, DISSOLVE=True, OUTPUT="memory:",
    )  # fmt: skip
    if parts:
        overlay = run("multiparttosingleparts", INPUT=overlay, OUTPUT="memory:")
        processing.run("native:createspatialindex", {"INPUT": overlay})
    run(
        "difference", INPUT=table(data, "villages"), OVERLAY=overlay, OUTPUT=target(out, "gaps")
    )  # fmt: skip


def by_village(data: Path, out: Path, segments: int, with_table: bool) -> None:
    """Subtract from each village the union of those discs alone that reach it.

    Parameters
    ----------
    data, out
        The set, and the GeoPackage to write.
    segments
        Chords a quarter circle.
    with_table
        Whether the villages themselves are written too, with their figures.
    """
    index = QgsSpatialIndex()
    discs: dict[int, QgsGeometry] = {}
    for site in layer(data, "sites").getFeatures():
        disc = site.geometry().buffer(site["map_radius"], segments)
        discs[site.id()] = disc
        index.addFeature(site.id(), disc.boundingBox())
    villages = layer(data, "villages")
    kept: list[Row] = []

    def gaps() -> Iterator[Row]:
        for village in villages.getFeatures():
            whole = village.geometry()
            gap = _gap(whole, [discs[key] for key in index.intersects(whole.boundingBox())])
            blank = gap.area()
            row = [village["code"], village["name"], (whole.area() - blank) / 1e6, blank / 1e6]
            if with_table:
                kept.append((row, whole))
            if not gap.isEmpty():
                yield row, gap

    write(out, "gaps", villages, gaps())
    if with_table:
        write(out, "statistics", villages, kept)


def _gap(whole: QgsGeometry, discs: list[QgsGeometry]) -> QgsGeometry:
    # Of the discs whose box meets the village's box, many do not reach that box.
    box = QgsGeometry.fromRect(QgsRectangle(whole.boundingBox()))
    near = [disc for disc in discs if disc.intersects(box)] if len(discs) > 8 else discs
    return whole.difference(QgsGeometry.unaryUnion(near)) if near else whole


def reading_and_writing(data: Path, out: Path, with_table: bool) -> None:
    """Read the set; write the villages as if they were the gaps, and as the table.

    Parameters
    ----------
    data, out
        The set, and the GeoPackage to write.
    with_table
        Whether they are written twice.
    """
    sites = [
        (site.geometry().asPoint(), site["radius"]) for site in layer(data, "sites").getFeatures()
    ]
    villages = layer(data, "villages")
    rows = [(_floor_row(village), village.geometry()) for village in villages.getFeatures()]
    if not sites:
        raise RuntimeError("the set has no sites")
    write(out, "gaps", villages, rows)
    if with_table:
        write(out, "statistics", villages, rows)


def _floor_row(village: QgsFeature) -> list[object]:
    return [village["code"], village["name"], 0.0, 0.0]
