# SPDX-License-Identifier: GPL-2.0-or-later
"""The keys all algorithms share, and the parameters more than one of them has."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterExpression,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterMapLayer,
    QgsProcessingParameterMatrix,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
)

from ..core.technologies import DEFAULT_RADII, flat_table
from ..i18n import tr

POINTS = QgsProcessing.SourceType.TypeVectorPoint
POLYGONS = QgsProcessing.SourceType.TypeVectorPolygon
RASTER = QgsProcessing.SourceType.TypeRaster
TABLE = QgsProcessing.SourceType.TypeVector
_NUMERIC = QgsProcessingParameterField.DataType.Numeric
_ANY = QgsProcessingParameterField.DataType.Any
_REAL = QgsProcessingParameterNumber.Type.Double
_WHOLE = QgsProcessingParameterNumber.Type.Integer
_ADVANCED = QgsProcessingParameterDefinition.Flag.FlagAdvanced

# The words saved in manifests and typed in qgis_process, in the order of the list shown.
DEFINITIONS = ("auto", "area", "settlement", "population", "centre", "distance")

Definitions = list[QgsProcessingParameterDefinition]


class Keys:
    """Parameter and output keys; each equals its value, saved models depend on them."""

    INPUT = "INPUT"
    OUTPUT = "OUTPUT"
    SITES = "SITES"
    TECHNOLOGY_FIELD = "TECHNOLOGY_FIELD"
    OPERATOR_FIELD = "OPERATOR_FIELD"
    RADII = "RADII"
    RADIUS_FIELD = "RADIUS_FIELD"
    WEAK_FIELD = "WEAK_FIELD"
    RADIUS = "RADIUS"
    AZIMUTH_FIELD = "AZIMUTH_FIELD"
    BEAMWIDTH_FIELD = "BEAMWIDTH_FIELD"
    GROUP_FIELD = "GROUP_FIELD"
    FILTER = "FILTER"
    SEGMENTS = "SEGMENTS"
    AREAS = "AREAS"
    CODE_FIELD = "CODE_FIELD"
    NAME_FIELD = "NAME_FIELD"
    COVERAGE = "COVERAGE"
    EXCLUDE = "EXCLUDE"
    MIN_AREA = "MIN_AREA"
    MIN_WIDTH = "MIN_WIDTH"
    SETTLEMENTS = "SETTLEMENTS"
    POPULATION = "POPULATION"
    POPULATION_FIELD = "POPULATION_FIELD"
    POP_FIELD = "POP_FIELD"
    FACILITIES = "FACILITIES"
    CENTRES = "CENTRES"
    CENTRES_CODE_FIELD = "CENTRES_CODE_FIELD"
    WIFI = "WIFI"
    STATUS_FIELD = "STATUS_FIELD"
    WIFI_COUNTS = "WIFI_COUNTS"
    DEFINITION = "DEFINITION"
    COVERED_FROM = "COVERED_FROM"
    BLANK_FROM = "BLANK_FROM"
    MAX_DISTANCE = "MAX_DISTANCE"
    SUMMARY = "SUMMARY"
    COVERAGE_OUTPUT = "COVERAGE_OUTPUT"
    GAPS = "GAPS"
    STATISTICS = "STATISTICS"
    N_GAPS = "N_GAPS"
    N_COVERED = "N_COVERED"
    N_WEAK = "N_WEAK"
    N_BLANK = "N_BLANK"
    COVERED_KM2 = "COVERED_KM2"
    WEAK_KM2 = "WEAK_KM2"
    BLANK_KM2 = "BLANK_KM2"


def advanced(parameter: QgsProcessingParameterDefinition) -> QgsProcessingParameterDefinition:
    """Return the parameter, moved under "Advanced parameters"."""
    parameter.setFlags(parameter.flags() | _ADVANCED)
    return parameter


def layer(
    key: str, label: str, kind: QgsProcessing.SourceType, optional: bool = True
) -> QgsProcessingParameterFeatureSource:
    """Return a parameter for one vector layer."""
    return QgsProcessingParameterFeatureSource(key, label, [kind], optional=optional)


def field(key: str, label: str, parent: str, numeric: bool = False) -> QgsProcessingParameterField:
    """Return an optional parameter for a field of another parameter's layer."""
    return QgsProcessingParameterField(
        key, label, parentLayerParameterName=parent, type=_NUMERIC if numeric else _ANY,
        optional=True,
    )  # fmt: skip


def metres(key: str, label: str, default: float) -> QgsProcessingParameterNumber:
    """Return a parameter for a length in metres; validate() refuses what can't be meant."""
    return QgsProcessingParameterNumber(key, label, _REAL, defaultValue=default)


def sink(
    key: str, label: str, kind: QgsProcessing.SourceType, optional: bool = False
) -> QgsProcessingParameterFeatureSink:
    """Return a parameter for an output layer."""
    return QgsProcessingParameterFeatureSink(
        key, label, kind, optional=optional, createByDefault=True
    )


def coverage_layers(optional: bool) -> QgsProcessingParameterMultipleLayers:
    """Return the parameter for one or more layers of coverage polygons."""
    return QgsProcessingParameterMultipleLayers(
        Keys.COVERAGE, tr("Coverage polygons"), POLYGONS, optional=optional
    )


def reach(sites: str) -> Definitions:
    """Return the parameters that settle how far sites reach."""
    radii = QgsProcessingParameterMatrix(
        Keys.RADII,
        tr("Radii by technology"),
        hasFixedNumberRows=False,
        headers=[tr("Technology"), tr("Covered to (m)"), tr("Weak to (m)")],
        defaultValue=flat_table(DEFAULT_RADII),
        optional=True,
    )
    return [
        field(Keys.TECHNOLOGY_FIELD, tr("Technology field"), sites),
        radii,
        metres(Keys.RADIUS, tr("Radius for sites without a known technology (m)"), 3500.0),
        advanced(field(Keys.RADIUS_FIELD, tr("Field with each site's radius (m)"), sites)),
        advanced(field(Keys.WEAK_FIELD, tr("Field with each site's weak radius (m)"), sites)),
        advanced(field(Keys.AZIMUTH_FIELD, tr("Azimuth field (degrees)"), sites)),
        advanced(field(Keys.BEAMWIDTH_FIELD, tr("Beamwidth field (degrees)"), sites)),
        advanced(field(Keys.GROUP_FIELD, tr("Group field (an operator's, for example)"), sites)),
        advanced(
            QgsProcessingParameterExpression(
                Keys.FILTER, tr("Only sites that fulfil"), parentLayerParameterName=sites,
                optional=True,
            )
        ),
        advanced(
            QgsProcessingParameterNumber(
                Keys.SEGMENTS, tr("Segments per quarter circle"), _WHOLE, 32, minValue=4,
                maxValue=360,
            )
        ),
    ]  # fmt: skip


def areas() -> Definitions:
    """Return the areas with their code and name."""
    return [
        layer(Keys.AREAS, tr("Areas (villages)"), POLYGONS, optional=False),
        field(Keys.CODE_FIELD, tr("Code field of the areas"), Keys.AREAS),
        field(Keys.NAME_FIELD, tr("Name field of the areas"), Keys.AREAS),
    ]


def exclude() -> QgsProcessingParameterFeatureSource:
    """Return the parameter for what counts as no ground at all (lakes, say)."""
    return layer(Keys.EXCLUDE, tr("Excluded ground (water, for example)"), POLYGONS)


def filters() -> Definitions:
    """Return the filters of gap polygons."""
    return [
        metres(Keys.MIN_AREA, tr("Drop gaps smaller than (m²)"), 0.0),
        advanced(metres(Keys.MIN_WIDTH, tr("Drop gaps narrower than (m)"), 0.0)),
    ]


def evidence() -> Definitions:
    """Return what villages are judged by, besides their area."""
    return [
        layer(Keys.SETTLEMENTS, tr("Settlements"), POLYGONS),
        QgsProcessingParameterMapLayer(
            Keys.POPULATION, tr("Population: raster (people per cell) or points"),
            optional=True, types=[RASTER, POINTS],
        ),
        field(
            Keys.POPULATION_FIELD, tr("People field of the population points"),
            Keys.POPULATION, numeric=True,
        ),
        field(Keys.POP_FIELD, tr("Official population field of the areas"), Keys.AREAS, True),
        layer(Keys.FACILITIES, tr("Public facilities"), POINTS),
        layer(Keys.CENTRES, tr("Village centres"), POINTS),
        field(Keys.CENTRES_CODE_FIELD, tr("Code field of the village centres"), Keys.CENTRES),
    ]  # fmt: skip


def wifi() -> Definitions:
    """Return the Wi-Fi programme."""
    return [
        layer(Keys.WIFI, tr("Public Wi-Fi points"), POINTS),
        field(Keys.STATUS_FIELD, tr("Status field of the Wi-Fi points"), Keys.WIFI),
        QgsProcessingParameterBoolean(
            Keys.WIFI_COUNTS, tr("Wi-Fi counts towards the status"), defaultValue=False
        ),
    ]


def definition() -> Definitions:
    """Return the definition of a blank spot and its thresholds."""
    labels = [
        tr("Automatic: settlement, else centre, else population, else area"),
        tr("Share of the area covered"),
        tr("Share of the settlements covered"),
        tr("Share of the people covered"),
        tr("Signal at the village centre"),
        tr("Distance to the nearest site"),
    ]
    percent = {"minValue": 0, "maxValue": 100}
    return [
        QgsProcessingParameterEnum(
            Keys.DEFINITION, tr("Definition of a blank spot"), labels, defaultValue=0
        ),
        QgsProcessingParameterNumber(
            Keys.COVERED_FROM, tr("Covered from (% covered)"), _REAL, 90.0, **percent
        ),
        QgsProcessingParameterNumber(
            Keys.BLANK_FROM, tr("Blank from (% blank)"), _REAL, 90.0, **percent
        ),
        metres(Keys.MAX_DISTANCE, tr("Blank from this distance to the nearest site (m)"), 3500.0),
    ]


def village_numbers() -> list[QgsProcessingOutputNumber]:
    """Return the headline numbers as outputs, for models and ``qgis_process --json``."""
    return [
        QgsProcessingOutputNumber(Keys.N_COVERED, tr("Villages covered")),
        QgsProcessingOutputNumber(Keys.N_WEAK, tr("Villages weak")),
        QgsProcessingOutputNumber(Keys.N_BLANK, tr("Villages blank")),
        QgsProcessingOutputNumber(Keys.COVERED_KM2, tr("Covered area (km²)")),
        QgsProcessingOutputNumber(Keys.WEAK_KM2, tr("Weak area (km²)")),
        QgsProcessingOutputNumber(Keys.BLANK_KM2, tr("Blank area (km²)")),
    ]


def radii_cells(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> list[Any]:
    """Return the cells of the radii table, flat, however its rows were given."""
    given = parameters.get(Keys.RADII)
    rows = given if isinstance(given, (list, tuple)) else []
    if any(isinstance(row, (list, tuple)) for row in rows):
        return [cell for row in rows if isinstance(row, (list, tuple)) for cell in row]
    return list(algorithm.parameterAsMatrix(parameters, Keys.RADII, context))
