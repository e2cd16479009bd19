# SPDX-License-Identifier: GPL-2.0-or-later
"""The one palette. No other file of the plugin names a colour of a map.

The three classes go from light to dark as service goes from good to none, so that they
keep their order in a grey print; blue, amber and crimson stay apart for red-green and
blue-yellow colour blindness. Strong tones are for lines, hatches and translucent fills.
"""

from __future__ import annotations

# Classes: fills under other things, and the strong tone of each.
COVERED = "#E6F0F7"
WEAK = "#F3C978"
BLANK = "#D6879F"
UNKNOWN = "#F4F4F1"
COVERED_DISC = "#8FBDE2"
WEAK_DISC = "#F8E0AE"
COVERED_STRONG = "#1F6FB2"
WEAK_STRONG = "#855400"
BLANK_STRONG = "#6B0F35"
UNKNOWN_STRONG = "#8B949B"

# Public Wi-Fi: a tier of its own, never one of the three classes.
WIFI = "#00897B"
WIFI_STRONG = "#004D45"

# Technologies: the newer, the darker.
G5 = "#14202B"
G4 = "#0F4C81"
G3 = "#5B9BD5"
G2 = "#CFE0EE"
G_UNKNOWN = "#FFFFFF"

# Ground and type.
SETTLEMENT = "#A89A86"
SETTLEMENT_STRONG = "#7A6D5B"
BOUNDARY = "#5A6670"
WATER = "#B5D6E8"
RIVER = "#5F9FC4"
RIVER_STRONG = "#2E6E94"
ROAD = "#A08F7E"
NEIGHBOUR = "#EDEDEA"
NEIGHBOUR_STRONG = "#9AA1A6"
INK = "#1B2733"
INK_SOFT = "#55626D"
ACCENT = "#0F4C81"
HAIRLINE = "#B9C2C9"
PAPER = "#FFFFFF"
