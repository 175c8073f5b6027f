"""The import graph."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.graph import Imports, module_of, reached

KNOWN = {
    "a": Imports(),
    "a.b": Imports(("json", "c.loads"), ("d",)),
    "c": Imports(("a.b",)),
    "d": Imports(),
    "e": Imports(("d",)),
}
NAMES = [*KNOWN, "f", "g"]


@pytest.mark.parametrize(
    ("path", "name"),
    [("a.py", "a"), ("a/b.pyc", "a.b"), ("a/__init__.py", "a"), ("a/b/__init__.pyc", "a.b")],
)
def test_a_path_is_a_module(path: str, name: str) -> None:
    """A package is the module in its folder."""
    assert module_of(path) == name


def test_reaches_all_that_is_imported_and_the_packages_it_is_in() -> None:
    """Round circles too; what is not known is the interpreter's own or not there at all."""
    assert reached(KNOWN, ["a.b"], ()) == {"a", "a.b", "c"}


def test_follows_functions_only_where_they_are_run() -> None:
    """Most of a large library's functions never are."""
    assert reached(KNOWN, ["a.b"], ["a"]) == {"a", "a.b", "c", "d"}


@given(
    st.dictionaries(
        st.sampled_from(NAMES),
        st.lists(st.sampled_from(NAMES)).map(lambda names: Imports(tuple(names))),
    ),
    st.lists(st.sampled_from(NAMES)),
)
def test_whatever_is_reached_has_all_it_imports(
    known: dict[str, Imports], roots: list[str]
) -> None:
    """Nothing in the archive asks for a known module that is not in it."""
    found = reached(known, roots, ())
    assert {root for root in roots if root in known} <= found
    for name in found:
        assert {other for other in known[name].at_once if other in known} <= found
