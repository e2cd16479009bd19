# SPDX-License-Identifier: GPL-2.0-or-later
"""``blankspot:analysis`` on a set, with more or fewer of its outputs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from products import table, target


def analysis(data: Path, out: Path, outputs: Sequence[str], segments: int = 32) -> None:
    """Run the algorithm.

    Parameters
    ----------
    data
        The set.
    out
        The GeoPackage to write.
    outputs
        Keys of the outputs wanted.
    segments
        Chords a quarter circle.
    """
    import processing

    parameters = {
        "SITES": table(data, "sites"),
        "RADIUS_FIELD": "radius",
        "AREAS": table(data, "villages"),
        "CODE_FIELD": "code",
        "NAME_FIELD": "name",
        "SEGMENTS": segments,
    }
    parameters.update({key: target(out, key.lower()) for key in outputs})
    processing.run("blankspot:analysis", parameters)
