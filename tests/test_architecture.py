# SPDX-License-Identifier: GPL-2.0-or-later
"""The dependency rules of docs/architecture.md, read off the syntax trees of the package.

Each rule is a function from a module to sentences about what breaks it. All rules run on the
package, and each runs on planted violations, so that none passes by being blind.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "blankspot_plugin"

LEAVES = {"paths", "i18n"}
SHELL = {"bridge", "core", "services"} | LEAVES
# What each part may import of the package. A part is a folder or a module at the top.
MAY_IMPORT = {
    "__init__": {"plugin"},
    "paths": set(),
    "i18n": {"paths"},
    "core": set(),
    "services": {"core"},
    "bridge": {"core", "services"} | LEAVES,
    "cartography": SHELL,
    "processing": SHELL | {"cartography"},
    "gui": SHELL | {"cartography", "processing"},
    "plugin": SHELL | {"cartography", "processing", "gui"},
}
WITHOUT_QGIS = {"core", "services"}
WITHOUT_WIDGETS = {"bridge", "cartography", "core", "processing", "services"} | LEAVES
WIDGETS = ("qgis.PyQt.QtWidgets", "qgis.gui", "qgis.utils")
# Missing from many installed QGIS: imported where they are used, with a sentence if they fail.
OFTEN_MISSING = {"scipy", "pyproj", "matplotlib", "pandas", "shapely"}
NETWORK_MODULES = {"aiohttp", "ftplib", "http", "httpx", "socket", "urllib.request", "urllib3"}
NETWORK_NAMES = {
    "QgsBlockingNetworkRequest",
    "QgsFileDownloader",
    "QgsNetworkAccessManager",
    "QgsNetworkContentFetcher",
    "QNetworkAccessManager",
    "QTcpSocket",
}
REQUESTS_CALLS = {
    f"requests.{name}"
    for name in "delete get head options patch post put request session Session".split()
}


@dataclass(frozen=True)
class Module:
    """A module by its path inside the package, such as ``core/shapes.py``."""

    path: str
    source: str

    @property
    def part(self) -> str:
        """Its folder, or its own name at the top."""
        return Path(self.path).parts[0].removesuffix(".py")

    @property
    def tree(self) -> ast.Module:
        return ast.parse(self.source)

    def imports(self, nodes: Iterator[ast.AST] | None = None) -> Iterator[str]:
        """All it imports, absolute, each ``from`` import once with and once without its name."""
        for node in nodes or ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                origin = node.module or ""
                if node.level:
                    here = ["blankspot_plugin", *Path(self.path).parent.parts]
                    above = here[: len(here) - node.level + 1]
                    origin = ".".join([*above, *filter(None, [origin])])
                yield origin
                yield from (f"{origin}.{alias.name}" for alias in node.names)

    def own_parts(self) -> set[str]:
        """The other parts of the package that it imports."""
        names = (name.split(".") for name in self.imports())
        parts = {name[1] for name in names if name[0] == "blankspot_plugin" and name[1:]}
        return (parts & MAY_IMPORT.keys()) - {self.part}


def _within(name: str, modules: set[str] | tuple[str, ...]) -> bool:
    return any(name == module or name.startswith(f"{module}.") for module in modules)


def _at_load(node: ast.AST) -> Iterator[ast.AST]:
    """What runs when the module is imported: everything outside functions and type checking."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            continue
        if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test):
            continue
        yield child
        yield from _at_load(child)


def parts_import_downwards(module: Module) -> Iterator[str]:
    for part in module.own_parts() - MAY_IMPORT[module.part]:
        yield f"{module.path} imports {part}"


def core_and_services_know_no_qgis(module: Module) -> Iterator[str]:
    if module.part in WITHOUT_QGIS:
        for name in module.imports():
            if _within(name, {"qgis", "PyQt5", "PyQt6", "osgeo", "processing"}):
                yield f"{module.path} imports {name}"


def core_is_standard_library_and_numpy(module: Module) -> Iterator[str]:
    if module.part == "core":
        allowed = sys.stdlib_module_names | {"blankspot_plugin", "numpy", "scipy"}
        for name in module.imports():
            if name.split(".")[0] not in allowed:
                yield f"{module.path} imports {name}"


def widgets_are_for_gui(module: Module) -> Iterator[str]:
    if module.part in WITHOUT_WIDGETS:
        for name in module.imports():
            if _within(name, WIDGETS):
                yield f"{module.path} imports {name}"


def qt_comes_through_qgis(module: Module) -> Iterator[str]:
    for name in module.imports():
        if _within(name, {"PyQt5", "PyQt6", "PySide2", "PySide6", "sip"}):
            yield f"{module.path} imports {name}"


def only_transport_reaches_the_network(module: Module) -> Iterator[str]:
    if module.path == "bridge/transport.py":
        return
    for name in module.imports():
        if _within(name, NETWORK_MODULES) or name.split(".")[-1] in NETWORK_NAMES:
            yield f"{module.path} imports {name}"
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Attribute) and node.attr in NETWORK_NAMES:
            yield f"{module.path} uses {node.attr}"
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            if called in REQUESTS_CALLS or (
                f"requests.{called}" in REQUESTS_CALLS
                and f"requests.{called}" in set(module.imports())
            ):
                yield f"{module.path} calls {called}"


def only_paths_computes_paths(module: Module) -> Iterator[str]:
    if module.path != "paths.py":
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Name) and node.id == "__file__":
                yield f"{module.path}:{node.lineno} uses __file__"


def what_is_often_missing_is_imported_late(module: Module) -> Iterator[str]:
    for name in module.imports(_at_load(module.tree)):
        if _within(name, OFTEN_MISSING):
            yield f"{module.path} imports {name} when it is loaded"


def strings_are_translated_whole(module: Module) -> Iterator[str]:
    """No translation knows a string put together at run time, or one of another context."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] == "tr":
            whole = all(isinstance(a, (ast.Constant, ast.Name, ast.Attribute)) for a in node.args)
            if not (whole and isinstance(node.func, ast.Name)):
                yield f"{module.path}:{node.lineno} {ast.unparse(node)}"


def the_plugin_class_only_wires(module: Module) -> Iterator[str]:
    lines = len(module.source.splitlines())
    if module.path == "plugin.py" and lines >= 150:
        yield f"plugin.py has {lines} lines"


RULES: tuple[Callable[[Module], Iterator[str]], ...] = (
    parts_import_downwards,
    core_and_services_know_no_qgis,
    core_is_standard_library_and_numpy,
    widgets_are_for_gui,
    qt_comes_through_qgis,
    only_transport_reaches_the_network,
    only_paths_computes_paths,
    what_is_often_missing_is_imported_late,
    strings_are_translated_whole,
    the_plugin_class_only_wires,
)

PLANTED = (
    (parts_import_downwards, "core/a.py", "from ..bridge import layers"),
    (parts_import_downwards, "core/a.py", "from .. import paths"),
    (parts_import_downwards, "services/a.py", "from ..i18n import tr"),
    (parts_import_downwards, "bridge/a.py", "import blankspot_plugin.processing.base"),
    (parts_import_downwards, "cartography/a.py", "def f():\n    from ..gui import dock"),
    (parts_import_downwards, "processing/a.py", "from blankspot_plugin import gui"),
    (parts_import_downwards, "gui/forms/a.py", "from ...plugin import BlankSpotPlugin"),
    (parts_import_downwards, "paths.py", "from .core import shapes"),
    (core_and_services_know_no_qgis, "core/a.py", "from qgis.core import QgsGeometry"),
    (core_and_services_know_no_qgis, "services/a.py", "def f():\n    import qgis.PyQt"),
    (core_and_services_know_no_qgis, "services/a.py", "from osgeo import ogr"),
    (core_is_standard_library_and_numpy, "core/a.py", "import requests"),
    (widgets_are_for_gui, "processing/a.py", "from qgis.PyQt.QtWidgets import QDialog"),
    (widgets_are_for_gui, "cartography/a.py", "from qgis.PyQt import QtWidgets"),
    (widgets_are_for_gui, "bridge/a.py", "from qgis.utils import iface"),
    (widgets_are_for_gui, "bridge/a.py", "import qgis.gui"),
    (qt_comes_through_qgis, "gui/a.py", "from PyQt5.QtCore import Qt"),
    (qt_comes_through_qgis, "gui/a.py", "import PyQt6"),
    (only_transport_reaches_the_network, "services/a.py", "import urllib.request"),
    (only_transport_reaches_the_network, "services/a.py", "from urllib import request"),
    (only_transport_reaches_the_network, "services/a.py", "from http import client"),
    (only_transport_reaches_the_network, "services/a.py", "import requests\nrequests.get('x')"),
    (
        only_transport_reaches_the_network,
        "services/a.py",
        "from requests import Session\ndef f():\n    return Session()",
    ),
    (
        only_transport_reaches_the_network,
        "bridge/a.py",
        "from qgis.core import QgsNetworkAccessManager",
    ),
    (
        only_transport_reaches_the_network,
        "gui/a.py",
        "import qgis.core\nqgis.core.QgsBlockingNetworkRequest()",
    ),
    (only_paths_computes_paths, "cartography/a.py", "here = __file__"),
    (what_is_often_missing_is_imported_late, "core/a.py", "import scipy.spatial"),
    (what_is_often_missing_is_imported_late, "core/a.py", "try:\n    import shapely\nexcept: ..."),
    (what_is_often_missing_is_imported_late, "gui/a.py", "class A:\n    import pandas"),
    (what_is_often_missing_is_imported_late, "bridge/a.py", "from pyproj import Geod"),
    (strings_are_translated_whole, "gui/a.py", "tr(f'{n} gaps')"),
    (strings_are_translated_whole, "gui/a.py", "tr('gaps: ' + name)"),
    (strings_are_translated_whole, "gui/a.py", "class A:\n    def f(self): self.tr('gaps')"),
    (the_plugin_class_only_wires, "plugin.py", "pass\n" * 150),
)

FINE = (
    ("core/a.py", "def f():\n    from scipy.spatial import cKDTree"),
    ("services/a.py", "import requests\ndef f(session: requests.Session): session.get('x')"),
    ("services/a.py", "from requests import Session\nfrom ..core.errors import BlankSpotError"),
    ("bridge/transport.py", "from qgis.core import QgsNetworkAccessManager"),
    (
        "cartography/a.py",
        "from .. import paths\nfrom ..i18n import tr\nfrom qgis.PyQt import QtGui",
    ),
    ("processing/a.py", "from ..cartography import styles\nfrom . import base"),
    ("gui/forms/a.py", "from qgis.PyQt.QtWidgets import QDialog\nfrom ...bridge import layers"),
    ("gui/a.py", "tr('{n} gaps').format(n=n)"),
    ("plugin.py", "from .gui.dock import Dock"),
    ("__init__.py", "def classFactory(iface):\n    from .plugin import BlankSpotPlugin"),
    ("bridge/a.py", "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import pandas"),
)


def _package() -> list[Module]:
    return [
        Module(path.relative_to(PACKAGE).as_posix(), path.read_text(encoding="utf-8"))
        for path in sorted(PACKAGE.rglob("*.py"))
    ]


def _folders(modules: list[Module]) -> dict[str, set[str]]:
    graph: dict[str, set[str]] = {}
    for module in modules:
        graph.setdefault(module.part, set()).update(module.own_parts())
    return graph


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_package_keeps_the_rule(rule):
    assert [sentence for module in _package() for sentence in rule(module)] == []


def test_package_has_no_unknown_part():
    assert {module.part for module in _package()} <= MAY_IMPORT.keys()


def test_no_cycle_between_folders():
    TopologicalSorter(_folders(_package())).prepare()


def test_planted_cycle_is_seen():
    planted = [
        Module("bridge/a.py", "from ..cartography import styles"),
        Module("cartography/a.py", "from ..bridge import layers"),
    ]
    with pytest.raises(ValueError, match="cycle"):
        TopologicalSorter(_folders(planted)).prepare()


@pytest.mark.parametrize(("rule", "path", "source"), PLANTED)
def test_planted_violation_is_seen(rule, path, source):
    assert list(rule(Module(path, source)))


def test_every_rule_has_a_planted_violation():
    assert {rule for rule, _, _ in PLANTED} == set(RULES)


@pytest.mark.parametrize(("path", "source"), FINE)
def test_what_is_allowed_passes(path, source):
    assert [sentence for rule in RULES for sentence in rule(Module(path, source))] == []
