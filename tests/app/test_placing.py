"""Working on the picture: one is looked at, moved, put on a ring; each move is told once."""

from dataclasses import replace

import pytest

from chn_self.app import messages as m
from chn_self.app.effects import Focus
from chn_self.app.state import Notice
from chn_self.app.steps import Step
from chn_self.domain.connection import Closeness
from tests.app.visits import after, at, effects
from tests.maps import map_of, person, place

SAM = replace(person("sam"), name="Sam")
HERE = at(Step.MAP, map_of(SAM, person("ali", "Ali"), place("home")))


def order(state: object) -> str:
    """The ids in the order of the map."""
    return " ".join(c.id for c in state.map.connections)  # type: ignore[attr-defined]


class TestLook:
    """Which one is looked at."""

    def test_one_is_looked_at_and_let_go(self) -> None:
        """By a press on it, another, and again."""
        chosen = after(HERE, m.Select("sam"))
        assert chosen.selected == "sam"
        assert after(chosen, m.Select("ali")).selected == "ali"
        assert after(chosen, m.Select("sam")).selected is None

    def test_keys_go_to_what_can_be_done_and_back(self) -> None:
        """Opened it takes the focus, closed it gives it back to the mark; twice changes nothing."""
        looking = after(HERE, m.Look("sam"), m.Look("sam"))
        assert looking.selected == "sam"
        assert effects(HERE, m.Look("sam")) == (Focus("chosen"),)
        assert effects(looking, m.LookAway()) == (Focus("mark/sam"),)
        assert after(looking, m.LookAway()).selected is None

    def test_what_is_not_there_is_not_looked_at(self) -> None:
        """And with nothing looked at there is nothing to let go."""
        assert after(HERE, m.Look("x"), m.LookAway()) == HERE
        assert effects(HERE, m.LookAway()) == ()


class TestRings:
    """Nearer, further, or put on a ring."""

    @pytest.mark.parametrize(
        ("ring", "by", "now"),
        [(None, 1, 3), (None, -1, None), (3, 1, 2), (2, 1, 1), (1, 1, 1), (1, -1, 2), (3, -1, 3)],
    )
    def test_by_one_ring(self, ring: int | None, by: int, now: int | None) -> None:
        """From no ring the outer one is the nearest; inside and outside of all nothing moves."""
        on = replace(SAM, closeness=Closeness(ring) if ring else None)
        moved = after(at(Step.MAP, map_of(on)), m.Nearer("sam", by))
        told = "on_no_ring" if now is None else f"on_ring_{now}"
        assert moved.map.connections[0].closeness == now
        assert (moved.notice, moved.selected) == (Notice(told, {"name": "Sam"}), "sam")

    def test_a_drag_is_one_change(self) -> None:
        """Ring and place at once, and one Undo for both."""
        put = after(HERE, m.Put("ali", Closeness.INNER, "sam"))
        assert order(put) == "ali sam home"
        assert put.map.connections[0].closeness == Closeness.INNER
        assert after(put, m.Undo()).map == HERE.map

    def test_what_is_not_there_is_not_moved(self) -> None:
        """Nothing is told of it."""
        for message in (m.Nearer("x", 1), m.Put("x", Closeness.INNER, None), m.Move("x", 1)):
            assert after(HERE, message) == HERE


class TestMove:
    """Earlier or later on its ring."""

    def test_it_is_told_where_it_is(self) -> None:
        """Also that it can go no further."""
        later = after(HERE, m.Move("sam", 1))
        assert order(later) == "ali sam home"
        assert later.notice == Notice("later", {"name": "Sam", "other": "Ali"})
        assert after(later, m.Move("sam", 1)).notice == Notice("not_later", {"name": "Sam"})
        back = after(later, m.Move("sam", -1))
        assert back.notice == Notice("earlier", {"name": "Sam", "other": "Ali"})
        assert after(HERE, m.Move("sam", -1)).notice == Notice("not_earlier", {"name": "Sam"})

    def test_no_two_moves_in_a_row_are_told_alike(self) -> None:
        """A screen reader says nothing of a text that stays the same."""
        three = at(Step.MAP, map_of(SAM, person("ali", "Ali"), place("home"), person("bo", "Bo")))
        once = after(three, m.Move("sam", 1))
        twice = after(once, m.Move("sam", 1))
        assert order(twice) == "ali bo home sam"
        assert once.notice != twice.notice
