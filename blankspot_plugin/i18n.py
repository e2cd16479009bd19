# SPDX-License-Identifier: GPL-2.0-or-later
"""One ``tr()`` with one context, and the language and numbers of QGIS."""

from __future__ import annotations

from qgis.core import QgsApplication, QgsSettings
from qgis.PyQt.QtCore import QCoreApplication, QLocale, QTranslator

from . import paths

# pylupdate5 files a bare tr() under this context; look-ups must use the same.
_CONTEXT = "@default"
# QLocale.FloatingPointShortest, which not every PyQt names.
_SHORTEST = -128


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


def locale() -> QLocale:
    """Return how the language QGIS runs in writes numbers and dates."""
    found = QLocale(language())
    # A system without a language is "C", which does not group digits.
    return QLocale("en") if found.language() == QLocale.Language.C else found


def number_text(value: float, decimals: int | None = None) -> str:
    """Return a number as the language of QGIS writes it, such as ``1,234.5`` or ``1.234,5``.

    Without ``decimals`` it has as many as it needs.
    """
    precision = _SHORTEST if decimals is None else decimals
    return str(locale().toString(float(value), "f", precision))


def install_translator() -> QTranslator | None:
    """Install the translation of QGIS's language; return it, or None where none is shipped."""
    path = paths.translation(language())
    translator = QTranslator()
    if not path.exists() or not translator.load(str(path)):
        return None
    QCoreApplication.installTranslator(translator)
    return translator
