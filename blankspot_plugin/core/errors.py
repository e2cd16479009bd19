# SPDX-License-Identifier: GPL-2.0-or-later
"""What can go wrong, as types that carry the facts; the shell turns them into sentences.

::

    BlankSpotError
    ├── Cancelled                 the officer stopped the run
    ├── OverlayFailed             two geometries could not be overlaid, even repaired
    ├── OutputIncomplete          a file holds fewer features than were written to it
    ├── NothingUsable             a layer whose every feature had to be left out
    ├── FilterLeavesNothing       an only source of coverage filtered down to none
    ├── CellNotANumber            a cell of a numeric field that is no number
    │   └── CellNegative          or one below zero where there is none
    └── BadRadius                 a radius, or a pair of radii, that can't be meant
        ├── RadiusNotANumber
        ├── RadiusNegative
        ├── RadiiAllZero
        ├── WeakShorterThanCovered
        └── BadBeamwidth
"""

from __future__ import annotations


class BlankSpotError(Exception):
    """Root of all errors the science and the services raise."""


class Cancelled(BlankSpotError):
    """The officer stopped the run; nothing was written."""


class OverlayFailed(BlankSpotError):
    """Two geometries could not be overlaid, even after repair.

    Parameters
    ----------
    reason
        What the geometry library said.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class NothingUsable(BlankSpotError):
    """Every feature of a layer had to be left out.

    Parameters
    ----------
    layer
        The parameter key of the layer.
    """

    def __init__(self, layer: str) -> None:
        super().__init__(layer)
        self.layer = layer


class CellNotANumber(BlankSpotError):
    """A cell of a field of numbers that is none.

    Parameters
    ----------
    field
        The field.
    value
        The cell.
    """

    def __init__(self, field: str, value: object) -> None:
        super().__init__(f"{field}: {value}")
        self.field = field
        self.value = value


class CellNegative(CellNotANumber):
    """A number below zero where nothing can be less than none."""


class OutputIncomplete(BlankSpotError):
    """A file holds fewer features than were written to it.

    Parameters
    ----------
    output
        What it is called.
    written, found
        Numbers of features.
    """

    def __init__(self, output: str, written: int, found: int) -> None:
        super().__init__(f"{output}: {found} of {written}")
        self.output = output
        self.written = written
        self.found = found


class FilterLeavesNothing(BlankSpotError):
    """A filter that no feature of an only source of coverage fulfils.

    Parameters
    ----------
    expression
        The filter.
    """

    def __init__(self, expression: str) -> None:
        super().__init__(expression)
        self.expression = expression


class BadRadius(BlankSpotError):
    """A radius that can't be meant.

    Parameters
    ----------
    where
        The technology, or the site, the radius stands at.
    value
        The value as it was given.
    """

    def __init__(self, where: str, value: object = "") -> None:
        super().__init__(f"{where}: {value}")
        self.where = where
        self.value = value


class RadiusNotANumber(BadRadius):
    """A radius that is not a finite number."""


class RadiusNegative(BadRadius):
    """A radius below zero."""


class RadiiAllZero(BadRadius):
    """No site has any reach."""


class WeakShorterThanCovered(BadRadius):
    """A weak radius that is shorter than the covered one, and not zero."""


class BadBeamwidth(BadRadius):
    """A beamwidth outside (0, 360] degrees, or an azimuth that is not a finite number."""
