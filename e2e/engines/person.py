"""What a person does, in whichever engine: the same as in `e2e/person.py`, through a driver."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from selenium.common.exceptions import NoSuchElementException, StaleElementReferenceException
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait

from e2e.engines.driving import Browser
from e2e.person import WORDS

# Starting is a matter of seconds; a busy machine may need many.
LONGEST = 60  # seconds

# What may have a role, so that a driver need not be asked about everything on a page.
_TAGS = {"button": "button", "link": "a[href]"}

T = TypeVar("T")


class Person:
    """Somebody at a browser, on the site at this address."""

    def __init__(self, browser: Browser, at: str) -> None:
        self.browser = browser
        self.at = at

    @property
    def driver(self) -> WebDriver:
        """What drives the browser as it is open now."""
        return self.browser.driver

    # --- To get somewhere -------------------------------------------------------------------------

    def arrive(self, step: str = "welcome") -> None:
        """Open a step by its address and wait until Python answers."""
        self.driver.get(f"{self.at}#/{step}")
        self.ready()
        self.on_step(step)

    def go(self, step: str) -> None:
        """Go to a step by its address, with the map as it is."""
        address = f"{self.at}#/{step}"
        if self.driver.current_url != address:  # else WebKit's driver would start the page anew
            self.driver.get(address)
        self.on_step(step)

    def reload(self) -> None:
        """Reload the page as its own button would; a driver's way goes past service workers."""
        page = self.one("html")
        self.driver.execute_script("setTimeout(() => location.reload())")
        self.until(lambda: _is_gone(page))

    # --- To see -----------------------------------------------------------------------------------

    def until(self, seen: Callable[[], T]) -> T:
        """Wait until there is something to see, through whatever the page takes away meanwhile."""
        waiting = WebDriverWait(
            self.driver,
            LONGEST,
            poll_frequency=0.1,
            ignored_exceptions=[NoSuchElementException, StaleElementReferenceException],
        )
        return waiting.until(lambda _: seen())

    def ready(self) -> None:
        """Wait until Python answers; a copy of the page may still be on its way."""
        self.one("html[data-ready]")

    def settled(self) -> None:
        """Wait until no fetch or work is left, as is after some seconds even at a later visit."""
        self.one("html[data-ready][data-settled]")

    def nothing_unkept(self) -> None:
        """Wait until closing the tab would lose nothing."""
        self.one("html:not([data-unkept])")

    def on_step(self, step: str) -> None:
        """See that this is the step."""
        self.one(f'main[data-step="{step}"]')

    def on_page(self, name: str) -> None:
        """See that this is the address of the page."""
        self.until(lambda: self.driver.current_url == f"{self.at}{name}")

    def one(self, selector: str) -> WebElement:
        """The one thing that is marked so."""
        return self.until(lambda: self.driver.find_element("css selector", selector))

    def by_test_id(self, test_id: str) -> WebElement:
        """The one thing with this test id."""
        return self.one(f'[data-testid="{test_id}"]')

    def button(self, key: str, within: str = "body") -> WebElement:
        """The button with this name."""
        return self._named(within, "button", WORDS(key))

    def link(self, key: str, within: str = "body") -> WebElement:
        """The link with this name."""
        return self._named(within, "link", WORDS(key))

    def secret(self, key: str, within: str = "body") -> WebElement:
        """The field for a passphrase with this label; it has a role in some engines only."""
        return self.first(f"{within} input", lambda field: field.accessible_name == WORDS(key))

    def _named(self, within: str, role: str, name: str) -> WebElement:
        return self.first(
            f"{within} :is({_TAGS[role]})",
            lambda element: (element.aria_role, element.accessible_name) == (role, name),
        )

    def first(self, selector: str, sought: Callable[[WebElement], bool]) -> WebElement:
        """The first thing marked so that can be seen and is the one that is sought."""

        def found() -> WebElement | None:
            elements = self.driver.find_elements("css selector", selector)
            seen = (element for element in elements if element.is_displayed())
            return next(filter(sought, seen), None)

        element = self.until(found)
        assert element
        return element

    def heading(self) -> str:
        """What the heading of the page says."""
        return self.one("h1").text

    def names_listed(self) -> list[str]:
        """The names on the list, as written."""
        found = self.driver.find_elements("css selector", ".row__name > bdi")
        return [element.text for element in found]

    def marks_in_picture(self) -> int:
        """How many connections can be seen in the picture."""
        found = self.by_test_id("map").find_elements("css selector", "[data-connection]")
        return sum(element.is_displayed() for element in found)

    # --- To do ------------------------------------------------------------------------------------

    def press(self, element: WebElement) -> None:
        """Bring it into view, which WebKit's driver leaves undone, and press it."""
        self.driver.execute_script("arguments[0].scrollIntoView({ block: 'center' })", element)
        element.click()

    def add(self, *names: str) -> None:
        """Add names to the list on the screen, each with Enter."""
        for name in names:
            self.by_test_id("name").send_keys(name, Keys.ENTER)
            self.until(lambda: name in self.names_listed())  # noqa: B023 (called at once)

    def small_map(self) -> None:
        """Put a map of one each together: an activity, a person, a place."""
        for step, name in (
            ("activities", "Choir"),
            ("people", "Maryam Okafor"),
            ("places", "Library"),
        ):
            self.go(step)
            self.add(name)

    def open_map(self, file: Path) -> None:
        """Choose a map file on the screen for it."""
        self.go("keep")
        self.by_test_id("open-file").send_keys(str(file))


def _is_gone(element: WebElement) -> bool:
    try:
        element.is_enabled()
    except StaleElementReferenceException:
        return True
    return False
