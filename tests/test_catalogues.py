"""Every language has all the words, in the forms that it has; a new file is checked by being there.

A failure lists what is missing, by its key.
"""

import re
import tomllib
from collections.abc import Callable
from copy import deepcopy
from datetime import date
from typing import Any

import pytest

from chn_self.domain.personal_map import PersonalMap
from chn_self.files.codec import decode
from chn_self.views.days import in_words
from chn_self.views.words import languages, load_words
from tests.catalogues import HOME, faults
from tests.pseudo import long_words, mirrored_words

EACH = pytest.mark.parametrize("language", languages())


def texts(language: str) -> dict[str, Any]:
    """The words of a language as they are written."""
    return tomllib.loads(HOME.joinpath(f"{language}.toml").read_text("utf-8"))


def changed(change: Callable[[dict[str, Any]], object]) -> list[str]:
    """What is found wrong with the English words after a change."""
    other = deepcopy(texts("en"))
    change(other)
    return faults(other, texts("en"))


@EACH
def test_a_language_has_every_word(language: str) -> None:
    """The keys of English, what is filled in, the lists, and each plural form; nothing empty."""
    assert faults(texts(language), texts("en")) == []


@EACH
def test_a_language_has_an_example_to_look_at(language: str) -> None:
    """A map in its own words, that opens."""
    example = HOME.joinpath(f"example.{language}.chn.json").read_bytes()
    assert isinstance(decode(example), PersonalMap)


@EACH
def test_a_language_has_days(language: str) -> None:
    """Each day of a year is another text."""
    words = load_words(language)
    days = {in_words(date.fromordinal(date(2027, 1, 1).toordinal() + n), words) for n in range(365)}
    assert len(days) == 365


def test_a_language_that_nobody_wrote_is_told_with_those_there_are() -> None:
    """So that a host sees what it may choose."""
    with pytest.raises(ValueError, match=r"^language: there are no words for 'xx', only for .*en"):
        load_words("xx")


def test_what_is_made_of_english_stands_in_for_it() -> None:
    """With longer texts, and with another language's forms."""
    for words in (long_words(), mirrored_words()):
        made = {name: words.at(name) for name in (*texts("en"),)}
        assert faults(made, texts("en")) == []


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda t: t["ways"].pop("next"), "ways.next: missing"),
        (lambda t: t["ways"].update(nxt="Next"), "ways.nxt: not in English"),
        (lambda t: t["ways"].update(next=" "), "ways.next: empty"),
        (lambda t: t["notice"].update(added="It is"), "notice.added: fill in {name}"),
        (lambda t: t["notice"].update(undone="{name}"), "notice.undone: fill in nothing"),
        (lambda t: t["ways"].update(next={"other": "x"}), "ways.next: a text"),
        (lambda t: t["guided"]["say"]["points"].pop(), "guided.say.points: a list of 3"),
        (
            lambda t: t["list"]["starters"].update(place=[""]),
            "list.starters.place: a list of texts",
        ),
        (lambda t: t["first"]["relation"].reverse(), "first.relation: has to be as in English"),
        (lambda t: t["notice"]["added_many"].pop("one"), "notice.added_many.one: missing"),
        (
            lambda t: t["notice"]["added_many"].update(other="Many"),
            "notice.added_many.other: fill in {count}",
        ),
        (lambda t: t["language"].pop("month"), "language.month: twelve months, from 1"),
        (lambda t: t["language"].update(direction="up"), "language.direction: ltr or rtl"),
        (
            lambda t: t["language"].update(date="{day}"),
            "language.date: a day, a month and a year are filled in",
        ),
        (lambda t: t.pop("language"), "language: missing"),
        (
            lambda t: t["language"]["plurals"].update(one="n is 1"),
            "language.plurals.one: 'n is 1' is no relation of a plural rule",
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_key(
    change: Callable[[dict[str, Any]], object], told: str
) -> None:
    """And nothing else is."""
    assert changed(change) == [told]


def test_a_form_of_the_language_that_is_missing_is_told() -> None:
    """Each text with a number in it lacks it, and each is named."""
    found = changed(lambda t: t["language"]["plurals"].update(few="n = 2..4"))
    assert "notice.added_many.few: missing" in found
    assert all(re.fullmatch(r"[\w.]+\.few: missing", one) for one in found)


def test_a_form_of_several_numbers_says_the_number() -> None:
    """Where `one` is said of 1, 21 and 31, a 1 that is written out would be wrong."""
    rule = "n % 10 = 1 and n % 100 != 11"
    found = changed(lambda t: t["language"]["plurals"].update(one=rule))
    assert "reasons.places.more.one: fill in {count}" in found
    assert not [one for one in found if one.startswith("notice.added_many")]


def test_a_text_with_a_number_may_have_forms_where_english_needs_none() -> None:
    """English says "1 as a help, 2 as a help"; others may not."""
    forms = {"one": "{count} help", "other": "{count} helps"}
    assert changed(lambda t: t["views"]["count"].update(helps=forms)) == []
