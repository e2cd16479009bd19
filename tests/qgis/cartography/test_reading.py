# SPDX-License-Identifier: GPL-2.0-or-later
"""Fields and free texts give the same class on the map as in the analysis."""

from __future__ import annotations

import itertools

import pytest
from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsFeature,
    QgsVectorLayer,
)

from blankspot_plugin.cartography import roles
from blankspot_plugin.cartography.roles import reading
from blankspot_plugin.core import technologies, wifi

pytestmark = pytest.mark.usefixtures("qgis_app")


def classify(expression, field, value):
    return classified(expression, {f"{field}:string": value})


def classified(expression, values):
    fields = "&".join(f"field={field}" for field in values)
    layer = QgsVectorLayer(f"Point?{fields}", "x", "memory")
    feature = QgsFeature(layer.fields())
    feature.setAttributes(list(values.values()))
    context = QgsExpressionContext()
    context.setFields(layer.fields())
    context.setFeature(feature)
    parsed = QgsExpression(expression)
    answer = parsed.evaluate(context)
    assert not parsed.hasParserError(), parsed.parserErrorString()
    assert not parsed.hasEvalError(), parsed.evalErrorString()
    return answer


@pytest.mark.parametrize(
    ("text", "best"),
    [
        ("4G", "4G"),
        ("2G/4G", "4G"),
        ("2G,3G", "2G"),
        ("L900", "4G"),
        ("lte 1800", "4G"),
        ("4.5G", "4G"),
        ("DCS", "2G"),
        ("GSM900", "2G"),
        ("3.5G", "3G"),
        ("U2100", "3G"),
        ("HSPA+", "3G"),
        ("4G/5G", "4G"),
        ("NR 2300", "5G"),
        ("hotspot", "WIFI"),
        ("menara", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_a_free_text_gives_the_technology_that_reaches_farthest(text, best):
    assert classify(roles.technology_expression("technology"), "technology", text) == best


TECHNOLOGY_WORDS = """
    5G nr NR N78 n258 NR3500 4G 4.5G 4,5G 4.9G lte LTE-A LTEA FDD-LTE TD-LTE TDD-LTE tdlte L900
    L1800 L2300 L 900 3G 3.5G 3,5G UMTS WCDMA W-CDMA HSPA HSPA+ HSDPA HSUPA U900 U2100 2G 2.5G 2.75G
    GSM GSM900 DCS DCS1800 EDGE GPRS G900 D1800 Wi-Fi wifi WLAN hotspot hotspots menara - BTS NULL
    45G 24G X4G 4GX 14G lnr INDOOR EDGES Legal
""".split()
PAIRS = ["/".join(pair) for pair in itertools.combinations("5G LTE U2100 DCS wifi x".split(), 2)]
SENTENCES = [
    "2G, 3G & 4G",
    "Telkomsel 4G",
    "GSM 900/LTE 1800",
    "2G+NR",
    "4G LTE",
    "(3G)",
    " 2g ",
    "",
]


@pytest.mark.parametrize("text", [*TECHNOLOGY_WORDS, *PAIRS, *SENTENCES])
def test_the_map_and_the_analysis_read_the_same_technology(text):
    shown = classify(roles.technology_expression("technology"), "technology", text)
    assert shown == (technologies.best(text, technologies.DEFAULT_RADII) or "")


WIFI_TEXTS = [
    *"aktif Aktif active ACTIVE online up nyala beroperasi operational berfungsi on-air".split(),
    *"nonaktif non-aktif inactive deactivated gangguan rusak mati down off offline padam".split(),
    *"putus rencana direncanakan rencanakan usul usulan diusulkan disetujui proses".split(),
    *"planned proposed approved terpasang dipasang instalasi installed aktivasi update".split(),
    *("tidak aktif", "belum aktif", "Belum  Aktif", "not active", "not yet active", "on air"),
    *("belum terpasang", "belum pasang", "not installed", "working", "aktif (Starlink)"),
    *(
        "- aktif",
        "(gangguan)",
        "sudah aktif",
        "blm aktif",
        "tdk aktif",
        "offline sejak Mei",
        "upgrade",
        "?",
        "",
        " aktif ",
    ),
]


@pytest.mark.parametrize("text", WIFI_TEXTS)
def test_the_map_and_the_analysis_read_the_same_state_of_a_wifi_point(text):
    shown = classify(roles.wifi_expression("status"), "status", text)
    # The map alone tells a point that is down from one that was never up.
    assert {"down": wifi.INSTALLED, "": wifi.UNKNOWN}.get(shown, shown) == wifi.wifi_status(text)


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Aktif", "active"),
        ("active", "active"),
        ("Online", "active"),
        ("TIDAK AKTIF", "down"),
        ("non-aktif", "down"),
        ("inactive", "down"),
        ("Gangguan", "down"),
        ("offline", "down"),
        ("belum aktif", "installed"),
        ("terpasang", "installed"),
        ("belum terpasang", "planned"),
        ("direncanakan", "planned"),
        ("usulan 2027", "planned"),
        ("?", ""),
        (None, ""),
    ],
)
def test_a_free_text_gives_the_state_of_a_wifi_point(text, state):
    assert classify(roles.wifi_expression("status"), "status", text) == state


@pytest.mark.parametrize(
    ("azimuth", "beamwidth", "value"),
    [
        (0, 65, "4G sector"),
        (120.5, 120, "4G sector"),
        ("120", "65", "4G sector"),
        (120, 360, "4G"),
        (120, None, "4G"),
        (None, 65, "4G"),
        (120, 0, "4G"),
        ("utara", 65, "4G"),
    ],
)
def test_a_site_is_a_sector_where_coverage_draws_one(azimuth, beamwidth, value):
    kind = "string" if isinstance(azimuth, str) else "double"
    names = ["technology", "Azimuth", "beamwidth"]
    values = {
        "technology:string": "LTE 1800",
        f"Azimuth:{kind}": azimuth,
        f"beamwidth:{'string' if isinstance(beamwidth, str) else 'double'}": beamwidth,
    }
    assert classified(reading.site(names), values) == value


def test_wifi_among_the_sites_has_no_sector():
    values = {"technology:string": "wifi", "azimuth:double": 10, "beamwidth:double": 90}
    assert classified(reading.site(["technology", "azimuth", "beamwidth"]), values) == "WIFI"


COVERAGE = [
    ("cellular", None, "covered", "cellular covered", " covered"),
    ("cellular", "4G", "weak", "cellular weak", "4G weak"),
    ("cellular", "2G/4G", "covered", "cellular covered", "4G covered"),
    ("cellular", "Telkomsel", "covered", "cellular covered", " covered"),
    ("wifi", None, "covered", "wifi covered", "wifi covered"),
    ("cellular", "declared", "covered", "declared covered", "declared covered"),
    ("cellular", "declared", "weak", "declared weak", "declared weak"),
]


@pytest.mark.parametrize(("tier", "grp", "name", "by_class", "by_technology"), COVERAGE)
def test_coverage_is_told_by_tier_class_technology_and_what_it_rests_on(
    tier, grp, name, by_class, by_technology
):
    values = {"class:string": name, "grp:string": grp, "tier:string": tier}
    names = ["class", "grp", "tier"]
    assert classified(reading.coverage(names), values) == by_class
    assert classified(reading.coverage_technology(names), values) == by_technology


@pytest.mark.parametrize(
    ("groups", "role"),
    [
        ([None], "coverage"),
        (["4G", "LTE 900", "2G/4G", None, "declared"], "coverage_technology"),
        (["Telkomsel", "4G"], "coverage"),
        (["declared"], "coverage"),
        ([], "coverage"),
    ],
)
def test_coverage_by_technology_wears_the_look_of_technologies(groups, role):
    assert roles.role_of_coverage(groups) == role


@pytest.mark.parametrize(
    ("dbm", "name"),
    [
        (-60, "covered"),
        (-105, "covered"),
        (-105.1, "weak"),
        (-115, "weak"),
        (-115.1, "blank"),
        (None, ""),
    ],
)
@pytest.mark.parametrize("field", ["dbm", "RSRP"])
def test_a_measured_level_has_the_class_of_its_threshold(field, dbm, name):
    assert classified(reading.level([field]), {f"{field}:double": dbm}) == name


def test_what_was_measured_without_a_level_keeps_the_class_given():
    assert classified(reading.level(["class"]), {"class:string": "weak"}) == "weak"


@pytest.mark.parametrize(
    ("given", "name"), [("weak", "weak"), ("covered", "covered"), (None, "covered")]
)
def test_declared_coverage_is_covered_unless_it_says_weak(given, name):
    assert classified(reading.declared(["class"]), {"class:string": given}) == name
    assert classified(reading.declared([]), {"x:string": ""}) == "covered"


@pytest.mark.parametrize(
    ("rank", "proposed", "name"),
    [
        (1, None, "first"),
        (5, None, "first"),
        (6, None, "next"),
        (15, None, "next"),
        (16, None, "later"),
        (None, None, ""),
        (1, 2025, "earlier"),
    ],
)
def test_a_proposal_is_told_by_its_rank_unless_it_was_made_before(rank, proposed, name):
    values = {"rank:integer": rank, "proposed:integer": proposed}
    assert classified(reading.proposal(["rank", "proposed"]), values) == name
    assert classified(reading.proposal(["name"]), {"name:string": "x"}) == ""


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("puskesmas", "health"),
        ("Pustu", "health"),
        ("RSUD", "health"),
        ("SDN 012", "school"),
        ("sekolah", "school"),
        ("SMAN 1", "school"),
        ("kantor camat", "office"),
        ("pasar", ""),
        ("Masjid", ""),
        (None, ""),
    ],
)
def test_a_facility_is_told_by_its_kind(kind, name):
    assert classified(reading.facility(["kind"]), {"kind:string": kind}) == name
