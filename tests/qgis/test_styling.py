# SPDX-License-Identifier: GPL-2.0-or-later
"""Each role dresses a layer, classifies messy texts, and stays apart in grey and for all eyes."""

from __future__ import annotations

import itertools
import re
import threading

import pytest
from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextScope,
    QgsFeature,
    QgsGeometry,
    QgsPalLayerSettings,
    QgsPointXY,
    QgsRenderContext,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication, QTranslator
from qgis.PyQt.QtGui import QColor

from blankspot_plugin import paths
from blankspot_plugin.cartography import palette, roles, styling
from blankspot_plugin.core import technologies, wifi

pytestmark = pytest.mark.usefixtures("qgis_app")

ROLE_IDS = [role.id for role in roles.ROLES]


def classify(expression, field, value):
    layer = QgsVectorLayer(f"Point?field={field}:string", "x", "memory")
    feature = QgsFeature(layer.fields())
    feature.setAttributes([value])
    context = QgsExpressionContext()
    context.setFields(layer.fields())
    context.setFeature(feature)
    parsed = QgsExpression(expression)
    answer = parsed.evaluate(context)
    assert not parsed.hasParserError(), parsed.parserErrorString()
    assert not parsed.hasEvalError(), parsed.evalErrorString()
    return answer


@pytest.mark.parametrize("role", ROLE_IDS)
def test_every_role_dresses_the_layer_it_is_for(role):
    layer = styling.template_layer(role)
    styling.style_layer(layer, role)
    assert [item.label() for item in layer.renderer().legendSymbolItems()]
    assert styling.layer_role(layer) == role


def test_a_role_without_a_look_for_the_geometry_is_refused():
    with pytest.raises(ValueError, match="sites"):
        styling.style_layer(QgsVectorLayer("Polygon?crs=EPSG:4326", "x", "memory"), "sites")
    with pytest.raises(KeyError):
        styling.style_layer(QgsVectorLayer("Point?crs=EPSG:4326", "x", "memory"), "nothing")


def test_a_worker_thread_can_dress_a_layer():
    layer = styling.template_layer("areas")
    failures = []

    def work():
        try:
            styling.style_layer(layer, "areas")
        except Exception as error:  # noqa: BLE001 - handed to the main thread
            failures.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert not failures
    assert len(layer.renderer().categories()) == 4


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


@pytest.mark.parametrize("field", ["technology", "Tech", "TEKNOLOGI"])
def test_the_technology_field_is_found_by_its_usual_names(field):
    layer = QgsVectorLayer(f"Point?crs=EPSG:4326&field=a:int&field={field}:string", "x", "memory")
    styling.style_layer(layer, "sites")
    assert f'"{field}"' in layer.renderer().classAttribute()


def test_an_area_without_status_is_drawn_as_unknown():
    layer = styling.template_layer("areas")
    styling.style_layer(layer, "areas")
    feature = QgsFeature(layer.fields())
    feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(0, 0)).buffer(1, 4))
    feature.setAttributes(["Contoh", None])
    context = QgsRenderContext()
    context.expressionContext().setFields(layer.fields())
    context.expressionContext().setFeature(feature)
    renderer = layer.renderer().clone()
    renderer.startRender(context, layer.fields())
    keys = renderer.legendKeysForFeature(feature, context)
    renderer.stopRender(context)
    labels = {item.ruleKey(): item.label() for item in renderer.legendSymbolItems()}
    assert [labels[key] for key in keys] == ["Not known (no data)"]


def test_coverage_without_a_tier_shows_no_wifi_classes():
    layer = QgsVectorLayer("Polygon?crs=EPSG:4326&field=class:string", "x", "memory")
    styling.style_layer(layer, "coverage")
    assert [c.value() for c in layer.renderer().categories()] == [
        "cellular weak",
        "cellular covered",
    ]


def test_labels_are_for_larger_scales_only():
    layer = styling.template_layer("areas")
    styling.style_layer(layer, "areas")
    settings = layer.labeling().settings()
    assert settings.scaleVisibility
    assert settings.minimumScale <= 800_000
    assert settings.format().buffer().enabled()


@pytest.mark.parametrize(
    ("scale", "named"), [(600_000, ["blank"]), (250_000, ["covered", "weak", "blank", "unknown"])]
)
def test_a_small_map_names_only_the_blank_villages(scale, named):
    layer = styling.template_layer("areas")
    styling.style_layer(layer, "areas")
    settings = layer.labeling().settings()
    shown_if = settings.dataDefinedProperties().property(QgsPalLayerSettings.Property.Show)
    context = QgsExpressionContext()
    context.appendScope(QgsExpressionContextScope("map"))
    context.setFields(layer.fields())
    context.lastScope().setVariable("map_scale", scale)
    shown = []
    for status in ("covered", "weak", "blank", "unknown"):
        feature = QgsFeature(layer.fields())
        feature.setAttributes(["Contoh", status])
        context.setFeature(feature)
        if QgsExpression(shown_if.expressionString()).evaluate(context):
            shown.append(status)
    assert shown == named


@pytest.mark.parametrize("role", ["sites", "wifi", "centres"])
def test_labels_keep_off_points_that_have_none(role):
    layer = styling.template_layer(role)
    styling.style_layer(layer, role)
    settings = layer.labeling().settings()
    assert layer.labelsEnabled()
    assert not settings.drawLabels
    assert settings.obstacleSettings().isObstacle()


def test_a_saved_english_style_is_relabelled():
    class Indonesian(QTranslator):
        def translate(self, context, text, disambiguation=None, n=-1):
            return {"Covered": "Terlayani", "Blank spot": "Blank spot (tidak terlayani)"}.get(text)

        def isEmpty(self):
            return False

    layer = styling.template_layer("areas")
    assert layer.loadNamedStyle(str(paths.RESOURCES / "styles" / "areas.qml"))[1]
    layer.renderer().updateCategoryLabel(2, "My own words")
    translator = Indonesian()
    QCoreApplication.installTranslator(translator)
    try:
        styling.relabel_layer(layer)
    finally:
        QCoreApplication.removeTranslator(translator)
    labels = [category.label() for category in layer.renderer().categories()]
    assert labels[0] == "Terlayani"
    assert labels[2] == "My own words"


@pytest.mark.parametrize("role", ROLE_IDS)
def test_the_shipped_styles_are_what_the_code_makes(role):
    made, shipped = styling.template_layer(role), styling.template_layer(role)
    styling.style_layer(made, role)
    message, fine = shipped.loadNamedStyle(str(paths.RESOURCES / "styles" / f"{role}.qml"))
    assert fine, message
    # How labels are written changes from QGIS to QGIS, so of them it is the look that counts.
    labelling = re.compile("<labeling.*</labeling>", re.DOTALL)
    one, other = (labelling.sub("", styling.style_xml(layer)) for layer in (shipped, made))
    assert one == other, "run scripts/make_styles.py"
    assert label_look(shipped) == label_look(made), "run scripts/make_styles.py"


def label_look(layer):
    if not layer.labelsEnabled():
        return None
    settings = layer.labeling().settings()
    text, buffer = settings.format(), settings.format().buffer()
    return (
        settings.fieldName,
        settings.placement,
        settings.minimumScale,
        settings.scaleVisibility,
        settings.drawLabels,
        settings.dataDefinedProperties().property(QgsPalLayerSettings.Property.Show).asExpression(),
        (text.size(), text.color().name(), text.families()),
        (buffer.enabled(), buffer.size(), buffer.color().name()),
    )


def test_the_export_is_the_same_each_time(tmp_path):
    first = [path.read_bytes() for path in styling.export_styles(tmp_path / "a")]
    second = [path.read_bytes() for path in styling.export_styles(tmp_path / "b")]
    assert first == second
    assert len(first) == len(ROLE_IDS)


# Vienot, Brettel and Mollon (1999) for the red-green kinds, in linear RGB; the tritan matrix is
# Machado, Oliveira and Fernandes (2009) at full severity.
COLOUR_BLIND = {
    "none": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": ((0.11238, 0.88762, 0), (0.11238, 0.88762, 0), (0.00401, -0.00401, 1)),
    "deutan": ((0.29275, 0.70725, 0), (0.29275, 0.70725, 0), (-0.02234, 0.02234, 1)),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def linear(name):
    parts = QColor(name).getRgbF()[:3]
    return [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]


def lab(name, kind="none"):
    rgb = linear(name)
    seen = [min(1, max(0, sum(k * v for k, v in zip(row, rgb)))) for row in COLOUR_BLIND[kind]]
    to_xyz = (
        (0.4124, 0.3576, 0.1805),
        (0.2126, 0.7152, 0.0722),
        (0.0193, 0.1192, 0.9505),
    )
    white = (0.9505, 1.0, 1.089)
    xyz = [sum(k * v for k, v in zip(row, seen)) / w for row, w in zip(to_xyz, white)]
    x, y, z = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def distance(one, other, kind):
    return sum((a - b) ** 2 for a, b in zip(lab(one, kind), lab(other, kind))) ** 0.5


CLASSES = ("COVERED", "WEAK", "BLANK")


@pytest.mark.parametrize("kind", COLOUR_BLIND)
@pytest.mark.parametrize(("one", "other"), list(itertools.combinations(CLASSES, 2)))
def test_classes_stay_apart_for_every_eye(one, other, kind):
    assert distance(getattr(palette, one), getattr(palette, other), kind) > 20


def test_classes_darken_with_the_loss_of_service_in_grey():
    lightness = [lab(getattr(palette, name))[0] for name in CLASSES]
    assert lightness == sorted(lightness, reverse=True)
    assert min(a - b for a, b in zip(lightness, lightness[1:])) >= 10


def test_weak_and_unknown_carry_a_pattern_besides_their_tone():
    patterns = {entry.value: entry.fill.patterns for entry in roles.role("areas").entries}
    assert patterns["weak"]
    assert patterns[""]
    gaps = {entry.value: entry.fill.patterns[0] for entry in roles.role("gaps").entries}
    assert gaps["blank"].angle != gaps["weak"].angle
    assert gaps["blank"].spacing != gaps["weak"].spacing
    assert all(hatch.casing for hatch in gaps.values())


def test_what_lies_around_the_villages_is_quieter_than_any_class():
    quiet = ("NEIGHBOUR", "WATER", "UNKNOWN")
    assert min(lab(getattr(palette, name))[0] for name in quiet) > lab(palette.BLANK)[0] + 10
    for role in ("rivers", "roads"):
        (entry,) = roles.role(role).entries
        assert entry.stroke.width <= 0.3
    widths = [
        roles.role(name).entries[0].fill.width for name in ("outline", "kecamatan", "regency")
    ]
    assert widths == sorted(widths)


def test_technologies_and_wifi_states_differ_in_shape_not_only_in_colour():
    for role in ("sites", "wifi"):
        looks = [
            tuple(
                (mark.shape, bool(mark.colour), mark.colour == palette.PAPER, mark.size)
                for mark in entry.marks
            )
            for entry in roles.role(role).entries
        ]
        assert len(set(looks)) == len(looks)
