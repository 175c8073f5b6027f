"""The picture is saved as SVG and as PNG, by the names that were chosen."""

import base64
import struct
from pathlib import Path

import pytest
from playwright.sync_api import Download, Page, expect

from chn_self.domain.personal_map import PersonalMap
from chn_self.domain.share import Choices, Names
from chn_self.files.codec import decode
from chn_self.views.saved_picture import SavedPicture, saved_picture
from e2e import person
from e2e.browser import Guard
from e2e.conftest import NewPage
from e2e.person import WORDS, press, take, unfold
from tests.maps import EXAMPLES

FILE = next(path for path in EXAMPLES if path.name.startswith("family"))

# How many colours an image has, and which is in its corner.
COLOURS = """async (address) => {
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  const colours = new Set();
  for (let i = 0; i < data.length; i += 4) colours.add(data.slice(i, i + 4).join());
  return { colours: colours.size, corner: [...data.slice(0, 4)] };
}"""


@pytest.fixture
def page(started: Page) -> Page:
    """The page at a map, with what saves its picture unfolded."""
    person.open_map(started, FILE)
    person.on_step(started, "map")
    unfold(started, "save_picture.title")
    return started


def the_map() -> PersonalMap:
    """The map that is shown."""
    found = decode(FILE.read_bytes())
    assert isinstance(found, PersonalMap)
    return found


def drawn(names: Names = Names.ROLES) -> SavedPicture:
    """What the core draws of it."""
    return saved_picture(the_map(), Choices(picture=names), WORDS)


def bytes_of(download: Download) -> bytes:
    """What is in a downloaded file."""
    return Path(download.path()).read_bytes()


@pytest.mark.parametrize("names", Names)
def test_an_svg_holds_the_names_that_were_chosen(page: Page, names: Names) -> None:
    """And no other: it is what the core draws, and opens by itself."""
    press(page, f"share.name_choice.{names}")
    saved = take(page, "download-svg")
    assert saved.suggested_filename.startswith("picture-")
    assert saved.suggested_filename.endswith(".svg")
    svg = bytes_of(saved).decode()
    assert svg == drawn(names).svg
    assert ("Supermarket" in svg) == (names == Names.FULL)
    expect(page.locator("#said")).to_have_text(WORDS("notice.taken"))


def test_a_saved_svg_opens_by_itself(
    page: Page, new_page: NewPage, guard: Guard, tmp_path: Path
) -> None:
    """Nothing is missing, nothing runs, and it has its colours."""
    guard.allow(r"^foreign request: file:///\S*/picture\.svg$")
    saved = take(page, "download-svg")
    alone = tmp_path / "picture.svg"
    alone.write_bytes(bytes_of(saved))
    opened = new_page()
    opened.goto(alone.as_uri())
    expect(opened.locator("svg [data-connection]")).to_have_count(len(the_map().connections))
    assert opened.locator("script, style, image, use").count() == 0
    fill = opened.locator("svg .map-filled").first.evaluate("(e) => getComputedStyle(e).fill")
    assert fill == "rgb(11, 85, 99)"


def test_a_png_is_the_same_picture_twice_as_large(page: Page) -> None:
    """With its own paper under it, so that it can be read on any ground."""
    picture = drawn()
    saved = take(page, "download-png")
    assert saved.suggested_filename.endswith(".png")
    content = bytes_of(saved)
    # The signature, then the first chunk with width and height (PNG, 5.2 and 11.2.1).
    assert content[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", content[16:24]) == (2 * picture.width, 2 * picture.height)
    address = f"data:image/png;base64,{base64.b64encode(content).decode()}"
    seen = page.evaluate(COLOURS, address)
    assert seen["colours"] > 20
    assert seen["corner"] == [0xFB, 0xFA, 0xF7, 0xFF]  # the colour of paper


def test_the_preview_is_what_is_saved(page: Page) -> None:
    """An image with the same bytes, told in words."""
    svg = bytes_of(take(page, "download-svg"))
    preview = page.get_by_role("img", name="Me, with")
    source = preview.get_attribute("src") or ""
    assert base64.b64decode(source.partition(",")[2]) == svg
