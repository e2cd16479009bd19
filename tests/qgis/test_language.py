# SPDX-License-Identifier: GPL-2.0-or-later
"""Under an Indonesian QGIS the plugin speaks Indonesian, and English again afterwards."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsProcessingContext, QgsSettings
from qgis.PyQt.QtCore import QCoreApplication

from blankspot_plugin import i18n, paths
from blankspot_plugin.cartography import styling
from blankspot_plugin.core.definitions import Rule
from tests.qgis.helpers import LAT, LON, layer, points, square, villages

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = {"locale/overrideFlag": True, "locale/userLocale": "id"}


@pytest.fixture
def indonesian(provider, tmp_path, monkeypatch):
    """Switch to Indonesian as the plugin does when it loads; call the result to switch back."""
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    build = import_module("build")
    try:
        build.qt_tool("lrelease")
    except SystemExit as missing:
        pytest.skip(f"the translation cannot be compiled: {missing}")
    build.compile_translation(ROOT / "i18n" / "blankspot_id.ts", tmp_path)
    monkeypatch.setattr(paths, "translation", lambda code: tmp_path / f"blankspot_{code}.qm")
    settings = QgsSettings()
    before = {key: settings.value(key) for key in SETTINGS}
    for key, value in SETTINGS.items():
        settings.setValue(key, value)
    translator = i18n.install_translator()

    def back():
        if translator is not None:
            QCoreApplication.removeTranslator(translator)
        for key, value in before.items():
            if value is None:
                settings.remove(key)
            else:
                settings.setValue(key, value)

    assert translator is not None
    yield back
    back()


def names():
    registry = QgsApplication.processingRegistry()
    return {
        algorithm.name(): algorithm.displayName()
        for algorithm in registry.providerById("blankspot").algorithms()
    }


def refusal():
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("blankspot:analysis")
    parameters = {
        "SITES": points([(LON, LAT)]),
        "AREAS": layer("Polygon", [(square(0, 0), ())], crs=""),
    }
    fine, sentence = algorithm.checkParameterValues(parameters, QgsProcessingContext())
    assert not fine
    return sentence


def legend(role):
    made = styling.template_layer(role)
    styling.style_layer(made, role)
    return [category.label() for category in made.renderer().categories()]


def labels(name):
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"blankspot:{name}")
    return {part.name(): part.description() for part in algorithm.parameterDefinitions()}


def spoken():
    return names(), labels("analysis"), refusal(), legend("areas"), legend("gaps")


def test_the_plugin_speaks_indonesian_and_then_english_again(indonesian):
    algorithms, parameters, sentence, areas, gaps = spoken()
    assert algorithms == {
        "analysis": "Analisis blank spot",
        "blankspot_analysis": "Analisis blank spot, langkah demi langkah (model)",
        "coverage": "Cakupan layanan BTS",
        "gaps": "Area blank spot",
        "mapsheets": "Lembar peta",
        "cleansites": "Bersihkan data menara",
        "pull": "Ambil layer dari layanan",
        "statistics": "Statistik per desa/kelurahan",
    }
    assert parameters["AREAS"] == "Wilayah (desa/kelurahan)"
    assert parameters["DEFINITION"] == "Definisi operasional blank spot"
    assert sentence == (
        "Wilayah (desa/kelurahan) (AREAS) tidak mempunyai sistem referensi koordinat: "
        "tetapkan pada properti layer."
    )
    assert areas == [
        "Terlayani",
        "Sinyal lemah",
        "Blank spot (tidak terlayani)",
        "Tidak diketahui (tidak ada data)",
    ]
    assert gaps == ["Area blank spot (tanpa sinyal)", "Area sinyal lemah"]

    indonesian()
    algorithms, parameters, sentence, areas, gaps = spoken()
    assert algorithms["analysis"] == "Blank-spot analysis"
    assert algorithms["blankspot_analysis"] == "Blank-spot analysis, step by step (model)"
    assert parameters["AREAS"] == "Areas (villages)"
    assert "has no coordinate reference system" in sentence
    assert areas == ["Covered", "Weak signal", "Blank spot", "Not known (no data)"]
    assert gaps == ["Blank spot area (no signal)", "Weak signal area"]


def test_no_algorithm_or_parameter_stays_english(indonesian):
    ids = list(names())
    there = {(name, key): text for name in ids for key, text in labels(name).items()}
    indonesian()
    english = {(name, key): text for name in ids for key, text in labels(name).items()}
    assert there.keys() == english.keys()
    # The model was built when the provider loaded, and keeps the language of that moment.
    alike = [key for key in there if there[key] == english[key] and key[0] != "blankspot_analysis"]
    assert alike == []


def test_the_printed_definition_has_indonesian_numbers(indonesian):
    from blankspot_plugin.processing.villages import definition_text

    distance = Rule(definition="distance", covered_from=90, blank_from=90, max_distance=3500)
    share = Rule(definition="settlement", covered_from=92.5, blank_from=90, max_distance=3500)
    assert "3.500 m" in definition_text(distance, False)
    assert "92,5 % permukimannya" in definition_text(share, False)
    indonesian()
    assert "3,500 m" in definition_text(distance, False)
    assert "92.5 % of its settlements" in definition_text(share, False)


def test_the_log_is_indonesian(indonesian, run):
    _, feedback = run(
        "coverage", {"INPUT": points([(LON + 0.05, LAT + 0.05)]), "OUTPUT": "memory:"}
    )
    assert "BTS: 1 fitur dibaca." in feedback.info
    # A circle of 3,500 m; the polygon drawn for it is a little smaller or as large.
    assert "1 BTS melayani 38,4" in feedback.text


def test_the_help_page_is_indonesian(indonesian):
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("blankspot:gaps")
    assert "Memotong dari tiap desa/kelurahan" in algorithm.shortHelpString()
    indonesian()
    assert "Cuts out of each village" in algorithm.shortHelpString()


def test_villages_are_judged_the_same_in_both_languages(indonesian, run):
    parameters = {"SITES": points([(LON + 0.05, LAT + 0.05)]), "AREAS": villages(3)}
    there, _ = run("analysis", parameters)
    indonesian()
    here, _ = run("analysis", parameters)
    numbers = [key for key, value in here.items() if isinstance(value, (int, float))]
    assert "N_BLANK" in numbers
    assert {key: there[key] for key in numbers} == {key: here[key] for key in numbers}
