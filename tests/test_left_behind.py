"""No text of ours is left behind in English: pages, screens and summaries in another language.

The words are made of English ones in other letters (`tests/pseudo.py`), and so are the person's
own, so that any Latin letter is one that stands in the code. Only what names something is let be:
the page's name and the help numbers, which a host sets, and the study's address.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from jinja2 import Environment

from chn_self.app.kept import Asking, Kept, OnDevice, Shelved, Source, Trouble, Waiting
from chn_self.app.messages.reading import Given, ShowKeptOff
from chn_self.app.reading import Reading
from chn_self.app.reading import update as read_on
from chn_self.app.session import Device, Session, Wish
from chn_self.app.state import Draft, Notice, Own, Reflecting, State
from chn_self.app.steps import Place, Step
from chn_self.domain.personal_map import COPY, PersonalMap
from chn_self.domain.share import Choices, Names, Part
from chn_self.domain.text import TextProblem, TextRule
from chn_self.files.codec import encode
from chn_self.files.envelope import (
    ITERATIONS,
    NONCE,
    SALT,
    TAG,
    Envelope,
    Header,
    write_envelope,
)
from chn_self.views.keeping import Can
from chn_self.views.page import main_html
from chn_self.views.reader import reader_html
from chn_self.views.render import environment, source_loader
from chn_self.views.saved_picture import saved_picture
from chn_self.views.settings import read_settings
from chn_self.views.site import pages
from chn_self.views.summary import summary, summary_html, summary_text
from chn_self.views.words import Words
from tests.hostile.filled import opened, tree
from tests.hostile.test_screens import states
from tests.pseudo import long_words, mirrored_words
from tests.summaries import MODEL, TODAY
from tests.views.shown import Element, Shown
from tests.views.test_figures import FIGURES

SETTINGS = read_settings((Path(__file__).parents[1] / "site.toml").read_text("utf-8"))

# What a person sees or hears of an element besides its text. Of what only scripts read, what they
# show: those attributes hold a space.
SPOKEN = re.compile(r"aria-(label|description|roledescription)|alt|title|placeholder|label")
DATA = re.compile(r"data-.+")
# What is not read as text.
NOT_READ = frozenset({"script", "style"})

# What is the same in every language: names, keys in front of choices, and names that a test gave.
NUMBERS = sorted((re.escape(number.number) for number in SETTINGS.help), key=len, reverse=True)
NAMES = re.compile("|".join((*NUMBERS, SETTINGS.name, "^[a-z] ", r"Name \d")))
LATIN = re.compile(r"[A-Za-z]+")

LANGUAGES = {"longer": long_words(), "mirrored": mirrored_words()}
EACH = pytest.mark.parametrize("words", LANGUAGES.values(), ids=LANGUAGES)


@cache
def templates(words: Words) -> Environment:
    """The templates, with these words."""
    return environment(source_loader(), words)


def read(shown: Shown) -> Iterator[str]:
    """All that a page says, to the eye, to a screen reader or by a script."""
    for text, inside in shown.texts:
        if not any(e.tag in NOT_READ for e in inside):
            yield text
    for element in shown.elements:
        yield from _attributes(element)


def _attributes(element: Element) -> Iterator[str]:
    for name, value in element.attributes.items():
        if SPOKEN.fullmatch(name) or (DATA.fullmatch(name) and re.search(r"[A-Za-z] ", value)):
            yield value


def left_behind(html: str) -> list[str]:
    """The texts of a page in which there is a Latin letter."""
    return [text for text in read(Shown(html)) if LATIN.search(NAMES.sub("", text))]


@cache
def own_map() -> PersonalMap:
    """A map with an answer to every question, all of the person's words in letters of their own."""
    found = tree()
    for i, connection in enumerate(found["connections"]):
        connection.update(name=f"名{i}", note="記", me_there="私")
    found["hope"] = "望"
    found["missing"] = [{"text": "無"}]
    for reflection in found["reflections"]:
        reflection["text"] = "思"
    found["type_view"]["own_words"] = "言"
    found["next_step"].update(what="何", who="誰", when="時")
    return opened(found)


def other_states() -> Iterator[State]:
    """What the screens of a visit do not come to: places that a map is kept in, troubles, ends."""
    map_ = own_map()
    keep = State(map=map_, place=Place(Step.KEEP), today=TODAY)
    yield State(map=PersonalMap("m"))
    for at in ("2026-11-24T14:05", TODAY, "2026-09-24", ""):
        for kept in (map_, PersonalMap("before")):
            for checked in (True, False):
                yield replace(keep, kept=Kept(kept, at, "d", checked))
    for trouble in (None, *Trouble):
        for sealed in (True, False):
            place = OnDevice("k", sealed=sealed, map=map_, trouble=trouble, lock_after=5)
            shelf = (Shelved("k", "2026-09-24T14:05", sealed),)
            yield replace(keep, device=place, shelf=shelf, taking_off="k")
    yield replace(keep, shelf=(), newer=True, installable=True, offer=True)
    yield replace(keep, asking=Asking(Envelope(Header(1, b"", b""), b""), Source(), failed=True))
    yield replace(keep, waiting=Waiting(map_))
    yield replace(keep, own=Own(map_, (), {}, False, Reflecting(), Choices()))
    for step in (Step.PEOPLE, Step.ENDING, Step.CLOSING, Step.GUIDED):
        helped = Session(helped=True, device=Device.SHARED, wishes=frozenset({Wish.FILE}))
        yield replace(keep, place=Place(step), session=helped, starter=None)
        yield replace(keep, place=Place(step), session=replace(helped, covered=True))
    for rule in (TextRule.EMPTY, TextRule.TOO_LONG):
        drafts = {"add/person": Draft("名", TextProblem(rule, 2))}
        yield replace(keep, place=Place(Step.PEOPLE), drafts=drafts)


@EACH
def test_no_page_has_a_text_left_in_english(words: Words) -> None:
    """Each page as the build writes it, with what is in it for when Python is not there."""
    built = pages(words, SETTINGS, MODEL, FIGURES)
    found = {path: left for path, html in built.items() if (left := left_behind(html))}
    assert not found


@EACH
def test_no_screen_has_a_text_left_in_english(words: Words) -> None:
    """Every screen of every step, whatever is chosen, kept, refused or asked."""
    found = {
        f"{state.place}": left
        for state in (*states(own_map(), ("私", "言")), *other_states())
        for wide in (False, True)
        if (left := left_behind(_html(state, words, wide=wide)))
    }
    assert not found


def _html(state: State, words: Words, *, wide: bool) -> str:
    can = Can(share=True, save_as=True)
    inside = main_html(state, templates(words), words, MODEL, wide=wide, today=TODAY, can=can)
    return f"<main>{inside}</main>"


@EACH
def test_nothing_that_is_read_is_told_in_english(words: Words) -> None:
    """The reader, with a map, a copy, both over time, something sealed, and what did not open."""
    map_, header = own_map(), Header(ITERATIONS, bytes(SALT), bytes(NONCE))
    copy = replace(map_, id="copy", as_of="2026-01-10", hope="志", extra={COPY: True})
    sealed = write_envelope(Envelope(header, bytes(TAG)))
    others = (b"%PDF-", b"\x89PNG", b"PK\x03\x04", b"<html>", b"<html>" + b"<" * 99_999)
    for files in (
        (encode(map_),),
        (encode(copy),),
        (encode(map_), encode(copy)),
        (sealed, *others),
    ):
        given = Given(tuple(("名", data) for data in files), "s")
        reading, _ = read_on(Reading(), given)
        for state in (reading, read_on(reading, ShowKeptOff())[0]):
            html = reader_html(state, templates(words), words, TODAY)
            assert not left_behind(f"<main>{html}</main>")


@EACH
def test_no_notice_has_a_text_left_in_english(words: Words) -> None:
    """Each one that can come, with whatever is filled in."""
    state = State(map=own_map(), place=Place(Step.MAP))
    values: dict[str, str | int] = {"name": "名", "other": "無", "count": 2}
    for key in words.under("notice"):
        said = replace(state, notice=Notice(key, values))
        assert not left_behind(_html(said, words, wide=False)), key


@EACH
@pytest.mark.parametrize("names", Names)
def test_no_summary_has_a_text_left_in_english(words: Words, names: Names) -> None:
    """In a file and as text, with every part; the study's address is its own."""
    choices = Choices(frozenset(Part), names, words="言")
    made = summary(own_map(), choices, words, model=MODEL, today=TODAY, with_helper=True)
    assert not left_behind(summary_html(made, templates(words)))
    assert not LATIN.findall(summary_text(made))


@EACH
def test_no_saved_picture_has_a_text_left_in_english(words: Words) -> None:
    """It goes on without the page."""
    saved = saved_picture(own_map(), Choices(frozenset(Part), Names.ROLES), words)
    assert not left_behind(saved.svg)


@EACH
def test_a_page_says_its_language_and_which_way_it_runs(words: Words) -> None:
    """For screen readers and for the browser, on every page and in a summary's file."""
    made = summary(own_map(), Choices(), words, model=MODEL, today=TODAY, with_helper=None)
    built = pages(words, SETTINGS, MODEL, FIGURES)
    for html in (*built.values(), summary_html(made, templates(words))):
        root = Shown(html).one("html")
        assert root.get("lang") == words.language
        assert (root.get("dir") or "ltr") == words.direction


def test_a_text_that_is_left_in_english_is_found() -> None:
    """In an element, in what a screen reader says, or in what a script shows."""
    for html in ("<p>Next</p>", '<p aria-label="Next">1</p>', '<p data-tab="In this tab">1</p>'):
        assert left_behind(html)
    assert not left_behind(f"<p>{SETTINGS.name}: 116 123</p>")
