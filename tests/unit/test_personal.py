# SPDX-License-Identifier: GPL-2.0-or-later
"""Fields about persons, by name and by value; places, companies and codes are none."""

from __future__ import annotations

import pytest

from blankspot_plugin.core.personal import by_name, by_value, personal

PERSONAL_NAMES = {
    "name": ["nama_pelapor", "NAMA PETUGAS", "pelapor", "pic", "Kontak", "nama_kades", "fullname",
             "penanggung_jawab", "nama_lengkap", "pemilik_lahan", "surveyor"],
    "phone": ["no_hp", "HP", "telepon", "No. Telp", "nomor_wa", "phone_number", "telp_kontak",
              "whatsapp"],
    "email": ["email", "E-mail", "surel", "alamat_email"],
    "identity": ["nik", "NO_KTP", "no_kk", "nip", "npwp"],
    "address": ["alamat_rumah"],
    "birth": ["tgl_lahir", "umur", "date_of_birth"],
    "": ["name", "nama", "nama_desa", "operator", "owner", "pemilik", "kk", "hh", "status",
         "jumlah_kk", "height_m", "kode_desa", "pop", "unik", "teknik", "sumber", "alamat"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("field", "word"), [(field, word) for word, names in PERSONAL_NAMES.items() for field in names]
)
def test_names_of_fields(field, word):
    assert by_name(field) == word


VALUES = {
    "phone": ["081234567890", "0812-3456-7890", "hub. +62 812 3456 7890 (pagi)", "6281234567890"],
    "email": ["a.b@contoh.example", "kirim ke x@y.co.id ya"],
    "identity": ["9901014502900001", "NIK 9901010512850002"],
    "": ["64.01.01.2009", "6401012009", 6401012009, 6401012009.0, "0543-21234", "-1.9083",
         "116.123456789012", "", None, True, 12345678901234567890, "99.01.01.1001", "2025-10-04",
         "6281", "3500", "LP-001", "@kominfo"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("cell", "word"), [(cell, word) for word, cells in VALUES.items() for cell in cells]
)
def test_values(cell, word):
    assert by_value(cell) == word


def test_one_cell_is_enough():
    assert personal("catatan", ["baik", None, "telepon 0812 3456 7890"]) == "phone"
    assert personal("catatan", ["baik", None]) == ""
    assert personal("no_hp", []) == "phone"
