"""What is there when a browser was closed and is opened again, in whichever engine."""

from urllib.parse import urlsplit

from e2e.engines.keeping import keep, keep_plain, open_kept, unlock
from e2e.engines.person import Person
from e2e.host import Host
from e2e.profile import holding
from tests.maps import EXAMPLES

EXAMPLE = EXAMPLES[0]
NAME = "Zebedeeah Quillfeather"
PLAIN = "Ottoline Brackenbury"


def test_nothing_outlives_the_browser_unasked(person: Person) -> None:
    """No name is in the browser's folder, and the page starts empty."""
    person.arrive("people")
    person.add(NAME)
    person.go("map")
    person.settled()
    person.browser.reopen()
    assert holding(person.browser.profile, NAME) == []
    # The address of the page is in there: the search does find what is.
    assert holding(person.browser.profile, urlsplit(person.at).netloc) != []
    person.arrive("map")
    assert person.names_listed() == []


def test_kept_maps_are_there_again_with_no_network(person: Person, host: Host) -> None:
    """To the last change; and nobody reads the one with a passphrase in the browser's folder."""
    person.arrive("people")
    person.add(PLAIN)
    keep_plain(person)
    person.open_map(EXAMPLE)
    person.on_step("map")
    keep(person)
    person.go("people")
    person.add(NAME)
    person.nothing_unkept()
    person.settled()
    person.browser.reopen()
    assert holding(person.browser.profile, NAME) == []
    assert holding(person.browser.profile, PLAIN) != []

    host.stop()
    person.driver.get(f"{person.at}#/map")
    person.reload()
    person.ready()
    assert person.names_listed() == []
    open_kept(person, "sealed")
    unlock(person)
    person.on_step("map")
    assert NAME in person.names_listed()
    person.go("people")
    person.add("Sam")
    person.nothing_unkept()
    open_kept(person, "plain")
    person.on_step("map")
    assert person.names_listed() == [PLAIN]
