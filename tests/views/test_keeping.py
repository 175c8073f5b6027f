"""What is said of where the map is: true at every moment, whatever has become of it."""

from dataclasses import replace

import pytest

from chn_self.app import messages as m
from chn_self.app.kept import Kept, OnDevice, Shelved, Trouble
from chn_self.app.state import Draft, State
from chn_self.views.keeping import Where, keeping, where_kept
from tests.app.visits import EMPTY, after
from tests.maps import map_of, person, place
from tests.summaries import TODAY, WORDS

MAP = map_of(person("sam", "Sam"), place("home"))
CHANGED = replace(MAP, hope="x")
NOW = f"{TODAY}T14:05"
MINE = replace(EMPTY, map=MAP)
HERE = OnDevice("k", True, MAP)


def said(state: State) -> str:
    """The sentences."""
    return where_kept(state, WORDS, TODAY)[1]


@pytest.mark.parametrize(
    ("state", "where", "key"),
    [
        (EMPTY, Where.NOWHERE, "nowhere"),
        (MINE, Where.TAB, "tab"),
        (replace(EMPTY, drafts={"add/person": Draft("Al")}), Where.TAB, "tab"),
        (replace(MINE, kept=Kept(MAP, checked=True)), Where.FILE, "file.some_day"),
        (replace(MINE, map=CHANGED, kept=Kept(MAP)), Where.TAB, "changed.some_day"),
        (replace(MINE, device=HERE), Where.DEVICE, "sealed"),
        (replace(MINE, device=replace(HERE, sealed=False)), Where.DEVICE, "plain"),
        (replace(MINE, map=CHANGED, device=HERE), Where.DEVICE, "sealed"),
        (after(MINE, m.ExampleRead(CHANGED)), Where.EXAMPLE, "example"),
    ],
    ids=[
        "nothing",
        "tab",
        "half typed",
        "file",
        "file and changed",
        "device with a passphrase",
        "device without one",
        "device, about to be kept",
        "example",
    ],
)
def test_each_place_has_its_words(state: State, where: Where, key: str) -> None:
    """In this tab only, kept on this device, kept in a file, or nothing to keep."""
    assert where_kept(state, WORDS, TODAY) == (where, WORDS(f"where_kept.{key}"))


@pytest.mark.parametrize("trouble", list(Trouble))
def test_trouble_is_told_with_its_cause_and_where_the_map_is(trouble: Trouble) -> None:
    """Nothing is called kept that is not, nor in the tab only while a file has all of it."""
    troubled = replace(MINE, device=replace(HERE, map=None, trouble=trouble))
    cause = WORDS(f"where_kept.trouble.{trouble}")
    tab = WORDS("where_kept.tab" if trouble == Trouble.GONE else "where_kept.trouble_tab")
    last = WORDS("where_kept.trouble_tab")
    before = WORDS("where_kept.file_before.some_day")
    for kept, rest in (
        (None, tab),
        (Kept(MAP, checked=True), WORDS("where_kept.file.some_day")),
        (Kept(MAP), WORDS("where_kept.handed.some_day")),
        (Kept(CHANGED), f"{last} {before}"),
    ):
        told = where_kept(replace(troubled, kept=kept), WORDS, TODAY)
        assert told == (Where.TROUBLE, f"{cause} {rest}")


def test_trouble_that_cost_nothing_is_told_as_that() -> None:
    """The map is as it was last kept, so it is not in the tab only."""
    back = replace(MINE, device=replace(HERE, trouble=Trouble.FULL))
    assert said(back) == WORDS("where_kept.trouble.full")


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (NOW, "In a file on this device, from 14:05 today."),
        (TODAY, "In a file on this device, from today."),
        ("2025-03-09T23:59", "In a file on this device, from 9 March 2025."),
        ("2025-03-09", "In a file on this device, from 9 March 2025."),
        ("", "In a file on this device."),
    ],
)
def test_a_file_has_its_age(at: str, expected: str) -> None:
    """As far as that is known."""
    assert said(replace(MINE, kept=Kept(MAP, at, checked=True))) == expected


def test_a_file_that_was_not_read_back_is_only_handed_over() -> None:
    """The page cannot know what became of it."""
    assert said(replace(MINE, kept=Kept(MAP, NOW))) == (
        "Put in your downloads at 14:05 today. Not checked yet."
    )


def test_both_places_are_told() -> None:
    """And which of them is older."""
    both = replace(MINE, device=HERE, kept=Kept(MAP, NOW))
    assert said(both).endswith("In a file too, from 14:05 today.")
    assert said(replace(both, map=CHANGED)).endswith("A file has it as it was at 14:05 today.")


def test_the_shelf_shows_when_and_nothing_of_what_is_in_it() -> None:
    """The map in this tab is marked."""
    shelf = (Shelved("k", "2026-11-24T09:30", True), Shelved("j", "2025-01-02T23:05", False))
    told = keeping(replace(MINE, device=HERE, shelf=shelf), WORDS)
    assert told["shelved"] == [
        (shelf[0], "24 November 2026, 09:30", True),
        (shelf[1], "2 January 2025, 23:05", False),
    ]


def test_a_file_can_be_checked_until_it_was() -> None:
    """Only one that was handed over in this tab: of another, the page knows no bytes."""
    handed = Kept(MAP, NOW, "digest")
    assert keeping(replace(MINE, kept=handed), WORDS)["can_check"]
    for other in (None, Kept(MAP, NOW), replace(handed, checked=True)):
        assert not keeping(replace(MINE, kept=other), WORDS)["can_check"]


def test_a_map_that_is_gone_from_the_shelf_can_be_kept_anew() -> None:
    """It is not on the shelf, so that is what is offered."""
    for trouble in Trouble:
        device = replace(HERE, map=None, trouble=trouble)
        on_shelf = keeping(replace(MINE, device=device), WORDS)["on_shelf"]
        assert on_shelf == (trouble != Trouble.GONE)
