# SPDX-License-Identifier: GPL-2.0-or-later
"""Every text the user sees can be translated, and is, whole, into every language shipped."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "blankspot_plugin"
FILES = sorted((ROOT / "i18n").glob("*.ts"))
# Where texts reach the user; the other folders have errors with facts, and no sentences.
SHOWN = ("cartography", "gui", "processing")
PLACEHOLDER = re.compile(r"\{[^}]*\}")

NAMES = {"displayName", "shortDescription", "longName", "displayString"}
# Which of the arguments is the text; None for all of them.
TEXT_AT: dict[str, int | None] = {
    "QAction": None,
    "QgsProcessingException": 0,
    "QgsProcessingModelOutput": 1,
    "addAction": None,
    "field": 1,
    "layer": 1,
    "metres": 1,
    "pushInfo": 0,
    "pushWarning": 0,
    "reportError": 0,
    "setDescription": 0,
    "setLabel": 0,
    "setText": 0,
    "setToolTip": 0,
    "setWindowTitle": 0,
    "sink": 1,
}
TEXT_KEYWORDS = {"description", "headers", "options", "text"}


def entries(path: Path) -> list[ElementTree.Element]:
    return list(ElementTree.parse(path).iter("message"))


def source(entry: ElementTree.Element) -> str:
    return entry.findtext("source") or ""


def translation(entry: ElementTree.Element) -> str:
    return entry.findtext("translation") or ""


def is_finished(entry: ElementTree.Element) -> bool:
    found = entry.find("translation")
    return found is not None and "type" not in found.attrib and bool(translation(entry).strip())


def differs(entry: ElementTree.Element) -> bool:
    """Whether source and translation have other placeholders."""
    wanted, given = (
        Counter(PLACEHOLDER.findall(text)) for text in (source(entry), translation(entry))
    )
    return wanted != given


def test_indonesian_is_there():
    assert "blankspot_id.ts" in [path.name for path in FILES]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_entry_is_finished(path):
    assert [source(entry) for entry in entries(path) if not is_finished(entry)] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_placeholders_are_those_of_the_source(path):
    assert [translation(entry) for entry in entries(path) if differs(entry)] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_entry_is_in_the_context_tr_looks_in(path):
    contexts = ElementTree.parse(path).iter("context")
    assert {context.findtext("name") for context in contexts} == {"@default"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_sentences_end_as_their_source(path):
    """A sentence cut short, or a label with a full stop, was filled in by mistake."""
    ends = (".", ":", "…")
    cut = [
        translation(entry)
        for entry in entries(path)
        for end in ends
        if source(entry).endswith(end) != translation(entry).endswith(end)
    ]
    assert cut == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_string_of_the_sources_is_missing(path, tmp_path, monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    build, translations = import_module("build"), import_module("translations")
    try:
        build.qt_tool("pylupdate5")
    except SystemExit as missing:
        pytest.skip(f"strings cannot be collected: {missing}")
    fresh = translations.update(path.stem.partition("_")[2], tmp_path)
    collected = {source(entry) for entry in entries(fresh)}
    known = {source(entry) for entry in entries(path)}
    assert collected - known == set(), "run make translations and translate what is new"
    assert known - collected == set(), "run make translations"


def test_indonesian_says_resolved():
    """A blank spot that is gone is "teratasi"; "hilang" would say that it was lost."""
    texts = [translation(entry) for entry in entries(ROOT / "i18n" / "blankspot_id.ts")]
    assert [text for text in texts if "hilang" in text.lower()] == []


@pytest.mark.parametrize(
    ("text", "finished", "wrong"),
    [
        ("<source>{n} a</source><translation>{n} b</translation>", True, False),
        ("<source>a</source><translation type='unfinished'>b</translation>", False, False),
        ("<source>a</source><translation> </translation>", False, False),
        ("<source>{n} a</source><translation>{m} b</translation>", True, True),
        ("<source>{n} a</source><translation>{n} {n} b</translation>", True, True),
    ],
)
def test_planted_entry_is_seen(text, finished, wrong):
    entry = ElementTree.fromstring(f"<message>{text}</message>")
    assert (is_finished(entry), differs(entry)) == (finished, wrong)


def literals(node: ast.AST) -> Iterator[str]:
    """The words in an expression that no ``tr()`` has seen; calls but ``format`` are opaque."""
    if isinstance(node, ast.Constant):
        if isinstance(node.value, str) and re.search(r"[A-Za-z]{2}", node.value):
            yield node.value
    elif isinstance(node, ast.Call):
        if isinstance(node.func, ast.Attribute) and node.func.attr == "format":
            yield from literals(node.func.value)
    elif isinstance(node, ast.FormattedValue):
        yield from literals(node.value)
    elif isinstance(node, (ast.BinOp, ast.BoolOp, ast.IfExp, ast.JoinedStr, ast.List, ast.Tuple)):
        for child in ast.iter_child_nodes(node):
            yield from literals(child)


def texts_of_call(node: ast.Call) -> Iterator[ast.AST]:
    """The arguments of a call that are shown to the user."""
    name = ast.unparse(node.func).split(".")[-1]
    parameter = name.startswith(("QgsProcessingParameter", "QgsProcessingOutput"))
    if parameter:
        yield from node.args[1:2]
        yield from (arg for arg in node.args[2:] if isinstance(arg, (ast.List, ast.Tuple)))
    elif name in TEXT_AT:
        at = TEXT_AT[name]
        yield from node.args if at is None else node.args[at : at + 1]
    if parameter or name in TEXT_AT:
        yield from (word.value for word in node.keywords if word.arg in TEXT_KEYWORDS)


def untranslated(code: str) -> list[str]:
    """Return the literals of a module that users see and no translation reaches."""
    found = []
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Call):
            found += [text for arg in texts_of_call(node) for text in literals(arg)]
        elif isinstance(node, ast.FunctionDef) and node.name in NAMES:
            returned = [part.value for part in ast.walk(node) if isinstance(part, ast.Return)]
            found += [text for value in returned if value for text in literals(value)]
    return found


@pytest.mark.parametrize("folder", SHOWN)
def test_every_text_shown_can_be_translated(folder):
    found = {
        path.relative_to(PACKAGE).as_posix(): untranslated(path.read_text(encoding="utf-8"))
        for path in sorted((PACKAGE / folder).rglob("*.py"))
    }
    assert {path: texts for path, texts in found.items() if texts} == {}


@pytest.mark.parametrize(
    "code",
    [
        "class A:\n    def displayName(self): return 'Coverage'",
        "class A:\n    def shortDescription(self):\n        return tr('a') + ' and gaps'",
        "QgsProcessingParameterNumber('KEY', 'Radius', 0)",
        "QgsProcessingParameterNumber('KEY', description='Radius')",
        "QgsProcessingParameterEnum('KEY', tr('Paper'), ['A3 landscape'])",
        "QgsProcessingParameterMatrix('KEY', tr('Radii'), headers=['Technology'])",
        "QgsProcessingOutputNumber(Keys.N, f'Number of {what}')",
        "build.layer(Keys.SITES, 'Sites', POINTS)",
        "QAction(icon, 'Analysis', parent)",
        "feedback.pushInfo('{n} gaps'.format(n=n))",
        "raise QgsProcessingException('No layer' if empty else tr('No field'))",
    ],
)
def test_planted_literal_is_seen(code):
    assert untranslated(code)


@pytest.mark.parametrize(
    "code",
    [
        "class A:\n    def displayName(self): return tr('Coverage')",
        "class A:\n    def name(self): return 'coverage'",
        "QgsProcessingParameterString('NAME', tr('File name'), 'sheet')",
        "QAction(QIcon(paths.icon('blankspot')), tr('Analysis'), parent)",
        "feedback.pushInfo(', '.join(said) + '.')",
        "feedback.pushInfo(tr('{n} gaps').format(n='all'))",
    ],
)
def test_what_is_translated_passes(code):
    assert untranslated(code) == []
