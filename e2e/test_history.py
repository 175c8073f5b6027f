"""The browser's own Back, Forward and Reload do what people expect of them."""

import pytest
from playwright.sync_api import Page, expect

from e2e import person
from e2e.conftest import NewPage
from e2e.person import STEPS, field, link, next_screen, on_screen, on_step, press


@pytest.fixture
def page(started: Page) -> Page:
    """The page with an empty map; its history goes back further than a test looks."""
    return started


@pytest.mark.parametrize("step", STEPS)
def test_every_address_opens_with_an_empty_map(started: Page, step: str) -> None:
    """Nothing has to come before anything; every screen has a heading and a way on or back."""
    person.go(started, step)
    expect(person.heading(started)).to_have_count(1)
    expect(person.heading(started)).to_be_focused()
    ways = started.get_by_test_id("next").or_(started.get_by_test_id("back"))
    first = link(started, "welcome.start").or_(link(started, "keep.to_map"))
    expect(ways.or_(first).first).to_be_visible()


def test_back_and_forward_over_steps(page: Page) -> None:
    """One press of Back is one screen back, with all that was typed still there."""
    person.go(page, "welcome")
    link(page, "welcome.start").click()
    person.add(page, "Choir")
    press(page, "list.activity.all")
    person.add(page, "Mum")
    press(page, "list.person.all")
    on_step(page, "places")
    page.go_back()
    on_step(page, "people")
    assert person.names_listed(page) == ["Mum"]
    page.go_back()
    on_step(page, "activities")
    page.go_back()
    on_step(page, "welcome")
    for step in ("activities", "people", "places"):
        page.go_forward()
        on_step(page, step)
    expect(person.heading(page)).to_be_focused()


def test_back_and_forward_over_screens_of_a_step(page: Page) -> None:
    """Each question of a step is a screen of its own in the history."""
    person.go(page, "activities")
    person.add(page, "Choir", "Radio")
    person.go(page, "details")
    next_screen(page)
    on_screen(page, "about.title", name="Choir")
    next_screen(page)
    on_screen(page, "about.title", name="Radio")
    next_screen(page)
    on_screen(page, "matters.title")
    page.go_back()
    on_screen(page, "about.title", name="Radio")
    page.go_back()
    on_screen(page, "about.title", name="Choir")
    page.go_forward()
    on_screen(page, "about.title", name="Radio")
    page.get_by_test_id("back").click()
    on_screen(page, "about.title", name="Choir")


def test_back_leaves_what_was_opened_for_change(page: Page) -> None:
    """Back out of a change goes to the list, with the change kept."""
    person.go(page, "people")
    person.add(page, "Mum")
    person.button_about(page, "ways.change", "Mum").click()
    field(page, "about.name").fill("Mama")
    page.go_back()
    on_step(page, "people")
    assert person.names_listed(page) == ["Mama"]
    page.go_forward()
    expect(field(page, "about.name")).to_have_value("Mama")


def test_forward_to_what_was_removed_shows_the_list(page: Page) -> None:
    """What was open for change is gone: its step is shown, and Back still works."""
    person.go(page, "people")
    person.add(page, "Mum", "Sam")
    person.button_about(page, "ways.change", "Mum").click()
    person.button_about(page, "ways.remove", "Mum").click()
    on_screen(page, "list.person.title")
    page.go_back()
    page.go_forward()
    on_screen(page, "list.person.title")
    assert person.names_listed(page) == ["Sam"]
    next_screen(page)
    on_step(page, "places")


def test_half_a_name_is_still_there_after_back(page: Page) -> None:
    """What is in the box stays in the box, wherever one looks meanwhile."""
    person.go(page, "people")
    page.get_by_test_id("name").fill("Half a na")
    person.go(page, "map")
    page.go_back()
    on_step(page, "people")
    expect(page.get_by_test_id("name")).to_have_value("Half a na")
    page.get_by_test_id("name").fill("")


def test_reload_opens_the_same_step(new_page: NewPage) -> None:
    """An address that was noted down leads where it led."""
    page = new_page()
    person.arrive(page, "support")
    page.reload()
    person.settled(page)
    on_step(page, "support")


@pytest.mark.parametrize("address", ["#/nowhere", "#nonsense", "#/people/../x", "#", "#/"])
def test_an_unknown_address_is_the_welcome(started: Page, site: str, address: str) -> None:
    """A letter wrong is nobody's fault."""
    started.goto(f"{site}{address}")
    on_screen(started, "welcome.heading")


def test_an_unknown_address_opens_with_the_welcome(new_page: NewPage) -> None:
    """The same for somebody who comes by it from elsewhere."""
    page = new_page()
    page.goto("#/nowhere")
    person.settled(page)
    on_screen(page, "welcome.heading")


def test_no_address_and_no_title_holds_a_word_of_the_person(started: Page) -> None:
    """The history and the tab can be seen by others."""
    person.small_map(started)
    title = started.title()
    for step in STEPS:
        person.go(started, step)
        assert started.url.partition("#")[2] == f"/{step}"
        assert started.title() == title
    person.go(started, "people")
    person.button_about(started, "ways.change", "Maryam Okafor").click()
    on_screen(started, "about.title", name="Maryam Okafor")
    assert started.url.endswith("#/people")
    assert started.title() == title
    assert "Maryam" not in title
