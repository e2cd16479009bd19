# SPDX-License-Identifier: GPL-2.0-or-later
"""The monthly round: pull everything again, check the towers, analyse, print."""

from __future__ import annotations

from collections.abc import Callable

from .analysis_step import AnalysisStep
from .desk import Desk
from .map_step import MapStep

Then = Callable[[], None]


def update(desk: Desk, analysis: AnalysisStep, sheet: MapStep) -> None:
    """Do again, with what was asked last time, all that was done; it ends at a failed step.

    Parameters
    ----------
    desk
        What is pulled and cleaned again, as far as it was before.
    analysis
        Its form holds the settings.
    sheet
        Prints what comes of it.
    """

    def analyse() -> None:
        desk.analyse(analysis.asked(), lambda: sheet.print_sheet(show=False))

    def clean() -> None:
        # Only where the towers in use are cleaned ones; the raw ones take their place again.
        cleaned = desk.result("CLEAN_SITES")
        raw = desk.project.mapLayer(desk.state.results.get("RAW_SITES", ""))
        if cleaned is None or raw is None:
            analyse()
            return
        desk.set_purpose(raw, "sites")
        desk.clean(then=analyse)

    desk.refresh(list(desk.state.pulls), clean)
