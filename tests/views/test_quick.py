"""The screen of quick entry: boxes with labels, choices found by one key, and what is there."""

import pytest

from chn_self.app import messages as m
from chn_self.app.steps import Step
from chn_self.domain.connection import Kind
from tests.app.visits import after, at
from tests.maps import map_of, person, place
from tests.summaries import WORDS
from tests.views.shown import Element, Shown, shown

HERE = at(Step.QUICK)


def labels(page: Shown) -> list[str]:
    """The labels of the boxes, in order."""
    form = page.one("form", data_press="add-row")
    return [e.text for e in page.all("label") if form in e.inside]


def choices(page: Shown, field: str) -> list[Element]:
    """The choices of a box."""
    box = page.one("select", data_field=field)
    return [e for e in page.all("option") if box in e.inside]


@pytest.mark.parametrize(
    ("kind", "asked"),
    [
        ("person", ["about.relation", "about.closeness_person", "about.effect",
                    "about.often_person"]),
        ("place", ["about.type", "about.closeness_thing", "about.effect", "about.often_thing"]),
        ("activity", ["about.type", "about.closeness_thing", "about.effect", "about.often_thing"]),
    ],
)  # fmt: skip
def test_a_row_asks_what_the_paper_asks(kind: str, asked: list[str]) -> None:
    """In its words and order, the kind and the name first."""
    page = shown(after(HERE, m.Typed("quick/kind", kind)))
    keys = ["quick.kind", "about.name", *asked, "about.new", "about.matters", "about.private"]
    assert labels(page) == [WORDS(key) for key in keys]


@pytest.mark.parametrize("kind", Kind)
def test_one_key_finds_each_choice(kind: Kind) -> None:
    """Each begins with another key; the first of all skips the question."""
    page = shown(after(HERE, m.Typed("quick/kind", kind)))
    for box in page.all("select"):
        found = [e.text for e in choices(page, box.attributes["data-field"])]
        keys = [text.partition(" ")[0] for text in found if text != WORDS("quick.skip")]
        assert len({*keys}) == len(keys)
        assert all(len(key) == 1 for key in keys)
        assert (found[0] == WORDS("quick.skip")) == (box.get("data-field") != "quick/kind")


def test_what_was_chosen_is_shown() -> None:
    """Also where the screen is shown anew while a row is filled in."""
    page = shown(after(HERE, m.Typed("quick/effect", "drains"), m.Typed("quick/name", "Sam")))
    chosen = [e.text for e in choices(page, "quick/effect") if e.get("selected") is not None]
    assert chosen == ["3 Makes things harder"]
    assert page.one("input", data_field="quick/name").get("value") == "Sam"


def test_a_name_too_long_is_told_in_the_row() -> None:
    """At its box, in one calm sentence."""
    page = shown(after(HERE, m.Typed("quick/name", "x" * 81)))
    box = page.one("input", data_field="quick/name")
    told = [page.one(id=id_).text for id_ in (box.get("aria-describedby") or "").split()]
    assert told == [WORDS("field_problem.too_long", count=1)]


def test_what_was_added_last_stands_first() -> None:
    """Next to the row that is filled in, with what was said and a way to change it."""
    page = shown(at(Step.QUICK, map_of(person("Ana"), place("Hall"))))
    rows = page.all("li", data_testid="connection")
    assert [e.get("data-kind") for e in rows] == ["place", "person"]
    for row in rows:
        assert [e.get("data-press") for e in page.all("button") if row in e.inside] == [
            "edit",
            "remove",
        ]


def test_the_rest_of_the_paper_is_one_press_away() -> None:
    """Usual times here; who one turns to, what is missing and a next step on their screens."""
    page = shown(HERE)
    rest = page.one("details", id="quick-rest")
    assert {e.get("data-of") for e in page.all("button", data_press="answer-map")} == {
        "usual",
        "week_at_home",
        "away",
        "satisfaction",
    }
    assert [e.get("href") for e in page.all("a") if rest in e.inside] == [
        "#/support",
        "#/missing",
        "#/next-step",
    ]
