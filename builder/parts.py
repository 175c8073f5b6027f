"""The Python parts of the page: which there are, and the one archive that holds them."""

import io
import json
import tomllib
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from jinja2 import Environment, ModuleLoader, meta

from builder.paths import CORE, package_folder

PACKAGES = ("networkx", "jinja2", "markupsafe")

# The terminal's own, and tests: never in the page.
_LEFT_OUT = ("tests", "conftest.py", "cli.py", "__main__.py")


def modules() -> dict[str, bytes]:
    """The sources of our modules and of the packages that they need, by path."""
    return {
        path.relative_to(folder.parent).as_posix(): path.read_bytes()
        for folder in (CORE, *map(package_folder, PACKAGES))
        for path in sorted(folder.rglob("*.py"))
        if not any(part in _LEFT_OUT for part in path.relative_to(folder).parts)
    }


def templates(env: Environment) -> dict[str, bytes]:
    """Our templates and all that they draw on, as Python for Jinja's ModuleLoader, by path."""
    ours = CORE / "templates"
    names = (path.relative_to(ours).as_posix() for path in ours.rglob("*") if path.is_file())
    return {
        f"templates/{ModuleLoader.get_module_filename(name)}": env.compile(
            source, name, raw=True, defer_init=True
        ).encode()
        for name, source in reachable(env, names).items()
    }


def reachable(env: Environment, names: Iterable[str]) -> dict[str, str]:
    """The sources of these templates and of every one that they reach, by name.

    Raises ValueError where a template is named by anything but a plain text: it would be missed.
    """
    found: dict[str, str] = {}
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name in found or env.loader is None:
            continue
        found[name] = env.loader.get_source(env, name)[0]
        for reached in meta.find_referenced_templates(env.parse(found[name])):
            if reached is None:
                raise ValueError(f"{name}: name every template it draws on by a plain text")
            waiting.append(reached)
    return dict(sorted(found.items()))


def toml_as_json(path: Path) -> bytes:
    """A TOML file as compact JSON, which the page reads faster; a date becomes its ISO text."""
    table = tomllib.loads(path.read_text("utf-8"))
    return json.dumps(table, ensure_ascii=False, separators=(",", ":"), default=str).encode()


def archive(files: Mapping[str, bytes]) -> bytes:
    """A zip of files by path: the same bytes for the same files, whenever it is made."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        for name, content in sorted(files.items()):
            made.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED, compresslevel=9)
    return buffer.getvalue()
