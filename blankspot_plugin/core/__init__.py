# SPDX-License-Identifier: GPL-2.0-or-later
"""The science: standard library and numpy, no QGIS."""
