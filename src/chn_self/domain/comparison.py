"""Two maps of one person held against each other: the same ones, what is new, what is otherwise."""

from collections.abc import Collection
from dataclasses import dataclass

from chn_self.domain.connection import Connection
from chn_self.domain.matching import Ends, Matching, folded
from chn_self.domain.personal_map import PersonalMap

# What was said of one by button: what matters and effect lead.
SAID = ("matters", "effect", "closeness", "relation", "type", "often", "new")


@dataclass(frozen=True, slots=True)
class Pair:
    """One that is on both maps, or may be: as it was before, and as it is now."""

    before: Connection
    now: Connection

    @property
    def nearer(self) -> int:
        """By how many rings it is nearer now, below 0 further; 0 if that was not said of both."""
        if self.before.closeness is None or self.now.closeness is None:
            return 0
        return self.before.closeness - self.now.closeness

    @property
    def changed(self) -> tuple[str, ...]:
        """What is said otherwise of it now, in the order of `SAID`, and last its name."""
        said = [key for key in SAID if _answer(self.before, key) != _answer(self.now, key)]
        if folded(self.before.name) != folded(self.now.name):
            said.append("name")
        return tuple(said)


@dataclass(frozen=True, slots=True)
class Comparison:
    """A map before and a map now; every connection of either is in exactly one of the four.

    `matched` are on both; `new_here` are on the map now alone, `not_here` on the one before alone;
    `perhaps_same` are pairs that only the person can tell. Each is in the order of its map.
    """

    before: PersonalMap
    now: PersonalMap
    matched: tuple[Pair, ...]
    new_here: tuple[Connection, ...]
    not_here: tuple[Connection, ...]
    perhaps_same: tuple[Pair, ...]

    @property
    def nearer(self) -> tuple[Pair, ...]:
        """Those that stand on a nearer ring now."""
        return tuple(pair for pair in self.matched if pair.nearer > 0)

    @property
    def further(self) -> tuple[Pair, ...]:
        """Those that stand on a ring further out now."""
        return tuple(pair for pair in self.matched if pair.nearer < 0)

    @property
    def changed(self) -> tuple[Pair, ...]:
        """Those of which anything is said otherwise now, how close they are among it."""
        return tuple(pair for pair in self.matched if pair.changed)

    @property
    def alike(self) -> bool:
        """Whether nothing that is compared differs."""
        differ = (self.new_here, self.not_here, self.perhaps_same, self.changed)
        return not any(differ) and _hopes(self.before) == _hopes(self.now)

    @property
    def same_step(self) -> bool:
        """Whether the next step of the map before still is the one of the map now."""
        before, now = self.before.next_step, self.now.next_step
        if before is None or now is None or not before.what or not now.what:
            return False
        return folded(before.what) == folded(now.what)


def compare(
    before: PersonalMap,
    now: PersonalMap,
    *,
    same: Collection[Ends] = (),
    apart: Collection[Ends] = (),
) -> Comparison:
    """Hold two maps against each other.

    Connections are the same where the person said so; else by id, if the kind is the same too;
    else by kind and name, if only one on each map has them. `same` and `apart` are what the
    person said; ends that are not there, or are of two kinds, say nothing. Each copy to share
    numbers its connections anew, so that between it and another map an id says nothing either.
    """
    matching = Matching(before, now, apart)
    matching.take(same)
    if before.id == now.id or not (before.is_copy or now.is_copy):
        matching.take((c.id, c.id) for c in now.connections)
    matching.take(matching.by_name())
    perhaps = matching.perhaps()
    told = {*matching.found, *perhaps}
    ids_before, ids_now = {was for was, _ in told}, {is_ for _, is_ in told}
    return Comparison(
        before,
        now,
        matched=_pairs(before, now, matching.found),
        new_here=tuple(c for c in now.connections if c.id not in ids_now),
        not_here=tuple(c for c in before.connections if c.id not in ids_before),
        perhaps_same=_pairs(before, now, perhaps),
    )


def _pairs(before: PersonalMap, now: PersonalMap, ends: Collection[Ends]) -> tuple[Pair, ...]:
    was = {c.id: c for c in before.connections}
    by_now = {is_: was[id] for id, is_ in ends}
    return tuple(Pair(by_now[c.id], c) for c in now.connections if c.id in by_now)


def _hopes(map_: PersonalMap) -> tuple[str, ...]:
    """The hope and what is missing; an empty text is none."""
    return map_.hope or "", *(m.text for m in map_.missing if m.text)


def _answer(c: Connection, key: str) -> object:
    """What was said; a star that was not given and a "no" to it are the same, and so with "new"."""
    answer = getattr(c, key)
    return bool(answer) if key in {"matters", "new"} else answer
