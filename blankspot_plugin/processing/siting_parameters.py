# SPDX-License-Identifier: GPL-2.0-or-later
"""The keys and parameters of ``proposesites``."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterMatrix,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
)

from ..core.site_types import DEFAULT_TYPES, flat_types
from ..i18n import tr
from . import parameters as build
from .parameters import POINTS, Definitions, Keys, advanced

# The words saved in manifests and typed in qgis_process, in the order of the lists shown.
DEMANDS = ("people", "settlement", "facilities")
METHODS = ("maximal", "cover")
GROUNDS = ("settled", "high", "both")
SOLVERS = ("auto", "greedy", "exact")
_WHOLE = QgsProcessingParameterNumber.Type.Integer
_REAL = QgsProcessingParameterNumber.Type.Double


class SitingKeys:
    """Keys of this algorithm alone; each equals its value."""

    DEMAND = "DEMAND"
    WEAK_COUNTS = "WEAK_COUNTS"
    METHOD = "METHOD"
    N_SITES = "N_SITES"
    BUDGET = "BUDGET"
    GOAL = "GOAL"
    TYPES = "TYPES"
    TYPE = "TYPE"
    CANDIDATES = "CANDIDATES"
    CANDIDATE_CODE = "CANDIDATE_CODE"
    CANDIDATE_NAME = "CANDIDATE_NAME"
    TYPE_FIELD = "TYPE_FIELD"
    COST_FIELD = "COST_FIELD"
    GROUND = "GROUND"
    DEM = "DEM"
    SPACING = "SPACING"
    MIN_DISTANCE = "MIN_DISTANCE"
    SOLVER = "SOLVER"
    TIME_LIMIT = "TIME_LIMIT"
    CURVE = "CURVE"
    N_PROPOSED = "N_PROPOSED"
    GAIN = "GAIN"
    COST = "COST"
    BEFORE_PCT = "BEFORE_PCT"
    AFTER_PCT = "AFTER_PCT"
    BOUND = "BOUND"
    GAP_PCT = "GAP_PCT"
    N_VILLAGES = "N_VILLAGES"


def dem() -> QgsProcessingParameterRasterLayer:
    """Return the parameter for the heights of the ground."""
    return QgsProcessingParameterRasterLayer(
        SitingKeys.DEM, tr("Elevation model (m)"), optional=True
    )


def demand() -> Definitions:
    """Return what is to be covered."""
    kinds = [tr("People"), tr("Settlement area"), tr("Public facilities")]
    return [
        QgsProcessingParameterEnum(
            SitingKeys.DEMAND, tr("What new sites are to cover"), kinds, defaultValue=0
        ),
        *build.evidence()[:5],
        QgsProcessingParameterBoolean(
            SitingKeys.WEAK_COUNTS, tr("A weak signal counts as covered"), defaultValue=False
        ),
    ]


def aim() -> Definitions:
    """Return how much is to be built, or covered."""
    methods = [
        tr("Cover the most with so many sites or so much money"),
        tr("Cover all that can be covered for the least"),
    ]
    return [
        QgsProcessingParameterEnum(SitingKeys.METHOD, tr("Aim"), methods, defaultValue=0),
        QgsProcessingParameterNumber(
            SitingKeys.N_SITES, tr("Number of new sites"), _WHOLE, optional=True, minValue=1
        ),
        QgsProcessingParameterNumber(
            SitingKeys.BUDGET, tr("Budget (Rp)"), _REAL, optional=True, minValue=0
        ),
        advanced(
            QgsProcessingParameterNumber(
                SitingKeys.GOAL, tr("Share of it to cover, for the second aim (%)"), _REAL, 100.0,
                minValue=0, maxValue=100,
            )
        ),
    ]  # fmt: skip


def what_and_where() -> Definitions:
    """Return what may be built, and where."""
    grounds = [tr("Settled ground"), tr("High ground"), tr("Both")]
    candidates = SitingKeys.CANDIDATES
    return [
        QgsProcessingParameterString(
            SitingKeys.TYPE, tr("Type to build (several with commas: any of them)"), "tower"
        ),
        QgsProcessingParameterMatrix(
            SitingKeys.TYPES,
            tr("Types of sites"),
            hasFixedNumberRows=False,
            headers=[tr("Type"), tr("Covers to (m)"), tr("Price (Rp)")],
            defaultValue=flat_types(DEFAULT_TYPES),
            optional=True,
        ),
        build.layer(candidates, tr("Candidate sites (none: they are found)"), POINTS),
        build.field(SitingKeys.CANDIDATE_CODE, tr("Code field of the candidates"), candidates),
        build.field(SitingKeys.CANDIDATE_NAME, tr("Name field of the candidates"), candidates),
        advanced(
            build.field(SitingKeys.TYPE_FIELD, tr("Type field of the candidates"), candidates)
        ),
        advanced(
            build.field(SitingKeys.COST_FIELD, tr("Cost field of the candidates (Rp)"), candidates)
        ),
        QgsProcessingParameterEnum(
            SitingKeys.GROUND, tr("Find candidates on"), grounds, defaultValue=0
        ),
        dem(),
        advanced(
            build.metres(SitingKeys.SPACING, tr("One candidate in a square of this side (m)"), 1000)
        ),
        build.metres(
            SitingKeys.MIN_DISTANCE, tr("Candidates at least this far from a site (m)"), 3500.0
        ),
    ]


def solving() -> Definitions:
    """Return how it is solved."""
    solvers = [
        tr("Automatic: exact where scipy is there and the task is small, else greedy"),
        tr("Greedy"),
        tr("Exact (needs scipy)"),
    ]
    return [
        advanced(
            QgsProcessingParameterEnum(
                SitingKeys.SOLVER, tr("Solver"), solvers, defaultValue=0
            )
        ),
        advanced(
            QgsProcessingParameterNumber(
                SitingKeys.TIME_LIMIT, tr("Time limit of the exact solver (s)"), _REAL, 60.0,
                minValue=1,
            )
        ),
    ]  # fmt: skip


def numbers() -> list[QgsProcessingOutputNumber]:
    """Return the headline numbers."""
    keys = SitingKeys
    return [
        QgsProcessingOutputNumber(keys.N_PROPOSED, tr("Sites proposed")),
        QgsProcessingOutputNumber(keys.GAIN, tr("Newly covered")),
        QgsProcessingOutputNumber(keys.COST, tr("Cost (Rp)")),
        QgsProcessingOutputNumber(keys.BEFORE_PCT, tr("Covered before (%)")),
        QgsProcessingOutputNumber(keys.AFTER_PCT, tr("Covered after (%)")),
        QgsProcessingOutputNumber(keys.BOUND, tr("Bound of the optimum")),
        QgsProcessingOutputNumber(keys.GAP_PCT, tr("Gap to the bound (%)")),
        QgsProcessingOutputNumber(keys.N_VILLAGES, tr("Villages served")),
    ]


def existing() -> Definitions:
    """Return what covers already."""
    # Nobody groups the sites here, and nothing is drawn.
    unused = (Keys.GROUP_FIELD, Keys.SEGMENTS)
    reach = [one for one in build.reach(Keys.SITES) if one.name() not in unused]
    return [
        build.layer(Keys.SITES, tr("Sites (towers)"), POINTS),
        *reach,
        build.coverage_layers(optional=True),
    ]
