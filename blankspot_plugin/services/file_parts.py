# SPDX-License-Identifier: GPL-2.0-or-later
"""The layers inside one file, and how each is handed on."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path

from ..core import errors
from . import answers, geojson_file, geopackage, kml, mapped_json, spreadsheets, tables
from .model import LON_LAT, LayerInfo, Page

# What belongs to a file of several, by the ending of the one that is named.
_SIBLINGS = {
    "shp": {".shp", ".shx", ".dbf", ".prj", ".cpg", ".qix", ".qpj"},
    "tab": {".tab", ".dat", ".map", ".id", ".ind", ".cpg"},
    "mif": {".mif", ".mid"},
}
# Without these there is nothing to read. (OGR makes a missing .shx anew.)
_NEEDED: dict[str, set[str]] = {"shp": {".dbf"}, "tab": {".dat"}, "mif": set()}
MEMBERS = frozenset({
    ".shp", ".shx", ".dbf", ".prj", ".cpg", ".qix", ".qpj", ".tab", ".dat", ".map", ".id", ".ind",
    ".mif", ".mid", ".gpkg", ".geojson", ".json", ".csv", ".tsv", ".txt", ".xlsx", ".xls", ".ods",
    ".kml", ".kmz",
})  # fmt: skip


@dataclass(frozen=True)
class Part:
    """A file that needs no more unpacking.

    Parameters
    ----------
    path
        Where it lies.
    kind
        A word of :mod:`.file_kinds`.
    name
        What a layer that is the whole file is called.
    url
        Where it came from, for errors.
    """

    path: Path
    kind: str
    name: str
    url: str

    def layers(self, folder: Path) -> list[LayerInfo]:
        """Return the layers inside; a folder for what has to be written on the way."""
        if self.kind == "gpkg":
            return geopackage.layers(self.path, self.url)
        if self.kind in ("xlsx", "ods"):
            sheets = spreadsheets.sheets(self.path, self.kind, self.url)
            return [LayerInfo(sheet, sheet, geometry="table") for sheet in sheets]
        if self.kind == "csv":
            rows = tables.count(self.path)
            return [LayerInfo(self.name, self.name, geometry="table", count=rows)]
        if self.kind == "xls":
            return [LayerInfo(self.name, self.name, geometry="table")]
        if self.kind in ("kml", "kmz"):
            held = kml.unfold(self.path, folder / "placemarks.geojson", self.url)
            return [self._info(LON_LAT, held.bounds, held.geometry, held.page.count)]
        if self.kind == "json":
            found = geojson_file.look(self.path, self.url)
            return [self._info("", found.bounds, found.geometry, found.count)]
        _siblings(self)
        return [LayerInfo(self.name, self.name)]

    def names(self) -> list[str]:
        """Return the names of the layers, without looking at what is in them."""
        if self.kind == "gpkg":
            return [layer.name for layer in geopackage.layers(self.path, self.url)]
        if self.kind in ("xlsx", "ods"):
            return spreadsheets.sheets(self.path, self.kind, self.url)
        return [self.name]

    def count(self, layer: str) -> int | None:
        """Return the number of rows where the file tells without a reader of geometry."""
        if self.kind == "gpkg":
            return geopackage.count(self.path, layer, self.url)
        return tables.count(self.path) if self.kind == "csv" else None

    def page(self, layer: str, folder: Path) -> Page:
        """Return a layer as a page of its own in the folder; the officer's file stays his."""
        if self.kind == "csv":
            return tables.rewrite(self.path, folder / "table.csv")
        if self.kind in ("kml", "kmz"):
            return kml.unfold(self.path, folder / "placemarks.geojson", self.url).page
        if self.kind == "json":
            return self._json(folder)
        if self.kind == "gpkg":
            target = folder / "layers.gpkg"
            geopackage.copy(self.path, target, self.url)
            rows = geopackage.count(target, layer, self.url)
            return Page(target, "gpkg", rows, layer=layer)
        if self.kind in _SIBLINGS:
            for sibling in _siblings(self):
                # MapInfo and shapefiles find each other by their names, to the letter on Linux.
                shutil.copyfile(sibling, folder / f"shapes{sibling.suffix.lower()}")
            return Page(folder / f"shapes.{self.kind}", self.kind)
        target = folder / f"sheets.{self.kind}"
        shutil.copyfile(self.path, target)
        return Page(target, self.kind, layer="" if self.kind == "xls" else layer)

    def answers_in_pages(self) -> bool:
        """Tell whether this is the answer of a program: an object around a list of records."""
        if self.kind != "json":
            return False
        found = geojson_file.look(self.path, self.url)
        return found.kind == "records" and isinstance(found.body, dict)

    def _info(self, crs: str, bounds: object, geometry: str, count: int | None) -> LayerInfo:
        known = bounds if isinstance(bounds, tuple) else None
        return LayerInfo(
            self.name, self.name, crs=crs, bounds=known, geometry=geometry, count=count
        )

    def _json(self, folder: Path) -> Page:
        found = geojson_file.look(self.path, self.url)
        if found.kind == "records":
            records = mapped_json.records_of(found.body, {}, self.url)
            return mapped_json.write(records, {}, folder / "records.geojson")
        target = folder / f"features.{found.kind}"
        if found.body is not None:
            target.write_text(json.dumps(found.body, ensure_ascii=False), encoding="utf-8")
        elif found.count is None:
            shutil.copyfile(self.path, target)
        else:
            # GDAL reads no UTF-16 and takes windows-1252 for broken UTF-8.
            target.write_bytes(answers.text_of(self.path.read_bytes()).encode())
        return Page(target, found.kind, found.count, shapes=found.shapes)


def _siblings(part: Part) -> list[Path]:
    """Return the files that belong together.

    Raises
    ------
    AnswerCut
        If one is missing that nobody can do without.
    """
    stem = part.path.stem.casefold()
    found = {
        path.suffix.lower(): path
        for path in sorted(part.path.parent.iterdir())
        if path.stem.casefold() == stem and path.suffix.lower() in _SIBLINGS[part.kind]
    }
    missing = _NEEDED[part.kind] - found.keys()
    if missing:
        raise errors.AnswerCut(part.url, ", ".join(sorted(missing)))
    return list(found.values())
