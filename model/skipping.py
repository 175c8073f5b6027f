"""What people leave out: maps with questions, steps or the rest of a list skipped."""

from collections.abc import Iterable, Set
from dataclasses import replace

import numpy as np

from chn_self.domain.connection import Connection, Kind, Support
from chn_self.domain.personal_map import PersonalMap
from model.assumptions import Assumptions


def draw_chance(rng: np.random.Generator, assumptions: Assumptions) -> float:
    """How likely one person is to skip a question."""
    least, most = assumptions.number("skipping.least"), assumptions.number("skipping.most")
    return float(rng.uniform(least, most))


def skip(rng: np.random.Generator, map_: PersonalMap, chance: float) -> PersonalMap:
    """Leave out each step and each question with this chance.

    A skipped step leaves no connection of its kind and does not make the kind complete; a kind
    that is there may still not be said to be complete. Each kind of support is a question about
    all people at once: skipped, nobody gives or receives any of it. Nor is a kind answered that
    only people of a skipped step gave: nobody said "no one".
    """
    steps = {kind for kind in Kind if rng.random() >= chance}
    complete = tuple(kind for kind in map_.complete if kind in steps and rng.random() >= chance)
    kept = [c for c in map_.connections if c.kind in steps]
    lost = (rng.random((len(kept), 2)) < chance).tolist()
    supports = {support for support in Support if rng.random() >= chance}
    return replace(
        map_,
        connections=tuple(
            _without(c, relation, new, supports)
            for c, (relation, new) in zip(kept, lost, strict=True)
        ),
        complete=complete,
        support_answered=_among(_still_answered(map_, kept), supports),
        week_at_home=None if rng.random() < chance else map_.week_at_home,
        satisfaction=None if rng.random() < chance else map_.satisfaction,
    )


def stop_early(rng: np.random.Generator, map_: PersonalMap, chance: float) -> PersonalMap:
    """Leave off the end of every list, about this share of it, with no list complete.

    Nobody lists their connections in the order of our generator, so which ones are left off is
    drawn at random.
    """
    kept = rng.random(len(map_.connections)) >= chance
    connections = tuple(c for c, keep in zip(map_.connections, kept, strict=True) if keep)
    answered = _still_answered(map_, connections)
    return replace(map_, connections=connections, complete=(), support_answered=answered)


def _still_answered(map_: PersonalMap, kept: Iterable[Connection]) -> tuple[Support, ...]:
    """The kinds of support that stay answered with these connections alone, as on the page."""
    void = _received(map_.connections) - _received(kept)
    return tuple(support for support in map_.support_answered if support not in void)


def _received(connections: Iterable[Connection]) -> Set[Support]:
    return {support for c in connections for support in c.receives}


def _without(
    connection: Connection, relation: bool, new: bool, supports: Set[Support]
) -> Connection:
    return replace(
        connection,
        relation=None if relation else connection.relation,
        new=None if new else connection.new,
        gives=_among(connection.gives, supports),
        receives=_among(connection.receives, supports),
    )


def _among(found: tuple[Support, ...], supports: Set[Support]) -> tuple[Support, ...]:
    return tuple(support for support in found if support in supports)
