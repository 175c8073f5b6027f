"""What a map file may hold: hostile text is kept as it is, or refused with its place and why."""

import json
from pathlib import Path

import pytest

from chn_self import cli
from chn_self.app import messages as m
from chn_self.app.effects import Focus
from chn_self.app.records import message
from chn_self.app.state import State
from chn_self.app.update import update
from chn_self.domain.personal_map import PersonalMap
from chn_self.files.codec import decode, encode
from chn_self.files.faults import Refusal
from chn_self.views.faults import fault_text
from tests.hostile.corpus import CORPUS, FAMILIES, LINES, refused, some, tidied
from tests.hostile.filled import OBJECTS, PLACES, at, opened, put, tree
from tests.summaries import WORDS

MINE = State(map=PersonalMap(id="mine", hope="mine"))
IDS = ("id", "connections[0].id", "reflections[0].prompt", "reflections[0].about[0]")


@pytest.mark.parametrize(("number", "place"), [*enumerate(PLACES)])
def test_each_text_in_each_place_is_kept_or_refused(number: int, place: str) -> None:
    """As the design says of that place, whatever else the text may look like."""
    limit, one_line = PLACES[place]
    for text in some(CORPUS, 4, number):
        file = tree()
        put(file, place, text)
        found = decode(json.dumps(file).encode())
        rule = refused(text, limit, one_line=one_line)
        if rule is None:
            assert isinstance(found, PersonalMap), (text, found)
            kept = text if place in IDS else tidied(text)
            assert at(json.loads(encode(found)), place) == kept
            assert decode(encode(found)) == found
        else:
            assert isinstance(found, Refusal), (text, rule)
            assert [(f.where, f.problem) for f in found.faults] == [(place, rule)]


@pytest.mark.parametrize(("number", "place"), [*enumerate(("", *OBJECTS))])
def test_unknown_keys_are_kept_as_they_are(number: int, place: str) -> None:
    """Whatever they are called and hold; only half a character cannot be written down again."""
    for text in some(CORPUS, 4, number):
        file = tree()
        (at(file, place) if place else file)[text] = {"deep": [text]}
        found = decode(json.dumps(file).encode())
        if text in FAMILIES["half"]:
            assert isinstance(found, Refusal)
            assert {fault.problem for fault in found.faults} == {"half"}
        else:
            assert isinstance(found, PersonalMap), (text, found)
            again = json.loads(encode(found))
            assert (at(again, place) if place else again)[text] == {"deep": [text]}


def test_what_is_said_of_a_refused_file_is_one_plain_line() -> None:
    """It quotes odd keys of the file, so that they can be found, but escaped and cut short."""
    for text in CORPUS:
        file = tree()
        file["connections"][0][text] = [float("nan")]
        found = decode(json.dumps(file).encode())
        assert isinstance(found, Refusal)
        for line in (fault_text(fault, WORDS) for fault in found.faults):
            assert line.isprintable(), (text, line)
            assert len(line) < 600


def test_a_refused_file_changes_nothing() -> None:
    """The map in memory is the very same, and the screen has a reason to show."""
    for text in (*FAMILIES["control"], *FAMILIES["half"]):
        file = tree()
        put(file, "connections[0].name", text)
        after, _ = update(MINE, m.Opened(json.dumps(file).encode()))
        assert after.map is MINE.map
        assert after.faults


def test_a_text_that_is_pasted_as_a_map_is_refused() -> None:
    """The box for a pasted map is a file by another way: nothing in it is ever shown or kept."""
    for text in CORPUS:
        pasted = message({"press": "paste-map", "of": "map", "text": text}, "s")
        assert pasted is not None
        after, effects = update(MINE, pasted)
        assert after.map is MINE.map
        assert after.faults
        assert text not in [fault_text(fault, WORDS) for fault in after.faults]
        assert effects == (Focus("faults"),)


def test_texts_that_look_like_keys_and_classes_stay_texts() -> None:
    """Ids and keys that mean something to a language mean nothing here."""
    for text in ("__proto__", "constructor", "toString", "__class__", "null"):
        file = tree()
        put(file, "connections[0].id", text)
        assert opened(file).connections[0].id == text


def test_the_terminal_says_one_plain_line_a_fault(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Whatever is in the file, whatever it is called, and whatever else is asked of it."""
    file = tree()
    for number, text in enumerate(CORPUS):
        file[f"{number}{text}"] = float("nan")
    bad = tmp_path / "bad.chn.json"
    bad.write_text(json.dumps(file))
    asked = [["check", str(bad)]]
    asked += [["check", str(tmp_path / text.replace("/", "|"))] for text in some(LINES, 20)]
    for text in some(LINES, 20):
        # Before any file is looked at: the parser's own words.
        asked += [["summary", str(bad), "--to", text], ["summary", str(bad), "--only", text]]
        asked += [["summary", str(bad), "--to", "text", "--names", text], ["nothing", text]]
    for argv in asked:
        assert exit_code(argv) == 2
        printed = capfd.readouterr()
        assert printed.out == ""
        lines = printed.err.removesuffix("\n").split("\n")
        assert [line for line in lines if not line or not line.isprintable()] == []


def exit_code(argv: list[str]) -> int | str | None:
    """How a command ends; the parser ends it by itself."""
    try:
        return cli.main(argv)
    except SystemExit as stop:
        return stop.code
