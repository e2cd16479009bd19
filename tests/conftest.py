# SPDX-License-Identifier: GPL-2.0-or-later
"""What all tests share. Must not import QGIS: tests/unit runs without it."""

from __future__ import annotations

from pathlib import Path

import pytest

SHARED_DATA = Path(__file__).resolve().parents[2] / "shared" / "data"


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Real input, which is not part of the project; it lies beside the checkout or nowhere."""
    if not SHARED_DATA.is_dir():
        pytest.skip("real input is tested where ../shared/data is present, and it is not")
    return SHARED_DATA
