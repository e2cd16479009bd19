# SPDX-License-Identifier: GPL-2.0-or-later
"""How a role and the look of its classes are written down: plain data, no QGIS.

Sizes are millimetres on paper, angles degrees, opacity 0 to 1. Texts are English sources
marked for translation; whoever shows one passes it through ``tr()``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from .. import palette

POINT, LINE, POLYGON, RASTER = "point", "linestring", "polygon", "raster"

FieldNames = Iterable[str]


@dataclass(frozen=True)
class Hatch:
    """Parallel lines; ``casing`` is a wider line beneath, for imagery."""

    colour: str
    angle: float
    spacing: float
    width: float
    casing: str = ""
    dashed: bool = False


@dataclass(frozen=True)
class Dots:
    """A lattice of dots."""

    colour: str
    spacing: float
    size: float


@dataclass(frozen=True)
class Fill:
    """A polygon's look: fill, patterns over it, and outline. A raster's cells take the fill."""

    colour: str = ""
    opacity: float = 1.0
    outline: str = ""
    width: float = 0.2
    dashed: bool = False
    casing: str = ""
    patterns: tuple[Hatch | Dots, ...] = ()


@dataclass(frozen=True)
class Stroke:
    """A line's look."""

    colour: str
    width: float
    dashed: bool = False


@dataclass(frozen=True)
class Mark:
    """One marker shape. ``far`` is its size on maps smaller than the role's ``near``."""

    shape: str
    size: float
    colour: str = ""
    outline: str = palette.PAPER
    width: float = 0.25
    angle: float = 0.0
    far: float = 0.0


@dataclass(frozen=True)
class Wedge:
    """A sector antenna: where it points and how wide its beam is, on maps up to ``near``."""

    colour: str
    radius: float
    outline: str = palette.PAPER
    width: float = 0.15


@dataclass(frozen=True)
class Entry:
    """One class of a role: its value, its legend text, and its look per geometry.

    The value ``""`` takes whatever no other entry takes. A point's look is a stack of marks,
    the lowest first. ``needs`` tells from the fields whether there can be such a class.
    ``number`` stands where the text says ``{n}``.
    """

    value: str
    label: str
    fill: Fill | None = None
    stroke: Stroke | None = None
    marks: tuple[Mark | Wedge, ...] = ()
    needs: Callable[[FieldNames], bool] | None = None
    number: float | None = None


@dataclass(frozen=True)
class Labels:
    """How a role's features are named (points; scales are denominators).

    The first of ``fields`` that is there is shown from ``scale`` on. Until ``all_scale``
    only features of the class ``first`` are named, so that a small map stays legible. Where
    there is no room for all, a higher ``priority`` (0 to 10) wins. ``over`` writes a point's
    label on its symbol, else it stands beside it.
    """

    fields: tuple[str, ...] = ("name", "nama", "desa", "wadmkd", "namobj")
    scale: int = 800_000
    size: float = 5.5
    colour: str = palette.INK
    italic: bool = False
    bold: bool = False
    capitals: bool = False
    first: str = ""
    all_scale: int = 0
    priority: int = 5
    over: bool = False


@dataclass(frozen=True)
class Role:
    """What a layer can be on a map.

    Attributes
    ----------
    id, title
        Of the style file, and for people.
    entries
        The classes; where they are ``stacked`` the last is drawn on top.
    fields
        Those of our own outputs; text unless a type follows (``dbm:double``).
    geometry
        The usual one. Another will do if the entries have a look for it.
    classify
        Returns the QGIS expression that gives an entry's value from the fields at hand
        (None: one look for all).
    labels
        None for features without a name.
    near
        The smallest scale (denominator) at which points have their full symbols; on smaller
        maps they shrink to dots. 0 for always.
    """

    id: str
    title: str
    entries: tuple[Entry, ...]
    fields: tuple[str, ...] = ()
    geometry: str = POLYGON
    classify: Callable[[FieldNames], str] | None = None
    labels: Labels | None = None
    near: int = 0
    stacked: bool = False
