"""What is handed over holds hostile texts as text: as a page, plain text, data, a map file."""

import base64
import hashlib
import json
import re
import unicodedata
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from chn_self import cli
from chn_self.files.codec import decode, encode
from chn_self.views.summary_facts import Summary
from tests.hostile.alike import assert_alike
from tests.hostile.corpus import LINES, some
from tests.hostile.filled import MOST_LINES, Given, Pair, pair
from tests.summaries import EVERYTHING, FORMATS, summary_of
from tests.views.shown import Shown

EACH = pytest.mark.parametrize("turn", some(range(len(LINES)), MOST_LINES))

# What a line is broken at, and the marks of direction, which go on from line to line.
_MARKS = re.compile("[\\s\u202a-\u202e\u2066-\u2069]+")


def both(found: Pair) -> tuple[Summary, Summary]:
    """The summary with everything in it, of the hostile map and of its twin."""
    (words, twin), _ = found.words
    return (
        summary_of(found.map, replace(EVERYTHING, words=words)),
        summary_of(found.twin, replace(EVERYTHING, words=twin)),
    )


@EACH
def test_nothing_breaks_out_of_the_page(turn: int) -> None:
    """The same elements, attributes and texts, with each text where its twin is, to the letter."""
    found = pair(turn)
    hostile, twin = map(FORMATS["html"], both(found))
    assert_alike(hostile, twin, found.given)


@EACH
def test_its_own_policy_allows_its_one_style_and_no_more(turn: int) -> None:
    """So that even markup that got through would fetch and run nothing."""
    page = Shown(FORMATS["html"](both(pair(turn))[0]))
    style = page.one("style")
    digest = base64.b64encode(hashlib.sha256("".join(style.texts).encode()).digest()).decode()
    (policy,) = page.all("meta", http_equiv="Content-Security-Policy")
    assert policy.get("content") == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )
    assert not page.all("script", "iframe", "object", "embed", "link", "base", "form", "a", "img")
    assert not [name for e in page.elements for name in e.attributes if name.startswith("on")]


@EACH
def test_every_text_is_where_its_twin_is_in_the_data(turn: int) -> None:
    """The JSON has the same keys, and reads back to the very texts."""
    found = pair(turn)
    hostile, twin = (json.loads(FORMATS["json"](made)) for made in both(found))
    assert hostile == _back(twin, found.given)


def _back(value: object, given: Given) -> object:
    match value:
        case str():
            return given.back(value)
        case list():
            return [_back(item, given) for item in value]
        case dict():
            return {key: _back(item, given) for key, item in value.items()}
        case _:
            return value


@EACH
def test_plain_text_says_the_same_and_has_the_same_headings(turn: int) -> None:
    """Nothing of a person's can pass for a heading, or for a line of ours."""
    found = pair(turn)
    hostile, twin = map(FORMATS["txt"], both(found))
    assert _MARKS.sub("", hostile) == _MARKS.sub("", found.given.back(twin))
    assert headings(hostile) == headings(twin)
    ours = {line for line in twin.split("\n") if not re.search(r"qz\d+zq", line)}
    for line in hostile.split("\n"):
        starts = line.startswith(("- ", "  ")) or re.match(r"[\w ,’-]+: ", line)
        assert line in ours or starts, line


def headings(text: str) -> list[str]:
    """Every line with a rule under it."""
    lines = text.split("\n")
    return [a for a, b in pairwise(lines) if re.fullmatch("[-=]{3,}", b)]


@EACH
def test_no_line_of_plain_text_turns_round_what_is_not_its_own(turn: int) -> None:
    """Whatever could turn the direction stands in an isolate, which ends on the same line."""
    for line in FORMATS["txt"](both(pair(turn))[0]).split("\n"):
        depth = 0
        for mark in line:
            if mark in "\u2066\u2067\u2068":
                depth += 1
            elif mark == "\u2069":
                depth -= 1
            elif unicodedata.bidirectional(mark) in {"R", "AL", "AN", "RLE", "LRE", "RLO", "LRO"}:
                assert depth > 0, ascii(line)
            assert depth >= 0, ascii(line)
        assert depth == 0, ascii(line)


@EACH
def test_a_map_file_has_every_text_and_opens_again(turn: int) -> None:
    """To the letter, ids and all; and its JSON is the text that a reader elsewhere would get."""
    found = pair(turn)
    assert decode(encode(found.map)) == found.map
    assert decode(json.dumps(json.loads(encode(found.map))).encode()) == found.map


def test_the_terminal_makes_the_same(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """A file full of them is good input: exit 0, and nothing on standard error."""
    found = pair(0)
    file = tmp_path / "map.chn.json"
    file.write_bytes(encode(found.map))
    assert cli.main(["check", str(file)]) == cli.main(["type", str(file)]) == 0
    for to in ("html", "text", "json"):
        assert cli.main(["summary", str(file), "--to", to, "--names", "full"]) == 0
        assert capfd.readouterr().err == ""
