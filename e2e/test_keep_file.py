"""Kept in a file: sealed or plain, read back before it is called saved, handed on, opened again."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from chn_self.files.codec import encode
from e2e import person
from e2e.keeping import KETTLE, type_secret, unlock, where
from e2e.person import WORDS, go, on_step, press
from tests.maps import map_of
from tests.maps import person as someone

FILE = encode(map_of(someone("zeb", "Zebedee")))

# A place that a person could pick: a real file handle, of the page's own private folder.
PICK = """() => {
  globalThis.picked = [];
  globalThis.showSaveFilePicker = async ({ suggestedName }) => {
    const folder = await navigator.storage.getDirectory();
    const handle = await folder.getFileHandle(suggestedName, { create: true });
    globalThis.picked.push(suggestedName);
    return handle;
  };
}"""

# A file handle that writes less than it was given, as a full disk may.
PICK_BROKEN = """() => {
  globalThis.showSaveFilePicker = async () => ({
    createWritable: async () => ({ write: async () => {}, close: async () => {} }),
    getFile: async () => new File(["{"], "map.json"),
  });
}"""

# A device that shares, and takes no file of type JSON, like Chromium on a phone.
SHARING = """() => {
  navigator.canShare = ({ files }) => files.every(({ type }) => type.startsWith("text/"));
  navigator.share = async ({ files }) => {
    globalThis.shared = { name: files[0].name, text: await files[0].text() };
  };
}"""

DROPPED = """([name, text]) => {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([text], name, { type: "application/json" }));
  const event = (type) => new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true });
  const main = document.getElementById("main");
  return [main.dispatchEvent(event("dragover")), main.dispatchEvent(event("drop"))];
}"""

PASTED = """([name, text]) => {
  const clipboardData = new DataTransfer();
  clipboardData.items.add(new File([text], name, { type: "application/json" }));
  const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
  document.body.dispatchEvent(event);
}"""


@pytest.fixture
def mapped(started: Page) -> Page:
    """A page with one person on the map, on the screen for keeping."""
    go(started, "people")
    person.add(started, "Maryam")
    go(started, "keep")
    return started


def one_row(page: Page, name: str) -> None:
    """See that the map has this one connection, and no other."""
    on_step(page, "map")
    expect(person.rows(page)).to_have_count(1)
    expect(person.rows(page)).to_contain_text(name)


def test_a_file_with_a_passphrase_opens_with_it_only(mapped: Page) -> None:
    """The map stays as it is until then; the same file opens in any browser."""
    person.unfold(mapped, "file.seal_summary")
    with mapped.expect_download() as coming:
        type_secret(mapped, "file", KETTLE)
    sealed = Path(coming.value.path())
    assert coming.value.suggested_filename.startswith("map-")
    assert b"Maryam" not in sealed.read_bytes()
    assert json.loads(sealed.read_bytes())["format"] == "chn-sealed-map"
    person.empty_map(mapped)
    person.open_map(mapped, sealed)
    unlock(mapped, "red")
    expect(mapped.get_by_text(WORDS("asking.failed"))).to_be_visible()
    unlock(mapped, KETTLE)
    one_row(mapped, "Maryam")
    where(mapped, "file.today")


def test_a_changed_envelope_stays_closed(mapped: Page) -> None:
    """Whatever was changed in it; the map in the tab is as it was."""
    person.unfold(mapped, "file.seal_summary")
    with mapped.expect_download() as coming:
        type_secret(mapped, "file", KETTLE)
    tree = json.loads(Path(coming.value.path()).read_bytes())
    tree["iterations"] += 1
    person.open_map(mapped, json.dumps(tree).encode())
    unlock(mapped, KETTLE)
    expect(mapped.get_by_text(WORDS("asking.failed"))).to_be_visible()
    press(mapped, "asking.stop")
    go(mapped, "map")
    one_row(mapped, "Maryam")


def test_saved_is_said_once_the_file_was_read_back(mapped: Page) -> None:
    """A download is only handed over; chosen again, it is compared byte by byte."""
    download = person.take(mapped, "download-map")
    expect(mapped.locator("#said")).to_have_text(WORDS("notice.map_taken"))
    handed = WORDS("where_kept.handed.at", at="|").partition("|")[0]
    expect(mapped.locator("#where")).to_have_text(person.starting_with(handed))
    check = mapped.get_by_label(WORDS("file.check"), exact=True)
    check.set_input_files({"name": "m.json", "mimeType": "application/json", "buffer": FILE})
    expect(mapped.locator("#said")).to_have_text(WORDS("notice.file_differs"))
    check.set_input_files(download.path())
    expect(mapped.locator("#said")).to_have_text(WORDS("notice.saved"))
    now = WORDS("where_kept.file.at", at="|").partition("|")[0]
    expect(mapped.locator("#where")).to_have_text(person.starting_with(now))
    expect(check).to_have_count(0)


def test_a_file_in_a_picked_place_is_read_back_by_itself(mapped: Page) -> None:
    """Its name is neutral."""
    mapped.evaluate(PICK)
    mapped.get_by_test_id("save-as").click()
    expect(mapped.locator("#said")).to_have_text(WORDS("notice.saved"))
    (name,) = mapped.evaluate("() => picked")
    assert re.fullmatch(r"map-\d{4}-\d\d-\d\d\.chn\.json", name)


def test_a_file_that_is_not_what_was_written_is_not_called_saved(mapped: Page) -> None:
    """The map is still in this tab only, as far as anyone knows."""
    mapped.evaluate(PICK_BROKEN)
    mapped.get_by_test_id("save-as").click()
    expect(mapped.locator("#said")).to_have_text(WORDS("notice.not_saved"))
    expect(mapped.locator("html[data-unkept]")).to_be_attached()


def test_sharing_says_who_sends_it_and_hands_on_the_map(page: Page) -> None:
    """The map, a summary, a copy: only where the device can; as text where it takes no JSON."""
    page.add_init_script(f"({SHARING})()")
    person.arrive(page, "people")
    person.add(page, "Maryam")
    go(page, "keep")
    expect(page.get_by_text(WORDS("file.share_hint"))).to_be_visible()
    page.get_by_test_id("share-map").click()
    expect(page.locator("#said")).to_have_text(WORDS("notice.handed_on"))
    shared = page.evaluate("() => shared")
    assert re.fullmatch(r"map-\d{4}-\d\d-\d\d\.chn\.txt", shared["name"])
    # What became of it is not known, so it is not called kept.
    expect(page.locator("html[data-unkept]")).to_be_attached()
    go(page, "summary")
    page.get_by_test_id("share-html").click()
    expect(page.locator("#said")).to_have_text(WORDS("notice.handed_on"))
    assert page.evaluate("() => shared.name").startswith("summary-")
    person.unfold(page, "share.copy.title")
    page.get_by_test_id("share-copy").click()
    expect(page.locator("#said")).to_have_text(WORDS("notice.handed_on"))
    copy = page.evaluate("() => shared")
    assert re.fullmatch(r"copy-\d{4}-\d\d-\d\d\.chn\.txt", copy["name"])
    assert "Maryam" not in copy["text"]
    person.open_map(page, shared["text"].encode())
    page.get_by_test_id("open-anyway").click()
    one_row(page, "Maryam")


def test_no_share_where_the_device_cannot(mapped: Page) -> None:
    """Chromium on a computer without sharing offers none."""
    expect(mapped.get_by_test_id("share-map")).to_have_count(0)


@pytest.mark.parametrize("way", [DROPPED, PASTED], ids=["dropped", "pasted"])
def test_a_file_can_be_brought_in_from_anywhere(started: Page, way: str) -> None:
    """The browser never goes to the file itself, which would lose the map."""
    go(started, "activities")
    taken = started.evaluate(way, ["map.chn.json", FILE.decode()])
    assert taken in (None, [False, False])
    one_row(started, "Zebedee")


def test_the_text_of_a_map_can_be_pasted(started: Page) -> None:
    """For a phone that shares texts more easily than files."""
    go(started, "keep")
    person.unfold(started, "keep.paste_summary")
    person.field(started, "keep.paste_label").fill("Dear diary")
    press(started, "keep.paste_open")
    expect(started.get_by_role("group", name=WORDS("refused.title"))).to_be_visible()
    person.field(started, "keep.paste_label").fill(FILE.decode())
    press(started, "keep.paste_open")
    one_row(started, "Zebedee")
