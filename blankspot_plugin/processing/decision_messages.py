# SPDX-License-Identifier: GPL-2.0-or-later
"""The sentences for what stands in the way of proposing sites and points."""

from __future__ import annotations

from ..core import errors
from ..i18n import number_text, tr


def decision_sentence(error: errors.BlankSpotError) -> str:
    """Return one sentence that names the input and the remedy, '' for an error of others."""
    if isinstance(error, errors.NoDemand):
        return tr(
            "There is nothing to cover in the areas: check where the layer of {input} lies and "
            "whether its figures are above zero."
        ).format(input=error.inputs)
    if isinstance(error, errors.AllCovered):
        return tr(
            "All that is to be covered is covered already: no site is needed. Check the radii of "
            "the sites if that can't be."
        )
    if isinstance(error, errors.NothingGained):
        return tr(
            "No candidate reaches anything that is not covered yet: give other candidates, or a "
            "type of site with a larger radius."
        )
    if isinstance(error, errors.NoCandidates):
        return _candidates(error)
    if isinstance(error, errors.BudgetTooSmall):
        return tr(
            "The budget of Rp{budget} is below the cheapest candidate (Rp{cheapest}): raise it, or "
            "choose a cheaper type."
        ).format(budget=number_text(error.budget, 0), cheapest=number_text(error.cheapest, 0))
    if isinstance(error, errors.DuplicateCodes):
        rows = "; ".join(
            f"{code}: {', '.join(map(str, places))}" for code, places in error.rows.items()
        )
        return tr(
            "Field “{field}”: {n} codes stand in more than one row, give each row its own. By "
            "code, the numbers of the rows: {rows}."
        ).format(field=error.field, n=len(error.rows), rows=rows)
    if isinstance(error, errors.BadSiteType):
        return _site_type(error)
    if isinstance(error, errors.BadFormColumn):
        return _form(error)
    return ""


def _candidates(error: errors.NoCandidates) -> str:
    left_out = tr(
        "{near} are too near to an existing site, {outside} lie outside the areas"
    ).format(near=error.near, outside=error.outside)
    if isinstance(error, errors.TooManySites):
        return tr(
            "{asked} sites are asked for, but there are only {n} candidates ({left_out}): ask for "
            "fewer, or give more candidates."
        ).format(asked=error.asked, n=error.candidates, left_out=left_out)
    return tr(
        "No candidate is left ({left_out}): give other candidates, or a shorter least distance."
    ).format(left_out=left_out)


def _site_type(error: errors.BadSiteType) -> str:
    if error.reason == "unknown":
        return tr(
            "There is no type of site “{name}” in the table of types, which has {known}: choose "
            "one of these, or add it."
        ).format(name=error.name, known=", ".join(error.known))
    if error.reason == "twice":
        return tr("The type of site “{name}” stands in the table twice: keep one row.").format(
            name=error.name
        )
    if error.reason == "no price":
        return tr(
            "The type of site “{name}” has no price, which a budget needs: fill it in in the "
            "table of types."
        ).format(name=error.name)
    if error.reason == "price":
        return tr(
            "The price of the type of site “{name}” is no amount above zero: correct it, or leave "
            "it empty."
        ).format(name=error.name)
    return tr(
        "The radius of the type of site “{name}” is no number above zero: give metres."
    ).format(name=error.name)


def _form(error: errors.BadFormColumn) -> str:
    if not error.field:
        return tr("Two columns of the form are called “{heading}”: rename one.").format(
            heading=error.heading
        )
    return tr(
        "The column “{heading}” of the form asks for the field “{field}”, which there is not; "
        "there are {known}."
    ).format(heading=error.heading, field=error.field, known=", ".join(error.known))
