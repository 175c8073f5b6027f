"""Two maps in words: what leads, what is never said, and the same in the page and the text."""

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given

from chn_self.app.state import Earlier, State
from chn_self.app.steps import Place, Step
from chn_self.domain.comparison import compare
from chn_self.domain.connection import Closeness, Effect
from chn_self.domain.direction import FIRST_STRONG
from chn_self.domain.personal_map import HowItWent, NextStep, PersonalMap
from chn_self.views.comparison import Section, told
from chn_self.views.comparison_text import comparison_json, comparison_text
from tests.comparisons import GOLDEN, NOW, THEN, golden, told_of
from tests.maps import AWKWARD, map_of, maps, person, place
from tests.summaries import WORDS
from tests.views.shown import Shown, shown

FILES = tuple(golden())
PLAIN = map_of(person("s"))


def part(wanted: str, before: PersonalMap = THEN, now: PersonalMap = NOW) -> Section:
    """A section by the name of its part."""
    return next(s for s in told_of(before, now).sections if s.part == wanted)


def parts(before: PersonalMap, now: PersonalMap) -> list[str]:
    """The parts there are, in order."""
    return [s.part for s in told_of(before, now).sections]


def groups(section: Section) -> dict[str, tuple[str, ...]]:
    """Names by what is said of them."""
    return {group.label: group.names for group in section.groups}


def screen(before: PersonalMap = THEN, now: PersonalMap = NOW) -> Shown:
    """The screen with two maps."""
    return shown(State(map=now, place=Place(Step.COMPARE), earlier=Earlier(before)))


@pytest.mark.parametrize(("name", "text"), FILES, ids=[name for name, _ in FILES])
def test_is_as_it_was_read_and_found_good(name: str, text: str) -> None:
    """After a change that is meant, look at what `-m tests.comparisons` changed."""
    assert text == (GOLDEN / name).read_text("utf-8")


class TestOrder:
    """What leads."""

    def test_the_next_step_comes_first_then_the_day_then_what_leads(self) -> None:
        """Hope, what matters and effect before who is new and who is not here."""
        assert parts(THEN, NOW) == [
            "next_step", "moment", "hope", "missing", "matters", "effect",
            "new_here", "not_here", "nearer", "further", "changed",
        ]  # fmt: skip

    def test_what_would_say_nothing_is_left_out(self) -> None:
        """But that two maps can differ because of the day is always said."""
        assert parts(PLAIN, PLAIN) == ["moment"]
        lines = part("moment", PLAIN, PLAIN).lines
        assert lines == (WORDS("compare.moment"), WORDS("compare.alike"))


class TestSections:
    """What each section says."""

    @pytest.mark.parametrize(
        ("then", "now", "said"),
        [
            (NextStep("Walk"), None, "next_step.how"),
            (NextStep("Walk", how_it_went=HowItWent.NOT), None, "next_step.went.not"),
            (NextStep("Walk"), NextStep("walk", how_it_went=HowItWent.SOME), "next_step.went.some"),
            (NextStep("Walk"), NextStep("Sing", how_it_went=HowItWent.DID), "next_step.how"),
        ],
    )
    def test_of_a_next_step_it_asks_how_it_went(
        self, then: NextStep, now: NextStep | None, said: str
    ) -> None:
        """Unless that was said, on either map."""
        section = part("next_step", replace(PLAIN, next_step=then), replace(PLAIN, next_step=now))
        assert WORDS(said) in section.lines[0]
        assert [q.text for q in section.quotes] == ["Walk"]

    def test_a_hard_time_is_told_of_both(self) -> None:
        """Maps often look different then."""
        hard = replace(PLAIN, usual=False)
        assert WORDS("compare.hard_then") in part("moment", hard, PLAIN).lines
        assert WORDS("type.hard_time") in part("moment", PLAIN, hard).lines

    def test_a_hope_that_stayed_is_told_once(self) -> None:
        """Under both names."""
        hope = replace(PLAIN, hope="Peace")
        [quote] = part("hope", hope, hope).quotes
        assert (quote.label, quote.text) == (WORDS("compare.then_and_now"), "Peace")

    def test_those_with_the_same_change_stand_together(self) -> None:
        """In the words for the answer then and the answer now."""
        then = [replace(person(i, i), effect=Effect.MIXED) for i in "abc"]
        now = [replace(c, effect=Effect.HELPS) for c in then[:2]]
        said = groups(part("effect", map_of(*then), map_of(*now, then[2])))
        assert said == {"Mixed then, helps now": ("a", "b")}

    def test_a_star_that_stayed_is_told_first(self) -> None:
        """Then new ones; then those that were there, on this map or not."""
        assert [*groups(part("matters"))] == [
            WORDS(f"compare.star_{key}") for key in ("both", "now", "then", "before")
        ]

    def test_nearer_is_said_in_the_words_for_the_rings(self) -> None:
        """A place is a part of a life, not close."""
        then = replace(place("p"), closeness=Closeness.OUTER)
        now = replace(then, closeness=Closeness.INNER)
        assert [*groups(part("nearer", map_of(then), map_of(now)))] == [
            "A small part of my life then, a big part of my life now"
        ]

    def test_one_that_may_be_either_is_asked_about_and_not_told(self) -> None:
        """It is not new, nor off the map, before the person has said."""
        found = told_of()
        [ask] = found.asked
        assert (ask.before, ask.now) == ("s1", "s9")
        assert not [e for s in found.sections for c in s.clusters for e in c.entries
                    if e.name == "Sam" and s.part == "new_here"]  # fmt: skip

    def test_pets_and_the_remembered_are_told_like_anyone(self) -> None:
        """Nobody is left out for what they are."""
        text = comparison_text(told_of())
        assert "Rex: Pet" in text
        assert "Nan" in text


class TestNeverSaid:
    """What no comparison says."""

    @given(maps(most=4), maps(most=4))
    def test_nothing_is_better_or_worse_or_a_type(self, a: PersonalMap, b: PersonalMap) -> None:
        """No word of ours judges, whatever the maps hold."""
        found = told(compare(a, b), WORDS)
        ours = [found.title, found.day, found.asked_title]
        for section in found.sections:
            ours += [section.title, *section.lines, *(g.label for g in section.groups)]
        bad = r"\b(better|worse|gone|lost|improve\w*|declin\w*|type|kind of map)\b"
        assert not re.search(bad, " ".join(ours), re.IGNORECASE)

    def test_notes_are_not_told(self) -> None:
        """They are for oneself."""
        texts = [text for _, text in FILES]
        assert not [text for text in texts if "a secret note" in text]


class TestForms:
    """The page, the text and the data."""

    def test_the_page_and_the_text_say_the_same(self) -> None:
        """Every title, sentence, label and own word of the one is in the other."""
        page, found = screen(), told_of()
        said = " ".join("".join(text for text, _ in page.texts).split())
        for section in found.sections:
            for text in (section.title, *(g.label for g in section.groups)):
                assert text in said
            for name in (n for g in section.groups for n in g.names):
                assert name.strip() in said
            for entry in (e for c in section.clusters for e in c.entries):
                assert f"{entry.name} {', '.join(entry.facts)}" in said
            assert all(q.text in said for q in section.quotes)
            # In place of the question how a step went there are buttons, while it is the next one.
            if section.part != "next_step":
                assert all(line in said for line in section.lines)

    def test_how_a_step_went_can_be_said_while_it_is_the_next_one(self) -> None:
        """On the map now; else there is only the question."""
        pressed = screen().one("button", data_value=str(HowItWent.DID), data_press="answer-map")
        assert pressed.get("aria-pressed") == "true"
        other = replace(NOW, next_step=None)
        assert not screen(now=other).all("button", data_press="answer-map")

    def test_both_maps_are_drawn_and_not_to_be_pressed(self) -> None:
        """Each with a name of its own for who cannot see it."""
        page = screen()
        pictures = page.all("svg", data_testid="map")
        assert [p.get("aria-labelledby") for p in pictures] == [
            "then-title then-desc",
            "now-title now-desc",
        ]
        assert not page.all(data_press="select")

    @pytest.mark.parametrize("name", AWKWARD)
    def test_names_stay_apart_from_our_words(self, name: str) -> None:
        """Also where they run from right to left."""
        text = comparison_text(told_of(map_of(person("a", name)), map_of()))
        assert text.count(FIRST_STRONG) == text.count("\u2069")

    def test_the_data_name_every_connection_once(self) -> None:
        """As matched, new, not here, or asked about."""
        data = json.loads(comparison_json(compare(THEN, NOW)))
        now = [pair["now"] for pair in data["matched"]]
        now += [one["id"] for one in data["new_here"]]
        now += [pair["now"]["id"] for pair in data["perhaps_same"]]
        assert sorted(now) == sorted(c.id for c in NOW.connections)

    def test_a_few_are_asked_about_at_a_time(self) -> None:
        """And it says that there are more."""
        sams = [person(f"s{i}", "Sam") for i in range(12)]
        page = screen(map_of(*sams[:6]), map_of(*sams[6:]))
        assert len(page.all(data_testid="perhaps")) == 3
        assert WORDS("compare.more") in [p.text for p in page.all("p")]
