"""Faults of a file in words."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chn_self.files.codec import decode
from chn_self.files.faults import Fault, Refusal
from chn_self.views.faults import fault_text
from tests.summaries import WORDS


def told(map_: object) -> list[str]:
    """What is said about a file with this in it."""
    found = decode(json.dumps(map_).encode())
    assert isinstance(found, Refusal)
    return [fault_text(fault, WORDS) for fault in found.faults]


def test_a_fault_is_told_with_its_place() -> None:
    """The sentence that the design gives as an example."""
    people = [{"id": f"c{i}", "kind": "person", "name": "Sam"} for i in range(4)]
    people[3]["closeness"] = 9  # type: ignore[assignment]
    assert told({"format": "chn-map", "version": 1, "connections": people}) == [
        "connections[3].closeness: expected 1, 2, 3 or nothing"
    ]


def test_a_fault_of_the_whole_file_needs_no_place() -> None:
    """There is none to name."""
    assert told({"format": "something else"}) == ["this is not a map file"]


def test_a_newer_file_is_told_kindly() -> None:
    """It is nobody's fault."""
    assert told({"format": "chn-map", "version": 2}) == [
        "version: this file was made by a newer version of this page"
    ]


def test_the_rest_of_many_faults_is_counted() -> None:
    """Twenty are listed; 30 connections without a kind leave 10."""
    people = [{"id": f"c{i}", "name": "Sam"} for i in range(30)]
    said = told({"format": "chn-map", "version": 1, "connections": people})
    assert len(said) == 21
    assert said[-1] == "and 10 more"


@pytest.mark.parametrize("key", WORDS.under("faults"))
def test_every_fault_is_calm(key: str) -> None:
    """None of them blames anyone, or frightens."""
    text = WORDS.at(f"faults.{key}")
    assert isinstance(text, str)
    assert not re.search(
        "invalid|illegal|fatal|error|fail|corrupt|bad|wrong|broken", text.casefold()
    )


@given(st.text(st.characters(exclude_categories=["Cs"])), st.integers() | st.text(max_size=5))
def test_any_key_of_a_file_can_be_told(key: str, value: object) -> None:
    """Braces in it, too: the place of a fault is no text to be filled in."""
    file = {"format": "chn-map", "version": 1, "connections": [{key: value}]}
    assert all(told(file))
    assert fault_text(Fault("connections[0]{count}", "empty"), WORDS).startswith(
        "connections[0]{count}: "
    )
