# SPDX-License-Identifier: GPL-2.0-or-later
"""Regions that grow over the land until they meet, and cheapest ways across it."""

from __future__ import annotations

import heapq

import numpy as np


def grow(
    cost: np.ndarray,
    sources: list[tuple[int, int, float]],
    allowed: np.ndarray,
    diagonal: bool = False,
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Spread from sources over neighbouring cells, the cheapest first.

    Regions use only the four neighbours over an edge, so that each is connected over edges; ways
    may go over corners too.

    Parameters
    ----------
    cost : numpy.ndarray
        Cost of entering a cell.
    sources : list of tuple
        Flat cell, label (from 1), cost at the start.
    allowed : numpy.ndarray
        Cells that may be entered. The outermost cells of the grid are never entered.
    diagonal : bool
        Whether to step over corners.

    Returns
    -------
    label, total, parent : numpy.ndarray
        The label that arrived first (0: none), its cost, and the flat cell it came from (-1: a
        source or none).
    """
    cols = cost.shape[1]
    price = cost.ravel().tolist()
    inner = np.zeros_like(allowed)
    inner[1:-1, 1:-1] = allowed[1:-1, 1:-1]
    free = inner.ravel().tolist()
    steps = [(-cols, 1.0), (cols, 1.0), (-1, 1.0), (1, 1.0)]
    if diagonal:
        steps += [(dy * cols + dx, 1.41421356) for dy in (-1, 1) for dx in (-1, 1)]
    label = [0] * len(price)
    total = [float("inf")] * len(price)
    parent = [-1] * len(price)
    done = [False] * len(price)
    heap = []
    for cell, name, start in sources:
        if free[cell] and start < total[cell]:
            total[cell], label[cell] = start, name
            heap.append((start, cell))
    heapq.heapify(heap)
    while heap:
        spent, cell = heapq.heappop(heap)
        if done[cell]:
            continue
        done[cell] = True
        name = label[cell]
        for step, length in steps:
            other = cell + step
            if free[other] and not done[other]:
                new = spent + length * price[other]
                if new < total[other]:
                    total[other], label[other], parent[other] = new, name, cell
                    heapq.heappush(heap, (new, other))
    shape = cost.shape
    return (
        np.array(label, dtype=np.int32).reshape(shape),
        np.array(total).reshape(shape),
        np.array(parent, dtype=np.int64).reshape(shape),
    )


def fill(label: np.ndarray, allowed: np.ndarray) -> np.ndarray:
    """Give allowed cells without a label that of the nearest labelled one, over water too."""
    todo = allowed & (label == 0)
    spread = label.copy()
    while (todo & (spread == 0)).any():
        before = spread
        spread = before.copy()
        for axis, shift in ((0, 1), (0, -1), (1, 1), (1, -1)):
            moved = np.roll(before, shift, axis)
            spread = np.where(spread == 0, moved, spread)
    return np.where(todo, spread, label)


def in_one_piece(label: np.ndarray, pieces: list[int]) -> np.ndarray:
    """Keep of each region only what hangs together over edges with a cell of it.

    Parameters
    ----------
    label : numpy.ndarray
        Regions that grew over corners too.
    pieces : list of int
        One flat cell of each region.

    Returns
    -------
    numpy.ndarray
        The regions with their loose bits given to whatever lies beside them.
    """
    cols = label.shape[1]
    flat = label.ravel().tolist()
    kept = [0] * len(flat)
    for start in pieces:
        name = flat[start]
        if kept[start]:
            continue
        kept[start] = name
        part = [start]
        for cell in part:
            for other in (cell - cols, cell + cols, cell - 1, cell + 1):
                if flat[other] == name and not kept[other]:
                    kept[other] = name
                    part.append(other)
    return fill(np.array(kept, dtype=label.dtype).reshape(label.shape), label > 0)


def without_pinches(label: np.ndarray) -> np.ndarray:
    """Remove places where a region touches itself over a corner only.

    Parameters
    ----------
    label : numpy.ndarray
        Regions.

    Returns
    -------
    numpy.ndarray
        The same with single cells changed at such corners.
    """
    label = label.copy()
    for _ in range(60):
        a, b = label[:-1, :-1], label[:-1, 1:]
        c, d = label[1:, :-1], label[1:, 1:]
        falling = (a == d) & (a != b) & (a != c)
        rising = (b == c) & (b != a) & (b != d)
        if not (falling.any() or rising.any()):
            return label
        for row, col in zip(*np.nonzero(falling)):
            label[row, col + 1] = label[row, col]
        for row, col in zip(*np.nonzero(rising & ~falling)):
            label[row, col] = label[row, col + 1]
    raise RuntimeError("the regions keep touching over corners")
