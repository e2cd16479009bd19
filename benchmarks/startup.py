# SPDX-License-Identifier: GPL-2.0-or-later
"""What the plugin costs before it is used: time to load, and modules it brings along.

``startup.py PLUGINS`` runs in a process of its own, with QGIS but without Processing, so that
nothing else has loaded a module first.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import session

# None of these may be needed to show a menu and a list of algorithms.
HEAVY = ("numpy", "scipy", "osgeo", "pandas", "shapely")


def main(plugins: Path) -> None:
    """Load the plugin, register its provider, import its menu; print the time of each."""
    application = session.start_qgis()
    before = set(sys.modules)
    start = time.perf_counter()
    plugin = session.load_plugin(plugins)
    registered = time.perf_counter()
    __import__(f"{session.NAME}.gui.menu")
    done = time.perf_counter()
    new = set(sys.modules) - before
    answer = {
        "registered_ms": (registered - start) * 1000,
        "menu_ms": (done - registered) * 1000,
        "modules": len(new),
        "own": sum(name.split(".")[0] == session.NAME for name in new),
        "heavy": [name for name in HEAVY if name in new],
    }
    print(json.dumps(answer), flush=True)
    del plugin, application


if __name__ == "__main__":
    main(Path(sys.argv[1]))
