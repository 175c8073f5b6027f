"""The steps of the journey, the screens within a step, and the way on and back."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from chn_self.domain.connection import Kind, Support, by_closeness
from chn_self.domain.personal_map import PersonalMap


class Step(StrEnum):
    """A step, named as in its address: `#/activities`."""

    WELCOME = "welcome"
    GUIDED = "guided"
    ACTIVITIES = "activities"
    PEOPLE = "people"
    PLACES = "places"
    DETAILS = "details"
    SUPPORT = "support"
    LINKS = "links"
    QUICK = "quick"
    MISSING = "missing"
    MAP = "map"
    COMPARE = "compare"
    TYPE = "type"
    REFLECT = "reflect"
    NEXT_STEP = "next-step"
    SUMMARY = "summary"
    KEEP = "keep"
    ENDING = "ending"
    CLOSING = "closing"


class Fold(StrEnum):
    """What is folded away on a screen, and worked out only once it was opened."""

    CHOSEN = "chosen"
    TIES = "ties"
    SHOWS = "shows"
    CLOSER = "closer"
    SAVE = "save"


# Asked for, never on the way; and where Back and Next lead from there. For some people, being asked
# who goes with whom feeds the fear of being watched; quick entry is for whoever has a filled-in
# sheet; and an ending comes when the person says so.
BY_CHOICE = {
    Step.GUIDED: (Step.WELCOME, Step.ACTIVITIES),
    Step.LINKS: (Step.MAP, Step.MAP),
    Step.QUICK: (Step.MAP, Step.MAP),
    Step.COMPARE: (Step.MAP, Step.MAP),
    Step.ENDING: (Step.MAP, Step.MAP),
    Step.CLOSING: (Step.ENDING, Step.MAP),
}

# Where the maps that are kept on this device are listed, or spoken of.
SHELVES = frozenset({Step.COMPARE, Step.KEEP, Step.CLOSING})

LISTS = {Step.ACTIVITIES: Kind.ACTIVITY, Step.PEOPLE: Kind.PERSON, Step.PLACES: Kind.PLACE}
FIRST = Step.ACTIVITIES

# What a person and a helper read together before they begin, one idea a screen.
GUIDED_PARTS = ("say", "who", "rules", "notes", "device")

# Never more questions in a row than this about what goes together.
MOST_LINK_QUESTIONS = 12


@dataclass(frozen=True, slots=True)
class Screen:
    """One thing on a screen: which question, and what it is about, such as a connection."""

    name: str
    about: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where the person is: a step, the screen within it, and a connection opened for change."""

    step: Step
    at: int = 0
    editing: str | None = None


def screens(step: Step, map_: PersonalMap) -> tuple[Screen, ...]:
    """The screens of a step, in order; at least one, whatever is on the map."""
    match step:
        case Step.DETAILS:
            return _details(map_)
        case Step.SUPPORT:
            if not map_.of_kind(Kind.PERSON):
                return (Screen("nobody"),)
            return (*(Screen("receives", s) for s in Support), Screen("gives"))
        case Step.GUIDED:
            return tuple(Screen("guided", part) for part in GUIDED_PARTS)
        case Step.CLOSING:
            return (Screen("closing_keep"), Screen("closing_again"), Screen("closing_end"))
        case Step.LINKS:
            return (*islice(_together(map_), MOST_LINK_QUESTIONS), Screen("links"))
        case Step.MISSING:
            return (Screen("missing"), Screen("hope"))
        case _:
            return (Screen(step.value),)


def screen(place: Place, map_: PersonalMap) -> Screen:
    """The screen a person sees at a place; a place past the end shows the last one."""
    there = screens(place.step, map_)
    return there[min(max(place.at, 0), len(there) - 1)]


def lists_from(first: Step) -> tuple[Step, ...]:
    """The three lists in the order in which they come, the one a person starts with first."""
    order = tuple(LISTS)
    at = order.index(first)
    return (*order[at:], *order[:at])


def flow(first: Step = FIRST) -> tuple[Step, ...]:
    """The steps on the way, from the welcome on, where the person starts with this list."""
    rest = (s for s in Step if s not in LISTS and s not in BY_CHOICE and s != Step.WELCOME)
    return (Step.WELCOME, *lists_from(first), *rest)


def onward(place: Place, map_: PersonalMap, first: Step = FIRST) -> Place:
    """The next screen, or the first of the next step; the last step leads nowhere further."""
    if place.at + 1 < len(screens(place.step, map_)):
        return Place(place.step, place.at + 1)
    return _neighbour(place.step, 1, first)


def backward(place: Place, map_: PersonalMap, first: Step = FIRST) -> Place:
    """The screen before, or the last of the step before."""
    at = min(place.at, len(screens(place.step, map_)) - 1)
    if at > 0:
        return Place(place.step, at - 1)
    before = _neighbour(place.step, -1, first)
    return Place(before.step, len(screens(before.step, map_)) - 1)


def after_step(place: Place, first: Step = FIRST) -> Place:
    """The first screen of the next step, whatever is left of this one."""
    return _neighbour(place.step, 1, first)


def _neighbour(step: Step, by: int, first: Step) -> Place:
    if step in BY_CHOICE:
        back, on = BY_CHOICE[step]
        return Place(back if by < 0 else on)
    steps = flow(first)
    return Place(steps[min(max(steps.index(step) + by, 0), len(steps) - 1)])


def _together(map_: PersonalMap) -> Iterator[Screen]:
    """Who is seen there, and where it is done, of the largest parts of a life first.

    Nothing that a link changes moves a question: the order goes by closeness, then by the map.
    """
    people, places = map_.of_kind(Kind.PERSON), map_.of_kind(Kind.PLACE)
    for c in by_closeness(c for c in map_.connections if c.kind != Kind.PERSON):
        if people:
            yield Screen("together", c.id)
        if places and c.kind == Kind.ACTIVITY:
            yield Screen("where", c.id)


def _details(map_: PersonalMap) -> tuple[Screen, ...]:
    about_now = (Screen("usual"), Screen("week"), Screen("content"))
    if not map_.connections:
        return about_now
    in_order = [c for kind in LISTS.values() for c in map_.of_kind(kind)]
    starred = [c for c in in_order if c.matters]
    return (
        Screen("so_far"),
        *(Screen("about", c.id) for c in in_order),
        Screen("matters"),
        *(Screen("starred", c.id) for c in starred),
        *about_now,
    )
