"""JSON is read strictly from any bytes, and what cannot be kept is named."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chn_self.files.faults import Fault, Faults, Refusal
from chn_self.files.json_tree import MOST_BYTES, MOST_NESTING, read_tree, tree_faults
from tests.maps import EXAMPLES


def refused(data: bytes) -> tuple[str, str, str]:
    """The problem of the one fault of these bytes, with its line and column."""
    found = read_tree(data)
    assert isinstance(found, Refusal)
    (fault,) = found.faults
    return fault.problem, fault.values.get("line", ""), fault.values.get("column", "")


def named(text: str) -> list[tuple[str, str]]:
    """Where in this JSON what cannot be kept stands, and why."""
    faults = Faults()
    tree_faults(read_tree(text.encode()), faults)
    found = faults.refusal()
    return [(f.where, f.problem) for f in found.faults] if found else []


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(st.characters(codec="utf-8")),
        lambda below: st.lists(below) | st.dictionaries(st.text(), below),
        max_leaves=20,
    )
)
def test_reads_what_json_writes(value: object) -> None:
    """Any JSON within bounds is read as it is."""
    assert read_tree(json.dumps(value).encode()) == value


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", ("empty_file", "", "")),
        (b" \n\t", ("empty_file", "", "")),
        (b"\xef\xbb\xbf", ("empty_file", "", "")),
        (b"\xff\xfe{\x00}\x00", ("not_utf8", "", "")),
        (b'{"a": "\xe9t\xe9"}', ("not_utf8", "", "")),
        (b"\x89PNG\r\n\x1a\n", ("not_utf8", "", "")),
        (b"hello", ("not_a_map", "", "")),
        (b"<!doctype html><p>{", ("not_a_map", "", "")),
        (b"[1, 2", ("not_a_map", "", "")),
        (b'{"a": 1} {"b": 2}', ("not_json", "1", "10")),
        (b"{'a': 1}", ("not_json", "1", "2")),
        (b'{\n "a": 1\n "b": 2\n}', ("not_json", "3", "2")),
        (b'{"a": "two\nlines"}', ("not_json", "1", "11")),
        (b'{"a": 1,}', ("not_json", "1", "9")),
    ],
)
def test_bytes_that_are_no_json_are_refused(data: bytes, problem: tuple[str, str, str]) -> None:
    """What cannot be read is told apart, with line and column where there is a place."""
    assert refused(data)[:1] == problem[:1]
    if problem[0] == "not_json" and data != b'{"a": 1,}':  # Python 3.13 points at the comma
        assert refused(data) == problem


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name.partition(".")[0])
def test_a_file_cut_anywhere_is_said_to_be_cut_off(path: object) -> None:
    """Wherever the end is missing, even within a letter, the file says that it stops too soon."""
    data = path.read_bytes()  # type: ignore[attr-defined]
    step = max(1, len(data) // 150)
    for end in (*range(1, len(data) - 2, step), *_within_letters(data)):
        problem, line, column = refused(data[:end])
        whole = data[:end].decode(errors="ignore")
        assert problem == "cut_off"
        assert int(line) == whole.count("\n") + 1
        assert int(column) == len(whole.rpartition("\n")[2]) + 1


def test_a_file_over_five_megabytes_is_refused() -> None:
    """A file of just five megabytes is still read."""
    assert read_tree(b"1" + b" " * (MOST_BYTES - 1)) == 1
    assert refused(b"1" + b" " * MOST_BYTES)[0] == "too_big"


@pytest.mark.parametrize(
    "data",
    [
        b"[" * 1_000_000,
        b'{"a":' * 100_000,
        b"[" * (MOST_NESTING + 1) + b"]" * (MOST_NESTING + 1),
    ],
)
def test_deep_nesting_is_refused_before_the_stack_ends(data: bytes) -> None:
    """Lists in lists without end are turned away, not tried."""
    assert refused(data)[0] == "too_deep"


def test_brackets_in_texts_are_no_nesting() -> None:
    """A text may hold any brackets and quotes."""
    text = '["\\' * 500
    assert read_tree(json.dumps({"a": text}).encode()) == {"a": text}


def test_quotes_without_end_are_refused_at_once() -> None:
    """A text of escaped quotes that never closes takes no longer than any other."""
    assert refused(b'{"' + b'\\"' * 2_000_000)[0] == "cut_off"


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ('{"a": [1, NaN]}', [("a[1]", "not_a_number")]),
        ('{"a": -Infinity}', [("a", "not_a_number")]),
        ('{"a": 1e999}', [("a", "number_too_big")]),
        (f'{{"a": {"9" * 1001}}}', [("a", "number_too_big")]),
        (f'{{"a": {"9" * 1000}}}', []),
        ('{"a": {"b": 1, "b": 2}}', [("a.b", "written_twice")]),
        ('{"a": "\\ud800"}', [("a", "half")]),
        ('{"a": "\\ud83d\\ude00"}', []),
        ('{"\\udc00": 1}', [('["\\udc00"]', "half")]),
        ('{"a b": {"\\n": [NaN]}}', [('["a b"]["\\n"][0]', "not_a_number")]),
    ],
)
def test_what_cannot_be_kept_is_named(text: str, faults: list[tuple[str, str]]) -> None:
    """A number that is none, a key written twice and half a character are found at any depth."""
    assert named(text) == faults


def test_a_long_key_is_cut_short_in_a_place() -> None:
    """A line about a fault stays a line."""
    ((where, _),) = named(json.dumps({"k" * 5_000: "\ud800"}))
    assert len(where) < 60


def test_only_the_first_fault_at_a_place_is_kept() -> None:
    """One place, one line."""
    faults = Faults()
    faults.note("a", "half")
    faults.note("a", "expected_text")
    assert faults.refusal() == Refusal((Fault("a", "half"),))


def _within_letters(data: bytes) -> list[int]:
    return [i for i, byte in enumerate(data) if 0x80 <= byte < 0xC0][:20]
