"""Prompts: which rule fires on which map, and what is never said or named."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chn_self.domain.connection import (
    Connection,
    Effect,
    Kind,
    PlaceType,
    Relation,
    Support,
    WhoseChoice,
)
from chn_self.domain.measures import FAMILY
from chn_self.domain.personal_map import Fits, Link, Missing, PersonalMap, TypeView
from chn_self.domain.prompts import Prompt, family_or_home_is_harder, prompts
from chn_self.views.words import load_words

# The network types and the clarities of a classification, as they stand in the model file.
THEME_OF_TYPE = {
    "diverse_and_active": "wide",
    "family_and_stable": "family",
    "formal_and_sparse": "small",
}
NOT_CLEAR = ("between", "unlike", "too_little", None)
FAMILY_AT_HOME = ("family.giving", "family.getting", "family.home")
WORDS = load_words("en")


def person(key: str, relation: Relation | None = Relation.FRIEND, **given: Any) -> Connection:
    """A person called by their id, a friend unless told."""
    return Connection(key, Kind.PERSON, key.title(), relation, **given)


def place(key: str, sort: PlaceType | None = None, **given: Any) -> Connection:
    """A place called by its id."""
    return Connection(key, Kind.PLACE, key.title(), type=sort, **given)


def activity(key: str, **given: Any) -> Connection:
    """An activity called by its id."""
    return Connection(key, Kind.ACTIVITY, key.title(), **given)


def a_map(*connections: Connection, links: tuple[tuple[str, str], ...] = ()) -> PersonalMap:
    """A map of these connections, in which these pairs go together."""
    return PersonalMap("m", connections=connections, links=tuple(Link(a, b) for a, b in links))


def named(found: Iterable[Prompt]) -> set[str]:
    """The ids that prompts speak of."""
    return {key for prompt in found for key in prompt.about}


def rules(found: Iterable[Prompt]) -> list[str]:
    """The rules or topics of prompts, `map.new` for `map.new.2`."""
    return [p.key.rpartition(".")[0] for p in found]


def fired(map_: PersonalMap, rule: str) -> list[tuple[str, ...]]:
    """What a rule speaks of, prompt by prompt."""
    return [p.about for p in prompts(map_) if p.key.startswith(f"map.{rule}.")]


connections = st.lists(
    st.builds(
        Connection,
        id=st.uuids().map(str),
        kind=st.sampled_from(Kind),
        name=st.text(min_size=1, max_size=5),
        relation=st.none() | st.sampled_from(Relation),
        type=st.none() | st.sampled_from(PlaceType),
        effect=st.none() | st.sampled_from(Effect),
        new=st.none() | st.booleans(),
        matters=st.none() | st.booleans(),
        me_there=st.none() | st.text(max_size=5),
        whose_choice=st.none() | st.sampled_from(WhoseChoice),
        private=st.none() | st.booleans(),
        gives=st.just(()) | st.just((Support.COMPANY,)),
        receives=st.just(()) | st.just((Support.ADVICE,)),
    ),
    max_size=8,
    unique_by=lambda c: c.id,
)


@st.composite
def maps(draw: st.DrawFn) -> PersonalMap:
    """Any map, links and all."""
    found = tuple(draw(connections))
    ids = [c.id for c in found] or ["nobody"]
    ends = st.tuples(st.sampled_from(ids), st.sampled_from(ids))
    return PersonalMap(
        id=draw(st.text(max_size=3)),
        connections=found,
        links=tuple(Link(a, b) for a, b in draw(st.lists(ends, max_size=6)) if a != b),
        missing=tuple(Missing(t) for t in draw(st.lists(st.text(max_size=3), max_size=2))),
        type_view=TypeView(fits=draw(st.none() | st.sampled_from(Fits))),
    )


closests = st.sampled_from([*THEME_OF_TYPE, None])
clarities = st.sampled_from(["clear", *NOT_CLEAR])


class TestAnyMap:
    """What holds whatever is on the map and whatever type it has."""

    @given(maps(), closests, clarities)
    def test_gives_prompts_whose_words_exist_and_are_filled_in(
        self, map_: PersonalMap, closest: str | None, clarity: str | None
    ) -> None:
        """There is always a prompt, and its words name just the connections it is about."""
        found = prompts(map_, closest, clarity)
        assert found
        for prompt in found:
            text = WORDS.at(f"prompts.{prompt.key}")
            assert isinstance(text, str)
            fills = 2 if "{other}" in text else int("{name}" in text)
            assert fills == len(prompt.about)
            assert all(map_.connection(key) for key in prompt.about)

    @given(maps(), closests, clarities)
    def test_gives_no_prompt_twice(
        self, map_: PersonalMap, closest: str | None, clarity: str | None
    ) -> None:
        """Going on to another one never leads to the same one."""
        found = prompts(map_, closest, clarity)
        assert len(set(found)) == len(found)

    @given(maps(), closests, clarities)
    def test_gives_the_same_prompts_again(
        self, map_: PersonalMap, closest: str | None, clarity: str | None
    ) -> None:
        """A prompt that was put away stays recognisable: nothing is left to chance."""
        assert prompts(map_, closest, clarity) == prompts(map_, closest, clarity)

    @given(maps(), closests, clarities)
    def test_names_nobody_who_is_private_or_not_of_this_world(
        self, map_: PersonalMap, closest: str | None, clarity: str | None
    ) -> None:
        """Someone may be looking on, and prompts speak in the present."""
        unnamed = {
            c.id
            for c in map_.connections
            if c.private or c.relation in {Relation.PRESENCE, Relation.REMEMBERED}
        }
        assert not unnamed & named(prompts(map_, closest, clarity))

    @given(maps(), closests, clarities)
    def test_names_nothing_that_is_mixed_or_makes_things_harder(
        self, map_: PersonalMap, closest: str | None, clarity: str | None
    ) -> None:
        """The page brings up no sore spot by name."""
        harder = {c.id for c in map_.connections if c.effect in {Effect.MIXED, Effect.DRAINS}}
        assert not harder & named(prompts(map_, closest, clarity))

    @given(maps(), closests, clarities)
    def test_says_help_only_of_what_was_marked_as_a_help(
        self, map_: PersonalMap, closest: str | None, clarity: str | None
    ) -> None:
        """A strength is the person's word, never the page's guess."""
        strengths = ("map.helps", "map.both", "family.home")
        for prompt in prompts(map_, closest, clarity):
            if prompt.key.startswith(strengths):
                spoken_of = [map_.connection(key) for key in prompt.about]
                assert [c.effect for c in spoken_of if c] == [Effect.HELPS]

    @given(maps(), closests, clarities)
    def test_never_praises_family_or_home_where_those_are_hard(
        self, map_: PersonalMap, closest: str | None, clarity: str | None
    ) -> None:
        """Half or more of the marked ones mixed or harder: other prompts take their place."""
        marked = [
            c.effect
            for c in map_.connections
            if (c.relation in FAMILY or c.type == PlaceType.HOME) and c.effect is not None
        ]
        harder = [e for e in marked if e in {Effect.MIXED, Effect.DRAINS}]
        if marked and len(harder) >= len(marked) / 2:
            found = prompts(map_, closest, clarity)
            assert not [p for p in found if p.key.startswith(FAMILY_AT_HOME)]
            at_home = {
                c.id for c in map_.connections if c.relation in FAMILY or c.type == PlaceType.HOME
            }
            assert not named(found) & at_home


class TestWords:
    """The rules and the words fit together."""

    def test_has_words_that_some_map_can_reach_and_no_others(self) -> None:
        """Every text under `prompts` belongs to a rule or a topic, and the other way round."""
        everyone = a_map(
            *(
                person(
                    f"p{i}",
                    effect=Effect.HELPS,
                    gives=(Support.COMPANY,),
                    receives=(Support.COMPANY,),
                    matters=True,
                    new=True,
                    me_there="me",
                    whose_choice=WhoseChoice.MINE,
                )
                for i in range(2)
            ),
            place("home", PlaceType.HOME, effect=Effect.HELPS),
            activity("work", whose_choice=WhoseChoice.SOMEONE_ELSES),
            links=(("p0", "home"), ("p1", "work")),
        )
        many = (replace(everyone, id=str(i), missing=(Missing("tea"),)) for i in range(50))
        reached = {
            p.key
            for map_ in many
            for closest in [*THEME_OF_TYPE, None]
            for p in prompts(map_, closest, "clear")
        }
        written = {
            f"{group}.{topic}.{n}"
            for group in WORDS.under("prompts")
            for topic in WORDS.under(f"prompts.{group}")
            for n in WORDS.under(f"prompts.{group}.{topic}")
            if n != "theme"
        }
        assert reached == written

    def test_names_the_theme_of_the_study_beside_every_topic(self) -> None:
        """Anyone can trace a prompt back to what the study found."""
        for group in WORDS.under("prompts"):
            for topic in WORDS.under(f"prompts.{group}"):
                assert WORDS.has(f"prompts.{group}.{topic}.theme")


class TestTheme:
    """Which theme a map's type brings."""

    @pytest.mark.parametrize(("closest", "theme"), THEME_OF_TYPE.items())
    def test_follows_a_clear_type(self, closest: str, theme: str) -> None:
        """Each type has at least eight prompts of its own, and only its own."""
        found = prompts(a_map(), closest, "clear")
        assert {p.key.split(".")[0] for p in found} == {theme}
        assert len(found) >= 8

    @pytest.mark.parametrize("clarity", NOT_CLEAR)
    @pytest.mark.parametrize("closest", [*THEME_OF_TYPE, None])
    def test_is_open_where_no_type_is_clear(self, closest: str | None, clarity: str | None) -> None:
        """Between, own shape, too little or skipped: no type colours what is asked."""
        found = prompts(a_map(), closest, clarity)
        assert {p.key.split(".")[0] for p in found} == {"open"}
        assert len(found) >= 8

    def test_is_open_after_no(self) -> None:
        """The person's word wins over the page's comparison."""
        said_no = replace(a_map(), type_view=TypeView(fits=Fits.NO))
        assert prompts(said_no, "formal_and_sparse", "clear") == prompts(said_no)

    def test_stays_after_partly(self) -> None:
        """A type that partly fits still lends its questions."""
        partly = replace(a_map(), type_view=TypeView(fits=Fits.PARTLY))
        assert "small.relying" in rules(prompts(partly, "formal_and_sparse", "clear"))

    def test_is_open_for_a_type_it_does_not_know(self) -> None:
        """A model file may bring other types one day."""
        assert prompts(a_map(), "another_type", "clear") == prompts(a_map())

    def test_takes_turns_with_the_map(self) -> None:
        """The first two prompts are one of the map and one of the theme."""
        map_ = a_map(person("sam", effect=Effect.HELPS, new=True))
        found = prompts(map_, "diverse_and_active", "clear")
        assert [p.key.split(".")[0] for p in found[:4]] == ["map", "wide", "map", "wide"]

    def test_brings_every_topic_before_a_second_of_one(self) -> None:
        """Someone who looks at a few has seen different ones."""
        found = rules(prompts(a_map(), "formal_and_sparse", "clear"))
        assert len(set(found[:6])) == 6


class TestHome:
    """Home is spoken of if home is good."""

    good = place("flat", PlaceType.HOME, effect=Effect.HELPS)

    def test_is_spoken_of_by_name_where_it_was_marked_as_a_help(self) -> None:
        """A home the person put as a help is theirs to think about."""
        found = prompts(a_map(self.good), "family_and_stable", "clear")
        assert [p.about for p in found if p.key.startswith("family.home.")] == [("flat",)] * 2

    @pytest.mark.parametrize("effect", [None, Effect.NEUTRAL, Effect.MIXED, Effect.DRAINS])
    def test_is_not_brought_up_otherwise(self, effect: Effect | None) -> None:
        """A home that nobody called a help is not praised."""
        home = replace(self.good, effect=effect)
        assert "family.home" not in rules(prompts(a_map(home), "family_and_stable", "clear"))

    def test_is_not_brought_up_where_it_is_private(self) -> None:
        """Private holds for a good home too."""
        home = replace(self.good, private=True)
        assert "family.home" not in rules(prompts(a_map(home), "family_and_stable", "clear"))


HARD_AT_HOME = {
    "a partner who makes things harder": (person("alex", Relation.PARTNER, effect=Effect.DRAINS),),
    "a home that is mixed": (place("flat", PlaceType.HOME, effect=Effect.MIXED),),
    "just half": (
        person("mum", Relation.FAMILY, effect=Effect.HELPS),
        person("dad", Relation.FAMILY, effect=Effect.DRAINS),
    ),
    "a good home with hard people in it": (
        place("flat", PlaceType.HOME, effect=Effect.HELPS),
        person("alex", Relation.PARTNER, effect=Effect.DRAINS),
        person("dad", Relation.FAMILY, effect=Effect.MIXED),
    ),
    "known only from one that is private": (
        person("mum", Relation.FAMILY),
        person("alex", Relation.PARTNER, effect=Effect.DRAINS, private=True),
    ),
    "with good friends and places besides": (
        person("alex", Relation.PARTNER, effect=Effect.DRAINS),
        person("sam", effect=Effect.HELPS),
        person("jo", effect=Effect.HELPS),
        place("park", PlaceType.OUTDOORS, effect=Effect.HELPS),
    ),
}
FINE_AT_HOME = {
    "nothing marked": (
        person("mum", Relation.FAMILY),
        place("flat", PlaceType.HOME),
    ),
    "fewer than half": (
        person("mum", Relation.FAMILY, effect=Effect.HELPS),
        person("sis", Relation.FAMILY, effect=Effect.NEUTRAL),
        person("dad", Relation.FAMILY, effect=Effect.DRAINS),
    ),
    "hard friends and places elsewhere": (
        person("mum", Relation.FAMILY, effect=Effect.HELPS),
        person("sam", effect=Effect.DRAINS),
        place("clinic", PlaceType.HEALTH_SERVICE, effect=Effect.DRAINS),
    ),
}


class TestFamilyOrHomeIsHarder:
    """A harmful home is never read as support."""

    @pytest.mark.parametrize("case", HARD_AT_HOME)
    def test_takes_family_strengths_and_home_away(self, case: str) -> None:
        """A harmful home is never read as support, and nobody from it is named."""
        map_ = a_map(*HARD_AT_HOME[case])
        found = prompts(map_, "family_and_stable", "clear")
        assert family_or_home_is_harder(map_)
        assert not [p for p in found if p.key.startswith(FAMILY_AT_HOME)]
        assert not named(found) & {"mum", "dad", "alex", "flat"}

    @pytest.mark.parametrize("case", HARD_AT_HOME)
    def test_leaves_enough_to_think_about(self, case: str) -> None:
        """Other prompts take the place of those that gave way."""
        assert len(prompts(a_map(*HARD_AT_HOME[case]), "family_and_stable", "clear")) >= 8

    @pytest.mark.parametrize("case", FINE_AT_HOME)
    def test_is_not_seen_where_most_is_fine_or_unsaid(self, case: str) -> None:
        """Few hard ones, or no marks at all, leave the family prompts as they are."""
        map_ = a_map(*FINE_AT_HOME[case])
        assert not family_or_home_is_harder(map_)
        assert "family.giving" in rules(prompts(map_, "family_and_stable", "clear"))

    def test_still_lets_friends_be_strengths(self) -> None:
        """What helps outside the home is named as before."""
        map_ = a_map(*HARD_AT_HOME["with good friends and places besides"])
        assert fired(map_, "helps") == [("sam",), ("jo",)]


class TestHelps:
    """What the person marked as a help."""

    def test_fires_on_what_helps_starred_first(self) -> None:
        """Strengths first, and of those what matters most."""
        map_ = a_map(
            activity("tea", effect=Effect.HELPS), person("sam", effect=Effect.HELPS, matters=True)
        )
        assert fired(map_, "helps") == [("sam",), ("tea",)]

    def test_is_silent_on_what_is_not_marked(self) -> None:
        """A friend is not a help until the person says so."""
        assert fired(a_map(person("sam"), activity("tea", effect=Effect.NEUTRAL)), "helps") == []

    def test_speaks_of_two_at_most(self) -> None:
        """A long map does not turn into a list of the same question."""
        map_ = a_map(*(activity(f"a{i}", effect=Effect.HELPS) for i in range(9)))
        assert len(fired(map_, "helps")) == 2


class TestBoth:
    """People one both gives to and gets from."""

    sam = person(
        "sam", effect=Effect.HELPS, gives=(Support.COMPANY,), receives=(Support.LISTENING,)
    )

    def test_fires_on_giving_and_getting(self) -> None:
        """Help that goes both ways is a strength the person put down twice."""
        assert fired(a_map(self.sam), "both") == [("sam",)]

    @pytest.mark.parametrize(
        "only", [{"gives": ()}, {"receives": ()}, {"effect": None}, {"effect": Effect.MIXED}]
    )
    def test_is_silent_on_one_way_or_no_help(self, only: dict[str, Any]) -> None:
        """One way is not both, and warmth needs the person's own mark."""
        assert fired(a_map(replace(self.sam, **only)), "both") == []


class TestMet:
    """Places and activities where one meets people."""

    choir = activity("choir")
    sam = person("sam")

    def test_fires_on_people_who_go_with_a_place_or_an_activity(self) -> None:
        """The thing is named first, then one of its people."""
        assert fired(a_map(self.sam, self.choir, links=(("sam", "choir"),)), "met") == [
            ("choir", "sam")
        ]

    def test_is_silent_where_nothing_goes_together(self) -> None:
        """No tie is guessed from what stands on the map."""
        assert fired(a_map(self.sam, self.choir), "met") == []

    def test_is_silent_between_two_people_or_two_things(self) -> None:
        """Who knows whom is never asked about."""
        map_ = a_map(
            self.sam, person("jo"), self.choir, place("hall"),
            links=(("sam", "jo"), ("choir", "hall")),
        )  # fmt: skip
        assert fired(map_, "met") == []

    def test_passes_over_people_it_may_not_name(self) -> None:
        """The second person stands in for a private first; nobody for nobody."""
        hidden = replace(self.sam, private=True)
        both = (("sam", "choir"), ("jo", "choir"))
        assert fired(a_map(hidden, person("jo"), self.choir, links=both), "met") == [
            ("choir", "jo")
        ]
        assert fired(a_map(hidden, self.choir, links=both[:1]), "met") == []


class TestMatters:
    """What is starred."""

    def test_fires_on_a_star(self) -> None:
        """What the person starred is worth a thought."""
        assert fired(a_map(activity("tea", matters=True)), "matters") == [("tea",)]

    @pytest.mark.parametrize("matters", [None, False])
    def test_is_silent_without_one(self, matters: bool | None) -> None:
        """No star, no question why."""
        assert fired(a_map(activity("tea", matters=matters)), "matters") == []


class TestNew:
    """What is new."""

    def test_fires_on_what_began_in_the_last_year(self) -> None:
        """New is as the person marked it."""
        assert fired(a_map(person("sam", new=True)), "new") == [("sam",)]

    @pytest.mark.parametrize("new", [None, False])
    def test_is_silent_on_the_rest(self, new: bool | None) -> None:
        """Not answered is not new."""
        assert fired(a_map(person("sam", new=new)), "new") == []


class TestMeThere:
    """Who one is with others or there."""

    def test_fires_on_words_about_oneself(self) -> None:
        """Who someone is with others or there is theirs to go on with."""
        assert fired(a_map(place("choir", me_there="the loud one")), "me_there") == [("choir",)]

    @pytest.mark.parametrize("me_there", [None, ""])
    def test_is_silent_without_them(self, me_there: str | None) -> None:
        """An empty answer is no answer."""
        assert fired(a_map(place("choir", me_there=me_there)), "me_there") == []


class TestChoice:
    """Whose choice things are."""

    def test_names_what_is_ones_own(self) -> None:
        """One's own choice can be spoken of by name."""
        map_ = a_map(activity("tea", whose_choice=WhoseChoice.MINE))
        assert fired(map_, "my_choice") == [("tea",)]
        assert fired(map_, "their_choice") == []

    def test_names_nothing_that_is_someone_elses(self) -> None:
        """Whoever chose it may be looking on."""
        map_ = a_map(activity("group", whose_choice=WhoseChoice.SOMEONE_ELSES))
        assert fired(map_, "their_choice") == [()]
        assert fired(map_, "my_choice") == []

    @pytest.mark.parametrize("whose_choice", [None, WhoseChoice.SHARED])
    def test_is_silent_on_the_rest(self, whose_choice: WhoseChoice | None) -> None:
        """A shared choice raises no question."""
        map_ = a_map(activity("tea", whose_choice=whose_choice))
        assert fired(map_, "my_choice") == fired(map_, "their_choice") == []


class TestMissing:
    """What is missing."""

    def test_fires_once_on_what_was_written(self) -> None:
        """However many things are missing, one question is enough; none is quoted."""
        map_ = replace(a_map(), missing=(Missing("company"), Missing("a dog")))
        assert fired(map_, "missing") == [()]

    def test_is_silent_where_nothing_is(self) -> None:
        """Not wanting more is fine."""
        assert fired(a_map(), "missing") == []


class TestWording:
    """Which of the two wordings is used."""

    def test_stays_the_same_while_the_map_changes(self) -> None:
        """A prompt that was put away does not come back in other words after an edit."""
        sam = person("sam", new=True)
        later = a_map(sam, person("jo", effect=Effect.HELPS), place("park"))
        before = [p for p in prompts(a_map(sam)) if p.about == ("sam",)]
        assert [p for p in prompts(later) if p.about == ("sam",)] == before

    def test_uses_both_wordings_over_many_maps(self) -> None:
        """Two people do not read the same sentence because they came to the same rule."""
        maps_ = (replace(a_map(person("sam", new=True)), id=str(i)) for i in range(20))
        keys = {p.key for map_ in maps_ for p in prompts(map_) if p.about}
        assert keys == {"map.new.1", "map.new.2"}
