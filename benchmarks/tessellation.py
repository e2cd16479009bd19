# SPDX-License-Identifier: GPL-2.0-or-later
"""Villages that tile a region: natural borders, every vertex shared with the neighbour.

A honeycomb whose corners are moved a little, whose edges are noise, and which is warped as a
whole, so that villages differ in size::

      corner ──sum of sines──> edge ──six edges──> village

An edge leaves its chord by no more than 0.4 of the way to its nearer corner, and corners keep
angles well above what that needs, so that no two edges ever cross.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

STEPS = 117  # segments an edge: about 700 vertices a village
_WAVES = 48
_JITTER = 0.2
_LEAN = 0.4
_WARP = 0.5


@dataclass(frozen=True)
class Villages:
    """Villages as rings.

    Attributes
    ----------
    rings : (n, 6 * STEPS + 1, 2) float
        Closed rings, counter-clockwise, map metres, centred on the origin.
    width, height
        Of the region, metres.
    """

    rings: np.ndarray
    width: float
    height: float


def tessellate(count: int, area: float, seed: int) -> Villages:
    """Return `count` villages of `area` m2 on average."""
    rng = np.random.default_rng(seed)
    side = np.sqrt(area / (1.5 * np.sqrt(3)))
    columns = max(1, round(np.sqrt(count * 1.25 * 1.5 / np.sqrt(3))))
    rows = -(-count // columns)
    corners = _corners(rows, columns, side, rng)
    ends, cells = _topology(rows, columns)
    edges = _edges(corners[ends[:, 0]], corners[ends[:, 1]], rng)
    edges = np.round(_warped(edges, columns * np.sqrt(3) * side, rows * 1.5 * side, rng), 3)
    number, backwards = cells[:count, :, 0], cells[:count, :, 1].astype(bool)
    pieces = edges[number]
    pieces[backwards] = pieces[backwards][:, ::-1]
    rings = pieces[:, :, :-1].reshape(count, -1, 2)
    rings = np.concatenate([rings, rings[:, :1]], axis=1)
    middle = (rings.min(axis=(0, 1)) + rings.max(axis=(0, 1))) / 2
    rings = np.round(rings - np.round(middle), 3)
    width, height = np.ptp(rings.reshape(-1, 2), axis=0)
    return Villages(rings, float(width), float(height))


def _corners(rows: int, columns: int, side: float, rng: np.random.Generator) -> np.ndarray:
    """Return corners along rows + 1 zigzag lines of 2 * columns + 2 corners each, flat."""
    line, place = np.mgrid[0 : rows + 1, 0 : 2 * columns + 2]
    zigzag = np.where((line + place) % 2 == 0, 0.25, -0.25)
    x, y = place * np.sqrt(3) / 2 * side, (1.5 * line + zigzag) * side
    at = np.stack([x, y], axis=-1).reshape(-1, 2)
    moved: np.ndarray = at + rng.uniform(-_JITTER, _JITTER, at.shape) * side
    return moved


def _topology(rows: int, columns: int) -> tuple[np.ndarray, np.ndarray]:
    """Return the corners of each edge, and the six edges of each cell with their direction."""
    across = 2 * columns + 2
    line, place = np.mgrid[0 : rows + 1, 0 : across - 1]
    flat = (line * across + place).ravel()
    along = np.stack([flat, flat + 1], axis=1)
    row, column = np.mgrid[0:rows, 0 : columns + 1]
    foot = (row * across + 2 * column + row % 2).ravel()
    upright = np.stack([foot, foot + across], axis=1)
    row, column = np.mgrid[0:rows, 0:columns]
    left = 2 * column + row % 2
    below, above = row * (across - 1) + left, (row + 1) * (across - 1) + left
    wall = len(along) + row * (columns + 1) + column
    number = np.stack([below, below + 1, wall + 1, above + 1, above, wall], axis=-1)
    backwards = np.broadcast_to([0, 0, 0, 1, 1, 1], number.shape)
    cells = np.stack([number, backwards], axis=-1).reshape(-1, 6, 2)
    return np.concatenate([along, upright]), cells


def _edges(start: np.ndarray, end: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Return noisy lines between corners, (edges, STEPS + 1, 2)."""
    share = np.linspace(0.0, 1.0, STEPS + 1)
    wave = np.arange(1, _WAVES + 1)
    sines = np.sin(np.pi * wave[:, None] * share[None, :])
    sines[:, -1] = 0.0
    height = rng.normal(size=(len(start), _WAVES)) / wave**1.15 @ sines
    room = np.minimum(share, 1 - share)
    steepest = np.max(np.abs(height[:, 1:-1]) / room[1:-1], axis=1)
    height *= (_LEAN / np.maximum(steepest, _LEAN))[:, None]
    chord = end - start
    normal = np.stack([-chord[:, 1], chord[:, 0]], axis=1)
    lines: np.ndarray = (
        start[:, None, :]
        + share[None, :, None] * chord[:, None, :]
        + height[:, :, None] * normal[:, None, :]
    )
    # Not by a rounding: the edges of a corner must meet.
    lines[:, -1] = end
    return lines


def _warped(xy: np.ndarray, width: float, height: float, rng: np.random.Generator) -> np.ndarray:
    """Return points moved by long waves, whose slopes stay below _WARP in all."""
    made = xy.copy()
    waves = 4
    for axis, size in ((0, width), (1, height)):
        for _ in range(waves):
            number = rng.uniform(1.0, 4.0) * 2 * np.pi / size
            angle, phase = rng.uniform(0, 2 * np.pi, 2)
            along = xy[..., 0] * np.cos(angle) + xy[..., 1] * np.sin(angle)
            made[..., axis] += _WARP / waves / number * np.sin(number * along + phase)
    return made
