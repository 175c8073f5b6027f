"""The whole journey, from an empty page to a summary in somebody's hands."""

import re

from playwright.sync_api import Page, expect

from e2e import person
from e2e.conftest import NewPage
from e2e.person import WORDS, field, link, next_screen, on_screen, on_step, press, unfold

ACTIVITIES = ("Choir", "A walk")
PEOPLE = ("Maryam Okafor", "Uncle Zeb", "Dr Shah")
PLACES = ("Old Library",)
NAMES = (*ACTIVITIES, *PEOPLE, *PLACES)


def first_map(page: Page) -> None:
    """From the welcome to the map, answering a little of everything, by mouse."""
    link(page, "welcome.start").click()
    _lists(page)
    _details(page)
    _about_now(page)
    _support(page)
    _missing(page)
    on_step(page, "map")


def _lists(page: Page) -> None:
    on_screen(page, "list.activity.title")
    person.add(page, *ACTIVITIES)
    press(page, "list.activity.all")
    on_screen(page, "list.person.title")
    person.add(page, PEOPLE[0])
    person.button_about(page, "relation.label.friend", PEOPLE[0]).click()
    person.add(page, *PEOPLE[1:])
    press(page, "list.person.all")
    on_screen(page, "list.place.title")
    person.add(page, *PLACES)
    press(page, "list.place.all")


def _details(page: Page) -> None:
    on_screen(page, "so_far.title")
    press(page, "so_far.more")
    for name in NAMES:
        on_screen(page, "about.title", name=name)
        closeness = "person" if name in PEOPLE else "thing"
        press(page, f"about.closeness_{closeness}_choice.1")
        press(page, "about.effect_choice.helps")
        if name == "Dr Shah":
            person.unfold(page, "about.more")
            press(page, "about.private")
        if name == "Uncle Zeb":
            person.unfold(page, "about.more")
            field(page, "about.note").fill("Owes me ten pounds")
        next_screen(page)
    on_screen(page, "matters.title")
    page.get_by_role("button", name=PEOPLE[0], exact=True).click()
    next_screen(page)
    on_screen(page, "starred.title", name=PEOPLE[0])
    field(page, "starred.me_person").fill("the funny one")
    press(page, "about.whose_choice_choice.shared")
    next_screen(page)


def _about_now(page: Page) -> None:
    on_screen(page, "usual.title")
    press(page, "usual.yes")
    next_screen(page)
    on_screen(page, "week.title")
    press(page, "week.choice.3")
    next_screen(page)
    on_screen(page, "content.title")
    press(page, "content.choice.4")
    next_screen(page)


def _support(page: Page) -> None:
    on_screen(page, "receives.title.listening")
    page.get_by_role("button", name=PEOPLE[0], exact=True).click()
    next_screen(page)
    on_screen(page, "receives.title.practical")
    press(page, "receives.no_one")
    next_screen(page)
    for kind in ("advice", "company", "health"):
        on_screen(page, f"receives.title.{kind}")
        next_screen(page)
    on_screen(page, "gives.title")
    page.locator("summary").filter(has_text=PEOPLE[0]).click()
    press(page, "gives.choice.listening")
    next_screen(page)


def _missing(page: Page) -> None:
    on_screen(page, "missing.title")
    field(page, "missing.label").fill("somewhere to sing")
    press(page, "ways.add")
    expect(field(page, "missing.nth", count=1)).to_have_value("somewhere to sing")
    next_screen(page)
    on_screen(page, "hope.title")
    field(page, "hope.label").fill("more laughing")
    next_screen(page)


def _type_and_after(page: Page) -> None:
    next_screen(page)
    on_step(page, "type")
    press(page, "type.show")
    expect(page.get_by_test_id("closest")).to_be_visible()
    field(page, "type.own_words").fill("a map of people I laugh with")
    next_screen(page)
    on_step(page, "reflect")
    field(page, "reflect.write").fill("I had not seen it so")
    press(page, "reflect.another")
    next_screen(page)
    on_step(page, "next-step")
    field(page, "next_step.what").fill("ask about the choir")
    next_screen(page)
    on_step(page, "summary")


def test_first_map_by_mouse(page: Page) -> None:
    """A summary leaves with roles, without what is private; names and type only when asked for."""
    person.arrive(page)
    first_map(page)
    for name in NAMES:
        expect(person.rows(page).filter(has_text=name)).to_be_visible()
    _type_and_after(page)

    by_role = person.content(person.take(page, "download-html"))
    assert WORDS("relation.short.friend") in by_role
    assert not [name for name in NAMES if name in by_role]
    assert "ten pounds" not in by_role
    assert "I had not seen it so" not in by_role
    assert WORDS("summary.type") not in by_role
    for own in ("the funny one", "somewhere to sing", "more laughing", "ask about the choir"):
        assert own in by_role

    unfold(page, "share.choose")
    press(page, "share.name_choice.full")
    press(page, "share.part.type")
    in_full = person.content(person.take(page, "download-html"))
    assert [name for name in NAMES if name not in in_full] == ["Dr Shah"]
    assert "ten pounds" not in in_full
    assert WORDS("summary.type") in in_full
    assert WORDS("type.limits") in in_full


def test_the_summary_needs_nothing_and_nobody(page: Page) -> None:
    """One file: no script, no request, its own policy; it shows what the preview showed."""
    person.arrive(page)
    press(page, "welcome.example")
    on_step(page, "map")
    link(page, "map.summary").click()
    preview = page.get_by_test_id("preview").inner_text()
    download = person.take(page, "download-html")
    html = person.content(download)
    assert re.fullmatch(r"summary-\d{4}-\d\d-\d\d\.html", download.suggested_filename)
    assert not re.search(r"<script|<link|<iframe|<object|javascript:|@import|\burl\(", html)
    assert not re.search(r"\b(src|href|srcset|data)=", html.replace("http-equiv", ""))
    assert not re.search(r"https?://", html.replace("http://www.w3.org/2000/svg", ""))
    assert "default-src 'none'" in html

    page.route("**/made.html", lambda route: route.fulfill(body=html, content_type="text/html"))
    page.goto("about:blank")
    page.goto("made.html", wait_until="networkidle")
    expect(page.locator("script, iframe, img, link")).to_have_count(0)
    shown = page.locator("main").inner_text()
    assert _words(shown) == _words(preview)


def test_the_text_summary_says_the_same(started: Page) -> None:
    """Plain text for whoever wants no more: by role, nothing private."""
    person.small_map(started)
    person.go(started, "summary")
    text = person.content(person.take(started, "download-text"))
    assert WORDS("summary.title").casefold() in text.casefold()
    assert WORDS("relation.short.none") in text
    assert "Maryam" not in text
    assert "<" not in text


def _words(text: str) -> list[str]:
    return text.casefold().split()


def test_the_journey_without_a_network(page: Page) -> None:
    """Once it has loaded, nothing more is fetched: aeroplane mode changes nothing."""
    person.arrive(page)
    page.context.set_offline(True)
    first_map(page)
    _type_and_after(page)
    assert WORDS("summary.title") in person.content(person.take(page, "download-html"))


def test_the_journey_on_a_small_phone(new_page: NewPage) -> None:
    """Everything can be reached and pressed at 320 px, under the sticky top too."""
    page = new_page(320, 568)
    person.arrive(page)
    first_map(page)
    _type_and_after(page)
    assert WORDS("summary.title") in person.content(person.take(page, "download-html"))


def test_the_journey_under_a_path(new_page: NewPage, site_below: str) -> None:
    """A host may put the site anywhere: pages, parts and downloads are found from there."""
    page = new_page(at=site_below)
    person.arrive(page)
    person.small_map(page)
    person.go(page, "summary")
    assert WORDS("summary.title") in person.content(person.take(page, "download-html"))
    page.get_by_role("link", name=WORDS("layout.leave")).click()
    expect(page).to_have_url(f"{site_below}away.html")
