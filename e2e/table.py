"""Every screen in every state: one table, which all that looks at screens goes through.

A new step or screen is in it by itself. A new state of a screen is a line in `MOMENTS`, with what a
person does to come there from a small map; a new sort of map is a line in `MAPS`.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import Page, expect

from chn_self.app.steps import Place, Step, screens
from chn_self.domain.connection import Closeness, Connection, Effect, Kind, Relation
from chn_self.domain.emphasis import Emphasis
from chn_self.domain.personal_map import Link, Missing, NextStep, PersonalMap
from chn_self.files.codec import decode, encode
from chn_self.files.envelope import ITERATIONS, Envelope, Header, write_envelope
from e2e import keeping, person
from e2e.person import WORDS, button, press, unfold
from tests.maps import AWKWARD, activity, place
from tests.maps import person as someone

EXAMPLE = Path(__file__).parents[1] / "tests" / "examples" / "family-and-stable.chn.json"

# A place by its address and what the history knows of it, as if the person came back to it.
_COME = """([step, at, editing]) => {
  history.pushState({ at, editing }, "", `#/${step}`);
  dispatchEvent(new PopStateEvent("popstate"));
}"""
# Until none is left, as some of what opens has folds in it.
_UNFOLD = """() => {
  for (let tries = 0; tries < 4; tries += 1) {
    document.querySelectorAll("main details:not([open]) > summary").forEach((one) => one.click());
  }
}"""


def small() -> PersonalMap:
    """One of each kind, one of them starred, two that go together."""
    return PersonalMap(
        "small",
        as_of="2026-11-24",
        connections=(
            replace(activity("a", "Choir"), matters=True, effect=Effect.HELPS),
            replace(someone("p", "Maryam Okafor"), closeness=Closeness.INNER),
            place("l", "Library"),
        ),
        links=(Link("a", "p"),),
    )


def example() -> PersonalMap:
    """A map of a size that people make, with most questions answered."""
    found = decode(EXAMPLE.read_bytes())
    assert isinstance(found, PersonalMap)
    return replace(found, saved_at=None)


def hostile() -> PersonalMap:
    """Every name that has broken someone's page, in every kind, and long texts without a space."""
    named = tuple(_hostile(kind, i, name) for kind in Kind for i, name in enumerate(AWKWARD))
    return replace(
        example(),
        connections=named,
        links=tuple(Link(f"person-{i}", f"place-{i}") for i in range(len(AWKWARD))),
        reflections=(),
        hope="w" * 400,
        missing=tuple(Missing(name) for name in AWKWARD),
        next_step=NextStep("😀" * 300, "x" * 200, AWKWARD[4]),
    )


def _hostile(kind: Kind, i: int, name: str) -> Connection:
    return Connection(
        f"{kind}-{i}",
        kind,
        name,
        Relation.FRIEND if kind == Kind.PERSON else None,
        closeness=Closeness(i % 3 + 1),
        effect=Effect.HELPS,
        matters=i % 4 == 0,
        me_there=name,
        note=name,
    )


MAPS: Mapping[str, Callable[[], PersonalMap]] = {
    "empty": lambda: PersonalMap("empty"),
    "small": small,
    "example": example,
    "hostile": hostile,
}


def places(map_: PersonalMap) -> Mapping[str, Place]:
    """The first of each sort of screen that this map has, by its name."""
    found: dict[str, Place] = {}
    for step in Step:
        for at, shown in enumerate(screens(step, map_)):
            found.setdefault(shown.name, Place(step, at))
    if map_.connections:
        found["edit"] = Place(Step.PEOPLE, 0, map_.connections[-1].id)
    return found


def walk(page: Page, name: str, *, folds: bool = True) -> Iterator[str]:
    """Come to each sort of screen with a map of this name, with every fold open or as it is."""
    map_ = MAPS[name]()
    person.put(page, encode(map_))
    if map_.connections:
        person.go(page, "type")
        page.get_by_test_id("show-type").click()
        person.go(page, "summary")
        press(page, "share.name_choice.full")
    for sort, there in places(map_).items():
        come(page, there)
        if folds:
            page.evaluate(_UNFOLD)
        yield f"{name}: {sort}"


def moments(page: Page) -> Iterator[str]:
    """Come to each state of a screen that takes some doing."""
    for name, act in MOMENTS.items():
        person.put(page, encode(small()))
        act(page)
        yield f"moment: {name}"
        page.keyboard.press("Escape")
    page.evaluate(keeping.CLEAR)


def stops(page: Page) -> Iterator[str]:
    """Come to every line of the table."""
    for name in MAPS:
        yield from walk(page, name)
    yield from moments(page)


def come(page: Page, there: Place) -> None:
    """Be at a place, whatever is at another."""
    page.evaluate(_COME, [there.step.value, there.at, there.editing])
    person.on_step(page, there.step)


# --- What a person does ---------------------------------------------------------------------------


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
    page.evaluate(_UNFOLD)


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
        page.evaluate(_UNFOLD)
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
    **{f"view: {emphasis}": _view(emphasis) for emphasis in Emphasis},
}
