"""Ways to ease reading: each does what it says, lasts as long as was asked, and sends nothing."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from e2e import person
from e2e.conftest import NewPage
from e2e.person import WORDS, button

# What Python is not needed for is tried on a page without it.
PAGE = "privacy.html"

# In place of the device's voices: `spoken` holds what was read, each text with who read it.
VOICES = """
window.spoken = [];
window.voices = [
  { name: "Far", lang: "en-GB", localService: false },
  { name: "Ava Online (Natural)", lang: "en-GB", localService: true },
  { name: "Ton", lang: "nl-NL", localService: true },
  { name: "Ann", lang: "en_GB", localService: true },
];
class Utterance extends EventTarget {
  constructor(text) { super(); this.text = text; }
}
const speech = {
  getVoices: () => window.voices,
  speak: (one) => window.spoken.push([one.voice.name, one.text]),
  cancel: () => window.spoken.push("stopped"),
};
Object.defineProperty(window, "SpeechSynthesisUtterance", { value: Utterance });
Object.defineProperty(window, "speechSynthesis", { value: speech });
"""
STORED = "() => [sessionStorage, localStorage].map((all) => Object.values(all))"
NOTHING: list[list[str]] = [[], []]


def open_ease(page: Page) -> Locator:
    """Open the ways to ease from the foot of the page."""
    page.get_by_role("contentinfo").get_by_role("button", name=WORDS("ease.open")).click()
    dialog = page.get_by_role("dialog", name=WORDS("ease.title"))
    expect(dialog).to_be_visible()
    return dialog


def ease(page: Page, *keys: str) -> None:
    """Press these ways, and close the dialog."""
    dialog = open_ease(page)
    for key in keys:
        dialog.get_by_role("button", name=WORDS(f"ease.{key}"), exact=True).click()
    dialog.get_by_role("button", name=WORDS("layout.close"), exact=True).click()


def chosen(page: Page) -> list[str]:
    """The ways that the dialog shows as chosen."""
    dialog = open_ease(page)
    names = dialog.locator('[aria-pressed="true"]').all_inner_texts()
    page.keyboard.press("Escape")
    return [name.strip() for name in names]


def height(found: Locator) -> float:
    """The size of a text, in pixels."""
    size: str = found.evaluate("(element) => getComputedStyle(element).fontSize")
    return float(size.removesuffix("px"))


def spoken(page: Page) -> list[str | list[str]]:
    """What was read so far, and when it was stopped."""
    said: list[str | list[str]] = page.evaluate("() => spoken.splice(0)")
    return said


@pytest.fixture
def plain(page: Page) -> Page:
    """A page of text, as it is at first."""
    page.goto(PAGE)
    return page


def test_text_is_twice_as_large(plain: Page) -> None:
    """Headings no longer grow past the width of a phone; what is read grows in full."""
    text = plain.get_by_role("main").get_by_role("paragraph").first
    before = height(text)
    ease(plain, "sizes.200")
    assert height(text) == 2 * before
    ease(plain, "sizes.100")
    assert height(text) == before


def test_it_lasts_as_long_as_the_tab(plain: Page) -> None:
    """Not in another tab, and nothing is stored of who never asked for anything."""
    assert plain.evaluate(STORED) == NOTHING
    ease(plain, "sizes.150", "calm")
    plain.reload()
    asked = [WORDS("ease.sizes.150"), WORDS("ease.calm")]
    assert chosen(plain) == asked
    assert plain.evaluate(STORED) == [["150 calm"], []]
    other = plain.context.new_page()
    other.goto(PAGE)
    assert chosen(other) == [WORDS("ease.sizes.100")]


def test_leave_now_takes_it_along(plain: Page) -> None:
    """What was for the tab leaves no trace in it."""
    ease(plain, "signs")
    plain.get_by_test_id("hide-page").click()
    expect(plain).to_have_url(re.compile("away.html$"))
    assert plain.evaluate(STORED) == NOTHING


def test_it_is_remembered_where_that_is_asked(plain: Page) -> None:
    """In another tab too, until it is taken back; Leave now leaves it there."""
    ease(plain, "sizes.125", "keep")
    plain.get_by_test_id("hide-page").click()
    other = plain.context.new_page()
    other.goto(PAGE)
    assert chosen(other) == [WORDS("ease.sizes.125"), WORDS("ease.keep")]
    ease(other, "keep")
    assert other.evaluate(STORED) == [["125"], []]


def test_erasing_takes_it_off_the_device(plain: Page) -> None:
    """It is among what this page stored."""
    ease(plain, "calm", "keep")
    plain.goto("erased.html")
    plain.locator("#begin").click()
    expect(plain.locator("#outcome")).to_have_text(WORDS("pages.erased.cleared"))
    assert plain.evaluate(STORED) == NOTHING


def test_a_page_that_may_store_nothing_does_it_all_the_same(new_page: NewPage) -> None:
    """It lasts as long as the page, and does not claim to be remembered."""
    page = new_page()
    page.add_init_script(
        "for (const name of ['localStorage', 'sessionStorage'])"
        " Object.defineProperty(window, name, { get() { throw new Error(); } });"
    )
    page.goto(PAGE)
    ease(page, "calm", "keep")
    assert chosen(page) == [WORDS("ease.sizes.100"), WORDS("ease.calm")]


def test_a_voice_of_the_device_reads_a_screen_when_asked(new_page: NewPage) -> None:
    """Its title, its words, what can be pressed; never by a voice that is elsewhere."""
    page = new_page()
    page.add_init_script(VOICES)
    person.arrive(page, "people")
    person.add(page, "Maryam")
    read = button(page, "ease.read")
    expect(read).to_be_hidden()
    ease(page, "aloud")
    assert spoken(page) == []
    read.click()
    said = [one[1] for one in spoken(page) if one[0] == "Ann"]
    expected = ("list.person.title", "list.person.lead", "list.person.label", "list.go_on")
    there = [said.index(WORDS(key)) for key in expected]
    assert there == sorted(there)
    assert "Maryam" in " ".join(said)
    assert not [text for text in said if WORDS("ways.remove") in text]

    # An answer is no other screen; the next one is, and so is Help.
    person.button_about(page, "relation.label.friend", "Maryam").click()
    expect(button(page, "ease.stop")).to_be_visible()
    assert spoken(page) == []
    person.next_screen(page)
    person.on_step(page, "places")
    assert spoken(page) == ["stopped"]
    read.click()
    page.get_by_role("banner").get_by_role("link", name=WORDS("layout.help")).click()
    assert spoken(page)[-1] == "stopped"
    page.keyboard.press("Escape")

    person.go(page, "details")
    person.press(page, "so_far.more")
    answer = person.button_about(page, "relation.label.family", "Maryam")
    answer.click()
    expect(answer).to_have_attribute("aria-pressed", "true")
    read.click()
    chosen_one = f", {WORDS('ease.chosen')}"
    assert [one[1] for one in spoken(page) if one[1].endswith(chosen_one)]


def test_without_a_voice_of_the_device_it_says_so(new_page: NewPage) -> None:
    """And once the browser has found one, it reads."""
    page = new_page()
    page.add_init_script(VOICES + "window.voices = window.voices.slice(0, 3);")
    page.goto(PAGE)
    ease(page, "aloud")
    expect(button(page, "ease.read")).to_be_hidden()
    dialog = open_ease(page)
    expect(dialog.get_by_text(WORDS("ease.no_voice"))).to_be_visible()


def test_a_calmer_screen_has_less_on_it(new_page: NewPage) -> None:
    """The picture that only sets the tone is gone, and no word is."""
    page = new_page()
    page.goto("./")
    texts = page.get_by_role("main").locator("h1, h2, p")
    before = texts.all_inner_texts()
    hello = page.locator(".hello")
    expect(hello).to_be_visible()
    ease(page, "calm")
    expect(hello).to_be_hidden()
    assert texts.all_inner_texts() == before


def test_signs_stand_beside_words_and_are_read_to_nobody(new_page: NewPage) -> None:
    """A button's name is its words, with signs or without; it works before Python is there."""
    page = new_page()
    page.goto("#/people")
    wide = page.get_by_test_id("add")
    before = wide.bounding_box()
    ease(page, "signs")
    expect(button(page, "ways.add")).to_be_visible()
    after = wide.bounding_box()
    assert before
    assert after
    assert after["width"] > before["width"]
