# SPDX-License-Identifier: GPL-2.0-or-later
"""Seeded random numbers, smooth noise fields and cubic resampling."""

from __future__ import annotations

import math
import zlib

import numpy as np

SEED = 990101


def stream(name: str) -> np.random.Generator:
    """Give a named random stream.

    Every job draws from its own stream, so that changing one of them leaves the others as they
    were.

    Parameters
    ----------
    name : str
        Name of the job.

    Returns
    -------
    numpy.random.Generator
        A PCG64 generator. Only its ``random`` method is used, whose output numpy keeps stable.
    """
    return np.random.Generator(np.random.PCG64([SEED, zlib.crc32(name.encode())]))


def normal(rng: np.random.Generator) -> float:
    """Draw from the standard normal distribution (Box-Muller, two uniform draws)."""
    first, second = rng.random(), rng.random()
    return math.sqrt(-2.0 * math.log(1.0 - first)) * math.cos(2.0 * math.pi * second)


def cubic_weights(size: int, positions: np.ndarray) -> np.ndarray:
    """Build the matrix that samples a line of values with cubic B-splines.

    Parameters
    ----------
    size : int
        Number of values in the line.
    positions : numpy.ndarray
        Where to sample, in index units; clamped at the ends.

    Returns
    -------
    numpy.ndarray
        Matrix of shape (len(positions), size).
    """
    position = np.clip(positions, 0.0, size - 1.0)
    base = np.floor(position).astype(int)
    t = position - base
    weights = np.zeros((len(position), size))
    rows = np.arange(len(position))
    parts = (
        (1 - t) ** 3 / 6,
        (3 * t**3 - 6 * t**2 + 4) / 6,
        (-3 * t**3 + 3 * t**2 + 3 * t + 1) / 6,
        t**3 / 6,
    )
    for offset, part in zip((-1, 0, 1, 2), parts):
        np.add.at(weights, (rows, np.clip(base + offset, 0, size - 1)), part)
    return weights


def resample(values: np.ndarray, rows: np.ndarray, cols: np.ndarray) -> np.ndarray:
    """Sample a grid smoothly at the crossings of the given row and column positions."""
    return cubic_weights(values.shape[0], rows) @ values @ cubic_weights(values.shape[1], cols).T


def octave(name: str, shape: tuple[int, int], wavelength: float) -> np.ndarray:
    """Make one octave of smooth noise with unit-like amplitude and a wavelength in cells."""
    rows, cols = (int(n / wavelength) + 4 for n in shape)
    lattice = stream(f"{name}/{wavelength:.3f}").random((rows, cols)) * 2.0 - 1.0
    return resample(
        lattice * 2.2,
        1.0 + np.arange(shape[0]) / wavelength,
        1.0 + np.arange(shape[1]) / wavelength,
    )


def fractal(
    name: str, shape: tuple[int, int], wavelength: float, octaves: int, gain: float = 0.5
) -> np.ndarray:
    """Add octaves of noise, each half as long and ``gain`` times as strong.

    The result is rounded, so that the last bits of a processor's arithmetic decide nothing.
    """
    total = np.zeros(shape)
    for level in range(octaves):
        total += gain**level * octave(name, shape, wavelength / 2**level)
    return np.round(total, 6)
