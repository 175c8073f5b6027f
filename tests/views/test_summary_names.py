"""What connections are called in a summary."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chn_self.domain.connection import ActivityType, Connection, PlaceType, Relation
from chn_self.domain.personal_map import PersonalMap
from chn_self.domain.share import Names
from chn_self.views.summary_names import display_names, initials
from chn_self.views.words import load_words
from tests.maps import activity, map_of, maps, person, place

WORDS = load_words("en")


def called(*connections: Connection, names: Names = Names.ROLES) -> list[str]:
    """What these are called, in order; ids are given here."""
    own = [replace(c, id=str(i)) for i, c in enumerate(connections)]
    return list(display_names(map_of(*own), names, WORDS).values())


def test_one_of_its_role_has_no_number() -> None:
    """Only what several share needs one."""
    mum, sam, ann = person("", relation=Relation.FAMILY), person(""), person("")
    assert called(mum, sam, ann) == ["Family", "Friend 1", "Friend 2"]


def test_role_that_says_nothing_is_the_kind() -> None:
    """Another sort of place or activity, or one that was not told, is a place or an activity."""
    untold = (person("", relation=None), place(""), activity(""))
    assert called(*untold) == ["Person", "Place", "Activity"]
    other = (activity("", type_=ActivityType.OTHER), activity(""))
    assert called(*other) == ["Activity 1", "Activity 2"]
    assert called(place("", type_=PlaceType.OTHER)) == ["Place"]


def test_every_role_stands_alone() -> None:
    """Of one connection of every sort, no two are called the same."""
    people = [person("", relation=r) for r in Relation]
    places = [place("", type_=t) for t in PlaceType if t != PlaceType.OTHER]
    activities = [activity("", type_=t) for t in ActivityType if t != ActivityType.OTHER]
    found = called(*people, *places, *activities)
    assert not [name for name in found if name[-1].isdigit()]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Sam", "S."),
        ("my sister", "M.S."),
        ("Television with the whole family", "T.W.T.W."),
        ("<script>alert(1)</script>", "S."),
        ("ليلى", "ل."),
        ("李小龙", "李."),
        ("E\u0301mile-Jean", "E\u0301."),
        ("👩‍👩‍👧‍👦", ""),
        ("7 * 7", ""),
    ],
)
def test_initials(name: str, expected: str) -> None:
    """The first letter of each word with its marks, of no more than four words."""
    assert initials(name) == expected


def test_name_without_letters_is_called_by_role() -> None:
    """An emoji has no initial, and says who it is."""
    assert called(person("", "🐱"), person("", "Sam"), names=Names.INITIALS) == ["Friend", "S."]


def test_shared_initials_are_numbered() -> None:
    """Sam and Sue are two."""
    both = called(person("", "Sam"), person("", "Sue"), names=Names.INITIALS)
    assert both == ["S. 1", "S. 2"]


@given(maps())
def test_full_is_as_typed(map_: PersonalMap) -> None:
    """Names in full are not touched."""
    full = display_names(map_, Names.FULL, WORDS)
    assert full == {c.id: c.name for c in map_.connections}


@given(maps(), st.sampled_from([Names.ROLES, Names.INITIALS]))
def test_no_two_are_called_the_same(map_: PersonalMap, names: Names) -> None:
    """In roles and initials every connection can be told from every other."""
    found = display_names(map_, names, WORDS)
    assert len({*found.values()}) == len(map_.connections)


@given(maps())
def test_roles_hold_nothing_of_the_name(map_: PersonalMap) -> None:
    """Roles are the same whatever the names are."""
    nameless = replace(map_, connections=tuple(replace(c, name="x") for c in map_.connections))
    roles = display_names(map_, Names.ROLES, WORDS)
    assert roles == display_names(nameless, Names.ROLES, WORDS)
