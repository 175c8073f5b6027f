"""The picture: the same work by mouse, by finger and by keys, and nothing by accident."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Position, expect

from chn_self.domain.connection import Closeness
from chn_self.files.codec import encode
from e2e import person
from e2e.browser import Guard
from e2e.conftest import NewPage
from e2e.hands import Finger, Keys, Mouse, at, chosen, mark, on_ring, way
from e2e.large_map import large_map
from e2e.person import WORDS, button, go, link, on_step
from e2e.test_keep_file import DROPPED
from tests.maps import map_of
from tests.maps import person as someone

Hands = Mouse | Finger | Keys

ACTIVITIES = ("Choir", "Tea", "Walk")
PEOPLE = ("Ana", "Ben", "Dee", "Eve", "Fay", "Gus")
PLACES = ("Hall", "Kiosk", "Library")

# Whether an element, or the shape of a mark, is what is seen where it is.
ON_TOP = """(element) => {
  const shape = element.querySelector("circle, rect") ?? element;
  const { x, y, width, height } = shape.getBoundingClientRect();
  return element.contains(document.elementFromPoint(x + width / 2, y + height / 2));
}"""


@pytest.fixture
def finger(browser: Browser, site: str, guard: Guard) -> Iterator[Finger]:
    """A phone in somebody's hand."""
    context = browser.new_context(
        base_url=site,
        viewport={"width": 360, "height": 720},
        has_touch=True,
        is_mobile=True,
        accept_downloads=True,
        service_workers="block",
        reduced_motion="reduce",
    )
    guard.watch(context)
    page = context.new_page()
    yield Finger(page, context.new_cdp_session(page))
    context.close()


@pytest.fixture
def hands(request: pytest.FixtureRequest) -> Hands:
    """One of the three, on a page that has started with an empty map."""
    made: Hands
    if request.param == "finger":
        made = request.getfixturevalue("finger")
    else:
        page = request.getfixturevalue("page")
        made = Mouse(page) if request.param == "mouse" else Keys(page)
    person.arrive(made.page)
    return made


def built(page: Page) -> None:
    """A map of twelve, with nothing said of any."""
    for step, names in (("activities", ACTIVITIES), ("people", PEOPLE), ("places", PLACES)):
        go(page, step)
        person.add(page, *names)
    go(page, "map")


def taken(page: Page) -> Any:
    """The map file, with names for ids, and without what differs from day to day."""
    go(page, "keep")
    with page.expect_download() as coming:
        page.get_by_test_id("download-map").click()
    found = json.loads(coming.value.path().read_text("utf-8"))
    names = {c["id"]: c["name"] for c in found["connections"]}
    for connection in found["connections"]:
        connection["id"] = connection["name"]
    found["links"] = sorted(sorted((names[k["a"]], names[k["b"]])) for k in found["links"])
    return {key: found[key] for key in found if key not in {"id", "saved_at", "as_of"}}


# Last time: Ana was further away, and somebody was there who is not on the map of today.
EARLIER = map_of(
    replace(someone("1", "Ana"), closeness=Closeness.OUTER),
    replace(someone("2", "Zoe"), closeness=Closeness.OUTER),
)


@pytest.mark.parametrize("hands", ["mouse", "finger", "keys"], indirect=True)
def test_the_same_work_makes_the_same_map(hands: Hands) -> None:
    """Twelve put on, three moved, four put together, compared: each way the same file."""
    page = hands.page
    built(page)
    hands.move("Ana", 1)
    hands.move("Ben", 2)
    hands.move("Choir", 3)
    hands.link("Choir", "Ana", "Ben", "Hall")
    hands.link("Library", "Dee")
    hands.press(page.locator("#shows > summary"))
    expect(page.get_by_text("You put 2 people with Choir.").first).to_be_visible()
    hands.press(page.locator("#ways-on > summary"))
    hands.press(link(page, "map.compare"))
    page.get_by_test_id("open-file").set_input_files(
        {"name": "then.chn.json", "mimeType": "application/json", "buffer": encode(EARLIER)}
    )
    expect(page.get_by_test_id("compared-nearer")).to_contain_text("Ana")
    expect(page.get_by_test_id("compared-not_here")).to_contain_text("Zoe")
    expect(page.get_by_test_id("compared-new_here")).to_contain_text("Choir")
    hands.press(button(page, "compare.put_away"))
    found = taken(page)
    assert [c["name"] for c in found["connections"]] == [*ACTIVITIES, *PEOPLE, *PLACES]
    rings = {c["name"]: c["closeness"] for c in found["connections"] if c.get("closeness")}
    assert rings == {"Ana": 1, "Ben": 2, "Choir": 3}
    assert found["links"] == [
        ["Ana", "Choir"],
        ["Ben", "Choir"],
        ["Choir", "Hall"],
        ["Dee", "Library"],
    ]
    # Nothing else was said of anybody, however it was done.
    assert {key for c in found["connections"] for key in c if c[key] not in (None, [])} == {
        "id",
        "kind",
        "name",
        "closeness",
    }


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
    scrolled = page.evaluate("() => scrollY")
    finger.move("Ana", 1)
    assert page.evaluate("() => scrollY") == scrolled


def test_keys_walk_the_picture_in_the_order_of_the_list(page: Page) -> None:
    """From You to each kind and along it; one stop for Tab, which remembers where it was."""
    person.arrive(page)
    built(page)
    you = page.get_by_role("treeitem", name=WORDS("site.you"), exact=True)
    you.focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("treeitem", name="People, 6", exact=True)).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(mark(page, "Ana")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(mark(page, "Ben")).to_be_focused()
    page.keyboard.press("g")
    expect(mark(page, "Gus")).to_be_focused()
    page.keyboard.press("ArrowLeft")
    expect(page.get_by_role("treeitem", name="People, 6", exact=True)).to_be_focused()
    page.keyboard.press("End")
    expect(mark(page, "Walk")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    expect(mark(page, "Walk")).to_be_focused()
    page.keyboard.press("Home")
    expect(you).to_be_focused()


def test_the_list_does_all_that_the_picture_does(page: Page) -> None:
    """Closer, later on its ring, marked, put together, taken off: no press on the picture."""
    person.arrive(page)
    built(page)
    person.button_about(page, "ways.change", "Ana").click()
    button(page, "about.closeness_person_choice.1").click()
    button(page, "about.effect_choice.helps").click()
    page.get_by_role("button", name="Choir", exact=True).click()
    person.unfold(page, "about.more")
    button(page, "about.matters").click()
    page.get_by_test_id("done").click()
    expect(mark(page, "Ana")).to_have_attribute(
        "aria-label", "Ana, very close, helps, matters to me; with Choir"
    )
    person.button_about(page, "ways.change", "Ben").click()
    person.unfold(page, "about.more")
    button(page, "about.later").click()
    page.get_by_test_id("done").click()
    assert person.names_listed(page)[:3] == ["Ana", "Dee", "Ben"]
    person.button_about(page, "ways.remove", "Ben").first.click()
    expect(mark(page, "Ben")).to_have_count(0)


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


def test_a_press_that_just_misses_a_mark_means_it(page: Page) -> None:
    """Shaky hands need not be exact; far from all marks nothing is chosen."""
    person.arrive(page)
    built(page)
    start, _ = way(page, "Ana", 1)
    page.mouse.click(start["x"], start["y"] - 19)
    expect(chosen(page, "Ana")).to_be_visible()
    page.mouse.click(start["x"], start["y"] - 19)
    expect(chosen(page, "Ana")).to_have_count(0)


def test_a_shaky_press_beside_a_mark_chooses_it_once(page: Page) -> None:
    """The second of two quick ones does not take the first back."""
    person.arrive(page)
    built(page)
    start, _ = way(page, "Ana", 1)
    page.mouse.dblclick(start["x"], start["y"] - 19)
    expect(chosen(page, "Ana")).to_be_visible()


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


def test_a_screen_readers_press_leads_to_what_can_be_done(page: Page) -> None:
    """It has no keys and no pointer; what can be done says whom it is about."""
    person.arrive(page)
    built(page)
    mark(page, "Ana").dispatch_event("click")
    expect(chosen(page, "Ana")).to_be_focused()


def test_the_last_one_taken_off_leaves_no_picture_enlarged(page: Page) -> None:
    """With nothing on it there are no buttons for its size."""
    person.arrive(page)
    go(page, "people")
    person.add(page, "Ana")
    go(page, "map")
    button(page, "zoom.in").click()
    person.button_about(page, "ways.remove", "Ana").click()
    expect(page.locator("#map-frame[data-zoomed]")).to_have_count(0)


def test_another_map_is_another_screen(page: Page) -> None:
    """It is not enlarged, and what was unfolded of the map before is folded again."""
    person.arrive(page)
    built(page)
    button(page, "zoom.in").click()
    person.unfold(page, "findings.open")
    page.evaluate(DROPPED, ["other.chn.json", encode(large_map(5, 2)).decode()])
    page.get_by_test_id("open-anyway").click()
    expect(person.rows(page)).to_have_count(5)
    expect(page.locator("#map-frame[data-zoomed], #shows[open]")).to_have_count(0)


def test_on_paper_is_the_whole_picture_and_no_button(page: Page) -> None:
    """However large a part was looked at, and whoever is chosen."""
    person.arrive(page)
    built(page)
    Mouse(page).look("Ana")
    button(page, "zoom.in").click()
    page.emulate_media(media="print")
    assert page.get_by_role("main").get_by_role("button").filter(visible=True).count() == 0
    assert page.evaluate(
        "() => document.getElementById('map-frame').scrollWidth <= "
        "document.getElementById('map-frame').clientWidth"
    )


def test_nothing_in_focus_lies_under_what_is_chosen(new_page: NewPage) -> None:
    """Its panel keeps to the foot of the window, small or with all of it open."""
    page = new_page(320, 640)
    person.arrive(page)
    built(page)
    tree = page.locator('[role="treeitem"][tabindex="0"]')
    for fold in (False, True):
        Mouse(page).look("Ana")
        if fold:
            page.locator("#chosen-more > summary").click()
            page.wait_for_function(f"() => ({ON_TOP})(document.querySelector('.map-chosen'))")
        for key in ("zoom.whole", "zoom.in"):
            page.evaluate("() => scrollTo(0, 0)")
            button(page, key).focus()
            assert button(page, key).evaluate(ON_TOP)
        page.evaluate("() => scrollTo(0, 0)")
        tree.focus()
        page.keyboard.press("End")
        expect(mark(page, "Walk")).to_be_focused()
        assert mark(page, "Walk").evaluate(ON_TOP)


@pytest.mark.parametrize("wide", [320, 600, 760])
def test_a_small_picture_stands_in_the_middle(new_page: NewPage, wide: int) -> None:
    """As wide as a phone; on a wider window it is no wider, with as much room on either side."""
    page = new_page(wide, 700)
    person.arrive(page, "map")
    box = page.get_by_test_id("map").bounding_box()
    assert box is not None
    assert box["x"] + box["width"] / 2 == pytest.approx(wide / 2, abs=1)
    assert box["width"] == min(wide, 448)
