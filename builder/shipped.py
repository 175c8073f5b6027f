"""The parts of others in what is served, as their packages and the lock files tell of them."""

import base64
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageMetadata, distribution
from pathlib import Path
from urllib.parse import quote

from builder.paths import NODE_MODULES, ROOT, SITE

PYTHON = ("jinja2", "markupsafe", "networkx", "nhsuk-frontend-jinja")

_CLASSIFIED = "License :: OSI Approved :: "


@dataclass(frozen=True, slots=True)
class Part:
    """A package: `licence` in its own words, `texts` the files it tells its terms in.

    `purl` is its address among all packages (Package URL); `hashes` are digests of what was
    published, as hexadecimal digits by the name of the algorithm, one for each form of it.
    """

    name: str
    version: str
    licence: str
    home: str
    texts: tuple[Path, ...]
    purl: str
    hashes: tuple[tuple[str, str], ...]


def shipped() -> Iterator[Part]:
    """Every part: of Python, of npm but for what only checks, and the Python in one of those."""
    yield from _python()
    yield from _npm()
    yield _interpreter()


def _python() -> Iterator[Part]:
    locked = (ROOT / "requirements.lock").read_text("utf-8")
    for name in PYTHON:
        package = distribution(name)
        texts = [
            Path(str(package.locate_file(file)))
            for file in package.files or ()
            if _is_licence(file.name)
        ]
        hashes = re.findall(r"--hash=sha256:([0-9a-f]{64})", _locked(locked, name))
        yield Part(
            name,
            package.version,
            _licence(package.metadata),
            "",
            tuple(texts),
            f"pkg:pypi/{name}@{package.version}",
            tuple(("SHA-256", digest) for digest in hashes),
        )


def _locked(lock: str, name: str) -> str:
    """The lines of one package."""
    found = re.search(rf"^{re.escape(name)}==.*?(?=^\S|\Z)", lock, re.MULTILINE | re.DOTALL)
    return found[0] if found else ""


def _licence(about: PackageMetadata) -> str:
    classified = (
        value.removeprefix(_CLASSIFIED)
        for value in about.get_all("Classifier") or ()
        if value.startswith(_CLASSIFIED)
    )
    return about["License-Expression"] or about["License"] or next(classified, "")


def _npm() -> Iterator[Part]:
    locked = json.loads((SITE / "package-lock.json").read_text("utf-8"))["packages"]
    for place, entry in sorted(locked.items()):
        if not place or entry.get("dev"):
            continue
        folder = SITE / place
        about = json.loads((folder / "package.json").read_text("utf-8"))
        name, version = place.rpartition("node_modules/")[2], about["version"]
        algorithm, _, digest = entry["integrity"].partition("-")
        yield Part(
            name,
            version,
            about.get("license", ""),
            about.get("homepage", ""),
            tuple(path for path in sorted(folder.iterdir()) if _is_licence(path.name)),
            f"pkg:npm/{quote(name)}@{version}",
            ((algorithm.upper().replace("SHA", "SHA-"), base64.b64decode(digest).hex()),),
        )


def _interpreter() -> Part:
    """Python itself, as whoever looks for known faults has to know its version."""
    lock = json.loads((NODE_MODULES / "pyodide" / "pyodide-lock.json").read_text("utf-8"))
    version = lock["info"]["python"]
    purl = f"pkg:generic/python@{version}"
    home = "https://docs.python.org/3/license.html"
    return Part("python", version, "Python-2.0", home, (), purl, ())


def _is_licence(name: str) -> bool:
    return name.upper().startswith(("LICENSE", "LICENCE", "NOTICE", "COPYING"))
