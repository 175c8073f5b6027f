"""Leaving by Shift, where it was turned on; and Leave now turned off."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from e2e import person
from e2e.person import WORDS

# Presses of Shift by their times, each held so long that the browser repeats it or not.
SHIFTS = """([times, held]) => {
  for (const at of times) {
    for (const kind of held ? ["keydown", "keydown", "keyup"] : ["keydown", "keyup"]) {
      const event = new KeyboardEvent(kind, { key: "Shift", repeat: held });
      Object.defineProperty(event, "timeStamp", { value: at });
      dispatchEvent(event);
    }
  }
}"""


@pytest.fixture
def alone(page: Page) -> Page:
    """A page on its own, where Shift was turned on as it is in the page with the map."""
    page.goto("about.html")
    page.evaluate("() => { document.documentElement.dataset.shiftLeaves = ''; }")
    return page


def away(page: Page) -> None:
    """See that the page was left."""
    expect(page.get_by_role("heading", level=1)).to_have_text(WORDS("pages.away.lead"))


def shift(page: Page) -> None:
    """Press Shift three times."""
    for _ in range(3):
        page.keyboard.press("Shift")


def test_three_presses_of_shift_leave_where_that_is_on(page: Page) -> None:
    """Off until turned on; then it is the same as the button."""
    page.goto("about.html")
    shift(page)
    expect(person.heading(page)).to_have_text(WORDS("pages.about.title"))
    page.evaluate("() => { document.documentElement.dataset.shiftLeaves = ''; }")
    shift(page)
    away(page)


def _typing(page: Page) -> None:
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    page.keyboard.press("a")
    page.keyboard.press("Shift")


def _capitals(page: Page) -> None:
    for letter in "ABC":
        page.keyboard.press(f"Shift+{letter}")


def _with_the_pointer(page: Page) -> None:
    for _ in range(3):
        page.keyboard.down("Shift")
        page.get_by_role("heading", level=1).click()
        page.keyboard.up("Shift")


def _with_other_keys(page: Page) -> None:
    for _ in range(3):
        page.keyboard.press("Control+Shift")


def _too_slow(page: Page) -> None:
    page.evaluate(SHIFTS, [[1000, 2000, 3001], False])


def _held(page: Page) -> None:
    page.evaluate(SHIFTS, [[1000, 1100, 1200], True])


@pytest.mark.parametrize(
    "act", [_typing, _capitals, _with_the_pointer, _with_other_keys, _too_slow, _held]
)
def test_shift_for_anything_else_does_not_leave(alone: Page, act: Callable[[Page], None]) -> None:
    """With another key between, as part of another press, too slow, or held down."""
    act(alone)
    expect(person.heading(alone)).to_have_text(WORDS("pages.about.title"))
    alone.evaluate(SHIFTS, [[10_000, 11_000, 12_000], False])
    away(alone)


@pytest.mark.parametrize(
    ("tag", "attributes"),
    [
        ("input", {}),
        ("input", {"type": "password"}),
        ("textarea", {}),
        ("select", {}),
        ("p", {"contenteditable": "true"}),
    ],
)
def test_shift_in_a_field_does_not_leave(alone: Page, tag: str, attributes: dict[str, str]) -> None:
    """Somebody who writes uses it for capitals."""
    alone.evaluate(
        """([tag, attributes]) => {
          const field = document.createElement(tag);
          for (const [name, value] of Object.entries(attributes)) field.setAttribute(name, value);
          document.querySelector("main").append(field);
          field.focus();
        }""",
        [tag, attributes],
    )
    shift(alone)
    expect(person.heading(alone)).to_have_text(WORDS("pages.about.title"))
    alone.evaluate("() => document.activeElement.blur()")
    shift(alone)
    away(alone)


def test_the_button_can_be_turned_off_and_shift_left_on(alone: Page) -> None:
    """The button is not there to press, by pointer or keyboard; Shift goes by its own switch."""
    alone.evaluate("() => { document.documentElement.dataset.noLeave = ''; }")
    expect(alone.get_by_role("link", name=WORDS("layout.leave"))).to_have_count(0)
    expect(alone.get_by_test_id("hide-page")).to_be_hidden()
    alone.get_by_role("banner").get_by_role("link", name=WORDS("layout.help")).focus()
    alone.keyboard.press("Tab")
    expect(alone.get_by_test_id("hide-page")).not_to_be_focused()
    shift(alone)
    away(alone)
