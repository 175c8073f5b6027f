"""States of a screen that take some doing, each with what a person does to come there.

All begin with a small map, which is in a file.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

from playwright.sync_api import Page, expect

from chn_self.app.steps import GUIDED_PARTS, Place, Step
from chn_self.domain.emphasis import Emphasis
from chn_self.domain.personal_map import PersonalMap
from chn_self.files.codec import encode
from chn_self.files.envelope import ITERATIONS, Envelope, Header, write_envelope
from e2e import keeping, person
from e2e.person import WORDS, button, come, press, unfold, unfold_all

EXAMPLE = Path(__file__).parents[1] / "tests" / "examples" / "family-and-stable.chn.json"


def _added(page: Page) -> None:
    person.go(page, "people")
    person.add(page, "Ben")


def _too_long(page: Page) -> None:
    come(page, Place(Step.PEOPLE, 0, "p"))
    unfold(page, "about.more")
    person.field(page, "about.note").fill("y" * 501)
    expect(page.get_by_text(WORDS("field_problem.too_long", count=1))).to_be_visible()


def _removed(page: Page) -> None:
    person.go(page, "places")
    person.button_about(page, "ways.remove", "Library").click()


def _refused(page: Page) -> None:
    person.open_map(page, b"not a map")
    expect(page.get_by_text(WORDS("refused.title"))).to_be_visible()


def _waiting(page: Page) -> None:
    _added(page)
    person.open_map(page, EXAMPLE)
    expect(page.get_by_text(WORDS("waiting.title"))).to_be_visible()


def _asking(page: Page) -> None:
    header = Header(ITERATIONS, b"s" * 16, b"n" * 12)
    person.open_map(page, write_envelope(Envelope(header, b"x" * 32)))
    expect(page.get_by_text(WORDS("asking.title"))).to_be_visible()


def _wrong(page: Page) -> None:
    _asking(page)
    person.field(page, "asking.label").fill("wrong")
    press(page, "asking.open")
    expect(page.get_by_text(WORDS("asking.failed"))).to_be_visible()


def _differs(page: Page) -> None:
    person.go(page, "keep")
    keeping.type_secret(page, "here", "one", "another")


def _kept_plain(page: Page) -> None:
    person.go(page, "keep")
    keeping.keep_plain(page)


def _kept_sealed(page: Page) -> None:
    person.go(page, "keep")
    keeping.keep(page)
    unfold_all(page)


def _taking_off(page: Page) -> None:
    _kept_plain(page)
    press(page, "here.stop")
    expect(page.get_by_text(WORDS("off.title_here"))).to_be_visible()


def _offer(page: Page) -> None:
    person.put(page, encode(PersonalMap("empty")))
    person.go(page, "people")
    person.add(page, "Ana", "Ben", "Dee")


def _in_a_file(page: Page) -> None:
    person.go(page, "keep")
    person.take(page, "download-map")


def _the_example(page: Page) -> None:
    person.go(page, "welcome")
    press(page, "welcome.example")
    expect(page.get_by_text(WORDS("example.banner"))).to_be_visible()


def _chosen(page: Page) -> None:
    person.open_map(page, EXAMPLE)
    person.on_step(page, "map")
    page.get_by_role("treeitem").nth(2).focus()
    page.keyboard.press("Enter")
    expect(page.locator("#chosen")).to_be_focused()


def _chosen_open(page: Page) -> None:
    _chosen(page)
    for fold in ("#chosen-more", "#ties-more"):
        page.locator(f"{fold} > summary").click()
    press(page, "zoom.in")


def _view(emphasis: Emphasis) -> Callable[[Page], None]:
    def act(page: Page) -> None:
        person.open_map(page, EXAMPLE)
        person.on_step(page, "map")
        unfold_all(page)
        button(page, f"views.chip.{emphasis}").click()

    return act


def _compared(page: Page) -> None:
    person.go(page, "compare")
    page.get_by_test_id("open-file").set_input_files(EXAMPLE)
    expect(page.locator(".compared").first).to_be_visible()


def _type_of_too_little(page: Page) -> None:
    person.go(page, "type")
    page.get_by_test_id("show-type").click()


def _help(page: Page) -> None:
    page.get_by_role("banner").get_by_role("link", name=WORDS("layout.help")).click()
    expect(page.get_by_role("dialog")).to_be_visible()


def _erase(page: Page) -> None:
    person.go(page, "keep")
    page.get_by_test_id("erase").click()
    expect(page.get_by_role("dialog")).to_be_visible()


def _rows(page: Page) -> None:
    person.go(page, "quick")
    unfold(page, "quick.rest")
    person.field(page, "about.name").fill("Tea")
    person.field(page, "about.name").press("Enter")
    expect(person.rows(page)).to_have_count(4)


def _ending(page: Page) -> None:
    _added(page)
    person.go(page, "ending")


def _helped(page: Page, device: str = "helpers") -> None:
    person.go(page, "guided")
    press(page, "guided.together")
    come(page, Place(Step.GUIDED, len(GUIDED_PARTS) - 1))
    chip = button(page, f"guided.device.choice.{device}")
    if chip.get_attribute("aria-pressed") != "true":
        chip.click()


def _beside(page: Page) -> None:
    _helped(page)
    person.go(page, "people")
    unfold(page, "guided.beside")


def _turned(page: Page) -> None:
    _beside(page)
    press(page, "guided.turn")
    person.on_screen(page, "guided.cover.title")


def _closing(device: str, wish: str, shown: str) -> Callable[[Page], None]:
    """Come to the last screen of a session, with a map that is not kept and one thing wanted."""

    def act(page: Page) -> None:
        _added(page)
        _helped(page, device)
        come(page, Place(Step.CLOSING))
        # The first takes back whatever was ticked before.
        for key in ("paper" if wish == "nothing" else "nothing", wish):
            press(page, f"closing.wish.{key}")
        come(page, Place(Step.CLOSING, 2))
        person.on_screen(page, f"closing.{shown}.title")

    return act


def _to_check(page: Page) -> None:
    _closing("helpers", "file", "file")(page)
    person.take(page, "download-map")
    person.on_screen(page, "closing.check.title")


def _ease(page: Page) -> None:
    page.get_by_role("contentinfo").get_by_role("button").click()
    expect(page.get_by_role("dialog")).to_be_visible()


MOMENTS: Mapping[str, Callable[[Page], None]] = {
    "a name was added, who is it": _added,
    "a note is too long": _too_long,
    "one was taken off": _removed,
    "a file was refused": _refused,
    "another map waits": _waiting,
    "a passphrase is asked for": _asking,
    "a passphrase was wrong": _wrong,
    "two passphrases differ": _differs,
    "kept without a passphrase": _kept_plain,
    "kept with a passphrase": _kept_sealed,
    "stop keeping it": _taking_off,
    "an offer to keep it": _offer,
    "handed over as a file": _in_a_file,
    "the example": _the_example,
    "one is chosen on the picture": _chosen,
    "all that can be done with it": _chosen_open,
    "two maps are compared": _compared,
    "too little for a type": _type_of_too_little,
    "help": _help,
    "erase": _erase,
    "ways to ease": _ease,
    "rows of a sheet": _rows,
    "an end with something to lose": _ending,
    "a helper is there": _beside,
    "the screen is turned": _turned,
    "to put on paper": _closing("shared", "paper", "paper"),
    "to hand over": _closing("helpers", "file", "file"),
    "to compare": _to_check,
    "to clear": _closing("helpers", "nothing", "over"),
    "to stop, on the person's own device": _closing("mine", "nothing", "over"),
    **{f"view: {emphasis}": _view(emphasis) for emphasis in Emphasis},
}
