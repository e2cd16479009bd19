# SPDX-License-Identifier: GPL-2.0-or-later
"""The dock's layers in the project: opened, put into one group, given their usual look.

Each is marked with what it shows, so that the next pull or result goes into the same layer and
what the officer did to it, its place, its name and its style, stays.
"""

from __future__ import annotations

from contextlib import suppress

from qgis.core import QgsDataProvider, QgsProject, QgsVectorLayer

from ..bridge.workspace import Workspace
from ..cartography import styling
from ..i18n import tr

# Which pull a layer shows, which output it is.
PULLED, RESULT = "blankspot/pulled", "blankspot/result"
_GROUP = "Blank Spot"
# How what is pulled looks, by what it is for.
_ROLES = {
    "areas": "outline", "sites": "sites", "wifi": "wifi", "settlements": "settlements",
    "centres": "centres", "rivers": "water",
}  # fmt: skip


def pulled(project: QgsProject, name: str) -> QgsVectorLayer | None:
    """Return the open layer of a pull, None where it was closed."""
    for layer in project.mapLayers().values():
        if layer.customProperty(PULLED) == name and isinstance(layer, QgsVectorLayer):
            return layer
    return None


def open_pull(project: QgsProject, workspace: Workspace, name: str, table: str) -> QgsVectorLayer:
    """Open a table of the workspace as the layer of a pull."""
    layer = workspace.layer(table)
    layer.setName(name)
    layer.setCustomProperty(PULLED, name)
    _add(project, layer)
    return layer


def show_result(
    project: QgsProject, key: str, source: str, shown: QgsVectorLayer | None, name: str = ""
) -> QgsVectorLayer:
    """Show an output in the layer that showed the last one, else in a new one.

    Parameters
    ----------
    project
        Where to.
    key
        Of the output.
    source
        Of its table.
    shown
        The layer that showed the last one, None for none.
    name
        For people; '' for the usual one.
    """
    if shown is not None:
        shown.setDataSource(source, shown.name(), "ogr", QgsDataProvider.ProviderOptions())
        shown.loadDefaultMetadata()
        shown.triggerRepaint()
        return shown
    layer = QgsVectorLayer(source, name or _titles()[key], "ogr")
    layer.setCustomProperty(RESULT, key)
    _add(project, layer)
    return layer


def dress(layer: QgsVectorLayer, purpose: str) -> None:
    """Give a layer that came without a look the usual one for what it is for."""
    role = _ROLES.get(purpose)
    if role and not styling.layer_role(layer):
        # A layer of another geometry than is usual stays as QGIS shows it.
        with suppress(ValueError):
            styling.style_layer(layer, role)


def _add(project: QgsProject, layer: QgsVectorLayer) -> None:
    root = project.layerTreeRoot()
    group = root.findGroup(_GROUP) or root.insertGroup(0, _GROUP)
    project.addMapLayer(layer, False)
    group.insertLayer(0, layer).setExpanded(False)


def _titles() -> dict[str, str]:
    return {
        "GAPS": tr("Blank spots"),
        "STATISTICS": tr("Villages by status"),
        "COVERAGE_OUTPUT": tr("Coverage"),
        "SUMMARY": tr("Summary by definition"),
    }
