"""A map is made, seen, opened, left and erased, in whichever engine."""

from chn_self.domain.personal_map import PersonalMap
from chn_self.files.codec import decode
from e2e.engines.person import Person
from e2e.person import WORDS
from tests.maps import EXAMPLES

EXAMPLE = EXAMPLES[0]

# The databases there are, once they are being deleted no more, or after more looks than that takes.
DATABASES = """
const [answer] = arguments;
(async () => {
  let found = [];
  for (let looks = 0; looks < 500; looks += 1) {
    found = await indexedDB.databases();
    if (!found.length) break;
    await new Promise(requestAnimationFrame);
  }
  answer(found.map(({ name }) => name));
})();
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
    person.settled()
    person.go("map")
    assert person.names_listed() == []
    assert "Maryam" not in person.driver.page_source


def test_erase_everything_empties_the_page_and_its_databases(person: Person) -> None:
    """After one question nothing is left, and the way back leads to an empty start."""
    person.arrive()
    person.small_map()
    person.go("keep")
    person.press(person.by_test_id("erase"))
    person.press(person.link("erase.yes", within="dialog"))
    person.on_page("erased.html")
    assert person.heading() == WORDS("pages.erased.title")
    assert person.driver.execute_async_script(DATABASES) == []
    person.press(person.link("pages.erased.again"))
    person.settled()
    person.go("map")
    assert person.names_listed() == []
