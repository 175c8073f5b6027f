"""The picture is drawn as a PNG by whichever engine: each draws SVG in its own way."""

import struct
import zlib
from base64 import b64decode

from e2e.engines.person import Person
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


def _data(png: bytes) -> bytes:
    """The rows of a PNG, as they are packed in its chunks (PNG, 5.3)."""
    packed, at = b"", 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        if png[at + 4 : at + 8] == b"IDAT":
            packed += png[at + 8 : at + 8 + length]
        at += length + 12
    return zlib.decompress(packed)
