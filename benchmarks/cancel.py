# SPDX-License-Identifier: GPL-2.0-or-later
"""How long does ``blankspot:analysis`` take to stop? ``cancel.py SET [PLUGINS]``.

One run to the end tells how long it takes. Then it is cancelled at moments spread over that
time, up to where it starts to write: an output that has been begun is finished, so that no
file is ever left half-written.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

import session
from sets import WORK, path

MOMENTS = 12
PLUGINS = Path(__file__).resolve().parent.parent / "build"


def main(name: str, plugins: Path) -> None:
    """Run, cancel, and print the delays in seconds."""
    application = session.start_qgis()
    session.start_processing()
    plugin = session.load_plugin(plugins)
    import processing
    from products import table, target
    from qgis.core import QgsProcessingException, QgsProcessingFeedback

    class CancelAt(QgsProcessingFeedback):
        """Cancelled from a moment on; remembers when the work before writing was done."""

        def __init__(self, moment: float) -> None:
            super().__init__(False)
            self.moment = moment
            self.wrote = float("inf")

        def isCanceled(self) -> bool:
            return time.perf_counter() >= self.moment

        def setProgress(self, share: float) -> None:
            if share >= 90:
                self.wrote = min(self.wrote, time.perf_counter())

    def run(feedback: CancelAt, folder: str) -> None:
        data, out = path(name), Path(folder) / "out.gpkg"
        parameters = {
            "SITES": table(data, "sites"), "RADIUS_FIELD": "radius",
            "AREAS": table(data, "villages"), "CODE_FIELD": "code",
            "GAPS": target(out, "gaps"), "STATISTICS": target(out, "statistics"),
        }  # fmt: skip
        processing.run("blankspot:analysis", parameters, feedback=feedback)

    with tempfile.TemporaryDirectory(dir=WORK) as folder:
        whole = CancelAt(float("inf"))
        start = time.perf_counter()
        run(whole, folder)
        print(f"{name}: {time.perf_counter() - start:.2f} s, "
              f"writing from {whole.wrote - start:.2f} s on")  # fmt: skip
        for place in range(MOMENTS):
            moment = time.perf_counter() + (whole.wrote - start) * (place + 0.5) / MOMENTS
            late = CancelAt(moment)
            try:
                run(late, folder)
            except QgsProcessingException:
                pass
            # A run that was quicker than the first may have begun to write by then.
            delay = max(min(time.perf_counter(), late.wrote) - moment, 0.0)
            print(f"  cancelled at {(place + 0.5) / MOMENTS:.0%}: stopped after {delay:.2f} s",
                  flush=True)  # fmt: skip
    del plugin, application


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]) if len(sys.argv) > 2 else PLUGINS)
