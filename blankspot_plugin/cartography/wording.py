# SPDX-License-Identifier: GPL-2.0-or-later
"""What a sheet says, item by item, in the language of QGIS."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from qgis.core import QgsCoordinateReferenceSystem
from qgis.PyQt.QtCore import QDate

from ..bridge.settings import Settings, Signatory
from ..i18n import language, locale, tr

_UTM = re.compile(r"UTM zone (\d+ ?[NS]?)", re.IGNORECASE)


@dataclass(frozen=True)
class Office:
    """Whose sheet it is; what is empty is left out.

    Attributes
    ----------
    regency, name, address
        The two lines of the letterhead, and the line below.
    logo
        Path of an image.
    signatory
        Who approves.
    place
        Where it is signed.
    """

    regency: str = ""
    name: str = ""
    address: str = ""
    logo: str = ""
    signatory: Signatory = field(default_factory=Signatory)
    place: str = ""

    @classmethod
    def of(cls, settings: Settings) -> Office:
        """Return the office of QGIS's settings, its first signatory approving."""
        signatory = settings.signatories[0] if settings.signatories else Signatory()
        return cls(settings.regency, settings.office, settings.address, settings.logo, signatory)


@dataclass(frozen=True)
class SheetText:
    """What is printed on a sheet; an empty text leaves its block out."""

    title: str
    subtitle: str = ""
    definition: str = ""
    source: str = ""
    date: QDate = field(default_factory=QDate.currentDate)
    number: str = ""
    edition: str = ""
    office: Office = field(default_factory=Office)


def words(text: SheetText, crs: QgsCoordinateReferenceSystem) -> dict[str, str]:
    """Return the words of each item by its id; '' for what is not to be seen."""
    return {
        **_head(text),
        **_measures(crs),
        "legend_title": tr("Legend"),
        **_headed("definition", tr("Definition"), text.definition),
        **_headed("sources", tr("Data sources and map history"), text.source),
        "notes": f"{boundary_note()} {area_note()}",
        "rights": _rights(text),
        "index_title": tr("Index of sheets"),
        "inset_title": tr("Location"),
        **_signature(text),
        "table_title": tr("Villages on this sheet"),
    }


def date_text(date: QDate) -> str:
    """Return a date as it is written in a letter, such as ``23 November 2026``."""
    return str(locale().toString(date, "d MMMM yyyy"))


def scale_text(denominator: float) -> str:
    """Return a scale as it is printed, such as ``1:600,000``, in the language of QGIS."""
    return f"1:{locale().toString(round(denominator))}"


def crs_text(crs: QgsCoordinateReferenceSystem) -> str:
    """Return a CRS's name and code as printed on a sheet."""
    projection, datum = projection_and_datum(crs)
    return f"{datum} / {projection} ({crs.authid()})" if datum else f"{projection} ({crs.authid()})"


def projection_and_datum(crs: QgsCoordinateReferenceSystem) -> tuple[str, str]:
    """Return what a CRS calls its projection and its datum, '' where it names none."""
    datum, _, projection = crs.description().rpartition(" / ")
    zone = _UTM.search(projection)
    if zone:
        projection = tr("UTM zone {zone}").format(zone=zone[1])
    return projection, datum


def number_words(number: str) -> str:
    """Return how a sheet says its number."""
    return tr("Sheet number: {number}").format(number=number)


def boundary_note() -> str:
    """Return what must be said of the boundaries."""
    return tr(
        "Village boundaries are indicative and are not an official reference for "
        "administrative boundaries."
    )


def area_note() -> str:
    """Return which figure of an area is used."""
    return tr(
        "Areas are measured on the ellipsoid within the boundaries shown; they are no official "
        "figures."
    )


def _head(text: SheetText) -> dict[str, str]:
    office = text.office
    government = tr("Government of {regency}").format(regency=office.regency)
    if not office.regency.strip():
        government = ""
    elif office.regency.lower().startswith("pemerintah"):
        government = office.regency
    year = text.date.toString("yyyy")
    edition = tr("Edition {edition}, {year}") if text.edition else tr("Edition of {year}")
    return {
        "government": government.upper(),
        "office": office.name.strip().upper(),
        "address": office.address.strip(),
        "title": text.title,
        "subtitle": text.subtitle.strip(),
        "sheet_number": number_words(text.number or "1"),
        "edition": edition.format(edition=text.edition.strip(), year=year),
    }


def _measures(crs: QgsCoordinateReferenceSystem) -> dict[str, str]:
    projection, datum = projection_and_datum(crs)
    lines = [tr("Projection: {projection}").format(projection=projection)]
    if datum:
        lines[0] += "; " + tr("datum: {datum}").format(datum=datum)
    lines.append(tr("Grid: latitude and longitude; {code}").format(code=crs.authid()))
    # An expression, so that the number follows the map that an officer zooms.
    number = "format_number(map_get(item_variables('map'), 'map_scale'), 0, '{}')".format(
        language() if language() in ("id", "en") else "en"
    )
    return {
        "north_letter": tr("N"),
        "scale": tr("Scale {scale}").format(scale=f"1:[% {number} %]"),
        "projection_title": tr("Projection, grid and datum"),
        "projection": "\n".join(lines),
    }


def _headed(name: str, heading: str, body: str) -> dict[str, str]:
    return {f"{name}_title": heading if body.strip() else "", name: body.strip()}


def _rights(text: SheetText) -> str:
    made = tr("Made on {date}.").format(date=date_text(text.date))
    owner = text.office.name.strip() or text.office.regency.strip()
    if not owner:
        return made
    year = text.date.toString("yyyy")
    return tr("Copyright © {year} {owner}.").format(year=year, owner=owner) + " " + made


def _signature(text: SheetText) -> dict[str, str]:
    who, place = text.office.signatory, text.office.place.strip()
    names = ("place_date", "approval", "signer", "credentials")
    if not any(part.strip() for part in who):
        return dict.fromkeys(names, "")
    date = date_text(text.date)
    nip = tr("NIP {number}").format(number=who.nip) if who.nip.strip() else ""
    rest = [part.strip() for part in (who.rank, nip) if part.strip()]
    approval = [tr("Approved by,"), who.position.strip()]
    return {
        "place_date": f"{place}, {date}" if place else date,
        "approval": "\n".join(part for part in approval if part),
        "signer": who.name.strip(),
        "credentials": "\n".join(rest),
    }
