"""What a summary says of an earlier map: what was said both times, never that anything is not."""

from dataclasses import replace

from chn_self.domain.connection import Closeness, Connection, Effect
from chn_self.domain.personal_map import HowItWent, Missing, NextStep, PersonalMap
from chn_self.domain.share import DEFAULT_PARTS, Choices, Names, Part
from chn_self.views.summary_facts import Section
from tests.comparisons import NOW, THEN
from tests.maps import map_of, person
from tests.summaries import WORDS, part, summary_of

CHANGE = Choices(DEFAULT_PARTS | {Part.CHANGE}, Names.FULL)
HARDER = replace(CHANGE, parts=CHANGE.parts | {Part.HARDER})
SAM = replace(person("sam", "Sam"), closeness=Closeness.OUTER)


def told(before: PersonalMap = THEN, now: PersonalMap = NOW, choices: Choices = CHANGE) -> Section:
    """The section of what has changed."""
    return part(summary_of(now, choices, before), Part.CHANGE)


def is_told(before: PersonalMap, now: PersonalMap, choices: Choices = CHANGE) -> bool:
    """Whether there is such a section."""
    return any(s.part == Part.CHANGE for s in summary_of(now, choices, before).sections)


def groups(section: Section) -> dict[str, tuple[str, ...]]:
    """What is said, and of whom."""
    return {group.label: group.names for group in section.groups}


def of(connection: Connection, **said: object) -> PersonalMap:
    """A map of one connection, of which this is said."""
    return map_of(replace(connection, **said))  # type: ignore[arg-type]


def test_says_of_when_the_earlier_map_is_and_that_days_differ() -> None:
    """With a hard time then, in words of the person's own document."""
    assert told().lines == (
        "The earlier map is of 2 May 2026.",
        "It shows a hard time, or one that was not usual for me.",
        "Two maps can differ because of the day.",
    )


def test_says_what_was_said_both_times() -> None:
    """What is new here and what matters first; nobody who is not on this map."""
    assert groups(told(choices=HARDER)) == {
        "New on this map": ("Cooking group",),
        "A star then and now": ("Mum",),
        "A star now": ("Nan",),
        "A star then, and not now": ("Choir",),
        "Helps, then and now": ("Mum",),
        "Makes things harder then, mixed now": ("Kimberley",),
        "Close then, less close now": ("Kimberley",),
        "Part of my life then, a big part of my life now": ("Clinic",),
        "Most weeks then, most days now": ("Mum",),
    }


def test_what_was_not_answered_once_is_no_change() -> None:
    """Nor is what is not in: "mixed" then, left out, would be told as "nothing said"."""
    then, now = of(SAM, effect=Effect.MIXED), of(SAM, effect=Effect.HELPS)
    assert not is_told(then, now)
    assert groups(told(then, now, HARDER)) == {"Mixed then, helps now": ("Sam",)}
    assert not is_told(of(SAM, closeness=None), of(SAM))


def test_names_are_those_of_this_map_as_they_were_chosen() -> None:
    """No name of the earlier map is anywhere."""
    then, now = of(SAM, name="Sammy"), of(SAM, closeness=Closeness.INNER)
    by_role = replace(CHANGE, names=Names.ROLES)
    assert groups(told(then, now)) == {"Less close then, very close now": ("Sam",)}
    assert groups(told(then, now, by_role)) == {"Less close then, very close now": ("Friend",)}


def test_own_words_of_then_that_are_not_those_of_now() -> None:
    """What is still the same stands with this map already."""
    assert [(q.label, q.text) for q in told().quotes] == [
        ("What I hoped for then", "To feel less on my own"),
        ("What was missing for me then", "Someone to cook with"),
    ]
    same = replace(map_of(), hope="More", missing=(Missing("A garden"),))
    assert not is_told(same, same)


def test_how_the_last_step_went() -> None:
    """A step that is still the same is told of with the next step."""
    then = replace(map_of(), next_step=NextStep("Ring Jo", how_it_went=HowItWent.SOME))
    other = replace(map_of(), next_step=NextStep("Go to the park"))
    [quote] = told(then, other).quotes
    assert (quote.label, quote.text) == (WORDS("summary.change.step.some"), "Ring Jo")
    assert not is_told(then, then)


def test_each_part_is_told_only_where_it_was_chosen() -> None:
    """Stars go in with what matters, and own words with what is missing and the next step."""
    bare = Choices(frozenset({Part.CHANGE}), Names.FULL)
    assert groups(told(choices=bare)) == {"New on this map": ("Cooking group",)}
    assert told(choices=bare).quotes == ()


def test_without_an_earlier_map_there_is_nothing_to_tell() -> None:
    """Also where it was asked for."""
    assert not any(s.part == Part.CHANGE for s in summary_of(NOW, CHANGE).sections)
