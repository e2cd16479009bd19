# SPDX-License-Identifier: GPL-2.0-or-later
"""Styles, layouts and map sheets; no widgets."""
