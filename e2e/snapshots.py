"""What a screen reader is told of each screen; `python -m e2e.snapshots` writes it anew."""

import re
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from e2e import person, table
from e2e.browser import DIST, launch
from e2e.conftest import serving

FOLDER = Path(__file__).parent / "snapshots"
NAMES = ("empty", "small", "moments")

# A day or a time of day is that of the test.
_DAY = re.compile(r"\b\d{1,2} [A-Z][a-z]+ 20\d\d\b")
_TIME = re.compile(r"\b\d{2}:\d{2}\b")
# Whether there is something to undo hangs on what was open before.
_UNDO = re.compile(r"^\s*- button \"Undo\"\n?", re.MULTILINE)


def told(page: Page, name: str) -> str:
    """Every screen of one part of the table: roles, names and states, in their order."""
    return "\n".join(f"# {stop}\n{_told(page)}\n" for stop in _stops(page, name))


def _stops(page: Page, name: str) -> Iterator[str]:
    if name != "moments":
        return table.walk(page, name, folds=False)
    # A view of the map says little more than the map does.
    return (stop for stop in table.moments(page) if "view:" not in stop)


def _told(page: Page) -> str:
    dialog = page.locator("dialog[open]")
    shown = dialog if dialog.count() else page.locator("main")
    found = _UNDO.sub("", shown.aria_snapshot())
    return _TIME.sub("(time)", _DAY.sub("(day)", found)).strip()


def main() -> None:
    """Write every part anew."""
    FOLDER.mkdir(exist_ok=True)
    with serving(DIST) as site, sync_playwright() as driver:
        browser = launch(driver)
        context = browser.new_context(base_url=site, locale="en-GB", service_workers="block")
        page = context.new_page()
        person.arrive(page)
        for name in NAMES:
            (FOLDER / f"{name}.txt").write_text(told(page, name), "utf-8")
        browser.close()


if __name__ == "__main__":
    main()
