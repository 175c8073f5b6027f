"""What a person does in the page: finds things by role and visible name, presses, types, waits.

The names come from the same words as the page's own, so a changed word breaks no test.
"""

import re
from pathlib import Path

from playwright.sync_api import Download, FilePayload, Locator, Page, expect

from chn_self.app.steps import Place, Step
from chn_self.domain.personal_map import PersonalMap
from chn_self.files.codec import encode
from chn_self.views import site
from chn_self.views.words import load_words

WORDS = load_words("en")

# Starting is a matter of seconds; a busy machine may need many.
STARTING = 60_000  # milliseconds

# Pasting, as the page sees it: false if the page took it upon itself.
PASTED = """(element, text) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", text);
  const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
  return element.dispatchEvent(event);
}"""

# A place by its address and what the history knows of it, as if the person came back to it.
_COME = """([step, at, editing]) => {
  history.pushState({ at, editing }, "", `#/${step}`);
  dispatchEvent(new PopStateEvent("popstate"));
}"""
# Until none is left, as some of what opens has folds in it.
_UNFOLD = """() => {
  for (let tries = 0; tries < 4; tries += 1) {
    document.querySelectorAll("main details:not([open]) > summary").forEach((one) => one.click());
  }
}"""

STEPS = tuple(str(step) for step in Step)

# The pages that stand on their own and need no Python, by the names of their files.
STATIC = tuple(site.FILES.get(name, name).removesuffix(".html") for name in site.STATIC)


def arrive(page: Page, step: str = "welcome") -> None:
    """Open a step by its address and wait until Python answers and nothing is under way."""
    page.goto(f"#/{step}")
    settled(page)
    on_step(page, step)


def settled(page: Page) -> None:
    """Wait until Python answers and no fetch or work is left."""
    expect(page.locator("html[data-ready][data-settled]")).to_be_attached(timeout=STARTING)


def go(page: Page, step: str) -> None:
    """Go to a step by its address, with the map as it is."""
    page.goto(f"{page.url.partition('#')[0]}#/{step}")
    on_step(page, step)


def come(page: Page, there: Place) -> None:
    """Be at a place, whatever is at another."""
    page.evaluate(_COME, [there.step.value, there.at, there.editing])
    on_step(page, there.step)


def unfold_all(page: Page) -> None:
    """Open every fold on the screen."""
    page.evaluate(_UNFOLD)


def on_step(page: Page, step: str) -> None:
    """See that this is the step."""
    expect(page.locator("main")).to_have_attribute("data-step", step)


def on_screen(page: Page, key: str, **values: object) -> None:
    """See that the heading of the screen is this."""
    expect(heading(page)).to_have_text(WORDS(key, **values))


def heading(page: Page) -> Locator:
    """The heading of the screen."""
    return page.get_by_role("heading", level=1)


def button(page: Page, key: str, **values: object) -> Locator:
    """The button with this name."""
    return page.get_by_role("button", name=WORDS(key, **values), exact=True)


def button_about(page: Page, key: str, name: str) -> Locator:
    """The button that does this to one connection: its name says to which."""
    named = re.compile(rf"{re.escape(WORDS(key))}\s*: {re.escape(name)}$")
    return page.get_by_role("button", name=named)


def press(page: Page, key: str, **values: object) -> None:
    """Press the button with this name."""
    button(page, key, **values).click()


def link(page: Page, key: str) -> Locator:
    """The link with this name on the screen itself."""
    return page.get_by_role("main").get_by_role("link", name=WORDS(key), exact=True)


def field(page: Page, key: str, **values: object) -> Locator:
    """The field with this label."""
    return page.get_by_label(WORDS(key, **values), exact=True)


def unfold(page: Page, key: str) -> None:
    """Open what is folded away under this name."""
    page.locator("summary").filter(has_text=WORDS(key)).first.click()


def add(page: Page, *names: str) -> None:
    """Add names to the list on the screen, each with Enter."""
    box = page.get_by_test_id("name")
    for name in names:
        box.fill(name)
        box.press("Enter")
    expect(rows(page).filter(has_text=names[-1]).last).to_be_visible()


def rows(page: Page) -> Locator:
    """The connections listed on the screen."""
    return page.get_by_test_id("connection")


def names_listed(page: Page) -> list[str]:
    """The names on the list, as written."""
    return page.locator('[data-testid="connection"] .row__name > bdi').all_inner_texts()


def next_screen(page: Page) -> None:
    """Press the way on, whatever it is called here."""
    page.get_by_test_id("next").click()


def open_map(page: Page, file: Path | bytes) -> None:
    """Choose a map file, or one with this content, on the screen for it."""
    go(page, "keep")
    chosen: Path | FilePayload = file if isinstance(file, Path) else _payload(file)
    page.get_by_test_id("open-file").set_input_files(chosen)


def empty_map(page: Page) -> None:
    """Put an empty map in the place of any other."""
    put(page, encode(PersonalMap(id="empty")))
    expect(rows(page)).to_have_count(0)


def put(page: Page, content: bytes) -> None:
    """Put the map in this file in the place of any other."""
    open_map(page, content)
    other = page.get_by_test_id("open-anyway")
    expect(other.or_(page.locator("main[data-step=map]"))).to_be_visible()
    if other.is_visible():
        other.click()
    on_step(page, "map")


def _payload(content: bytes) -> FilePayload:
    return {"name": "map.chn.json", "mimeType": "application/json", "buffer": content}


def take(page: Page, test_id: str) -> Download:
    """Press a download and take what comes."""
    with page.expect_download() as coming:
        page.get_by_test_id(test_id).click()
    return coming.value


def content(download: Download) -> str:
    """What is in a downloaded file."""
    return Path(download.path()).read_text("utf-8")


def small_map(page: Page) -> None:
    """Put a map of one each together, quickly: an activity, a person, a place."""
    for step, name in (("activities", "Choir"), ("people", "Maryam Okafor"), ("places", "Library")):
        go(page, step)
        add(page, name)


def starting_with(text: str) -> re.Pattern[str]:
    """Whatever starts with this text."""
    return re.compile(f"^{re.escape(text)}")


def press_twice(found: Locator) -> None:
    """Press twice at one spot in less time than a page could change in, as a shaky hand does."""
    found.evaluate(_TWICE)


_TWICE = """(element) => {
  const { x, y, width, height } = element.getBoundingClientRect();
  const at = { clientX: x + width / 2, clientY: y + height / 2, bubbles: true, cancelable: true };
  const presses = [1, 2].map((detail) => new MouseEvent("click", { ...at, detail }));
  for (const press of presses) {
    document.elementFromPoint(at.clientX, at.clientY).dispatchEvent(press);
  }
}"""
