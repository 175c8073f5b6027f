"""The licences of everything that is served, for whoever is served it."""

import json
from collections.abc import Iterator
from importlib.metadata import distribution
from pathlib import Path

from builder.paths import ROOT, SITE

PYTHON = ("jinja2", "markupsafe", "networkx", "nhsuk-frontend-jinja")
_RULE = "-" * 78


def licences() -> str:
    """One text: ours, then each part's name, version, licence, home and own wording."""
    ours = f"chn-self\n\n{(ROOT / 'LICENSE').read_text('utf-8')}"
    return f"\n{_RULE}\n\n".join([ours, *_python(), *_npm()])


def _python() -> Iterator[str]:
    for name in PYTHON:
        package = distribution(name)
        about = package.metadata
        licence = about["License-Expression"] or about["License"] or ""
        texts = [
            str(package.locate_file(file)) for file in package.files or () if _is_licence(file.name)
        ]
        yield _entry(name, package.version, licence, "", texts)


def _npm() -> Iterator[str]:
    """Every npm package that is part of what is served: all but those for checking."""
    locked = json.loads((SITE / "package-lock.json").read_text("utf-8"))["packages"]
    for place, entry in sorted(locked.items()):
        if not place or entry.get("dev"):
            continue
        folder = SITE / place
        about = json.loads((folder / "package.json").read_text("utf-8"))
        texts = [str(path) for path in sorted(folder.iterdir()) if _is_licence(path.name)]
        name = place.rpartition("node_modules/")[2]
        yield _entry(
            name, about["version"], about.get("license", ""), about.get("homepage", ""), texts
        )


def _is_licence(name: str) -> bool:
    return name.upper().startswith(("LICENSE", "LICENCE", "NOTICE", "COPYING"))


def _entry(name: str, version: str, licence: str, home: str, texts: list[str]) -> str:
    head = "\n".join(line for line in (f"{name} {version}", licence, home) if line)
    return "\n\n".join([head, *(Path(text).read_text("utf-8") for text in texts)]) + "\n"
