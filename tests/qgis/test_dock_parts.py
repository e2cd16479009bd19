# SPDX-License-Identifier: GPL-2.0-or-later
"""Parts of the panel by themselves: presets of radii, the extent of a pull, a CRS as text."""

from __future__ import annotations

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsRectangle
from qgis.gui import QgsMapCanvas

from blankspot_plugin.bridge import settings
from blankspot_plugin.gui.crs_field import CrsField
from blankspot_plugin.gui.part_chooser import PartChooser
from blankspot_plugin.gui.radii_table import RadiiTable


@pytest.fixture
def office(qgis_app):
    """The settings, as they were afterwards."""
    before = settings.read()
    settings.write(settings.changed(before, presets=()))
    yield settings
    settings.write(before)


def test_a_preset_is_kept_chosen_and_forgotten(office):
    table = RadiiTable()
    usual = table.cells()
    assert table.presets.list.currentIndex() == 0
    table.table.item(0, 1).setText("2500")
    assert table.presets.list.currentIndex() == -1
    own = table.cells()
    table.presets.keep("Pegunungan", own)
    assert table.presets.list.currentText() == "Pegunungan"
    table.reset.click()
    assert table.cells() == usual and table.presets.list.currentIndex() == 0
    assert not table.presets.remove.isEnabled()
    other = RadiiTable()
    other.presets.list.setCurrentIndex(1)
    other.presets.list.activated.emit(1)
    assert other.cells() == own
    assert other.presets.remove.isEnabled()
    other.presets.remove.click()
    assert office.read().presets == ()
    assert other.cells() == own and other.presets.list.currentIndex() == -1


def test_a_preset_of_a_name_takes_the_place_of_the_old(office):
    table = RadiiTable()
    for metres in ("2500", "2600"):
        table.table.item(0, 1).setText(metres)
        table.presets.keep("Pegunungan", table.cells())
    ((name, cells),) = office.read().presets
    assert name == "Pegunungan" and "2600" in cells
    assert table.presets.list.count() == 2


def test_an_extent_is_none_until_it_is_chosen(qgis_app):
    canvas, part = QgsMapCanvas(), PartChooser()
    part.set_canvas(canvas)
    assert part.value() == ""
    crs = QgsCoordinateReferenceSystem("EPSG:4326")
    part.extent.setOutputExtentFromUser(QgsRectangle(116, -2, 117, -1), crs)
    assert part.value().startswith("116,117,-2,-1")
    part.extent.clear()
    assert part.value() == ""


def test_a_crs_is_given_and_taken_as_text(qgis_app):
    field, heard = CrsField(), []
    field.textChanged.connect(heard.append)
    assert field.text() == ""
    field.setText("EPSG:32750")
    assert field.text() == "EPSG:32750" and heard == ["EPSG:32750"]
    field.setText("")
    assert field.text() == ""
