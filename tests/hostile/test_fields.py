"""Whatever is typed is kept as it was, but for what no file can hold, and shows as it was typed."""

import json
import re
from collections.abc import Callable
from html import escape

import pytest

from chn_self.app import messages as m
from chn_self.app.effects import DownloadSealed, Shelve, Unseal
from chn_self.app.kept import Asking
from chn_self.app.records import message, place
from chn_self.app.state import State
from chn_self.app.steps import Place, Step
from chn_self.app.update import update
from chn_self.domain.connection import Kind
from chn_self.domain.personal_map import NextStep, PersonalMap
from chn_self.domain.prompts import prompts
from chn_self.domain.text import TextProblem, TextRule
from chn_self.files.codec import decode, encode
from chn_self.files.envelope import Envelope, Header
from chn_self.views.render import dom_id
from tests.hostile.corpus import CORPUS, FAMILIES, refused, some, tidied
from tests.hostile.filled import opened, tree
from tests.views.shown import Shown, html_of

MAP = opened(tree())
FIRST = prompts(MAP)[0]
REFLECTION = f"reflection/{json.dumps([FIRST.key, FIRST.about])}"

# Every field that a person can type into: its name, the screen it is on, and what the map then
# says. A name is one line of 80 characters, a note has 500, all others 2,000.
Says = Callable[[PersonalMap], str | None]
FIELDS: dict[str, tuple[Place, Says]] = {
    "name/c1": (Place(Step.PEOPLE, 0, "c1"), lambda map_: map_.connections[1].name),
    "note/c1": (Place(Step.PEOPLE, 0, "c1"), lambda map_: map_.connections[1].note),
    "me_there/c1": (Place(Step.DETAILS, 10), lambda map_: map_.connections[1].me_there),
    "hope": (Place(Step.MISSING, 1), lambda map_: map_.hope),
    "own_words": (Place(Step.TYPE), lambda map_: map_.type_view.own_words),
    "missing/0": (Place(Step.MISSING), lambda map_: map_.missing[0].text),
    "step/what": (Place(Step.NEXT_STEP), lambda map_: (map_.next_step or NextStep()).what),
    "step/who": (Place(Step.NEXT_STEP), lambda map_: (map_.next_step or NextStep()).who),
    "step/when": (Place(Step.NEXT_STEP), lambda map_: (map_.next_step or NextStep()).when),
    REFLECTION: (
        Place(Step.REFLECT),
        lambda map_: next((r.text for r in map_.reflections if r.prompt == FIRST.key), None),
    ),
}
# Those whose text is elsewhere than on the map: with the choices, or in a box until it is added.
BESIDE = {
    "share/words": Place(Step.SUMMARY),
    "share/talk/0": Place(Step.SUMMARY),
    "add/person": Place(Step.PEOPLE),
    "missing/new": Place(Step.MISSING),
}

_DROPPED = dict.fromkeys((*range(9), *range(0x0E, 0x20), *range(0x7F, 0x85), *range(0x86, 0xA0)))
_DROPPED |= dict.fromkeys(range(0xD800, 0xE000))
_LINE_ENDS = dict.fromkeys((0x0B, 0x0C, 0x0D, 0x85), "\n")


def kept(text: str, *, one_line: bool = False) -> str:
    """What the design keeps of a text: no half characters and controls; line ends are one sort."""
    if one_line:
        text = re.sub("[\t-\r\x1c-\x1f\x85]+", " ", text)
    return tidied(text.translate(_LINE_ENDS).translate(_DROPPED))


def typed(field: str, text: str, at: Place) -> State:
    """A visit after this was typed into the field."""
    state, _ = update(State(MAP, at, type_shown=at.step == Step.TYPE), m.Typed(field, text))
    return state


@pytest.mark.parametrize("field", FIELDS)
def test_the_map_has_what_was_typed_or_the_field_has_it_still(field: str) -> None:
    """Either the text, as a map keeps it, or the map as it was and a reason under the field."""
    at, says = FIELDS[field]
    limit = {"name/c1": 80, "note/c1": 500}.get(field, 2_000)
    for text in CORPUS:
        state = typed(field, text, at)
        wanted = kept(text, one_line=field == "name/c1")
        assert state.drafts[field].text == text
        if refused(wanted, limit, one_line=field == "name/c1"):
            assert state.map == MAP
            assert state.drafts[field].problem
        else:
            assert (says(state.map) or "") == wanted
            assert decode(encode(state.map)) == state.map


@pytest.mark.parametrize(("number", "field"), [*enumerate((*FIELDS, *BESIDE))])
def test_a_field_shows_every_letter_and_nothing_more(number: int, field: str) -> None:
    """Each on its own screen, which is made of what it is with a harmless text."""
    at = BESIDE[field] if field in BESIDE else FIELDS[field][0]
    for text in some(CORPUS, 20, number):
        state = typed(field, text, at)
        problem = state.drafts[field].problem
        other = typed(field, harmless(kept(text), problem), at)
        page, plain = Shown(html_of(state)), Shown(html_of(other))
        box = page.one("input", "textarea", id=dom_id(field))
        assert box.get("data-field") == field
        assert (box.get("value") if box.tag == "input" else "".join(box.texts)) == text
        assert kinds(page) == kinds(plain)


def harmless(kept_: str, problem: TextProblem | None) -> str:
    """A harmless text that comes to as much: to something, to nothing, or to too much."""
    if problem and problem.rule == TextRule.TOO_LONG:
        return "x" * 2_001
    return "harmless" if kept_ else " "


def kinds(page: Shown) -> set[tuple[str, ...]]:
    """What a page is made of."""
    return {(e.tag, *e.attributes) for e in page.elements}


def test_names_that_are_added_are_listed_as_they_were_typed() -> None:
    """One a line; what is too long stays in the box."""
    for text in CORPUS:
        state, _ = update(State(PersonalMap("m")), m.Add(Kind.PERSON, text, "s"))
        assert all(not refused(c.name, 80, one_line=True) for c in state.map.connections)
        assert decode(encode(state.map)) == state.map
        if not refused(text, 80, one_line=True):
            assert [c.name for c in state.map.connections] == [
                tidied(line) for line in text.splitlines() if line.strip()
            ]


def test_what_is_missing_is_listed_as_it_was_typed() -> None:
    """Or stays in its box, with a reason."""
    for text in CORPUS:
        state, _ = update(State(PersonalMap("m")), m.AddMissing(text))
        wanted = kept(text)
        if refused(wanted, 2_000, one_line=False) or not wanted:
            assert state.map.missing == ()
        else:
            assert [one.text for one in state.map.missing] == [wanted]


def test_records_that_make_no_sense_change_nothing() -> None:
    """Anything may be in what the page hands over: a press, an id, an address, a field's name."""
    for text in CORPUS:
        for press in ("add", "typed", "answer", "receives", "pair", "choose", "edit", "take", text):
            told = message({"press": press, "of": text, "value": text, "text": "x"}, "s")
            if told is not None:
                state, _ = update(State(MAP), told)
                assert state.map == MAP, (press, text)
        assert place(text) == place(f"#/{text}") == Place(Step.WELCOME)
        assert message({"press": "went", "to": "#/people", "editing": text}, "s") is not None


@pytest.mark.parametrize("form", ["here", "file", "asked"])
def test_a_passphrase_goes_to_the_shell_and_nowhere_else(form: str) -> None:
    """Not a letter of it is tidied, shown or kept, whatever is in it."""
    asking = Asking(Envelope(Header(600_000, bytes(16), bytes(12)), bytes(16)))
    state = State(MAP, Place(Step.KEEP), asking=asking)
    twin, _ = update(state, _sealing(form, "tea"))
    for text in CORPUS:
        told = _sealing(form, text)
        after, (effect, *_) = update(state, told)
        assert isinstance(effect, Shelve | DownloadSealed | Unseal)
        assert effect.passphrase == text
        assert after == twin
        assert ascii(text)[1:-1] not in repr(told) + repr(effect) or len(text) < 3


def _sealing(form: str, text: str) -> m.Message:
    """A passphrase typed twice into a form, and its button pressed."""
    told = message({"press": "seal", "of": form, "text": text, "value": text}, "s")
    assert told is not None
    return told


def test_a_name_for_an_element_is_plain_whatever_it_is_made_from() -> None:
    """Letters, digits, dashes and underscores: nothing a selector or an attribute could misread."""
    made = {dom_id(text) for text in CORPUS}
    assert len(made) == len(CORPUS)
    assert all(escape(name) == name and name.replace("-", "_").isidentifier() for name in made)


def test_no_half_of_a_character_reaches_what_is_written_down() -> None:
    """What was typed is shown in its field as it is; the map and its file have none of it."""
    for text in FAMILIES["half"]:
        state = typed("hope", text, Place(Step.MISSING, 1))
        encode(state.map).decode("utf-8", "strict")
        assert state.drafts["hope"].text == text
