# SPDX-License-Identifier: GPL-2.0-or-later
"""All files of the report, together or not at all."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from qgis.core import (
    QgsFeedback,
    QgsLayoutExporter,
    QgsLayoutItemMap,
    QgsProject,
    QgsRenderContext,
    QgsVectorLayer,
)

from ...core.errors import Cancelled
from ...i18n import tr
from ..styling import role_title
from . import book, letter, spreadsheet
from .content import Report
from .earth import Earth
from .filing import Filing, NotFiled, filing
from .map_page import MapOfReport, georeference
from .profiles import DPI, Profiles
from .village_facts import Village

XLSX, ODT, PDF, PROFILES, KMZ = "xlsx", "odt", "pdf", "profiles", "kmz"
FORMATS = (XLSX, ODT, PDF, PROFILES, KMZ)
_PDF_DPI = 300
# About how long each takes beside the others; what was read before is the first part.
_WORK = {XLSX: 1, ODT: 1, PDF: 6, PROFILES: 40, KMZ: 3}
_READ = 30


@dataclass(frozen=True)
class Material:
    """What the files are made from.

    Attributes
    ----------
    report
        What it says.
    project
        Of the run's own, with the layers.
    villages
        In the order of their codes; their shapes in the map's CRS.
    shown
        What the maps show; None where nothing has a place on the ground.
    used
        The definition the status rests on, '' if not known.
    gaps, points
        Layers for operators; points by role.
    """

    report: Report
    project: QgsProject
    villages: Sequence[Village]
    shown: MapOfReport | None
    used: str
    gaps: QgsVectorLayer | None
    points: Mapping[str, QgsVectorLayer]


def names(wanted: Sequence[str], name: str) -> dict[str, str]:
    """Return what the file of each format is called."""
    endings = {PROFILES: f"-{tr('profiles')}.pdf"}
    return {one: f"{name}{endings.get(one, f'.{one}')}" for one in FORMATS if one in wanted}


def write(
    material: Material,
    wanted: Sequence[str],
    folder: Path,
    name: str,
    feedback: QgsFeedback,
    say: Callable[[str], None],
) -> dict[str, Path]:
    """Write the files and return where each lies.

    Parameters
    ----------
    wanted
        Of FORMATS.
    name
        Of the files, without ending.
    feedback
        Moves on and can be cancelled.
    say
        Takes what the officer should know.

    Raises
    ------
    NotFiled
        Naming a file that can't be written; then there is none of them.
    Cancelled
    """
    called = names(wanted, name)
    if material.shown is None and PROFILES in called:
        say(tr("No village has a shape: there are no profiles."))
        del called[PROFILES]
    with filing(folder) as files:
        _write(material, called, files, feedback, say)
        if feedback.isCanceled():
            raise Cancelled
        files.move()
        return {one: files.target(file) for one, file in called.items()}


def _write(
    material: Material,
    called: Mapping[str, str],
    files: Filing,
    feedback: QgsFeedback,
    say: Callable[[str], None],
) -> None:
    writers = {XLSX: _xlsx, ODT: _odt, PDF: _pdf, PROFILES: _profiles, KMZ: _kmz}
    done, work = 0.0, sum(_WORK[one] for one in called)
    for one, file in called.items():
        if feedback.isCanceled():
            raise Cancelled
        step = _Step(feedback, _READ + (100 - _READ) * done / work, _WORK[one] / work)
        try:
            writers[one](material, files.path(file), step, say)
        except OSError as error:
            raise NotFiled(files.target(file), error.strerror or str(error)) from error
        step.setProgress(100)
        done += _WORK[one]


class _Step(QgsFeedback):
    """The part of a feedback that is one file's; cancelled with the whole."""

    def __init__(self, whole: QgsFeedback, start: float, part: float) -> None:
        super().__init__()
        self.progressChanged.connect(
            lambda percent: whole.setProgress(start + (100 - _READ) * part * percent / 100)
        )
        whole.canceled.connect(self.cancel)


def _xlsx(
    material: Material, path: Path, feedback: QgsFeedback, say: Callable[[str], None]
) -> None:
    spreadsheet.write(material.report, path)


def _odt(material: Material, path: Path, feedback: QgsFeedback, say: Callable[[str], None]) -> None:
    letter.write(material.report, path)


def _pdf(material: Material, path: Path, feedback: QgsFeedback, say: Callable[[str], None]) -> None:
    layout = book.build(material.project, material.report, material.shown)
    maps = [item for item in layout.items() if isinstance(item, QgsLayoutItemMap)]
    settings = _settings(_PDF_DPI)
    # Sharp lines at any zoom, unless an effect such as a blend mode needs pixels.
    settings.forceVectorOutput = not any(item.containsAdvancedEffects() for item in maps)
    settings.exportMetadata = True
    _exported(QgsLayoutExporter(layout).exportToPdf(str(path), settings), path)
    main = layout.referenceMap()
    if material.shown is not None and not georeference(path, main.page() + 1, main):
        say(tr("The map in the PDF has no position on the ground: this GDAL cannot write it."))


def _profiles(
    material: Material, path: Path, feedback: QgsFeedback, say: Callable[[str], None]
) -> None:
    assert material.shown is not None
    profiles = Profiles(
        material.project, material.report, material.villages, material.shown, material.used
    )
    profiles.layout.renderContext().setDpi(DPI)
    done, _ = QgsLayoutExporter.exportToPdf(
        profiles.layout.atlas(), str(path), _settings(DPI), feedback
    )
    if done == QgsLayoutExporter.ExportResult.Canceled or feedback.isCanceled():
        raise Cancelled
    _exported(done, path)


def _kmz(material: Material, path: Path, feedback: QgsFeedback, say: Callable[[str], None]) -> None:
    earth = Earth(material.project.transformContext(), feedback.isCanceled)
    if material.shown is not None:
        earth.villages(material.villages, material.shown.crs)
    if material.gaps is not None:
        earth.gaps(material.gaps)
    for role, layer in material.points.items():
        earth.points(role, role_title(role), layer)
    earth.write(material.report, path)


def _settings(dpi: float) -> QgsLayoutExporter.PdfExportSettings:
    settings = QgsLayoutExporter.PdfExportSettings()
    settings.dpi = dpi
    settings.textRenderFormat = QgsRenderContext.TextRenderFormat.AlwaysText
    settings.appendGeoreference = False
    return settings


def _exported(done: QgsLayoutExporter.ExportResult, path: Path) -> None:
    if done != QgsLayoutExporter.ExportResult.Success:
        raise OSError(str(path))
