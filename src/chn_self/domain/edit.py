"""Total functions that return a new map; an id that is not on the map changes nothing."""

from collections.abc import Iterable
from dataclasses import replace

from chn_self.domain.connection import Closeness, Connection, Kind, Support
from chn_self.domain.personal_map import (
    MOST_CONNECTIONS,
    MOST_LINKS,
    Link,
    Missing,
    PersonalMap,
    Reflection,
)


def add(map_: PersonalMap, connections: Iterable[Connection]) -> PersonalMap:
    """Put connections at the end; repeated ids and any past the most a map holds are not added."""
    known = {c.id for c in map_.connections}
    fresh: list[Connection] = []
    for connection in connections:
        if connection.id not in known and len(known) < MOST_CONNECTIONS:
            known.add(connection.id)
            fresh.append(connection)
    return replace(map_, connections=(*map_.connections, *fresh)) if fresh else map_


def change(map_: PersonalMap, connection: Connection) -> PersonalMap:
    """Put this connection in place of the one with its id."""
    return replace(
        map_,
        connections=tuple(connection if c.id == connection.id else c for c in map_.connections),
    )


def remove(map_: PersonalMap, id: str) -> PersonalMap:
    """Take a connection off with its links; what was written about it stays.

    A kind of support that only this one gave is not answered again: nobody said "no one".
    """
    removed = map_.connection(id)
    if removed is None:
        return map_
    left = tuple(c for c in map_.connections if c.id != id)
    void = {*removed.receives} - {s for c in left for s in c.receives}
    return replace(
        map_,
        connections=left,
        support_answered=tuple(s for s in map_.support_answered if s not in void),
        links=tuple(link for link in map_.links if id not in link.ends),
        reflections=tuple(
            replace(r, about=tuple(a for a in r.about if a != id)) for r in map_.reflections
        ),
    )


def move(map_: PersonalMap, id: str, by: int) -> PersonalMap:
    """Move a connection earlier (by < 0) or later on its ring, no further than the ends.

    It passes those of its kind and closeness; all others keep their places.
    """
    moved = map_.connection(id)
    if moved is None:
        return map_
    ring = [c for c in map_.of_kind(moved.kind) if c.closeness == moved.closeness]
    at = ring.index(moved)
    ring.insert(min(max(at + by, 0), len(ring) - 1), ring.pop(at))
    return _reordered(map_, ring)


def place(map_: PersonalMap, id: str, closeness: Closeness, before: str | None) -> PersonalMap:
    """Put a connection on a ring, just before another of its kind, or after all of them."""
    placed = map_.connection(id)
    if placed is None or before == id:
        return map_
    order = [c for c in map_.of_kind(placed.kind) if c.id != id]
    at = next((i for i, c in enumerate(order) if c.id == before), len(order))
    order.insert(at, replace(placed, closeness=closeness))
    return _reordered(map_, order)


def _reordered(map_: PersonalMap, order: Iterable[Connection]) -> PersonalMap:
    """With these, which are on the map, in this order in the places that they hold together."""
    ordered = list(order)
    ids = {c.id for c in ordered}
    following = iter(ordered)
    return replace(
        map_,
        connections=tuple(next(following) if c.id in ids else c for c in map_.connections),
    )


def link(map_: PersonalMap, a: str, b: str) -> PersonalMap:
    """Say that two connections go together; once is enough, and nothing goes with itself."""
    ids = {c.id for c in map_.connections}
    known = any(other.ends == {a, b} for other in map_.links)
    if a == b or not {a, b} <= ids or known or len(map_.links) >= MOST_LINKS:
        return map_
    return replace(map_, links=(*map_.links, Link(a, b)))


def unlink(map_: PersonalMap, a: str, b: str) -> PersonalMap:
    """Say that two connections do not go together after all."""
    return replace(map_, links=tuple(other for other in map_.links if other.ends != {a, b}))


def mark_complete(map_: PersonalMap, kind: Kind, complete: bool) -> PersonalMap:
    """Say whether all that the person wants of this kind is on the map."""
    kinds = {*map_.complete} - {kind} | ({kind} if complete else set())
    return replace(map_, complete=tuple(k for k in Kind if k in kinds))


def answer_support(map_: PersonalMap, support: Support, from_ids: Iterable[str]) -> PersonalMap:
    """Say who gives the ego this support; nobody is an answer."""
    givers = frozenset(from_ids)
    return replace(
        map_,
        connections=tuple(
            replace(c, receives=_with(c.receives, support, c.id in givers))
            if c.kind == Kind.PERSON
            else c
            for c in map_.connections
        ),
        support_answered=_with(map_.support_answered, support, True),
    )


def give_support(map_: PersonalMap, id: str, support: Support, gives: bool) -> PersonalMap:
    """Say whether the ego gives this person this support."""
    return replace(
        map_,
        connections=tuple(
            replace(c, gives=_with(c.gives, support, gives))
            if c.id == id and c.kind == Kind.PERSON
            else c
            for c in map_.connections
        ),
    )


def write_missing(map_: PersonalMap, at: int, text: str) -> PersonalMap:
    """Write the missing thing at this place; past the end adds one, empty removes it."""
    entries = list(map_.missing)
    if 0 <= at < len(entries):
        entries[at : at + 1] = [replace(entries[at], text=text)] if text else []
    elif text:
        entries.append(Missing(text))
    return replace(map_, missing=tuple(entries))


def write_reflection(
    map_: PersonalMap, prompt: str, about: tuple[str, ...], text: str
) -> PersonalMap:
    """Keep what was written to a prompt about these connections; empty text takes it away."""
    kept = list(map_.reflections)
    at = next((i for i, r in enumerate(kept) if (r.prompt, r.about) == (prompt, about)), len(kept))
    earlier = kept[at] if at < len(kept) else Reflection(prompt, about)
    kept[at : at + 1] = [replace(earlier, text=text)] if text else []
    return replace(map_, reflections=tuple(kept))


def _with(supports: tuple[Support, ...], support: Support, present: bool) -> tuple[Support, ...]:
    chosen = {*supports} - {support} | ({support} if present else set())
    return tuple(s for s in Support if s in chosen)
