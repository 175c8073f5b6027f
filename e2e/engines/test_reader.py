"""Files that were handed over are read in whichever engine, two at once."""

from e2e.engines.person import Person
from e2e.person import WORDS
from tests.maps import EXAMPLES
from tests.summaries import GOLDEN

MAP = EXAMPLES[0]
SUMMARY = GOLDEN / "family-and-stable.html"

# Whether the picture of a summary is one to this engine, too: its width in pixels.
WIDTH = """
const [image, answer] = arguments;
image.decode().then(() => answer(image.naturalWidth), () => answer(0));
"""


def test_a_map_and_a_summary_are_read(person: Person) -> None:
    """The summary, which came last, is shown with its picture; then the map with its own."""
    person.driver.get(f"{person.at}reader.html")
    person.ready()
    person.by_test_id("open-file").send_keys(f"{MAP}\n{SUMMARY}")
    image = person.one('[data-testid="read"] img')
    assert person.driver.execute_async_script(WIDTH, image) > 0
    person.press(person.one('[data-press="show-file"]'))
    person.until(lambda: person.one('[data-testid="read"] h3').text == WORDS("reader.whole_title"))
    assert person.marks_in_picture() > 0
