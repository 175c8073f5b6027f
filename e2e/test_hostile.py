"""Text from a file or a person shows as text everywhere, and runs nothing."""

import json
from pathlib import Path

from playwright.sync_api import Page, expect

from e2e import person
from e2e.person import STEPS

HOSTILE = Path(__file__).parents[1] / "tests" / "examples" / "hostile-text.chn.json"
NAMES = [c["name"] for c in json.loads(HOSTILE.read_bytes())["connections"]]

# Told instead of shown, and without an end: whatever calls one of these fails the test.
ALARM = """for (const name of ["alert", "confirm", "prompt"]) {
  globalThis[name] = () => console.error(`${name} was called`);
}"""

# What only markup that got through could have made.
MADE = "main :is(script, img, iframe, object, embed, link, style, base, meta, [onload], [onerror])"


def harmless(page: Page) -> None:
    """See that no element came of a text."""
    expect(page.locator(MADE)).to_have_count(0)
    expect(page.get_by_text("49", exact=True)).to_have_count(0)


def test_hostile_texts_from_a_file_are_texts(page: Page) -> None:
    """Each name is on the map as written, on every step nothing runs, and the summary is safe."""
    page.add_init_script(ALARM)
    person.arrive(page)
    person.open_map(page, HOSTILE)
    person.on_step(page, "map")
    for name in NAMES:
        expect(person.rows(page).filter(has_text=name)).to_be_visible()
    person.go(page, "type")
    page.get_by_test_id("show-type").click()
    for step in STEPS:
        person.go(page, step)
        harmless(page)
        for _ in range(12):
            onward = page.get_by_test_id("next")
            if not onward.is_visible():
                break
            onward.click()
            harmless(page)
    person.go(page, "people")
    for row in person.rows(page).all():
        row.get_by_role("button").first.click()
        harmless(page)
        page.get_by_test_id("done").click()
    person.go(page, "summary")
    person.press(page, "share.name_choice.full")
    for name in NAMES:
        expect(page.get_by_test_id("preview").get_by_text(name).first).to_be_visible()
    harmless(page)
    html = person.content(person.take(page, "download-html"))
    page.route("**/made.html", lambda route: route.fulfill(body=html, content_type="text/html"))
    page.goto("about:blank")
    page.goto("made.html", wait_until="networkidle")
    harmless(page)
    for name in NAMES:
        expect(page.get_by_text(name).first).to_be_visible()


def test_hostile_texts_that_are_typed_are_texts(page: Page) -> None:
    """The same for what a person types: into a name, a next step, words to the reader."""
    page.add_init_script(ALARM)
    person.arrive(page, "people")
    evil = "<img src=x onerror=alert(1)>\"'{{ 7*7 }}</textarea><script>alert(1)</script>"
    person.add(page, evil)
    assert person.names_listed(page) == [evil]
    harmless(page)
    for step, label in (
        ("next-step", "next_step.what"),
        ("next-step", "next_step.who"),
        ("summary", "share.words_label"),
    ):
        person.go(page, step)
        person.field(page, label).fill(evil)
        person.field(page, label).blur()
        harmless(page)
    expect(page.get_by_test_id("preview").get_by_text(evil).first).to_be_visible()
    for step in STEPS:
        person.go(page, step)
        harmless(page)
