# SPDX-License-Identifier: GPL-2.0-or-later
"""Where the data of a layer came from: written by a pull, handed on by every run after it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime, timezone
from typing import Any

from qgis.core import QgsMapLayer, QgsProcessingContext, QgsProcessingUtils

from ..services.model import Bounds
from .manifest import version
from .outputs import manifest_of


@dataclass(frozen=True)
class Provenance:
    """Where a pulled layer came from, and how much of it.

    Parameters
    ----------
    service, url, layer
        The protocol, the address without its query, and the layer.
    extent
        Asked for, in degrees; None for all.
    filter
        QGIS expression applied after the count was checked; '' for none.
    crs
        Of the coordinates, as ``EPSG:32750``; '' for a table.
    time
        When the pull began, UTC, ISO 8601.
    received, announced
        Features that came, and that the service said there are; None where it doesn't say.
    kept
        Features after the filter.
    sha256
        Of the features received: see :func:`.settle.digest`.
    seconds
        How long it took.
    swapped
        Whether latitude and longitude had to be swapped.
    version
        Of the plugin.
    outside
        Share of the features that lie elsewhere than the service says; 0 where it says nothing.
    lost
        Features whose geometry could not be read; they are there without one.
    replaced
        The CRS put in the place of the one declared, which could not be; '' for none.
    unproven
        Whether nothing shows that this is all there is.
    assumed
        What ``cleansites`` took for granted since: technology and number of rows.
    """

    service: str
    url: str
    layer: str
    extent: Bounds | None
    filter: str
    crs: str
    time: str
    received: int
    announced: int | None
    kept: int
    sha256: str
    seconds: float
    swapped: bool
    version: str
    outside: float = 0.0
    lost: int = 0
    replaced: str = ""
    unproven: bool = False
    assumed: Mapping[str, int] = field(default_factory=dict)

    @property
    def incomplete(self) -> bool:
        """Whether fewer came than were announced."""
        return self.announced is not None and self.received < self.announced

    def as_dict(self) -> dict[str, object]:
        """Return it ready for the manifest of a layer, and for JSON."""
        return asdict(self)

    @classmethod
    def from_dict(cls, told: Mapping[str, Any]) -> Provenance:
        """Return what :meth:`as_dict` made, back from JSON."""
        extent = told["extent"]
        return cls(**{**told, "extent": tuple(extent) if extent else None})


def opened(name: str, rows: int) -> Provenance:
    """Return the provenance of a layer that was not pulled but open in QGIS, as of now."""
    now = datetime.now(timezone.utc).isoformat(timespec="seconds")
    return Provenance(
        service="layer", url="", layer=name, extent=None, filter="", crs="", time=now,
        received=rows, announced=rows, kept=rows, sha256="", seconds=0.0, swapped=False,
        version=version(),
    )  # fmt: skip


def provenance_of(layer: QgsMapLayer) -> Provenance | None:
    """Return the provenance a layer carries in its manifest, None where it was not pulled."""
    told = (manifest_of(layer) or {}).get("pull")
    return Provenance.from_dict(told) if isinstance(told, dict) else None


def sources_of(layers: Iterable[QgsMapLayer]) -> tuple[Provenance, ...]:
    """Return what layers were pulled or made from, each source once, in their order."""
    found: dict[tuple[str, str, str], Provenance] = {}
    for layer in layers:
        manifest = manifest_of(layer) or {}
        pulled, through = manifest.get("pull"), manifest.get("sources")
        told = [pulled] if isinstance(pulled, dict) else []
        told += through if isinstance(through, list) else []
        for source in map(Provenance.from_dict, told):
            found.setdefault((source.url, source.layer, source.time), source)
    return tuple(found.values())


def layers_given(value: object, context: QgsProcessingContext) -> list[QgsMapLayer]:
    """Return the layers that the value of a parameter names: layers, their ids, files, a list."""
    if isinstance(value, (list, tuple)):
        return [layer for part in value for layer in layers_given(part, context)]
    if isinstance(value, QgsMapLayer):
        return [value]
    # A layer wrapped for Processing: what it points to is in its property.
    wrapped = getattr(value, "source", None)
    if hasattr(wrapped, "staticValue"):
        value = wrapped.staticValue()
    layer = QgsProcessingUtils.mapLayerFromString(str(value), context) if value else None
    return [layer] if layer is not None else []
