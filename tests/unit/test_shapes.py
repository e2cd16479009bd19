# SPDX-License-Identifier: GPL-2.0-or-later
"""Discs and sectors against their closed forms."""

from __future__ import annotations

import struct

import numpy as np
import pytest

from blankspot_plugin.core.shapes import (
    disc_rings,
    equal_area_factor,
    multipolygon_wkb,
    polygon_wkb,
    sector_ring,
)
from tests.unit.maps import wkb_collection, wkb_polygon

SEGMENTS = [1, 2, 5, 8, 32, 64]


def _area(ring):
    """Signed, positive counter-clockwise, from the first vertex."""
    x, y = (ring - ring[0]).T
    return (x[:-1] * y[1:] - x[1:] * y[:-1]).sum() / 2


def _disc(x, y, radius, segments):
    return disc_rings(np.array([x]), np.array([y]), np.array([radius]), segments)[0]


@pytest.mark.parametrize("segments", SEGMENTS)
@pytest.mark.parametrize("radius", [1.0, 100.0, 3500.0, 12000.0])
def test_a_disc_has_the_area_of_its_circle(segments, radius):
    ring = _disc(500000.0, 9790000.0, radius, segments)
    assert _area(ring) == pytest.approx(np.pi * radius**2, rel=1e-9)


@pytest.mark.parametrize("segments", SEGMENTS)
def test_a_disc_is_closed_and_has_four_quarters(segments):
    ring = _disc(500000.0, 9790000.0, 3500.0, segments)
    assert ring.shape == (4 * segments + 1, 2)
    assert (ring[0] == ring[-1]).all()
    assert len(np.unique(ring, axis=0)) == 4 * segments


def test_at_32_segments_the_edge_is_within_one_part_in_2500():
    ring = _disc(0.0, 0.0, 1.0, 32)
    middles = (ring[1:] + ring[:-1]) / 2
    assert np.abs(np.hypot(*ring.T) - 1).max() < 4e-4
    assert np.abs(np.hypot(*middles.T) - 1).max() < 4e-4
    assert equal_area_factor(2 * np.pi / 128) == pytest.approx(1.0002, abs=1e-5)


def test_every_disc_stands_at_its_own_centre():
    x, y = np.array([0.0, 7.0, -3.0]), np.array([1.0, 2.0, 9.0])
    radius = np.array([1.0, 5.0, 0.0])
    rings = disc_rings(x, y, radius, 8)
    assert rings[:, :-1].mean(axis=1) == pytest.approx(np.stack([x, y], axis=1))
    assert [_area(ring) for ring in rings] == pytest.approx(np.pi * radius**2)


def test_no_discs():
    none = np.empty(0)
    assert disc_rings(none, none, none, 8).shape == (0, 33, 2)


@pytest.mark.parametrize("segments", SEGMENTS)
@pytest.mark.parametrize("degrees", [0.5, 30.0, 65.0, 90.0, 120.0, 180.0, 240.0, 359.0])
@pytest.mark.parametrize("azimuth", [0.0, 45.0, 271.0])
def test_a_sector_has_the_area_of_its_slice(segments, degrees, azimuth):
    place = (500000.0, 9790000.0)
    ring = sector_ring(place, place, 3500.0, np.radians(azimuth), np.radians(degrees), segments)
    assert _area(ring) == pytest.approx(np.radians(degrees) / 2 * 3500.0**2, rel=1e-9)
    assert (ring[0] == place).all() and (ring[-1] == place).all()


@pytest.mark.parametrize(
    ("azimuth", "beside"),
    [(0, (0, 1)), (90, (1, 0)), (180, (0, -1)), (270, (-1, 0)), (45, (0.7071, 0.7071))],
)
def test_a_sector_looks_along_its_azimuth_clockwise_from_north(azimuth, beside):
    ring = sector_ring((0.0, 0.0), (0.0, 0.0), 1.0, np.radians(azimuth), np.radians(60), 32)
    arc = ring[1:-1]
    assert arc.mean(axis=0) / np.hypot(*arc.mean(axis=0)) == pytest.approx(beside, abs=1e-4)
    bearing = np.degrees(np.arctan2(arc[:, 0], arc[:, 1])) - azimuth
    bearing = (bearing + 180) % 360 - 180
    assert (bearing.min(), bearing.max()) == pytest.approx((-30, 30), abs=1e-9)


def test_the_arc_of_a_shifted_sector_lies_on_the_shifted_circle():
    ring = sector_ring((0.0, 0.0), (0.5, -0.25), 100.0, 1.0, 2.0, 32)
    apart = np.hypot(*(ring[1:-1] - (0.5, -0.25)).T)
    assert apart == pytest.approx(np.full(len(apart), 100.0), rel=4e-4)
    assert (ring[0] == 0).all() and (ring[-1] == 0).all()


def test_three_sectors_of_a_third_make_a_disc():
    parts = [
        sector_ring((0.0, 0.0), (0.0, 0.0), 10.0, np.radians(turn), np.radians(120), 30)
        for turn in (0, 120, 240)
    ]
    disc = _disc(0.0, 0.0, 10.0, 30)
    assert sum(_area(part) for part in parts) == pytest.approx(_area(disc), rel=1e-12)
    for one, following in zip(parts, parts[1:] + parts[:1]):
        assert following[-2] == pytest.approx(one[1])


def test_wkb_of_a_polygon_is_the_standards():
    ring = _disc(3.0, 4.0, 2.0, 3)
    assert polygon_wkb(ring) == wkb_polygon(ring)
    assert polygon_wkb(ring[:, ::-1]) == wkb_polygon(ring[:, ::-1])


@pytest.mark.parametrize("count", [0, 1, 3])
def test_wkb_of_a_multipolygon_is_the_standards(count):
    places = np.arange(float(count))
    rings = disc_rings(places, -places, places + 1, 3)
    parts = [wkb_polygon(ring) for ring in rings]
    assert multipolygon_wkb(rings) == wkb_collection(6, *parts)
    assert struct.unpack_from("<BII", multipolygon_wkb(rings)) == (1, 6, count)
