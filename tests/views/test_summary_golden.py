"""Every example's summary is, to the byte, the one that was read and found good.

After a change that is meant, look at what `.venv/bin/python -m tests.summaries` changed.
"""

import pytest

from tests.summaries import GOLDEN, golden

FILES = tuple(golden())


@pytest.mark.parametrize(("name", "text"), FILES, ids=[name for name, _ in FILES])
def test_is_as_it_was(name: str, text: str) -> None:
    """The same in a terminal and in the Python of the page, where this test runs too."""
    assert text == (GOLDEN / name).read_text("utf-8")


def test_nothing_else_is_kept() -> None:
    """A file that no example makes would never be looked at again."""
    assert {path.name for path in GOLDEN.iterdir()} == {name for name, _ in FILES}
