"""Files compressed ahead of time, for hosts that send what lies beside a file as it is."""

import hashlib
import tempfile
from collections.abc import Mapping
from pathlib import Path

from builder.node import run
from builder.paths import SITE

COMPRESSOR = SITE / "compress.mjs"
ENDINGS = (".gz", ".br")

# The rest is compressed already.
_WORTH_IT = (
    ".css",
    ".html",
    ".js",
    ".json",
    ".mjs",
    ".svg",
    ".ttf",
    ".txt",
    ".wasm",
    ".webmanifest",
)


def compressed(files: Mapping[str, bytes], cache: Path) -> dict[str, bytes]:
    """Beside each file by its path, `path.gz` and `path.br`, where that saves a tenth or more.

    Each content is compressed once, as small as can be, until it or the compressor changes.
    """
    ground = hashlib.sha256(COMPRESSOR.read_bytes()).digest()
    worth = {path: content for path, content in files.items() if path.endswith(_WORTH_IT)}
    keys = {path: hashlib.sha256(ground + content).hexdigest() for path, content in worth.items()}
    missing = {
        keys[path]: content
        for path, content in worth.items()
        if not all((cache / f"{keys[path]}{ending}").exists() for ending in ENDINGS)
    }
    if missing:
        _compress(missing, cache)
    made = {
        path + ending: (cache / f"{key}{ending}").read_bytes()
        for path, key in keys.items()
        for ending in ENDINGS
    }
    return {
        path: content
        for path, content in made.items()
        if len(content) <= 0.9 * len(files[path.rpartition(".")[0]])
    }


def _compress(contents: Mapping[str, bytes], cache: Path) -> None:
    """Each content by its key, compressed into the cache."""
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=cache) as folder:
        for key, content in contents.items():
            Path(folder, key).write_bytes(content)
        run(COMPRESSOR, Path(folder))
        for key in contents:
            for ending in ENDINGS:
                Path(folder, key + ending).replace(cache / (key + ending))
