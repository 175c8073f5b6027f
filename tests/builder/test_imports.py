"""What a module imports, from its source."""

import pytest

from builder.imports import imports


def _found(source: str, *, is_package: bool = False) -> dict[str, list[str]]:
    return imports(source, "a.b.c", is_package=is_package)


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("import json", ["json"]),
        ("import os.path as p, re", ["os.path", "re"]),
        ("from json import loads", ["json", "json.loads"]),
        ("from . import x", ["a.b", "a.b.x"]),
        ("from ..x import y", ["a.x", "a.x.y"]),
        ("try:\n    import x\nexcept ImportError:\n    import y", ["x", "y"]),
        ("class A:\n    import x", ["x"]),
    ],
)
def test_all_that_comes_with_the_module(source: str, names: list[str]) -> None:
    """However it is written, and where it stands; a name may be a module's or not."""
    assert _found(source) == {"at_once": names, "later": []}


def test_in_a_package_the_names_are_its_own() -> None:
    """In `__init__.py` a dot is the package itself."""
    assert _found("from . import x", is_package=True)["at_once"] == ["a.b.c", "a.b.c.x"]


def test_what_functions_import_comes_later() -> None:
    """It is needed only once one runs."""
    source = "def f():\n    import x\n    def g():\n        from y import z"
    assert _found(source) == {"at_once": [], "later": ["x", "y", "y.z"]}


@pytest.mark.parametrize(
    "test", ["TYPE_CHECKING", "typing.TYPE_CHECKING", "__name__ == '__main__'"]
)
def test_what_never_runs_here_is_left_out(test: str) -> None:
    """What is for type checkers, or for a module that is run by itself; not its `else`."""
    assert _found(f"if {test}:\n    import x\nelse:\n    import y")["at_once"] == ["y"]
