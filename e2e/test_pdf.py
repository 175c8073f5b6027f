"""A summary as a PDF, made in the page once what draws one has come; else it is printed."""

import re
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import Page, expect

from chn_self.domain.connection import Effect
from chn_self.files.codec import encode
from e2e import person
from e2e.browser import Guard, built
from e2e.conftest import NewPage
from e2e.person import WORDS, press
from tests.maps import map_of
from tests.maps import person as someone
from tests.pdfs import read

MAP = map_of(
    replace(someone("sam", "Sam Okafor"), effect=Effect.HELPS),
    replace(someone("layla", "ليلى")),
)
PRINTS = "window.print = () => { document.documentElement.dataset.printed = ''; };"


def test_a_pdf_comes_once_what_draws_it_has(new_page: NewPage, guard: Guard) -> None:
    """That it has not is said calmly; later it works, and names in other letters are printed."""
    page = new_page()
    page.add_init_script(PRINTS)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    person.arrive(page)
    person.open_map(page, encode(MAP))
    person.on_step(page, "map")
    person.go(page, "summary")
    assert not [url for url in asked if "/pdf-" in url]

    guard.allow("ERR_FAILED|no_pdf|effect: ")
    parts = f"**/{built('pdf/')}**"
    page.route(parts, lambda route: route.abort())
    page.get_by_test_id("download-pdf").click()
    expect(page.locator("#said")).to_have_text(WORDS("notice.no_pdf"))
    expect(page.locator(".told", has_text=WORDS("notice.no_pdf"))).to_be_in_viewport()
    page.unroute(parts)

    download = person.take(page, "download-pdf")
    expect(page.locator("#said")).to_have_text(WORDS("notice.taken"))
    assert re.fullmatch(r"summary-\d{4}-\d\d-\d\d\.pdf", download.suggested_filename)
    found = read(Path(download.path()).read_bytes())
    said = [element.text for element in found.root.walk() if element.text]
    assert said[0] == WORDS("summary.title")
    assert "People: Friend 1" in said
    assert found.unmarked == ()

    _in_other_letters(page)


def _in_other_letters(page: Page) -> None:
    """A PDF would show boxes: its button prints in its place, and that is the summary alone."""
    person.unfold(page, "share.choose")
    press(page, "share.name_choice.full")
    expect(page.get_by_test_id("preview")).to_contain_text("ليلى")
    expect(page.get_by_text(WORDS("share.pdf_beyond"))).to_be_visible()
    press(page, "share.print_pdf")
    expect(page.locator("html[data-printed]")).to_be_attached()
    page.emulate_media(media="print")
    expect(page.get_by_test_id("preview")).to_be_visible()
    expect(page.get_by_role("strong").filter(has_text="ليلى")).to_be_visible()
    for hidden in (person.heading(page), page.get_by_test_id("download-pdf")):
        expect(hidden).to_be_hidden()
