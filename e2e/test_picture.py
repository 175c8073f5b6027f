"""The picture: the same work by mouse, by finger and by keys, and nothing by accident."""

import json
from dataclasses import replace
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from chn_self.domain.connection import Closeness
from chn_self.files.codec import encode
from e2e import person
from e2e.conftest import NewPage
from e2e.hands import (
    ACTIVITIES,
    PEOPLE,
    PLACES,
    Finger,
    Keys,
    Mouse,
    built,
    chosen,
    mark,
    way,
)
from e2e.large_map import large_map
from e2e.person import WORDS, button, go, link
from e2e.test_keep_file import DROPPED
from tests.maps import map_of
from tests.maps import person as someone

Hands = Mouse | Finger | Keys


# Whether an element, or the shape of a mark, is what is seen where it is.
ON_TOP = """(element) => {
  const shape = element.querySelector("circle, rect") ?? element;
  const { x, y, width, height } = shape.getBoundingClientRect();
  return element.contains(document.elementFromPoint(x + width / 2, y + height / 2));
}"""

# Notes the picture and the list as they are, but for where keys are and what scrolling needs; and
# tells whether they are what was noted before.
NOTED_BEFORE = """() => {
  const now = [...document.querySelectorAll("#map-frame svg, .rows")].map((drawn) => {
    const copy = drawn.cloneNode(true);
    for (const element of copy.querySelectorAll("*")) {
      element.removeAttribute("tabindex");
      element.removeAttribute("style");
    }
    return copy;
  });
  const before = globalThis.noted ?? [];
  globalThis.noted = now;
  return now.length === before.length && now.every((copy, at) => copy.isEqualNode(before[at]));
}"""


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


def test_a_screen_readers_press_leads_to_what_can_be_done(page: Page) -> None:
    """It has no keys and no pointer; what can be done says whom it is about."""
    person.arrive(page)
    built(page)
    mark(page, "Ana").dispatch_event("click")
    expect(chosen(page, "Ana")).to_be_focused()


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


def test_another_map_with_the_same_ones_on_it_is_walked_from_its_start(page: Page) -> None:
    """Their marks are as they were; the one stop for Tab is You again."""
    person.arrive(page)
    person.put(page, encode(large_map(5, 2)))
    items = page.get_by_role("treeitem")
    items.last.focus()
    expect(items.first).to_have_attribute("tabindex", "-1")
    other = replace(large_map(5, 2), id="other")
    page.evaluate(DROPPED, ["other.chn.json", encode(other).decode()])
    expect(items.first).to_have_attribute("tabindex", "0")
    expect(items.last).to_have_attribute("tabindex", "-1")


def test_what_was_left_as_it_is_is_as_it_should_be(page: Page) -> None:
    """After much was pressed the picture and the list are what a screen made anew has."""
    person.arrive(page)
    built(page)
    mouse = Mouse(page)
    for name, ring in (("Ana", 3), ("Ben", 1)):
        mouse.move(name, ring)
    mouse.look("Ana")
    person.press(page, "ways.undo")
    person.press(page, "chosen.back")
    page.evaluate(NOTED_BEFORE)
    go(page, "reflect")
    go(page, "map")
    assert page.evaluate(NOTED_BEFORE)


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
