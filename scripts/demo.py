# SPDX-License-Identifier: GPL-2.0-or-later
"""The whole main job on the sample, through ``qgis_process``: tables, map sheet, summary.

``demo.py --image docs/images/sheet.png`` also writes the sheet small enough for a web page.
"""

from __future__ import annotations

import argparse
import shutil
import sqlite3
from collections import Counter
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


def draw(numbers: dict[str, object]) -> dict[str, object]:
    """Draw the map sheet of the results and return where its files lie."""
    with closing(sqlite3.connect(RESULTS)) as database:
        (definition,) = database.execute(
            "SELECT description FROM gpkg_contents WHERE table_name = 'statistics'"
        ).fetchone()
        (villages,) = database.execute("SELECT count(*) FROM statistics").fetchone()
    return run(
        "blankspot:mapsheets",
        {
            "LAYERS": [
                *(table(name) for name in ("sites", "wifi", "regency", "kecamatan")),
                *(table(name) for name in ("rivers", "water")),
                *(result(name) for name in ("gaps", "statistics")),
                table("neighbours"),
            ],
            "EXTENT": _extent("statistics"),
            "TITLE": "Blank spots in Kabupaten Contoh",
            "SUBTITLE": (
                f"Fictional sample regency: {numbers['N_BLANK']} of {villages} villages "
                f"are blank spots, {numbers['N_WEAK']} have a weak signal"
            ),
            "DEFINITION": definition or "",
            "SOURCE": (
                "Base stations of 2025, public Wi-Fi points, settlements and villages of the "
                "sample of Blank Spot. Kabupaten Contoh is fictional: its places, names, codes, "
                "people and sites are invented."
            ),
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


def shrink(sheet: Path, target: Path) -> None:
    """Write a sheet's PNG at most 1600 pixels wide and in the 256 colours it needs most."""
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtGui import QImage

    small = QImage(str(sheet)).scaledToWidth(1600, Qt.TransformationMode.SmoothTransformation)
    small = small.convertToFormat(QImage.Format.Format_RGB32)
    cells = small.constBits().asstring(small.sizeInBytes())
    colours: dict[int, int] = {}  # of each sixteenth of red, green and blue the commonest one
    for colour, _ in Counter(memoryview(cells).cast("I")).most_common():
        if colours.setdefault(colour & 0xF0F0F0, colour) == colour and len(colours) == 256:
            break
    few = small.convertToFormat(
        QImage.Format.Format_Indexed8,
        list(colours.values()),
        Qt.ImageConversionFlag.ThresholdDither,
    )
    target.parent.mkdir(parents=True, exist_ok=True)
    if not few.save(str(target), "PNG", 0):
        raise SystemExit(f"{target} could not be written.")


def main() -> None:
    """Run everything and say where it lies."""
    parser = argparse.ArgumentParser(description="Run the whole job on the sample.")
    parser.add_argument("--image", type=Path, help="also write a small PNG of the sheet there")
    options = parser.parse_args()
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir()
    numbers = analyse()
    sheet = draw(numbers)
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
    if options.image:
        shrink(Path(str(sheet["PNG"])), options.image)
        print(f"  {options.image}")


if __name__ == "__main__":
    main()
