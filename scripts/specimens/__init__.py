# SPDX-License-Identifier: GPL-2.0-or-later
"""Specimens of the styles: what is drawn, and how it is seen."""
