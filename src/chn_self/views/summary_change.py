"""What a summary says of an earlier map: what was said both times, and what is new on this one."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from chn_self.domain.comparison import Comparison, Pair
from chn_self.domain.connection import Connection, Effect
from chn_self.domain.share import Part
from chn_self.views.comparison_sections import changes
from chn_self.views.days import in_words
from chn_self.views.summary_facts import Group, Quote, Section
from chn_self.views.summary_source import Source
from chn_self.views.words import Words

# What was said of one by button, in the order in which it is told.
_TOLD = ("effect", "closeness", "often", "relation", "type")


def change(s: Source) -> Iterator[Section]:
    """One section, or none where there is no earlier map or nothing to say of it."""
    if s.since is None:
        return
    found = _called(s.since, s)
    groups, quotes = tuple(_groups(found, s)), tuple(_quotes(found, s.words))
    if groups or quotes:
        lines = tuple(_lines(found, s.words))
        title = s.words("summary.change.title")
        yield Section(Part.CHANGE, title, lines=lines, groups=groups, quotes=quotes)


def _called(found: Comparison, s: Source) -> Comparison:
    """With the names that the map now shows, and none that the one before had."""
    names = {c.id: c.name for c in s.map.connections}

    def called(c: Connection) -> Connection:
        return replace(c, name=names[c.id])

    return replace(
        found,
        matched=tuple(Pair(called(p.before), called(p.now)) for p in found.matched),
        new_here=tuple(map(called, found.new_here)),
    )


def _lines(found: Comparison, words: Words) -> Iterator[str]:
    if found.before.as_of is not None:
        day = in_words(date.fromisoformat(found.before.as_of), words)
        yield words("summary.change.day", date=day)
    if found.before.usual is False:
        yield words("summary.change.hard_then")
    yield words("compare.moment")


def _groups(found: Comparison, s: Source) -> Iterator[Group]:
    """What is new here, what matters, and what was said of one both times and is not the same."""
    words, pairs = s.words, found.matched
    yield from _group(words("summary.change.new_here"), found.new_here)
    if Part.MATTERS in s.choices.parts:
        both = [p.now for p in pairs if p.before.matters and p.now.matters]
        now = [p.now for p in pairs if p.now.matters and not p.before.matters]
        then = [p.now for p in pairs if p.before.matters and not p.now.matters]
        yield from _group(words("compare.star_both"), both)
        yield from _group(words("compare.star_now"), now)
        yield from _group(words("compare.star_then"), then)
    helps = [p.now for p in pairs if p.before.effect == p.now.effect == Effect.HELPS]
    yield from _group(words("compare.helps_both"), helps)
    for key in _TOLD:
        yield from changes([p for p in pairs if _said(p, key)], words, key)


def _said(pair: Pair, key: str) -> bool:
    """Whether it was answered both times: what one map leaves out is not told as unsaid."""
    return getattr(pair.before, key) is not None and getattr(pair.now, key) is not None


def _quotes(found: Comparison, words: Words) -> Iterator[Quote]:
    """What the person wrote then, and does not write now."""
    before, now, step = found.before, found.now, found.before.next_step
    here = {m.text for m in now.missing}
    written = [("hope", before.hope if before.hope != now.hope else None)]
    written += [("missing", m.text) for m in before.missing if m.text not in here]
    # A step that is still the same is told of with the next step.
    if step is not None and not found.same_step:
        written.append((f"step.{step.how_it_went or 'untold'}", step.what))
    for key, text in written:
        if text and text.strip():
            yield Quote(words(f"summary.change.{key}"), text.strip())


def _group(label: str, connections: Iterable[Connection]) -> Iterator[Group]:
    names = tuple(c.name for c in connections)
    if names:
        yield Group(label, names)
