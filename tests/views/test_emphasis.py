"""A view of the map in words."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from chn_self.domain.connection import Connection, Effect, Often, Support
from chn_self.domain.emphasis import Emphasis, standing
from chn_self.domain.personal_map import PersonalMap
from chn_self.views.emphasis import sentence, tags
from tests.maps import map_of, maps, person, place
from tests.summaries import WORDS

BOTH = "You marked 1 of 4 as both giving and getting."
GIVING: dict[str, Any] = {"gives": (Support.ADVICE,)}
GETTING: dict[str, Any] = {"receives": (Support.COMPANY,)}


def said(emphasis: Emphasis, *connections: Connection) -> str:
    """What the page says in a view of these."""
    return sentence(standing(map_of(*connections), emphasis), WORDS)


def people(*answers: dict[str, Any]) -> tuple[Connection, ...]:
    """A person for each of these answers."""
    found = (replace(person(f"p{i}"), **given) for i, given in enumerate(answers))
    return tuple(found)


@pytest.mark.parametrize(
    ("emphasis", "answers", "told"),
    [
        (Emphasis.MATTERS, [{"matters": True}, {}], "You put a star on 1 of 2."),
        (Emphasis.NEW, [{"new": True}, {}], "You put 1 of 2 as new in the last year."),
        (
            Emphasis.EFFECT,
            [{"effect": Effect.DRAINS}, {"effect": Effect.HELPS}, {"effect": Effect.HELPS}, {}],
            "Of 4, you marked 2 as a help, 1 as making things harder.",
        ),
        (
            Emphasis.OFTEN,
            [{"often": Often.WEEKLY}, {"often": Often.DAILY}, {"often": Often.RARELY}],
            "Of 3, you put 1 as most days, 1 as most weeks.",
        ),
        (
            Emphasis.SUPPORT,
            [GIVING | GETTING, GIVING, GETTING, {}],
            f"{BOTH} You marked 1 as giving only. You marked 1 as getting only.",
        ),
        (Emphasis.SUPPORT, [GETTING, {}], "You marked 1 as getting only."),
    ],
)
def test_counts_what_was_put_there(
    emphasis: Emphasis, answers: list[dict[str, Any]], told: str
) -> None:
    """In the words of an answer, and never more than was answered."""
    assert said(emphasis, *people(*answers)) == told


def test_counts_what_goes_together() -> None:
    """Of all that is on the map."""
    map_ = map_of(person("sam"), place("park"), place("shop"), links=(("sam", "park"),))
    shown = standing(map_, Emphasis.LINKS)
    assert sentence(shown, WORDS) == "You put 2 of 3 together with another one."
    assert tags(shown, WORDS) == {"sam": "with 1", "park": "with 1"}


@pytest.mark.parametrize("emphasis", Emphasis)
def test_nothing_is_fine(emphasis: Emphasis) -> None:
    """A view with nothing in it says so calmly."""
    assert said(emphasis, person("sam")).endswith("That's fine.")


@given(maps())
def test_each_that_stands_out_has_a_tag(map_: PersonalMap) -> None:
    """So that the list says what the picture shows."""
    for emphasis in Emphasis:
        shown = standing(map_, emphasis)
        found = tags(shown, WORDS)
        assert found.keys() == shown.lit.keys()
        assert all(found.values())
