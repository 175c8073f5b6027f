"""Other languages, before there are any: longer words, and words from right to left, on a phone.

The words are made of English ones (`tests/pseudo.py`), and each language starts the page once.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from chn_self.app.steps import Step, screens
from chn_self.domain.personal_map import PersonalMap
from chn_self.files.codec import encode
from chn_self.views.words import Words
from e2e import looks, person, table
from e2e.browser import Guard
from e2e.conftest import serving
from e2e.languages import in_words
from e2e.test_narrow import PAGES
from tests.pseudo import long_words, mirrored_words

WIDTH = 320

# Words of the picture that stick out of it.
OUT_OF_PICTURE = """(svg) => {
  const { left, right, top, bottom } = svg.getBoundingClientRect();
  return [...svg.querySelectorAll("text")].filter((text) => {
    const box = text.getBoundingClientRect();
    return box.left < left - 1 || box.right > right + 1 || box.top < top - 1
      || box.bottom > bottom + 1;
  }).map((text) => text.textContent);
}"""

LOOKS = {
    "sideways": looks.SIDEWAYS,
    "small": looks.SMALL,
    "near": looks.NEAR,
    "cut": looks.CUT,
    "out": looks.OUT,
    "over": looks.OVER,
}
UNFOLD = "() => document.querySelectorAll('main details').forEach((fold) => { fold.open = true; })"


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
    page.evaluate(looks.TOP)
    found = {name: page.evaluate(look) for name, look in LOOKS.items()}
    return {name: wrong for name, wrong in found.items() if wrong}


def test_every_screen_fits_and_can_be_used(phone: Page, words: Words) -> None:
    """Nothing sideways, cut off, too small or over another; the list and the picture are used."""
    person.arrive(phone, "people")
    person.add(phone, "Maryam")
    expect(phone.locator("html")).to_have_attribute("lang", words.language)
    map_ = table.example()
    person.put(phone, encode(map_))
    _use_picture(phone, words)
    _with_helper(phone)
    person.go(phone, "type")
    phone.get_by_test_id("show-type").click()
    wrong = {}
    for name, there in table.places(map_).items():
        person.come(phone, there)
        phone.evaluate(UNFOLD)
        if found := faults(phone):
            wrong[name] = found
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


def _with_helper(page: Page) -> None:
    """Begin with someone beside, which each screen says from then on: it has the most to hold."""
    person.go(page, "guided")
    for _ in screens(Step.GUIDED, PersonalMap("m")):
        person.next_screen(page)
    expect(page.get_by_test_id("turn")).to_be_visible()


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
    assert wrong == {"away.html": {"near": ["no Leave now"]}}
