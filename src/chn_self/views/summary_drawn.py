"""The connections of a summary one by one, and what goes with their picture."""

from chn_self.domain.connection import Connection, Effect, Kind
from chn_self.domain.measures import measure
from chn_self.domain.share import Names
from chn_self.views.summary_facts import Cluster, Entry
from chn_self.views.summary_source import Source


def one_by_one(s: Source) -> tuple[Cluster, ...]:
    """Every connection with what was answered of it by button, by kind."""
    return tuple(
        Cluster(
            s.words(f"kinds.{kind}"),
            tuple(_entry(s, c, number) for number, c in enumerate(s.map.of_kind(kind), start=1)),
        )
        for kind in Kind
        if s.map.of_kind(kind)
    )


def short_words(s: Source) -> tuple[str, ...]:
    """What the shortest words in the list stand for, where they are used."""
    part = any(c.closeness and c.kind != Kind.PERSON for c in s.map.connections)
    used = {"part": part, "new": any(c.new for c in s.map.connections)}
    said = " ".join(s.words(f"summary.short.{word}") for word, is_used in used.items() if is_used)
    return (said,) if said else ()


def _entry(s: Source, c: Connection, number: int) -> Entry:
    rings = "closeness.person" if c.kind == Kind.PERSON else "summary.part"
    tables = {Kind.PERSON: "relation", Kind.PLACE: "place", Kind.ACTIVITY: "activity"}
    what = c.relation if c.kind == Kind.PERSON else c.type
    others = s.words.comma.join(c.name for c in s.map.linked(c.id))
    facts = (
        s.words(f"{tables[c.kind]}.short.{what}")
        if what and s.choices.names != Names.ROLES
        else "",
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
        (c.note or "").strip(),
        number=number if c.id in s.numbered else None,
    )


def figures(s: Source) -> tuple[str, ...]:
    """How many of each; a zero is not told, since what is not here may be private."""
    m = measure(s.map)
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
    told = [s.words(f"summary.figure.{k}", count=int(n)) for k, n in counts.items() if n]
    return (s.words("summary.figures", figures=s.words.comma.join(told)),) if told else ()


def key(s: Source) -> tuple[str, ...]:
    """What the marks in the picture mean, of those that are in it."""
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
    return tuple(s.words(f"summary.key.{mark}") for mark, is_drawn in found.items() if is_drawn)
