# SPDX-License-Identifier: GPL-2.0-or-later
"""The sentence the officer reads for each error of core and of the services."""

from __future__ import annotations

from ..core import errors
from ..i18n import number_text, tr
from .service_messages import service_sentence


def sentence(error: errors.BlankSpotError) -> str:
    """Return one sentence that names the input and the remedy, in the language of QGIS."""
    if isinstance(error, errors.Cancelled):
        return tr("Stopped at your request; nothing was written.")
    if isinstance(error, errors.NothingUsable):
        return tr("{input} has no feature with a usable geometry: choose another layer.").format(
            input=error.layer
        )
    if isinstance(error, errors.OverlayFailed):
        return tr(
            "Two geometries could not be overlaid ({reason}): run “Fix geometries” on the areas "
            "and on the coverage, and try again."
        ).format(reason=error.reason)
    if isinstance(error, errors.WorkspaceBusy):
        return tr(
            "The workspace {path} can't be used just now ({reason}): close the programs that have "
            "it open, or make room on the disk, and try again."
        ).format(path=error.path, reason=error.reason)
    if isinstance(error, errors.OutputIncomplete):
        return tr(
            "{output}: only {found} of {written} features could be written; choose another "
            "format, a GeoPackage say."
        ).format(output=error.output, found=error.found, written=error.written)
    if isinstance(error, errors.FilterLeavesNothing):
        return tr("No site fulfils the filter {filter}: change it, or leave it out.").format(
            filter=error.expression
        )
    if isinstance(error, errors.BadConnections):
        return tr(
            "This is no file of connections that Blank Spot exported ({reason}): choose another, "
            "or have it exported again."
        ).format(reason=error.reason)
    if isinstance(error, errors.CellNegative):
        return tr(
            "Field “{field}”: {value} is negative; correct it, or choose another field."
        ).format(field=error.field, value=number_text(error.value))
    if isinstance(error, errors.CellNotANumber):
        return tr(
            "Field “{field}”: “{value}” is not a plain number; write it without separators of "
            "thousands, or choose another field."
        ).format(field=error.field, value=error.value)
    if isinstance(error, errors.BadRadius):
        return _radius(error)
    if isinstance(error, errors.ServiceError):
        return service_sentence(error)
    return str(error)


def _radius(error: errors.BadRadius) -> str:
    where, value = _place(error.where), error.value
    if isinstance(error, errors.RadiusNotANumber):
        return tr(
            "{where}: the radius “{value}” is not a number; give it in metres, without separators "
            "of thousands."
        ).format(where=where, value=value)
    if isinstance(error, errors.RadiusNegative):
        return tr("{where}: the radius {value} is negative; give zero or more metres.").format(
            where=where, value=value
        )
    if isinstance(error, errors.WeakShorterThanCovered):
        return tr(
            "{where}: the weak radius is shorter than the covered one ({value}); make it longer, "
            "or 0 for no weak ring."
        ).format(where=where, value=value)
    if isinstance(error, errors.BadBeamwidth):
        return tr(
            "{where}: azimuth and beamwidth “{value}” are not degrees; a beamwidth lies above 0 "
            "and up to 360."
        ).format(where=where, value=value)
    return tr(
        "No site has any reach, all radii are zero: give RADIUS, RADII or RADIUS_FIELD metres "
        "above zero."
    )


def _place(where: str) -> str:
    """Sites are named by their feature number, radii by technology or parameter."""
    return tr("Site {number}").format(number=where) if where.isdigit() else where
