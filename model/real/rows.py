"""One row of a cohort of real people, what it may hold, and the map it stands for."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import astuple, dataclass

from chn_self.domain.connection import Connection, Kind, Relation, Support
from chn_self.domain.measures import RESOURCES
from chn_self.domain.personal_map import MOST_CONNECTIONS, PersonalMap
from model.cohort import COUNTED

PLAIN_COUNTS = (*COUNTED, "new")

# The lowest and the highest answer of each column that may be left blank; None where the row
# itself says how many there can be.
ANSWERS: Mapping[str, tuple[int, int | None]] = {
    "week_at_home": (1, 5),
    "satisfaction": (1, 5),
    "resources": (0, len(RESOURCES)),
    "health_resources": (0, None),
}

EVERYDAY = tuple(support for support in Support if support in RESOURCES)


@dataclass(frozen=True, slots=True)
class Row:
    """How many connections of each sort one person has, and their answers; None if not answered.

    `new` is how many of all these connections began in the last year, `week_at_home` and
    `satisfaction` run from 1 to 5, `resources` from 0 to 4 kinds of everyday support, and
    `health_resources` counts the family, friends and wider contacts who help with health.
    """

    family: int
    friends: int
    wider: int
    practitioners: int
    places: int
    activities: int
    new: int
    week_at_home: int | None = None
    satisfaction: int | None = None
    resources: int | None = None
    health_resources: int | None = None

    @property
    def informal(self) -> int:
        """Everyone but practitioners."""
        return self.family + self.friends + self.wider

    @property
    def people(self) -> int:
        """Everyone."""
        return self.informal + self.practitioners

    @property
    def connections(self) -> int:
        """People, places and activities together."""
        return self.people + self.places + self.activities


def disagreements(row: Row) -> Iterator[tuple[str | None, str]]:
    """What cannot be true of one person at once: the column (None for the row) and why."""
    if row.connections > MOST_CONNECTIONS:
        yield None, f"expected at most {MOST_CONNECTIONS} connections in all"
    if row.new > row.connections:
        yield "new", f"expected at most {row.connections}, as many as all connections in this row"
    if row.resources and not row.informal:
        yield "resources", "expected 0, with no family, friends or wider to give any"
    if (row.health_resources or 0) > row.informal:
        yield "health_resources", f"expected at most {row.informal}, as many as could give help"


def in_fixed_order(rows: Iterable[Row]) -> tuple[Row, ...]:
    """The rows sorted by what they hold, since the order of a file says nothing."""
    return tuple(sorted(rows, key=lambda row: [-1 if x is None else x for x in astuple(row)]))


def map_of(row: Row, map_id: str) -> PersonalMap:
    """The completely listed map of a person with exactly these counts and answers.

    A row does not say which connections are new or who gives what, so both are spread as evenly
    as can be: whatever part of the map is then left out, the rest is like the whole.
    """
    people = (
        *[Relation.FAMILY] * row.family,
        *[Relation.FRIEND] * row.friends,
        *[Relation.OTHER] * row.wider,
        *[Relation.PRACTITIONER] * row.practitioners,
    )
    kinds: tuple[tuple[Kind, Relation | None], ...] = (
        *((Kind.PERSON, relation) for relation in people),
        *[(Kind.PLACE, None)] * row.places,
        *[(Kind.ACTIVITY, None)] * row.activities,
    )
    new, receives = _spread(row.new, row.connections), _receives(row)
    return PersonalMap(
        id=map_id,
        connections=tuple(
            Connection(
                id=f"{kind}-{i}",
                kind=kind,
                name=f"{kind} {i}",
                relation=relation,
                new=new[i],
                receives=receives[i] if i < row.informal else (),
            )
            for i, (kind, relation) in enumerate(kinds)
        ),
        complete=tuple(Kind),
        support_answered=(
            *(EVERYDAY if row.resources is not None else ()),
            *((Support.HEALTH,) if row.health_resources is not None else ()),
        ),
        week_at_home=row.week_at_home,
        satisfaction=row.satisfaction,
    )


def _receives(row: Row) -> list[tuple[Support, ...]]:
    """What each informal tie gives: every kind from another one, as long as there are others."""
    kinds = EVERYDAY[: row.resources or 0]
    health = _spread(row.health_resources or 0, row.informal)
    return [
        (*kinds[i :: row.informal], *((Support.HEALTH,) if helps else ()))
        for i, helps in enumerate(health)
    ]


def _spread(some: int, among: int) -> list[bool]:
    """So many of a list, as evenly apart as can be."""
    return [(i + 1) * some // among > i * some // among for i in range(among)]
