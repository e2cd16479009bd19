# SPDX-License-Identifier: GPL-2.0-or-later
"""From which received level (RSRP, dBm) on is a place covered, weak or blank?

No Indonesian rule states one. These are what this project assumes; whoever prints a map of
levels says so.
"""

from __future__ import annotations

COVERED_DBM = -105.0
WEAK_DBM = -115.0
