"""Every screen in every state: one table, which all that looks at screens goes through.

A new step or screen is in it by itself. A new state of a screen is a line in `MOMENTS`, in
`e2e/moments.py`; a new sort of map is a line in `MAPS`.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from playwright.sync_api import Page

from chn_self.app.steps import Place, Step, screens
from chn_self.domain.connection import Closeness, Connection, Effect, Kind, Relation
from chn_self.domain.personal_map import Link, Missing, NextStep, PersonalMap
from chn_self.files.codec import decode, encode
from e2e import keeping, person
from e2e.moments import EXAMPLE, MOMENTS
from e2e.person import press
from tests.maps import AWKWARD, activity, place
from tests.maps import person as someone

# A screen that is turned shows nothing else, and a helper is told of on every one.
_ALONE = "() => chn.receive({ press: 'guide', of: 'alone' })"


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
        person.unfold(page, "share.choose")
        press(page, "share.name_choice.full")
    for sort, there in places(map_).items():
        person.come(page, there)
        if folds:
            person.unfold_all(page)
        yield f"{name}: {sort}"


def moments(page: Page) -> Iterator[str]:
    """Come to each state of a screen that takes some doing."""
    for name, act in MOMENTS.items():
        person.put(page, encode(small()))
        act(page)
        yield f"moment: {name}"
        page.keyboard.press("Escape")
        page.evaluate(_ALONE)
    page.evaluate(keeping.CLEAR)


def stops(page: Page) -> Iterator[str]:
    """Come to every line of the table."""
    for name in MAPS:
        yield from walk(page, name)
    yield from moments(page)
