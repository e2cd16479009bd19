# SPDX-License-Identifier: GPL-2.0-or-later
"""The keys of ``proposalpoints``."""

from __future__ import annotations

from .siting_parameters import SitingKeys


class ProposalKeys:
    """Keys of this algorithm alone; each equals its value."""

    KEC_CODE_FIELD = "KEC_CODE_FIELD"
    KEC_NAME_FIELD = "KEC_NAME_FIELD"
    LOCALITY_FIELD = "LOCALITY_FIELD"
    HOUSEHOLDS_FIELD = "HOUSEHOLDS_FIELD"
    SITE_NAME_FIELD = "SITE_NAME_FIELD"
    FACILITY_DISTANCE = "FACILITY_DISTANCE"
    DEM = SitingKeys.DEM
    PROPOSALS = "PROPOSALS"
    YEAR_FIELD = "YEAR_FIELD"
    TOLERANCE = "TOLERANCE"
    FORM = "FORM"
    COLUMNS = "COLUMNS"
    FORM_OUTPUT = "FORM_OUTPUT"
    N_POINTS = "N_POINTS"
    N_EARLIER = "N_EARLIER"
    N_VILLAGES = "N_VILLAGES"
    PEOPLE = "PEOPLE"
