# SPDX-License-Identifier: GPL-2.0-or-later
"""The whole main job on the sample, through ``qgis_process``: tables, map sheet, summary."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import build
from run_process import run

FOLDER = build.ROOT / "demo"
SAMPLE = build.STAGED / "resources" / "sample"
RESULTS = FOLDER / "blankspot.gpkg"


def table(name: str) -> str:
    """Return a table of the sample as a layer source."""
    return f"{SAMPLE / 'contoh.gpkg'}|layername={name}"


def result(name: str) -> str:
    """Return a table of the results as a layer source."""
    return f"{RESULTS}|layername={name}"


def destination(name: str) -> str:
    """Return a table of the results as a place to write to."""
    return f"ogr:dbname='{RESULTS}' table=\"{name}\" (geom)"


def analyse() -> dict[str, object]:
    """Run ``analysis`` on the sample and return its numbers."""
    return run(
        "blankspot:analysis",
        {
            "SITES": table("sites"),
            "TECHNOLOGY_FIELD": "technology",
            "OPERATOR_FIELD": "operator",
            "AZIMUTH_FIELD": "azimuth",
            "BEAMWIDTH_FIELD": "beamwidth",
            "AREAS": table("areas"),
            "CODE_FIELD": "code",
            "NAME_FIELD": "name",
            "WIFI": table("wifi"),
            "STATUS_FIELD": "status",
            "EXCLUDE": table("water"),
            "SETTLEMENTS": table("settlements"),
            "POPULATION": SAMPLE / "population.tif",
            "POP_FIELD": "pop",
            "FACILITIES": table("facilities"),
            "CENTRES": table("centres"),
            "COVERAGE_OUTPUT": destination("coverage"),
            "GAPS": destination("gaps"),
            "STATISTICS": destination("statistics"),
            "SUMMARY": destination("summary"),
        },
    )


def _extent(name: str) -> str:
    with closing(sqlite3.connect(RESULTS)) as database:
        west, south, east, north = database.execute(
            "SELECT min_x, min_y, max_x, max_y FROM gpkg_contents WHERE table_name = ?", (name,)
        ).fetchone()
    return f"{west},{east},{south},{north} [EPSG:4326]"


def draw() -> dict[str, object]:
    """Draw the map sheet of the results and return where its files lie."""
    with closing(sqlite3.connect(RESULTS)) as database:
        (definition,) = database.execute(
            "SELECT description FROM gpkg_contents WHERE table_name = 'statistics'"
        ).fetchone()
    return run(
        "blankspot:mapsheets",
        {
            "LAYERS": [table("sites"), result("gaps"), table("rivers"), result("statistics")],
            "EXTENT": _extent("statistics"),
            "TITLE": "Blank spots in Kabupaten Contoh",
            "SUBTITLE": "Fictional sample regency",
            "DEFINITION": definition or "",
            "SOURCE": "Kabupaten Contoh, a fictional sample; places, codes and sites are invented.",
            "NAME": "blankspot",
            "OUTPUT": FOLDER,
        },
    )


def summary() -> str:
    """Return the table of villages per status under each definition."""
    with closing(sqlite3.connect(RESULTS)) as database:
        rows = database.execute(
            "SELECT definition, wifi_counts, covered, weak, blank, unknown FROM summary"
        ).fetchall()
    lines = [f"{'definition':<12} {'Wi-Fi':<11} covered   weak  blank  unknown"]
    for definition, wifi, *counts in rows:
        numbers = f"{counts[0]:>7} {counts[1]:>6} {counts[2]:>6} {counts[3]:>8}"
        lines.append(f"{definition:<12} {'counts' if wifi else 'not counted':<11} {numbers}")
    return "\n".join(lines)


def main() -> None:
    """Run everything and say where it lies."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir()
    numbers = analyse()
    sheet = draw()
    print("Kabupaten Contoh (fictional): villages per status under each definition\n")
    print(summary())
    print(
        f"\nBy area: {numbers['COVERED_KM2']:.1f} km² covered, {numbers['WEAK_KM2']:.1f} km² weak, "
        f"{numbers['BLANK_KM2']:.1f} km² blank, in {numbers['N_GAPS']} gaps."
    )
    places: list[object] = [RESULTS, sheet["PDF"], sheet["PNG"]]
    print("\nWritten:")
    for place in places:
        print(f"  {Path(str(place)).relative_to(build.ROOT)}")


if __name__ == "__main__":
    main()
