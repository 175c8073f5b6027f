"""What rules for words say of whole pages, held against the pages as they are built and shown."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from statistics import median

import pytest

from chn_self.app.kept import Kept, OnDevice
from chn_self.app.session import Session
from chn_self.app.state import State
from chn_self.app.steps import Step, screen
from chn_self.domain.personal_map import PersonalMap
from chn_self.files.codec import decode
from chn_self.views.settings import read_settings
from chn_self.views.site import STATIC, pages
from tests.reading import sentences, words
from tests.said import blocks, most_choices, prose, reading, words_before_an_act
from tests.summaries import MODEL, WORDS
from tests.test_words import FEWEST_WORDS, MOST_SENTENCES, MOST_WORDS
from tests.views.shown import Shown, html_of, visits
from tests.views.test_figures import FIGURES

HOME = Path(__file__).parents[1]
MAPS = ("diverse-and-active", "family-and-stable", "formal-and-sparse", "too-little", "unlike-any")
EMPTY = "empty"

HIGHEST_AGE = 11.0
HIGHEST_AGE_OF_THE_MEDIAN_SCREEN = 9.0
MOST_WORDS_BEFORE_AN_ACT = 60
MOST_CHOICES = 5

# Where there is something to press or to find at once. The others are to be read from the top.
TO_ACT_ON = ("index.html", "reader.html", "help.html", "404.html", "away.html")
# The kind of map is a page to be read, once it was asked for.
TO_READ = {Step.TYPE}


@cache
def built_html() -> Mapping[str, str]:
    """Every page as the build writes it, by its path."""
    settings = read_settings((HOME / "site.toml").read_text("utf-8"))
    return pages(WORDS, settings, MODEL, FIGURES)


@cache
def built() -> Mapping[str, Shown]:
    """The same as a browser sees them."""
    return {path: Shown(html) for path, html in built_html().items()}


def example(name: str) -> PersonalMap:
    """An example map, or one with nothing on it."""
    if name == EMPTY:
        return PersonalMap("m")
    found = decode((HOME / "tests" / "examples" / f"{name}.chn.json").read_bytes())
    assert isinstance(found, PersonalMap)
    return found


def helped(state: State) -> State:
    """The same with a helper."""
    return replace(state, session=Session(helped=True))


def later(state: State) -> State:
    """The same when the type was shown, and the map is in two places, which takes words to say."""
    place = OnDevice("k", sealed=True, map=state.map)
    kept = Kept(PersonalMap("before"), "2026-09-24")
    return replace(state, device=place, kept=kept, type_shown=True)


@cache
def screens_of(name: str) -> tuple[tuple[State, Shown], ...]:
    """Every screen of every step: at first, later, and with a helper."""
    return tuple(
        (state, Shown(f"<main>{html_of(state)}</main>"))
        for visit in visits(example(name))
        for state in (visit, later(visit), helped(visit))
    )


def screens_told(name: str) -> Iterator[tuple[str, State, Shown]]:
    """The same, each with what it is called in a failure."""
    for state, shown in screens_of(name):
        what = screen(state.place, state.map)
        yield f"{state.place.step} {state.place.editing or what.name}", state, shown


def too_long(shown: Shown) -> list[str]:
    """Paragraphs of more than three sentences, and sentences of more than twenty words."""
    texts = prose(blocks(shown))
    return [text for text in texts if len(sentences(text)) > MOST_SENTENCES] + [
        one for text in texts for one in sentences(text) if len(words(one)) > MOST_WORDS
    ]


EACH_MAP = pytest.mark.parametrize("name", [EMPTY, *MAPS])


class TestHowItReads:
    """How long and how hard pages and screens are, as they are put together."""

    def test_pages_have_short_paragraphs_and_sentences(self) -> None:
        """Also where a paragraph is put together from several texts."""
        found = {path: too_long(shown) for path, shown in built().items() if too_long(shown)}
        assert not found

    @EACH_MAP
    def test_screens_have_short_paragraphs_and_sentences(self, name: str) -> None:
        """On every screen of every step, for maps of every kind."""
        found = {what: too_long(shown) for what, _, shown in screens_told(name) if too_long(shown)}
        assert not found

    @pytest.mark.parametrize("path", built())
    def test_each_page_can_be_read_at_the_age_of_eleven(self, path: str) -> None:
        """By its sentences; a page of a few words has no age that means anything."""
        found = reading(built()[path])
        assert found.age <= HIGHEST_AGE or found.words < FEWEST_WORDS

    @EACH_MAP
    def test_each_screen_can_be_read_at_the_age_of_eleven(self, name: str) -> None:
        """As a page; what is in its folds counts too."""
        ages = {what: reading(shown) for what, _, shown in screens_told(name)}
        found = {what: r for what, r in ages.items() if r.age > HIGHEST_AGE}
        assert not [what for what, r in found.items() if r.words >= FEWEST_WORDS]

    @EACH_MAP
    def test_the_median_screen_can_be_read_at_the_age_of_nine(self, name: str) -> None:
        """Every screen of the journey as often as it comes."""
        ages = [reading(shown).age for _, shown in screens_of(name)]
        assert median(ages) <= HIGHEST_AGE_OF_THE_MEDIAN_SCREEN

    def test_the_median_kind_of_screen_can_be_read_at_the_age_of_nine(self) -> None:
        """Each sort of screen once, at its hardest, so that those which come often hide none."""
        hardest: dict[str, float] = {}
        for name in (EMPTY, *MAPS):
            for state, shown in screens_of(name):
                what = "edit" if state.place.editing else screen(state.place, state.map).name
                hardest[what] = max(hardest.get(what, 0.0), reading(shown).age)
        assert median(hardest.values()) <= HIGHEST_AGE_OF_THE_MEDIAN_SCREEN


class TestHowMuchThereIs:
    """How much is read before something can be done, and how much there is to choose from."""

    @EACH_MAP
    def test_little_is_read_before_the_first_thing_to_do(self, name: str) -> None:
        """Where the map is, how far one has come, the question: sixty words or fewer in all."""
        found = {
            what: words_before_an_act(shown)
            for what, state, shown in screens_told(name)
            if state.place.step not in TO_READ or not state.type_shown
        }
        assert max(found.values()) <= MOST_WORDS_BEFORE_AN_ACT, found

    @pytest.mark.parametrize("path", TO_ACT_ON)
    def test_little_is_read_on_a_page_to_act_on(self, path: str) -> None:
        """The first number to call, or the way on."""
        assert words_before_an_act(built()[path]) <= MOST_WORDS_BEFORE_AN_ACT

    @EACH_MAP
    def test_few_answers_are_offered_at_once(self, name: str) -> None:
        """Five or fewer to a question; the others are behind "More"."""
        found = {what: most_choices(shown) for what, _, shown in screens_told(name)}
        assert max(found.values()) <= MOST_CHOICES, {
            what: count for what, count in found.items() if count > MOST_CHOICES
        }


def test_the_blank_page_tells_nothing() -> None:
    """Where "Leave now" leads, no word says what was open before, not even in the title."""
    text = " ".join(text for text, _ in built()["away.html"].texts).casefold()
    assert not re.search(r"connection|map|health|help|nhs|people|circle|study", text)


@pytest.mark.parametrize("name", STATIC)
def test_help_and_leave_now_stand_on_every_page(name: str) -> None:
    """One press away, under the same name; the shell of a page is the same in every template."""
    page = built()["404.html" if name == "notfound" else f"{name}.html"]
    header = page.one("header")
    acts = {e.text: e for e in page.all("a") if header in e.inside}
    assert acts["Help"].get("href") == "help.html"
    assert acts["Leave now"].get("data-leave") is not None


def test_help_comes_with_its_numbers_from_talk_to_danger() -> None:
    """Someone to talk to first; then urgent help, then danger now, then the other ways."""
    text = built()["help.html"].one("main").text
    order = (
        "cannot call for help",
        "116 123",
        "85258",
        "crisis plan",
        "NHS 111, choose mental health",
        "999 or A&E",
        "press 55",
        "0808 2000 247",
        "Relay UK",
        "British Sign Language",
        "last checked",
    )
    places = [text.find(part) for part in order]
    assert -1 not in places
    assert places == sorted(places)
