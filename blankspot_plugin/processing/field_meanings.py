# SPDX-License-Identifier: GPL-2.0-or-later
"""What the fields of our outputs mean, as a shared dataset has to say it.

Concept, definition, measure and unit of each, and the formula where one field follows from
others. Of fields that come from elsewhere nothing is known here: whoever shares them says it.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..i18n import tr


@dataclass(frozen=True)
class Meaning:
    """What a field means; '' where nothing is known."""

    concept: str = ""
    definition: str = ""
    classification: str = ""
    measure: str = ""
    unit: str = ""
    formula: str = ""


def meanings() -> dict[str, Meaning]:
    """Return the meaning of each field, in the language of QGIS."""
    return {**_places(), **_coverage(), **_people(), **_status(), **_programme(), **_change()}


def _classes() -> str:
    return tr("covered, weak, blank")


def _places() -> dict[str, Meaning]:
    area = tr("Administrative area")
    return {
        "code": Meaning(area, tr("Code of the village"), "", tr("code")),
        "name": Meaning(area, tr("Name of the village"), "", tr("name")),
        "kec_code": Meaning(area, tr("Code of the kecamatan"), "", tr("code")),
        "kec_name": Meaning(area, tr("Name of the kecamatan"), "", tr("name")),
        "area_km2": Meaning(area, tr("Area on the ellipsoid"), "", tr("area"), "km²"),
        "excl_km2": Meaning(area, tr("Excluded ground, water for example"), "", tr("area"), "km²"),
        "gap_id": Meaning(area, tr("Code of the village, class and number of the gap"), "",
                          tr("code")),
    }  # fmt: skip


def _coverage() -> dict[str, Meaning]:
    cover = tr("Mobile coverage")
    made = {
        "class": Meaning(cover, tr("Class of the ground"), _classes(), tr("class")),
        "tier": Meaning(cover, tr("Kind of service"), tr("cellular, wifi"), tr("class")),
        "wifi_km2": Meaning(tr("Public Wi-Fi"), tr("Area within reach of Wi-Fi"), "", tr("area"),
                            "km²"),
        "set_km2": Meaning(tr("Settlement"), tr("Area of settlements"), "", tr("area"), "km²"),
        "set_pct": Meaning(tr("Settlement"), tr("Covered share of the settlements"), "",
                           tr("percentage"), "%", "set_cov / set_km2 × 100"),
        "near_m": Meaning(cover, tr("Distance to the nearest cellular site"), "", tr("distance"),
                          "m"),
        "near_from": Meaning(cover, tr("Where the distance is measured from"),
                             tr("centre, settlement, surface"), tr("class")),
        "sites": Meaning(cover, tr("Cellular sites in the village"), "", tr("number"),
                         tr("sites")),
        "operators": Meaning(cover, tr("Operators that reach the village"), "", tr("number"),
                             tr("operators")),
    }  # fmt: skip
    for short, text in (
        ("cov", tr("Covered area")), ("weak", tr("Area of weak signal")),
        ("blank", tr("Blank area")),
    ):  # fmt: skip
        made[f"{short}_km2"] = Meaning(cover, text, "", tr("area"), "km²")
        made[f"{short}_pct"] = Meaning(
            cover, text, "", tr("percentage"), "%", f"{short}_km2 / (area_km2 - excl_km2) × 100"
        )
        made[f"set_{short}"] = Meaning(tr("Settlement"), text, "", tr("area"), "km²")
    return made


def _people() -> dict[str, Meaning]:
    people, unit = tr("Population"), tr("people")
    facility = tr("Public facility")
    made = {
        "pop": Meaning(people, tr("People in the village"), "", tr("number"), unit),
        "pop_basis": Meaning(people, tr("Where the number of people comes from"), "", tr("class")),
        "fac": Meaning(facility, tr("Public facilities in the village"), "", tr("number"),
                       tr("facilities")),
    }  # fmt: skip
    for short, text in (
        ("cov", tr("covered")), ("weak", tr("weak")), ("blank", tr("blank")),
    ):  # fmt: skip
        made[f"pop_{short}"] = Meaning(
            people, tr("People on ground of the class {word}").format(word=text), "", tr("number"),
            unit,
        )  # fmt: skip
        made[f"fac_{short}"] = Meaning(
            facility, tr("Facilities on ground of the class {word}").format(word=text), "",
            tr("number"), tr("facilities"),
        )  # fmt: skip
    return made


def _status() -> dict[str, Meaning]:
    status = tr("Status of the village")
    return {
        "ctr_class": Meaning(status, tr("Class at the village centre"), _classes(), tr("class")),
        "cell_stat": Meaning(status, tr("Status by mobile coverage"), _classes(), tr("class")),
        "status": Meaning(status, tr("Status by the definition stated"), _classes(), tr("class")),
        "net_stat": Meaning(tr("Public Wi-Fi"), tr("Best standing of the village's Wi-Fi points"),
                            tr("active, installed, planned, unknown, none"), tr("class")),
    }  # fmt: skip


def _programme() -> dict[str, Meaning]:
    wifi, unit = tr("Public Wi-Fi"), tr("points")
    counts = {
        "wifi": tr("Wi-Fi points in the village"), "wifi_act": tr("Active Wi-Fi points"),
        "points": tr("All points"), "active": tr("Points active"),
        "down": tr("Points with a fault"), "off": tr("Points switched off"),
        "installed": tr("Points installed, not yet active"), "approved": tr("Points approved"),
        "proposed": tr("Points proposed or planned"), "unknown": tr("Points of unknown status"),
    }  # fmt: skip
    made = {key: Meaning(wifi, text, "", tr("number"), unit) for key, text in counts.items()}
    made["act_pct"] = Meaning(wifi, tr("Share of active points"), "", tr("percentage"), "%",
                              "active / points × 100")  # fmt: skip
    made["mbps"] = Meaning(wifi, tr("Bandwidth of the active points"), "", tr("speed"), "Mbps")
    made["vil_wifi"] = Meaning(wifi, tr("Villages with a point"), "", tr("number"), tr("villages"))
    made["vil_act"] = Meaning(
        wifi, tr("Villages with an active point"), "", tr("number"), tr("villages")
    )
    return made


def _change() -> dict[str, Meaning]:
    change = tr("Change of the blank spots")
    return {
        "change": Meaning(change, tr("What became of the blank spot between two dates"),
                          tr("new, gone, persistent, worse, better, same"), tr("class")),
        "before": Meaning(change, tr("Class before"), _classes(), tr("class")),
        "after": Meaning(change, tr("Class after"), _classes(), tr("class")),
        "gained": Meaning(change, tr("People who are no longer in a blank spot"), "",
                          tr("number"), tr("people")),
        "lost": Meaning(change, tr("People who came into a blank spot"), "", tr("number"),
                        tr("people")),
    }  # fmt: skip
