"""CSV that says what was said, to every program that reads it."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chn_self.files.exports.table import table
from tests.maps import texts


def rows_of(made: bytes) -> list[list[str]]:
    """The cells, as Python's own reader has them."""
    return [*csv.reader(io.StringIO(made.decode(), newline=""))]


def test_columns_then_rows() -> None:
    """Lines end as RFC 4180 has them; an empty cell is what a row lacks."""
    made = table(("a", "b", "c"), [{"a": 1, "c": True}, {"b": "x;y", "c": False}])
    assert made == b"a,b,c\r\n1,,true\r\n,x;y,false\r\n"


@pytest.mark.parametrize("name", ["=1+1", "+44", "-2", "@sum", "\t=1", "\r=1", "\n=1"])
def test_a_formula_is_text(name: str) -> None:
    """What begins as one has an apostrophe before it, which spreadsheets take as: this is text."""
    assert rows_of(table(("a",), [{"a": name}])) == [["a"], [f"'{name}"]]


@given(st.lists(st.fixed_dictionaries({"a": texts(), "b": st.none() | texts()}), max_size=4))
def test_reads_back_equal(rows: list[dict[str, str | None]]) -> None:
    """Whatever is in a text, but for the apostrophe before a formula; no cell begins as one."""
    _, *found = rows_of(table(("a", "b"), rows))
    plain = [[cell.removeprefix("'") for cell in row] for row in found]
    assert plain == [[(row[key] or "").removeprefix("'") for key in ("a", "b")] for row in rows]
    assert not [cell for row in found for cell in row if cell.startswith(("=", "+", "-", "@"))]
