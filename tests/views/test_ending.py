"""The end of a visit: how the person is, Help, and what becomes of the map."""

from dataclasses import replace

import pytest

from chn_self.app.kept import Kept, OnDevice
from chn_self.app.state import Draft, State
from chn_self.app.steps import Step
from tests.app.kept_maps import SAM
from tests.app.visits import EMPTY, at
from tests.summaries import WORDS
from tests.views.shown import shown

HERE = at(Step.ENDING, SAM)
SAID = ("unkept", "kept", "nothing")


def test_asks_how_someone_is_with_help_beside_it() -> None:
    """The same Help as at the top, before anything about the map."""
    page = shown(HERE)
    assert page.one("h1").text == WORDS("ending.title")
    first = next(e for e in page.all("a") if "where__link" not in (e.get("class") or ""))
    assert first.get("href") == "help.html"
    assert first.get("data-help") is not None


@pytest.mark.parametrize(
    ("state", "key"),
    [
        (HERE, "unkept"),
        (replace(HERE, kept=Kept(SAM)), "kept"),
        (replace(HERE, device=OnDevice("k", False, SAM)), "kept"),
        (replace(HERE, kept=Kept(SAM), drafts={"add/person": Draft("A")}), "unkept"),
        (at(Step.ENDING, EMPTY.map), "nothing"),
    ],
)
def test_says_what_becomes_of_the_map(state: State, key: str) -> None:
    """That it may be kept first, that it is kept, or that there is none."""
    html = shown(state)
    texts = {e.text for e in html.all("p")}
    assert {k for k in SAID if WORDS(f"ending.{k}") in texts} == {key}
    to_keep = [e for e in html.all("a", href="#/keep") if e.text == WORDS("ending.keep")]
    assert bool(to_keep) == (key == "unkept")


def test_ends_with_a_kind_word_and_a_way_back() -> None:
    """Whoever ends may change their mind."""
    page = shown(HERE)
    assert WORDS("ending.last") in {e.text for e in page.all("p")}
    assert page.all("a", href="#/map")


def test_presses_nobody_to_go_on() -> None:
    """There is no next step after an ending."""
    assert not shown(HERE).all("button", data_press="next")
