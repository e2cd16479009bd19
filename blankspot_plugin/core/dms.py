# SPDX-License-Identifier: GPL-2.0-or-later
"""Coordinates as official forms write them: ``1° 54' 32,5" LS``, ``116° 11' 24,0" BT``."""

from __future__ import annotations

# Lintang utara and selatan, bujur timur and barat: what the forms ask for in any language.
_NORTH, _SOUTH, _EAST, _WEST = "LU", "LS", "BT", "BB"


def latitude_text(degrees: float) -> str:
    r"""Return a latitude in degrees, minutes and seconds, to a tenth of a second (3 m).

    >>> latitude_text(-1.9090278)
    '1° 54\' 32,5" LS'
    """
    return f"{_sexagesimal(degrees)} {_SOUTH if degrees < 0 else _NORTH}"


def longitude_text(degrees: float) -> str:
    r"""Return a longitude in degrees, minutes and seconds, to a tenth of a second.

    >>> longitude_text(116.19)
    '116° 11\' 24,0" BT'
    """
    return f"{_sexagesimal(degrees)} {_WEST if degrees < 0 else _EAST}"


def _sexagesimal(degrees: float) -> str:
    # In whole tenths, so that 59,96 seconds become a minute and never 60,0.
    tenths = round(abs(degrees) * 36_000)
    whole, rest = divmod(tenths, 36_000)
    minutes, tenths = divmod(rest, 600)
    return f"{whole}° {minutes:02d}' {tenths // 10:02d},{tenths % 10}\""
