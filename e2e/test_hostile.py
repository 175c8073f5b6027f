"""Text from a file or a person shows as text everywhere, and runs nothing, in a real browser."""

from collections.abc import Iterator

from playwright.sync_api import Page, expect

from chn_self.domain.connection import Connection, Kind
from chn_self.domain.direction import contained
from chn_self.domain.personal_map import Missing, NextStep, PersonalMap
from chn_self.files.codec import encode
from e2e import person
from e2e.person import STEPS
from tests.hostile.corpus import LINES, TEXTS

# Told instead of shown, and without an end: whatever calls one of these fails the test.
ALARM = """() => {
  for (const name of ["alert", "confirm", "prompt", "print", "open"]) {
    globalThis[name] = () => console.error(`${name} was called`);
  }
}"""

# What only markup that got through could have made: an element of a sort that we have nowhere, or
# any in a place for words.
FOREIGN = (
    ":is(script, img, iframe, object, embed, link, base, meta, math, table, video, a[href*=':'])"
)
WITHIN = ":is(bdi, textarea, option, svg text) *"
MADE = f"main {FOREIGN}, main {WITHIN}"

# Words of ours that a text of a person's has turned round: their end is drawn before their start.
TURNED = """(main) => {
  const words = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  const turned = [];
  const place = (node, at) => {
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    return range.getClientRects()[0];
  };
  while (words.nextNode()) {
    const node = words.currentNode;
    const start = node.data.search(/\\S/);
    if (start < 0 || node.parentElement.closest("bdi, textarea, option, svg")) continue;
    const [first, last] = [place(node, start), place(node, node.data.trimEnd().length - 1)];
    if (first && last && first.top === last.top && first.left > last.left) turned.push(node.data);
  }
  return turned;
}"""


def chunks() -> Iterator[str]:
    """All texts, so many at a time as a field takes."""
    chunk = ""
    for text in TEXTS:
        if len(chunk) + len(text) > 1_900:
            yield chunk
            chunk = ""
        chunk += f"{text}\n"
    yield chunk


CHUNKS = tuple(chunks())


def hostile_map() -> PersonalMap:
    """Every line is a name, by turns a person's, a place's and an activity's; and more in texts."""
    kinds = [*Kind]
    return PersonalMap(
        "hostile",
        connections=tuple(
            Connection(f"c{i}", kinds[i % 3], line, matters=i < 6, me_there=CHUNKS[i % 3].strip())
            for i, line in enumerate(LINES)
        ),
        hope=CHUNKS[0].strip(),
        missing=tuple(Missing(text) for text in TEXTS),
        next_step=NextStep(CHUNKS[0].strip(), CHUNKS[1].strip(), CHUNKS[2].strip()),
    )


def harmless(page: Page) -> None:
    """See that no element came of a text, and that no text turned round the words beside it."""
    expect(page.locator(MADE)).to_have_count(0)
    assert page.locator("main").evaluate(TURNED) == []


def names_shown(page: Page, kind: Kind) -> list[str]:
    """The names on the list of one kind, to the letter."""
    row = f'[data-testid="connection"][data-kind="{kind}"] .row__name > bdi'
    return page.locator(row).all_text_contents()


def test_hostile_texts_from_a_file_are_texts(started: Page) -> None:
    """Each name is on the map as written; on every step nothing runs; the summary is as safe."""
    page, map_ = started, hostile_map()
    page.evaluate(ALARM)
    person.open_map(page, encode(map_))
    person.on_step(page, "map")
    for kind in Kind:
        assert names_shown(page, kind) == [contained(c.name) for c in map_.of_kind(kind)]
    person.go(page, "type")
    page.get_by_test_id("show-type").click()
    for step in STEPS:
        person.go(page, step)
        harmless(page)
        if step in {"details", "support", "links", "missing"}:
            person.next_screen(page)
            harmless(page)
    person.go(page, "summary")
    person.unfold(page, "share.choose")
    person.press(page, "share.name_choice.full")
    harmless(page)
    html = person.content(person.take(page, "download-html"))
    file = page.context.new_page()
    file.route("**/made.html", lambda route: route.fulfill(body=html, content_type="text/html"))
    file.goto("made.html", wait_until="networkidle")
    harmless(file)
    told = {*file.locator("bdi").all_text_contents()}
    assert {contained(c.name) for c in map_.connections} <= told
    file.close()


def test_hostile_texts_that_are_typed_are_texts(started: Page) -> None:
    """Every text, in one field or another: each shows to the letter what was typed into it."""
    page = started
    page.evaluate(ALARM)
    person.go(page, "people")
    person.add(page, *LINES[::20])
    assert names_shown(page, Kind.PERSON) == [contained(line) for line in LINES[::20]]
    harmless(page)
    person.rows(page).first.get_by_role("button").first.click()
    fill(page, "about.name", LINES[-1])
    person.unfold(page, "about.more")
    fill(page, "about.note", CHUNKS[0][:500])
    page.get_by_test_id("done").click()
    for number, (step, label) in enumerate(FIELDS):
        person.go(page, step)
        if step == "type":
            page.get_by_test_id("show-type").click()
        fill(page, label, CHUNKS[number % len(CHUNKS)].replace("\n", " ").strip())
    expect(page.get_by_test_id("preview").locator("bdi").first).to_be_visible()
    for step in STEPS:
        person.go(page, step)
        harmless(page)


FIELDS = (
    ("missing", "missing.label"),
    ("type", "type.own_words"),
    ("next-step", "next_step.what"),
    ("next-step", "next_step.who"),
    ("next-step", "next_step.when"),
    ("reflect", "reflect.write"),
    ("summary", "share.words_label"),
)


def fill(page: Page, label: str, text: str) -> None:
    """Type a text into a field and leave it: it is still there, and came to nothing else."""
    box = person.field(page, label)
    box.fill(text)
    box.blur()
    expect(box).to_have_value(text)
    harmless(page)
