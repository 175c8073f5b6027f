"""What is there when a browser was closed and is opened again, in whichever engine."""

from urllib.parse import urlsplit

from e2e.engines.person import Person
from e2e.profile import holding

NAME = "Zebedeeah Quillfeather"


def test_nothing_outlives_the_browser_unasked(person: Person) -> None:
    """No name is in the browser's folder, and the page starts empty."""
    person.arrive("people")
    person.add(NAME)
    person.go("map")
    person.browser.reopen()
    assert holding(person.browser.profile, NAME) == []
    # The address of the page is in there: the search does find what is.
    assert holding(person.browser.profile, urlsplit(person.at).netloc) != []
    person.arrive("map")
    assert person.names_listed() == []
