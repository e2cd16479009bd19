# SPDX-License-Identifier: GPL-2.0-or-later
"""Builds the fictional regency "Kabupaten Contoh" that is shipped with the plugin."""
