"""Compare with an earlier map: it is looked at beside the one in the tab, which stays as it is."""

import json
from dataclasses import replace

from playwright.sync_api import FilePayload, Locator, Page, expect

from chn_self.files.codec import encode
from e2e import person
from e2e.conftest import NewPage
from e2e.keeping import CLEAR, KETTLE, keep, unlock, where
from e2e.looks import SIDEWAYS
from e2e.person import WORDS, go, heading, on_step, press, starting_with
from e2e.test_files import REFUSED, data
from tests.comparisons import NOW, THEN, told_of
from tests.maps import AWKWARD, map_of, place
from tests.maps import person as someone


def with_map(page: Page, content: bytes) -> None:
    """Open a map, and go from it to where it can be compared."""
    person.open_map(page, content)
    on_step(page, "map")
    person.unfold(page, "map.more")
    person.link(page, "map.compare").click()
    on_step(page, "compare")


def choose(page: Page, content: bytes) -> None:
    """Choose the earlier map."""
    file: FilePayload = {
        "name": "then.chn.json",
        "mimeType": "application/json",
        "buffer": content,
    }
    page.get_by_test_id("open-file").set_input_files(file)


def both(page: Page) -> None:
    """See that both maps are told of, with the title in focus."""
    expect(heading(page)).to_have_text(WORDS("compare.both"))
    expect(heading(page)).to_be_focused()


def section(page: Page, part: str) -> Locator:
    """A section of the comparison."""
    return page.get_by_test_id(f"compared-{part}")


def map_file(page: Page) -> dict[str, object]:
    """The map in the tab, as plain data."""
    go(page, "keep")
    return data(person.content(person.take(page, "download-map")))


def test_an_earlier_map_is_looked_at_and_put_away(started: Page) -> None:
    """Its words, its picture, a question and an answer; and the map is as it was."""
    with_map(started, encode(NOW))
    choose(started, encode(THEN))
    both(started)
    for told in told_of().sections:
        for group in told.groups:
            expect(section(started, told.part)).to_contain_text(group.label)
    pictures = started.get_by_role("main").get_by_role("img")
    expect(pictures).to_have_count(2)

    # There were two of the name, and there is one now: which of them, only the person can tell.
    asked = started.get_by_test_id("perhaps")
    asked.get_by_role("button", name=starting_with(WORDS("compare.yes"))).click()
    expect(asked).to_have_count(0)
    expect(started.get_by_role("heading", name=WORDS("compare.part.perhaps_same"))).to_be_focused()
    press(started, "compare.again")
    expect(asked).to_have_count(1)
    for _ in range(2):
        asked.get_by_role("button", name=starting_with(WORDS("compare.no"))).click()
    expect(section(started, "new_here")).to_contain_text("Sam")
    sams = section(started, "not_here").get_by_role("listitem").filter(has_text="Sam")
    expect(sams).to_have_count(2)

    started.get_by_test_id("put-away").click()
    expect(heading(started)).to_have_text(WORDS("compare.title"))
    assert "Rex" not in started.content()
    started.get_by_test_id("back").click()
    on_step(started, "map")
    expect(started.get_by_test_id("undo")).to_be_visible()  # of opening the map, as before
    assert map_file(started) == data(encode(NOW))


def test_how_the_next_step_went_is_said_on_the_map_now(started: Page) -> None:
    """It still is the next step; Undo takes it back."""
    with_map(started, encode(NOW))
    choose(started, encode(THEN))
    both(started)
    went = section(started, "next_step").get_by_role("button", name=WORDS("next_step.went.some"))
    went.click()
    expect(went).to_have_attribute("aria-pressed", "true")
    step = map_file(started)["next_step"]
    assert isinstance(step, dict)
    assert step["how_it_went"] == "some"


def test_a_file_that_does_not_open_changes_nothing(started: Page) -> None:
    """It is told as on the screen for opening."""
    with_map(started, encode(NOW))
    choose(started, REFUSED["broken"])
    expect(started.get_by_role("group", name=WORDS("refused.title"))).to_be_focused()
    assert map_file(started) == data(encode(NOW))


def test_pasted_text_and_a_dropped_file_are_compared_too(started: Page) -> None:
    """Whatever way a map comes in on this screen."""
    with_map(started, encode(NOW))
    person.unfold(started, "keep.paste_summary")
    person.field(started, "keep.paste_label").fill(encode(THEN).decode())
    press(started, "keep.paste_open")
    both(started)
    started.get_by_test_id("put-away").click()
    started.evaluate(_DROP, encode(THEN).decode())
    both(started)
    assert map_file(started) == data(encode(NOW))


# Dropping a file on the page, as the page sees it.
_DROP = """(text) => {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([text], "then.chn.json", { type: "application/json" }));
  document.body.dispatchEvent(
    new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
}"""


def test_one_that_is_kept_here_asks_for_its_passphrase(mapped: Page) -> None:
    """It is looked at; what changes later is not kept in its place."""
    keep(mapped)
    with_map(mapped, encode(NOW))
    row = mapped.get_by_test_id("kept").first
    row.get_by_role("button", name=starting_with(WORDS("compare.shelf_open"))).click()
    unlock(mapped, KETTLE)
    both(mapped)
    expect(section(mapped, "not_here")).to_contain_text("Maryam")
    where(mapped, "file.some_day")
    assert map_file(mapped) == data(encode(NOW))
    mapped.evaluate(CLEAR)


def test_no_name_breaks_the_smallest_phone(new_page: NewPage) -> None:
    """80 letters without a space, in every section."""
    page = new_page(320, 568)
    person.arrive(page)
    then = map_of(*(someone(f"a{i}", n) for i, n in enumerate(AWKWARD)), place("p", AWKWARD[-1]))
    long = replace(then, hope="w" * 400)
    with_map(page, encode(replace(NOW, hope="v" * 400)))
    choose(page, encode(long))
    both(page)
    assert page.evaluate(SIDEWAYS) == []
    assert json.dumps(AWKWARD[0])[1:-1] in section(page, "not_here").inner_text()
