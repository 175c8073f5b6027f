"""Python compiled ahead of time for the page, by the very Python that runs there."""

import hashlib
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from builder.paths import NODE_MODULES, SITE

COMPILER = SITE / "compile.mjs"


def compiled(sources: Mapping[str, bytes], cache: Path) -> dict[str, bytes]:
    """Sources by name, compiled: `a/b.py` becomes `a/b.pyc`.

    Each is compiled once, until it, its name, the compiler or the runtime changes.
    """
    ground = COMPILER.read_bytes() + (NODE_MODULES / "pyodide" / "package.json").read_bytes()
    kept = {name: cache / f"{_key(ground, name, source)}.pyc" for name, source in sources.items()}
    missing = {name: source for name, source in sources.items() if not kept[name].exists()}
    if missing:
        cache.mkdir(parents=True, exist_ok=True)
        for name, content in _compile(missing):
            kept[name].write_bytes(content)
    return {f"{name}c": path.read_bytes() for name, path in kept.items()}


def _key(ground: bytes, name: str, source: bytes) -> str:
    key = hashlib.sha256()
    for part in (ground, name.encode(), source):
        key.update(hashlib.sha256(part).digest())
    return key.hexdigest()


def _compile(sources: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    node = shutil.which("node")
    if node is None:
        raise FileNotFoundError("node: not found; it is needed to build the site")
    with tempfile.TemporaryDirectory() as folder:
        before, after = Path(folder, "before"), Path(folder, "after")
        after.mkdir()
        for name, source in sources.items():
            path = before / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(source)
        subprocess.run([node, COMPILER, before, after], check=True)
        for name in sources:
            yield name, (after / f"{name}c").read_bytes()
