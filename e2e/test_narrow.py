"""On the smallest phone nothing scrolls sideways, and everything is big enough to press."""

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from e2e import person
from e2e.browser import DIST
from e2e.conftest import NewPage
from e2e.person import STEPS
from tests.maps import AWKWARD, EXAMPLES

WIDTH = 320
WIDE = 1280  # a laptop's
PAGES = sorted(path.name for path in DIST.glob("*.html"))

UNFOLD = """() =>
  document.querySelectorAll("main details").forEach((fold) => { fold.open = true; })"""

# How far the page can be scrolled sideways, and what sticks out of it.
SIDEWAYS = """() => {
  const { scrollWidth } = document.scrollingElement;
  if (scrollWidth <= innerWidth) return [];
  const out = [...document.querySelectorAll("body *")].filter((element) => {
    const { right, width } = element.getBoundingClientRect();
    return width && right > innerWidth + 0.5;
  });
  return [scrollWidth, ...out.map((e) => `${e.tagName}.${e.getAttribute("class")}`)];
}"""

# What can be pressed and is less than 44 px high or wide; a link inside a sentence is as it is.
SMALL = """() => [...document.querySelectorAll("a[href], button, summary, input, select, textarea")]
  .filter((element) => element.checkVisibility() && !element.closest("dialog:not([open])"))
  .filter((element) => {
    const others = [...element.parentElement.childNodes].filter((node) => node !== element);
    const inSentence = element.matches("p a, li a")
      && others.some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    return !inSentence && !element.matches(".nhsuk-skip-link");
  })
  .map((element) => [element, element.getBoundingClientRect()])
  .filter(([element, { width, height }]) => width < 43.9 || height < 43.9)
  .map(([element, { width, height }]) =>
    `${element.textContent.trim() || element.id}: ${Math.round(width)} x ${Math.round(height)}`)"""

# What can be pressed and is nearer than 16 px to Help or Leave now, on the page or in the dialog
# that lies over it. What is scrolled goes out of sight under their bar, so that the bar itself has
# to reach as far below them.
NEAR = """() => {
  const box = (element) => element.getBoundingClientRect();
  const top = document.querySelector("dialog[open]") ?? document.body;
  const all = [...top.querySelectorAll("a[href], button, summary, input, select, textarea")]
    .filter((e) => e.checkVisibility() && !e.matches(".nhsuk-skip-link:not(:focus)"));
  const acts = all.filter((e) => e.matches("header [data-help], [data-leave]"));
  const gap = (a, b) => Math.max(
    a.left - b.right, b.left - a.right, a.top - b.bottom, b.top - a.bottom);
  if (!acts.some((act) => "leave" in act.dataset)) return ["no Leave now"];
  return acts.flatMap((act) => [
    ...all.filter((other) => other !== act && gap(box(act), box(other)) < 16)
      .map((other) => `${act.textContent.trim()} and ${other.textContent.trim()}: `
        + Math.round(gap(box(act), box(other)))),
    ...(box(act.closest("header, .dialog__top")).bottom - box(act).bottom < 16
      ? [`${act.textContent.trim()} and what is scrolled`] : []),
  ]);
}"""

# What is where the skip link is, once it has the focus.
SKIP = """() => {
  const link = document.querySelector(".nhsuk-skip-link");
  link.focus();
  const { x, y, width, height } = link.getBoundingClientRect();
  return document.elementFromPoint(x + width / 2, y + height / 2).textContent.trim();
}"""


@pytest.fixture
def phone(started: Page) -> Page:
    """A page as narrow as the smallest phone, with an empty map."""
    started.set_viewport_size({"width": WIDTH, "height": 568})
    return started


def awkward_map() -> bytes:
    """A map in which every name has broken someone's page, each in every kind."""
    connections = [
        {
            "id": f"{kind}-{i}",
            "kind": kind,
            "name": name,
            "closeness": i % 3 + 1,
            "effect": "helps",
            "matters": i % 4 == 0,
            "me_there": name,
            "note": name,
        }
        for kind in ("activity", "person", "place")
        for i, name in enumerate(AWKWARD)
    ]
    some = json.loads(EXAMPLES[0].read_bytes())
    long_texts = {"hope": "w" * 400, "missing": [{"text": name} for name in AWKWARD]}
    step = {"next_step": {"what": "😀" * 300, "who": "x" * 200, "when": AWKWARD[4]}}
    links = [{"a": f"person-{i}", "b": f"place-{i}"} for i in range(len(AWKWARD))]
    whole = {**some, "connections": connections, "links": links, "reflections": []}
    return json.dumps({**whole, **long_texts, **step}).encode()


def screens(page: Page) -> Iterator[str]:
    """Every screen of every step, by its step and number, with every fold open."""
    for step in STEPS:
        person.go(page, step)
        at = 0
        while True:
            page.evaluate(UNFOLD)
            yield f"{step} {at}"
            onward = page.get_by_test_id("next")
            if at > 40 or not onward.is_visible():
                break
            onward.click()
            if page.locator("main").get_attribute("data-step") != step:
                break
            at += 1


def faults(page: Page, looks: str) -> dict[str, list[str]]:
    """What a look finds, by screen."""
    return {name: found for name in screens(page) if (found := page.evaluate(looks))}


def test_nothing_scrolls_sideways_on_an_empty_map(phone: Page) -> None:
    """Every screen fits."""
    assert faults(phone, SIDEWAYS) == {}


def test_no_name_breaks_the_layout(phone: Page) -> None:
    """80 letters without a space, right-to-left, joined emoji, stacked marks: all fit."""
    person.open_map(phone, awkward_map())
    person.on_step(phone, "map")
    person.go(phone, "type")
    phone.get_by_test_id("show-type").click()
    person.go(phone, "summary")
    person.press(phone, "share.name_choice.full")
    assert faults(phone, SIDEWAYS) == {}


def test_everything_to_press_is_big_enough(phone: Page) -> None:
    """44 px and more, whatever hand presses it."""
    person.open_map(phone, EXAMPLES[0])
    person.on_step(phone, "map")
    person.go(phone, "type")
    phone.get_by_test_id("show-type").click()
    assert faults(phone, SMALL) == {}


@pytest.mark.parametrize("width", [WIDTH, WIDE])
def test_help_and_leave_now_stand_apart(phone: Page, width: int) -> None:
    """Nobody leaves by accident: 16 px and more to anything else, on every screen."""
    phone.set_viewport_size({"width": width, "height": 568})
    person.small_map(phone)
    assert faults(phone, NEAR) == {}


@pytest.mark.parametrize("name", PAGES)
def test_pages_of_their_own_fit_too(new_page: NewPage, name: str) -> None:
    """Nothing sideways, nothing small, Help and Leave now apart; on wider screens too."""
    page = new_page(WIDTH, 568)
    page.goto(name)
    expect(person.heading(page)).to_be_visible()
    for width in (WIDTH, 360, 385, 412, WIDE):
        page.set_viewport_size({"width": width, "height": 568})
        assert [page.evaluate(look) for look in (SIDEWAYS, SMALL)] == [[], []]
        assert page.evaluate(NEAR) == ([] if name != "away.html" else ["no Leave now"])


@pytest.mark.parametrize("width", [WIDTH, WIDE])
def test_the_way_past_the_header_is_seen_and_stands_apart(new_page: NewPage, width: int) -> None:
    """The header does not cover it, nor is it near Leave now."""
    page = new_page(width, 568)
    page.goto("help.html")
    assert page.evaluate(SKIP) == person.WORDS("layout.skip")
    assert page.evaluate(NEAR) == []


@pytest.mark.parametrize("width", [WIDTH, WIDE])
def test_help_and_the_question_before_erasing_fit(phone: Page, width: int) -> None:
    """What opens over a screen is no wider than it, as easy to press, and Leave now as far off."""
    phone.set_viewport_size({"width": width, "height": 568})
    person.go(phone, "keep")
    for opener in (phone.locator("header [data-help]"), phone.get_by_test_id("erase")):
        opener.click()
        dialog = phone.get_by_role("dialog")
        expect(dialog).to_be_visible()
        assert [phone.evaluate(look) for look in (SIDEWAYS, SMALL, NEAR)] == [[], [], []]
        dialog.locator("button[data-close]").click()


def test_the_picture_keeps_its_size_on_a_phone_and_beside_a_list(phone: Page) -> None:
    """The picture is drawn for the width there is, also after the phone was turned."""
    person.open_map(phone, EXAMPLES[0])
    person.on_step(phone, "map")
    picture = phone.locator("svg[data-testid=map]")
    narrow = picture.get_attribute("viewBox")
    phone.set_viewport_size({"width": 1000, "height": 600})
    expect(picture).not_to_have_attribute("viewBox", narrow or "")
    phone.set_viewport_size({"width": WIDTH, "height": 568})
    expect(picture).to_have_attribute("viewBox", narrow or "")
