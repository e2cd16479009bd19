# SPDX-License-Identifier: GPL-2.0-or-later
"""From core and services to QGIS objects and back."""
