"""Every screen shows hostile texts as text: none breaks out of the place of its harmless twin."""

import json
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

import pytest

from chn_self.app import messages as m
from chn_self.app.kept import Waiting
from chn_self.app.state import Draft, Earlier, Notice, Own, Reflecting, State
from chn_self.app.steps import Fold, Place, Step
from chn_self.app.update import update
from chn_self.domain.emphasis import Emphasis
from chn_self.domain.personal_map import PersonalMap
from chn_self.domain.prompts import prompts
from chn_self.domain.share import Choices, Detail, Names, Part, Reader
from tests.hostile.alike import assert_alike
from tests.hostile.corpus import CORPUS, LINES, some
from tests.hostile.filled import MOST_LINES, pair, tree
from tests.views.shown import Shown, html_of, visits

# A soak takes every turn, so that every text stands in every place.
TURNS = some(range(len(LINES)), MOST_LINES)

# In every summary, so that it makes no difference which letters the other texts have.
NOT_IN_A_PDF = "ليلى"


def states(map_: PersonalMap, words: tuple[str, str]) -> Iterator[State]:
    """Every screen, with whatever can be shown on it besides."""
    boxes = ("add/person", "add/place", "add/activity", "missing/new", "share/words", "hope")
    common = State(
        map=map_,
        past=(map_,),
        drafts={box: Draft(words[0]) for box in boxes},
        type_shown=True,
        fresh=tuple(c.id for c in map_.connections),
        choices=Choices(
            frozenset(Part),
            Names.FULL,
            words=words[1],
            talk=(words[1], NOT_IN_A_PDF, ""),
            details=frozenset(Detail),
            reader=Reader(map_.connections[0].id),
        ),
        notice=Notice("removed", {"name": map_.connections[0].name}),
        waiting=Waiting(map_),
        unfolded=frozenset({Fold.SHOWS, Fold.CLOSER}),
    )
    for visit in visits(map_):
        if visit.place.step != Step.REFLECT:
            yield replace(common, place=visit.place)
    for c in map_.connections:
        yield replace(common, place=Place(Step.MAP), selected=c.id)
    for emphasis in Emphasis:
        yield replace(common, place=Place(Step.MAP), emphasis=emphasis)
    kept_off = replace(map_, connections=tuple(replace(c, private=True) for c in map_.connections))
    # With nothing in it, so that which names own words happen to hold makes no difference.
    looked = State(kept_off, Place(Step.SUMMARY), choices=Choices(frozenset()))
    yield replace(looked, second_look=map_.connections[0].id)
    yield replace(common, place=Place(Step.SUMMARY), earlier=Earlier(map_))
    bare = PersonalMap(map_.id)
    yield replace(common, place=Place(Step.COMPARE), earlier=Earlier(bare))
    yield replace(common, place=Place(Step.COMPARE), earlier=Earlier(map_), map=bare)
    called = tuple(replace(c, name=f"Name {i}") for i, c in enumerate(map_.connections))
    renamed = replace(map_, connections=called)
    yield replace(common, place=Place(Step.COMPARE), earlier=Earlier(renamed))
    yield replace(common, own=Own(map_, (), {}, False, Reflecting(), Choices()))


@pytest.mark.parametrize("turn", TURNS)
def test_nothing_breaks_out(turn: int) -> None:
    """The same elements, attributes and texts, with each text where its twin is, to the letter."""
    found = pair(turn)
    (text, text_twin), (words, words_twin) = found.words
    hostile = states(found.map, (text, words))
    harmless = states(found.twin, (text_twin, words_twin))
    for one, other in zip(hostile, harmless, strict=True):
        assert_alike(html_of(one), html_of(other), found.given)


@pytest.mark.parametrize("turn", TURNS)
def test_prompts_name_them_and_no_more(turn: int) -> None:
    """The same for what is asked about them; ids stand whole in the attributes that hold them."""
    found = pair(turn)
    for at, prompt in enumerate(prompts(found.map)):
        screen = State(found.map, Place(Step.REFLECT), reflecting=Reflecting(at))
        html = html_of(screen)
        assert_alike(html, html_of(replace(screen, map=found.namesake)), found.given)
        identity = json.dumps([prompt.key, prompt.about])
        assert Shown(html).one("button", data_press="not-for-me").get("data-of") == identity
        assert Shown(html).one("textarea").get("data-field") == f"reflection/{identity}"


@pytest.mark.parametrize("turn", some(range(len(LINES)), 3 * MOST_LINES))
@pytest.mark.parametrize("names", [Names.ROLES, Names.INITIALS])
def test_names_that_are_not_told_bring_nothing_in(turn: int, names: Names) -> None:
    """A summary by roles or initials is made of what a summary with full names is made of."""
    found = pair(turn)
    of = partial(State, place=Place(Step.SUMMARY), type_shown=True)
    screens = [
        Shown(html_of(of(map_, choices=Choices(frozenset(Part), chosen, words=words))))
        for map_, chosen, words in (
            (found.map, names, found.words[0][0]),
            (found.twin, Names.FULL, found.words[0][1]),
        )
    ]
    kinds, known = ({(e.tag, *e.attributes) for e in screen.elements} for screen in screens)
    # In the picture long names are numbered and small; names in own words are pointed out.
    assert {kind[0] for kind in kinds - known} <= {"text", "div", "ul", "li"}
    assert not {name for kind in kinds - known for name in kind} & {"href", "src", "style"}


def test_a_refusal_shows_an_odd_key_as_text() -> None:
    """What is quoted of a file is escaped twice on the screen: for the eye and for HTML."""

    def refused(key: str) -> set[tuple[object, ...]]:
        file = tree()
        file["connections"][0][key] = [float("nan")]
        state, _ = update(State(PersonalMap("mine")), m.Opened(json.dumps(file).encode()))
        assert state.faults
        return {(e.tag, *e.attributes.items()) for e in Shown(html_of(state)).elements}

    harmless = refused("plain")
    assert [text for text in some(CORPUS, 3) if refused(text) != harmless] == []
