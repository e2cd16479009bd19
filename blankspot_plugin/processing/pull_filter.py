# SPDX-License-Identifier: GPL-2.0-or-later
"""What of a pull is kept: what a filter says, and an extent that no server could be asked for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsExpression,
    QgsFeatureRequest,
    QgsFields,
    QgsProcessingException,
    QgsRectangle,
)

from ..bridge.provenance import Provenance
from ..bridge.staging import staged_layer
from ..i18n import tr
from ..services import FILTERED_HERE


def keep_only(
    staged: Path, source: Provenance, expression: str, transforms: QgsCoordinateTransformContext
) -> Provenance:
    """Take out of a staging what is not wanted, and return its provenance with what is kept.

    Parameters
    ----------
    staged
        The verified staging.
    source
        Where it came from; its extent counts where the service answered with all.
    expression
        Of QGIS; '' for none.
    transforms
        Of the run.

    Raises
    ------
    QgsProcessingException
        If the expression names a field that is not there.
    """
    extent = source.extent if source.service in FILTERED_HERE else None
    if not expression and extent is None:
        return source
    # Before the layer is opened, for an error would keep it open.
    _refuse_unknown_fields(QgsExpression(expression), staged_layer(staged).fields())
    layer = staged_layer(staged)
    request = QgsFeatureRequest()
    if expression:
        request.setFilterExpression(expression)
    if extent is not None and layer.isSpatial():
        degrees = QgsCoordinateReferenceSystem("EPSG:4326")
        there = QgsCoordinateTransform(degrees, layer.crs(), transforms)
        request.setFilterRect(there.transformBoundingBox(QgsRectangle(*extent)))
        request.setFlags(QgsFeatureRequest.Flag.ExactIntersect)
    kept = {each.id() for each in layer.getFeatures(request)}
    gone = [number for number in layer.allFeatureIds() if number not in kept]
    if gone and not layer.dataProvider().deleteFeatures(gone):
        raise QgsProcessingException(layer.dataProvider().lastError())
    return replace(source, filter=expression, kept=len(kept))


def _refuse_unknown_fields(expression: QgsExpression, fields: QgsFields) -> None:
    wanted = set(expression.referencedColumns()) - {QgsFeatureRequest.ALL_ATTRIBUTES}
    missing = sorted(wanted - set(fields.names()))
    if missing:
        raise QgsProcessingException(
            tr("FILTER names “{field}”, which the layer doesn't have: correct it.").format(
                field=", ".join(missing)
            )
        )
