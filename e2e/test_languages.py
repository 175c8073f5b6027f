"""Other languages, before there are any: longer words, and words from right to left, on a phone.

The words are made of English ones (`tests/pseudo.py`), and each language starts the page once.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from chn_self.views.words import Words
from e2e import person
from e2e.browser import Guard
from e2e.conftest import serving
from e2e.languages import in_words
from e2e.test_narrow import PAGES, SIDEWAYS, SMALL, screens
from tests.maps import EXAMPLES
from tests.pseudo import long_words, mirrored_words

WIDTH = 320

# Text that is cut off, or that sticks out of what it stands in or off the page. What is only for a
# screen reader is not seen, and what is chosen on the picture is told in two lines on purpose.
CUT = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || !element.checkVisibility()) continue;
    if (element.closest("svg, option, .nhsuk-u-visually-hidden, .summary__instead, .chosen__said,"
      + " .nhsuk-skip-link, .loading, script, textarea")) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = element.closest("button, summary, a.nhsuk-button, .chip")?.getBoundingClientRect();
    for (const { left, right, width } of range.getClientRects()) {
      const out = left < -0.5 || right > innerWidth + 0.5
        || (box && (left < box.left - 0.5 || right > box.right + 0.5));
      if (width && out && !element.closest(".preview")) found.push(node.data.trim());
    }
  }
  return found;
}"""

# What can be pressed and lies under or over something else that can. What sticks to the top or the
# foot of the window lies over what is scrolled.
OVER = """() => {
  const all = [...document.querySelectorAll("main :is(a[href], button, summary, input, select, textarea)")]
    .filter((e) => e.checkVisibility() && !e.closest(".chosen"));
  const box = (e) => e.getBoundingClientRect();
  const over = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
  return all.flatMap((e, i) => all.slice(i + 1)
    .filter((f) => !e.contains(f) && !f.contains(e) && over(box(e), box(f)))
    .map((f) => `${e.textContent.trim() || e.id} and ${f.textContent.trim() || f.id}`));
}"""

# Words of the picture that stick out of it.
OUT_OF_PICTURE = """(svg) => {
  const { left, right, top, bottom } = svg.getBoundingClientRect();
  return [...svg.querySelectorAll("text")].filter((text) => {
    const box = text.getBoundingClientRect();
    return box.left < left - 1 || box.right > right + 1 || box.top < top - 1
      || box.bottom > bottom + 1;
  }).map((text) => text.textContent);
}"""

LOOKS = {"sideways": SIDEWAYS, "cut": CUT, "over": OVER, "small": SMALL}


@pytest.fixture(scope="module", params=[long_words(), mirrored_words()], ids=["longer", "mirrored"])
def words(request: pytest.FixtureRequest) -> Words:
    """The words of a language."""
    found: Words = request.param
    return found


@pytest.fixture(scope="module")
def abroad(words: Words, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site in that language."""
    with serving(in_words(words, tmp_path_factory.mktemp("abroad") / "site")) as at:
        yield at


@pytest.fixture
def phone(browser: Browser, abroad: str) -> Iterator[Page]:
    """A guarded page as narrow as the smallest phone."""
    context = browser.new_context(
        base_url=abroad,
        viewport={"width": WIDTH, "height": 568},
        service_workers="block",
        reduced_motion="reduce",
    )
    guard = Guard(abroad.rstrip("/"))
    guard.watch(context)
    yield context.new_page()
    context.close()
    assert guard.unexpected() == []


def faults(page: Page) -> dict[str, list[str]]:
    """What does not fit on a page as it stands, by what was looked for."""
    found = {name: page.evaluate(look) for name, look in LOOKS.items()}
    return {name: wrong for name, wrong in found.items() if wrong}


def test_every_screen_fits_and_can_be_used(phone: Page, words: Words) -> None:
    """Nothing sideways, cut off, too small or over another; the list and the picture are used."""
    person.arrive(phone, "people")
    person.add(phone, "Maryam")
    expect(phone.locator("html")).to_have_attribute("lang", words.language)
    person.open_map(phone, EXAMPLES[0])
    phone.get_by_test_id("open-anyway").click()
    person.on_step(phone, "map")
    _use_picture(phone, words)
    person.go(phone, "type")
    phone.get_by_test_id("show-type").click()
    wrong = {name: found for name in screens(phone) if (found := faults(phone))}
    assert wrong == {}


def _use_picture(page: Page, words: Words) -> None:
    """Walk it by keys: inward is where lines go on. Its words are in it."""
    picture = page.locator("svg[data-testid=map]")
    assert picture.evaluate(OUT_OF_PICTURE) == []
    inward, outward = ("ArrowLeft", "ArrowRight")[:: -1 if words.direction == "ltr" else 1]
    picture.locator('[tabindex="0"]').focus()
    page.keyboard.press(inward)
    expect(picture.locator("#at-person")).to_be_focused()
    page.keyboard.press(outward)
    expect(picture.locator("#at-you")).to_be_focused()
    page.keyboard.press(inward)
    page.keyboard.press(inward)
    page.keyboard.press("Enter")
    expect(page.locator("#chosen")).to_be_focused()
    expect(page.locator("#chosen")).to_contain_text(words("ways.change"))
    page.keyboard.press("Escape")


def test_pages_of_their_own_fit_too(phone: Page, words: Words) -> None:
    """Each of them, with the language and the direction that it is in."""
    wrong = {}
    for name in PAGES:
        phone.goto(name)
        expect(phone.locator("html")).to_have_attribute("lang", words.language)
        direction = phone.locator("body").evaluate("(body) => getComputedStyle(body).direction")
        assert direction == words.direction
        if found := faults(phone):
            wrong[name] = found
    assert wrong == {}
