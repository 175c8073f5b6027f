"""What rules for words say of whole pages, held against the pages as they are built and shown."""

import json
import re
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path

import pytest
from jinja2 import Environment

from chn_self.app.state import State
from chn_self.app.steps import Place, Step, screens
from chn_self.domain.model_file import read_model
from chn_self.domain.personal_map import PersonalMap
from chn_self.domain.trained_types import Model
from chn_self.files.codec import decode
from chn_self.views.page import main_html
from chn_self.views.render import environment, source_loader
from chn_self.views.settings import read_settings
from chn_self.views.site import STATIC, pages
from chn_self.views.words import load_words
from tests.reading import sentences, words
from tests.views.test_figures import FIGURES

HOME = Path(__file__).parents[1]
MAPS = ("diverse-and-active", "family-and-stable", "formal-and-sparse", "too-little", "unlike-any")
MOST_SENTENCES = 3
MOST_WORDS_BEFORE_THE_START = 60
BREAKS = {"p", "li", "h1", "h2", "h3", "dt", "dd", "button", "a", "div", "label", "legend"}


class Told(HTMLParser):
    """The paragraphs of a page, and all its text in order; markup and what is hidden left out."""

    def __init__(self) -> None:
        super().__init__()
        self.paragraphs: list[str] = []
        self.text = ""
        self._in_paragraph = False

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        """A block starts; a button or link is marked, so that the first act can be found."""
        if tag in {"a", "button"}:
            self.text += " \N{BALLOT BOX} "
        elif tag in BREAKS:
            self.text += "\n"
        if tag == "p":
            self._in_paragraph = True
            self.paragraphs.append("")

    def handle_endtag(self, tag: str) -> None:
        """A block ends."""
        if tag == "p":
            self._in_paragraph = False
        if tag in BREAKS:
            self.text += "\n"

    def handle_data(self, data: str) -> None:
        """Some text."""
        self.text += data
        if self._in_paragraph:
            self.paragraphs[-1] += data


def told(html: str) -> Told:
    """What a page says."""
    found = Told()
    found.feed(re.sub(r"<(script|style|svg)\b.*?</\1>", "", html, flags=re.DOTALL))
    return found


def example(name: str) -> PersonalMap:
    """An example map."""
    found = decode((HOME / "tests" / "examples" / f"{name}.chn.json").read_bytes())
    assert isinstance(found, PersonalMap)
    return found


@pytest.fixture(scope="module")
def model() -> Model:
    """The model that ships."""
    return read_model(json.loads((HOME / "model" / "network_types.json").read_text("utf-8")))


@pytest.fixture(scope="module")
def env() -> Environment:
    """The templates, with the words."""
    return environment(source_loader(), load_words("en"))


@pytest.fixture(scope="module")
def built(model: Model) -> Mapping[str, str]:
    """Every page as the build writes it, by its path."""
    settings = read_settings((HOME / "site.toml").read_text("utf-8"))
    return pages(load_words("en"), settings, model, FIGURES)


def too_long(html: str) -> list[str]:
    """Paragraphs of more than three sentences."""
    return [p for p in told(html).paragraphs if len(sentences(p)) > MOST_SENTENCES]


def test_standing_pages_have_short_paragraphs(built: Mapping[str, str]) -> None:
    """Three sentences or fewer, also where a paragraph is put together from several texts."""
    found = {path: too_long(html) for path, html in built.items() if too_long(html)}
    assert not found


@pytest.mark.parametrize("name", MAPS)
def test_screens_have_short_paragraphs(name: str, env: Environment, model: Model) -> None:
    """On every screen of every step, with the type shown, for maps of every kind."""
    map_ = example(name)
    found = {}
    for step in Step:
        for at, shown in enumerate(screens(step, map_)):
            state = State(map=map_, place=Place(step, at), type_shown=True)
            html = main_html(state, env, load_words("en"), model, wide=False, today="2026-11-24")
            if too_long(html):
                found[f"{step} {shown.name}"] = too_long(html)
    assert not found


def test_little_is_read_before_the_first_thing_to_press(env: Environment, model: Model) -> None:
    """Sixty words or fewer stand before the way into the map."""
    state = State(map=PersonalMap("m"), place=Place(Step.WELCOME))
    html = main_html(state, env, load_words("en"), model, wide=False, today="2026-11-24")
    before, pressed, _ = told(html).text.partition("\N{BALLOT BOX}")
    assert pressed
    assert len(words(before)) <= MOST_WORDS_BEFORE_THE_START


def test_the_blank_page_tells_nothing(built: Mapping[str, str]) -> None:
    """Where "Leave now" leads, no word says what was open before, not even in the title."""
    text = told(built["away.html"]).text.casefold()
    assert not re.search(r"connection|map|health|help|nhs|people|circle|study", text)


@pytest.mark.parametrize("name", STATIC)
def test_help_and_leave_now_stand_on_every_page(name: str, built: Mapping[str, str]) -> None:
    """One press away, under the same name; the shell of a page is the same in every template."""
    html = built["404.html" if name == "notfound" else f"{name}.html"]
    assert re.search(r'<a[^>]+href="help\.html"[^>]*>Help</a>', html)
    assert re.search(r"<a[^>]+data-leave[^>]*>Leave now</a>", html)


def test_help_comes_with_its_numbers_from_talk_to_danger(built: Mapping[str, str]) -> None:
    """Someone to talk to first; then urgent help, then danger now, then the other ways."""
    text = told(built["help.html"]).text
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
