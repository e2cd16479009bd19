# SPDX-License-Identifier: GPL-2.0-or-later
"""Step 3: which layers, which radii, which definition; what is missing is said before it runs."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsMapLayerProxyModel
from qgis.gui import QgsCollapsibleGroupBox, QgsFieldComboBox, QgsMapLayerComboBox
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ..bridge import settings
from ..core import purposes
from ..i18n import tr
from ..processing.parameters import DEFINITIONS
from .analysis_texts import definitions, labels
from .desk import Desk
from .radii_table import RadiiTable

_FILTER = QgsMapLayerProxyModel.Filter
# Parameter of the analysis, what it is for, what may be chosen.
_LAYERS = {
    "AREAS": ("areas", _FILTER.PolygonLayer),
    "SITES": ("sites", _FILTER.PointLayer),
    "WIFI": ("wifi", _FILTER.PointLayer),
    "COVERAGE": ("coverage", _FILTER.PolygonLayer),
    "SETTLEMENTS": ("settlements", _FILTER.PolygonLayer),
    "POPULATION": ("population", _FILTER.RasterLayer | _FILTER.PointLayer),
    "FACILITIES": ("facilities", _FILTER.PointLayer),
    "CENTRES": ("centres", _FILTER.PointLayer),
    "EXCLUDE": ("rivers", _FILTER.PolygonLayer),
}
# Fields and the layer each is of.
_FIELDS = {
    "CODE_FIELD": "AREAS", "NAME_FIELD": "AREAS", "POP_FIELD": "AREAS",
    "TECHNOLOGY_FIELD": "SITES", "OPERATOR_FIELD": "SITES", "AZIMUTH_FIELD": "SITES",
    "BEAMWIDTH_FIELD": "SITES", "STATUS_FIELD": "WIFI",
}  # fmt: skip
_MAIN = ("AREAS", "CODE_FIELD", "NAME_FIELD", "SITES", "TECHNOLOGY_FIELD", "OPERATOR_FIELD")
_MORE = (
    "WIFI", "STATUS_FIELD", "SETTLEMENTS", "POPULATION", "POP_FIELD", "FACILITIES", "CENTRES",
    "COVERAGE", "EXCLUDE", "AZIMUTH_FIELD", "BEAMWIDTH_FIELD",
)  # fmt: skip
_NUMBERS = {"COVERED_FROM": (0, 100, 90.0), "BLANK_FROM": (0, 100, 90.0),
            "MAX_DISTANCE": (0, 100_000, 3500.0)}  # fmt: skip


class AnalysisStep(QWidget):
    """The form of the analysis."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.boxes: dict[str, QgsMapLayerComboBox] = {}
        self.fields: dict[str, QgsFieldComboBox] = {}
        self.numbers: dict[str, QDoubleSpinBox] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        main = self._form()
        for key in _MAIN:
            self._row(main, key)
        layout.addLayout(main)
        layout.addWidget(self._more())
        layout.addWidget(self._definition())
        self.radii = RadiiTable()
        self.radii.keep.clicked.connect(lambda _: self._keep_radii())
        group = self._group(tr("Radii"))
        inner = QVBoxLayout(group)
        inner.addWidget(self.radii)
        layout.addWidget(group)
        self.missing = QLabel()
        self.missing.setWordWrap(True)
        layout.addWidget(self.missing)
        layout.addLayout(self._buttons())
        # Asked for once after many changes, not after each.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(150)
        self._soon.timeout.connect(self.check)
        self.radii.edited.connect(self._soon.start)
        desk.runner.started.connect(self._started)
        desk.runner.progressed.connect(self._progressed)
        desk.runner.ended.connect(self._ended)
        self._ended()

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        return form

    def _group(self, title: str, collapsed: bool = True) -> QgsCollapsibleGroupBox:
        group = QgsCollapsibleGroupBox(title)
        group.setCollapsed(collapsed)
        group.setSaveCollapsedState(False)
        return group

    def _row(self, form: QFormLayout, key: str) -> None:
        widget: QWidget = self._field(key) if key in _FIELDS else self._layer(key)
        label = QLabel(labels()[key])
        label.setBuddy(widget)
        form.addRow(label, widget)

    def _layer(self, key: str) -> QgsMapLayerComboBox:
        box = QgsMapLayerComboBox()
        box.setFilters(_LAYERS[key][1])
        box.setAllowEmptyLayer(True)
        box.setLayer(None)
        box.setMinimumContentsLength(8)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.layerChanged.connect(lambda layer, key=key: self._chosen(key, layer))
        self.boxes[key] = box
        return box

    def _field(self, key: str) -> QgsFieldComboBox:
        box = QgsFieldComboBox()
        box.setAllowEmptyFieldName(True)
        box.setMinimumContentsLength(8)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.fieldChanged.connect(lambda _: self._soon.start())
        self.fields[key] = box
        return box

    def _more(self) -> QWidget:
        group = self._group(tr("More layers"))
        form = self._form()
        group.setLayout(form)
        for key in _MORE:
            self._row(form, key)
        return group

    def _definition(self) -> QWidget:
        group = self._group(tr("Definition of a blank spot"), collapsed=False)
        form = self._form()
        group.setLayout(form)
        self.definition = QComboBox()
        self.definition.setMinimumContentsLength(8)
        self.definition.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        for word in DEFINITIONS:
            self.definition.addItem(definitions()[word][0], word)
        self.definition.currentIndexChanged.connect(lambda _: self._explain())
        form.addRow(tr("Judged by"), self.definition)
        self.words = QLabel()
        self.words.setWordWrap(True)
        form.addRow(self.words)
        for key, (least, most, usual) in _NUMBERS.items():
            box = QDoubleSpinBox()
            box.setRange(least, most)
            box.setDecimals(0)
            box.setValue(usual)
            box.valueChanged.connect(lambda _: self._explain())
            self.numbers[key] = box
            form.addRow(labels()[key], box)
        self.wifi_counts = QCheckBox(tr("Wi-Fi counts towards the status"))
        self.wifi_counts.setToolTip(
            tr("Public Wi-Fi stands at the village office: it would hide what phones don't get")
        )
        self.wifi_counts.toggled.connect(lambda _: self._soon.start())
        form.addRow(self.wifi_counts)
        return group

    def _buttons(self) -> QVBoxLayout:
        self.run = QPushButton(tr("Run the analysis"))
        self.run.setToolTip(tr("Computes coverage, blank spots and the table of villages"))
        self.run.clicked.connect(lambda _: self.desk.analyse(self.asked()))
        self.cancel = QPushButton(tr("Cancel"))
        self.cancel.clicked.connect(lambda _: self.desk.runner.cancel())
        self.progress = QProgressBar()
        self.progress.setRange(0, 100)
        layout = QVBoxLayout()
        row = QHBoxLayout()
        row.addWidget(self.run, 1)
        row.addWidget(self.cancel)
        layout.addLayout(row)
        layout.addWidget(self.progress)
        return layout

    def state(self) -> str:
        """Return the state of the step for its heading."""
        if self.desk.runner.is_busy:
            return tr("running")
        if self.desk.result("STATISTICS") is not None:
            return tr("done")
        return tr("ready") if self.run.isEnabled() else tr("something is missing")

    def restore(self) -> None:
        """Show what the project remembers, and guess the rest."""
        state, project = self.desk.state, self.desk.project
        for key, (purpose, _) in _LAYERS.items():
            self.boxes[key].setLayer(state.layer_for(project, purpose))
        self._show(state.parameters)

    def _show(self, told: dict[str, Any]) -> None:
        for key, field in self.fields.items():
            if told.get(key):
                field.setField(told[key])
        for key, number in self.numbers.items():
            number.setValue(float(told.get(key, _NUMBERS[key][2])))
        self.definition.setCurrentIndex(
            max(0, self.definition.findData(told.get("DEFINITION", DEFINITIONS[0])))
        )
        self.wifi_counts.setChecked(bool(told.get("WIFI_COUNTS", False)))
        self.radii.set_cells(told.get("RADII") or settings.read().radii)
        self._explain()

    def load(self, told: dict[str, Any]) -> None:
        """Show the settings of another run; its layers, as far as they are open here."""
        for key, box in self.boxes.items():
            value = told.get(key)
            value = value[0] if isinstance(value, list) and value else value
            box.setLayer(self._layer_of(value) if isinstance(value, str) else None)
        words = {key: told[key] for key in (*_FIELDS, *_NUMBERS, "RADII") if told.get(key)}
        definition = told.get("DEFINITION", 0)
        if isinstance(definition, int):
            definition = DEFINITIONS[definition]
        words.update(DEFINITION=definition, WIFI_COUNTS=bool(told.get("WIFI_COUNTS", False)))
        self.desk.state.parameters = words
        self._show(words)

    def _layer_of(self, source: str) -> Any:
        """Return the open layer of an id, or of a source."""
        project = self.desk.project
        found = project.mapLayer(source)
        same = (each for each in project.mapLayers().values() if each.source() == source)
        return found or next(same, None)

    def follow(self) -> None:
        """Take over what layers are for, where the officer said so elsewhere."""
        state, project = self.desk.state, self.desk.project
        for key, (purpose, _) in _LAYERS.items():
            layer = state.layer_for(project, purpose)
            if layer is not None and self.boxes[key].currentLayer() != layer:
                self.boxes[key].setLayer(layer)
        self._soon.start()

    def asked(self) -> dict[str, Any]:
        """Return the parameters of the analysis but its outputs."""
        asked: dict[str, Any] = {}
        for key, box in self.boxes.items():
            layer = box.currentLayer()
            if layer is not None:
                asked[key] = [layer.id()] if key == "COVERAGE" else layer.id()
        for key, field in self.fields.items():
            if field.currentField() and _FIELDS[key] in asked:
                asked[key] = field.currentField()
        asked["DEFINITION"] = self.definition.currentData()
        asked.update({key: number.value() for key, number in self.numbers.items()})
        asked["WIFI_COUNTS"] = self.wifi_counts.isChecked()
        asked["RADII"] = self.radii.cells()
        return asked

    def check(self) -> None:
        """Say in words what keeps the analysis from running."""
        words = ""
        if self.boxes["AREAS"].currentLayer() is None:
            words = tr("Choose the layer with the areas (villages).")
        elif not any(self.boxes[key].currentLayer() for key in ("SITES", "WIFI", "COVERAGE")):
            words = tr("Choose the layer with the towers.")
        else:
            words = self.desk.runner.complaint("blankspot:analysis", self.asked())
        self.missing.setText(words)
        self.missing.setVisible(bool(words))
        self.run.setEnabled(not words and not self.desk.runner.is_busy)
        self.desk.checked.emit()

    def _chosen(self, key: str, layer: Any) -> None:
        purpose = _LAYERS[key][0]
        for field, of in _FIELDS.items():
            if of == key and field in self.fields:
                self.fields[field].setLayer(layer)
        if layer is not None and hasattr(layer, "fields"):
            names = list(layer.fields().names())
            for field, name in purposes.guess_fields(purpose, names).items():
                if field in self.fields and _FIELDS[field] == key:
                    self.fields[field].setField(name)
            if self.desk.state.purposes.get(purpose) != layer.id():
                self.desk.set_purpose(layer, purpose)
        self._soon.start()

    def _explain(self) -> None:
        word = self.definition.currentData()
        self.words.setText(
            definitions()[word][1].format(
                covered=f"{self.numbers['COVERED_FROM'].value():.0f}",
                blank=f"{self.numbers['BLANK_FROM'].value():.0f}",
                metres=f"{self.numbers['MAX_DISTANCE'].value():.0f}",
            )
        )
        self._soon.start()

    def _keep_radii(self) -> None:
        cells = () if self.radii.is_default() else tuple(self.radii.cells())
        settings.write(settings.changed(settings.read(), radii=cells))

    def _started(self, name: str) -> None:
        self.progress.setFormat(f"{name} %p%")
        self.progress.setValue(0)
        self.progress.show()
        self.cancel.setEnabled(True)
        self.run.setEnabled(False)
        self.desk.checked.emit()

    def _progressed(self, percent: float) -> None:
        self.progress.setValue(int(percent))

    def _ended(self) -> None:
        self.progress.hide()
        self.cancel.setEnabled(False)
        self.check()
