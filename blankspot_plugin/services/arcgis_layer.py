# SPDX-License-Identifier: GPL-2.0-or-later
"""What an ArcGIS REST layer says of itself, and how its errors and dates are read."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import datetime, timedelta, timezone
from typing import Any

import requests

from ..core import errors
from . import answers
from .model import Bounds, LayerInfo

_GEOMETRIES = {
    "esriGeometryPoint": "point",
    "esriGeometryMultipoint": "point",
    "esriGeometryPolyline": "line",
    "esriGeometryPolygon": "polygon",
    "esriGeometryEnvelope": "polygon",
}
_WITH_FEATURES = {"Feature Layer", "Table"}
# Codes of an error object that mean: log in. 498 is a bad token, 499 a missing one.
_LOGIN_CODES = {401, 403, 498, 499}
_WEB_MERCATOR = {3857, 102100, 102113, 900913}
_DEGREES = {4326, 4979, 9470}
_EARTH_RADIUS = 6378137.0
_EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)

Json = Mapping[str, Any]


def ask(session: requests.Session, url: str, params: answers.Params) -> dict[str, Any]:
    """Return a JSON object the server answers with.

    Raises
    ------
    ServiceSaid, LoginNeeded
        If it is an error object, which ArcGIS sends under HTTP 200; and what
        :func:`blankspot_plugin.services.answers.get_json` raises.
    """
    return checked(answers.get_json(session, url, params), url)


def checked(reply: Any, url: str) -> dict[str, Any]:
    """Return a JSON object unless it tells an error; raises as :func:`ask` does."""
    if not isinstance(reply, dict):
        raise errors.NotTheProtocol(url, answers.brief(str(reply)))
    error = reply.get("error")
    if error:
        parts = error if isinstance(error, dict) else {"message": str(error)}
        code = parts.get("code")
        if code in _LOGIN_CODES:
            raise errors.LoginNeeded(url, code)
        words = [str(parts.get("message") or ""), *map(str, parts.get("details") or ())]
        raise errors.ServiceSaid(url, answers.brief(" ".join(words)) or f"code {code}")
    return reply


def has_features(description: Json) -> bool:
    """Tell whether a layer holds features itself: groups, rasters and notes don't."""
    kind = description.get("type")
    return kind in _WITH_FEATURES or (not kind and bool(description.get("geometryType")))


def is_table(description: Json) -> bool:
    """Tell whether a layer has no geometry."""
    return description.get("type") == "Table" or not description.get("geometryType")


def info(description: Json, name: str) -> LayerInfo:
    """Return a layer's description in our words."""
    extent = description.get("extent") or {}
    reference = extent.get("spatialReference") or description.get("spatialReference") or {}
    geometry = _GEOMETRIES.get(str(description.get("geometryType")), "")
    edited = (description.get("editingInfo") or {}).get("lastEditDate")
    return LayerInfo(
        name=name,
        title=str(description.get("name") or ""),
        abstract=str(description.get("description") or ""),
        crs=crs_of(reference),
        bounds=_bounds(extent, reference),
        geometry="table" if is_table(description) else geometry,
        updated=when(edited) if isinstance(edited, (int, float)) else "",
    )


def crs_of(reference: Json) -> str:
    """Return a spatial reference as ``EPSG:32750``, ``ESRI:102697`` or ''."""
    code = reference.get("latestWkid") or reference.get("wkid")
    if code in _WEB_MERCATOR:
        return "EPSG:3857"
    if not isinstance(code, int) or code <= 0:
        return ""
    # Esri's own codes begin above what EPSG gives out.
    return f"EPSG:{code}" if code < 100000 else f"ESRI:{code}"


def _bounds(extent: Json, reference: Json) -> Bounds | None:
    """Return an extent in degrees where that takes no library of projections."""
    try:
        west, south, east, north = (float(extent[key]) for key in ("xmin", "ymin", "xmax", "ymax"))
    except (KeyError, TypeError, ValueError):
        return None
    # An empty layer spans from NaN to NaN.
    if not all(map(math.isfinite, (west, south, east, north))):
        return None
    code = reference.get("latestWkid") or reference.get("wkid")
    if code in _DEGREES:
        return west, south, east, north
    if code in _WEB_MERCATOR:
        return (*_unproject(west, south), *_unproject(east, north))
    return None


def _unproject(x: float, y: float) -> tuple[float, float]:
    """Return web Mercator metres as degrees: lat = 2 atan(exp(y / R)) - 90."""
    latitude = 2 * math.atan(math.exp(y / _EARTH_RADIUS)) - math.pi / 2
    return math.degrees(x / _EARTH_RADIUS), math.degrees(latitude)


def when(milliseconds: float) -> str:
    """Return a moment as ISO 8601 text in UTC; before 1970 too, which Windows' C can't."""
    try:
        moment = _EPOCH + timedelta(milliseconds=milliseconds)
    except OverflowError:
        # Some write "for ever" as a year no calendar has.
        return str(milliseconds)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z").replace(".000Z", "Z")


def key_of(description: Json) -> str:
    """Return the name of the field that numbers the features, '' where there is none."""
    if description.get("objectIdField"):
        return str(description["objectIdField"])
    for field in description.get("fields") or ():
        if field.get("type") == "esriFieldTypeOID":
            return str(field["name"])
    return ""


def date_fields(description: Json) -> tuple[str, ...]:
    """Return the names of the fields of dates."""
    fields = description.get("fields") or ()
    return tuple(field["name"] for field in fields if field.get("type") == "esriFieldTypeDate")


def pages_by_offset(description: Json) -> bool:
    """Tell whether ``resultOffset`` works: since 10.3, where the source can."""
    advanced = description.get("advancedQueryCapabilities") or {}
    return bool(advanced.get("supportsPagination", description.get("supportsPagination")))


def speaks_geojson(description: Json) -> bool:
    """Tell whether ``f=geojson`` is offered: since 10.4."""
    return "geojson" in str(description.get("supportedQueryFormats") or "").lower()
