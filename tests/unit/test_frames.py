# SPDX-License-Identifier: GPL-2.0-or-later
"""Scale, convergence and shifted circles of maps whose closed forms are known."""

from __future__ import annotations

import numpy as np
import pytest

from blankspot_plugin.core import frames as frames_
from blankspot_plugin.core.geodesy import direct, gaussian_curvature
from tests.unit.maps import Mercator, Stereographic, TransverseMercator

LATITUDES = [0.0, -0.97, -2.4, 6.0, -11.0, 30.0, 50.0]
# Degrees east of the map's middle: a regency across, a UTM zone, and too far for one.
OFFSETS = [0.0, 0.5, -1.5, 3.0]


def _map(kind, lat):
    if kind == "mercator":
        return Mercator(lat)
    if kind == "stereographic":
        return Stereographic(115.0, lat - 1.2)
    return TransverseMercator(115.0)


def _frames(plane, lon, lat):
    lon, lat = np.atleast_1d(lon).astype(float), np.atleast_1d(lat).astype(float)
    return frames_.frames(plane.forward(lon, lat), plane.forward(*frames_.rim(lon, lat)), lat)


KINDS = pytest.mark.parametrize("kind", ["mercator", "stereographic", "transverse"])


@KINDS
@pytest.mark.parametrize("lat", LATITUDES)
def test_k_is_the_scale_of_the_map(kind, lat):
    plane = _map(kind, lat)
    lon = 115.0 + np.array(OFFSETS)
    lats = np.full(len(lon), lat)
    assert _frames(plane, lon, lats).k == pytest.approx(plane.scale(lon, lats), rel=2e-8)


@KINDS
@pytest.mark.parametrize("lat", LATITUDES)
def test_turn_is_the_direction_of_the_meridian(kind, lat):
    plane = _map(kind, lat)
    lon = 115.0 + np.array(OFFSETS)
    up, down = plane.forward(lon, lat + 1e-4), plane.forward(lon, lat - 1e-4)
    leftward = np.arctan2(down[:, 0] - up[:, 0], up[:, 1] - down[:, 1])
    assert _frames(plane, lon, np.full(len(lon), lat)).turn == pytest.approx(leftward, abs=1e-7)


@pytest.mark.parametrize("lat", [-2.4, 6.0, 30.0, 50.0])
@pytest.mark.parametrize("offset", [-2.0, 0.5, 2.0])
def test_turn_has_the_sign_and_size_of_the_convergence_of_utm(lat, offset):
    turn = _frames(TransverseMercator(115.0), 115.0 + offset, lat).turn
    # East of the middle and north of the equator, true north lies to the left.
    convergence = np.arctan(np.tan(np.radians(offset)) * np.sin(np.radians(lat)))
    assert turn == pytest.approx([convergence], abs=2e-6)


@KINDS
@pytest.mark.parametrize("lat", LATITUDES)
@pytest.mark.parametrize("radius", [100.0, 3500.0, 5000.0])
def test_a_circle_on_the_ground_is_the_shifted_circle_to_a_millimetre(kind, lat, radius):
    plane = _map(kind, lat)
    lon = 115.0 + np.array(OFFSETS)
    lats = np.full(len(lon), lat)
    frame = _frames(plane, lon, lats)
    edge = plane.forward(*direct(lon[:, None], lats[:, None], np.arange(0.0, 360.0, 7.5), radius))
    centre = plane.forward(lon, lats) + frame.shift * radius**2
    apart = np.hypot(*np.moveaxis(edge - centre[:, None, :], -1, 0))
    # A circle is right up to r^3: on Mercator's map about (1 + 2 tan^2 lat) r^3 / 6 R^2 is left,
    # and that is more than a millimetre at 50 degrees only.
    tolerance = 2e-3 if kind == "mercator" and abs(lat) > 40 else 1e-3
    assert apart == pytest.approx(np.repeat(frame.k[:, None] * radius, 48, axis=1), abs=tolerance)


def test_without_the_shift_the_circle_is_metres_off():
    """So that the test above shows something."""
    plane, lat = Mercator(50.0), 50.0
    edge = plane.forward(*direct(115.0, lat, np.array([0.0, 180.0]), 5000.0))
    north, south = np.abs(edge - plane.forward(115.0, lat))[:, 1]
    assert north - south > 4.0


@KINDS
@pytest.mark.parametrize("lat", LATITUDES)
def test_an_azimuth_from_true_north_is_found_on_the_map(kind, lat):
    plane = _map(kind, lat)
    azimuths = np.arange(0.0, 360.0, 15.0)
    lon = 116.5
    frame = _frames(plane, lon, lat)
    arm = plane.forward(*direct(lon, lat, azimuths, 5000.0)) - plane.forward(lon, lat)
    expected = np.radians(azimuths) - frame.turn[0]
    error = np.angle(np.exp(1j * (np.arctan2(arm[:, 0], arm[:, 1]) - expected)))
    # A geodesic curves on the map by as much as the scale changes along it.
    bend = np.hypot(*frame.gradient[0]) * frame.k[0] * 5000.0 / 2
    assert np.abs(error).max() <= bend * 1.01 + 1e-7


@pytest.mark.parametrize("lat", LATITUDES)
def test_gradient_is_that_of_the_scale(lat):
    plane = Stereographic(115.0, lat - 1.2)
    here = plane.forward(np.array([116.5]), np.array([lat]))
    step = 500.0
    slope = [
        np.log(plane.scale(*plane.inverse(here + way)) / plane.scale(*plane.inverse(here - way)))
        / (2 * step)
        for way in np.array([[step, 0.0], [0.0, step]])
    ]
    gradient = _frames(plane, 116.5, lat).gradient[0]
    assert gradient == pytest.approx(np.ravel(slope), rel=1e-4, abs=1e-13)


@KINDS
@pytest.mark.parametrize("lat", LATITUDES)
def test_twist_and_curvature_are_the_second_derivative_of_the_scale(kind, lat):
    plane, step = _map(kind, lat), 20000.0
    here = plane.forward(np.array([116.5]), np.array([lat]))

    def log_k(east, north):
        return float(np.ravel(np.log(plane.scale(*plane.inverse(here + (east, north)))))[0])

    middle = log_k(0, 0)
    xx = (log_k(step, 0) + log_k(-step, 0) - 2 * middle) / step**2
    yy = (log_k(0, step) + log_k(0, -step) - 2 * middle) / step**2
    xy = (log_k(step, step) + log_k(-step, -step) - log_k(-step, step) - log_k(step, -step)) / (
        4 * step**2
    )
    frame = _frames(plane, 116.5, lat)
    even = frame.curvature[0] / frame.k[0] ** 2
    assert xx + yy == pytest.approx(even, rel=2e-3)
    expected = (xx - yy) / 4 - 1j * xy / 2
    assert frame.twist[0] == pytest.approx(expected, abs=2e-3 * even)


def test_at_the_centre_of_a_stereographic_map_the_scale_grows_alike_all_round():
    frame = _frames(Stereographic(115.0, -1.7), 115.0, -1.7)
    # By the ellipsoid's flattening, not more.
    assert abs(frame.twist[0]) < 5e-3 * frame.curvature[0]


@KINDS
@pytest.mark.parametrize("lat", LATITUDES)
def test_conformal_maps_have_no_skew(kind, lat):
    lon = 115.0 + np.array(OFFSETS)
    assert _frames(_map(kind, lat), lon, np.full(len(lon), lat)).skew < 2e-7


@pytest.mark.parametrize("lat", [6.0, -11.0, 50.0])
def test_a_map_that_is_not_conformal_shows(lat):
    class PlateCarree:
        def forward(self, lon, lat):
            return np.stack(np.broadcast_arrays(111e3 * lon, 111e3 * lat), axis=-1)

    assert _frames(PlateCarree(), 115.0, lat).skew > 1e-3


def test_curvature_is_the_ellipsoids():
    lat = np.array([0.0, 45.0])
    frame = _frames(Mercator(), np.array([115.0, 115.0]), lat)
    assert frame.curvature == pytest.approx(gaussian_curvature(lat))


def test_no_points_have_no_frames():
    none = np.empty(0)
    frame = frames_.frames(np.empty((0, 2)), np.empty((0, 4, 2)), none)
    assert frame.k.shape == (0,) and frame.shift.shape == (0, 2) and frame.skew == 0.0
    assert frames_.rim(none, none)[0].shape == (0, 4)
