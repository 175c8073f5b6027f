"""Choosing what goes into a summary, and what comes of it: files with that and no more."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from chn_self.domain.connection import Effect, Relation
from chn_self.domain.personal_map import HowItWent, NextStep, PersonalMap
from chn_self.domain.share import Choices, Names, Record
from chn_self.files.codec import decode, encode
from chn_self.views.data_files import data_archive
from chn_self.views.summary import summary_html
from e2e import person
from e2e.browser import axe
from e2e.conftest import NewPage
from e2e.keeping import KETTLE, type_secret, unlock
from e2e.person import WORDS, press
from tests.maps import map_of
from tests.maps import person as someone
from tests.summaries import ENV, GOLDEN, example, summary_of
from tests.summaries import WORDS as PLAIN

MAP = map_of(
    replace(someone("gp", "Dr Ray", Relation.PRACTITIONER), effect=Effect.HELPS),
    replace(someone("sam", "Sam Okafor"), effect=Effect.HELPS),
    replace(someone("jo", "Jo Secret", Relation.NEIGHBOUR), private=True),
)

# Everything that a practitioner might read, as most people would fill it in.
SAID = Choices(
    words="I am doing all right, and I would like to keep what I have. Evenings are hard.",
    talk=("Getting to the choir on my own", "Money, and the letter", "What comes after the course"),
    record=Record.ASK,
)
STEP = NextStep("Ask about the choir", "My sister", "On Monday", HowItWent.SOME)


def preview(page: Page) -> str:
    """What is in the summary now."""
    return page.get_by_test_id("preview").inner_text()


def shared(page: Page) -> None:
    """Put the map of this file on the page, and go to its summary."""
    person.open_map(page, encode(MAP))
    person.on_step(page, "map")
    person.go(page, "summary")


def test_who_reads_it_and_who_is_in_it(started: Page) -> None:
    """A worker who reads it is left out; a private one goes in by a second look, and out by one."""
    shared(started)
    press(started, "share.ready_choice.picture")
    assert WORDS("summary.helps") not in preview(started)
    press(started, "share.ready_choice.worker")
    assert WORDS("summary.helps") in preview(started)

    started.get_by_role("button", name="Dr Ray", exact=True).click()
    press(started, "share.shown_choice.left_out")
    expect(started.get_by_test_id("preview")).not_to_contain_text(
        WORDS("relation.short.practitioner")
    )

    person.unfold(started, "share.choose")
    press(started, "share.name_choice.full")
    expect(started.get_by_test_id("preview")).to_contain_text("Sam Okafor")
    person.unfold(started, "share.kept_off")
    hidden = started.get_by_role("button", name="Jo Secret", exact=True)
    hidden.click()
    look = started.get_by_role("group", name=re.compile("Jo Secret"))
    expect(look).to_be_focused()
    assert "Jo Secret" not in preview(started)
    assert axe(started) == []
    person.button_about(started, "share.put_in", "Jo Secret").click()
    expect(started.get_by_test_id("preview")).to_contain_text("Jo Secret")
    expect(hidden).to_be_focused()
    hidden.click()
    expect(started.get_by_test_id("preview")).not_to_contain_text("Jo Secret")
    text = person.content(person.take(started, "download-text"))
    assert "Sam Okafor" in text
    assert not re.search("Ray|Secret", text)


def test_own_words_that_name_somebody_are_shown_first(started: Page) -> None:
    """What is written goes in as it is; up to three things to talk about, a line at a time."""
    shared(started)
    person.field(started, "share.words_label").fill("I see Sam on Mondays.")
    named = started.get_by_test_id("named")
    expect(named).to_contain_text("I see Sam on Mondays.")
    person.field(started, "share.talk_label").fill("The flat")
    person.field(started, "share.talk_more").first.fill("Sleep")
    expect(started.get_by_label(WORDS("share.talk_more"), exact=True)).to_have_count(2)
    person.field(started, "share.talk_more").last.fill("Money")
    press(started, "share.in_record_choice.no")
    text = person.content(person.take(started, "download-text"))
    assert text.startswith(WORDS("summary.record.no"))
    assert "- The flat\n- Sleep\n- Money\n" in text
    assert "I see Sam on Mondays." in text


def test_a_copy_of_the_map_is_another_file(started: Page) -> None:
    """By role, without the private one; it opens here, plain or with its passphrase."""
    shared(started)
    person.unfold(started, "share.copy.title")
    plain = person.take(started, "download-copy")
    assert re.fullmatch(r"copy-\d{4}-\d\d-\d\d\.chn\.json", plain.suggested_filename)
    copy = decode(Path(plain.path()).read_bytes())
    assert isinstance(copy, PersonalMap)
    assert [c.name for c in copy.connections] == ["Worker", "Friend"]
    assert copy.id not in {"", MAP.id}

    person.unfold(started, "file.seal_summary")
    with started.expect_download() as coming:
        type_secret(started, "copy", KETTLE)
    sealed = Path(coming.value.path())
    assert b"Friend" not in sealed.read_bytes()
    person.empty_map(started)
    person.open_map(started, sealed)
    unlock(started, KETTLE)
    expect(person.rows(started).filter(has_text="Worker")).to_be_visible()
    person.go(started, "people")
    assert person.names_listed(started) == ["Worker", "Friend"]


def test_data_files_are_what_was_chosen(started: Page) -> None:
    """One zip file with no names unless they are asked for, as the terminal makes its files."""
    shared(started)
    person.unfold(started, "share.data.title")
    taken = person.take(started, "download-data")
    assert re.fullmatch(r"data-\d{4}-\d\d-\d\d\.zip", taken.suggested_filename)
    assert Path(taken.path()).read_bytes() == data_archive(MAP, Choices(), PLAIN, None)
    named = Path(person.take(started, "download-data-named").path()).read_bytes()
    assert named == data_archive(MAP, Choices(), PLAIN, Names.ROLES)


def test_axe_finds_nothing_in_a_summary_file(new_page: NewPage) -> None:
    """Each of the examples, as whoever is handed it opens it."""
    page = new_page(width=320)
    for path in sorted(GOLDEN.glob("*.html")):
        page.set_content(path.read_text("utf-8"))
        assert (path.name, axe(page)) == (path.name, [])


@pytest.mark.parametrize(("name", "pages"), [("family", 2), ("formal", 2), ("diverse", 2)])
def test_a_typical_map_takes_two_pages_on_paper(new_page: NewPage, name: str, pages: int) -> None:
    """A4, with own words, things to talk about and a next step; with 35 connections, a bare map."""
    map_, choices = example(name), Choices()
    if name != "diverse":
        map_, choices = replace(map_, next_step=STEP, hope="To sing more."), SAID
    page = new_page()
    page.set_content(summary_html(summary_of(map_, choices), ENV))
    paper = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) <= pages
