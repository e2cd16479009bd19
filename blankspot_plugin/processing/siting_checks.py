# SPDX-License-Identifier: GPL-2.0-or-later
"""Checks of what ``proposesites`` and ``proposalpoints`` have beyond the others."""

from __future__ import annotations

from collections.abc import Sequence

from ..core.errors import BlankSpotError
from ..i18n import tr
from .checks import Checks
from .parameters import POINTS, POLYGONS, Keys
from .siting_parameters import SitingKeys


class SitingChecks(Checks):
    """Checks of one call; the first sentence found stands."""

    def any_of(self, keys: Sequence[str]) -> None:
        """Check that at least one of some parameters was given."""
        if not any(self.given(key) for key in keys):
            self._say(
                tr("Give at least one of {inputs}.").format(
                    inputs=", ".join(self._label(key) for key in keys)
                )
            )

    def needed_for(self, what: str, keys: Sequence[str]) -> None:
        """Check that a choice has at least one of the inputs it rests on."""
        if not any(self._holds(key) for key in keys):
            self._say(
                tr("“{choice}” needs {input}: give it, or choose another.").format(
                    choice=what, input=" / ".join(self._label(key) for key in keys)
                )
            )

    def raster(self, key: str) -> None:
        """Check a raster: it loads, and knows where it lies."""
        if not self.given(key):
            return
        layer = self._algorithm.parameterAsRasterLayer(self._parameters, key, self._context)
        if layer is None or not layer.isValid():
            self._say(self._not_there(key))
        else:
            self.map_layer(key, layer, POINTS)

    def positive(self, key: str) -> None:
        """Check that a number, if given, is above zero."""
        self.number(key, 0)
        if self.given(key) and not self.sentence:
            value = self._algorithm.parameterAsDouble(self._parameters, key, self._context)
            if value <= 0:
                self._say(
                    tr("{input}: {value} is out of range; give more than zero.").format(
                        input=self._label(key), value=self._parameters[key]
                    )
                )

    def site_types(self) -> None:
        """Check the table of types, and that the type to build is in it."""
        from ..core.site_types import named_types, site_types
        from .messages import sentence
        from .siting_inputs import flat_cells

        try:
            cells = flat_cells(self._algorithm, self._parameters, self._context, SitingKeys.TYPES)
            table = site_types(cells)
            named_types(self._parameters.get(SitingKeys.TYPE) or "tower", table)
        except BlankSpotError as error:
            self._say(sentence(error))

    def form(self, key: str) -> None:
        """Check the columns of a form."""
        from ..core.proposals import OWN, form_columns
        from .messages import sentence
        from .siting_inputs import flat_cells

        try:
            form_columns(flat_cells(self._algorithm, self._parameters, self._context, key), OWN)
        except BlankSpotError as error:
            self._say(f"{self._label(key)}: {sentence(error)}")

    def existing(self) -> None:
        """Check what covers already."""
        self.sites(Keys.SITES, may_be_empty=True)
        if self.given(Keys.COVERAGE):
            self.layers(Keys.COVERAGE, POLYGONS)
