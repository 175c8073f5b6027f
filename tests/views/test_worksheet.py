"""The paper sheet: the questions of the screens, in their words and order, with no script."""

import pytest

from chn_self.domain.connection import Kind
from tests.summaries import WORDS
from tests.views.shown import Shown
from tests.views.test_site import SETTINGS, page

EACH = pytest.mark.parametrize("path", ["worksheet.html", "worksheet-large.html"])

# In the order in which the screens ask.
IN_ORDER = (
    "list.activity.title",
    "list.person.title",
    "list.place.title",
    "matters.title",
    "usual.title",
    "week.title",
    "content.title",
    "receives.title.listening",
    "receives.title.practical",
    "receives.title.advice",
    "receives.title.company",
    "receives.title.health",
    "gives.title",
    "missing.title",
    "hope.title",
    "map.title",
    "next_step.title",
    "keep.pause",
    "helpnow.title",
)
TICKED = (
    "about.closeness_person_choice",
    "about.closeness_thing_choice",
    "about.effect_choice",
    "about.often_choice",
    "about.yes_no",
    "about.whose_choice_choice",
    "week.choice",
    "content.choice",
    "gives.choice",
)


def asked(shown: Shown) -> list[str]:
    """Every heading, question and line to write on, in order."""
    found = (e for e in shown.elements if e.tag in {"h2", "p"})
    return [e.text for e in found]


@EACH
def test_it_asks_what_the_screens_ask_in_their_order(path: str) -> None:
    """From what one does to a next step, then how one is now and who to turn to."""
    texts = asked(page(path))
    places = [texts.index(WORDS(key)) for key in IN_ORDER]
    assert places == sorted(places)


@EACH
@pytest.mark.parametrize("kind", Kind)
def test_each_blank_asks_about_one_connection(path: str, kind: Kind) -> None:
    """Its name, who or what it is, how close, how it is, how often, if it is new."""
    shown = page(path)
    thing = "person" if kind == Kind.PERSON else "thing"
    question = "about.relation" if kind == Kind.PERSON else "about.type"
    name = WORDS(f"list.{kind}.label")
    blank = next(e for e in shown.all("li", **{"class": "blank"}) if e.text.startswith(name))
    keys = (question, f"about.closeness_{thing}", "about.effect", f"about.often_{thing}")
    places = [blank.text.index(WORDS(key)) for key in (*keys, "about.new", "about.matters")]
    assert places == sorted(places)


@EACH
@pytest.mark.parametrize("key", TICKED)
def test_every_answer_has_a_box_to_tick(path: str, key: str) -> None:
    """In the words that the screens have on their buttons."""
    shown = page(path)
    boxes = {e.text for e in shown.all("li") if e.inside[-1].get("class") == "ticks"}
    assert {WORDS(f"{key}.{value}") for value in WORDS.under(key)} <= boxes


@EACH
def test_the_picture_has_you_three_rings_and_three_parts(path: str) -> None:
    """Named as on the map, and said to whoever cannot see it."""
    shown = page(path)
    picture = shown.one("svg", role="img")
    drawn = [e for e in shown.all("circle", **{"class": "blank-map__line"}) if picture in e.inside]
    assert len(drawn) == len(WORDS.under("picture.ring")) - 1  # `none` has no ring
    names = {WORDS("site.you"), *(WORDS(f"kinds.{kind}") for kind in Kind)}
    assert names <= {e.text for e in shown.all("text")}
    assert picture.get("aria-label")


@EACH
def test_it_says_that_nothing_has_to_be_filled_in_and_who_may_see_it(path: str) -> None:
    """Before the first question."""
    text = page(path).one("main").text.partition(WORDS("list.activity.title"))[0]
    for part in ("Nothing has to be filled in", "Keep it somewhere safe", "You choose who sees it"):
        assert part in text


@EACH
def test_the_help_numbers_are_on_the_paper(path: str) -> None:
    """The header, with Help in it, is not printed."""
    text = page(path).one("main").text
    assert all(number.number in text for number in SETTINGS.help)


@EACH
def test_it_needs_no_script(path: str) -> None:
    """Nothing on it is to be pressed but links: one to the other size, one to type it in."""
    shown = page(path)
    main = shown.one("main")
    assert not [e for e in shown.all("button", "input", "form", "select") if main in e.inside]
    other = {"worksheet.html": "worksheet-large.html"}.get(path, "worksheet.html")
    for to in (other, "./#/quick"):
        assert [e for e in shown.all("a", href=to) if main in e.inside]
