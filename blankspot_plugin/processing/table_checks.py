# SPDX-License-Identifier: GPL-2.0-or-later
"""Checks of calls that take tables of people's making besides layers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from qgis.core import QgsVectorLayer

from ..core.dates import parse_date
from ..core.known_fields import known_field
from ..i18n import tr
from .checks import Checks
from .parameters import POLYGONS


class TableChecks(Checks):
    """Checks of a call that takes tables besides layers."""

    def table(self, key: str, field_keys: Sequence[str] = ()) -> None:
        """Check a table or layer: it loads, has rows, and the fields that were named."""
        if not self._there(key):
            return
        source = self._read(key)
        if source is None:
            self._say(self._not_there(key))
            return
        if source.featureCount() == 0:
            self._say(
                tr("{input} has no features: choose a layer that has some.").format(
                    input=self._label(key)
                )
            )
        for field_key in field_keys:
            self._field(field_key, source)

    def some_layers(self, key: str) -> None:
        """Check a list of vector layers of any kind: there is one, and all load."""
        if not self._there(key):
            return
        layers = self._algorithm.parameterAsLayerList(self._parameters, key, self._context)
        given = self._parameters[key]
        if not layers or isinstance(given, (list, tuple)) and len(layers) < len(given):
            self._say(self._not_there(key))
        for layer in layers:
            if not isinstance(layer, QgsVectorLayer):
                self._say(
                    tr("{input}: “{layer}” is no vector layer or table: take it out.").format(
                        input=self._label(key), layer=layer.name()
                    )
                )
            elif layer.isSpatial() and not layer.crs().isValid():
                self._say(self._no_crs(f"{self._label(key)}, “{layer.name()}”"))

    def knows(self, key: str, field_key: str, known: str = "") -> None:
        """Check that a field of a table is given, or known by its name.

        Parameters
        ----------
        key
            Of the table.
        field_key
            The parameter that may name the field.
        known
            What the field is known as, where that is another key.
        """
        self._known(key, {field_key: known or field_key})

    def any_known(self, key: str, field_keys: Sequence[str]) -> None:
        """Check that at least one of some fields of a table is given, or known by its name."""
        self._known(key, {field_key: field_key for field_key in field_keys})

    def _known(self, key: str, wanted: dict[str, str]) -> None:
        source = self._read(key) if self.given(key) else None
        if source is None:
            return
        names = source.fields().names()
        if not any(self.given(one) or known_field(known, names) for one, known in wanted.items()):
            self._say(
                tr("{input} is needed: choose one of the fields {fields}.").format(
                    input=" / ".join(self._label(one) for one in wanted), fields=", ".join(names)
                )
            )

    def some_pair(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Check that of some pairs at least one was given."""
        if not any(self.given(key) for pair in pairs for key in pair):
            named = "; ".join(" + ".join(self._label(key) for key in pair) for pair in pairs)
            self._say(
                tr("There is nothing to compare: give one of these pairs: {pairs}.").format(
                    pairs=named
                )
            )

    def not_both(self, some: Sequence[str], other: str) -> None:
        """Check that an input was not given beside others that it would compute."""
        for key in some:
            if self.given(key) and self.given(other):
                self._say(
                    tr("{input} and {other} exclude one another: give one of them.").format(
                        input=self._label(key), other=self._label(other)
                    )
                )

    def needed(self, key: str, by: str) -> None:
        """Check that an input was given which another rests on."""
        if not self.given(key):
            self._say(
                tr("{input} is needed for {other}: choose a layer.").format(
                    input=self._label(key), other=self._label(by)
                )
            )

    def has_fields(self, key: str, names: Sequence[str]) -> None:
        """Check that a layer of ours has the fields it is known by."""
        source = self._read(key) if self.given(key) else None
        missing = [n for n in names if source is not None and source.fields().lookupField(n) < 0]
        if missing:
            self._say(
                tr(
                    "{input} has no field “{field}”: choose an output of “Statistics per village” "
                    "or “Blank-spot analysis”."
                ).format(input=self._label(key), field=missing[0])
            )

    def in_order(self, earlier: str, later: str) -> None:
        """Check two days: the first one must be the earlier."""
        days = self.date(earlier), self.date(later)
        if None not in days and days[0] >= days[1]:
            self._say(
                tr(
                    "{input} ({day}) is not before {other} ({other_day}): are the two swapped?"
                ).format(
                    input=self._label(earlier), day=days[0].isoformat(),
                    other=self._label(later), other_day=days[1].isoformat(),
                )
            )  # fmt: skip

    def raster(self, key: str) -> None:
        """Check a raster: it loads, and knows where it lies."""
        if not self.given(key):
            return
        layer = self._algorithm.parameterAsRasterLayer(self._parameters, key, self._context)
        if layer is None:
            self._say(self._not_there(key))
        else:
            self.map_layer(key, layer, POLYGONS)

    def not_above(self, low: str, high: str) -> None:
        """Check that a number is not larger than another."""
        values = [
            self._algorithm.parameterAsDouble(self._parameters, key, self._context)
            for key in (low, high)
        ]
        if values[0] > values[1]:
            self._say(
                tr("{input} must not be above {other}: change one of them.").format(
                    input=self._label(low), other=self._label(high)
                )
            )

    def date(self, key: str) -> date | None:
        """Check that a text is a day, and return it."""
        text = self._parameters.get(key)
        try:
            return parse_date(text)
        except ValueError:
            self._say(
                tr("{input}: “{value}” is no date; write it as 2026-11-24.").format(
                    input=self._label(key), value=text
                )
            )
            return None

    def words(self, key: str, meaning: Callable[[str], str | None]) -> None:
        """Check the office's own words."""
        from ..core.errors import UnknownMeaning
        from ..core.wording import own_words
        from .messages import sentence

        try:
            own_words(matrix_rows(self._parameters.get(key), 2), meaning)
        except UnknownMeaning as error:
            self._say(sentence(error))


def matrix_rows(given: object, width: int) -> list[tuple[object, ...]]:
    """Return the rows of a matrix parameter, however it was given; a text has cells by commas."""
    if isinstance(given, str):
        given = [cell.strip() for cell in given.split(",")] if given.strip() else []
    cells = list(given) if isinstance(given, (list, tuple)) else []
    if any(isinstance(cell, (list, tuple)) for cell in cells):
        return [tuple(row) for row in cells if isinstance(row, (list, tuple))]
    return [tuple(cells[at : at + width]) for at in range(0, len(cells), width)]
