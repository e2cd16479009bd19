# SPDX-License-Identifier: GPL-2.0-or-later
"""The layers of a report: how they look, and where the facilities among them stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsVectorLayer,
)

from ..bridge.read import read_points
from ..bridge.under import Ground, standing
from ..cartography import styling
from ..cartography.report.facilities import Facilities, Facility
from ..core.codes import code_text
from ..core.headline import BLANK, COVERED, Row
from ..i18n import tr
from .parameters import Keys

_FACILITY_NAMES = ("name", "nama", "nama_fas", "facility", "fasilitas", "namobj")
_FACILITY_KINDS = ("kind", "jenis", "type", "tipe", "kategori", "category", "remark")


def facilities_of(
    layers: Mapping[str, QgsVectorLayer | None],
    kind_field: str,
    rows: Sequence[Row],
    shapes: Sequence[QgsGeometry],
    crs: QgsCoordinateReferenceSystem,
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
) -> Facilities | None:
    """Return the facilities that lie in villages, each with its class.

    Parameters
    ----------
    layers
        FACILITIES, and COVERAGE or GAPS, which tell the class of the ground.
    kind_field
        Of the facilities; '' has it found by its name.
    rows, shapes
        The villages, their shapes in the map's CRS.
    crs
        Of the map.

    Returns
    -------
    Facilities
        None where there are none, or nothing tells the class of the ground.
    """
    layer, coverage = layers[Keys.FACILITIES], layers[Keys.COVERAGE]
    ground = coverage if coverage is not None else layers[Keys.GAPS]
    if layer is None:
        return None
    if ground is None:
        feedback.pushInfo(
            tr(
                "Facilities are told by kind and one by one only where the coverage or the "
                "gaps are given too."
            )
        )
        return None
    kind = kind_field or _first(layer, _FACILITY_KINDS)
    name = _first(layer, _FACILITY_NAMES)
    transforms, stopped = context.transformContext(), feedback.isCanceled
    columns = [one for one in dict.fromkeys((name, kind)) if one]
    points = read_points(layer, columns, transforms, stopped)
    otherwise = BLANK if coverage is not None else COVERED
    classes = Ground(ground, crs, transforms, otherwise, stopped)
    found = standing(points, shapes, classes, crs, transforms, stopped)
    every = tuple(
        Facility(
            code_text(points.columns[name][at]) if name else "",
            code_text(points.columns[kind][at]) if kind else "",
            village,
            signal,
        )
        for at, (village, signal) in enumerate(found)
        if village >= 0
    )
    return Facilities(every, tuple(rows), bool(kind))


def _first(layer: QgsVectorLayer, wanted: Sequence[str]) -> str:
    names = {name.lower(): name for name in layer.fields().names()}
    return next((names[one] for one in wanted if one in names), "")


def dressed(layer: QgsMapLayer, context: QgsProcessingContext, role: str = "") -> QgsMapLayer:
    """Return a copy of a layer with the look it should have, named for a legend.

    One of the open project looks as it does there; one from a file takes the style saved with
    it; one without a style of ours takes that of its role.
    """
    copy = layer.clone()
    project = context.project()
    own = project is not None and project.mapLayer(layer.id()) is not None
    if not own and layer.providerType() != "memory":
        copy.loadDefaultStyle()
    if not isinstance(copy, QgsVectorLayer):
        return copy
    known = styling.layer_role(copy)
    if role and not known and not own:
        styling.style_layer(copy, role)
    if known:
        styling.relabel_layer(copy)
    if role or known:
        copy.setName(styling.role_title(role or known))
    return copy
