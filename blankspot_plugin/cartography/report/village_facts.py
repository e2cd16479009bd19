# SPDX-License-Identifier: GPL-2.0-or-later
"""What is known of one village, in words; what is not known is a dash, never a zero."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from qgis.core import QgsGeometry

from ...core import change as news
from ...core import wifi
from ...core.change import VillageChange
from ...core.headline import Row, kecamatan_of, number
from ...i18n import number_text, tr
from ..result_tables import change_words
from ..tables import status_text
from .grid import NOTHING


@dataclass(frozen=True)
class Village:
    """What is known of a village beyond its row.

    Attributes
    ----------
    row
        Of STATISTICS.
    kecamatan
        Its name, or its code.
    shape
        In the map's CRS, empty for none.
    under
        Its class under each definition.
    change
        What has become of it, '' where there is nothing to compare with.
    """

    row: Row
    kecamatan: str
    shape: QgsGeometry
    under: Mapping[str, str | None]
    change: str


def villages(
    rows: Sequence[Row],
    shapes: Sequence[QgsGeometry],
    under: Mapping[str, Sequence[str | None]],
    changes: Sequence[VillageChange] | None,
) -> list[Village]:
    """Return the villages, in the order of their codes.

    Parameters
    ----------
    rows
        Of STATISTICS.
    shapes
        Theirs, in the map's CRS.
    under
        The class of each village under each definition.
    changes
        Since an earlier result, None without one.
    """
    told = {} if changes is None else {one.place_after: one for one in news.told(changes)}
    words = change_words()
    found = []
    for at, (row, above) in enumerate(zip(rows, kecamatan_of(rows))):
        change = ""
        if changes is not None:
            one = told.get(at)
            change = tr("No change of status, or not comparable.")
            if one is not None:
                change = tr("{change}: {before} before, {after} now.").format(
                    change=words[one.kind],
                    before=status_text(one.before),
                    after=status_text(one.after),
                )
        classes = {name: column[at] for name, column in under.items()}
        found.append(Village(row, above[1] or above[0], shapes[at], classes, change))
    return sorted(found, key=lambda one: (str(one.row.get("code") or ""), str(one.row.get("name"))))


def facts(row: Row) -> list[tuple[str, str]]:
    """Return label and value of every figure, always the same ones.

    Parameters
    ----------
    row
        With the fields of STATISTICS; {} for the labels alone.
    """

    def figure(field: str, decimals: int = 0, unit: str = "{n}") -> str:
        found = number(row.get(field))
        return NOTHING if found is None else unit.format(n=number_text(found, decimals))

    def of(part: str, whole: str, decimals: int = 0, unit: str = "{n}") -> str:
        if number(row.get(part)) is None or number(row.get(whole)) is None:
            return figure(part, decimals, unit)
        return tr("{part} of {whole}").format(
            part=number_text(number(row.get(part)) or 0, decimals),
            whole=unit.format(n=number_text(number(row.get(whole)) or 0, decimals)),
        )

    km2, percent, metres = tr("{n} km²"), tr("{n} %"), tr("{n} m")
    return [
        (tr("People"), figure("pop")),
        (tr("People in blank spots"), figure("pop_blank")),
        (tr("Settlement covered"), figure("set_pct", 1, percent)),
        (tr("Settlement area covered"), of("set_cov", "set_km2", 2, km2)),
        (tr("Facilities in blank spots"), of("fac_blank", "fac")),
        (tr("Nearest tower"), figure("near_m", 0, metres)),
        (tr("Distance taken from"), _near_from(row)),
        (tr("Towers in the village"), figure("sites")),
        (tr("Operators that reach it"), figure("operators")),
        (tr("Wi-Fi points active"), of("wifi_act", "wifi")),
        (tr("Wi-Fi programme"), _programme(row)),
        (tr("Area"), figure("area_km2", 2, km2)),
        (tr("Area blank"), figure("blank_pct", 1, percent)),
    ]


def _near_from(row: Row) -> str:
    words = {
        "centre": tr("village centre"),
        "settlement": tr("largest settlement"),
        "surface": tr("a point in the village"),
    }
    return words.get(str(row.get("near_from")), NOTHING)


def _programme(row: Row) -> str:
    words = {
        wifi.ACTIVE: tr("active"),
        wifi.INSTALLED: tr("installed"),
        wifi.PLANNED: tr("planned"),
        wifi.NONE: tr("none"),
        wifi.UNKNOWN: tr("not known"),
    }
    return words.get(str(row.get("net_stat")), NOTHING)
