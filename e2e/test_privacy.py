"""What was typed is nowhere when the browser is closed, and nothing else is told to anyone."""

import os
from pathlib import Path
from urllib.parse import urljoin

from playwright.sync_api import Page, sync_playwright

from e2e import person
from e2e.browser import Guard, flags, system_browser
from e2e.person import STEPS

NAME = "Zebedeeah Quillfeather"


def test_a_name_is_nowhere_in_the_profile(site: str, tmp_path: Path) -> None:
    """Typed, changed, looked at on every step; then the browser's folder is searched."""
    profile = tmp_path / "profile"
    guard = Guard(urljoin(site, "/").rstrip("/"))
    with sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            profile, executable_path=system_browser(), args=flags(), base_url=site
        )
        guard.watch(context)
        page = context.new_page()
        person.arrive(page, "people")
        page.get_by_test_id("name").click()
        page.keyboard.type(NAME)
        page.keyboard.press("Enter")
        person.button_about(page, "ways.change", NAME).click()
        person.unfold(page, "about.more")
        person.field(page, "about.note").fill(f"{NAME} again")
        person.press(page, "ways.done")
        for step in STEPS:
            person.go(page, step)
            assert NAME.split(maxsplit=1)[0] not in page.url + page.title()
        assert _stores(page) == {"cookies": "", "local": 0, "session": 0}
        context.close()
    assert guard.unexpected() == []
    assert _holding(profile) == []


def _stores(page: Page) -> object:
    return page.evaluate(
        "() => ({cookies: document.cookie, local: localStorage.length,"
        " session: sessionStorage.length})"
    )


def _holding(folder: Path) -> list[str]:
    """The files that hold any word of the name, as UTF-8 or UTF-16."""
    needles = [word.encode(code) for word in NAME.split() for code in ("utf-8", "utf-16-le")]
    return [
        str(path.relative_to(folder))
        for path in folder.rglob("*")
        if path.is_file() and os.access(path, os.R_OK) and _has(path.read_bytes(), needles)
    ]


def _has(content: bytes, needles: list[bytes]) -> bool:
    return any(needle in content for needle in needles)
