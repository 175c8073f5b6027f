"""The reader: what somebody was handed is shown, printed and compared; nothing of it is kept."""

import base64
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from playwright.sync_api import FilePayload, Locator, Page, expect

from chn_self.domain.share import Choices
from chn_self.files.codec import encode
from chn_self.files.envelope import ITERATIONS, NONCE, SALT, Envelope, Header, write_envelope
from chn_self.views.copy_to_share import copy_to_share
from chn_self.views.summary import summary_html
from e2e import person
from e2e.browser import axe
from e2e.conftest import NewPage
from e2e.host import Host
from e2e.keeping import KETTLE
from e2e.looks import NEAR, SIDEWAYS, SMALL
from e2e.person import WORDS, button, heading, press
from e2e.test_hostile import ALARM, harmless
from e2e.test_privacy import STORES
from tests.comparisons import NOW, THEN
from tests.maps import AWKWARD, map_of
from tests.maps import person as someone
from tests.summaries import ENV, summary_of

LATER = replace(NOW, id="later", as_of="2026-11-24")
FIRST = replace(THEN, id="first", as_of="2026-01-10")
COPY = replace(copy_to_share(LATER, Choices(), WORDS, id="copy"), as_of="2026-11-25")
SUMMARY = summary_html(summary_of(LATER), ENV).encode()

# What the browser's own cipher makes of the bytes of a map, as the page would.
SEAL = """async ([passphrase, iterations, salt, nonce, header, data]) => {
  const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const secret = new TextEncoder().encode(passphrase);
  const password = await crypto.subtle.importKey("raw", secret, "PBKDF2", false, ["deriveKey"]);
  const how = { name: "PBKDF2", hash: "SHA-256", iterations, salt: bytes(salt) };
  const what = { name: "AES-GCM", length: 256 };
  const key = await crypto.subtle.deriveKey(how, password, what, false, ["encrypt"]);
  const cipher = { name: "AES-GCM", iv: bytes(nonce), additionalData: bytes(header) };
  return [...new Uint8Array(await crypto.subtle.encrypt(cipher, key, bytes(data)))];
}"""

# Files dropped on the page, as the page sees them: false if the browser would not go to them.
DROP = """(files) => {
  const dataTransfer = new DataTransfer();
  for (const [name, text] of files) dataTransfer.items.add(new File([text], name));
  return document.body.dispatchEvent(
    new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
}"""

# What would run, fetch, lead away, be sent or never end, if any of it were more than text.
HOSTILE = """<!doctype html><html onload="alert(1)"><head><base href="https://evil.example/">
<meta http-equiv="refresh" content="0;url=https://evil.example/">
<link rel="stylesheet" href="https://evil.example/a.css"><script>alert(1)</script></head>
<body onload="alert(1)"><div class="summary"><h1>My connections</h1>
<img src="https://evil.example/a.png" onerror="alert(1)" alt=""><svg onload="alert(1)"></svg>
<form action="https://evil.example/"><input name="a" autofocus><button>Send</button></form>
<iframe srcdoc="<script>parent.alert(1)</script>"></iframe><a href="javascript:alert(1)">Go</a>
<style>* { display: none }</style><p style="position:fixed;inset:0">Over all</p>
<h2>What matters to me</h2><p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"""


def payload(name: str, content: bytes) -> FilePayload:
    """A file to choose."""
    return {"name": name, "mimeType": "application/octet-stream", "buffer": content}


def choose(page: Page, *files: tuple[str, bytes]) -> None:
    """Choose some files at once."""
    page.get_by_test_id("open-file").set_input_files([payload(*file) for file in files])


def read(page: Page) -> Locator:
    """What is shown."""
    return page.get_by_test_id("read")


def row(page: Page, name: str) -> Locator:
    """The file of this name on the list of those that are open."""
    return page.get_by_test_id("opened").filter(has_text=name)


def refused(page: Page) -> Locator:
    """What did not open."""
    return page.get_by_role("group", name=WORDS("reader.refused"))


def sealed(page: Page, data: bytes, passphrase: str) -> bytes:
    """A map file behind a passphrase."""
    header = Header(ITERATIONS, bytes(range(SALT)), bytes(range(NONCE)))
    parts = (header.salt, header.nonce, header.associated_data, data)
    texts = [base64.b64encode(part).decode() for part in parts]
    made = page.evaluate(SEAL, [passphrase, ITERATIONS, *texts])
    return write_envelope(Envelope(header, bytes(made)))


def arrive(page: Page) -> None:
    """Open the reader, and wait until Python answers and nothing is under way."""
    page.goto("reader.html")
    person.settled(page)


def looked_at(page: Page) -> None:
    """See that nothing is amiss for an eye, a finger or a screen reader, narrow and wide."""
    for width, scheme in ((320, "light"), (1280, "dark")):
        page.set_viewport_size({"width": width, "height": 700})
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        page.evaluate("scrollTo(0, 0)")
        assert axe(page) == []
        assert [page.evaluate(look) for look in (SIDEWAYS, SMALL, NEAR)] == [[], [], []]


def test_what_was_handed_over_is_read_and_nothing_is_kept(page: Page) -> None:
    """A summary, maps over time, one with a passphrase; closed again, no store holds a word."""
    arrive(page)
    expect(page.locator("main[data-step=reader]")).to_be_attached()
    looked_at(page)

    choose(page, ("summary.html", SUMMARY))
    expect(read(page).get_by_role("heading", name=WORDS("summary.matters"))).to_be_visible()
    picture = read(page).get_by_role("img", name=person.starting_with("Me, with"))
    assert picture.evaluate("async (image) => { await image.decode(); return image.complete; }")
    expect(page.locator("#opened")).to_be_focused()
    looked_at(page)

    choose(page, ("now.chn.json", encode(LATER)))
    expect(read(page)).to_contain_text(WORDS("reader.whole_title"))
    expect(read(page).get_by_role("img")).to_have_count(1)
    expect(read(page)).not_to_contain_text("a secret note")
    press(page, "reader.show_all")
    expect(read(page)).to_contain_text("a secret note")
    expect(button(page, "reader.hide")).to_be_focused()

    choose(page, ("then.chn.json", sealed(page, encode(THEN), KETTLE)))
    secret = row(page, "then.chn.json").get_by_label(WORDS("asking.label"), exact=True)
    expect(secret).to_be_focused()
    secret.fill("red")
    press(page, "asking.open")
    expect(row(page, "then.chn.json")).to_contain_text(WORDS("asking.failed"))
    expect(read(page)).to_contain_text("a secret note")
    looked_at(page)
    secret.fill(KETTLE)
    secret.press("Enter")

    choose(page, ("copy.chn.json", encode(COPY)), ("first.chn.json", encode(FIRST)))
    steps = read(page).get_by_role("heading", level=3)
    days = ("10 January 2026", "2 May 2026", "24 November 2026", "25 November 2026")
    told = [WORDS("reader.from_to", then=then, now=now) for then, now in pairwise(days)]
    expect(steps).to_have_text([*reversed(told), WORDS("reader.pictures")])
    expect(page.get_by_text(WORDS("reader.of_copies"))).to_be_visible()
    expect(read(page).get_by_role("img")).to_have_count(4)
    expect(read(page)).not_to_contain_text("Lee")
    looked_at(page)

    row(page, "copy.chn.json").get_by_role("button", name=WORDS("reader.look")).click()
    expect(read(page)).to_contain_text(WORDS("reader.copy_title"))
    page.emulate_media(media="print")
    expect(read(page)).to_be_visible()
    for gone in (heading(page), page.locator("header.top"), page.get_by_test_id("opened").first):
        expect(gone).not_to_be_visible()
    page.emulate_media(media="screen")

    assert page.evaluate("() => history.length") <= 2
    assert page.url.endswith("reader.html")
    stores = page.evaluate(STORES, "Kimberley")
    assert [name for name, held in stores.pop("found").items() if held] == []
    assert stores == {"cookies": "", "local": 0, "session": "{}"}
    for _ in range(5):
        page.get_by_test_id("opened").last.get_by_role(
            "button", name=person.starting_with(WORDS("reader.close"))
        ).click()
    expect(page.get_by_test_id("opened")).to_have_count(0)
    assert "Kimberley" not in page.content()


def test_what_does_not_open_is_told_and_hostile_files_do_nothing(page: Page) -> None:
    """One sentence each, by name, and the others open; nothing runs, is fetched or leads away."""
    arrive(page)
    page.evaluate(ALARM)
    whole = encode(THEN)
    broken = {
        "letter.pdf": (b"%PDF-1.7", WORDS("faults.a_pdf")),
        "photo.jpg": (b"\xff\xd8\xff\xe0", WORDS("faults.a_picture")),
        "all.zip": (b"PK\x03\x04", WORDS("faults.a_zip")),
        "half.chn.json": (whole[:-20], WORDS("faults.cut_off", line=".", column=".")[:20]),
        "new.chn.json": (whole.replace(b'"version": 1', b'"version": 9'), WORDS("faults.newer")),
        "huge.html": (b"<html>" + b"<p>x" * 5_000_000, WORDS("faults.too_big", most=5)),
        "deep.html": (b"<html>" + b"<div>" * 300_000, WORDS("faults.too_much")),
        "news.html": (b"<html><p>News</p>", WORDS("faults.not_a_summary")),
        f"{AWKWARD[1]}.txt": (b"Dear", WORDS("faults.not_a_map")),
    }
    choose(page, *((name, content) for name, (content, _) in broken.items()), ("map", whole))
    expect(refused(page)).to_be_focused()
    lines = refused(page).get_by_role("listitem")
    expect(lines).to_have_count(len(broken))
    for name, (_, why) in broken.items():
        expect(lines.filter(has_text=name)).to_contain_text(why)
    expect(read(page)).to_contain_text(WORDS("reader.whole_title"))
    looked_at(page)

    choose(page, ("hostile.html", HOSTILE.encode()))
    expect(read(page)).to_contain_text("<script>alert(1)</script>")
    harmless(page)
    assert read(page).locator("a, input, button, iframe, style, [style], img").count() == 0
    looked_at(page)

    people = map_of(*(someone(f"c{i}", name) for i, name in enumerate(AWKWARD)))
    assert page.evaluate(DROP, [[AWKWARD[0], encode(people).decode()]]) is False
    row(page, AWKWARD[0]).get_by_role("button", name=WORDS("reader.look")).click()
    expect(read(page)).to_contain_text(AWKWARD[-2])
    harmless(page)
    looked_at(page)
    assert page.url.endswith("reader.html")


def tab_to(page: Page, found: Locator) -> None:
    """Go on by the Tab key until this has the focus."""
    for _ in range(40):
        if found.evaluate("(element) => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    expect(found).to_be_focused()


def test_all_is_done_by_keys_and_leaving_takes_it_away(page: Page, site: str) -> None:
    """Files are chosen, one is looked at and printed; after Leave now, Back shows nothing of it."""
    # From now on, since it takes a moment until the browser asks us and not its person.
    page.on("filechooser", lambda _: None)
    arrive(page)
    page.evaluate("() => { globalThis.print = () => { document.body.dataset.printed = ''; }; }")
    tab_to(page, page.get_by_test_id("open-file"))
    with page.expect_file_chooser() as asked:
        page.keyboard.press("Enter")
    asked.value.set_files([payload("then", encode(THEN)), payload("now", encode(LATER))])
    expect(page.locator("#opened")).to_be_focused()
    look = row(page, "then").get_by_role("button", name=person.starting_with(WORDS("reader.look")))
    tab_to(page, look)
    page.keyboard.press("Enter")
    expect(look).to_have_attribute("aria-pressed", "true")
    expect(look).to_be_focused()
    expect(read(page)).to_contain_text("To feel less on my own")
    tab_to(page, page.get_by_test_id("print"))
    page.keyboard.press("Enter")
    expect(page.locator("body[data-printed]")).to_be_attached()

    page.get_by_role("banner").get_by_role("link", name=WORDS("layout.help")).press("Enter")
    expect(page.get_by_role("dialog", name=WORDS("helpnow.title"))).to_be_visible()
    page.keyboard.press("Escape")
    expect(read(page)).to_be_visible()
    page.get_by_test_id("hide-page").press("Enter")
    expect(page).to_have_url(f"{site}away.html")
    page.go_back()
    assert "To feel less on my own" not in page.content()


def test_opens_with_no_network_after_one_visit(new_page: NewPage, tmp_path: Path) -> None:
    """The visit to the reader is enough, and what was opened is in no copy of it."""
    host = Host(tmp_path / "site")
    page = new_page(at=host.address, workers="allow")
    arrive(page)
    choose(page, ("map", encode(THEN)))
    expect(read(page)).to_be_visible()
    host.stop()
    page.reload()
    expect(page.locator("html[data-ready]")).to_be_attached(timeout=person.STARTING)
    expect(page.get_by_test_id("opened")).to_have_count(0)
    choose(page, ("map", encode(THEN)))
    expect(read(page)).to_contain_text("To feel less on my own")
