"""Five people walk through the page: each can do what they came for, with nothing in the way."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from e2e.browser import ROOT, Guard
from e2e.conftest import NewPage
from e2e.looks import SIDEWAYS
from e2e.person import WORDS
from e2e.walkthroughs import FOLDER, WALKS

TOLD = ROOT / "docs" / "walkthroughs.md"


def walk(new_page: NewPage, name: str) -> object:
    """Walk so, and give what comes of it.

    Wherever somebody stops to look, Help and Leave now are one press away, and nothing is to the
    side of the window.
    """
    one = WALKS[name]
    page = new_page(one.width, one.height)
    return one.go(page, lambda at: _fine(page, at))


def _fine(page: Page, at: str) -> None:
    for key in ("layout.help", "layout.leave"):
        act = page.get_by_role("banner").get_by_role("link", name=WORDS(key), exact=True)
        expect(act).to_be_in_viewport(ratio=1)
    assert page.evaluate(SIDEWAYS) == [], at


def test_alone_on_an_old_phone(new_page: NewPage) -> None:
    """With the largest text, what was typed before the page was ready is there, and is kept."""
    walk(new_page, "old-phone")


def test_with_a_screen_reader(new_page: NewPage) -> None:
    """Each press is told, a second undo too; the focus is never lost; the words are in hand."""
    summary = walk(new_page, "screen-reader")
    assert isinstance(summary, str)
    assert "Ana" in summary
    assert "Choir" in summary
    assert "Knitting" not in summary


def test_with_a_helper(new_page: NewPage) -> None:
    """The screen is turned on the way; on their own device nobody is asked to clear anything."""
    walk(new_page, "helper")


def test_in_a_hurry(new_page: NewPage) -> None:
    """Three names are a picture and a summary; what was not answered is not said to be none."""
    summary = walk(new_page, "hurry")
    assert isinstance(summary, str)
    assert [name for name in ("Ana", "Ben", "Dr Shah") if name not in summary] == []
    assert not re.search(r"\bnone\b", summary, re.IGNORECASE)


def test_unsure_and_wanting_to_leave(new_page: NewPage, guard: Guard) -> None:
    """One press and it is gone; nothing is there on coming back; erasing tells what it did."""
    guard.allow("favicon")  # the page is blank for a moment, and a slow browser then asks for one
    walk(new_page, "unsure")


def test_every_picture_is_told_of() -> None:
    """In docs/walkthroughs.md, with words for whoever does not see it."""
    shown = re.findall(r"!\[[^\]]+\]\(walkthroughs/([\w-]+\.png)\)", TOLD.read_text("utf-8"))
    assert sorted(shown) == sorted(path.name for path in Path(FOLDER).glob("*.png"))
