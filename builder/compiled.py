"""Python compiled ahead of time for the page, by the very Python that runs there."""

import hashlib
import json
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from builder.graph import Imports
from builder.node import run
from builder.paths import NODE_MODULES, ROOT, SITE

COMPILER = SITE / "compile.mjs"
IMPORTS = ROOT / "builder" / "imports.py"


@dataclass(frozen=True, slots=True)
class Compiled:
    """The byte code of a module, and what it imports."""

    code: bytes
    imports: Imports


def compiled(sources: Mapping[str, bytes], cache: Path) -> dict[str, Compiled]:
    """Sources by name, compiled: `a/b.py` becomes `a/b.pyc`.

    Each is compiled once, until it, its name, the compiler or the runtime changes.
    """
    runtime = (NODE_MODULES / "pyodide" / "package.json").read_bytes()
    ground = COMPILER.read_bytes() + IMPORTS.read_bytes() + runtime
    kept = {name: cache / _key(ground, name, source) for name, source in sources.items()}
    missing = {name: source for name, source in sources.items() if not kept[name].exists()}
    if missing:
        cache.mkdir(parents=True, exist_ok=True)
        for name, said, code in _compile(missing):
            kept[name].write_bytes(said + b"\n" + code)
    return {f"{name}c": _read(path.read_bytes()) for name, path in kept.items()}


def _read(content: bytes) -> Compiled:
    said, _, code = content.partition(b"\n")
    found = json.loads(said)
    return Compiled(code, Imports(tuple(found["at_once"]), tuple(found["later"])))


def _key(ground: bytes, name: str, source: bytes) -> str:
    key = hashlib.sha256()
    for part in (ground, name.encode(), source):
        key.update(hashlib.sha256(part).digest())
    return key.hexdigest()


def _compile(sources: Mapping[str, bytes]) -> Iterator[tuple[str, bytes, bytes]]:
    """Each name with what it imports, as JSON on one line, and its byte code."""
    with tempfile.TemporaryDirectory() as folder:
        before, after = Path(folder, "before"), Path(folder, "after")
        for name, source in sources.items():
            for path in (before / name, after / name):
                path.parent.mkdir(parents=True, exist_ok=True)
            (before / name).write_bytes(source)
        run(COMPILER, IMPORTS.parent, before, after)
        for name in sources:
            made = after / name
            yield (
                name,
                made.with_suffix(".json").read_bytes(),
                made.with_suffix(".pyc").read_bytes(),
            )
