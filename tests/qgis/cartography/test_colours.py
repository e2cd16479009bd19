# SPDX-License-Identifier: GPL-2.0-or-later
"""Classes stay apart in grey and for every eye, by QGIS's own simulation of both."""

from __future__ import annotations

import itertools
import re
from functools import cache

import numpy as np
import pytest
from qgis.core import QgsGeometry, QgsRenderContext
from qgis.gui import QgsPreviewEffect
from qgis.PyQt.QtCore import QRectF, QSize
from qgis.PyQt.QtGui import QColor, QImage, QPainter, QPixmap
from qgis.PyQt.QtWidgets import QGraphicsScene

from blankspot_plugin import paths
from blankspot_plugin.cartography import palette, roles, symbols
from blankspot_plugin.cartography.roles import Dots, Hatch, Mark, Wedge

pytestmark = pytest.mark.usefixtures("qgis_app")

EYES = {
    "all colours": None,
    "protanopia": "PreviewProtanope",
    "deuteranopia": "PreviewDeuteranope",
    "tritanopia": "PreviewTritanope",
}
GREY = "PreviewGrayscale"
# In CIELAB, where about 2 is just to be seen side by side. Two areas of a map are apart.
APART, APART_IN_GREY = 20, 10


@cache
def seen(colour, mode):
    """The colour as QGIS's preview shows it."""
    picture = QImage(1, 1, QImage.Format.Format_RGB32)
    picture.fill(QColor(colour))
    if mode is None:
        return colour
    effect = QgsPreviewEffect(None)
    effect.setEnabled(True)
    effect.setMode(getattr(QgsPreviewEffect.PreviewMode, mode))
    scene = QGraphicsScene()
    scene.addPixmap(QPixmap.fromImage(picture)).setGraphicsEffect(effect)
    painter = QPainter(picture)
    scene.render(painter, QRectF(0, 0, 1, 1), QRectF(0, 0, 1, 1))
    painter.end()
    return picture.pixelColor(0, 0).name()


def lab(colour, mode=None):
    """CIELAB (D65) of a colour as it is seen."""
    parts = np.array(QColor(seen(colour, mode)).getRgbF()[:3])
    return np.array(lab_of(parts[None, :])[0])


def lab_of(rgb):
    """CIELAB of sRGB (0 to 1), an (n, 3) array."""
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    to_xyz = np.array(
        [(0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505)]
    )
    xyz = linear @ to_xyz.T / (0.9505, 1.0, 1.089)
    bent = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    x, y, z = bent.T
    return np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], axis=1)


def distance(one, other, mode=None):
    return float(np.linalg.norm(lab(one, mode) - lab(other, mode)))


def lightness(colour):
    return lab(colour, GREY)[0]


def on_paper(colour, opacity):
    """A translucent colour on white."""
    made, paper = QColor(colour), QColor(palette.PAPER)
    mixed = [
        round(ink * opacity + white * (1 - opacity))
        for ink, white in zip(made.getRgb()[:3], paper.getRgb()[:3])
    ]
    return QColor(*mixed).name()


def tone(entry):
    """What covers most of a class on paper."""
    if entry.fill and entry.fill.colour:
        return on_paper(entry.fill.colour, entry.fill.opacity)
    if entry.marks:
        return entry.marks[0].colour or palette.PAPER
    return palette.PAPER


def form(entry):
    """What tells a class without any colour: patterns, dashes, shapes and sizes."""
    told = []
    for pattern in entry.fill.patterns if entry.fill else ():
        if isinstance(pattern, Hatch):
            told.append(("hatch", pattern.angle, pattern.spacing >= 2, pattern.dashed))
        elif isinstance(pattern, Dots):
            told.append(("dots", pattern.spacing >= 2))
    for mark in entry.marks:
        shape = "wedge" if isinstance(mark, Wedge) else (mark.shape, round(mark.size))
        told.append((shape, getattr(mark, "colour", "") in ("", palette.PAPER)))
    return (*told, entry.fill.dashed if entry.fill else None)


def pairs():
    for role in roles.ROLES:
        for one, other in itertools.combinations(role.entries, 2):
            yield pytest.param(
                one, other, id=f"{role.id}: {one.value or '-'}, {other.value or '-'}"
            )


@pytest.mark.parametrize(("one", "other"), pairs())
def test_two_classes_of_a_role_differ_in_form_or_for_every_eye_and_in_grey(one, other):
    if form(one) != form(other):
        return
    for mode in EYES.values():
        assert distance(tone(one), tone(other), mode) > APART
    assert abs(lightness(tone(one)) - lightness(tone(other))) >= APART_IN_GREY


FILLS = {
    "villages": (palette.COVERED, palette.WEAK, palette.BLANK),
    "levels": tuple(tone(entry) for entry in roles.role("signal").entries),
    "change": tuple(tone(roles.role("change").entries[n]) for n in (2, 1, 0)),
}


@pytest.mark.parametrize("name", FILLS)
@pytest.mark.parametrize("eyes", EYES)
def test_classes_side_by_side_stay_apart_for_every_eye(name, eyes):
    for one, other in itertools.combinations(FILLS[name], 2):
        assert distance(one, other, EYES[eyes]) > APART


@pytest.mark.parametrize("name", FILLS)
def test_classes_darken_with_the_loss_of_service_in_grey(name):
    steps = [lightness(colour) for colour in FILLS[name]]
    assert min(a - b for a, b in zip(steps, steps[1:])) >= APART_IN_GREY


@pytest.mark.parametrize("eyes", EYES)
def test_covered_and_weak_discs_stay_apart(eyes):
    discs = (palette.COVERED_DISC, palette.WEAK_DISC, palette.PAPER)
    for one, other in itertools.combinations(discs, 2):
        assert distance(one, other, EYES[eyes]) > 15
    assert abs(lightness(palette.COVERED_DISC) - lightness(palette.WEAK_DISC)) >= APART_IN_GREY


def test_technologies_are_the_darker_the_newer():
    steps = [lightness(colour) for colour in (palette.G5, palette.G4, palette.G3, palette.G2)]
    assert min(b - a for a, b in zip(steps, steps[1:])) >= APART_IN_GREY


def test_the_simulation_is_at_work():
    assert distance("#FF0000", "#00A000") > 100
    assert distance("#D08000", "#90A000", "PreviewDeuteranope") < distance("#D08000", "#90A000") / 2
    assert len({QColor(seen("#D08000", GREY)).getRgb()[n] for n in range(3)}) == 1


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


def filled(role, value, ground):
    """A polygon of 16 mm in the look of a class on a ground, as an array of RGB (0 to 1)."""
    names = ["class", "grp", "tier", "status", "change", "dbm"]
    (entry,) = [entry for entry in roles.role(role).entries if entry.value == value]
    made = symbols.symbol(roles.role(role), entry, "polygon", names)
    side = 190
    picture = QImage(QSize(side, side), QImage.Format.Format_RGB32)
    picture.fill(QColor(ground))
    painter = QPainter(picture)
    context = QgsRenderContext.fromQPainter(painter)
    context.setScaleFactor(300 / 25.4)
    made.startRender(context)
    box = QgsGeometry.fromWkt(
        f"POLYGON((-50 -50,{side + 50} -50,{side + 50} {side + 50},-50 {side + 50},-50 -50))"
    )
    made.renderPolygon(box.asQPolygonF(), None, None, context)
    made.stopRender(context)
    painter.end()
    raw = picture.bits().asstring(picture.byteCount())
    return np.frombuffer(raw, np.uint8).reshape(-1, 4)[:, 2::-1] / 255.0


GROUNDS = {"forest": "#20381F", "bare": "#B9A98C", "paper": "#FFFFFF", "village": palette.WEAK}


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("value", ["blank", "weak"])
def test_the_hatch_of_a_gap_reads_on_imagery_and_in_grey(value, ground):
    grey = lab_of(filled("gaps", value, GROUNDS[ground]))[:, 0]
    marked = np.abs(grey - lab(GROUNDS[ground])[0])
    # Enough of the area has a line on it, and the line is far from its ground.
    assert (marked > 18).mean() > (0.06 if value == "blank" else 0.02)
    assert (marked < 5).mean() > 0.4


def test_blank_hatches_denser_than_weak():
    share = [
        (np.abs(lab_of(filled("gaps", value, "#FFFFFF"))[:, 0] - 100) > 18).mean()
        for value in ("blank", "weak")
    ]
    assert share[0] > 1.8 * share[1]


BASES = (
    ("coverage", "cellular {}", "predicted"),
    ("declared", "{}", "declared"),
    ("measured", "{}", "measured"),
)


@pytest.mark.parametrize("name", ["covered", "weak"])
@pytest.mark.parametrize("ground", ["forest", "paper"])
def test_predicted_declared_and_measured_never_look_alike(name, ground):
    looks = {
        basis: filled(role, value.format(name), GROUNDS[ground]) for role, value, basis in BASES
    }
    for one, other in itertools.combinations(looks, 2):
        # Line by line and in grey: how much of the area is inked, and how dark that ink is.
        sides = [np.sort(lab_of(looks[basis])[:, 0]) for basis in (one, other)]
        assert np.abs(sides[0] - sides[1]).mean() > 4, (one, other)


@pytest.mark.parametrize(("role", "value", "basis"), BASES)
def test_the_legend_says_on_what_coverage_rests(role, value, basis):
    for name in ("covered", "weak"):
        (entry,) = [e for e in roles.role(role).entries if e.value == value.format(name)]
        assert basis in entry.label.lower()
    for entry in roles.role("signal").entries:
        assert "predicted" in entry.label.lower()


def test_only_measured_has_an_edge_of_ink_and_only_declared_no_fill():
    for role, value, basis in BASES:
        for name in ("covered", "weak"):
            (entry,) = [e for e in roles.role(role).entries if e.value == value.format(name)]
            assert (entry.fill.outline == palette.INK) == (basis == "measured")
            assert (not entry.fill.colour) == (basis == "declared")


def test_points_of_roles_that_share_a_map_differ_in_shape():
    """Base stations, Wi-Fi points, proposals, measured points: no two have the same outline."""
    outer = {
        role: {
            mark.shape
            for entry in roles.role(role).entries
            for mark in entry.marks[:1]
            if isinstance(mark, Mark) and entry.value != "WIFI"
        }
        for role in ("sites", "wifi", "proposals", "measured")
    }
    for one, other in itertools.combinations(outer.values(), 2):
        assert not one & other


def test_no_colour_is_named_outside_the_palette():
    folder = paths.PACKAGE / "cartography"
    named = {
        path.name: re.findall(r"""["']#[0-9A-Fa-f]{6}["']""", path.read_text(encoding="utf-8"))
        for path in folder.rglob("*.py")
        if path.name != "palette.py"
    }
    assert {name: found for name, found in named.items() if found} == {}
