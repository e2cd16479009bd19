# SPDX-License-Identifier: GPL-2.0-or-later
"""The Result part of the dock on the sample: figures, sorting, search, selection, copies."""

from __future__ import annotations

import csv
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from osgeo import ogr
from qgis.core import QgsProject
from qgis.PyQt.QtCore import QItemSelectionModel, Qt
from qgis.PyQt.QtGui import QColor, QPalette
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

from blankspot_plugin import paths
from blankspot_plugin.bridge import results as result_layers
from blankspot_plugin.gui.results import ResultsWidget
from blankspot_plugin.gui.village_table import RAW, TONES
from tests.qgis.helpers import layer, run_alg

PICTURES = Path(__file__).resolve().parents[2] / "build" / "pictures"


def _sample(**more):
    source = paths.sample()
    tables = {
        "SITES": "sites", "AREAS": "areas", "WIFI": "wifi", "SETTLEMENTS": "settlements",
        "CENTRES": "centres", "FACILITIES": "facilities",
    }  # fmt: skip
    given = {key: f"{source}|layername={name}" for key, name in tables.items()}
    given.update(
        POPULATION=str(source.parent / "population.tif"), POP_FIELD="pop", CODE_FIELD="code",
        NAME_FIELD="name", TECHNOLOGY_FIELD="technology", OPERATOR_FIELD="operator",
        STATUS_FIELD="status",
    )  # fmt: skip
    out, _ = run_alg("analysis", {**given, "GAPS": None, "COVERAGE_OUTPUT": None, **more})
    return out


@pytest.fixture(scope="module")
def analysed(provider):
    now = _sample()
    old = _sample(SITES=f"{paths.sample()}|layername=sites_2024")
    return (
        now["STATISTICS"],
        result_layers.read(now["STATISTICS"], now["SUMMARY"]),
        result_layers.read(old["STATISTICS"]),
        now,
    )


@contextmanager
def heard(signal):
    """Yield the list of what a signal says."""
    said = []
    signal.connect(said.append)
    yield said
    signal.disconnect(said.append)
    assert said


@pytest.fixture
def new(provider):
    """Return a way to make widgets that are closed at the end."""
    made = []

    def make():
        made.append(ResultsWidget())
        return made[-1]

    yield make
    for widget in made:
        widget.clear()
        widget.close()
        widget.deleteLater()


@pytest.fixture
def shown(analysed, new):
    statistics, found, before, _ = analysed
    widget = new()
    widget.resize(480, 900)
    statistics.removeSelection()
    widget.show_results(found, statistics, before)
    widget.show()
    yield widget
    statistics.removeSelection()


def column(view, title):
    return [one.title for one in view.source.table.columns].index(title)


def cells(view, title, role=Qt.ItemDataRole.DisplayRole):
    at = column(view, title)
    return [view.shown.index(row, at).data(role) for row in range(view.shown.rowCount())]


def tab_titles(widget):
    return [widget.tabs.tabText(at) for at in range(widget.tabs.count())]


def pick(view, rows):
    view.selectionModel().clearSelection()
    flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for row in rows:
        view.selectionModel().select(view.shown.index(row, 0), flags)


def test_cards_say_what_the_run_said(shown, analysed):
    out = analysed[3]
    said = [(card.said.caption, card.said.figure) for card in shown.cards.cards]
    assert said[:3] == [
        ("Villages blank", str(out["N_BLANK"])),
        ("Villages weak", str(out["N_WEAK"])),
        ("Villages covered", str(out["N_COVERED"])),
    ]
    assert [caption for caption, _ in said[3:]] == [
        "People in blank spots", "Settlement area covered", "Area blank",
    ]  # fmt: skip
    assert "of 310,240" in shown.cards.cards[3].said.more
    assert f"{round(out['BLANK_KM2']):,} km²" == said[-1][1]


def test_the_definition_stands_below_and_wi_fi_apart(shown):
    assert shown.definition.text().startswith("A village is covered if at least 90 %")
    assert shown.wifi.text() == "Wi-Fi does not count."
    assert "Wi-Fi" not in shown.definition.text()
    assert shown.time.isHidden()


def test_only_tabs_with_content_are_there(shown, analysed):
    statistics, found, _, _ = analysed
    assert tab_titles(shown) == ["Villages", "Kecamatan", "Chart", "Definitions", "Changes"]
    shown.show_results(replace(found, comparison=()), statistics, None)
    assert tab_titles(shown) == ["Villages", "Kecamatan", "Chart"]
    shown.show_results(found, statistics, found)
    assert tab_titles(shown) == ["Villages", "Kecamatan", "Chart", "Definitions", "Changes"]


def test_numbers_sort_as_numbers_and_empty_cells_come_last(shown):
    view = shown.villages.view
    at = column(view, "Nearest tower (m)")
    for order, reverse in (
        (Qt.SortOrder.AscendingOrder, False),
        (Qt.SortOrder.DescendingOrder, True),
    ):
        view.sortByColumn(at, order)
        found = cells(view, "Nearest tower (m)", RAW)
        assert found == sorted(found, reverse=reverse)
        assert len(found) == 144
    empty = layer(
        "Polygon",
        [(None, (str(n), value)) for n, value in enumerate((5, None, 10, None, 7))],
        "code:string near_m:double",
    )
    shown.show_results(result_layers.read(empty), empty)
    for order, expected in (
        (Qt.SortOrder.AscendingOrder, [5, 7, 10, None, None]),
        (Qt.SortOrder.DescendingOrder, [10, 7, 5, None, None]),
    ):
        view.sortByColumn(column(view, "Nearest tower (m)"), order)
        assert cells(view, "Nearest tower (m)", RAW) == expected


def test_statuses_sort_from_bad_to_good(shown):
    view = shown.villages.view
    view.sortByColumn(column(view, "Status"), Qt.SortOrder.AscendingOrder)
    found = cells(view, "Status", RAW)
    assert found == sorted(found, key=["blank", "weak", "covered", "unknown"].index)


def test_search_finds_names_codes_and_statuses(shown):
    view, search = shown.villages.view, shown.villages.search
    name = shown.villages.view.source.table.columns[0].cells[0]
    search.setText(name.upper())
    assert name in cells(view, "Village")
    search.setText("990103")
    with_dots = cells(view, "Code")
    assert with_dots and all(code.startswith("99.01.03") for code in with_dots)
    search.setText("99.01.03")
    assert cells(view, "Code") == with_dots
    search.setText("99.01.03 covered")
    assert set(cells(view, "Status", RAW)) == {"covered"}
    search.setText("nothing like this")
    assert view.shown.rowCount() == 0
    search.clear()
    assert view.shown.rowCount() == 144


def test_rows_select_features_and_features_rows(shown, analysed):
    statistics = analysed[0]
    view = shown.villages.view
    pick(view, [3, 5])
    ids = {view._ids([view.shown.index(row, 0)])[0] for row in (3, 5)}
    assert set(statistics.selectedFeatureIds()) == ids
    other = [one for one in statistics.allFeatureIds() if one not in ids][:4]
    statistics.selectByIds(other)
    assert set(view._ids(view.selectionModel().selectedRows())) == set(other)
    statistics.removeSelection()
    assert view.selected_rows() == []


def test_the_map_keeps_its_selection_while_rows_are_searched(shown, analysed):
    statistics = analysed[0]
    chosen = statistics.allFeatureIds()[:10]
    statistics.selectByIds(chosen)
    shown.villages.search.setText("nothing like this")
    assert set(statistics.selectedFeatureIds()) == set(chosen)
    shown.villages.search.clear()
    assert len(shown.villages.view.selected_rows()) == 10


def test_a_kecamatan_selects_its_villages(shown, analysed):
    statistics, found, _, _ = analysed
    view = shown.kecamatan.view
    pick(view, [0])
    name = view.shown.index(0, 0).data()
    by_id = dict(zip(found.ids, found.rows))
    chosen = statistics.selectedFeatureIds()
    assert {by_id[one]["kec_name"] for one in chosen} == {name}
    assert len(chosen) == view.shown.index(0, column(view, "Villages")).data(RAW)
    assert len(shown.villages.view.selected_rows()) == len(chosen)


def test_double_click_and_enter_ask_to_zoom(shown):
    view = shown.villages.view
    index = view.shown.index(2, 0)
    with heard(shown.zoom_wanted) as said:
        view.doubleClicked.emit(index)
    assert said[-1] == view._ids([index])
    pick(view, [2])
    with heard(shown.zoom_wanted) as said:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert said[-1] == view._ids([index])


def test_the_copy_is_a_table_with_headings_and_codes_as_text(shown):
    shown.villages.search.setText("99.01.03")
    shown.copy_button.click()
    mime = QApplication.clipboard().mimeData()
    lines = [line.split("\t") for line in mime.text().splitlines()]
    assert lines[0][:2] == ["Village", "Status"] and lines[0][-1] == "Code"
    assert [line[-1] for line in lines[1:]] == cells(shown.villages.view, "Code")
    assert len({len(line) for line in lines}) == 1
    assert "mso-number-format:'\\@'\">99.01.03" in mime.html()


def test_ctrl_c_copies_the_rows_selected(shown):
    pick(shown.villages.view, [1, 4])
    QTest.keyClick(shown.villages.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert len(QApplication.clipboard().text().splitlines()) == 3


def test_a_name_that_looks_like_a_formula_is_not_one(shown, tmp_path):
    bad = layer("Polygon", [(None, ("0901", "=1+1"))], "code:string name:string")
    shown.show_results(result_layers.read(bad), bad)
    shown.copy()
    assert "'=1+1" in QApplication.clipboard().text()
    shown.export(tmp_path / "a.xlsx")
    source = ogr.Open(str(tmp_path / "a.xlsx"))
    # By place: GDAL can't tell the headings of a sheet of nothing but words.
    assert "=1+1" in [one.GetField(0) for one in source.GetLayer(0)]


def test_export_as_xlsx_is_read_back(shown, tmp_path):
    path = tmp_path / "desa.xlsx"
    with heard(shown.exported) as said:
        assert shown.export(path)
    assert said == [str(path)]
    source = ogr.Open(str(path))
    sheet = source.GetLayer(0)
    assert sheet.GetName() == "Villages" and sheet.GetFeatureCount() == 144
    definition = sheet.GetLayerDefn()
    kinds = {
        definition.GetFieldDefn(at).GetName(): definition.GetFieldDefn(at).GetType()
        for at in range(definition.GetFieldCount())
    }
    assert kinds["Code"] == ogr.OFTString
    assert kinds["Settlement covered (%)"] == ogr.OFTReal
    assert [one["Village"] for one in sheet] == cells(shown.villages.view, "Village")


def test_export_as_csv_is_read_back(shown, tmp_path):
    path = tmp_path / "desa.csv"
    assert shown.export(str(path)) and shown.export(path)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        read = list(csv.DictReader(file, delimiter=";"))
    assert [row["Code"] for row in read] == cells(shown.villages.view, "Code")
    assert [one.name for one in tmp_path.iterdir()] == ["desa.csv"]


def test_numbers_of_a_csv_are_those_of_the_language(shown, tmp_path, monkeypatch):
    from blankspot_plugin import i18n

    monkeypatch.setattr(i18n, "language", lambda: "id")
    shown.export(tmp_path / "desa.csv")
    text = (tmp_path / "desa.csv").read_text(encoding="utf-8-sig")
    people = [row["People"] for row in csv.DictReader(text.splitlines(), delimiter=";")]
    assert all(one.isdigit() for one in people)
    assert ",0;" in text or ",5;" in text


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_an_export_that_fails_is_a_sentence(shown, tmp_path, ending):
    with heard(shown.failed) as said:
        assert not shown.export(tmp_path / "not there" / f"a.{ending}")
    assert "could not be written" in said[-1]


def test_the_file_is_asked_for(shown, tmp_path, monkeypatch):
    from blankspot_plugin.gui import results as module

    answers = iter([(str(tmp_path / "a"), "CSV, with semicolons (*.csv)"), ("", "")])
    monkeypatch.setattr(module.QFileDialog, "getSaveFileName", lambda *_: next(answers))
    shown.export_button.click()
    shown.export_button.click()
    assert [one.name for one in tmp_path.iterdir()] == ["a.csv"]


def test_every_tab_can_be_copied_and_exported(shown, tmp_path):
    for at in range(shown.tabs.count()):
        shown.tabs.setCurrentIndex(at)
        shown.copy()
        assert len(QApplication.clipboard().text().splitlines()) > 1
        assert shown.export(tmp_path / f"{at}.xlsx")


def test_the_definitions_are_compared_and_the_one_used_marked(shown, analysed):
    view = shown.definitions.view
    used = [row for row, word in enumerate(cells(view, "Used")) if word]
    assert [cells(view, "Definition")[row] for row in used] == ["Settlement"]
    assert cells(view, "Blank", RAW)[used[0]] == analysed[3]["N_BLANK"]
    assert view.shown.index(used[0], 0).data(Qt.ItemDataRole.FontRole).bold()


def test_changes_are_told_in_numbers_and_by_village(shown, analysed):
    view = shown.changes.view
    words = cells(view, "Change")
    text = shown.changes.said.text()
    assert f"{words.count('New blank spot')} new blank spots" in text
    assert f"{words.count('Solved')} solved" in text
    assert "definition" not in text
    other = replace(analysed[2], definition="Another.")
    shown.show_results(analysed[1], analysed[0], other)
    assert "the definition was another one before: Another." in shown.changes.said.text()


def test_the_chart_shows_every_kecamatan(shown, analysed):
    bars = shown.chart.bars
    assert len(bars) == 10
    assert sum(counts.total for _, counts in bars) == 144
    assert [counts.blank for _, counts in bars] == sorted(
        (counts.blank for _, counts in bars), reverse=True
    )
    shown.tabs.setCurrentWidget(shown._chart_page)
    image = shown.chart.grab().toImage()
    colours = {
        image.pixelColor(x, y).name()
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    }
    for status in ("blank", "weak", "covered"):
        assert TONES[status][0].lower() in colours
    assert shown.chart.heightForWidth(200) > 0


def test_a_layer_that_goes_clears_the_widget(new):
    own = layer("Polygon", [(None, ("1", "blank"))], "code:string status:string")
    widget = new()
    project = QgsProject.instance()
    project.addMapLayer(own)
    widget.show_results(result_layers.read(own), own)
    assert widget.cards.cards
    project.removeMapLayer(own.id())
    assert widget.cards.cards == []
    assert not widget.copy_button.isEnabled()
    widget.clear()


def test_a_widget_that_goes_leaves_the_layer_alone(provider, analysed):
    statistics, found, _, _ = analysed
    widget = ResultsWidget()
    widget.show_results(found, statistics)
    widget.clear()
    widget.deleteLater()
    del widget
    QApplication.processEvents()
    statistics.selectByIds(statistics.allFeatureIds()[:1])
    statistics.removeSelection()


def test_nothing_at_all_can_be_shown(shown):
    nothing = layer("Polygon", [], "code:string status:string")
    shown.show_results(result_layers.read(nothing), nothing, result_layers.read(nothing))
    shown.copy()
    assert tab_titles(shown) == ["Villages", "Changes"]


def test_it_fits_320_pixels(shown):
    shown.resize(320, 800)
    QApplication.processEvents()
    assert shown.width() == 320
    assert shown.minimumSizeHint().width() <= 300
    assert len({card.pos().x() for card in shown.cards.cards}) == 2
    shown.resize(480, 800)
    QApplication.processEvents()
    assert len({card.pos().x() for card in shown.cards.cards}) == 3
    assert all(card.height() >= card.minimumSizeHint().height() for card in shown.cards.cards)


def _dark():
    dark = QPalette(QColor("#3c3f41"))
    for role, colour in (
        ("Window", "#353535"), ("Base", "#232629"), ("AlternateBase", "#2b2e31"),
        ("Text", "#eff0f1"), ("WindowText", "#eff0f1"), ("ButtonText", "#eff0f1"),
        ("Button", "#3c3f41"), ("Mid", "#5a5d60"), ("Highlight", "#3d6e9e"),
        ("HighlightedText", "#ffffff"), ("PlaceholderText", "#9a9c9e"),
    ):  # fmt: skip
        dark.setColor(getattr(QPalette.ColorRole, role), QColor(colour))
    return dark


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 480])
def test_pictures(analysed, new, width, theme):
    statistics, found, before, _ = analysed
    PICTURES.mkdir(parents=True, exist_ok=True)
    was, style = QApplication.palette(), QApplication.style().objectName()
    QApplication.setStyle("Fusion")
    if theme == "dark":
        QApplication.setPalette(_dark())
    try:
        widget = new()
        widget.show_results(found, statistics, before)
        widget.resize(width, 760)
        widget.show()
        statistics.selectByIds(list(found.ids[:2]))
        for at in range(widget.tabs.count()):
            widget.tabs.setCurrentIndex(at)
            QApplication.processEvents()
            picture = widget.grab()
            assert picture.width() == width
            assert picture.save(str(PICTURES / f"results_{width}_{theme}_{at}.png"))
    finally:
        statistics.removeSelection()
        QApplication.setPalette(was)
        QApplication.setStyle(style)
