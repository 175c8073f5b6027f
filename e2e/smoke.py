"""The main journey on a site that is up, in Chromium: `python -m e2e.smoke ADDRESS`.

It uses the words of this project: the site has to be built of it, in the same language.
"""

import argparse
import sys
from collections.abc import Callable
from urllib.parse import urljoin, urlsplit

from playwright.sync_api import Error, Page, expect, sync_playwright

from e2e import person
from e2e.browser import Guard, launch
from e2e.keeping import keep_plain, open_first
from e2e.person import WORDS, link, next_screen, on_screen, on_step, press

NAMES = {"activity": "Choir", "person": "Zebedee", "place": "Library"}

# A host may be far away, and a first visit loads some 6 MB.
PATIENCE = 60_000  # milliseconds


def starts(page: Page) -> None:
    """It opens, and Python starts."""
    response = page.goto("./")
    if response is None or not response.ok:
        raise AssertionError(f"it answers {response.status if response else 'nothing'}")
    expect(page.locator("html[data-ready], html[data-failed]")).to_be_attached()
    if reason := page.locator("html").get_attribute("data-failed"):
        raise AssertionError(f"Python does not start: {reason}")
    person.settled(page)
    link(page, "welcome.start").click()


def takes_names(page: Page) -> None:
    """It takes an activity, a person and a place."""
    for kind, name in NAMES.items():
        on_screen(page, f"list.{kind}.title")
        person.add(page, name)
        next_screen(page)


def draws(page: Page) -> None:
    """It draws the map."""
    person.go(page, "map")
    for name in NAMES.values():
        expect(person.rows(page).filter(has_text=name)).to_be_visible()
    expect(page.locator("svg[data-testid=map] [data-connection]")).to_have_count(len(NAMES))


def compares(page: Page) -> None:
    """It compares with the three kinds."""
    person.go(page, "type")
    press(page, "type.show")
    expect(page.get_by_test_id("closest")).to_be_visible()


def sums_up(page: Page) -> None:
    """It hands over a summary, with no name in it unless asked."""
    person.go(page, "summary")
    text = person.content(person.take(page, "download-text"))
    if not text.strip() or NAMES["person"] in text:
        raise AssertionError("the summary is empty, or names somebody")


def keeps(page: Page) -> None:
    """It keeps the map on the device, and opens it again."""
    person.go(page, "keep")
    keep_plain(page)
    page.reload()
    person.settled(page)
    open_first(page)
    on_step(page, "map")
    expect(person.rows(page)).to_have_count(len(NAMES))


def erases(page: Page) -> None:
    """It erases everything."""
    person.go(page, "keep")
    page.get_by_test_id("erase").click()
    page.get_by_role("dialog").get_by_role("link", name=WORDS("erase.yes")).click()
    expect(page.locator("#outcome")).to_have_text(WORDS("pages.erased.cleared"))


STAGES: tuple[Callable[[Page], None], ...] = (
    starts,
    takes_names,
    draws,
    compares,
    sums_up,
    keeps,
    erases,
)


def smoke(url: str) -> list[str]:
    """Go the whole way, saying each stage that went well; what went wrong, or nothing.

    The browser reaches no other host, and asking for one is a fault, as is anything that the page's
    policy refuses.
    """
    at = urlsplit(url)
    guard = Guard(f"{at.scheme}://{at.netloc}")
    with sync_playwright() as playwright:
        browser = launch(playwright, reaching=at.hostname or "")
        context = browser.new_context(base_url=url, locale="en-GB", accept_downloads=True)
        context.set_default_timeout(PATIENCE)
        expect.set_options(timeout=PATIENCE)
        guard.watch(context)
        page = context.new_page()
        for stage in STAGES:
            try:
                stage(page)
            except (AssertionError, Error) as fault:
                return [f"Not so: {stage.__doc__}", str(fault).strip(), *guard.unexpected()]
            print(stage.__doc__, flush=True)
        browser.close()
    return guard.unexpected()


def main(arguments: list[str]) -> int:
    """0 if all went well, else 1."""
    parser = argparse.ArgumentParser(description="Go the main journey on a site that is up.")
    parser.add_argument("url", help="its address, such as https://example.org/maps/")
    url = urljoin(parser.parse_args(arguments).url.rstrip("/") + "/", ".")
    if not url.startswith(("http://", "https://")):
        parser.error(f"{url}: expected an address that starts with https://")
    faults = smoke(url)
    print("\n".join(faults) if faults else "Nothing was asked of any other host.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
