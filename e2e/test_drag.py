"""Marks dragged with a mouse, a pen or a finger: as meant, and never by accident."""

from playwright.sync_api import Page, Position, expect

from e2e import person
from e2e.hands import PEOPLE, Finger, Mouse, at, built, chosen, mark, on_ring, way
from e2e.person import button, go


def test_a_drag_is_one_undo_and_escape_puts_it_back(page: Page) -> None:
    """And what is dropped outside of the picture stays where it was."""
    person.arrive(page)
    built(page)
    mouse = Mouse(page)
    before = mark(page, "Ana").get_attribute("transform")
    start, end = way(page, "Ana", 1)
    for finish in ("Escape", "outside"):
        page.mouse.move(**start)
        page.mouse.down()
        page.mouse.move(**end, steps=3)
        expect(mark(page, "Ana")).not_to_have_attribute("transform", str(before))
        if finish == "Escape":
            page.keyboard.press("Escape")
        else:
            page.mouse.move(2, 300)
        page.mouse.up()
        expect(mark(page, "Ana")).to_have_attribute("transform", str(before))
    mouse.move("Ana", 1)
    page.get_by_test_id("undo").click()
    expect(mark(page, "Ana")).to_have_attribute("transform", str(before))
    go(page, "people")
    expect(person.rows(page)).to_have_count(len(PEOPLE))


def test_a_finger_scrolls_where_nothing_is_chosen(finger: Finger) -> None:
    """A mark that was not chosen first moves the page, and stays where it is on the map."""
    page = finger.page
    person.arrive(page)
    built(page)
    mark(page, "Ana").scroll_into_view_if_needed()
    before = mark(page, "Ana").get_attribute("transform")
    start, _ = way(page, "Ana", 1)
    scrolled = page.evaluate("() => scrollY")
    finger.swipe(start, {"x": start["x"], "y": start["y"] - 200})
    assert page.evaluate("() => scrollY") > scrolled
    assert mark(page, "Ana").get_attribute("transform") == before
    finger.look("Ana")
    start, end = way(page, "Ana", 1)
    scrolled = page.evaluate("() => scrollY")
    finger.swipe(start, end)
    on_ring(page, "Ana", 1)
    assert page.evaluate("() => scrollY") == scrolled


def test_a_drag_chooses_what_was_dragged(page: Page) -> None:
    """The click that ends it takes nothing back, and the next press counts."""
    person.arrive(page)
    built(page)
    Mouse(page).move("Ana", 1)
    expect(chosen(page, "Ana")).to_be_visible()
    button(page, "chosen.back").click()
    expect(chosen(page, "Ana")).to_have_count(0)


def test_what_has_no_ring_keeps_none_where_there_is_none(page: Page) -> None:
    """A hand that wanders says nothing of how close somebody is."""
    person.arrive(page)
    built(page)
    mouse = Mouse(page)
    mouse.move("Ana", 1)
    start = at(page, "Ben")
    page.mouse.move(**start)
    page.mouse.down()
    page.mouse.move(start["x"] + 6, start["y"] - 9, steps=3)
    expect(page.locator(".map-dragged")).to_have_count(1)
    page.mouse.up()
    page.get_by_test_id("undo").click()
    expect(mark(page, "Ana")).to_have_attribute("aria-label", "Ana, no ring yet")


def test_a_drag_ends_where_the_button_was_let_go_unseen(page: Page) -> None:
    """Outside of the window, say: what comes back with no button down drags nothing."""
    person.arrive(page)
    built(page)
    before = str(mark(page, "Ana").get_attribute("transform"))
    start, end = way(page, "Ana", 1)
    page.mouse.move(**start)
    mark(page, "Ana").dispatch_event(
        "pointerdown",
        {"pointerId": 1, "pointerType": "mouse", "isPrimary": True, "bubbles": True, "button": 0,
         "clientX": start["x"], "clientY": start["y"]},
    )  # fmt: skip
    page.mouse.move(**end, steps=3)
    expect(mark(page, "Ana")).to_have_attribute("transform", before)


def test_a_pen_drags_only_what_is_chosen(page: Page) -> None:
    """Like a finger, since it scrolls like one."""
    person.arrive(page)
    built(page)
    pen = page.context.new_cdp_session(page)

    def drag(start: Position, end: Position) -> None:
        for type_, point, down in (("Pressed", start, 1), ("Moved", end, 1), ("Released", end, 0)):
            pen.send(
                "Input.dispatchMouseEvent",
                {"type": f"mouse{type_}", "pointerType": "pen", "button": "left",
                 "buttons": down, "clickCount": 1, **point},
            )  # fmt: skip

    before = str(mark(page, "Ana").get_attribute("transform"))
    drag(*way(page, "Ana", 1))
    expect(mark(page, "Ana")).to_have_attribute("transform", before)
    Mouse(page).look("Ana")
    drag(*way(page, "Ana", 1))
    on_ring(page, "Ana", 1)
