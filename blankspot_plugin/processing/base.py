# SPDX-License-Identifier: GPL-2.0-or-later
"""What every algorithm shares: identity, help, validation before any run, one way to fail."""

from __future__ import annotations

import re
from typing import Any, ClassVar

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
)
from qgis.PyQt.QtGui import QIcon, QTextDocument

from .. import paths
from ..i18n import language
from .parameters import Keys

Parameters = dict[str, Any]

_TITLE = re.compile(r"\A# .*\n")
_BODY = re.compile(r"<body[^>]*>(.*)</body>", re.DOTALL)


class BlankSpotAlgorithm(QgsProcessingAlgorithm, Keys):
    """Base of the algorithms; a subclass sets ``ID`` and writes ``validate()`` and ``run_it()``."""

    ID: ClassVar[str]
    ICON: ClassVar[str] = "blankspot"
    # Choices that may be given by their word as well as by their place in the list.
    CHOICES: ClassVar[dict[str, tuple[str, ...]]] = {}

    def name(self) -> str:
        return self.ID

    def createInstance(self) -> BlankSpotAlgorithm:
        return type(self)()

    def icon(self) -> QIcon:
        return QIcon(paths.icon(self.ICON))

    def shortHelpString(self) -> str:
        text = paths.help_page(self.ID, language()).read_text(encoding="utf-8")
        page = QTextDocument()
        # The dialog has the title already, and shows the style sheet of a head as text.
        page.setMarkdown(_TITLE.sub("", text, count=1))
        return _BODY.search(page.toHtml()).group(1)

    def validate(self, parameters: Parameters, context: QgsProcessingContext) -> str:
        """Return one sentence naming what is wrong and the remedy, or an empty string."""
        return ""

    def run_it(
        self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Parameters:
        """Do the work; errors of core become sentences, and no output is opened before it."""
        raise NotImplementedError

    def choice(self, parameters: Parameters, key: str, context: QgsProcessingContext) -> str:
        """Return the word of a choice, however it was given."""
        word = self._word(parameters, key)
        return word or self.CHOICES[key][self.parameterAsEnum(parameters, key, context)]

    def _word(self, parameters: Parameters, key: str) -> str:
        given = str(parameters.get(key)).strip().lower()
        return given if given in self.CHOICES[key] else ""

    def checkParameterValues(
        self, parameters: Parameters, context: QgsProcessingContext
    ) -> tuple[bool, str]:
        # Ours first: QGIS says no more than "Incorrect parameter value".
        message = self.validate(parameters, context)
        if message:
            return False, message
        places = {
            key: words.index(self._word(parameters, key))
            for key, words in self.CHOICES.items()
            if self._word(parameters, key)
        }
        return super().checkParameterValues({**parameters, **places}, context)

    def prepareAlgorithm(
        self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        # The children of a model are never asked for checkParameterValues.
        message = self.validate(parameters, context)
        if message:
            raise QgsProcessingException(message)
        return True

    def processAlgorithm(
        self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Parameters:
        from ..core.errors import BlankSpotError
        from .messages import sentence

        try:
            return self.run_it(parameters, context, feedback)
        except BlankSpotError as error:
            raise QgsProcessingException(sentence(error)) from error
