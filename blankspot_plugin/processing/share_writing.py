# SPDX-License-Identifier: GPL-2.0-or-later
"""The folder that ``share`` writes: data, indicators and what they mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsVectorLayer

from ..bridge import fields, outputs, share_files
from ..bridge import settings as office_settings
from ..bridge.manifest import manifest
from ..bridge.outputs import manifest_of
from ..bridge.provenance import sources_of
from ..bridge.records import read_records
from ..bridge.share_files import Shared
from ..bridge.whole_folder import whole_folder
from ..cartography.sources import sentence as source_sentence
from ..core import indicators as core_indicators
from ..core import issues, personal
from ..core.codes import code_text
from ..core.errors import Cancelled
from ..core.indicators import Indicator
from ..i18n import number_text, tr
from .field_meanings import Meaning, meanings
from .share import ShareAlgorithm as Key
from .share_checks import MEANING_FIELDS, dataset_names
from .tabled import TableInputs
from .writing import warn_unfinished

_TEXT, _WHOLE, _REAL = fields.TEXT, fields.WHOLE, fields.REAL
_METADATA = (
    ("dataset", _TEXT), ("field", _TEXT), ("konsep", _TEXT), ("definisi", _TEXT),
    ("klasifikasi", _TEXT), ("ukuran", _TEXT), ("satuan", _TEXT), ("formula", _TEXT),
    ("source", _TEXT), ("period", _TEXT), ("owner", _TEXT), ("codes", _TEXT), ("type", _TEXT),
    ("crs", _TEXT), ("rows", _WHOLE),
)  # fmt: skip
_INDICATORS = (
    ("index", _TEXT), ("indicator", _TEXT), ("unit", _TEXT), ("baseline", _REAL),
    ("base_year", _WHOLE), ("year", _WHOLE), ("target", _REAL), ("achieved", _REAL),
    ("pct_target", _REAL), ("progress", _REAL), ("office", _TEXT),
)  # fmt: skip
_META, _INDEX = "metadata", "indicators"


@dataclass
class _Dataset:
    """A layer on its way out: its rows, those with a geometry, and fields that stay behind."""

    shared: Shared
    rows: int
    placed: int
    left_out: list[tuple[str, str]]


def share(
    algorithm: Key, parameters: dict[str, Any], context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
) -> dict[str, Any]:  # fmt: skip
    """Write the folder and return the results of the run."""
    inputs = TableInputs(algorithm, parameters, context, feedback)
    layers = inputs.layers(Key.LAYERS)
    sets = [_prepared(inputs, layer, name) for layer, name in zip(layers, dataset_names(layers))]
    table = _indicators(inputs)
    inputs.tell()
    described, without = _metadata(inputs, sets)
    name = inputs.text(Key.NAME) or "blankspot_data"
    target = Path(algorithm.parameterAsString(parameters, Key.OUTPUT, context)) / name
    with whole_folder(target) as folder:
        for number, each in enumerate(sets):
            if feedback.isCanceled():
                raise Cancelled
            _write(inputs, folder, name, each)
            feedback.setProgress(10 + 80 * (number + 1) / len(sets))
        _write_tables(inputs, folder, name, sets, described, table)
        files = sum(1 for path in folder.rglob("*") if path.is_file()) + 1
    said = tr(
        "{n} layers with {rows} features and rows, in {files} files; {left} personal fields were "
        "left out, {without} fields have no definition."
    ).format(
        n=number_text(len(sets)), rows=number_text(sum(each.rows for each in sets)),
        files=number_text(files), left=number_text(sum(len(each.left_out) for each in sets)),
        without=number_text(without),
    )  # fmt: skip
    feedback.pushInfo(said)
    return {
        Key.OUTPUT: str(target.parent), Key.FOLDER: str(target), "N_FILES": files,
        "N_FEATURES": sum(each.rows for each in sets),
        "N_PERSONAL": sum(len(each.left_out) for each in sets), "N_UNDESCRIBED": without,
        "N_INDICATORS": len(table),
    }  # fmt: skip


def _prepared(inputs: TableInputs, layer: QgsVectorLayer, name: str) -> _Dataset:
    """Return a layer with the fields that may leave the house; those that may not are logged."""
    names = layer.fields().names()
    columns: list[list[object]] = [[] for _ in names]
    rows = placed = 0
    features = layer.getFeatures()
    try:
        for feature in features:
            if rows % 256 == 0 and inputs.feedback.isCanceled():
                raise Cancelled
            rows += 1
            placed += not feature.geometry().isEmpty()
            for column, cell in zip(columns, feature.attributes()):
                column.append(fields.value(cell))
    finally:
        # What was read halfway would keep the file open as long as its error is remembered.
        features.close()
    found = [(field, personal.personal(field, cells)) for field, cells in zip(names, columns)]
    told = [(field, word) for field, word in found if word]
    if told:
        listed = ", ".join(f"{field} ({_personal_text(word)})" for field, word in told)
        if inputs.flag(Key.PERSONAL):
            text = tr("{layer}: personal data are shared because you asked for it: {fields}.")
        else:
            text = tr("{layer}: fields with personal data were left out: {fields}.")
        inputs.feedback.pushWarning(text.format(layer=layer.name(), fields=listed))
    if inputs.flag(Key.PERSONAL):
        told = []
    out = {field for field, _ in told}
    # A GeoPackage numbers its rows itself.
    keep = [at for at, field in enumerate(names) if field not in out and field.lower() != "fid"]
    _tell_long_names(inputs, layer, [names[at] for at in keep])
    return _Dataset(Shared(name, layer, keep), rows, placed, told)


def _personal_text(word: str) -> str:
    return {
        personal.NAME: tr("a person's name"),
        personal.PHONE: tr("telephone"),
        personal.EMAIL: tr("e-mail"),
        personal.IDENTITY: tr("identity number"),
        personal.ADDRESS: tr("address"),
        personal.BIRTH: tr("birth or age"),
    }[word]


def _tell_long_names(inputs: TableInputs, layer: QgsVectorLayer, names: Sequence[str]) -> None:
    long = [name for name in names if len(name.encode()) > 10]
    if long:
        inputs.feedback.pushInfo(
            tr(
                "{layer}: a shapefile cuts these names of fields to 10 characters: {fields}."
            ).format(layer=layer.name(), fields=", ".join(long))
        )


def _write(inputs: TableInputs, folder: Path, name: str, each: _Dataset) -> None:
    """Write one layer in every format, and count it again in each."""
    shared, transforms = each.shared, inputs.context.transformContext()
    package = folder / f"{name}.gpkg"
    share_files.write_geopackage(package, shared, transforms)
    share_files.check(package, each.rows, shared.name)
    _describe(inputs, f"{package}|layername={shared.name}", shared, each.rows)
    for kind in ("shapefile", "csv", "kmz"):
        (folder / kind).mkdir(exist_ok=True)
    shape = folder / "shapefile" / f"{shared.name}.shp"
    share_files.write_shapefile(shape, shared, transforms)
    share_files.check(shape if shape.exists() else shape.with_suffix(".dbf"), each.rows)
    columns, rows = share_files.table_of(shared, transforms)
    table = folder / "csv" / f"{shared.name}.csv"
    share_files.write_table(table, shared.name, columns, rows, True)
    share_files.check(table, each.rows)
    if shared.layer.isSpatial():
        _write_kmz(inputs, folder / "kmz" / f"{shared.name}.kmz", each)


def _write_kmz(inputs: TableInputs, path: Path, each: _Dataset) -> None:
    shared = each.shared
    if each.placed < each.rows:
        shared = share_files.placed_only(shared)
        inputs.feedback.pushInfo(
            tr(
                "{layer}: {n} rows without a geometry are not in the KMZ, which can't hold them."
            ).format(layer=each.shared.layer.name(), n=number_text(each.rows - each.placed))
        )
    share_files.write_kmz(path, shared, inputs.context.transformContext())
    share_files.check(path, each.placed)


def _describe(inputs: TableInputs, written: str, shared: Shared, rows: int) -> None:
    """Give a table of the GeoPackage its look, and where it came from, but no path of ours."""
    told = manifest(f"blankspot:{Key.ID}", {}, _definition(shared.layer), {})
    told["sources"] = [source.as_dict() for source in sources_of([shared.layer])]
    spatial = shared.layer.isSpatial()
    problem = outputs.finish(
        written, inputs.context, told, shared.layer.name(),
        shared.layer.metadata().abstract(),
        share_files.look_of(shared.layer) if spatial else None, rows,
    )  # fmt: skip
    warn_unfinished(inputs.feedback, shared.name, problem)


def _definition(layer: QgsVectorLayer) -> str:
    return str((manifest_of(layer) or {}).get("definition") or "")


def _write_tables(
    inputs: TableInputs, folder: Path, name: str, sets: Sequence[_Dataset],
    described: list[list[object]], table: list[list[object]],
) -> None:  # fmt: skip
    """Write metadata and indicators, each alone and on a sheet, before the data's sheets."""
    book = folder / f"{name}.xlsx"
    own = [(_META, _METADATA, described)]
    if inputs.given(Key.INDICATORS):
        own.append((_INDEX, _INDICATORS, table))
    for number, (sheet, columns, rows) in enumerate(own):
        made = fields.fields(columns)
        share_files.write_table(folder / f"{sheet}.csv", sheet, made, rows, True)
        share_files.check(folder / f"{sheet}.csv", len(rows))
        share_files.write_table(book, sheet, made, rows, number == 0)
    transforms = inputs.context.transformContext()
    for each in sets:
        columns, rows = share_files.table_of(each.shared, transforms)
        share_files.write_table(book, each.shared.name, columns, rows, False)
    for sheet, _, rows in own:
        share_files.check(book, len(rows), sheet)
    for each in sets:
        share_files.check(book, each.rows, each.shared.name[:31])


def _metadata(inputs: TableInputs, sets: Sequence[_Dataset]) -> tuple[list[list[object]], int]:
    """Return the rows of the metadata, and how many fields have no definition."""
    known, told = meanings(), _told(inputs)
    made, without = [], 0
    for each in sets:
        shared, layer = each.shared, each.shared.layer
        about = _about(inputs, layer)
        crs = layer.crs().authid() or None
        whole = told.get((shared.name, "")) or Meaning(
            layer.metadata().title() or layer.name(),
            _definition(layer) or layer.metadata().abstract(),
        )
        made.append([shared.name, None, *_words(whole), *about, None, crs, each.rows])
        for field in shared.fields:
            name = field.name()
            own = told.get((shared.name, name.lower())) or told.get(("", name.lower()))
            meaning = own or known.get(name.lower(), Meaning())
            without += not meaning.definition
            made.append(
                [shared.name, name, *_words(meaning), *about, field.typeName(), None, each.rows]
            )
    return made, without


def _about(inputs: TableInputs, layer: QgsVectorLayer) -> list[str | None]:
    """Return source, period, owner and codes."""
    owner = inputs.text(Key.OWNER) or office_settings.read().office
    codes = inputs.text(Key.CODES) or tr("Codes of the areas as given, compared without dots")
    return [_source(inputs, layer), inputs.text(Key.PERIOD) or None, owner or None, codes]


def _words(meaning: Meaning) -> list[str | None]:
    words = (
        meaning.concept, meaning.definition, meaning.classification, meaning.measure,
        meaning.unit, meaning.formula,
    )  # fmt: skip
    return [word or None for word in words]


def _source(inputs: TableInputs, layer: QgsVectorLayer) -> str | None:
    if inputs.given(Key.SOURCE):
        return inputs.text(Key.SOURCE)
    return " ".join(source_sentence(one) for one in sources_of([layer])) or None


def _told(inputs: TableInputs) -> dict[tuple[str, str], Meaning]:
    """Return what the office says of its own fields, by dataset ('' for all) and field."""
    if not inputs.given(Key.METADATA):
        return {}
    source = inputs.source_of(Key.METADATA)
    names = {name.lower(): name for name in source.fields().names()}
    wanted = {key: names.get(key, "") for key in MEANING_FIELDS}
    records = read_records(source, wanted, None, inputs.feedback.isCanceled)
    columns = [[code_text(cell) for cell in records.columns[key]] for key in MEANING_FIELDS]
    return {
        (dataset.lower(), field.lower()): Meaning(*words)
        for dataset, field, *words in zip(*columns)
    }


def _indicators(inputs: TableInputs) -> list[list[object]]:
    if not inputs.given(Key.INDICATORS):
        return []
    source = inputs.source_of(Key.INDICATORS)
    names = source.fields().names()
    records = read_records(source, {name: name for name in names}, None, inputs.feedback.isCanceled)
    rows = [{name: records.columns[name][at] for name in names} for at in range(len(records))]
    known = core_indicators.columns(names)
    found, wrong = core_indicators.indicators(rows, known)
    for at, cell in wrong:
        inputs.wrong(Key.INDICATORS, f"#{at + 1}", issues.NUMBER, cell)
    seen: set[tuple[object, ...]] = set()
    for one in found:
        key = (one.index, one.name, one.year)
        if key in seen:
            inputs.wrong(Key.INDICATORS, one.name, issues.TWICE, one.year)
        seen.add(key)
    return list(_indicator_rows(found))


def _indicator_rows(found: Sequence[Indicator]) -> Iterator[list[object]]:
    for one in found:
        years = [None if year is None else int(year) for year in (one.base_year, one.year)]
        yield [
            one.index or None, one.name, one.unit or None, one.baseline, *years, one.target,
            one.achieved, one.percent, one.progress, one.office or None,
        ]  # fmt: skip
