# SPDX-License-Identifier: GPL-2.0-or-later
"""The words of the analysis form."""

from __future__ import annotations

from ..i18n import tr


def labels() -> dict[str, str]:
    """Return what each parameter is called in the form."""
    return {
        "AREAS": tr("Areas (villages)"),
        "CODE_FIELD": tr("Code field"),
        "NAME_FIELD": tr("Name field"),
        "SITES": tr("Towers"),
        "TECHNOLOGY_FIELD": tr("Technology field"),
        "OPERATOR_FIELD": tr("Operator field"),
        "AZIMUTH_FIELD": tr("Azimuth field"),
        "BEAMWIDTH_FIELD": tr("Beamwidth field"),
        "WIFI": tr("Public Wi-Fi"),
        "STATUS_FIELD": tr("Status field"),
        "SETTLEMENTS": tr("Settlements"),
        "POPULATION": tr("Population"),
        "POP_FIELD": tr("Official population field"),
        "FACILITIES": tr("Public facilities"),
        "CENTRES": tr("Village centres"),
        "COVERAGE": tr("Declared coverage"),
        "EXCLUDE": tr("Excluded ground (water, for example)"),
        "COVERED_FROM": tr("Covered from (% covered)"),
        "BLANK_FROM": tr("Blank from (% blank)"),
        "MAX_DISTANCE": tr("Blank from this distance to the nearest site (m)"),
    }


def definitions() -> dict[str, tuple[str, str]]:
    """Return the name of each definition and what it means, in a sentence."""
    share = {
        "area": tr(
            "A village is covered if at least {covered} % of its area is, blank if at least "
            "{blank} % of it is blank; else weak."
        ),
        "settlement": tr(
            "A village is covered if at least {covered} % of its settlements are, blank if at "
            "least {blank} % of them are blank; else weak."
        ),
        "population": tr(
            "A village is covered if at least {covered} % of its people are, blank if at least "
            "{blank} % of them are blank; else weak."
        ),
    }
    return {
        "auto": (
            tr("Automatic"),
            tr(
                "By the settlements where there is a layer of them, else by the village centre, "
                "else by the people, else by the area."
            ),
        ),
        "area": (tr("Share of the area"), share["area"]),
        "settlement": (tr("Share of the settlements"), share["settlement"]),
        "population": (tr("Share of the people"), share["population"]),
        "centre": (
            tr("Village centre"),
            tr("A village is what the place of its office is: covered, weak or blank."),
        ),
        "distance": (
            tr("Distance to the nearest tower"),
            tr("A village is blank if the nearest tower is {metres} m away or more."),
        ),
    }
