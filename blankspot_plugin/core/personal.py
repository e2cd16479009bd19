# SPDX-License-Identifier: GPL-2.0-or-later
"""Which fields are about a person? By what they are called, and by what stands in them.

A field is left out whole: half a column of telephone numbers is still one. Names of places and
of companies are none of this; a person's name is known by its field alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from .purpose_fields import plain

NAME, PHONE, EMAIL, IDENTITY, ADDRESS, BIRTH = (
    "name", "phone", "email", "identity", "address", "birth",
)  # fmt: skip

_PERSON = (
    r"(pic|petugas|pelapor|surveyor|enumerator|responden|respondent|reporter|operatorlapangan"
    r"|kades|kepaladesa|lurah|camat|kontak|contact(person)?|cp|narahubung|penanggungjawab|orang"
    r"|lengkap|pemiliklahan|pemiliktanah|pendata|juruukur|koordinator|user|pengguna|person)"
)
_FIELDS = (
    (NAME, rf"(nama|name|nm)?{_PERSON}(nama|name)?|fullname|firstname|lastname"),
    (PHONE, r"(no|nomor|nomer)?(telp|tlp|telepon|telpon|hp|handphone|phone|mobilephone|wa|whatsapp)"
            rf"(no|number|{_PERSON})?"),
    (EMAIL, rf"(alamat)?(email|surel)(address|{_PERSON})?"),
    (IDENTITY, r"(no|nomor)?(nik|ktp|nokk|kartukeluarga|nip|npwp|paspor|passport)(no)?"),
    (ADDRESS, r"alamat(rumah|pribadi|tinggal|pic|kontak)|homeaddress"),
    (BIRTH, r"(tgl|tanggal|tempat)lahir|ttl|birth(date|day|place)|dateofbirth|dob|usia|umur"),
)  # fmt: skip

_EMAIL_TEXT = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+")
# A mobile number: 08 or +62 8 and eight to eleven digits, with blanks or dashes between.
_PHONE_TEXT = re.compile(r"(?<![\d.])(?:\+?62[\s-]?|0)8\d(?:[\s.-]?\d){7,10}(?![\d.])")
# NIK: six digits of a district, day (40 more for women), month and year of birth, four digits.
_NIK_TEXT = re.compile(
    r"(?<!\d)[1-9]\d{5}(?:0[1-9]|[12]\d|3[01]|4[1-9]|[56]\d|7[01])(?:0[1-9]|1[0-2])\d{6}(?!\d)"
)
_TEXTS = ((EMAIL, _EMAIL_TEXT), (PHONE, _PHONE_TEXT), (IDENTITY, _NIK_TEXT))


def by_name(field: str) -> str:
    """Return what about a person a field is called after, '' for nothing.

    >>> by_name("NAMA_PELAPOR"), by_name("no_hp"), by_name("nama_desa"), by_name("operator")
    ('name', 'phone', '', '')
    """
    name = plain(field)
    return next((word for word, names in _FIELDS if re.fullmatch(names, name)), "")


def by_value(cell: object) -> str:
    """Return what about a person a cell tells, '' for nothing.

    >>> by_value("hub. 0812-3456-7890"), by_value("64.01.01.2009"), by_value(6401012009)
    ('phone', '', '')
    """
    if cell is None or isinstance(cell, bool):
        return ""
    if isinstance(cell, float):
        cell = int(cell) if cell.is_integer() else ""
    text = str(cell)
    return next((word for word, there in _TEXTS if there.search(text)), "")


def personal(field: str, cells: Iterable[object]) -> str:
    """Return what about a person a field tells, by its name, then by its cells; '' for nothing."""
    return by_name(field) or next((word for cell in cells if (word := by_value(cell))), "")
