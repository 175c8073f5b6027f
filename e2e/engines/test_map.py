"""A map is made, seen, opened, left and erased, in whichever engine."""

from chn_self.domain.personal_map import PersonalMap
from chn_self.files.codec import decode
from e2e.engines.keeping import keep_plain
from e2e.engines.person import Person
from e2e.person import WORDS
from tests.maps import EXAMPLES

EXAMPLE = EXAMPLES[0]

# Another site of the same address has stored something, too.
STORE = """
const [answer] = arguments;
indexedDB.open("notes").onsuccess = ({ target }) => answer(target.result.close());
"""

# What is stored, by where.
STORED = """
const [answer] = arguments;
(async () => answer({
  databases: (await indexedDB.databases()).map(({ name }) => name).sort(),
  caches: await caches.keys(),
  workers: (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
  marks: sessionStorage.length + localStorage.length,
}))();
"""


def test_a_map_is_made_from_lists_and_seen(person: Person) -> None:
    """Three lists become one picture and the list beside it."""
    person.arrive()
    person.press(person.link("welcome.start"))
    for step, key, name in (
        ("activities", "list.activity.all", "Choir"),
        ("people", "list.person.all", "Maryam Okafor"),
        ("places", "list.place.all", "Old Library"),
    ):
        person.on_step(step)
        person.add(name)
        person.press(person.button(key))
    person.go("map")
    assert sorted(person.names_listed()) == ["Choir", "Maryam Okafor", "Old Library"]
    assert person.marks_in_picture() == 3


def test_a_map_file_opens(person: Person) -> None:
    """All that is in it is in the picture and on the list."""
    kept = decode(EXAMPLE.read_bytes())
    assert isinstance(kept, PersonalMap)
    person.arrive()
    person.open_map(EXAMPLE)
    person.on_step("map")
    assert sorted(person.names_listed()) == sorted(c.name for c in kept.connections)
    assert person.marks_in_picture() == len(kept.connections)


def test_leave_now_leaves_an_empty_start(person: Person) -> None:
    """Back does not bring back what was there."""
    person.arrive()
    person.small_map()
    person.press(person.by_test_id("hide-page"))
    person.on_page("away.html")
    assert person.heading() == WORDS("pages.away.lead")
    person.driver.back()
    person.ready()
    person.go("map")
    assert person.names_listed() == []
    assert "Maryam" not in person.driver.page_source


def test_erase_everything_leaves_nothing_of_ours(person: Person) -> None:
    """Map, databases, caches and worker are gone; what is left is another's, and named."""
    person.arrive()
    person.small_map()
    keep_plain(person)
    person.settled()
    person.driver.execute_async_script(STORE)
    before = person.driver.execute_async_script(STORED)
    assert "chn-self:/" in before["databases"]
    assert before["caches"]
    assert before["workers"] == [person.at]

    person.press(person.by_test_id("erase"))
    person.press(person.link("erase.yes", within="dialog"))
    person.on_page("erased.html")
    assert person.heading() == WORDS("pages.erased.title")
    person.until(lambda: person.one("#outcome").text == WORDS("pages.erased.cleared"))
    foreign = person.one("[data-why]:not([hidden])").text
    assert foreign.startswith(WORDS("pages.erased.left.foreign.heading"))
    assert foreign.endswith("notes")
    after = person.driver.execute_async_script(STORED)
    assert after == {"databases": ["notes"], "caches": [], "workers": [], "marks": 0}
    person.press(person.link("pages.erased.again"))
    person.on_page("")
