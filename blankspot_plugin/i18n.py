# SPDX-License-Identifier: GPL-2.0-or-later
"""One ``tr()`` with one context, and the language QGIS runs in."""

from __future__ import annotations

from qgis.core import QgsApplication, QgsSettings
from qgis.PyQt.QtCore import QCoreApplication, QLocale, QTranslator

from . import paths

# pylupdate5 files a bare tr() under this context; look-ups must use the same.
_CONTEXT = "@default"


def tr(text: str) -> str:
    """Return the text in the language of QGIS, or as it stands where there is none."""
    return QCoreApplication.translate(_CONTEXT, text)


def language() -> str:
    """Return the two-letter language QGIS runs in."""
    if QgsSettings().value("locale/overrideFlag", False, type=bool):
        name = QgsSettings().value("locale/userLocale", "en", type=str)
    else:
        name = QgsApplication.locale() or QLocale.system().name()
    return name[:2].lower()


def install_translator() -> QTranslator | None:
    """Install the translation of QGIS's language; return it, or None where none is shipped."""
    path = paths.translation(language())
    translator = QTranslator()
    if not path.exists() or not translator.load(str(path)):
        return None
    QCoreApplication.installTranslator(translator)
    return translator
