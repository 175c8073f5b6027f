"""A device with a browser on it, whose tab or whole browser can be killed at any moment."""

import os
import signal
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import BrowserContext, CDPSession, Page, Playwright, expect

from chn_self.domain.personal_map import PersonalMap
from chn_self.files.codec import encode
from e2e import person
from e2e.browser import flags, system_browser
from e2e.keeping import keep, keep_plain, open_first, unlock


class Device:
    """One browser profile with one tab, and the one way its map is kept: a passphrase or none."""

    def __init__(
        self, playwright: Playwright, site: str, profile: Path, passphrase: str | None
    ) -> None:
        self.passphrase = passphrase
        self._playwright = playwright
        self._site = site
        self._profile = profile
        self._context: BrowserContext
        self._system: CDPSession
        self.page: Page
        self._start()

    def kill_tab(self) -> None:
        """Kill the process that shows the tab, and open another tab."""
        with self.page.expect_event("crash"):
            self._kill("renderer")
        self.page.close()
        self.page = self._context.new_page()

    def kill_browser(self) -> None:
        """Kill the browser and start it again, with what it had written."""
        with self._context.expect_event("close"):
            self._kill("browser")
        self._start()

    def close(self) -> None:
        """Close the browser as a person does."""
        self._context.close()

    def keep(self, map_: PersonalMap) -> None:
        """Start the page with this map and keep it on the device."""
        self._arrive()
        person.open_map(self.page, encode(map_))
        person.on_step(self.page, "map")
        person.go(self.page, "keep")
        if self.passphrase is None:
            keep_plain(self.page)
        else:
            keep(self.page, self.passphrase)

    def open_kept(self) -> None:
        """Start the page and open the map that is kept, as the person does."""
        self._arrive()
        person.go(self.page, "keep")
        open_first(self.page)
        if self.passphrase is not None:
            unlock(self.page, self.passphrase)
        person.on_step(self.page, "map")

    @contextmanager
    def other_tab(self) -> Iterator[Page]:
        """Another tab, for a while."""
        tab = self._context.new_page()
        yield tab
        tab.close()

    def _arrive(self) -> None:
        self.page.goto("")
        expect(self.page.locator("html[data-ready]")).to_be_attached(timeout=person.STARTING)

    def _start(self) -> None:
        self._context = self._playwright.chromium.launch_persistent_context(
            self._profile,
            executable_path=system_browser(),
            args=flags(),
            base_url=self._site,
            locale="en-GB",
        )
        browser = self._context.browser
        if browser is None:
            raise RuntimeError("the browser does not say what processes it has")
        self._system = browser.new_browser_cdp_session()
        self.page = self._context.pages[0]

    def _kill(self, type: str) -> None:
        # Every process of the type: the tab's is not told from a spare one, kept for the next tab.
        for pid in list(self._processes(type)):
            os.kill(pid, signal.SIGKILL)

    def _processes(self, type: str) -> Iterable[int]:
        found = self._system.send("SystemInfo.getProcessInfo")["processInfo"]
        return (process["id"] for process in found if process["type"] == type)
