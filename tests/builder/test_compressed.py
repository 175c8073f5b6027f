"""What lies compressed beside a file is that file, and smaller."""

import gzip
import shutil
import subprocess
from pathlib import Path

import pytest

from builder.compressed import compressed

STYLE = b"p { color: red }\n" * 200
FILES = {"assets/app.css": STYLE, "assets/app.js": b"x", "icon.png": STYLE, "py.zip": STYLE}
UNPACK = "process.stdin.pipe(require('node:zlib').createBrotliDecompress()).pipe(process.stdout)"


def test_unpacks_to_the_same(tmp_path: Path) -> None:
    """As gzip and as brotli, by what others unpack them with."""
    made = compressed(FILES, tmp_path)
    assert gzip.decompress(made["assets/app.css.gz"]) == STYLE
    node = shutil.which("node") or ""
    packed = made["assets/app.css.br"]
    told = subprocess.run([node, "-e", UNPACK], input=packed, check=True, capture_output=True)
    assert told.stdout == STYLE


def test_is_there_only_where_it_saves_something(tmp_path: Path) -> None:
    """Not of pictures and archives, nor of a file too small to gain by it."""
    assert {*compressed(FILES, tmp_path)} == {"assets/app.css.gz", "assets/app.css.br"}


def test_is_made_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The largest take half a minute."""
    first = compressed(FILES, tmp_path)
    monkeypatch.setenv("PATH", "")  # where nothing can compress any more
    assert compressed(FILES, tmp_path) == first
