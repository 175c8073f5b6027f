"""The picture larger and smaller in its frame, and never in anybody's way."""

import pytest
from playwright.sync_api import Page, expect

from chn_self.files.codec import encode
from e2e import person
from e2e.hands import Finger, Mouse, at, built, chosen, mark
from e2e.large_map import large_map
from e2e.person import WORDS, button, go, on_step


def test_the_picture_grows_in_its_frame_and_stays_so(finger: Finger) -> None:
    """By buttons and by two fingers; the page does not grow, and a change does not shrink it."""
    page = finger.page
    person.arrive(page)
    built(page)
    picture = page.get_by_test_id("map")
    whole = width(page)
    button(page, "zoom.in").tap()
    assert width(page) == pytest.approx(1.5 * whole, rel=0.01)
    finger.look("Ana")
    assert width(page) == pytest.approx(1.5 * whole, rel=0.01)
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    button(page, "zoom.whole").tap()
    assert width(page) == pytest.approx(whole)
    picture.scroll_into_view_if_needed()
    box = picture.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    for type_, away in (("touchStart", 20), ("touchMove", 30), ("touchMove", 40), ("touchEnd", 0)):
        points = [{"x": x - away, "y": y}, {"x": x + away, "y": y}] if away else []
        finger.glass.send("Input.dispatchTouchEvent", {"type": type_, "touchPoints": points})
    assert width(page) == pytest.approx(2 * whole, rel=0.05)
    assert page.evaluate("() => visualViewport.scale") == 1


def test_an_enlarged_picture_catches_no_finger(finger: Finger) -> None:
    """Even where it is taller than the phone: at its end the page scrolls on to what is beneath."""
    page = finger.page
    person.arrive(page)
    person.open_map(page, encode(large_map(200, 40)))
    on_step(page, "map")
    name = "Person number 90"
    spot = at(page, name)
    page.touchscreen.tap(**spot)
    expect(page.locator("#map-frame[data-zoomed]")).to_be_visible()
    near = at(page, name)
    assert (near["x"], near["y"]) == pytest.approx((spot["x"], spot["y"]), abs=40)
    whole = button(page, "zoom.whole")
    for _ in range(20):
        box = whole.bounding_box()
        assert box is not None
        if box["y"] + box["height"] < 720:
            break
        finger.swipe({"x": 180, "y": 500}, {"x": 180, "y": 300})
    expect(whole).to_be_in_viewport()
    whole.tap()
    expect(page.locator("#map-frame[data-zoomed]")).to_have_count(0)
    expect(whole).to_be_in_viewport()


def test_the_chosen_one_is_what_is_enlarged(page: Page) -> None:
    """It comes to the middle, and changing it and coming back leaves the picture as it was."""
    person.arrive(page)
    person.open_map(page, encode(large_map(60, 40)))
    on_step(page, "map")
    mouse = Mouse(page)
    name = "Person number 7"
    mouse.look(name)
    for _ in range(2):
        button(page, "zoom.in").click()
    assert _from_middle(page, name) == pytest.approx(0, abs=2)
    large = width(page)
    change = person.starting_with(WORDS("ways.change"))
    chosen(page, name).get_by_role("button", name=change).click()
    button(page, "about.effect_choice.helps").click()
    page.get_by_test_id("done").click()
    expect(chosen(page, name)).to_be_focused()
    assert width(page) == pytest.approx(large, rel=0.01)
    expect(mark(page, name)).to_be_in_viewport()


def _from_middle(page: Page, name: str) -> float:
    """How far the mark is from the middle of the frame, down the page."""
    frame, there = (
        found.bounding_box() for found in (page.locator("#map-frame"), mark(page, name))
    )
    assert frame is not None
    assert there is not None
    return frame["y"] + frame["height"] / 2 - there["y"] - there["height"] / 2


def width(page: Page) -> float:
    """How wide the picture is drawn."""
    box = page.get_by_test_id("map").bounding_box()
    assert box is not None
    return box["width"]


def test_marks_too_small_for_a_finger_come_nearer_first(finger: Finger) -> None:
    """With two hundred on a phone, one tap enlarges, the next chooses."""
    page = finger.page
    person.arrive(page)
    person.open_map(page, encode(large_map(200, 40)))
    on_step(page, "map")
    name = "Person number 90"
    page.touchscreen.tap(**at(page, name))
    expect(page.locator("#map-frame[data-zoomed]")).to_be_visible()
    expect(page.locator("#chosen")).to_have_count(0)
    finger.look(name)


def test_the_last_one_taken_off_leaves_no_picture_enlarged(page: Page) -> None:
    """With nothing on it there are no buttons for its size."""
    person.arrive(page)
    go(page, "people")
    person.add(page, "Ana")
    go(page, "map")
    button(page, "zoom.in").click()
    person.button_about(page, "ways.remove", "Ana").click()
    expect(page.locator("#map-frame[data-zoomed]")).to_have_count(0)
