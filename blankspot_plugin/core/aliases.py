# SPDX-License-Identifier: GPL-2.0-or-later
"""Who is meant by a name in a tower sheet: which operator, or which owner of towers?

The table is data: the office lays its own rows over it. Companies as the sheets of 2017 to
2026 write them; brands that were bought go by the name of their buyer only where the buyer
took over the network (Axis by XL in 2014).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

OPERATOR, OWNER = "operator", "owner"

# Name, kind, and how else it is written, separated by semicolons.
DEFAULT_ALIASES: tuple[tuple[str, str, str], ...] = (
    ("Telkomsel", OPERATOR, "Tsel; T-sel; Telekomunikasi Selular; Telkom Selular; Telkom Sel; "
     "Simpati; Kartu Halo"),
    ("Indosat", OPERATOR, "IOH; ISAT; Indosat Ooredoo; Indosat Ooredoo Hutchison; Ooredoo; IM3; "
     "Indosat M2"),
    ("XL Axiata", OPERATOR, "XL; Excelcomindo; Excelcomindo Pratama; XLSmart; XL Smart; "
     "XLSmart Telecom Sejahtera; XL-Axiata; Axis; Axis Telekom Indonesia; NTS; "
     "Natrindo Telepon Seluler"),
    ("Smartfren", OPERATOR, "Smart; Smart Fren; Fren; Smartfren Telecom; Smart Telecom; Mobile-8; "
     "Mobile 8 Telecom; SF"),
    ("Tri", OPERATOR, "3; Three; 3 Indonesia; Tri Indonesia; H3I; HCPT; HTI; Hutchison; "
     "Hutchison 3 Indonesia; Hutchison CP Telecommunications; Hutch"),
    ("Sampoerna", OPERATOR, "STI; Sampoerna Telekomunikasi Indonesia; Ceria; Net1; "
     "Net1 Indonesia"),
    ("Bakrie Telecom", OPERATOR, "Esia; BTEL"),
    ("Telkom", OPERATOR, "Telkom Indonesia; Telekomunikasi Indonesia; Flexi; Telkom Flexi"),
    ("Mitratel", OWNER, "Dayamitra; Dayamitra Telekomunikasi; Daya Mitra Telekomunikasi; "
     "Daya Mitra Tel; Daya Mitra; MTEL; DMT; Mitra Tel"),
    ("Tower Bersama", OWNER, "TBG; Tower Bersama Group; Tower Bersama Infrastructure; TBIG; "
     "Tower Bersama Grup"),
    ("Protelindo", OWNER, "Profesional Telekomunikasi Indonesia; Prof Telekomunikasi Indonesia; "
     "Sarana Menara Nusantara; TOWR; PTI"),
    ("Solusi Tunas Pratama", OWNER, "STP"),
    ("Inti Bangun Sejahtera", OWNER, "IBS"),
    ("Centratama", OWNER, "CMI; Centratama Menara Indonesia; Centratama Telekomunikasi Indonesia"),
    ("Komet Infra Nusantara", OWNER, "KIN; Komet"),
    ("Iforte", OWNER, "Iforte Solusi Infotek; I-Forte"),
    ("Gihon", OWNER, "Gihon Telekomunikasi Indonesia; GHON"),
    ("Bali Towerindo", OWNER, "Bali Towerindo Sentra; Balitower; Bali Tower"),
    ("Edotco", OWNER, "Edotco Infrastruktur Indonesia; edotco Indonesia"),
    ("Naragita", OWNER, "Naragita Dinamika Komunika; Naragita Dinamika Kumunika"),
    ("Java Indoku", OWNER, ""),
    ("Retower", OWNER, "Retower Asia"),
    ("Indonesian Tower", OWNER, "Indonesia Tower"),
    ("Menara Telekomunikasi Indonesia", OWNER, "MTI"),
    ("BAKTI", OWNER, "Bakti Kominfo; Bakti Komdigi; BP3TI; USO"),
)  # fmt: skip

# A business form tells nothing; letters alone in a bracket neither.
_FORM = {"PT", "TBK", "PERSERO", "CV"}
_SEVERAL = re.compile(r"[,;/&|+\n]|\bdan\b|\band\b", re.IGNORECASE)
# A shorter spelling is known only by itself: "Smart Tower" is no operator.
_SHORTEST = 6


@dataclass(frozen=True)
class Aliases:
    """Names of operators and owners, by how they are written.

    Attributes
    ----------
    known
        For each spelling, as :func:`key`, the kind and the name.
    """

    known: dict[str, tuple[str, str]]

    def find(self, text: str) -> tuple[str, str] | None:
        """Return kind and name of one company, None where it is not known.

        A longer text is known by the one company it names: "PT Dayamitra Telekomunikasi
        (Telkom)" names two, and the first of the longest spelling stands.
        """
        wanted = key(text)
        if wanted in self.known:
            return self.known[wanted]
        inside = [
            (len(spelling), -f" {wanted} ".index(f" {spelling} "), spelling)
            for spelling in self.known
            if len(spelling) >= _SHORTEST and f" {spelling} " in f" {wanted} "
        ]
        return self.known[max(inside)[2]] if inside else None


@lru_cache(maxsize=4096)
def key(text: str) -> str:
    """Return a company's name without form, case and punctuation.

    >>> key("PT. Indosat, Tbk.")
    'INDOSAT'
    """
    words = re.sub(r"[^A-Z0-9]+", " ", text.upper()).split()
    return " ".join(word for word in words if word not in _FORM)


def aliases(rows: Sequence[Sequence[object]] = ()) -> Aliases:
    """Return the aliases, the office's rows laid over the defaults.

    Parameters
    ----------
    rows
        Name, kind, and spellings separated by semicolons. A spelling of the office's goes
        before the same of the defaults.
    """
    known: dict[str, tuple[str, str]] = {}
    for row in (*DEFAULT_ALIASES, *rows):
        name, kind, spellings = (str(cell or "").strip() for cell in (*row, "", "", "")[:3])
        if not name:
            continue
        kind = OWNER if kind.lower() in _OWNER_WORDS else OPERATOR
        for spelling in (name, *spellings.split(";")):
            if key(spelling):
                known[key(spelling)] = kind, name
    return Aliases(known)


_OWNER_WORDS = {OWNER, "pemilik", "penyedia", "penyedia menara", "tower owner", "tower provider"}
KINDS = {OPERATOR, "operator seluler"} | _OWNER_WORDS


def parts(cell: object) -> list[str]:
    """Return the companies a cell names, as they are written; none for an empty one."""
    text = "" if cell is None else str(cell)
    found = (" ".join(part.split()) for part in _SEVERAL.split(text))
    return [part for part in found if part.strip("-–. ") and part.upper() not in ("NULL", "N A")]
