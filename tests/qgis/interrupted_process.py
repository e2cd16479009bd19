# SPDX-License-Identifier: GPL-2.0-or-later
"""A QGIS of its own that pulls, and is stopped in the middle.

Run with a job as JSON on its standard input: ``parameters`` of ``blankspot:pull`` and either
``limit``, the bytes that no file may exceed from here on, as on a full disk, or ``kill``: the
process ends, as when the power fails, while the table is copied to its place.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import sys
from pathlib import Path

from osgeo import gdal
from qgis.core import QgsApplication, QgsProcessingException


def main() -> None:
    """Do the job; print what the officer is told."""
    job = json.load(sys.stdin)
    application = QgsApplication([], False)
    application.initQgis()
    sys.path.append(str(Path(QgsApplication.pkgDataPath()) / "python" / "plugins"))
    from processing.core.Processing import Processing

    Processing.initialize()
    from blankspot_plugin.bridge import delivery
    from blankspot_plugin.plugin import BlankSpotPlugin

    plugin = BlankSpotPlugin(None)
    plugin.initProcessing()
    if "limit" in job:
        resource.setrlimit(resource.RLIMIT_FSIZE, (job["limit"], job["limit"]))
    if job.get("kill"):
        delivery.gdal.VectorTranslateOptions = _killing(gdal.VectorTranslateOptions)
    import processing

    told = ""
    try:
        processing.run("blankspot:pull", job["parameters"])
    except QgsProcessingException as error:
        told = str(error)
    print(json.dumps({"told": told}), flush=True)
    # Nothing is left to be closed in order: the process ends here.
    os._exit(0)


def _killing(options):
    """Return GDAL's options, with a look at the progress that ends it all half-way."""

    def half_way(share: float, *_: object) -> int:
        if share > 0.5:
            os.kill(os.getpid(), signal.SIGKILL)
        return 1

    # The staging has a look of its own; the copy to its place has none.
    return lambda **more: options(**{"callback": half_way, **more})


if __name__ == "__main__":
    main()
