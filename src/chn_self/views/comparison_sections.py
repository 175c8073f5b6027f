"""The sections of a comparison, each worked out from two maps that are held against each other."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from chn_self.domain.comparison import Comparison, Pair
from chn_self.domain.connection import Connection, Effect, Kind
from chn_self.views import facts
from chn_self.views.summary_facts import Cluster, Entry, Group, Quote
from chn_self.views.words import Words

# A sentence of ours, names that one thing is said of, connections one by one, or own words.
Piece = str | Group | Cluster | Quote


def _next_step(found: Comparison, words: Words) -> Iterator[Piece]:
    step, now = found.before.next_step, found.now.next_step
    if step is None or not (step.what or step.who or step.when):
        return
    went = now.how_it_went if now and found.same_step else None
    went = went or step.how_it_went
    if went is None:
        yield words("next_step.how")
    else:
        yield words("compare.went", went=words(f"next_step.went.{went}"))
    for key, text in (("what", step.what), ("who", step.who), ("when", step.when)):
        yield from _quote(words(f"summary.step.{key}"), text)


def _moment(found: Comparison, words: Words) -> Iterator[Piece]:
    yield words("compare.moment")
    if found.before.usual is False:
        yield words("compare.hard_then")
    if found.now.usual is False:
        yield words("type.hard_time")
    if found.alike:
        yield words("compare.alike")


def _hope(found: Comparison, words: Words) -> Iterator[Piece]:
    before, now = found.before.hope, found.now.hope
    if before == now:
        yield from _quote(words("compare.then_and_now"), now)
    else:
        yield from _quote(words("compare.then"), before)
        yield from _quote(words("compare.now"), now)


def _missing(found: Comparison, words: Words) -> Iterator[Piece]:
    before, now = ([m.text for m in map_.missing] for map_ in (found.before, found.now))
    for text in now:
        yield from _quote(words("compare.then_and_now" if text in before else "compare.now"), text)
    for text in before:
        if text not in now:
            yield from _quote(words("compare.then"), text)


def _matters(found: Comparison, words: Words) -> Iterator[Piece]:
    both = [p.now for p in found.matched if p.before.matters and p.now.matters]
    now = [p.now for p in found.matched if p.now.matters and not p.before.matters]
    then = [p.now for p in found.matched if p.before.matters and not p.now.matters]
    yield from _group(words("compare.star_both"), both)
    yield from _group(words("compare.star_now"), [*now, *(c for c in found.new_here if c.matters)])
    yield from _group(words("compare.star_then"), then)
    yield from _group(words("compare.star_before"), [c for c in found.not_here if c.matters])


def _effect(found: Comparison, words: Words) -> Iterator[Piece]:
    helps = [p.now for p in found.matched if p.before.effect == p.now.effect == Effect.HELPS]
    yield from _group(words("compare.helps_both"), helps)
    yield from changes(found.matched, words, "effect")


def _changed(found: Comparison, words: Words) -> Iterator[Piece]:
    for key in ("relation", "type", "often"):
        yield from changes(found.matched, words, key)
    placed = (p for p in found.matched if not p.nearer)
    yield from changes(placed, words, "closeness")
    for key, is_new in (("now", True), ("then", False)):
        new = [p.now for p in found.matched if "new" in p.changed and bool(p.now.new) == is_new]
        yield from _group(words(f"compare.new.{key}"), new)
    for p in found.matched:
        if "name" in p.changed:
            yield Group(words("compare.renamed"), (p.before.name, p.now.name))


# What leads comes first; what is new or not here is told by kind, with all that was said of it.
SECTIONS: tuple[tuple[str, Callable[[Comparison, Words], Iterator[Piece]]], ...] = (
    ("next_step", _next_step),
    ("moment", _moment),
    ("hope", _hope),
    ("missing", _missing),
    ("matters", _matters),
    ("effect", _effect),
    ("new_here", lambda found, words: _listed(found.new_here, words)),
    ("not_here", lambda found, words: _listed(found.not_here, words)),
    ("nearer", lambda found, words: changes(found.nearer, words, "closeness")),
    ("further", lambda found, words: changes(found.further, words, "closeness")),
    ("changed", _changed),
)

# What was said, in words, by what it was said of.
_SAID: Mapping[str, Callable[[Connection, Words], str | None]] = {
    "effect": lambda c, words: words(f"effect.{c.effect}") if c.effect else None,
    "relation": facts.role,
    "type": facts.role,
    "often": lambda c, words: words(f"often.{c.often}") if c.often else None,
    "closeness": facts.closeness,
}


def changes(pairs: Iterable[Pair], words: Words, key: str) -> Iterator[Group]:
    """Those of which something else is said now, together where both answers are the same."""
    said = _SAID[key]
    changed: dict[str, list[str]] = {}
    for p in pairs:
        if key in p.changed:
            then, now = (said(c, words) or words("compare.unsaid") for c in (p.before, p.now))
            label = words("compare.then_now", then=then, now=now)
            changed.setdefault(label[:1].upper() + label[1:], []).append(p.now.name)
    for label, names in changed.items():
        yield Group(label, tuple(names))


def _listed(connections: Iterable[Connection], words: Words) -> Iterator[Cluster]:
    those = tuple(connections)
    for kind in Kind:
        entries = tuple(_entry(c, words) for c in those if c.kind == kind)
        if entries:
            yield Cluster(words(f"kinds.{kind}"), entries)


def one(when: str, c: Connection, words: Words) -> Group:
    """One of a pair that may be the same: its name and all that was said of it, then or now."""
    return Group(words(f"compare.{when}"), (c.name, *facts.facts(c, words)))


def _entry(c: Connection, words: Words) -> Entry:
    return Entry(c.kind, c.name, c.effect, facts.facts(c, words))


def _group(label: str, connections: Iterable[Connection]) -> Iterator[Group]:
    names = tuple(c.name for c in connections)
    if names:
        yield Group(label, names)


def _quote(label: str, text: str | None) -> Iterator[Quote]:
    if text and text.strip():
        yield Quote(label, text.strip())
