# SPDX-License-Identifier: GPL-2.0-or-later
"""What the officer changed on a layout stays; what we changed, we may change again.

Type that is too large for its box is set smaller. Next time it has to be known whether the
size that stands there is ours, so that a shorter text can be set in the size of the design
again, or the officer's, who had a reason.
"""

from __future__ import annotations

from qgis.core import QgsLayoutItem, QgsLayoutObject

_KEY = "blankspot/"
_ALIKE = 0.05


def designed(item: QgsLayoutObject, name: str, now: float) -> float:
    """Return a value as the design has it: what stands there, unless we put it there."""
    ours = item.customProperty(f"{_KEY}{name}/ours", None)
    design = item.customProperty(f"{_KEY}{name}/design", None)
    if ours is None or design is None or abs(float(ours) - now) > _ALIKE:
        return now
    return float(design)


def remember(item: QgsLayoutObject, name: str, design: float, ours: float) -> None:
    """Note what the design had and what we put in its place."""
    item.setCustomProperty(f"{_KEY}{name}/design", design)
    item.setCustomProperty(f"{_KEY}{name}/ours", ours)


def reserve(item: QgsLayoutItem, width: float) -> None:
    """Note how wide (mm) an item may be that QGIS makes as wide as its content."""
    item.setCustomProperty(f"{_KEY}width", width)


def reserved(item: QgsLayoutItem) -> float:
    """Return how wide (mm) an item may be; as wide as it is where nothing was noted."""
    return float(item.customProperty(f"{_KEY}width", 0) or 0) or item.sizeWithUnits().width()


def hide(item: QgsLayoutObject, empty: bool) -> None:
    """Hide an item that has nothing to show, and show it again once it has; only if we hid it."""
    ours = bool(int(item.customProperty(f"{_KEY}empty", 0) or 0))
    if empty and item.isVisible():
        item.setVisibility(False)
        item.setCustomProperty(f"{_KEY}empty", 1)
    elif not empty and ours:
        item.setVisibility(True)
        item.setCustomProperty(f"{_KEY}empty", 0)
