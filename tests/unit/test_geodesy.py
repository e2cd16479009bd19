# SPDX-License-Identifier: GPL-2.0-or-later
"""Distances and directions against published values, quadrature, and Karney's solution."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blankspot_plugin.core.geodesy import direct, distance, gaussian_curvature
from tests.unit.maps import A, E, F

B = A * (1 - F)


def _dms(degrees, minutes, seconds):
    return np.sign(degrees) * (abs(degrees) + minutes / 60 + seconds / 3600)


# Geoscience Australia's test line for Vincenty's formulae.
FLINDERS = (_dms(144, 25, 29.52440), _dms(-37, 57, 3.72030))
BUNINYONG = (_dms(143, 55, 35.38390), _dms(-37, 39, 10.15610))


@pytest.mark.parametrize(
    ("start", "end", "metres", "tolerance"),
    [
        (FLINDERS, BUNINYONG, 54972.271, 6e-4),
        # GeographicLib's example, JFK to LHR.
        ((-73.8, 40.6), (-0.5, 51.6), 5551759.400, 6e-4),
        # The meridian quadrant of WGS 84, and a degree of its equator.
        ((10.0, 0.0), (10.0, 90.0), 10001965.729, 1e-3),
        ((116.0, 0.0), (117.0, 0.0), A * np.pi / 180, 1e-4),
        # The first degree of the meridian, and the last.
        ((117.0, 0.0), (117.0, 1.0), 110574.389, 1e-3),
        ((117.0, 89.0), (117.0, 90.0), 111693.865, 1e-3),
    ],
)
def test_published_distances(start, end, metres, tolerance):
    assert float(distance(*start, *end)) == pytest.approx(metres, abs=tolerance)


def test_published_direction_leads_to_the_published_place():
    lon, lat = direct(*FLINDERS, _dms(306, 52, 5.37), 54972.271)
    # 0.01 seconds of azimuth are 2.7 mm there.
    assert float(distance(lon, lat, *BUNINYONG)) < 3e-3


@pytest.mark.parametrize("lat", [-89.0, -45.0, -1.9, -0.3, 0.0, 1.0, 30.0, 51.0])
@pytest.mark.parametrize("span", [1e-4, 0.05, 0.9])
def test_along_a_meridian_it_is_the_arc_of_the_ellipse(lat, span):
    nodes, weights = np.polynomial.legendre.leggauss(24)
    middle = np.radians(lat + span / 2 * (1 + nodes))
    radii = A * (1 - E**2) / (1 - (E * np.sin(middle)) ** 2) ** 1.5
    arc = np.radians(span) / 2 * (weights * radii).sum()
    assert float(distance(116.2, lat, 116.2, lat + span)) == pytest.approx(arc, abs=1e-5)
    lon2, lat2 = direct(116.2, lat, 0.0, arc)
    assert (float(lon2), float(lat2)) == pytest.approx((116.2, lat + span), abs=1e-10)


_LON, _LAT = st.floats(-180, 180), st.floats(-85, 85)


@settings(max_examples=200)
@given(_LON, _LAT, st.floats(0, 360), st.floats(0, 1e6))
def test_direct_agrees_with_karney(lon, lat, azimuth, metres):
    pyproj = pytest.importorskip("pyproj")
    geod = pyproj.Geod(a=A, f=F)
    there = geod.fwd(lon, lat, azimuth, metres)[:2]
    here = direct(lon, lat, azimuth, metres)
    assert geod.inv(*there, *(float(value) for value in here))[2] < 1e-4


@settings(max_examples=200)
@given(_LON, _LAT, st.floats(0, 360), st.floats(0, 1e6))
def test_distance_agrees_with_karney(lon, lat, azimuth, metres):
    pyproj = pytest.importorskip("pyproj")
    lon2, lat2, _ = pyproj.Geod(a=A, f=F).fwd(lon, lat, azimuth, metres)
    assert float(distance(lon, lat, lon2, lat2)) == pytest.approx(metres, abs=1e-4)


@settings(max_examples=200)
@given(
    st.floats(94, 142), st.floats(-0.01, 0.01), st.floats(-0.2, 0.2), st.floats(-1e-5, 1e-5)
)  # fmt: skip
def test_on_and_near_the_equator_it_agrees_with_karney(lon, lat, span, rise):
    pyproj = pytest.importorskip("pyproj")
    metres = pyproj.Geod(a=A, f=F).inv(lon, lat, lon + span, lat + rise)[2]
    assert float(distance(lon, lat, lon + span, lat + rise)) == pytest.approx(metres, abs=1e-4)


@given(_LON, _LAT)
def test_a_point_is_no_distance_from_itself(lon, lat):
    assert float(distance(lon, lat, lon, lat)) == 0.0
    assert np.ravel(direct(lon, lat, 37.0, 0.0)) == pytest.approx([lon, lat], abs=1e-12)


@given(_LON, _LAT, _LON, _LAT)
def test_distance_is_the_same_both_ways(lon1, lat1, lon2, lat2):
    there, back = distance(lon1, lat1, lon2, lat2), distance(lon2, lat2, lon1, lat1)
    # Near the antipodes Vincenty's iteration does not settle; nothing here asks that far.
    if there < 1.5e7:
        assert float(there) == pytest.approx(float(back), abs=1e-6)


def test_distance_crosses_the_date_line():
    across = float(distance(179.95, -16.0, -179.95, -16.0))
    assert across == pytest.approx(float(distance(10.0, -16.0, 10.1, -16.0)), abs=1e-6)


def test_arguments_broadcast():
    lon, lat = np.array([[116.0], [117.0]]), np.array([[-1.0], [-2.0]])
    azimuth, metres = np.array([[0.0, 90.0, 215.0]]), 5000.0
    lon2, lat2 = direct(lon, lat, azimuth, metres)
    assert lon2.shape == lat2.shape == (2, 3)
    assert distance(lon, lat, lon2, lat2) == pytest.approx(np.full((2, 3), 5000.0), abs=1e-6)


def test_no_points_are_no_trouble():
    none = np.empty(0)
    assert distance(none, none, none, none).shape == (0,)
    assert direct(none, none, 0.0, 1.0)[0].shape == (0,)


def test_curvature_at_the_equator_and_the_poles():
    curvature = gaussian_curvature(np.array([0.0, 90.0, -90.0]))
    assert curvature == pytest.approx([1 / B**2, (B / A**2) ** 2, (B / A**2) ** 2], rel=1e-12)


def test_curvature_sums_to_four_pi_over_the_ellipsoid():
    # Gauss and Bonnet; the surface element in the reduced latitude needs no M and no N.
    nodes, weights = np.polynomial.legendre.leggauss(60)
    reduced = nodes * np.pi / 2
    element = A * np.cos(reduced) * np.hypot(A * np.sin(reduced), B * np.cos(reduced))
    lat = np.degrees(np.arctan(np.tan(reduced) * A / B))
    total = 2 * np.pi * (gaussian_curvature(lat) * element * weights).sum() * np.pi / 2
    assert total == pytest.approx(4 * np.pi, rel=1e-12)
