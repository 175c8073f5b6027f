"""What each screen needs to know besides the state."""

import json
from collections.abc import Mapping
from dataclasses import replace

import pytest

from chn_self.app import messages as m
from chn_self.app.state import State
from chn_self.app.steps import Place, Screen, Step, screens
from chn_self.domain.clarity import Clarity
from chn_self.domain.connection import Closeness, Effect, Kind, Relation, Support
from chn_self.domain.edit import link
from chn_self.domain.network_type import classify
from chn_self.domain.personal_map import PersonalMap
from chn_self.domain.prompts import prompts
from chn_self.domain.trained_types import NetworkType
from chn_self.views.again import afresh
from chn_self.views.few import FEW
from chn_self.views.page import main_html
from chn_self.views.screens import (
    BIT,
    LOT,
    classification,
    context,
)
from tests.app.visits import after, at
from tests.maps import activity, map_of, person, place
from tests.summaries import ENV, MODEL, TODAY, WORDS, example
from tests.views.shown import shown

WIDE_MIX, SMALL = example("diverse"), example("formal")
NOBODY = PersonalMap("nobody", complete=tuple(Kind))
MAP = map_of(person("sam", "Sam"), person("ali", "Ali"), place("home"), activity("walk"))


def told(state: State, name: str, about: str | None = None) -> Mapping[str, object]:
    """What the template of a screen is given."""
    return context(
        state, Screen(name, about), WORDS, MODEL, wide=False, today=TODAY, again=afresh(ENV, WORDS)
    )


class TestType:
    """The network type."""

    def test_is_not_worked_out_before_it_is_asked_for(self) -> None:
        """It is asked for, never pushed."""
        assert classification(State(map=WIDE_MIX), MODEL) is None
        assert told(State(map=WIDE_MIX), "type") == {"found": None}

    def test_is_that_of_the_map_once_it_is_asked_for(self) -> None:
        """The very answer of the domain."""
        asked = State(map=WIDE_MIX, type_shown=True)
        assert classification(asked, MODEL) == classify(WIDE_MIX, MODEL)

    def test_is_on_no_screen_before_it_is_asked_for(self) -> None:
        """Not on the map, not in a prompt, not in a summary."""
        for step in Step:
            html = main_html(at(step, WIDE_MIX), ENV, WORDS, MODEL, wide=False, today=TODAY)
            assert "A wide mix" not in html
            assert "data-clarity" not in html

    def test_has_bars_in_one_fixed_order_with_words(self) -> None:
        """Whichever is the most like, and no number beside them."""
        for map_ in (WIDE_MIX, SMALL):
            likeness = told(State(map=map_, type_shown=True), "type")["likeness"]
            assert isinstance(likeness, list)
            assert [kind for kind, _, _ in likeness] == [*NetworkType]
            assert [word for _, share, word in likeness] == [
                "lot" if share >= LOT else "bit" if share >= BIT else "little"
                for _, share, _ in likeness
            ]

    def test_shows_no_number_but_the_counts_and_the_agreement(self) -> None:
        """A share is a length, never a figure."""
        page = shown(replace(at(Step.TYPE, WIDE_MIX), type_shown=True))
        (bars,) = page.all("dl")
        assert not any(letter.isdigit() for letter in bars.text)

    @pytest.mark.parametrize("name", ["too-little", "unlike-any"])
    def test_shows_no_bars_where_nothing_compares(self, name: str) -> None:
        """Calmly, and without asking whether it feels right."""
        page = shown(replace(at(Step.TYPE, example(name)), type_shown=True))
        clarity = page.one(data_testid="closest").get("data-clarity")
        assert clarity in {Clarity.TOO_LITTLE, Clarity.UNLIKE}
        assert not page.all("dl")
        assert not page.all("button", data_of="fits")

    def test_says_own_shape_where_the_name_is_not_true(self) -> None:
        """Of nobody at all, no "small circle with workers in it", nor what goes with a type."""
        state = replace(at(Step.TYPE, NOBODY), type_shown=True)
        page = shown(state)
        assert page.one(data_testid="closest").text == WORDS("type.unlike")
        assert not page.all("dl")
        assert not page.all("button", data_of="fits")
        found = classify(NOBODY, MODEL)
        said = " ".join(text for text, _ in page.texts)
        assert WORDS(f"type.kind.{found.closest}") not in said.casefold()
        assert WORDS("type.why") not in said
        assert "ways of rebuilding" not in said

    def test_keeps_for_tests_what_was_found_under_what_is_told(self) -> None:
        """The nearest type and how clear it is, though no words are made of them."""
        closest = shown(replace(at(Step.TYPE, NOBODY), type_shown=True)).one(data_testid="closest")
        found = classify(NOBODY, MODEL)
        assert closest.get("data-type") == found.closest
        assert closest.get("data-clarity") == found.clarity

    def test_names_the_closest_for_tests_to_find(self) -> None:
        """With how clear it is."""
        closest = shown(replace(at(Step.TYPE, SMALL), type_shown=True)).one(data_testid="closest")
        assert closest.get("data-type") == classify(SMALL, MODEL).closest

    def test_always_says_what_a_map_cannot_show(self) -> None:
        """Whether those around someone are good for them."""
        for name in ("diverse", "family", "formal", "too-little", "unlike-any"):
            page = shown(replace(at(Step.TYPE, example(name)), type_shown=True))
            text = " ".join(p.text for p in page.all("p"))
            assert WORDS("type.shows") in text
            assert WORDS("type.limits") in text

    def test_says_so_of_a_hard_time(self) -> None:
        """Maps often look different then."""
        hard = replace(at(Step.TYPE, replace(SMALL, usual=False)), type_shown=True)
        usual = replace(at(Step.TYPE, replace(SMALL, usual=True)), type_shown=True)
        assert shown(hard).all("p", **{"class": "not-usual"})
        assert not shown(usual).all("p", **{"class": "not-usual"})


class TestReflect:
    """Prompts."""

    def test_one_is_shown_with_a_field_of_its_own(self) -> None:
        """Named by the prompt and whom it is about."""
        given = told(State(map=SMALL), "reflect")
        field = given["field"]
        assert isinstance(field, str)
        key, about = json.loads(field.removeprefix("reflection/"))
        assert WORDS.has(f"prompts.{key}")
        assert all(SMALL.connection(id_) for id_ in about)

    def test_they_are_those_of_no_type_where_the_name_is_not_true(self) -> None:
        """However many are looked at: the ones anyone gets who did not ask to see a type."""
        asked, not_asked = State(map=NOBODY, type_shown=True), State(map=NOBODY)
        for _ in prompts(NOBODY):
            assert told(asked, "reflect") == told(not_asked, "reflect")
            asked, not_asked = after(asked, m.AnotherPrompt()), after(not_asked, m.AnotherPrompt())

    def test_what_was_written_is_shown_again(self) -> None:
        """To that prompt, about those."""
        state = State(map=SMALL)
        field = told(state, "reflect")["field"]
        written = after(state, m.Typed(str(field), "Choir, I think"))
        assert told(written, "reflect")["written"] == "Choir, I think"
        assert told(after(written, m.AnotherPrompt()), "reflect")["written"] == ""

    def test_another_one_is_another(self) -> None:
        """And after the last comes the first again."""
        fields: list[object] = []
        state = State(map=SMALL)
        while (field := told(state, "reflect")["field"]) not in fields:
            fields.append(field)
            state = after(state, m.AnotherPrompt())
        assert field == fields[0]
        assert len(fields) >= 8

    def test_one_that_was_put_away_never_comes_back(self) -> None:
        """Until none is left, and that is fine."""
        state, seen = State(map=SMALL), set[str]()
        while (given := told(state, "reflect"))["prompt"] is not None:
            (away,) = shown(replace(state, place=Place(Step.REFLECT))).all(data_press="not-for-me")
            assert away.attributes["data-of"] not in seen
            seen.add(away.attributes["data-of"])
            state = after(state, m.NotForMe(away.attributes["data-of"]))
        assert given == {"prompt": None}
        assert shown(replace(state, place=Place(Step.REFLECT))).all("p", **{"class": "nothing"})


class TestLists:
    """The lists, and what is asked after adding."""

    def test_only_what_was_added_last_is_asked_about(self) -> None:
        """And of that only what has no answer yet."""
        state = after(
            at(Step.PEOPLE),
            m.Add(Kind.PERSON, "Sam", "s"),
            m.Add(Kind.PERSON, "Ali\nKim", "a"),
            m.Answer("a-1", "relation", "friend"),
        )
        rows = told(state, "people")["rows"]
        assert isinstance(rows, list)
        assert [(c.name, offered is not None) for c, _, offered in rows] == [
            ("Sam", False),
            ("Ali", True),
            ("Kim", False),
        ]

    def test_a_list_is_of_one_kind(self) -> None:
        """In the order of the map."""
        rows = told(State(map=MAP), "people")["rows"]
        assert isinstance(rows, list)
        assert [c.id for c, _, _ in rows] == ["sam", "ali"]


class TestSupport:
    """Who could you turn to."""

    @pytest.mark.parametrize(
        ("messages", "nobody"),
        [
            ([], False),
            ([m.NoOne(Support.ADVICE)], True),
            ([m.Receives("sam", Support.ADVICE)], False),
            ([m.Receives("sam", Support.ADVICE), m.Receives("sam", Support.ADVICE)], False),
            ([m.NoOne(Support.COMPANY)], False),
        ],
    )
    def test_no_one_is_pressed_only_when_it_was_said(
        self, messages: list[m.Message], nobody: bool
    ) -> None:
        """A skipped question is not a "no one"; nor is a tick taken back."""
        state = after(at(Step.SUPPORT, MAP, [*Support].index(Support.ADVICE)), *messages)
        assert told(state, "receives", Support.ADVICE)["nobody"] is nobody
        pressed = shown(state).one("button", data_press="no-one").get("aria-pressed")
        assert pressed == str(nobody).casefold()

    def test_those_closest_come_first_and_the_others_are_folded_away(self) -> None:
        """Four names and "no one" are as much as is offered at once."""
        people = [replace(person(f"p{i}"), closeness=Closeness(3 - i % 3)) for i in range(9)]
        page = shown(at(Step.SUPPORT, map_of(*people)))
        asked = page.all("button", data_press="receives")
        assert len(asked) == len(people)
        at_once = [b for b in asked if not any(e.tag == "details" for e in b.inside)]
        assert len(at_once) == FEW - 1
        assert {b.get("data-of") for b in at_once} > {"p2", "p5", "p8"}


class TestLinks:
    """What goes together."""

    def test_people_are_ticked_for_who_and_places_for_where(self) -> None:
        """One question a screen."""
        linked = after(State(map=MAP), m.Pair("walk", "sam"), m.Pair("home", "walk"))
        who, where = (told(linked, name, "walk") for name in ("together", "where"))
        assert who["linked"] == where["linked"] == {"sam", "home"}
        assert who["few"] == linked.map.of_kind(Kind.PERSON)
        assert where["few"] == linked.map.of_kind(Kind.PLACE)

    def test_a_few_are_offered_and_the_rest_is_folded_away(self) -> None:
        """The closest first, those with no ring last, each once."""
        people = [replace(person(f"p{i}"), closeness=Closeness(3 - i % 3)) for i in range(60)]
        map_ = map_of(person("far"), *people, activity("walk"))
        who = told(State(map=map_), "together", "walk")
        few, more = who["few"], who["more"]
        assert isinstance(few, tuple)
        assert isinstance(more, tuple)
        assert len(few) == FEW
        assert {c.closeness for c in few} == {Closeness.INNER}
        assert more[-1].id == "far"
        assert sorted(c.id for c in few + more) == sorted(c.id for c in map_.of_kind(Kind.PERSON))

    def test_none_moves_when_it_is_pressed(self) -> None:
        """A finger that comes down again finds the same name."""
        map_ = map_of(*(person(f"p{i}") for i in range(20)), activity("walk"))
        before = at(Step.LINKS, map_)
        pressed = [
            [b.get("data-value") for b in shown(state).all("button", data_press="link")]
            for state in (before, after(before, m.ToggleLink("walk", "p19")))
        ]
        assert pressed[0] == pressed[1]

    def test_the_fold_says_how_many_in_it_are_ticked(self) -> None:
        """What was said is not hidden, and the screen stays a few names long."""
        map_ = map_of(*(person(f"p{i}") for i in range(20)), activity("walk"))
        folds = [
            shown(at(Step.LINKS, link(map_, "walk", other))).one("summary").text
            for other in ("p0", "p19")
        ]
        assert folds == [WORDS("ways.more"), WORDS("together.more", count=1)]

    @pytest.mark.parametrize("screen", range(4))
    def test_every_screen_of_it_has_a_way_out(self, screen: int) -> None:
        """Enough for now, back to the map."""
        texts = [a.text for a in shown(at(Step.LINKS, MAP, screen)).all("a", href="#/map")]
        assert WORDS("ways.to_map") in texts

    def test_any_two_can_be_chosen(self) -> None:
        """With an empty choice first, so that nothing is chosen for anyone."""
        pickable = told(State(map=MAP), "links")["pickable"]
        assert isinstance(pickable, list)
        assert [option["value"] for option in pickable] == ["", "sam", "ali", "home", "walk"]

    def test_the_pair_of_the_form_adds_and_its_button_takes_apart(self) -> None:
        """A double press on the form adds once."""
        linked = after(State(map=MAP), m.Pair("sam", "walk"))
        last = len(screens(Step.LINKS, MAP)) - 1
        page = shown(replace(linked, place=Place(Step.LINKS, last)))
        assert page.one("form").get("data-press") == "pair"
        assert page.one("button", data_press="link").get("data-of") == "sam"

    def test_who_knows_whom_is_never_put_first(self) -> None:
        """Of other kinds a few are offered; one's own kind is behind "More", counted if ticked."""
        map_ = link(map_of(*map(person, ("sam", "ali", "kim")), place("home")), "sam", "ali")
        offered = told(at(Step.MAP, map_), "edit", "sam")["goes_with"]
        assert isinstance(offered, Mapping)
        assert [c.id for c in offered["few"]] == ["home"]
        assert [c.id for c in offered["more"]] == ["ali", "kim"]
        assert (offered["linked"], offered["ticked"]) == ({"ali"}, 1)


class TestMatters:
    """What matters, and who one is there."""

    def test_a_starred_one_is_asked_about_by_its_kind(self) -> None:
        """Who one is with people, or at a place, or when doing something."""
        people = told(State(map=MAP), "starred", "sam")
        things = told(State(map=MAP), "starred", "home")
        assert (people["closeness"], things["closeness"]) == ("person", "thing")

    def test_a_few_of_each_kind_are_offered_and_the_rest_is_folded_away(self) -> None:
        """The fold says how many in it have a star."""
        people = [person(f"p{i}") for i in range(7)]
        starred = replace(person("p7"), matters=True)
        step = next(
            i for i, s in enumerate(screens(Step.DETAILS, map_of(*people))) if s.name == "matters"
        )
        page = shown(at(Step.DETAILS, map_of(*people, starred, place("home")), step + 2))
        assert page.one("summary").text == WORDS("together.more", count=1)
        folded = [b for b in page.all("button") if any(e.tag == "details" for e in b.inside)]
        assert [b.get("data-of") for b in folded] == ["p5", "p6", "p7"]

    @pytest.mark.parametrize("name", ["about", "edit", "starred", "together"])
    def test_one_that_is_gone_needs_nothing(self, name: str) -> None:
        """No screen of it is shown then."""
        assert told(State(map=MAP), name, "nobody") == {}


def test_only_a_help_is_named_as_one_in_a_prompt() -> None:
    """Somebody who makes things harder is never spoken of warmly."""
    harder = replace(person("x", "Qwx", Relation.FRIEND), effect=Effect.DRAINS, matters=True)
    state: State = at(Step.REFLECT, PersonalMap("m", connections=(harder,)))
    for _ in range(20):
        assert "Qwx" not in shown(state).one(id="prompt").text
        state = after(state, m.AnotherPrompt())
