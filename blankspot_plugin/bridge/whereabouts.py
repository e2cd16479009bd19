# SPDX-License-Identifier: GPL-2.0-or-later
"""Does a pulled layer lie where its service says? Axes and CRS are settled by looking.

Servers declare one order of axes and send another, name the CRS of the layer and send degrees,
or the other way round. So the boxes of some hundred features are held against the box the
service states, or that was asked for, in every way they may be meant; what was declared is
taken first, and another way only where that one brings them where they belong.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from osgeo import gdal, osr

from ..core.errors import NoDegrees
from ..services.model import Bounds
from .settle import again
from .staging import TABLE

_SAMPLE = 500
# Boxes in capabilities are often rounded, or a little old.
_SLACK = 0.5
_SWAP = "+proj=pipeline +step +proj=axisswap +order=2,1"
_DEGREES = "EPSG:4326"
# Half of the features in place, and a reading is believed; fewer than this, and it is said.
_BELIEVED, _EXPECTED = 0.5, 0.95


@dataclass(frozen=True)
class Whereabouts:
    """What was found, and done.

    Parameters
    ----------
    swapped
        Whether the axes were turned around.
    crs
        The CRS that was put in the place of the one declared, '' for none.
    outside
        Share of the features that lie elsewhere than the service says; 0 where it says nothing.
    """

    swapped: bool = False
    crs: str = ""
    outside: float = 0.0


def settle(path: Path, expected: Bounds | None, own_crs: str, url: str) -> Whereabouts:
    """Put a staged layer where it belongs.

    Parameters
    ----------
    path
        The closed staging.
    expected
        Where it should lie, in degrees; None where nobody said.
    own_crs
        The CRS the service stores the layer in, as ``EPSG:32750``; '' where unknown.
    url
        For messages.

    Raises
    ------
    NoDegrees
        If degrees are declared, the coordinates are none, and nothing tells what they are.
    """
    boxes, declared = _sample(path)
    # What a GeoPackage calls undefined was not declared by anybody.
    if not boxes or declared is None or is_undefined(declared.GetName()):
        return Whereabouts()
    readings = list(_readings(declared, own_crs))
    if expected is None:
        shares = [1.0 if _is_possible(boxes, crs) else 0.0 for crs, _ in readings]
        # Without a box nothing tells which axis is which.
        shares = [0.0 if swap else share for share, (_, swap) in zip(shares, readings)]
    else:
        shares = [_share(boxes, crs, swap, expected) for crs, swap in readings]
    best = next((at for at, share in enumerate(shares) if share >= _BELIEVED), 0)
    if shares[best] < _BELIEVED and not _is_possible(boxes, declared):
        raise NoDegrees(url, ", ".join(f"{number:.6g}" for number in boxes[0]))
    crs, swap = readings[best]
    name = ""
    if crs is not declared:
        name = crs.GetAuthorityName(None) + ":" + crs.GetAuthorityCode(None)
        again(path, dstSRS=name, reproject=False)
    if swap:
        text = crs.ExportToWkt(["FORMAT=WKT2_2018"])
        again(path, srcSRS=text, dstSRS=text, reproject=True, coordinateOperation=_SWAP)
    outside = 0.0 if expected is None or shares[best] >= _EXPECTED else 1.0 - shares[best]
    return Whereabouts(swap, name, outside)


def is_undefined(name: str) -> bool:
    """Tell whether a CRS is the one a GeoPackage files what has none under."""
    return name.lower().startswith("undefined")


def _sample(path: Path) -> tuple[list[Bounds], osr.SpatialReference | None]:
    """Return the boxes of features from all over the table, and its CRS."""
    source = gdal.OpenEx(str(path), gdal.OF_VECTOR)
    layer = source.GetLayerByName(TABLE)
    declared = layer.GetSpatialRef()
    declared = declared.Clone() if declared is not None else None
    step = max(1, layer.GetFeatureCount() // _SAMPLE)
    key = layer.GetFIDColumn() or "fid"
    layer.SetAttributeFilter(f'"{key}" % {step} = 0')
    boxes = []
    for feature in layer:
        shape = feature.GetGeometryRef()
        if shape is not None and not shape.IsEmpty():
            west, east, south, north = shape.GetEnvelope()
            boxes.append((west, south, east, north))
    return boxes, declared


def _readings(
    declared: osr.SpatialReference, own_crs: str
) -> Iterator[tuple[osr.SpatialReference, bool]]:
    """Yield what the coordinates may be, what was declared first: a CRS, and whether turned."""
    yield declared, False
    yield declared, True
    for name in (_DEGREES, own_crs):
        crs = osr.SpatialReference()
        if name and crs.SetFromUserInput(name) == 0 and not crs.IsSame(declared):
            crs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
            yield crs, False
            yield crs, True


def _is_possible(boxes: list[Bounds], crs: osr.SpatialReference) -> bool:
    """Tell whether most boxes may be coordinates of a CRS: degrees, or metres."""
    degrees = sum(
        -360 <= west and east <= 360 and -90 <= south and north <= 90
        for west, south, east, north in boxes
    )
    # Metres that all look like degrees would lie within a stone's throw of one point.
    return degrees > len(boxes) / 2 if crs.IsGeographic() else degrees < len(boxes)


def _share(boxes: list[Bounds], crs: osr.SpatialReference, swap: bool, expected: Bounds) -> float:
    """Return the share of boxes that meet the one expected, read as a CRS."""
    if not swap and not _is_possible(boxes, crs):
        return 0.0
    crs = crs.Clone()
    crs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    degrees = osr.SpatialReference()
    degrees.SetFromUserInput(_DEGREES)
    degrees.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    turned = osr.CoordinateTransformation(crs, degrees)
    met = 0
    with _Quiet():
        for box in boxes:
            west, south, east, north = (box[1], box[0], box[3], box[2]) if swap else box
            if crs.IsGeographic() and max(abs(south), abs(north)) > 90:
                continue
            try:
                west, south = turned.TransformPoint(west, south)[:2]
                east, north = turned.TransformPoint(east, north)[:2]
            except RuntimeError:
                # Beyond the projection: some plugins switch GDAL's exceptions on, for everybody.
                continue
            met += _meets((west, south, east, north), expected)
    return met / len(boxes)


class _Quiet:
    """Keep GDAL's complaints about points beyond a projection to itself."""

    def __enter__(self) -> None:
        gdal.PushErrorHandler("CPLQuietErrorHandler")

    def __exit__(self, *_: object) -> None:
        gdal.PopErrorHandler()


def _meets(one: Bounds, other: Bounds) -> bool:
    return (
        one[0] <= other[2] + _SLACK
        and other[0] <= one[2] + _SLACK
        and one[1] <= other[3] + _SLACK
        and other[1] <= one[3] + _SLACK
    )
