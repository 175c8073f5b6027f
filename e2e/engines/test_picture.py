"""The picture is drawn as a PNG by whichever engine: each draws SVG in its own way."""

from e2e.engines.person import Person
from e2e.test_save_picture import COLOURS, FILE, drawn

# What is handed over is kept for the test as well.
CATCH = """
const make = URL.createObjectURL;
URL.createObjectURL = (blob) => {
  globalThis.handed = blob;
  return make.call(URL, blob);
};
"""
SEEN = f"""
const [answer] = arguments;
const reader = new FileReader();
reader.onload = () => ({COLOURS})(reader.result).then(answer);
reader.readAsDataURL(globalThis.handed);
"""


def test_a_png_is_the_picture_twice_as_large(person: Person) -> None:
    """With many colours on the colour of paper: not blank, and not cut off."""
    person.arrive()
    person.open_map(FILE)
    person.on_step("map")
    person.press(person.one("#save > summary"))
    person.driver.execute_script(CATCH)
    person.press(person.by_test_id("download-png"))
    person.until(lambda: person.driver.execute_script("return Boolean(globalThis.handed)"))
    seen = person.driver.execute_async_script(SEEN)
    picture = drawn()
    assert seen["size"] == [2 * picture.width, 2 * picture.height]
    assert seen["colours"] > 20
    assert seen["corner"] == [0xFB, 0xFA, 0xF7, 0xFF]  # the colour of paper
