"""Maps of many connections, the same every time, to measure on."""

import random

from chn_self.domain.connection import (
    ActivityType,
    Closeness,
    Connection,
    Effect,
    Kind,
    Often,
    PlaceType,
    Relation,
)
from chn_self.domain.edit import link
from chn_self.domain.personal_map import PersonalMap


def large_map(connections: int, links: int, *, complete: bool = True) -> PersonalMap:
    """A map of this many connections and links, the same every time."""
    rng = random.Random(connections)
    made = PersonalMap(
        id=f"bench-{connections}",
        as_of="2026-11-24",
        connections=tuple(_connection(rng, i) for i in range(connections)),
        complete=tuple(Kind) if complete else (),
    )
    ids = [c.id for c in made.connections]
    while len(made.links) < links:
        made = link(made, *rng.sample(ids, 2))
    return made


def _connection(rng: random.Random, i: int) -> Connection:
    kind = rng.choice((Kind.PERSON, Kind.PERSON, Kind.PLACE, Kind.ACTIVITY))
    types: dict[Kind, tuple[PlaceType | ActivityType, ...]] = {
        Kind.PLACE: tuple(PlaceType),
        Kind.ACTIVITY: tuple(ActivityType),
    }
    return Connection(
        id=f"c{i}",
        kind=kind,
        name=f"{kind.value.title()} number {i}",
        relation=rng.choice(tuple(Relation)) if kind == Kind.PERSON else None,
        type=rng.choice(types[kind]) if kind in types else None,
        closeness=rng.choice(tuple(Closeness)),
        often=rng.choice(tuple(Often)),
        effect=rng.choice(tuple(Effect)),
        new=rng.random() < 0.2,
        matters=rng.random() < 0.1 or None,
    )
