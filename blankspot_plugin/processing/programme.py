# SPDX-License-Identifier: GPL-2.0-or-later
"""``blankspot:programme``: how many of the programme's Wi-Fi points are active, and where?"""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterMatrix,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ..core import wifi
from ..i18n import tr
from . import parameters as build
from .base import BlankSpotAlgorithm, Parameters
from .issues import issues_sink
from .parameters import POINTS, POLYGONS, TABLE, Keys, advanced

_WHOLE = QgsProcessingParameterNumber.Type.Integer


def standing_meant(text: str) -> str | None:
    """Return the standing that a word of the second column of ALIASES means."""
    found = wifi.wifi_standing(text)
    return None if found == wifi.UNKNOWN else found


class ProgrammeAlgorithm(BlankSpotAlgorithm):
    """Wi-Fi points, and the newest statements about them, as a card and tables that agree."""

    ID = "programme"
    ICON = "statistics"

    ID_FIELD = "ID_FIELD"
    VILLAGE_CODE_FIELD = "VILLAGE_CODE_FIELD"
    PROGRAMME_FIELD = "PROGRAMME_FIELD"
    FUNDER_FIELD = "FUNDER_FIELD"
    LINK_FIELD = "LINK_FIELD"
    BANDWIDTH_FIELD = "BANDWIDTH_FIELD"
    DATE_FIELD = "DATE_FIELD"
    UPDATES = "UPDATES"
    UPDATES_ID_FIELD = "UPDATES_ID_FIELD"
    UPDATES_STATUS_FIELD = "UPDATES_STATUS_FIELD"
    UPDATES_DATE_FIELD = "UPDATES_DATE_FIELD"
    TARGET = "TARGET"
    DATE = "DATE"
    ALIASES = "ALIASES"
    KECAMATAN = "KECAMATAN"
    PROGRAMMES = "PROGRAMMES"
    POINTS = "POINTS"
    CARD = "CARD"

    POINT_FIELDS = (
        ID_FIELD, VILLAGE_CODE_FIELD, PROGRAMME_FIELD, FUNDER_FIELD, LINK_FIELD,
        BANDWIDTH_FIELD, Keys.STATUS_FIELD, DATE_FIELD,
    )  # fmt: skip
    UPDATE_FIELDS = (UPDATES_ID_FIELD, UPDATES_STATUS_FIELD, UPDATES_DATE_FIELD)

    def displayName(self) -> str:
        return tr("Standing of the Wi-Fi programme")

    def shortDescription(self) -> str:
        return tr("Counts active, faulty and planned Wi-Fi points, per village and programme.")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        for parameter in (
            build.layer(Keys.WIFI, tr("Public Wi-Fi points"), POINTS, optional=False),
            build.field(Keys.STATUS_FIELD, tr("Status field of the Wi-Fi points"), Keys.WIFI),
            *build.areas(),
            QgsProcessingParameterNumber(
                self.TARGET, tr("Target: number of points (empty: all points)"), _WHOLE,
                optional=True, minValue=1,
            ),
            QgsProcessingParameterString(
                self.DATE, tr("As of (a date; empty: the newest of the data)"), optional=True
            ),
            build.layer(self.UPDATES, tr("Status table with newer statements"), TABLE),
            *(advanced(field) for field in self._fields()),
            advanced(
                QgsProcessingParameterMatrix(
                    self.ALIASES, tr("Own words for a status"), hasFixedNumberRows=False,
                    headers=[tr("Word (a; b; c)"), tr("Status")], optional=True,
                )
            ),
            build.sink(Keys.OUTPUT, tr("Wi-Fi programme per village"), POLYGONS),
            build.sink(self.KECAMATAN, tr("Wi-Fi programme per kecamatan"), TABLE, optional=True),
            build.sink(self.PROGRAMMES, tr("Wi-Fi points per programme"), TABLE, optional=True),
            build.sink(self.POINTS, tr("Wi-Fi points, updated"), POINTS, optional=True),
            issues_sink(),
        ):  # fmt: skip
            self.addParameter(parameter)
        self.addOutput(QgsProcessingOutputString(self.CARD, tr("Card text")))
        for key, label in number_labels():
            self.addOutput(QgsProcessingOutputNumber(key, label))

    def _fields(self) -> build.Definitions:
        labels = {
            self.ID_FIELD: tr("Id field of the Wi-Fi points"),
            self.VILLAGE_CODE_FIELD: tr("Village code field of the Wi-Fi points"),
            self.PROGRAMME_FIELD: tr("Programme field"),
            self.FUNDER_FIELD: tr("Funder field"),
            self.LINK_FIELD: tr("Link field (fibre, radio, Starlink, VSAT)"),
            self.BANDWIDTH_FIELD: tr("Bandwidth field (Mbps)"),
            self.DATE_FIELD: tr("Date field"),
        }
        updates = {
            self.UPDATES_ID_FIELD: tr("Id field of the status table"),
            self.UPDATES_STATUS_FIELD: tr("Status field of the status table"),
            self.UPDATES_DATE_FIELD: tr("Date field of the status table"),
        }
        return [
            *(build.field(key, label, Keys.WIFI) for key, label in labels.items()),
            *(build.field(key, label, self.UPDATES) for key, label in updates.items()),
        ]

    def validate(self, parameters: Parameters, context: QgsProcessingContext) -> str:
        from .table_checks import TableChecks

        checks = TableChecks(self, parameters, context)
        checks.layer(Keys.WIFI, POINTS, False, self.POINT_FIELDS)
        checks.knows(Keys.WIFI, Keys.STATUS_FIELD)
        checks.layer(Keys.AREAS, POLYGONS, False, (Keys.CODE_FIELD, Keys.NAME_FIELD))
        if checks.given(self.UPDATES):
            checks.table(self.UPDATES, self.UPDATE_FIELDS)
            checks.knows(self.UPDATES, self.UPDATES_ID_FIELD, self.ID_FIELD)
            checks.knows(self.UPDATES, self.UPDATES_STATUS_FIELD, Keys.STATUS_FIELD)
            checks.knows(Keys.WIFI, self.ID_FIELD)
        checks.number(self.TARGET, 1)
        checks.date(self.DATE)
        checks.words(self.ALIASES, standing_meant)
        return checks.sentence

    def run_it(
        self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Parameters:
        from ..bridge.manifest import manifest
        from .issues import write_issues
        from .programme_output import card_text, numbers_of, write_programme
        from .programme_reading import read_programme
        from .tabled import TableInputs
        from .writing import Writer

        inputs = TableInputs(self, parameters, context, feedback)
        programme = read_programme(inputs)
        feedback.setProgress(70)
        inputs.tell()
        said = card_text(programme)
        writer = Writer(
            self, parameters, context, feedback,
            manifest(self.id(), parameters, "", inputs.notes), said,
        )  # fmt: skip
        write_programme(writer, programme)
        write_issues(writer, inputs.found)
        feedback.pushInfo(said)
        return {**writer.results, self.CARD: said, **numbers_of(programme)}


def number_labels() -> list[tuple[str, str]]:
    """Return the keys and labels of the numbers."""
    return [
        ("N_POINTS", tr("Wi-Fi points")),
        ("N_ACTIVE", tr("Points active")),
        ("N_DOWN", tr("Points with a fault")),
        ("N_OFF", tr("Points switched off")),
        ("N_INSTALLED", tr("Points installed, not yet active")),
        ("N_APPROVED", tr("Points approved")),
        ("N_PROPOSED", tr("Points proposed or planned")),
        ("N_UNKNOWN", tr("Points of unknown status")),
        ("N_VILLAGES", tr("Villages with a point")),
        ("N_VILLAGES_ACTIVE", tr("Villages with an active point")),
        ("N_UPDATED", tr("Points updated")),
        ("ACTIVE_PCT", tr("Active points, % of the target")),
    ]
