# SPDX-License-Identifier: GPL-2.0-or-later
"""Which class is a feature of? QGIS expressions over whatever fields a layer has.

Free texts are read by the same patterns as in the analysis, so that map and table agree.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from qgis.core import QgsExpression

from ...core import definitions, technologies, wifi
from ...core.purpose_fields import guess_fields
from ...core.signal_levels import COVERED_DBM, WEAK_DBM
from ...core.technologies import DEFAULT_RADII, WIFI
from .look import FieldNames

SECTOR = " sector"
# The ranks of proposals that are told apart: the first, the next, all later ones.
FIRST_RANKS, NEXT_RANKS = 5, 15
# What tells a Wi-Fi point that was never up from one that is down.
_NOT_YET = r"belum|blm|not yet|pasang|instal"
_FACILITIES = {
    "health": (
        r"puskesmas|pustu|posyandu|poskesdes|polindes|rumah ?sakit|\brs(ud|u|ia)?\b|klinik|apotek"
        r"|kesehatan|health|hospital|clinic|pharmacy|doctor"
    ),
    "school": (
        r"sekolah|madrasah|pesantren|kampus|universitas|\b(sd|smp|sma|smk|mi|mts|ma|tk|paud)n?\b"
        r"|school|kindergarten|college|university"
    ),
    "office": r"kantor|balai|polsek|polres|koramil|office|townhall|police|government",
}


def find_field(names: FieldNames, wanted: Iterable[str]) -> str:
    """Return the first wanted field that is there, as it is spelt there, or ``""``."""
    by_lower = {name.lower(): name for name in names}
    return next((by_lower[name] for name in wanted if name in by_lower), "")


def has(field: str) -> Callable[[FieldNames], bool]:
    """Return a test whether a field is there."""
    return lambda names: bool(find_field(names, (field,)))


def by(*wanted: str) -> Callable[[FieldNames], str]:
    """Return what classifies by the first of some fields, as it stands."""
    return lambda names: _field(find_field(names, wanted) or wanted[0])


def technology_expression(field: str) -> str:
    """Return the QGIS expression for the technology of a free text that reaches farthest.

    By the default radii, as ``core.technologies.best``: ``2G/4G`` and ``4G/5G`` give ``4G``,
    ``DCS`` gives ``2G``; a text that names none gives ``""``.
    """
    farthest = sorted(
        DEFAULT_RADII,
        key=lambda name: (DEFAULT_RADII[name].covered, DEFAULT_RADII[name].weak),
        reverse=True,
    )
    names = {name: technologies.TECHNOLOGY_PATTERNS[name].pattern for name in farthest}
    return _first_match(field, [(pattern, f"'{name}'") for name, pattern in names.items()])


def wifi_expression(field: str) -> str:
    """Return the QGIS expression for a Wi-Fi point's state from a free text.

    As ``core.wifi.wifi_status``, except that what was installed and does not work is told
    apart (``down``). A text that says nothing known gives ``""``, which is never active.
    """
    new = f"CASE WHEN {_matches(field, _NOT_YET)} THEN 'installed' ELSE 'down' END"
    return _first_match(
        field,
        [
            (pattern.pattern, new if state == wifi.INSTALLED else f"'{state}'")
            for state, pattern in wifi.STATUS_PATTERNS
        ],
    )


def sector_fields(names: FieldNames) -> tuple[str, str]:
    """Return the fields of azimuth and beamwidth, or two ``""`` unless both are there."""
    found = guess_fields("sites", list(names))
    pair = found.get("AZIMUTH_FIELD", ""), found.get("BEAMWIDTH_FIELD", "")
    return pair if all(pair) else ("", "")


def has_sectors(names: FieldNames) -> bool:
    """Whether fields may tell where an antenna points."""
    return bool(sector_fields(names)[0])


def site(names: FieldNames) -> str:
    """Return the expression for ``4G``, or ``4G sector`` where an antenna has a direction.

    As in ``coverage``, without a beamwidth or with one of 360 degrees it reaches all round.
    """
    found = guess_fields("sites", list(names)).get("TECHNOLOGY_FIELD", "")
    technology = technology_expression(found) if found else "''"
    azimuth, beamwidth = (number(field) for field in sector_fields(names))
    if not azimuth:
        return technology
    pointed = f"{azimuth} IS NOT NULL AND {beamwidth} > 0 AND {beamwidth} < 360"
    answer = f"if(@technology <> '{WIFI}' AND {pointed}, @technology || '{SECTOR}', @technology)"
    return f"with_variable('technology', {technology}, {answer})"


def wifi_state(names: FieldNames) -> str:
    """Return the expression for the state of a Wi-Fi point."""
    names = list(names)
    field = guess_fields("wifi", names).get("STATUS_FIELD", "")
    field = field or find_field(names, ("net_stat", "keadaan"))
    return wifi_expression(field) if field else "''"


def coverage(names: FieldNames) -> str:
    """Return the expression for ``cellular covered``, ``wifi weak``, ``declared covered``."""
    return f"{_tier(names, _quoted('cellular '))} || {by('class')(names)}"


def coverage_technology(names: FieldNames) -> str:
    """Return the expression for ``4G covered``, ``2G weak``, ``declared covered``."""
    names = list(names)
    group = find_field(names, ("grp",))
    technology = technology_expression(group) if group else "''"
    return f"{_tier(names, f'({technology}) || {_quoted(chr(32))}')} || {by('class')(names)}"


def _tier(names: FieldNames, otherwise: str) -> str:
    names = list(names)
    group, tier = find_field(names, ("grp",)), find_field(names, ("tier",))
    cases = f"WHEN {_field(group)} = 'declared' THEN 'declared ' " if group else ""
    cases += f"WHEN {_field(tier)} = 'wifi' THEN 'wifi ' " if tier else ""
    return f"(CASE {cases}ELSE {otherwise} END)" if cases else f"({otherwise})"


def declared(names: FieldNames) -> str:
    """Return the expression for the class an operator declares: covered unless it says weak."""
    field = find_field(names, ("class", "kelas"))
    if not field:
        return _quoted(definitions.COVERED)
    return f"coalesce({_field(field)}, {_quoted(definitions.COVERED)})"


def level(names: FieldNames) -> str:
    """Return the expression for the class of a measured level, else of a class given."""
    names = list(names)
    field = find_field(names, ("dbm", "rsrp", "rsrp_dbm", "level_dbm", "signal_dbm", "level"))
    if not field:
        return by("class")(names)
    dbm = number(field)
    return (
        f"CASE WHEN {dbm} >= {COVERED_DBM:g} THEN {_quoted(definitions.COVERED)} "
        f"WHEN {dbm} >= {WEAK_DBM:g} THEN {_quoted(definitions.WEAK)} "
        f"WHEN {dbm} < {WEAK_DBM:g} THEN {_quoted(definitions.BLANK)} ELSE '' END"
    )


def proposal(names: FieldNames) -> str:
    """Return the expression for ``earlier``, ``first``, ``next``, ``later``; ``""`` unranked."""
    names = list(names)
    rank = find_field(names, ("rank", "peringkat", "urutan"))
    earlier = find_field(names, ("proposed", "diusulkan"))
    cases = f"WHEN {_field(earlier)} IS NOT NULL THEN 'earlier' " if earlier else ""
    if rank:
        cases += (
            f"WHEN {number(rank)} <= {FIRST_RANKS} THEN 'first' "
            f"WHEN {number(rank)} <= {NEXT_RANKS} THEN 'next' "
            f"WHEN {number(rank)} IS NOT NULL THEN 'later' "
        )
    return f"CASE {cases}ELSE '' END" if cases else "''"


def facility(names: FieldNames) -> str:
    """Return the expression for ``health``, ``school``, ``office``; ``""`` for another kind."""
    field = find_field(names, ("kind", "jenis", "tipe", "type", "kategori", "amenity", "name"))
    cases = [(pattern, _quoted(kind)) for kind, pattern in _FACILITIES.items()]
    return _first_match(field, cases) if field else "''"


def number(field: str) -> str:
    """Return the expression for a field as a number, NULL where it is none; ``""`` for ``""``."""
    return f"try(to_real({_field(field)}))" if field else ""


def _field(name: str) -> str:
    return QgsExpression.quotedColumnRef(name)


def _quoted(text: str) -> str:
    return str(QgsExpression.quotedString(text))


def _matches(field: str, regex: str) -> str:
    return f"regexp_match(to_string(coalesce({_field(field)}, '')), {_quoted(f'(?i){regex}')})"


def _first_match(field: str, answers: Iterable[tuple[str, str]]) -> str:
    cases = " ".join(f"WHEN {_matches(field, regex)} THEN {answer}" for regex, answer in answers)
    return f"CASE {cases} ELSE '' END"
