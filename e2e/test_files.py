"""A kept map opens again exactly; a file that does not open changes nothing and is told calmly."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from chn_self.domain.personal_map import PersonalMap
from chn_self.files.codec import decode, encode
from e2e import person
from e2e.person import WORDS, button_about, on_step, press
from tests.maps import EXAMPLES

GOOD = EXAMPLES[0].read_bytes()
NEWER = json.dumps({**json.loads(GOOD), "version": 2}).encode()
REPEATED = json.loads(GOOD)
REPEATED["connections"].append(REPEATED["connections"][0])

REFUSED = {
    "empty": b"",
    "broken": b'{"format": "chn-map", oops}',
    "cut off": GOOD[: len(GOOD) // 2],
    "foreign": b'{"type": "FeatureCollection", "features": []}',
    "a list": b"[]",
    "a picture": b"\x89PNG\r\n\x1a\n\x00\xff\xfe",
    "newer": NEWER,
    "an id twice": json.dumps(REPEATED).encode(),
    "huge": GOOD + b" " * 5_000_000,
    "deep": b"[" * 100_000,
}


def data(content: bytes | str) -> dict[str, object]:
    """A map as plain data, whatever was left out of its file and whenever it was saved."""
    decoded = decode(content if isinstance(content, bytes) else content.encode())
    assert isinstance(decoded, PersonalMap), decoded
    plain: dict[str, object] = json.loads(encode(replace(decoded, saved_at=None)))
    return plain


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name.partition(".")[0])
def test_what_was_opened_is_saved_unchanged(started: Page, example: Path) -> None:
    """Every key and every word, unknown ones too."""
    person.open_map(started, example)
    on_step(started, "map")
    expect(started.locator("#said")).to_have_text(WORDS("notice.opened"))
    person.go(started, "keep")
    saved = person.take(started, "download-map")
    assert data(person.content(saved)) == data(example.read_bytes())
    assert saved.suggested_filename.endswith(".chn.json")
    assert saved.suggested_filename.startswith("map-")


def test_a_map_made_here_opens_here_after_a_reload(page: Page) -> None:
    """Keep, close, come back, open: the same map, and nothing of it in between."""
    person.arrive(page)
    person.small_map(page)
    person.go(page, "keep")
    saved = person.take(page, "download-map")
    before = person.content(saved)
    page.reload()
    person.settled(page)
    person.go(page, "map")
    expect(person.rows(page)).to_have_count(0)
    person.open_map(page, Path(saved.path()))
    on_step(page, "map")
    expect(person.rows(page)).to_have_count(3)
    person.go(page, "keep")
    assert data(person.content(person.take(page, "download-map"))) == data(before)


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_does_not_open_leaves_the_map_alone(started: Page, name: str) -> None:
    """One calm sentence says what and where; the map in memory is as it was."""
    person.small_map(started)
    person.open_map(started, REFUSED[name])
    told = started.get_by_role("group", name=WORDS("refused.title"))
    expect(told).to_be_focused()
    expect(told).to_contain_text(WORDS("refused.text"))
    expect(told.get_by_role("listitem")).to_have_count(1)
    text = told.inner_text().casefold()
    assert not [word for word in ("invalid", "illegal", "fatal", "traceback") if word in text]
    person.go(started, "map")
    expect(person.rows(started)).to_have_count(3)
    expect(told).to_have_count(0)


def test_the_same_file_can_be_chosen_again(started: Page) -> None:
    """After a first try that failed, the second choice of one file is heard too."""
    for _ in range(2):
        person.open_map(started, REFUSED["broken"])
        expect(started.get_by_role("group", name=WORDS("refused.title"))).to_be_focused()
        press_back_and_forth(started)


def press_back_and_forth(page: Page) -> None:
    """Away from the screen and back to it."""
    person.go(page, "map")
    person.go(page, "keep")


def test_another_map_does_not_replace_one_that_is_not_kept(started: Page) -> None:
    """It asks first; staying changes nothing, opening can be undone."""
    person.small_map(started)
    person.open_map(started, EXAMPLES[0])
    asked = started.get_by_role("group", name=WORDS("waiting.title"))
    expect(asked).to_be_focused()
    press(started, "waiting.stay")
    expect(asked).to_have_count(0)
    person.go(started, "people")
    assert person.names_listed(started) == ["Maryam Okafor"]

    person.open_map(started, EXAMPLES[0])
    press(started, "waiting.open")
    on_step(started, "map")
    expect(started.locator("#said")).to_have_text(WORDS("notice.opened"))
    press(started, "ways.undo")
    expect(person.rows(started)).to_have_count(3)


def test_one_can_keep_first_and_then_open(started: Page) -> None:
    """The question stays on the way to where that is done, and while the map is kept."""
    person.small_map(started)
    person.open_map(started, EXAMPLES[0])
    expect(started.get_by_text(WORDS("waiting.keep_below"))).to_be_visible()
    person.go(started, "people")
    person.link(started, "waiting.keep_first").click()
    on_step(started, "keep")
    person.take(started, "download-map")
    expect(started.get_by_text(WORDS("waiting.text"))).to_have_count(0)
    press(started, "waiting.open")
    on_step(started, "map")
    expect(person.rows(started)).not_to_have_count(3)


def test_the_example_is_not_ones_own(started: Page) -> None:
    """It says on every step that it is one, cannot be kept as one's own, and gives way again."""
    person.small_map(started)
    person.go(started, "welcome")
    press(started, "welcome.example")
    on_step(started, "map")
    banner = started.get_by_role("note").filter(has_text=WORDS("example.banner"))
    for step in person.STEPS:
        person.go(started, step)
        expect(banner).to_be_visible()
    expect(started.get_by_test_id("download-map")).to_have_count(0)
    press(started, "example.leave")
    on_step(started, "activities")
    assert person.names_listed(started) == ["Choir"]
    expect(button_about(started, "ways.change", "Choir")).to_be_visible()
