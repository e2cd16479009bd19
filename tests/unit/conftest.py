# SPDX-License-Identifier: GPL-2.0-or-later
"""Properties are searched without a clock: a busy machine fails no test."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("unit", deadline=None)
settings.load_profile("unit")
