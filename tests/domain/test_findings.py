"""What a map shows: which finding is made of which map, and who is never named."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from chn_self.domain import findings as domain
from chn_self.domain.connection import Connection, Effect, Kind, Relation, Support
from chn_self.domain.findings import MOST, Finding, Rule
from chn_self.domain.personal_map import PersonalMap
from chn_self.domain.prompts import HARDER, nameable
from chn_self.domain.ties import ties
from tests.maps import activity, map_of, maps, person, place

BOTH_WAYS: dict[str, Any] = {"gives": (Support.COMPANY,), "receives": (Support.LISTENING,)}
CHOIR = replace(activity("choir", "Choir"), effect=Effect.HELPS)
SAM, ALI, KIM, JO = (person(id_, id_.title()) for id_ in ("sam", "ali", "kim", "jo"))
HELPING_SAM = replace(SAM, effect=Effect.HELPS)
CIRCLE = (("sam", "ali"), ("ali", "kim"))


def findings(map_: PersonalMap) -> tuple[Finding, ...]:
    """What is shown first."""
    return domain.findings(map_, ties(map_))


def closer_findings(map_: PersonalMap) -> tuple[Finding, ...]:
    """What is shown to those who ask for more."""
    return domain.closer_findings(map_, ties(map_))


def all_of(map_: PersonalMap) -> tuple[Finding, ...]:
    """Everything that a person who asks for all of it is shown."""
    return findings(map_) + closer_findings(map_)


def told(found: tuple[Finding, ...], rule: Rule) -> list[tuple[str, ...]]:
    """Whom the findings of a rule name."""
    return [tuple(c.id for c in finding.named) for finding in found if finding.rule == rule]


class TestAnyMap:
    """What holds for every map."""

    @given(maps(most=12))
    def test_shows_at_most_five(self, map_: PersonalMap) -> None:
        """However much is on it."""
        assert len(all_of(map_)) <= MOST

    @given(maps(most=12))
    def test_names_nobody_who_is_not_to_be_named(self, map_: PersonalMap) -> None:
        """Nobody private, remembered or a presence, from a harmful home, mixed or harder."""
        may_be = {c.id for c in nameable(map_) if c.effect not in HARDER}
        assert {c.id for finding in all_of(map_) for c in finding.named} <= may_be

    @given(maps(most=12))
    def test_always_names_someone_and_counts_them(self, map_: PersonalMap) -> None:
        """A finding about nobody would be a judgement on the map."""
        for finding in all_of(map_):
            assert finding.named
            assert finding.count > 0

    @given(maps(most=12))
    def test_tells_helps_first(self, map_: PersonalMap) -> None:
        """In what is shown at once, and in what is asked for."""
        for found in (findings(map_), closer_findings(map_)):
            helps = [finding.helps for finding in found]
            assert helps == sorted(helps, reverse=True)

    @given(maps(most=12))
    def test_shows_nothing_of_groups_and_single_support_unasked(self, map_: PersonalMap) -> None:
        """Only on request."""
        assert {finding.rule for finding in findings(map_)} <= {Rule.MET, Rule.BOTH}


class TestMet:
    """Places and activities through which people are met."""

    def test_counts_the_people_with_it(self) -> None:
        """Of those who count: a dog is not met at choir."""
        dog = person("rex", "Rex", Relation.PET)
        links = (("choir", "sam"), ("choir", "ali"), ("choir", "rex"))
        assert findings(map_of(CHOIR, SAM, ALI, dog, links=links)) == (
            Finding(Rule.MET, (CHOIR,), 2),
        )

    def test_with_only_a_pet_says_nothing(self) -> None:
        """That would be a count of none."""
        dog = person("rex", "Rex", Relation.PET)
        assert findings(map_of(CHOIR, dog, links=(("choir", "rex"),))) == ()

    def test_helps_come_before_larger_ones(self) -> None:
        """What was marked as a help first, then by how many people there are."""
        pub, park = place("pub"), place("park")
        links = (("pub", "sam"), ("pub", "ali"), ("park", "sam"), ("choir", "sam"))
        found = findings(map_of(park, pub, CHOIR, SAM, ALI, links=links))
        assert told(found, Rule.MET) == [("choir",), ("pub",)]

    @pytest.mark.parametrize("effect", sorted(HARDER))
    def test_what_is_harder_is_never_brought_up(self, effect: Effect) -> None:
        """Nor what is mixed."""
        pub = replace(place("pub"), effect=effect)
        assert all_of(map_of(pub, SAM, links=(("pub", "sam"),))) == ()


class TestBoth:
    """Giving and getting."""

    def test_names_the_helps_alone_where_there_are_any(self) -> None:
        """So that the warm words are true of each."""
        sam, ali = replace(HELPING_SAM, **BOTH_WAYS), replace(ALI, **BOTH_WAYS)
        assert findings(map_of(ali, sam)) == (Finding(Rule.BOTH, (sam,), 1),)

    def test_names_others_where_none_helps(self) -> None:
        """Plainly."""
        ali = replace(ALI, **BOTH_WAYS)
        (found,) = findings(map_of(ali))
        assert (found.named, found.helps) == ((ali,), False)

    def test_names_three_and_counts_them_all(self) -> None:
        """A long list is no finding."""
        people = [replace(c, effect=Effect.HELPS, **BOTH_WAYS) for c in (SAM, ALI, KIM, JO)]
        assert findings(map_of(*people)) == (Finding(Rule.BOTH, tuple(people[:3]), 4),)

    def test_needs_both(self) -> None:
        """One way alone is not this."""
        assert findings(map_of(replace(SAM, gives=(Support.COMPANY,)))) == ()


class TestGroups:
    """Groups who go together, and in whom groups meet."""

    def test_three_who_are_joined_are_a_group(self) -> None:
        """By the links that the person made between people."""
        found = closer_findings(map_of(SAM, ALI, KIM, links=CIRCLE))
        assert found == (Finding(Rule.GROUP, (SAM, ALI, KIM), 3),)

    def test_a_place_joins_nobody_into_a_group(self) -> None:
        """Those who go to one place need not know each other."""
        links = (("choir", "sam"), ("choir", "ali"), ("choir", "kim"))
        assert closer_findings(map_of(CHOIR, SAM, ALI, KIM, links=links)) == ()

    def test_counts_those_whom_it_does_not_name(self) -> None:
        """They are in the group all the same."""
        kim = replace(KIM, private=True)
        (found,) = closer_findings(map_of(SAM, ALI, kim, links=CIRCLE))
        assert (found.named, found.count) == ((SAM, ALI), 3)

    def test_of_which_only_one_may_be_named_is_not_told(self) -> None:
        """It would say no more than that someone is kept quiet about."""
        hidden = [replace(c, private=True) for c in (ALI, KIM)]
        assert closer_findings(map_of(SAM, *hidden, links=CIRCLE)) == ()

    def test_two_groups_meet_in_one_person(self) -> None:
        """Two or more people on each side of them."""
        others = [person(f"p{i}", f"P{i}") for i in range(4)]
        links = (("p0", "p1"), ("p1", "sam"), ("sam", "p2"), ("p2", "p3"))
        found = closer_findings(map_of(HELPING_SAM, *others, links=links))
        assert told(found, Rule.BETWEEN) == [("sam",)]
        assert found[0] == Finding(Rule.BETWEEN, (HELPING_SAM,), 1)


class TestFromOne:
    """Support that comes from one person."""

    def test_names_the_person(self) -> None:
        """Beside the kind of support."""
        sam = replace(SAM, receives=(Support.LISTENING,))
        assert closer_findings(map_of(sam, ALI)) == (
            Finding(Rule.FROM_ONE, (sam,), 1, Support.LISTENING),
        )

    def test_tells_one_kind_alone_a_help_first(self) -> None:
        """Never a list of all that hangs on someone."""
        ali = replace(ALI, receives=(Support.LISTENING,))
        sam = replace(HELPING_SAM, receives=(Support.ADVICE, Support.COMPANY))
        assert closer_findings(map_of(ali, sam)) == (
            Finding(Rule.FROM_ONE, (sam,), 1, Support.ADVICE),
        )

    @pytest.mark.parametrize(
        "other",
        [
            replace(ALI, private=True),
            replace(ALI, effect=Effect.DRAINS),
            person("ali", "Ali", Relation.REMEMBERED),
        ],
    )
    def test_is_not_told_where_another_is_kept_quiet_about(self, other: Connection) -> None:
        """It would not be true."""
        sam, other = (replace(c, receives=(Support.LISTENING,)) for c in (SAM, other))
        assert closer_findings(map_of(sam, other)) == ()

    def test_says_nothing_of_a_pet(self) -> None:
        """A dog is good company, and no person."""
        dog = replace(person("rex", "Rex", Relation.PET), receives=(Support.COMPANY,))
        assert closer_findings(map_of(dog)) == ()


class TestHarmAtHome:
    """Where half or more of family and home is mixed or makes things harder."""

    DAD = replace(person("dad", "Dad", Relation.FAMILY), effect=Effect.DRAINS)
    MUM = replace(person("mum", "Mum", Relation.FAMILY), effect=Effect.HELPS, **BOTH_WAYS)

    def test_nobody_from_home_is_named(self) -> None:
        """Not one who was marked as a help either."""
        assert all_of(map_of(self.DAD, self.MUM)) == ()

    def test_others_are(self) -> None:
        """Choir is choir."""
        map_ = map_of(self.DAD, self.MUM, CHOIR, SAM, links=(("choir", "sam"), ("choir", "mum")))
        assert findings(map_) == (Finding(Rule.MET, (CHOIR,), 2),)


def test_at_most_five_on_a_map_with_everything() -> None:
    """The page shows a few things, and each kind of them."""
    people = [replace(c, effect=Effect.HELPS, **BOTH_WAYS) for c in (SAM, ALI, KIM)]
    jo = replace(JO, receives=(Support.ADVICE,))
    links = (*CIRCLE, ("choir", "sam"), ("park", "sam"), ("pub", "sam"))
    found = all_of(map_of(*people, jo, CHOIR, place("park"), place("pub"), links=links))
    assert [finding.rule for finding in found] == [
        Rule.MET,
        Rule.BOTH,
        Rule.MET,
        Rule.GROUP,
        Rule.FROM_ONE,
    ]
    assert {c.kind for finding in found for c in finding.named} == {*Kind}
