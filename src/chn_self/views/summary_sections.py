"""The sections of a summary, each worked out from a reduced map and nothing else."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from chn_self.domain.connection import Connection, Effect, Kind, Support
from chn_self.domain.measures import Measures, measure
from chn_self.domain.network_type import Clarity, Classification, Model, classify
from chn_self.domain.personal_map import PersonalMap
from chn_self.domain.share import Names, Part
from chn_self.views.reasons import reason_text
from chn_self.views.summary_facts import Cluster, Entry, Group, Quote, Section
from chn_self.views.words import Words


@dataclass(frozen=True)
class Source:
    """What sections are made from: a reduced map that already carries the names to show."""

    map: PersonalMap
    parts: frozenset[Part]
    names: Names
    message: str
    words: Words
    model: Model | None
    picture: Markup | None

    @cached_property
    def numbered(self) -> frozenset[str]:
        """The ids of those for whose name there is only a number in the picture."""
        marks = (self.picture or "").split('<g class="map-mark')[1:]
        return frozenset(
            mark.split('data-connection="')[1].split('"')[0]
            for mark in marks
            if 'class="map-number"' in mark
        )


def sections(source: Source) -> tuple[Section, ...]:
    """The sections of the chosen parts in reading order, without any that says nothing."""
    made = (section for part, make in _IN_ORDER if part in source.parts for section in make(source))
    return tuple(section for section in made if section.says_something)


def _words(s: Source) -> Iterator[Section]:
    yield Section(Part.WORDS, s.words("summary.words"), quotes=_quotes(("", s.message)))


def _matters(s: Source) -> Iterator[Section]:
    starred = tuple(
        Entry(
            c.kind,
            c.name,
            c.effect,
            (s.words(f"summary.whose_choice.{c.whose_choice}"),) if c.whose_choice else (),
            (c.me_there or "").strip(),
        )
        for c in s.map.connections
        if c.matters
    )
    yield Section(Part.MATTERS, s.words("summary.matters"), clusters=_clusters(("", starred)))


def _helps(s: Source) -> Iterator[Section]:
    marked = (
        (s.words(f"kinds.{kind}"), [c for c in s.map.of_kind(kind) if c.effect == Effect.HELPS])
        for kind in Kind
    )
    yield Section(Part.HELPS, s.words("summary.helps"), groups=_groups(marked))
    turn_to = _by_support(s, "receives", lambda c: c.receives)
    yield Section(Part.HELPS, s.words("summary.turn_to"), groups=turn_to)


def _gives(s: Source) -> Iterator[Section]:
    gives = _by_support(s, "give", lambda c: c.gives)
    yield Section(Part.GIVES, s.words("summary.gives"), groups=gives)


def _picture(s: Source) -> Iterator[Section]:
    if s.map.connections:
        yield Section(
            Part.PICTURE,
            s.words("summary.picture"),
            lines=_figures(s, measure(s.map)),
            picture=s.picture,
            key=tuple(s.words(f"summary.key.{mark}") for mark in _marks_drawn(s)),
            instead=() if Part.LIST in s.parts else _one_by_one(s),
        )


def _missing(s: Source) -> Iterator[Section]:
    entries = [("", m.text) for m in s.map.missing]
    yield Section(Part.MISSING, s.words("summary.missing"), quotes=_quotes(*entries))
    yield Section(Part.MISSING, s.words("summary.hope"), quotes=_quotes(("", s.map.hope)))


def _next_step(s: Source) -> Iterator[Section]:
    step = s.map.next_step
    if step is not None:
        said = (("what", step.what), ("who", step.who), ("when", step.when))
        went = step.how_it_went
        yield Section(
            Part.NEXT_STEP,
            s.words("summary.next_step"),
            lines=(s.words(f"summary.how_it_went.{went}"),) if went else (),
            quotes=_quotes(*((s.words(f"summary.step.{key}"), text) for key, text in said)),
        )


def _list(s: Source) -> Iterator[Section]:
    yield Section(
        Part.LIST, s.words("summary.list"), lines=_short_words(s), clusters=_one_by_one(s)
    )


def _harder(s: Source) -> Iterator[Section]:
    told = (
        (s.words(f"summary.effect.{effect}"), [c for c in s.map.connections if c.effect == effect])
        for effect in (Effect.MIXED, Effect.DRAINS)
    )
    yield Section(Part.HARDER, s.words("summary.harder"), groups=_groups(told))


def _reflections(s: Source) -> Iterator[Section]:
    def label(about: tuple[str, ...]) -> str:
        names = ", ".join(_names(c for c in s.map.connections if c.id in about))
        return s.words("summary.about", names=names) if names else ""

    entries = [(label(r.about), r.text) for r in s.map.reflections]
    yield Section(Part.REFLECTIONS, s.words("summary.reflections"), quotes=_quotes(*entries))


def _type(s: Source) -> Iterator[Section]:
    if s.model is not None:
        said = s.map.type_view
        yield Section(
            Part.TYPE,
            s.words("summary.type"),
            lines=tuple(_likeness(s, classify(s.map, s.model))),
            quotes=_quotes((s.words("summary.kind.own_words"), said.own_words)),
        )


def _likeness(s: Source, found: Classification) -> Iterator[str]:
    comparable = found.clarity in {Clarity.CLEAR, Clarity.BETWEEN}
    if found.closest and comparable:
        yield s.words("summary.kind.most_like", kind=s.words(f"type.kind.{found.closest}"))
        yield s.words(f"type.study_name.{found.closest}")
    if found.clarity != Clarity.CLEAR:
        yield s.words(f"summary.kind.{found.clarity}")
    # A zero is not told: what is not here may be private.
    reasons = [reason_text(r, s.words) for r in found.reasons if r.values["count"]]
    if comparable and reasons:
        yield s.words("summary.kind.why")
        yield " ".join(f"“{reason}”" for reason in reasons)
    if comparable and found.agreement is not None:
        yield s.words("summary.kind.agreement", tenths=round(found.agreement * 10))
    if comparable and s.map.type_view.fits:
        yield s.words(f"summary.kind.fits.{s.map.type_view.fits}")
    yield s.words("summary.kind.from_this")
    yield s.words("type.limits")


# The order a practitioner reads in: what the person says and marks first, detail after it.
_IN_ORDER: tuple[tuple[Part, Callable[[Source], Iterator[Section]]], ...] = (
    (Part.WORDS, _words),
    (Part.MATTERS, _matters),
    (Part.HELPS, _helps),
    (Part.GIVES, _gives),
    (Part.MISSING, _missing),
    (Part.NEXT_STEP, _next_step),
    (Part.PICTURE, _picture),
    (Part.LIST, _list),
    (Part.HARDER, _harder),
    (Part.REFLECTIONS, _reflections),
    (Part.TYPE, _type),
)


def _names(connections: Iterable[Connection]) -> tuple[str, ...]:
    return tuple(c.name for c in connections)


def _quotes(*said: tuple[str, str | None]) -> tuple[Quote, ...]:
    return tuple(Quote(label, text.strip()) for label, text in said if text and text.strip())


def _clusters(*told: tuple[str, tuple[Entry, ...]]) -> tuple[Cluster, ...]:
    return tuple(Cluster(title, entries) for title, entries in told if entries)


def _groups(told: Iterable[tuple[str, list[Connection]]]) -> tuple[Group, ...]:
    return tuple(Group(label, _names(those)) for label, those in told if those)


def _by_support(
    s: Source, table: str, supports: Callable[[Connection], tuple[Support, ...]]
) -> tuple[Group, ...]:
    return _groups(
        (
            s.words(f"summary.{table}.{support}"),
            [c for c in s.map.connections if support in supports(c)],
        )
        for support in Support
    )


def _one_by_one(s: Source) -> tuple[Cluster, ...]:
    return _clusters(
        *(
            (
                s.words(f"kinds.{kind}"),
                tuple(_entry(s, c, n) for n, c in enumerate(s.map.of_kind(kind), start=1)),
            )
            for kind in Kind
        )
    )


def _short_words(s: Source) -> tuple[str, ...]:
    """What the shortest words in the list stand for, where they are used."""
    part = any(c.closeness and c.kind != Kind.PERSON for c in s.map.connections)
    used = {"part": part, "new": any(c.new for c in s.map.connections)}
    said = " ".join(s.words(f"summary.short.{word}") for word, is_used in used.items() if is_used)
    return (said,) if said else ()


def _entry(s: Source, c: Connection, number: int) -> Entry:
    rings = "closeness.person" if c.kind == Kind.PERSON else "summary.part"
    tables = {Kind.PERSON: "relation", Kind.PLACE: "place", Kind.ACTIVITY: "activity"}
    what = c.relation if c.kind == Kind.PERSON else c.type
    others = ", ".join(_names(s.map.linked(c.id)))
    facts = (
        s.words(f"{tables[c.kind]}.short.{what}") if what and s.names != Names.ROLES else "",
        s.words(f"{rings}.{c.closeness.value}") if c.closeness else "",
        s.words(f"often.{c.often}") if c.often else "",
        s.words(f"effect.{c.effect}") if c.effect else "",
        s.words("summary.fact.new") if c.new else "",
        s.words("summary.fact.with", names=others) if others else "",
    )
    return Entry(
        c.kind,
        c.name,
        c.effect,
        tuple(fact for fact in facts if fact),
        number=number if c.id in s.numbered else None,
    )


def _figures(s: Source, m: Measures) -> tuple[str, ...]:
    """How many of each; a zero is not told, since what is not here may be private."""
    known = {"family": m.family, "friends": m.friends, "practitioners": m.practitioners}
    others = (m.people or 0) - sum(count or 0 for count in known.values())
    counts = {
        "family": m.family,
        "friends": m.friends,
        "wider" if any(known.values()) else "people": others,
        "practitioners": m.practitioners,
        "places": m.places,
        "activities": m.activities,
    }
    figures = [s.words(f"summary.figure.{k}", count=int(n)) for k, n in counts.items() if n]
    return (s.words("summary.figures", figures=", ".join(figures)),) if figures else ()


def _marks_drawn(s: Source) -> tuple[str, ...]:
    """The keys of what needs explaining in the picture."""
    drawn, effects = s.map.connections, {c.effect for c in s.map.connections}
    found = {
        "ring": any(c.closeness for c in drawn),
        "helps": Effect.HELPS in effects,
        "mixed": Effect.MIXED in effects,
        "drains": Effect.DRAINS in effects,
        "matters": any(c.matters for c in drawn),
        "new": any(c.new for c in drawn),
        "link": bool(s.map.links),
        "number": bool(s.numbered),
    }
    return tuple(mark for mark, is_drawn in found.items() if is_drawn)
