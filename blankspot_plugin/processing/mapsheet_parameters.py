# SPDX-License-Identifier: GPL-2.0-or-later
"""What ``mapsheets`` can be asked for."""

from __future__ import annotations

from collections.abc import Iterator

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterExtent,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterMapLayer,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorLayer,
)

from ..i18n import tr

# In the order of cartography.papers.PAPERS, which saved models rely on.
_WAYS = ("landscape", "portrait")
PAPERS = tuple(f"{size}_{way}" for size in "a3 a4 a1 a0".split() for way in _WAYS)
# What can be left out, in the order of the parameter.
BLOCKS = (
    *("letterhead", "title", "number", "scale", "projection", "legend", "definition", "sources"),
    *("notes", "rights", "places", "signature", "table"),
)
FORMATS = (("pdf", "png"), ("pdf",), ("png",))


class SheetKeys:
    """Keys of the parameters and outputs."""

    LAYERS = "LAYERS"
    PAPER = "PAPER"
    TEMPLATE = "TEMPLATE"
    TITLE = "TITLE"
    SUBTITLE = "SUBTITLE"
    DEFINITION = "DEFINITION"
    SOURCE = "SOURCE"
    EXTENT = "EXTENT"
    ATLAS_LAYER = "ATLAS_LAYER"
    ATLAS_FIELD = "ATLAS_FIELD"
    ATLAS_NAME = "ATLAS_NAME"
    AREAS = "AREAS"
    INSET = "INSET"
    HIDE = "HIDE"
    NUMBER = "NUMBER"
    EDITION = "EDITION"
    REGENCY = "REGENCY"
    OFFICE = "OFFICE"
    ADDRESS = "ADDRESS"
    LOGO = "LOGO"
    PLACE = "PLACE"
    POSITION = "POSITION"
    SIGNATORY = "SIGNATORY"
    RANK = "RANK"
    NIP = "NIP"
    FORMAT = "FORMAT"
    DPI = "DPI"
    PAGES_APART = "PAGES_APART"
    NAME = "NAME"
    OUTPUT = "OUTPUT"
    PDF = "PDF"
    PNG = "PNG"
    SCALE = "SCALE"
    N_SHEETS = "N_SHEETS"


def sheet_parameters() -> Iterator[QgsProcessingParameterDefinition]:
    """Return all parameters in their order; whatever an office sets once is advanced."""
    yield QgsProcessingParameterMultipleLayers(
        SheetKeys.LAYERS,
        tr("Layers, the first drawn on top"),
        QgsProcessing.SourceType.TypeMapLayer,
    )
    yield QgsProcessingParameterEnum(SheetKeys.PAPER, tr("Paper"), _papers(), defaultValue=0)
    yield QgsProcessingParameterString(
        SheetKeys.TITLE, tr("Title"), tr("Mobile service and blank spots")
    )
    yield from _texts()
    yield QgsProcessingParameterExtent(
        SheetKeys.EXTENT, tr("Extent (all layers where empty)"), optional=True
    )
    yield from _atlas()
    for parameter in _office():
        yield _advanced(parameter)
    yield from _files()


def _texts() -> Iterator[QgsProcessingParameterDefinition]:
    for key, label, lines in (
        (SheetKeys.SUBTITLE, tr("Subtitle (region)"), False),
        (SheetKeys.DEFINITION, tr("Definition of a blank spot, as printed"), True),
        (
            SheetKeys.SOURCE,
            tr("Data sources, as printed (empty: where the layers came from)"),
            True,
        ),
    ):
        yield QgsProcessingParameterString(key, label, multiLine=lines, optional=True)


def _atlas() -> Iterator[QgsProcessingParameterDefinition]:
    polygons = [QgsProcessing.SourceType.TypeVectorPolygon]
    yield QgsProcessingParameterVectorLayer(
        SheetKeys.ATLAS_LAYER,
        tr("Atlas: a sheet for each kecamatan or village of"),
        polygons,
        optional=True,
    )
    for key, label in (
        (SheetKeys.ATLAS_FIELD, tr("One sheet for each value of the field (empty: each area)")),
        (SheetKeys.ATLAS_NAME, tr("Field with the name of a sheet")),
    ):
        yield QgsProcessingParameterField(
            key, label, parentLayerParameterName=SheetKeys.ATLAS_LAYER, optional=True
        )
    yield QgsProcessingParameterVectorLayer(
        SheetKeys.AREAS, tr("Villages listed on each sheet"), polygons, optional=True
    )


def _office() -> Iterator[QgsProcessingParameterDefinition]:
    for key, label in (
        (SheetKeys.NUMBER, tr("Sheet number")),
        (SheetKeys.EDITION, tr("Edition")),
        (SheetKeys.REGENCY, tr("Regency (empty: as in the settings)")),
        (SheetKeys.OFFICE, tr("Office (empty: as in the settings)")),
        (SheetKeys.ADDRESS, tr("Address (empty: as in the settings)")),
        (SheetKeys.PLACE, tr("Place of the signature")),
        (SheetKeys.POSITION, tr("Position of who signs (empty: as in the settings)")),
        (SheetKeys.SIGNATORY, tr("Name of who signs (empty: as in the settings)")),
        (SheetKeys.RANK, tr("Rank of who signs (empty: as in the settings)")),
        (SheetKeys.NIP, tr("NIP of who signs (empty: as in the settings)")),
    ):
        yield QgsProcessingParameterString(key, label, optional=True)
    yield QgsProcessingParameterFile(
        SheetKeys.LOGO, tr("Logo (empty: as in the settings)"), optional=True
    )
    yield QgsProcessingParameterString(
        SheetKeys.TEMPLATE, tr("Template of your own: a file or its name"), optional=True
    )
    yield QgsProcessingParameterMapLayer(
        SheetKeys.INSET, tr("Layer of the location map (empty: provinces)"), optional=True
    )
    yield QgsProcessingParameterEnum(
        SheetKeys.HIDE, tr("Leave out"), _blocks(), allowMultiple=True, optional=True
    )


def _files() -> Iterator[QgsProcessingParameterDefinition]:
    yield QgsProcessingParameterEnum(
        SheetKeys.FORMAT, tr("Files"), [tr("PDF and PNG"), tr("PDF"), tr("PNG")], defaultValue=0
    )
    yield _advanced(
        QgsProcessingParameterNumber(
            SheetKeys.DPI, tr("Dots per inch"), defaultValue=150, minValue=50, maxValue=600
        )
    )
    yield _advanced(
        QgsProcessingParameterBoolean(
            SheetKeys.PAGES_APART, tr("Atlas: a PDF for each sheet"), defaultValue=False
        )
    )
    yield QgsProcessingParameterString(SheetKeys.NAME, tr("File name without extension"), "sheet")
    yield QgsProcessingParameterFolderDestination(SheetKeys.OUTPUT, tr("Output folder"))


def _advanced(parameter: QgsProcessingParameterDefinition) -> QgsProcessingParameterDefinition:
    advanced = QgsProcessingParameterDefinition.Flag.FlagAdvanced
    parameter.setFlags(parameter.flags() | advanced)
    return parameter


def _papers() -> list[str]:
    return [
        tr("A3 landscape"),
        tr("A3 portrait"),
        tr("A4 landscape"),
        tr("A4 portrait"),
        tr("A1 landscape"),
        tr("A1 portrait"),
        tr("A0 landscape"),
        tr("A0 portrait"),
    ]


def _blocks() -> list[str]:
    return [
        tr("Letterhead"),
        tr("Title"),
        tr("Sheet number and edition"),
        tr("North arrow and scale"),
        tr("Projection, grid and datum"),
        tr("Legend"),
        tr("Definition"),
        tr("Data sources and map history"),
        tr("Notes on boundaries and areas"),
        tr("Copyright"),
        tr("Index of sheets and location"),
        tr("Signature"),
        tr("Villages on this sheet"),
    ]
