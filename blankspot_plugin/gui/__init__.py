# SPDX-License-Identifier: GPL-2.0-or-later
"""What the officer clicks; runs the algorithms, computes nothing."""
