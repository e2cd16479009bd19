# SPDX-License-Identifier: GPL-2.0-or-later
"""What can go wrong with a sheet; each text is a translated sentence with the remedy."""

from __future__ import annotations

from pathlib import Path

from ..i18n import tr


class SheetError(Exception):
    """A sheet cannot be made."""


class NothingToShow(SheetError):
    """None of the layers has an extent."""

    def __init__(self) -> None:
        super().__init__(tr("The layers hold nothing to show: choose layers with features."))


class NoTemplate(SheetError):
    """A file is no template of a layout, or has no map."""

    def __init__(self, path: object) -> None:
        super().__init__(
            tr(
                "{file} is no layout template with an item called map: save one in QGIS with "
                "Layout > Save as Template, or choose none."
            ).format(file=path)
        )


class SheetNotWritten(SheetError):
    """A file of the sheet cannot be written.

    Attributes
    ----------
    path : Path
        The file.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(
            tr(
                "{file} could not be written: close it where it is open, or choose another "
                "output folder or file name."
            ).format(file=path)
        )
        self.path = path
