# SPDX-License-Identifier: GPL-2.0-or-later
"""The figures of one village in words; what is not known is a dash, never a zero."""

from __future__ import annotations

from ...core import wifi
from ...core.headline import Row, number
from ...i18n import number_text, tr
from .grid import NOTHING


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
