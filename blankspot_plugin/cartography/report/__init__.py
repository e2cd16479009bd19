# SPDX-License-Identifier: GPL-2.0-or-later
"""The report: one description (``content``), written as spreadsheet, letter, PDF and KMZ."""
