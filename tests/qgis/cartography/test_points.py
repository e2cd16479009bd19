# SPDX-License-Identifier: GPL-2.0-or-later
"""Points on a map: sectors point where they should, and shrink to dots on small maps."""

from __future__ import annotations

import math

import pytest
from qgis.core import QgsSymbolLayerUtils, QgsVectorLayer
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor

from blankspot_plugin.cartography import palette, roles, styling
from tests.qgis.cartography.drawing import DPI, drawn, map_settings
from tests.qgis.helpers import LAT, LON, points

pytestmark = pytest.mark.usefixtures("qgis_app")

NEAR, FAR = 100_000, 600_000
FIELDS = "technology:string azimuth:double beamwidth:double"


def sites(*rows):
    made = points([(LON, LAT, *row) for row in rows], FIELDS)
    styling.style_layer(made, "sites")
    return made


def inked(layer, scale, colour=palette.G4, rotation=0.0):
    """Where a colour lies, in millimetres right of and above the middle of the map."""
    picture, _ = drawn(map_settings([layer], (LON, LAT), scale, (16, 16), rotation=rotation))
    wanted, middle = QColor(colour), (picture.width() - 1) / 2
    return [
        ((x - middle) / DPI * 25.4, (middle - y) / DPI * 25.4)
        for x in range(picture.width())
        for y in range(picture.height())
        if near(picture.pixelColor(x, y), wanted)
    ]


def near(one, other):
    return max(abs(a - b) for a, b in zip(one.getRgb()[:3], other.getRgb()[:3])) < 12


def bearing(places):
    x, y = (sum(place[axis] for place in places) for axis in (0, 1))
    return math.degrees(math.atan2(x, y)) % 360


@pytest.mark.parametrize("azimuth", [0, 35, 90, 200, 315])
def test_a_wedge_points_to_its_azimuth(azimuth):
    outer = [place for place in inked(sites(("4G", azimuth, 65)), NEAR) if math.hypot(*place) > 1.6]
    assert abs((bearing(outer) - azimuth + 180) % 360 - 180) < 2.5


def test_a_wedge_turns_with_the_map():
    outer = [
        place
        for place in inked(sites(("4G", 35, 65)), NEAR, rotation=40)
        if math.hypot(*place) > 1.6
    ]
    assert abs(bearing(outer) - 75) < 2.5


def test_a_wedge_is_as_wide_as_its_beam():
    wide, narrow = (
        sum(2.0 < math.hypot(*place) < 3.0 for place in inked(sites(("4G", 90, beam)), NEAR))
        for beam in (120, 60)
    )
    assert wide / narrow == pytest.approx(2, rel=0.12)


def test_a_site_without_direction_is_no_wedge():
    for row in (("4G", None, None), ("4G", 90, 360), ("4G", 90, None)):
        places = inked(sites(row), NEAR)
        assert places and max(math.hypot(*place) for place in places) < 1.7


def test_three_sectors_of_a_mast_are_all_seen():
    layer = sites(*(("4G", azimuth, 90) for azimuth in (30, 150, 270)))
    outer = [place for place in inked(layer, NEAR) if math.hypot(*place) > 2]
    for azimuth in (30, 150, 270):
        assert any(abs(bearing([place]) - azimuth) < 10 for place in outer)


@pytest.mark.parametrize("row", [("4G", 90, 65), ("4G", None, None)])
def test_far_out_a_site_is_a_dot(row):
    near_by = max(math.hypot(*place) for place in inked(sites(row), NEAR))
    far_out = max(math.hypot(*place) for place in inked(sites(row), FAR))
    assert 0.2 < far_out < 0.9
    assert near_by > 1.5 * far_out


@pytest.mark.parametrize("role", [role.id for role in roles.ROLES if role.near])
def test_no_point_vanishes_on_a_small_map(role):
    for entry in roles.role(role).entries:
        # A wedge goes; the last of a stack is a mark, which shrinks and stays.
        assert isinstance(entry.marks[-1], roles.Mark)


def test_a_layer_without_directions_offers_no_sectors():
    plain = QgsVectorLayer("Point?crs=EPSG:4326&field=technology:string", "x", "memory")
    styling.style_layer(plain, "sites")
    values = [category.value() for category in plain.renderer().categories()]
    assert values and not [value for value in values if "sector" in value]


def test_a_wedge_in_a_legend_is_a_wedge_and_no_box():
    layer = sites(("4G", 90, 65))
    (symbol,) = [
        category.symbol().clone()
        for category in layer.renderer().categories()
        if category.value() == "4G sector"
    ]
    picture = QgsSymbolLayerUtils.symbolPreviewPixmap(symbol, QSize(60, 60)).toImage()
    inside = [
        (x, y)
        for x in range(60)
        for y in range(60)
        if picture.pixelColor(x, y).alpha() > 128
        and near(picture.pixelColor(x, y), QColor(palette.G4))
    ]
    assert 40 < len(inside) < 600


def test_ranks_are_written_on_the_first_proposals():
    layer = points([(LON, LAT, 1)], "rank:integer")
    styling.style_layer(layer, "proposals")
    _, labels = drawn(map_settings([layer], (LON, LAT), FAR))
    assert [label.labelText for label in labels] == ["1"]
