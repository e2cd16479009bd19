# SPDX-License-Identifier: GPL-2.0-or-later
"""Files of a layout: PDF with text as text and a place on the ground, and PNG.

All files are written into a folder beside their place and moved there when the last is
complete, so that a failure or a cancel leaves earlier sheets whole.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from qgis.core import (
    QgsFeedback,
    QgsLayoutExporter,
    QgsLayoutItemMap,
    QgsPrintLayout,
    QgsRenderContext,
)

from ..core.errors import Cancelled
from .atlas import Pages, pages_to_draw
from .errors import SheetNotWritten

PDF, PNG = "pdf", "png"
DPI = 150


@dataclass(frozen=True)
class Files:
    """What to write: kinds among ``pdf`` and ``png``, resolution, a file per page or one."""

    kinds: tuple[str, ...] = (PDF, PNG)
    dpi: float = DPI
    a_file_per_page: bool = False


def write_files(
    layout: QgsPrintLayout,
    folder: str | Path,
    name: str,
    files: Files = Files(),  # noqa: B008 - frozen
    feedback: QgsFeedback | None = None,
) -> list[Path]:
    """Write a layout, all pages of its atlas if it has one, and return the files.

    Pictures are always one a page; an atlas names them, and PDFs of one page, by number and
    page. The layout itself is left on the page it showed.

    Raises
    ------
    SheetNotWritten
        Naming the file.
    Cancelled
        If the feedback was cancelled.
    """
    feedback = feedback or QgsFeedback()
    target = Path(folder)
    with _staging(target, name) as staged:
        if layout.atlas().enabled():
            _write_pages(pages_to_draw(layout), staged, name, files, feedback)
        else:
            _write_page(layout, staged, name, files)
        if feedback.isCanceled():
            raise Cancelled
        made = []
        for part in sorted(staged.iterdir()):
            path = target / part.name
            try:
                os.replace(part, path)
            except OSError as error:
                raise SheetNotWritten(path) from error
            made.append(path)
    feedback.setProgress(100)
    return made


@contextmanager
def _staging(target: Path, name: str) -> Iterator[Path]:
    try:
        target.mkdir(parents=True, exist_ok=True)
        staged = Path(tempfile.mkdtemp(prefix=f".{name}.", dir=target))
    except OSError as error:
        raise SheetNotWritten(target / f"{name}.pdf") from error
    try:
        yield staged
    finally:
        shutil.rmtree(staged, ignore_errors=True)


def _write_page(layout: QgsPrintLayout, staged: Path, name: str, files: Files) -> None:
    if PDF in files.kinds:
        path = staged / f"{name}.pdf"
        done = QgsLayoutExporter(layout).exportToPdf(str(path), _settings(layout, files))
        _check(done, path)
    if PNG in files.kinds:
        _write_picture(layout, staged / f"{name}.png", files)


def _write_pages(
    pages: Pages, staged: Path, name: str, files: Files, feedback: QgsFeedback
) -> None:
    single = PDF in files.kinds and not files.a_file_per_page
    each = Files(tuple(kind for kind in files.kinds if kind == PNG or not single), files.dpi)

    def drawn(title: str) -> None:
        _write_page(pages.layout(), staged, f"{name}_{title}", each)

    pages.on_page = drawn
    pages.feedback = feedback
    if not single:
        pages.beginRender()
        while not feedback.isCanceled() and pages.next():
            pass
        pages.endRender()
        return
    path = staged / f"{name}.pdf"
    settings = _settings(pages.layout(), files)
    done, _ = QgsLayoutExporter.exportToPdf(pages, str(path), settings, feedback)
    if feedback.isCanceled():
        raise Cancelled
    _check(done, path)
    pages.georeference(path)


def _settings(layout: QgsPrintLayout, files: Files) -> QgsLayoutExporter.PdfExportSettings:
    settings = QgsLayoutExporter.PdfExportSettings()
    settings.dpi = files.dpi
    settings.textRenderFormat = QgsRenderContext.TextRenderFormat.AlwaysText
    settings.appendGeoreference = True
    settings.exportMetadata = True
    # Sharp lines at any zoom, unless an effect such as a blend mode needs pixels.
    maps = [item for item in layout.items() if isinstance(item, QgsLayoutItemMap)]
    settings.forceVectorOutput = not any(item.containsAdvancedEffects() for item in maps)
    return settings


def _write_picture(layout: QgsPrintLayout, path: Path, files: Files) -> None:
    # Not exportToImage: it asks GDAL to georeference the PNG, which GDAL refuses aloud.
    picture = QgsLayoutExporter(layout).renderPageToImage(0, dpi=files.dpi)
    if picture.isNull() or not picture.save(str(path), "PNG"):
        raise SheetNotWritten(path.parents[1] / path.name)


def _check(done: QgsLayoutExporter.ExportResult, path: Path) -> None:
    if done != QgsLayoutExporter.ExportResult.Success:
        raise SheetNotWritten(path.parents[1] / path.name)
