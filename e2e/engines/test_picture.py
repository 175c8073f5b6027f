"""The picture in whichever engine: each draws SVG, and tells of the end of a drag, its own way."""

import struct
import zlib
from base64 import b64decode

from selenium.webdriver.common.action_chains import ActionChains

from e2e.engines.person import Person
from e2e.hands import WAY
from e2e.person import WORDS
from e2e.test_save_picture import FILE, drawn

# A driver does not get at what was handed over, but draws the preview of it in the same way.
DRAW = """
const [answer] = arguments;
const image = new Image();
image.src = document.querySelector("img.preview--picture").src;
image.decode().then(() => {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [2 * image.naturalWidth, 2 * image.naturalHeight];
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  answer(canvas.toDataURL("image/png"));
});
"""


def test_a_png_is_handed_over(person: Person) -> None:
    """Twice as large as the picture, and not of one colour."""
    person.arrive()
    person.open_map(FILE)
    person.on_step("map")
    person.press(person.one("#save > summary"))
    person.press(person.by_test_id("download-png"))
    person.until(lambda: person.one("#said").text == WORDS("notice.taken"))
    content = b64decode(person.driver.execute_async_script(DRAW).partition(",")[2])
    picture = drawn()
    assert struct.unpack(">II", content[16:24]) == (2 * picture.width, 2 * picture.height)
    assert len({*_data(content)}) > 20


def test_a_pdf_is_handed_over(person: Person) -> None:
    """Each engine loads what draws it, another kind of script, and runs it under the policy."""
    person.arrive()
    person.open_map(FILE)
    person.on_step("map")
    person.go("summary")
    person.press(person.by_test_id("download-pdf"))
    person.until(lambda: person.one("#said").text == WORDS("notice.taken"))


def test_a_mark_is_dragged_and_stays_chosen(person: Person) -> None:
    """Whatever click an engine makes of the end of a drag, it takes nothing back."""
    person.arrive()
    person.small_map()
    person.go("map")
    mark = person.one(".map-mark.map-person")
    person.driver.execute_script("arguments[0].scrollIntoView({ block: 'center' })", mark)
    start, end = person.driver.execute_script(f"return ({WAY})(...arguments)", mark, 1)
    right, down = (round(end[k] - start[k]) for k in ("x", "y"))
    hand = ActionChains(person.driver).move_to_element(person.one(".map-mark.map-person circle"))
    hand.click_and_hold().move_by_offset(right, down).release().perform()
    person.until(
        lambda: person.one("#said").text == WORDS("notice.on_ring_1", name="Maryam Okafor")
    )
    assert person.one("#chosen-name").text == "Maryam Okafor"


def _data(png: bytes) -> bytes:
    """The rows of a PNG, as they are packed in its chunks (PNG, 5.3)."""
    packed, at = b"", 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        if png[at + 4 : at + 8] == b"IDAT":
            packed += png[at + 8 : at + 8 + length]
        at += length + 12
    return zlib.decompress(packed)
