# SPDX-License-Identifier: GPL-2.0-or-later
"""Collect the strings of the package into ``i18n/*.ts`` and compile them.

Every string goes through the bare ``tr()``, which pylupdate5 files under ``@default``.
"""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import build

LANGUAGES = ("id",)
FOLDER = build.ROOT / "i18n"


def update(language: str, folder: Path = FOLDER) -> Path:
    """Bring the ``.ts`` file of a language up to date with the sources; return its path."""
    target = folder / f"blankspot_{language}.ts"
    target.parent.mkdir(exist_ok=True)
    package = build.ROOT / build.NAME
    sources = sorted([*package.rglob("*.py"), *package.rglob("*.ui")])
    names = [str(path.relative_to(build.ROOT)) for path in sources]
    command = [build.qt_tool("pylupdate5"), "-noobsolete", *names]
    subprocess.run([*command, "-ts", str(target)], cwd=build.ROOT, check=True)
    # Line numbers would change the file with every edit of any source.
    text = re.sub(r"\s*<location [^>]*/>", "", target.read_text(encoding="utf-8"))
    target.write_text(text, encoding="utf-8")
    return target


def main() -> None:
    """Update and compile every language."""
    for language in LANGUAGES:
        path = update(language)
        build.compile_translation(path, path.parent)
        text = path.read_text(encoding="utf-8")
        unfinished = text.count('type="unfinished"')
        print(f"{path.name}: {text.count('<message>')} strings, {unfinished} without translation")


if __name__ == "__main__":
    main()
