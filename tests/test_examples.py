"""The example maps open, and are saved again with the same facts."""

import json
from pathlib import Path
from typing import Any

import pytest

from chn_self.domain.personal_map import PersonalMap
from chn_self.files.codec import decode, encode
from tests.maps import EXAMPLES

EACH = pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name.partition(".")[0])


def opened(path: Path) -> PersonalMap:
    """The map in an example."""
    found = decode(path.read_bytes())
    assert isinstance(found, PersonalMap), found
    return found


def answered(value: Any) -> Any:
    """The data without keys that say "not answered": null, or an empty list or object."""
    match value:
        case dict():
            kept = {key: answered(below) for key, below in value.items()}
            return {key: below for key, below in kept.items() if below not in (None, [], {})}
        case list():
            return [answered(item) for item in value]
        case _:
            return value


def test_there_are_six() -> None:
    """A missing example would pass every other test."""
    assert len(EXAMPLES) == 6


@EACH
def test_an_example_is_saved_with_the_same_facts(path: Path) -> None:
    """Every answer in the file is in the file that is saved, and nothing else."""
    assert answered(json.loads(encode(opened(path)))) == answered(json.loads(path.read_bytes()))


@EACH
def test_a_saved_example_opens_as_the_same_map(path: Path) -> None:
    """Opening and saving over and over changes nothing."""
    saved = encode(opened(path))
    assert decode(saved) == opened(path)
    assert encode(opened(path)) == saved


def test_hostile_text_is_kept_as_text() -> None:
    """Markup, formulas, templates and bidirectional overrides are somebody's words like any."""
    (path,) = (path for path in EXAMPLES if path.name.startswith("hostile"))
    map_ = opened(path)
    assert [c.name for c in map_.connections] == [
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        '=HYPERLINK("http://example.invalid")',
        "{{ 7*7 }} ${7*7} \u202egnp.exe",
        "ليلى 🐱\u200d👤",
    ]
    assert [m.text for m in map_.missing] == ["</main><svg onload=alert(1)>"]
