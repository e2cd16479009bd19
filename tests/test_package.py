# SPDX-License-Identifier: GPL-2.0-or-later
"""The ZIP as users get it: all that belongs in it, and nothing the repository refuses."""

from __future__ import annotations

import configparser
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "blankspot_plugin"
# Refused by plugins.qgis.org.
REFUSED = {".exe", ".dll", ".so", ".sh", ".bat", ".cmd", ".pyc"}
LIMIT = 25_000_000
REQUIRED = {
    "about",
    "author",
    "description",
    "email",
    "name",
    "qgisminimumversion",
    "repository",
    "tracker",
    "version",
}


def _make(folder: Path) -> Path:
    script = ROOT / "scripts" / "package.py"
    options = [f"--dist={folder}", f"--staged={folder / 'staged'}"]
    subprocess.run([sys.executable, str(script), *options], check=True)
    (path,) = folder.glob("*.zip")
    return path


@pytest.fixture(scope="module")
def package(tmp_path_factory):
    return _make(tmp_path_factory.mktemp("package"))


@pytest.fixture(scope="module")
def archive(package):
    with zipfile.ZipFile(package) as opened:
        yield opened


@pytest.fixture(scope="module")
def names(archive):
    """The files in the ZIP, by their path inside the plugin's folder."""
    return {name.partition("/")[2] for name in archive.namelist()}


@pytest.fixture(scope="module")
def metadata(archive):
    parser = configparser.ConfigParser(interpolation=None)
    parser.read_string(archive.read("blankspot_plugin/metadata.txt").decode("utf-8"))
    return parser["general"]


def test_one_top_folder(archive):
    assert {name.partition("/")[0] for name in archive.namelist()} == {"blankspot_plugin"}


def test_name_carries_the_version(package, metadata):
    assert package.name == f"blankspot_plugin-{metadata['version']}.zip"


def test_same_bytes_again(package, tmp_path):
    assert _make(tmp_path).read_bytes() == package.read_bytes()


def test_small_enough(package):
    assert package.stat().st_size <= LIMIT


def test_nothing_refused(names):
    assert {name for name in names if Path(name).suffix in REFUSED} == set()


def test_no_tests_and_nothing_hidden(names):
    parts = {part for name in names for part in Path(name).parts}
    assert not [part for part in parts if part.startswith((".", "test", "__pycache__"))]


def test_license_is_gpl_2(archive):
    text = archive.read("blankspot_plugin/LICENSE").decode("utf-8")
    assert "GNU GENERAL PUBLIC LICENSE" in text
    assert "Version 2, June 1991" in text


def test_every_module(names):
    modules = {path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py")}
    assert modules == {name for name in names if name.endswith(".py")}


@pytest.mark.parametrize("folder", ["icons", "styles", "layouts", "help", "models", "sample"])
def test_every_resource(names, folder):
    # An open GeoPackage has a journal beside it, which is no part of it.
    resources = {
        path.relative_to(PACKAGE).as_posix()
        for path in (PACKAGE / "resources" / folder).rglob("*")
        if path.is_file() and not path.name.endswith(("-wal", "-shm", "-journal"))
    }
    assert resources <= names


def test_every_translation(names):
    sources = {path.stem for path in (ROOT / "i18n").glob("*.ts")}
    assert sources == {Path(name).stem for name in names if name.endswith(".qm")}


def test_icons_compiled(archive):
    # "qres" is how Qt knows a binary resource.
    assert archive.read("blankspot_plugin/resources/resources.rcc").startswith(b"qres")


def test_every_icon_in_the_manifest():
    manifest = (ROOT / "resources.qrc").read_text(encoding="utf-8")
    icons = (PACKAGE / "resources" / "icons").glob("*.svg")
    assert [path.name for path in icons if f"/{path.name}<" not in manifest] == []


def test_metadata_complete(metadata):
    assert {key for key in REQUIRED if not metadata.get(key, "").strip()} == set()
    assert metadata["name"] == "Blank Spot"
    assert metadata["category"] == "Analysis"
    assert metadata["hasprocessingprovider"] == "yes"
    assert metadata["qgisminimumversion"] == "3.22"
    assert metadata["qgismaximumversion"] == "4.99"


def test_metadata_icon_is_there(names, metadata):
    assert metadata["icon"] in names


def test_changelogs_agree(metadata):
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"## [{metadata['version']}]" in changelog
    assert metadata["changelog"].startswith(metadata["version"])
