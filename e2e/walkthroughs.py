"""Five people walk through the page, each in their own way: `python -m e2e.walkthroughs` draws it.

What each of them met is told in docs/walkthroughs.md, beside the pictures that this writes.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright

from e2e import person
from e2e.browser import DIST, ROOT, launch
from e2e.conftest import LITTLE_MEMORY, serving
from e2e.hands import chosen, enter, mark, tab_to
from e2e.person import WORDS, add, button, link, next_screen, on_screen, on_step, press, unfold
from e2e.test_ease import ease

FOLDER = ROOT / "docs" / "walkthroughs"

# What is done where somebody stops to look: the name says at what.
Look = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Walk:
    """What somebody does, and the size of their window in pixels."""

    go: Callable[[Page, Look], object]
    width: int
    height: int


def alone_on_an_old_phone(page: Page, look: Look) -> None:
    """The largest text on the smallest phone; names typed before the page has started; kept."""
    page.goto("./")
    look("welcome")
    ease(page, "sizes.200")
    link(page, "welcome.start").click()
    add_early(page, "Walk with Rex")
    person.settled(page)
    assert person.names_listed(page) == ["Walk with Rex"]
    add(page, "Radio")
    expect(page.locator("#said")).to_be_in_viewport()
    look("second-name")
    press(page, "list.activity.all")
    on_step(page, "people")
    add(page, "Mum", "Sam")
    look("offer")
    link(page, "offer.keep").click()
    on_step(page, "keep")
    unfold(page, "here.plain_summary")
    press(page, "here.plain")
    expect(page.locator("#where")).to_have_text(WORDS("where_kept.plain"))
    look("kept")
    person.go(page, "people")
    assert person.names_listed(page) == ["Mum", "Sam"]
    link(page, "ways.to_map").click()
    on_step(page, "map")
    look("map")
    link(page, "ways.enough").click()
    on_step(page, "ending")
    expect(page.get_by_text(WORDS("ending.kept"))).to_be_visible()
    look("ending")


def with_a_screen_reader(page: Page, look: Look) -> str:
    """Nothing is looked at: all is found by role and name, done by keys, and heard.

    Gives the summary that was made.
    """
    page.goto("./")
    person.settled(page)
    enter(page, link(page, "welcome.start"))
    expect(person.heading(page)).to_be_focused()
    _list_by_ear(page)
    look("list")
    enter(page, button(page, "list.activity.all"))
    on_screen(page, "list.person.title")
    expect(person.heading(page)).to_be_focused()
    tab_to(page, page.get_by_label(WORDS("list.person.label"), exact=True))
    _type(page, "Ana")
    enter(page, person.button_about(page, "relation.label.friend", "Ana"))
    expect(person.button_about(page, "ways.change", "Ana")).to_be_focused()
    enter(page, link(page, "ways.to_map"))
    on_screen(page, "map.title")
    _picture_by_ear(page)
    look("picture")
    page.keyboard.press("Escape")
    expect(mark(page, "Ana")).to_be_focused()
    enter(page, link(page, "map.summary"))
    expect(person.heading(page)).to_be_focused()
    enter(page, page.locator("summary").filter(has_text=WORDS("share.choose")))
    enter(page, button(page, "share.name_choice.full"))
    with page.expect_download() as coming:
        enter(page, button(page, "share.download_text"))
    heard(page, "taken")
    look("summary")
    return person.content(coming.value)


def _list_by_ear(page: Page) -> None:
    tab_to(page, page.get_by_label(WORDS("list.activity.label"), exact=True))
    for name in ("Choir", "Knitting"):
        _type(page, name)
    enter(page, person.button_about(page, "ways.remove", "Knitting"))
    heard(page, "removed", name="Knitting")
    expect(button(page, "ways.undo")).to_be_focused()
    page.keyboard.press("Enter")
    heard(page, "undone")
    expect(button(page, "ways.undo")).to_be_focused()
    first = page.locator("#said").evaluate_handle("(said) => said.firstChild")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Knitting")).to_have_count(0)
    # The same words, and anew: a reader tells of what was put there, not of what stays.
    assert page.locator("#said").evaluate("(said, first) => said.firstChild !== first", first)
    heard(page, "undone")


def _picture_by_ear(page: Page) -> None:
    expect(person.heading(page)).to_be_focused()
    tab_to(page, page.get_by_role("treeitem", name=WORDS("site.you"), exact=True))
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("treeitem", name="People, 1", exact=True)).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(mark(page, "Ana")).to_be_focused()
    page.keyboard.press("Enter")
    expect(chosen(page, "Ana")).to_be_focused()
    enter(page, person.button_about(page, "chosen.nearer", "Ana"))
    heard(page, "on_ring_3", name="Ana")


def with_a_helper(page: Page, look: Look) -> None:
    """On the person's own phone, from what both read first to a map that is copied to paper."""
    page.goto("./")
    link(page, "welcome.helper").click()
    on_screen(page, "guided.say.title")
    look("begin")
    next_screen(page)
    for part in ("who", "rules", "notes"):
        on_screen(page, f"guided.{part}.title")
        next_screen(page)
    press(page, "guided.device.choice.mine")
    next_screen(page)
    add(page, "Choir")
    press(page, "guided.turn")
    on_screen(page, "guided.cover.title")
    expect(page.get_by_text("Choir")).to_have_count(0)
    look("turned")
    press(page, "guided.cover.show")
    assert person.names_listed(page) == ["Choir"]
    look("list")
    link(page, "ways.enough").click()
    on_screen(page, "ending.title")
    link(page, "ending.closing").click()
    on_screen(page, "closing.keep.title")
    press(page, "closing.wish.paper")
    look("close")
    next_screen(page)
    person.field(page, "closing.again.label").fill("Tuesday, after lunch")
    next_screen(page)
    press(page, "closing.on_paper")
    on_screen(page, "closing.over.title")
    expect(page.get_by_text("Tuesday, after lunch").first).to_be_visible()
    look("over")


def in_a_hurry(page: Page, look: Look) -> str:
    """Three names, the picture, and a summary in plain text, which this gives."""
    page.goto("./")
    link(page, "welcome.start_people").click()
    add_early(page, "Ana", "Ben", "Dr Shah")
    link(page, "ways.to_map").click()
    on_step(page, "map")
    person.settled(page)
    look("map")
    link(page, "map.summary").click()
    on_step(page, "summary")
    person.unfold(page, "share.choose")
    press(page, "share.name_choice.full")
    look("summary")
    return person.content(person.take(page, "download-text"))


def unsure(page: Page, look: Look) -> None:
    """Reads what becomes of words first, types one, leaves at once, comes back, and erases."""
    page.goto("./")
    look("welcome")
    link(page, "welcome.privacy_link").click()
    on_screen(page, "pages.privacy.title")
    look("privacy")
    page.go_back()
    link(page, "welcome.start_people").click()
    add_early(page, "Ana")
    page.get_by_test_id("hide-page").click()
    expect(person.heading(page)).to_have_text(WORDS("pages.away.lead"))
    page.go_back()
    person.settled(page)
    assert "Ana" not in page.content()
    expect(page.locator("#said")).to_be_empty()
    look("back")
    person.go(page, "people")
    add(page, "Ana")
    link(page, "where_kept.link").click()
    on_step(page, "keep")
    page.get_by_test_id("erase").click()
    asking = page.get_by_role("dialog", name=WORDS("erase.title"))
    expect(asking).to_be_visible()
    asking.get_by_role("link", name=WORDS("erase.yes")).click()
    expect(page.get_by_role("status")).to_have_text(WORDS("pages.erased.cleared"))
    look("erased")


WALKS: Mapping[str, Walk] = {
    "old-phone": Walk(alone_on_an_old_phone, 320, 568),
    "screen-reader": Walk(with_a_screen_reader, 360, 640),
    "helper": Walk(with_a_helper, 360, 640),
    "hurry": Walk(in_a_hurry, 360, 640),
    "unsure": Walk(unsure, 360, 640),
}


def add_early(page: Page, *names: str) -> None:
    """Add names whether or not Python is there by now."""
    box = page.get_by_test_id("name")
    for name in names:
        box.fill(name)
        box.press("Enter")
    expect(page.get_by_role("listitem").filter(has_text=names[-1])).to_be_visible()


def heard(page: Page, key: str, **values: object) -> None:
    """Hear what is told of the last press."""
    told = page.get_by_role("status").filter(has_text=WORDS(f"notice.{key}", **values))
    expect(told).to_have_count(1)


def _type(page: Page, name: str) -> None:
    """Type a name with Enter; it is told, and the box is ready for the next."""
    page.keyboard.type(name)
    page.keyboard.press("Enter")
    heard(page, "added", name=name)
    expect(page.get_by_role("textbox")).to_be_focused()


def draw(name: str, page: Page, folder: Path) -> None:
    """Walk once, and write a picture of the window wherever somebody stops to look."""
    WALKS[name].go(page, lambda at: _picture(page, folder / f"{name}-{at}.png"))


def _picture(page: Page, path: Path) -> None:
    page.screenshot(path=path, animations="disabled", caret="hide")


def main() -> None:
    """Draw every walk anew."""
    FOLDER.mkdir(exist_ok=True)
    with serving(DIST) as site, sync_playwright() as driver:
        browser = launch(driver)
        for name, walk in WALKS.items():
            context = browser.new_context(
                base_url=site,
                viewport={"width": walk.width, "height": walk.height},
                locale="en-GB",
                reduced_motion="reduce",
                service_workers="block",
            )
            context.add_init_script(LITTLE_MEMORY)
            draw(name, context.new_page(), FOLDER)
            context.close()
        browser.close()


if __name__ == "__main__":
    main()
