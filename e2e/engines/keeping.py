"""What a person does to keep a map and to open it again, in whichever engine."""

from e2e.engines.person import Person
from e2e.keeping import KETTLE
from e2e.person import WORDS

FORM = 'form:has([data-testid="seal-here"])'


def where(person: Person, key: str) -> None:
    """See where the map is said to be, on whatever screen this is."""
    told = WORDS(f"where_kept.{key}")
    person.until(lambda: person.one("#where").text.startswith(told))


def keep(person: Person) -> None:
    """Keep the map on this device with a passphrase."""
    person.go("keep")
    for key in ("seal.label", "seal.again"):
        person.secret(key, within=FORM).send_keys(KETTLE)
    person.press(person.by_test_id("seal-here"))
    where(person, "sealed")


def keep_plain(person: Person) -> None:
    """Keep the map on this device without one."""
    person.go("keep")
    person.press(person.one('summary:has(~ [data-testid="keep-plain"])'))
    person.press(person.by_test_id("keep-plain"))
    where(person, "plain")


def open_kept(person: Person, way: str) -> None:
    """Open the map that is kept this way, `sealed` or `plain`: there is one of each at most."""
    person.go("keep")
    row = person.first('[data-testid="kept"]', lambda row: WORDS(f"shelf.{way}") in row.text)
    person.press(row.find_element("css selector", "button"))


def unlock(person: Person) -> None:
    """Type the passphrase that is asked for."""
    person.secret("asking.label").send_keys(KETTLE)
    person.press(person.button("asking.open"))
