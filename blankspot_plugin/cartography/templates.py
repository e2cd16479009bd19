# SPDX-License-Identifier: GPL-2.0-or-later
"""The templates of sheets: made from one description, kept as .qpt, read again.

What is written on a sheet comes later (``sheet``): a template has only items with ids, their
looks and their places. An office's own template is any .qpt with some of these ids.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFillSymbol,
    QgsLayoutFrame,
    QgsLayoutItem,
    QgsLayoutItemAttributeTable,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemMapOverview,
    QgsLayoutItemPage,
    QgsLayoutItemPicture,
    QgsLayoutItemPolygon,
    QgsLayoutItemScaleBar,
    QgsLayoutItemShape,
    QgsLayoutMeasurement,
    QgsLayoutMultiFrame,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
    QgsRectangle,
    QgsScaleBarSettings,
    QgsUnitTypes,
)
from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QPolygonF
from qgis.PyQt.QtXml import QDomDocument

from .. import paths
from . import arrangement, kept, palette, typography
from .arrangement import TABLE_FRAMES
from .graticule import add_graticule
from .labels import SMALLEST
from .legend import dress_legend
from .papers import PAPERS, Paper
from .styling import FONT_FAMILIES

MM = QgsUnitTypes.LayoutUnit.LayoutMillimeters


class BadTemplate(ValueError):
    """A file that is no layout template; the text is its path."""


@dataclass(frozen=True)
class Look:
    """How a label is set: points on A3, weight, colour, alignment."""

    points: float
    bold: bool = False
    italic: bool = False
    colour: str = palette.INK
    right: bool = False
    centre: bool = False
    bottom: bool = False


_HEADING = Look(8.0, bold=True, colour=palette.ACCENT)
LABELS = {
    "government": Look(7.0, bold=True),
    "office": Look(8.0, bold=True),
    "address": Look(6.4, colour=palette.INK_SOFT),
    "title": Look(17.0, bold=True),
    "subtitle": Look(9.5, colour=palette.ACCENT),
    "sheet_number": Look(7.0, bold=True),
    "edition": Look(7.0, right=True),
    "north_letter": Look(10.5, bold=True, centre=True),
    "scale": Look(10.5, bold=True),
    "projection_title": Look(6.4, bold=True, colour=palette.INK_SOFT),
    "projection": Look(6.6),
    "legend_title": _HEADING,
    "definition_title": _HEADING,
    "definition": Look(6.8),
    "sources_title": _HEADING,
    "sources": Look(6.6),
    "notes": Look(6.4, italic=True, colour=palette.INK_SOFT),
    "rights": Look(6.4, colour=palette.INK_SOFT),
    "index_title": Look(6.4, colour=palette.INK_SOFT),
    "inset_title": Look(6.4, colour=palette.INK_SOFT),
    "place_date": Look(6.8),
    "approval": Look(6.8),
    "signer": Look(6.8, bold=True, bottom=True),
    "credentials": Look(6.8),
    "table_title": _HEADING,
}


def template_path(paper: Paper) -> Path:
    """Return where a paper's template lies."""
    return paths.RESOURCES / "layouts" / f"{paper.id}.qpt"


def read_template(project: QgsProject, path: str | Path) -> QgsPrintLayout:
    """Return a new layout of a project, made from a template.

    Raises
    ------
    BadTemplate
        If the file is not there or is none.
    """
    document = QDomDocument()
    try:
        text = Path(path).read_text(encoding="utf-8")
        text = text.replace(f'"{FONT_FAMILIES[0]}', f'"{typography.family()}')
    except (OSError, UnicodeDecodeError) as error:
        raise BadTemplate(str(path)) from error
    layout = QgsPrintLayout(project)
    found = document.setContent(text)
    fine = found[0] if isinstance(found, tuple) else bool(found)
    context = QgsReadWriteContext()
    context.setPathResolver(project.pathResolver())
    if not fine or document.documentElement().tagName() != "Layout":
        raise BadTemplate(str(path))
    _, loaded = layout.loadFromTemplate(document, context)
    if not loaded or not layout.pageCollection().pageCount():
        raise BadTemplate(str(path))
    return layout


def write_templates(folder: str | Path) -> list[Path]:
    """Write the template of each paper and return the paths; the same code, the same bytes."""
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    written = []
    for paper in PAPERS:
        path = target / f"{paper.id}.qpt"
        path.write_text(template_xml(paper), encoding="utf-8")
        written.append(path)
    return written


def template_xml(paper: Paper) -> str:
    """Return a paper's template without what differs from run to run."""
    layout = make(QgsProject(), paper)
    document, context = QDomDocument(), QgsReadWriteContext()
    root = layout.writeXml(document, context)
    document.appendChild(root)
    tree = ElementTree.fromstring(_XML_HEAD.sub("", document.toString(2)))
    for element in tree.iter():
        if element.tag == "layer" and "id" in element.attrib:
            element.set("id", "")
        # Qt writes attributes in another order each time.
        element.attrib = dict(sorted(element.attrib.items()))
    ElementTree.indent(tree, " ")
    text = ElementTree.tostring(tree, encoding="unicode") + "\n"
    for number, found in enumerate(dict.fromkeys(_UUID.findall(text))):
        stable = uuid.uuid5(uuid.NAMESPACE_URL, f"blankspot/{paper.id}/{number}")
        text = text.replace(found, f"{{{stable}}}")
    # As on a machine that has the font; reading puts another in its place where it is missing.
    return text.replace(f'"{typography.family()}', f'"{FONT_FAMILIES[0]}')


_UUID = re.compile(r"\{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}")
_XML_HEAD = re.compile(r"<!DOCTYPE[^>]*>")


def make(project: QgsProject, paper: Paper) -> QgsPrintLayout:
    """Build a paper's template: every item, empty, where it lies before texts are known."""
    layout = QgsPrintLayout(project)
    layout.setName(paper.id)
    page = QgsLayoutItemPage(layout)
    page.setPageSize(QgsLayoutSize(paper.width, paper.height, MM))
    layout.pageCollection().addPage(page)
    wishes = arrangement.usual(paper)
    lie = arrangement.arrange(paper, wishes, table=24 * paper.unit)
    maker = _Maker(layout, paper.unit)
    for block, rule in lie.rules.items():
        maker.bar(f"rule_{block}", rule, palette.HAIRLINE)
    for name, box in lie.items.items():
        if name not in TABLE_FRAMES:
            maker.add(name, box)
    maker.table([lie.items[name] for name in TABLE_FRAMES])
    main = layout.itemById("map")
    layout.setReferenceMap(main)
    layout.itemById("scale_bar").setLinkedMap(main)
    layout.itemById("legend").setLinkedMap(main)
    for name in ("index", "inset"):
        _frame_of(layout.itemById(name), main, paper.unit)
    return layout


def place(item: QgsLayoutItem, box: QRectF) -> None:
    """Put an item where a box (mm) is; the halves of an arrow share theirs."""
    if isinstance(item, QgsLayoutItemPolygon):
        box = _arrow(box, item.id()).boundingRect()
    if isinstance(item, (QgsLayoutItemScaleBar, QgsLayoutFrame)):
        kept.reserve(item, box.width())
    item.attemptResize(QgsLayoutSize(box.width(), box.height(), MM))
    item.attemptMove(QgsLayoutPoint(box.left(), box.top(), MM))


class _Maker:
    """Adds items to a layout by id."""

    def __init__(self, layout: QgsPrintLayout, unit: float) -> None:
        self.layout, self.unit = layout, unit
        self._kinds: dict[str, Callable[[str, QRectF], None]] = {
            "map": self.map,
            "index": self.small_map,
            "inset": self.small_map,
            "frame": self.frame,
            "divider": lambda name, box: self.bar(name, box, palette.INK),
            "logo": self.picture,
            "north_arrow": self.arrow,
            "scale_bar": self.scale_bar,
            "legend": self.legend,
            "signature_box": self.box,
        }

    def add(self, name: str, box: QRectF) -> None:
        """Add the item of a name."""
        self._kinds.get(name, self.label)(name, box)

    def _add(self, item: QgsLayoutItem, name: str, box: QRectF) -> None:
        item.setId(name)
        self.layout.addLayoutItem(item)
        place(item, box)

    def label(self, name: str, box: QRectF) -> None:
        look = LABELS[name]
        item = QgsLayoutItemLabel(self.layout)
        face = typography.font(
            max(SMALLEST, round(look.points * self.unit, 1)), look.bold, look.italic
        )
        typography.set_font(item, face, look.colour)
        sides = Qt.AlignmentFlag
        across = sides.AlignLeft
        if look.right or look.centre:
            across = sides.AlignRight if look.right else sides.AlignHCenter
        item.setHAlign(across)
        item.setVAlign(sides.AlignBottom if look.bottom else sides.AlignTop)
        item.setMarginX(0)
        item.setMarginY(0)
        self._add(item, name, box)

    def map(self, name: str, box: QRectF) -> None:
        item = QgsLayoutItemMap(self.layout)
        item.setKeepLayerSet(True)
        item.setBackgroundColor(QColor(palette.PAPER))
        self._pen(item, 0.35)
        self._add(item, name, box)
        _look_somewhere(item)
        add_graticule(item, self.unit)

    def small_map(self, name: str, box: QRectF) -> None:
        item = QgsLayoutItemMap(self.layout)
        item.setKeepLayerSet(True)
        item.setBackgroundColor(QColor(palette.WATER if name == "inset" else palette.PAPER))
        self._pen(item, 0.2)
        self._add(item, name, box)
        _look_somewhere(item)

    def _pen(self, item: QgsLayoutItem, width: float) -> None:
        item.setFrameEnabled(True)
        item.setFrameStrokeColor(QColor(palette.INK))
        item.setFrameStrokeWidth(QgsLayoutMeasurement(round(width * self.unit, 3), MM))

    def frame(self, name: str, box: QRectF) -> None:
        self._outline(name, box, 0.6, palette.INK)

    def box(self, name: str, box: QRectF) -> None:
        self._outline(name, box, 0.15, palette.HAIRLINE)

    def _outline(self, name: str, box: QRectF, width: float, colour: str) -> None:
        pen = {"outline_color": colour, "outline_width": str(round(width * self.unit, 3))}
        self._shape(name, box, {"style": "no", "joinstyle": "miter", **pen})

    def bar(self, name: str, box: QRectF, colour: str) -> None:
        # A filled rectangle: the box of a line item would include its pen.
        self._shape(name, box, {"color": colour, "outline_style": "no"})

    def _shape(self, name: str, box: QRectF, look: dict[str, str]) -> None:
        item = QgsLayoutItemShape(self.layout)
        item.setShapeType(QgsLayoutItemShape.Shape.Rectangle)
        item.setSymbol(QgsFillSymbol.createSimple(look))
        self._add(item, name, box)

    def picture(self, name: str, box: QRectF) -> None:
        item = QgsLayoutItemPicture(self.layout)
        item.setResizeMode(QgsLayoutItemPicture.ResizeMode.Zoom)
        item.setPictureAnchor(QgsLayoutItem.ReferencePoint.Middle)
        self._add(item, name, box)

    def arrow(self, name: str, box: QRectF) -> None:
        for half, colour in ((name, palette.INK), (f"{name}_2", palette.PAPER)):
            item = QgsLayoutItemPolygon(_arrow(box, half), self.layout)
            pen = {"outline_color": palette.INK, "outline_width": str(round(0.2 * self.unit, 3))}
            look = {"color": colour, "joinstyle": "bevel", **pen}
            item.setSymbol(QgsFillSymbol.createSimple(look))
            item.setId(half)
            self.layout.addLayoutItem(item)

    def scale_bar(self, name: str, box: QRectF) -> None:
        bar = QgsLayoutItemScaleBar(self.layout)
        bar.setStyle("Single Box")
        bar.setMapUnitsPerScaleBarUnit(1)
        bar.setSegmentSizeMode(QgsScaleBarSettings.SegmentSizeMode.SegmentSizeFixed)
        bar.setNumberOfSegments(4)
        bar.setNumberOfSegmentsLeft(0)
        bar.setHeight(1.8 * self.unit)
        bar.setLabelBarSpace(1.0 * self.unit)
        bar.setBoxContentSpace(0.6 * self.unit)
        face = typography.font(max(SMALLEST, 6.8 * self.unit))
        bar.setTextFormat(typography.text_format(face, palette.INK))
        for symbol, setter, colour in (
            (bar.fillSymbol().clone(), bar.setFillSymbol, palette.INK),
            (bar.alternateFillSymbol().clone(), bar.setAlternateFillSymbol, palette.PAPER),
            (bar.lineSymbol().clone(), bar.setLineSymbol, palette.INK),
        ):
            symbol.setColor(QColor(colour))
            setter(symbol)
        self._add(bar, name, box)

    def legend(self, name: str, box: QRectF) -> None:
        legend = QgsLayoutItemLegend(self.layout)
        legend.setAutoUpdateModel(False)
        legend.setResizeToContents(False)
        legend.setWrapString("\n")
        legend.setBackgroundEnabled(False)
        dress_legend(legend, 7.6 * self.unit)
        self._add(legend, name, box)

    def table(self, boxes: list[QRectF]) -> None:
        """Add a table that flows through frames beside one another."""
        table = QgsLayoutItemAttributeTable.create(self.layout)
        self.layout.addMultiFrame(table)
        points = max(SMALLEST, 6.4 * self.unit)
        face = typography.font(points)  # bold headings would be wider than their columns
        table.setContentTextFormat(typography.text_format(face, palette.INK))
        table.setHeaderTextFormat(typography.text_format(face, palette.ACCENT))
        table.setCellMargin(0.55 * self.unit)
        table.setGridColor(QColor(palette.HAIRLINE))
        table.setGridStrokeWidth(0.12 * self.unit)
        table.setVerticalGrid(False)
        table.setHeaderHAlignment(table.HeaderHAlignment.HeaderLeft)
        table.setResizeMode(QgsLayoutMultiFrame.ResizeMode.UseExistingFrames)
        table.setHeaderMode(table.HeaderMode.AllFrames)
        table.setEmptyTableBehavior(table.EmptyTableMode.HideTable)
        table.setWrapBehavior(table.WrapBehavior.WrapText)
        for name, box in zip(TABLE_FRAMES, boxes):
            frame = QgsLayoutFrame(self.layout, table)
            frame.setHideBackgroundIfEmpty(True)
            table.addFrame(frame, False)
            frame.setId(name)
            place(frame, box)


def _look_somewhere(item: QgsLayoutItemMap) -> None:
    """Give a map an extent: QGIS can't read one back that has none."""
    item.setCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    item.zoomToExtent(QgsRectangle(94, -12, 142, 7))


def _frame_of(small: QgsLayoutItemMap, main: QgsLayoutItemMap, unit: float) -> None:
    """Have a small map show where the main one lies."""
    overview = QgsLayoutItemMapOverview("sheet", small)
    overview.setLinkedMap(main)
    pen = {"outline_color": palette.BLANK_STRONG, "outline_width": str(round(0.5 * unit, 3))}
    overview.setFrameSymbol(
        QgsFillSymbol.createSimple({"style": "no", "joinstyle": "miter", **pen})
    )
    small.overviews().addOverview(overview)


def _arrow(box: QRectF, name: str) -> QPolygonF:
    """Return half of a north arrow in a box: the left one, or the right one."""
    middle, notch = box.center().x(), box.bottom() - box.height() * 0.26
    foot = box.right() if name.endswith("_2") else box.left()
    tip = QPointF(middle, box.top())
    return QPolygonF([tip, QPointF(foot, box.bottom()), QPointF(middle, notch)])
