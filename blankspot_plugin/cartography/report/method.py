# SPDX-License-Identifier: GPL-2.0-or-later
"""What the figures rest on: definition, thresholds, radii, data and their dates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from ...bridge.manifest import version
from ...bridge.provenance import Provenance
from ...bridge.results import Results
from ...core import technologies
from ...core.errors import BadRadius
from ...core.headline import number
from ...core.technologies import DEFAULT_RADII, WIFI, Reach
from ...core.village_status import rule_of
from ...i18n import number_text, tr
from ..tables import DATE, NUMBER, TEXT, Column, Table, date_text
from ..wording import area_note, boundary_note

# Of sites without a known technology, as the algorithms have it where nothing is given.
_RADIUS = 3500.0


@dataclass(frozen=True)
class Read:
    """A layer a run read: what it is called, how many features, what happened to them."""

    label: str
    features: int
    repaired: int
    left_out: int


@dataclass(frozen=True)
class Inputs:
    """What a run read and was told, from its manifest.

    Attributes
    ----------
    parameters
        By key, as given; {} where the table doesn't tell.
    read
        The layers.
    version
        Of the plugin that ran, '' where the table doesn't tell.
    """

    parameters: Mapping[str, object] = field(default_factory=dict)
    read: tuple[Read, ...] = ()
    version: str = ""

    def radii(self) -> dict[str, Reach]:
        """Return the radii used by technology; that of sites without one is under ''."""
        given = self.parameters
        table = self._table()
        used = {}
        if given.get("SITES") or given.get("INPUT"):
            if given.get("TECHNOLOGY_FIELD"):
                used.update({name: one for name, one in table.items() if name != WIFI})
            used[""] = Reach(_metres(given.get("RADIUS")), 0.0)
        if given.get("WIFI") and WIFI in table:
            used[WIFI] = table[WIFI]
        return used

    def _table(self) -> dict[str, Reach]:
        cells = self.parameters.get("RADII")
        if isinstance(cells, str):
            cells = [one.strip() for one in cells.split(",")]
        try:
            return technologies.radii_table(cells) if cells else dict(DEFAULT_RADII)
        except (BadRadius, TypeError, ValueError):
            return dict(DEFAULT_RADII)


def _metres(given: object) -> float:
    try:
        return float(str(given))
    except ValueError:
        return _RADIUS


def method(
    results: Results, definition: str, inputs: Inputs, source: str
) -> tuple[tuple[str, str], ...]:
    """Return name and words of everything the figures rest on.

    Parameters
    ----------
    results
        Of the run.
    definition
        In words.
    inputs
        What the run read and was told.
    source
        Words on the sources, as the officer gives them.
    """
    said = [(tr("Definition"), definition), (tr("Wi-Fi"), _wifi(results.wifi_counts))]
    if inputs.parameters:
        said.append((tr("Thresholds"), _thresholds(inputs)))
    said.append((tr("Classes"), _classes()))
    if _knows_people(results):
        said.append((tr("People"), _people(results)))
    said += [
        (tr("Areas"), area_note()),
        (tr("Boundaries"), boundary_note()),
    ]
    if source.strip():
        said.append((tr("Sources"), source.strip()))
    if results.time is not None:
        said.append((tr("Computed"), _moment(results.time)))
    said.append((tr("Made with"), _made_with(inputs)))
    return tuple(said)


def _wifi(counts: bool | None) -> str:
    if counts is None:
        return tr("The table of villages does not tell whether Wi-Fi counts.")
    if counts:
        return tr("Active public Wi-Fi counts as coverage in the status of a village.")
    return tr("Public Wi-Fi does not count: the status is that of the mobile signal alone.")


def _thresholds(inputs: Inputs) -> str:
    rule = rule_of(inputs.parameters)
    return tr(
        "Covered from {covered} % covered, blank from {blank} % blank; by distance, blank from "
        "{metres} m to the nearest tower."
    ).format(
        covered=number_text(rule.covered_from),
        blank=number_text(rule.blank_from),
        metres=number_text(rule.max_distance),
    )


def _classes() -> str:
    return tr(
        "Covered: within the first radius of a site or in declared coverage. Weak: within the "
        "outer radius only, or served by older technologies alone. Blank: neither. Coverage by "
        "radius is predicted, not measured."
    )


def _knows_people(results: Results) -> bool:
    return any(number(row.get("pop")) is not None for row in results.rows)


def _people(results: Results) -> str:
    words = {
        "table+raster": tr("Official figures, shared out by the population raster."),
        "table+points": tr("Official figures, shared out by the population points."),
        "table+settlement": tr("Official figures, shared out over the settlements."),
        "table+area": tr("Official figures, shared out evenly over the area."),
        "raster": tr("From the population raster."),
        "points": tr("From the population points."),
    }
    used = sorted({str(row.get("pop_basis")) for row in results.rows if row.get("pop_basis")})
    return " ".join(words.get(one, one) for one in used) or tr("Not known")


def _moment(time: datetime) -> str:
    return tr("{date}, {time}").format(date=date_text(time.date()), time=time.strftime("%H:%M"))


def _made_with(inputs: Inputs) -> str:
    return tr("Blank Spot {version}, a plugin of QGIS").format(version=inputs.version or version())


def sources_table(sources: Sequence[Provenance]) -> Table:
    """Return where the data were pulled from, when, and whether all of it came."""
    announced: list[object] = [one.announced for one in sources]
    return Table(
        (
            Column(tr("Layer"), TEXT, [one.layer for one in sources]),
            Column(tr("From"), TEXT, [one.url or tr("open in QGIS") for one in sources]),
            Column(tr("Date"), DATE, [_day(one.time) for one in sources]),
            Column(tr("Features"), NUMBER, [one.received for one in sources]),
            Column(tr("Announced"), NUMBER, announced),
            Column(tr("Complete"), TEXT, [_complete(one) for one in sources]),
        ),
        ((),) * len(sources),
        frozenset(at for at, one in enumerate(sources) if one.incomplete),
    )


def _day(time: str) -> date | None:
    try:
        return datetime.fromisoformat(time.replace("Z", "+00:00")).date()
    except ValueError:
        return None


def _complete(source: Provenance) -> str:
    if source.incomplete:
        return tr("INCOMPLETE")
    if source.unproven or source.announced is None:
        return tr("not proven")
    return tr("yes")


def inputs_table(inputs: Inputs) -> Table:
    """Return the layers a run read."""
    read = inputs.read
    return Table(
        (
            Column(tr("Input"), TEXT, [one.label for one in read]),
            Column(tr("Features"), NUMBER, [one.features for one in read]),
            Column(tr("Repaired"), NUMBER, [one.repaired for one in read]),
            Column(tr("Left out"), NUMBER, [one.left_out for one in read]),
        ),
        ((),) * len(read),
    )


def radii_table(inputs: Inputs) -> Table:
    """Return the radii a run used, in metres."""
    radii = inputs.radii()
    names = [name or tr("Technology not known") for name in radii]
    return Table(
        (
            Column(tr("Technology"), TEXT, names),
            Column(tr("Covered to (m)"), NUMBER, [one.covered for one in radii.values()]),
            Column(tr("Weak to (m)"), NUMBER, [one.weak for one in radii.values()]),
        ),
        ((),) * len(radii),
    )


def own_radii(inputs: Inputs) -> tuple[str, ...]:
    """Say that sites have radii of their own, where a field holds them."""
    field_name = inputs.parameters.get("RADIUS_FIELD")
    if not field_name:
        return ()
    return (
        tr("Sites with a radius in the field “{field}” take that one instead.").format(
            field=field_name
        ),
    )
