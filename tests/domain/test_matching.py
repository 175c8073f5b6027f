"""Which one on one map is which on another: by id, by name, or the person's to say."""

import pytest

from chn_self.domain.comparison import Comparison, compare
from chn_self.domain.connection import Connection
from chn_self.domain.matching import MOST_BY_LETTERS, Ends, folded
from tests.maps import activity, map_of, person, place


def matched(found: Comparison) -> list[Ends]:
    """The ids of what is on both."""
    return [(p.before.id, p.now.id) for p in found.matched]


def asked(found: Comparison) -> list[Ends]:
    """The ids of what is asked about."""
    return [(p.before.id, p.now.id) for p in found.perhaps_same]


def against(*before: Connection) -> "Against":
    """A map before, to be held against others."""
    return Against(before)


class Against:
    """What is on the map before."""

    def __init__(self, before: tuple[Connection, ...]) -> None:
        self._before = map_of(*before)

    def now(
        self, *now: Connection, same: tuple[Ends, ...] = (), apart: tuple[Ends, ...] = ()
    ) -> Comparison:
        """The comparison with a map now."""
        return compare(self._before, map_of(*now), same=same, apart=apart)


SAMS = against(person("a", "Sam"), person("b", "Sam"))


class TestSure:
    """What the page can tell by itself."""

    def test_an_id_tells_whatever_the_name(self) -> None:
        """A connection keeps its id when it gets another name."""
        assert matched(against(person("a", "Sam")).now(person("a", "Doctor Lee"))) == [("a", "a")]

    def test_an_id_of_another_kind_tells_nothing(self) -> None:
        """A place is not the activity that once had its id."""
        found = against(place("a", "Choir")).now(activity("a", "Choir"))
        assert (matched(found), asked(found)) == ([], [])

    def test_a_name_that_only_one_of_its_kind_has_tells(self) -> None:
        """However it is spaced, in capitals or not; a place of that name is another one."""
        found = against(person("a", "Sam  Lee"), place("p", "Sam Lee")).now(person("x", "sam lee"))
        assert matched(found) == [("a", "x")]

    def test_an_id_comes_before_a_name(self) -> None:
        """Who has the id is the same, whoever else has the name now."""
        found = against(person("a", "Sam")).now(person("a", "Kim"), person("x", "Sam"))
        assert matched(found) == [("a", "a")]
        assert [c.id for c in found.new_here] == ["x"]


class TestUnsure:
    """What only the person can tell."""

    def test_a_name_that_several_have_is_asked_about(self) -> None:
        """One question a connection at a time."""
        found = SAMS.now(person("x", "Sam"), person("y", "Sam"))
        assert (matched(found), asked(found)) == ([], [("a", "x"), ("b", "y")])

    def test_more_of_a_name_than_before_leave_one_that_is_new(self) -> None:
        """There are only two to be the same as."""
        found = SAMS.now(*(person(id_, "Sam") for id_ in "xyz"))
        assert asked(found) == [("a", "x"), ("b", "y")]
        assert [c.id for c in found.new_here] == ["z"]

    @pytest.mark.parametrize(
        ("before", "now"),
        [("Sara", "Sarah"), ("Jon", "john"), ("Maryam", "Maryam Okafor"), ("The choir", "Choir")],
    )
    def test_names_that_are_nearly_the_same_are_asked_about(self, before: str, now: str) -> None:
        """A letter more, or a name that is a part of the other."""
        assert asked(against(person("a", before)).now(person("x", now))) == [("a", "x")]

    @pytest.mark.parametrize(
        ("before", "now"), [("Anna", "Anton"), ("Mum", "Dad"), ("Sam Lee", "Sam Fox")]
    )
    def test_other_names_are_not(self, before: str, now: str) -> None:
        """Too many questions would be a burden."""
        assert asked(against(person("a", before)).now(person("x", now))) == []

    def test_the_likest_are_asked_about_first(self) -> None:
        """The very name before one that is nearly the same."""
        before = against(person("a", "Sarah"), person("b", "Sara"), person("c", "Sara"))
        assert asked(before.now(person("x", "Sara"))) == [("b", "x")]

    def test_with_very_many_left_only_the_same_and_parts_of_names_are(self) -> None:
        """A slow phone would stand still; nothing else is different."""
        many = int(MOST_BY_LETTERS**0.5) + 1
        before = [person(f"a{i}", f"{i:04}" * 9 + "m") for i in range(many)]
        now = [person(f"x{i}", f"{i:04}" * 9 + "n") for i in range(many)]
        assert len(asked(against(*before[:-1]).now(*now[:-2]))) == many - 2
        assert asked(against(*before).now(*now)) == []


class TestAnswers:
    """What the person said."""

    def test_a_yes_matches(self) -> None:
        """And whoever is left with a name of their own is known by it."""
        found = SAMS.now(person("x", "Sam"), person("y", "Sam"), same=(("a", "y"),))
        assert matched(found) == [("b", "x"), ("a", "y")]

    def test_a_yes_comes_before_an_id(self) -> None:
        """The person's word wins."""
        found = SAMS.now(person("a", "Sam"), person("x", "Sam"), same=(("a", "x"),))
        assert ("a", "x") in matched(found)

    def test_a_no_asks_of_the_next(self) -> None:
        """Until nobody is left to ask about."""
        sam = person("x", "Sam")
        assert asked(SAMS.now(sam)) == [("a", "x")]
        assert asked(SAMS.now(sam, apart=(("a", "x"),))) == [("b", "x")]
        found = SAMS.now(sam, apart=(("a", "x"), ("b", "x")))
        assert (matched(found), asked(found)) == ([], [])
        assert [c.id for c in found.new_here] == ["x"]

    @pytest.mark.parametrize("pair", [("a", "nobody"), ("nobody", "x"), ("a", "p")])
    def test_what_makes_no_sense_changes_nothing(self, pair: Ends) -> None:
        """Ids that are not there, and ends of two kinds."""
        now = (person("x", "Sam"), place("p", "Sam"))
        assert SAMS.now(*now, same=(pair,)) == SAMS.now(*now)


def test_folding_makes_one_of_spaces_and_capitals() -> None:
    """As Unicode folds them."""
    assert folded(" STRASSE \t am  See") == folded("straße am see")
