"""The Python of the page: its library, ours and what we need, in the archive that it starts from.

Only what is reached in the import graph goes in, from our own modules, our templates, and what the
interpreter and PyScript import by themselves.
"""

import gzip
import io
import json
import tomllib
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from jinja2 import Environment, ModuleLoader, meta

from builder.compiled import Compiled
from builder.graph import module_of, reached
from builder.paths import CORE, NODE_MODULES, package_folder

PACKAGES = ("networkx", "jinja2", "markupsafe")

# The terminal's own, and tests: never in the page.
_LEFT_OUT = ("tests", "conftest.py", "cli.py", "terminal.py", "__main__.py")

# Packages of which all goes: ours, and what the interpreter imports from within itself.
WHOLE = ("chn_self.", "templates.", "_pyodide.")

# What no import statement of these names: the interpreter starts with these, PyScript's own Python
# imports these, and these are for the traceback of a fault.
STARTING = (
    "encodings.aliases encodings.ascii encodings.cp437 encodings.idna encodings.latin_1 "
    "encodings.utf_8 encodings.utf_8_sig encodings.utf_16 encodings.utf_16_be encodings.utf_16_le "
    "encodings.utf_32 encodings.utf_32_be encodings.utf_32_le site "
    "pyodide.code pyodide.ffi pyodide.http pyodide.webloop pyodide._package_loader "
    "_sysconfigdata__emscripten_wasm32-emscripten sysconfig"
)
PYSCRIPT = "ast asyncio base64 builtins datetime html inspect io json random re tokenize types"
FAULTS = "traceback linecache warnings"

# What the library falls back on where it lacks its parts in C, or runs on another system.
NEVER = (
    "_pydatetime _py_abc _pydecimal asyncio.proactor_events asyncio.windows_events "
    "asyncio.windows_utils encodings._win_cp_codecs"
)

# What only the pages are made of that the build writes: no screen draws on these templates.
PAGES = (
    "away dialog ease erased failed help index loading reader shell starting static worksheet "
    "worksheet_picture"
)

# Whose functions are run here, so that what they import counts as well.
FOLLOWED = (
    *("chn_self", "templates", "jinja2", "markupsafe", "pyodide", "_pyodide"),
    *("importlib", "encodings", *FAULTS.split()),
)


def library() -> dict[str, bytes]:
    """The sources of the library that the page's Python comes with, by path."""
    with zipfile.ZipFile(NODE_MODULES / "pyodide" / "python_stdlib.zip") as opened:
        return {name: opened.read(name) for name in opened.namelist() if name.endswith(".py")}


def needed(made: Mapping[str, Compiled]) -> dict[str, bytes]:
    """The byte code, by path, of what the page can come to need."""
    never = NEVER.split()
    known = {
        name: one.imports for path, one in made.items() if (name := module_of(path)) not in never
    }
    whole = [name for name in known if name.startswith(WHOLE)]
    named = " ".join((STARTING, PYSCRIPT, FAULTS)).split()
    wanted = reached(known, [*whole, *named], FOLLOWED)
    return {path: one.code for path, one in made.items() if module_of(path) in wanted}


def modules() -> dict[str, bytes]:
    """The sources of our modules and of the packages that they need, by path."""
    return {
        path.relative_to(folder.parent).as_posix(): path.read_bytes()
        for folder in (CORE, *map(package_folder, PACKAGES))
        for path in sorted(folder.rglob("*.py"))
        if not any(part in _LEFT_OUT for part in path.relative_to(folder).parts)
    }


def templates(env: Environment) -> dict[str, bytes]:
    """Our templates and all that they draw on, as Python for Jinja's ModuleLoader, by path.

    Those of `PAGES` are left out, unless one that is not draws on them.
    """
    ours = CORE / "templates"
    pages = [f"{name}.jinja" for name in PAGES.split()]
    files = (path.relative_to(ours).as_posix() for path in ours.rglob("*") if path.is_file())
    names = (name for name in files if name not in pages)
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
        for drawn_on in meta.find_referenced_templates(env.parse(found[name])):
            if drawn_on is None:
                raise ValueError(f"{name}: name every template it draws on by a plain text")
            waiting.append(drawn_on)
    return dict(sorted(found.items()))


def toml_as_json(path: Path) -> bytes:
    """A TOML file as compact JSON, which the page reads faster; a date becomes its ISO text."""
    table = tomllib.loads(path.read_text("utf-8"))
    return json.dumps(table, ensure_ascii=False, separators=(",", ":"), default=str).encode()


def archive(files: Mapping[str, bytes]) -> bytes:
    """A plain zip of files by path, as one gzip; the same bytes whenever it is made.

    It is unpacked in the page (`site/boot/archive.js`), so that it is as small from a host that
    compresses nothing, and a sixth smaller than files that are compressed one by one.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        for name, content in sorted(files.items()):
            made.writestr(zipfile.ZipInfo(name), content)
    return gzip.compress(buffer.getvalue(), compresslevel=9, mtime=0)


def unpacked(archive: bytes) -> dict[str, bytes]:
    """The files in an archive, by path."""
    with zipfile.ZipFile(io.BytesIO(gzip.decompress(archive))) as opened:
        return {name: opened.read(name) for name in opened.namelist()}
