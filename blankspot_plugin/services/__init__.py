# SPDX-License-Identifier: GPL-2.0-or-later
"""The protocols regencies serve their layers by, one per file; no QGIS."""
