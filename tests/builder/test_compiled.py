"""Python compiled for the page: by its own runtime, once."""

from pathlib import Path

import pytest

from builder import compiled as module
from builder.compiled import Compiled, compiled
from builder.graph import Imports

SOURCES = {
    "_pyodide/c.py": b'"""Say."""\n',
    "chn_self/a.py": b'"""Say."""\nassert 1\n',
    "other/b.py": b'"""Say."""\nx = 1\n',
}

# CPython's Lib/importlib/_bootstrap_external.py: 3.14 writes 3627 in two bytes, then CR LF.
MAGIC_OF_3_14 = (3627).to_bytes(2, "little") + b"\r\n"

# PEP 552: bit 0 says that the file goes by its source's hash, bit 1 that someone must check it.
BY_HASH_UNCHECKED = (1).to_bytes(4, "little")


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where what was compiled is kept."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="module")
def made(cache: Path) -> dict[str, Compiled]:
    """Both sources, compiled."""
    return compiled(SOURCES, cache)


def test_is_for_the_python_of_the_page(made: dict[str, Compiled]) -> None:
    """Another version's byte code would not import, and one with a date would differ each time."""
    for one in made.values():
        assert one.code[:4] == MAGIC_OF_3_14
        assert one.code[4:8] == BY_HASH_UNCHECKED


def test_is_named_to_be_imported_without_its_source(made: dict[str, Compiled]) -> None:
    """`a.py` becomes `a.pyc` in the same place."""
    assert set(made) == {"_pyodide/c.pyc", "chn_self/a.pyc", "other/b.pyc"}


def test_is_the_same_every_time_and_nowhere_says_where_it_was_made(
    made: dict[str, Compiled], tmp_path: Path
) -> None:
    """Two builds agree, on any machine."""
    assert compiled(SOURCES, tmp_path) == made
    for one in made.values():
        assert b"/tmp" not in one.code
        assert b"/from" not in one.code


def test_docstrings_go_but_for_those_that_are_read(made: dict[str, Compiled]) -> None:
    """Nobody reads them in the page, but Pyodide its own; see compile.mjs."""
    assert b"Say." in made["_pyodide/c.pyc"].code
    assert b"Say." not in made["chn_self/a.pyc"].code
    assert b"Say." not in made["other/b.pyc"].code


def test_says_what_each_imports(cache: Path) -> None:
    """With itself, and once a function of it runs."""
    source = b"import json\ndef f():\n    from . import other\n"
    [one] = compiled({"a/b.py": source}, cache).values()
    assert one.imports == Imports(("json",), ("a", "a.other"))


@pytest.mark.usefixtures("made")
def test_compiles_only_what_has_changed(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A rebuild after a small change does not wait for networkx again."""
    asked: list[str] = []

    def instead(sources: dict[str, bytes]) -> list[tuple[str, bytes, bytes]]:
        asked.extend(sources)
        return [(name, b'{"at_once": ["x"], "later": []}', b"new\n") for name in sources]

    monkeypatch.setattr(module, "_compile", instead)
    changed = compiled({**SOURCES, "other/b.py": b"x = 2\n"}, cache)
    assert asked == ["other/b.py"]
    assert changed["other/b.pyc"] == Compiled(b"new\n", Imports(("x",)))


def test_says_where_a_source_cannot_be_compiled(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """The fault is told by the compiler, in a few lines."""
    with pytest.raises(Exception, match=r"compile\.mjs"):
        compiled({"chn_self/a.py": b"def\n"}, tmp_path)
    assert "chn_self/a.py" in (told := capfd.readouterr().err)
    assert len(told) < 5_000
