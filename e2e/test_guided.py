"""A session with a helper, from the welcome to a device with nothing of the person's left on it."""

import re
from pathlib import Path

from playwright.sync_api import Page, PdfMargins, expect

from e2e import person
from e2e.browser import Guard, axe
from e2e.conftest import NewPage
from e2e.person import WORDS, add, link, next_screen, on_screen, on_step, press

STORED = "async () => (await indexedDB.databases()).map(({ name }) => name)"


def begin(page: Page, device: str) -> None:
    """From the welcome through all that both read, to the first list."""
    link(page, "welcome.helper").click()
    on_screen(page, "guided.say.title")
    next_screen(page)
    for part in ("who", "rules", "notes"):
        on_screen(page, f"guided.{part}.title")
        next_screen(page)
    on_screen(page, "guided.device.title")
    press(page, f"guided.device.choice.{device}")
    next_screen(page)
    on_step(page, "activities")


def end(page: Page, *wishes: str) -> None:
    """From any screen to the last one, by way of how the person is."""
    person.unfold(page, "guided.beside")
    link(page, "keep.end").click()
    on_screen(page, "ending.title")
    link(page, "ending.closing").click()
    on_screen(page, "closing.keep.title")
    for wish in wishes:
        press(page, f"closing.wish.{wish}")
    next_screen(page)
    on_screen(page, "closing.again.title")
    person.field(page, "closing.again.label").fill("Tuesday, after lunch")
    next_screen(page)


def clear(page: Page, guard: Guard) -> None:
    """Clear the device, and see that nothing of ours is in the browser any more.

    The page is blank for a moment, and a browser that is slow then asks for an icon.
    """
    guard.allow("favicon")
    page.get_by_test_id("erase").click()
    page.get_by_role("dialog").get_by_role("link", name=WORDS("erase.yes")).click()
    expect(page.locator("#outcome")).to_have_text(WORDS("pages.erased.cleared"))
    assert page.evaluate(STORED) == []


def test_a_file_is_opened_again_before_the_device_is_cleared(
    new_page: NewPage, guard: Guard
) -> None:
    """On a phone: the screen is turned on the way; another file and a changed map clear nothing."""
    page = new_page(320, 640)
    person.arrive(page)
    begin(page, "helpers")
    add(page, "Choir")
    press(page, "guided.turn")
    on_screen(page, "guided.cover.title")
    expect(person.heading(page)).to_be_focused()
    expect(page.get_by_text("Choir")).to_have_count(0)
    assert "Choir" not in page.locator("body").aria_snapshot()
    assert "Choir" not in page.content()
    assert axe(page) == []
    page.go_back()
    on_screen(page, "guided.cover.title")
    page.go_forward()
    press(page, "guided.cover.show")
    expect(person.rows(page)).to_have_text(re.compile("Choir"))

    end(page, "paper", "file")
    on_screen(page, "closing.paper.title")
    expect(page.get_by_role("region", name=WORDS("closing.sheet"))).to_contain_text("Tuesday")
    page.emulate_media(media="print")
    expect(person.heading(page)).to_be_hidden()
    expect(page.get_by_role("heading", name=WORDS("closing.sheet"))).to_be_visible()
    page.emulate_media(media="screen")
    press(page, "closing.on_paper")
    on_screen(page, "closing.file.title")
    file = person.take(page, "download-map")
    on_screen(page, "closing.check.title")
    expect(page.get_by_test_id("erase")).to_have_count(0)
    chosen = page.locator("#check-file")
    chosen.set_input_files({"name": "a.json", "mimeType": "application/json", "buffer": b"{}"})
    expect(page.locator("#said")).to_have_text(WORDS("notice.file_differs"))
    on_screen(page, "closing.check.title")
    chosen.set_input_files(Path(file.path()))
    on_screen(page, "closing.over.title")
    assert axe(page) == []
    clear(page, guard)


def test_where_nothing_is_wanted_it_is_cleared_at_once(page: Page, guard: Guard) -> None:
    """And a helper who is asked to go takes their signs along; a summary says who was there."""
    person.arrive(page)
    begin(page, "shared")
    add(page, "Choir")
    end(page, "nothing")
    on_screen(page, "closing.over.title")
    person.unfold(page, "guided.beside")
    press(page, "guided.alone")
    expect(page.locator("#said")).to_have_text(WORDS("notice.alone"))
    expect(page.get_by_test_id("turn")).to_have_count(0)
    person.go(page, "summary")
    expect(page.get_by_test_id("preview")).to_contain_text(WORDS("summary.with_helper"))
    person.go(page, "closing")
    next_screen(page)
    next_screen(page)
    clear(page, guard)


def test_the_notes_for_helpers_print_on_two_sheets(page: Page) -> None:
    """As they say themselves; and the screen for both leads to them."""
    page.goto("helpers.html")
    assert page.locator("main").get_by_text(WORDS("pages.helpers.title")).is_visible()
    margin: PdfMargins = {"top": "2cm", "bottom": "2cm", "left": "2cm", "right": "2cm"}
    printed = page.pdf(format="A4", margin=margin)
    assert re.findall(rb"/Count (\d+)", printed) == [b"2"]
