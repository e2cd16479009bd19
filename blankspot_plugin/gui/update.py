# SPDX-License-Identifier: GPL-2.0-or-later
"""The monthly round by one button: the model ``update`` runs, and its layers take their places."""

from __future__ import annotations

from pathlib import Path

from ..bridge import monthly
from ..i18n import tr
from ..processing.update import FOLDER, NAME, model_of
from . import analysing, pulling
from .desk import Desk
from .runner import Parameters, Run


def update(desk: Desk, asked: Parameters) -> None:
    """Do again, with what was asked last time, all that was done; it ends at a failed step.

    Parameters
    ----------
    desk
        Whose project is brought up to date; nothing in it changes before all went well.
    asked
        The parameters of the analysis but its outputs, as its form shows them.
    """
    path = analysing.results_path(desk)
    if path is None:
        return
    desk.state.parameters = asked
    desk.keep()
    what = monthly.round_of(desk.project)
    tables = {step: pulling.begin(desk, name) for step, name in what.names.items()}
    if not all(tables.values()):
        return
    kept = {name: dict(desk.state.pulls[name]) for name in what.names.values()}

    def done(results: Parameters) -> None:
        fine = [
            pulling.adopt(desk, what.names[step], output, kept[what.names[step]], keep=False)
            for step, output in tables.items()
        ]
        if not all(fine):
            return
        if what.clean:
            analysing.show_clean(desk, path)
        analysing.show_analysis(desk, path)
        desk.keep()
        desk.analysed.emit()
        desk.updated.emit(results)

    steps = [step.description() for step in model_of(what).childAlgorithms().values()]
    last = [""]

    def stepped(words: str) -> None:
        # QGIS names the step in words of its own; a step says more of itself afterwards.
        last.append(next((step for step in steps if step in words), last.pop()))

    def failed(said: str) -> None:
        if said and last[0]:
            said = tr("The update stopped at “{step}”. {reason}").format(step=last[0], reason=said)
        desk.failed(said)

    outputs = _outputs(what, tables, path)
    desk.runner.start(Run(f"blankspot:{NAME}", outputs, done, failed, stepped))


def _outputs(what: monthly.Round, tables: dict[str, str], path: Path) -> Parameters:
    """Return where the outputs of the model go."""
    outputs: Parameters = {f"{step}:OUTPUT": output for step, output in tables.items()}
    for key, table in analysing.TABLES.items():
        outputs[f"analysis:{key}"] = analysing.table_in(path, table, key != "SUMMARY")
    if what.clean:
        outputs["cleansites:OUTPUT"] = analysing.table_in(path, analysing.SITES)
        outputs["cleansites:REJECTED"] = analysing.table_in(path, "rejected", False)
    if what.before:
        outputs["BEFORE"] = what.before
        outputs["change:OUTPUT"] = analysing.table_in(path, "change", False)
    outputs[f"mapsheets:{FOLDER}"] = str(path.parent)
    return outputs
