"""Every statement of 200 summaries, held against the map of what is in them by rules of their own.

The rules know nothing of how a summary is made: they look each statement up in the words, and ask
the map if it is true.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chn_self.domain.connection import Connection, Effect, Kind, Relation, Support
from chn_self.domain.personal_map import PersonalMap
from chn_self.domain.share import Choices, Names, Part
from chn_self.views.summary import summary_html, summary_text
from chn_self.views.summary_facts import Entry, Section, Summary
from tests.maps import EXAMPLES, maps
from tests.reading import sentences
from tests.reading import words as words_of
from tests.summaries import ENV, WORDS, example, summary_of
from tests.word_rules import FORBIDDEN

MOST_WORDS = 20

COUNTED = {
    "family": {Relation.PARTNER, Relation.FAMILY},
    "friends": {Relation.FRIEND},
    "practitioners": {Relation.PRACTITIONER},
}
UNCOUNTED = {Relation.PET, Relation.REMEMBERED, Relation.PRESENCE}


@st.composite
def told(draw: st.DrawFn) -> tuple[PersonalMap, Summary]:
    """What goes in of a map whose names tell all apart, and a summary of the whole map."""
    drawn = draw(maps(most=6))
    named = (replace(c, name=f"Name {i}.") for i, c in enumerate(drawn.connections))
    map_ = replace(drawn, connections=tuple(named))
    out = draw(st.frozensets(st.sampled_from([c.id for c in map_.connections] or [""])))
    parts = draw(st.just(frozenset(Part)) | st.frozensets(st.sampled_from(Part)))
    kept_off = {c.id for c in map_.connections if c.private or c.relation == Relation.PRESENCE}
    included = replace(
        map_,
        connections=tuple(c for c in map_.connections if c.id not in out | kept_off),
    )
    return included, summary_of(map_, Choices(parts, Names.FULL, out, words="Hello"))


@given(told())
def test_no_statement_that_the_included_map_does_not_support(
    both: tuple[PersonalMap, Summary],
) -> None:
    """Each figure, name under a heading, fact of one, mark in the key and own word."""
    map_, made = both
    assert [said for section in made.sections for said in unsupported(section, map_)] == []


@given(told())
def test_nothing_is_praised_that_was_not_marked_as_a_help(
    both: tuple[PersonalMap, Summary],
) -> None:
    """Whoever helps, and whoever one can turn to, was marked so by the person."""
    map_, made = both
    helps = {c.name for c in map_.connections if c.effect == Effect.HELPS}
    titles = {WORDS("summary.helps"), WORDS("summary.turn_to")}
    warm = [s for s in made.sections if s.title in titles]
    assert {name for s in warm for group in s.groups for name in group.names} <= helps
    said = WORDS(f"effect.{Effect.HELPS}")
    assert {e.name for s in made.sections for e in entries(s) if said in e.facts} <= helps


@given(maps(most=6), st.sampled_from([Names.ROLES, Names.INITIALS]))
def test_no_forbidden_word_and_no_long_sentence(map_: PersonalMap, names: Names) -> None:
    """Of all that is ours; what is the person's own is as they wrote it."""
    silent = replace(
        map_,
        connections=tuple(replace(c, name="Abc", me_there=None) for c in map_.connections),
        hope=None,
        missing=(),
        reflections=(),
        type_view=replace(map_.type_view, own_words=None),
        next_step=None,
    )
    made = summary_of(silent, Choices(frozenset(Part), names), replace(silent, id="before"))
    text = " ".join(summary_text(made).split())
    found = {rule for rule, no in FORBIDDEN.items() if re.search(no, text, re.IGNORECASE)}
    assert not found
    ours = [*made.opening, *made.note, *made.dates, made.record]
    ours += [line for s in made.sections for line in (s.title, *s.lines, *s.key)]
    long = [s for line in ours for s in sentences(line) if len(words_of(s)) > MOST_WORDS]
    assert long == []


def unsupported(section: Section, map_: PersonalMap) -> Iterator[str]:
    """What a section says that is not so on the map."""
    by_name = {c.name: c for c in map_.connections}
    for entry in entries(section):
        if entry.name not in by_name:
            yield entry.name
            continue
        true = {*facts(by_name[entry.name], map_)}
        yield from (fact for fact in entry.facts if fact not in true)
        yield from {entry.quote} - {"", (by_name[entry.name].me_there or "").strip()}
    for group in section.groups:
        those = supported(section.title, group.label, map_)
        yield from (f"{group.label}: {name}" for name in group.names if name not in those)
    if section.part == Part.PICTURE:
        yield from {*section.lines} - {figures(map_)}
        yield from {*section.key} - {*key(map_)}
    own = {text.strip() for text in own_words(map_)}
    yield from (quote.text for quote in section.quotes if quote.text not in own)


def entries(section: Section) -> Iterator[Entry]:
    """Every connection that is told of by itself."""
    return (e for c in (*section.clusters, *section.instead) for e in c.entries)


def facts(c: Connection, map_: PersonalMap) -> Iterator[str]:
    """Every fact that may be told of one."""
    if c.kind == Kind.PERSON:
        yield WORDS(f"relation.short.{c.relation or 'none'}")
    else:
        yield WORDS(f"{c.kind}.short.{c.type or 'none'}")
    if c.closeness:
        table = "closeness.person" if c.kind == Kind.PERSON else "summary.part"
        yield WORDS(f"{table}.{c.closeness.value}")
    for table, said in (
        ("often", c.often),
        ("effect", c.effect),
        ("summary.whose_choice", c.whose_choice),
    ):
        if said:
            yield WORDS(f"{table}.{said}")
    if c.new:
        yield WORDS("summary.fact.new")
    names = ", ".join(
        other.name
        for other in map_.connections
        if any(link.ends == {c.id, other.id} for link in map_.links)
    )
    yield WORDS("summary.fact.with", names=names)


def supported(title: str, label: str, map_: PersonalMap) -> set[str]:
    """Who may stand under a label of a section."""
    found = groups(map_).get((title, label), ())
    return {c.name for c in found}


def groups(map_: PersonalMap) -> Mapping[tuple[str, str], list[Connection]]:
    """Everyone of whom a label under a heading is true."""
    all_ = map_.connections
    helps = [c for c in all_ if c.effect == Effect.HELPS]
    found = {
        (WORDS("summary.helps"), WORDS(f"kinds.{kind}")): [c for c in helps if c.kind == kind]
        for kind in Kind
    }
    for support in Support:
        turn_to, give = (
            (WORDS(f"summary.{key}"), WORDS(f"summary.{table}.{support}"))
            for key, table in (("turn_to", "receives"), ("gives", "give"))
        )
        found[turn_to] = [c for c in helps if support in c.receives]
        found[give] = [c for c in all_ if support in c.gives]
    for effect in (Effect.MIXED, Effect.DRAINS):
        label = (WORDS("summary.harder"), WORDS(f"summary.effect.{effect}"))
        found[label] = [c for c in all_ if c.effect == effect]
    return found


def figures(map_: PersonalMap) -> str:
    """How many of each there are, counted anew."""
    people = [c for c in map_.of_kind(Kind.PERSON) if c.relation not in UNCOUNTED]
    counts = {
        key: sum(c.relation in relations for c in people) for key, relations in COUNTED.items()
    }
    rest = len(people) - sum(counts.values())
    order = {
        "family": counts["family"],
        "friends": counts["friends"],
        "wider" if any(counts.values()) else "people": rest,
        "practitioners": counts["practitioners"],
        "places": len(map_.of_kind(Kind.PLACE)),
        "activities": len(map_.of_kind(Kind.ACTIVITY)),
    }
    said = [WORDS(f"summary.figure.{k}", count=n) for k, n in order.items() if n]
    return WORDS("summary.figures", figures=", ".join(said))


def key(map_: PersonalMap) -> Iterator[str]:
    """Every mark that somebody on the map can have."""
    all_ = map_.connections
    ids = {c.id for c in all_}
    true = {
        "ring": any(c.closeness for c in all_),
        "matters": any(c.matters for c in all_),
        "new": any(c.new for c in all_),
        "link": any(link.ends <= ids for link in map_.links),
        "number": True,
        **{e.value: any(c.effect == e for c in all_) for e in Effect if e != Effect.NEUTRAL},
    }
    return (WORDS(f"summary.key.{mark}") for mark, is_true in true.items() if is_true)


def own_words(map_: PersonalMap) -> Iterator[str]:
    """Everything that the person wrote, but for notes and who one is somewhere."""
    yield "Hello"
    yield map_.hope or ""
    yield map_.type_view.own_words or ""
    yield from (m.text for m in map_.missing)
    yield from (r.text for r in map_.reflections)
    step = map_.next_step
    if step is not None:
        yield from (text or "" for text in (step.what, step.who, step.when))


@pytest.mark.parametrize("name", [path.name.partition(".")[0] for path in EXAMPLES])
def test_a_summary_is_small(name: str) -> None:
    """60 kB or less as HTML for 20 connections, and 3 kB for each one more."""
    map_ = example(name)
    html = summary_html(summary_of(map_, Choices(frozenset(Part), Names.FULL)), ENV)
    assert len(html.encode()) <= 60_000 + 3_000 * max(0, len(map_.connections) - 20)
