"""Synthetic cohorts of whole maps, drawn from the assumptions."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

import numpy as np
import numpy.typing as npt

from chn_self.domain.connection import (
    ActivityType,
    Closeness,
    Connection,
    Effect,
    Kind,
    Often,
    PlaceType,
    Relation,
    Support,
)
from chn_self.domain.measures import (
    AS_DESIGNED,
    MEASURES,
    PRACTITIONERS,
    RESOURCES,
    Reading,
    measure,
)
from chn_self.domain.personal_map import PersonalMap
from chn_self.domain.trained_types import NetworkType
from model.assumptions import Assumptions

COUNTED = ("family", "friends", "wider", "practitioners", "places", "activities")

# Looked through for every person: a tuple is many times faster than the enumeration itself.
SUPPORTS = tuple(Support)

T = TypeVar("T")
Rows = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Member:
    """A generated map and the type it was drawn from."""

    type: NetworkType
    map: PersonalMap


@dataclass(frozen=True, slots=True)
class Weighted(Generic[T]):
    """Things to draw from, by weight."""

    things: tuple[T, ...]
    edges: Rows

    def draw(self, rng: np.random.Generator, size: int) -> list[T]:
        """That many things, each drawn by itself."""
        found = np.searchsorted(self.edges, rng.random(size), side="right")
        return [self.things[i] for i in found]


@dataclass(frozen=True, slots=True)
class Recipe:
    """What is needed to draw maps of one type: the assumptions, looked up once."""

    counts: Mapping[str, tuple[float, float]]
    uncounted: Mapping[Relation, float]
    partner: float
    peer_workers: float
    home: float
    wider: Weighted[Relation]
    places: Weighted[PlaceType]
    activities: Weighted[ActivityType]
    closeness: Weighted[Closeness]
    often: Weighted[Often]
    effect: Weighted[Effect]
    new: tuple[float, float]
    receives: Mapping[Support, float]
    practitioner_support: float
    giving: float
    week_at_home: float
    satisfaction: float
    answer_spread: float
    away: float


def generate(rng: np.random.Generator, assumptions: Assumptions, size: int) -> list[Member]:
    """Draw a cohort of completely answered maps."""
    recipes = {t: _recipe(assumptions, t) for t in NetworkType}
    types = _weighted(tuple(NetworkType), assumptions.table("generator.share_of_type"))
    return [
        Member(t, draw_map(rng, recipes[t], f"map-{i}"))
        for i, t in enumerate(types.draw(rng, size))
    ]


def draw_map(rng: np.random.Generator, recipe: Recipe, map_id: str) -> PersonalMap:
    """Draw one map, every question answered and every list complete."""
    relations, places, activities = _draw_ties(rng, recipe)
    away = bool(rng.random() < recipe.away)
    home, content = _draw_answers(rng, recipe)
    return PersonalMap(
        id=map_id,
        connections=_draw_connections(rng, recipe, relations, places, activities),
        complete=tuple(Kind),
        support_answered=tuple(Support),
        week_at_home=None if away else home,
        away=away,
        satisfaction=content,
    )


def measure_rows(
    maps: Iterable[PersonalMap],
    names: Sequence[str] = MEASURES,
    reading: Reading = AS_DESIGNED,
) -> Rows:
    """The named measures of maps under a reading, a row each, nan where not answered."""
    measured = [measure(m, reading) for m in maps]
    rows = [[getattr(m, name) for name in names] for m in measured]
    return np.array(rows, dtype=np.float64).reshape(len(rows), len(names))


def _draw_ties(
    rng: np.random.Generator, recipe: Recipe
) -> tuple[list[Relation], list[PlaceType], list[ActivityType]]:
    counts = {
        name: int(rng.negative_binomial(r, r / (r + mean)))
        for name, (mean, r) in recipe.counts.items()
    }
    family = [Relation.FAMILY] * counts["family"]
    if family and rng.random() < recipe.partner:
        family[0] = Relation.PARTNER
    # With the study some peer workers may have been people from a group, not workers.
    peers = int(rng.binomial(counts["practitioners"], recipe.peer_workers))
    uncounted = [r for r, mean in recipe.uncounted.items() for _ in range(rng.poisson(mean))]
    relations = [
        *family,
        *[Relation.FRIEND] * counts["friends"],
        *recipe.wider.draw(rng, counts["wider"]),
        *[Relation.PRACTITIONER] * (counts["practitioners"] - peers),
        *[Relation.GROUP] * peers,
        *uncounted,
    ]
    places = recipe.places.draw(rng, counts["places"])
    if places and rng.random() < recipe.home:
        places[0] = PlaceType.HOME
    return relations, places, recipe.activities.draw(rng, counts["activities"])


def _draw_connections(
    rng: np.random.Generator,
    recipe: Recipe,
    relations: list[Relation],
    places: list[PlaceType],
    activities: list[ActivityType],
) -> tuple[Connection, ...]:
    size = len(relations) + len(places) + len(activities)
    new = rng.random(size) < rng.beta(*recipe.new)
    what: list[tuple[Kind, Relation | None, PlaceType | ActivityType | None]] = [
        *((Kind.PERSON, relation, None) for relation in relations),
        *((Kind.PLACE, None, type_) for type_ in places),
        *((Kind.ACTIVITY, None, type_) for type_ in activities),
    ]
    support = rng.random((len(relations), 2, len(Support))).tolist()
    drawn = zip(
        what,
        recipe.closeness.draw(rng, size),
        recipe.often.draw(rng, size),
        recipe.effect.draw(rng, size),
        new.tolist(),
        strict=True,
    )
    return tuple(
        Connection(
            id=f"{kind}-{i}",
            kind=kind,
            name=f"{kind} {i}",
            relation=relation,
            type=type_,
            closeness=closeness,
            often=often,
            effect=effect,
            new=is_new,
            gives=_gives(recipe, relation, support[i][0]) if relation else (),
            receives=_receives(recipe, relation, support[i][1]) if relation else (),
        )
        for i, ((kind, relation, type_), closeness, often, effect, is_new) in enumerate(drawn)
    )


def _gives(recipe: Recipe, relation: Relation, chances: list[float]) -> tuple[Support, ...]:
    if relation in PRACTITIONERS:
        return ()
    return tuple(s for s, x in zip(SUPPORTS, chances, strict=True) if x < recipe.giving)


def _receives(recipe: Recipe, relation: Relation, chances: list[float]) -> tuple[Support, ...]:
    worker = relation in PRACTITIONERS
    return tuple(
        s
        for s, x in zip(SUPPORTS, chances, strict=True)
        if x < (recipe.practitioner_support if worker else recipe.receives[s])
    )


def _draw_answers(rng: np.random.Generator, recipe: Recipe) -> tuple[int, int]:
    drawn = rng.normal((recipe.week_at_home, recipe.satisfaction), recipe.answer_spread)
    home, content = np.clip(np.rint(drawn), 1, 5)
    return int(home), int(content)


def _recipe(assumptions: Assumptions, type_: NetworkType) -> Recipe:
    def mean(name: str) -> float:
        return assumptions.by_type(f"generator.{name}")[type_]

    def weights(name: str) -> Mapping[str, float]:
        return assumptions.table(f"generator.{name}")

    share, concentration = mean("new_share"), assumptions.number("generator.new_concentration")
    wider = tuple(Relation(name) for name in weights("wider_relation"))
    places = tuple(PlaceType(name) for name in weights("place_type"))
    everyday, health = mean("everyday_support"), mean("health_support")
    return Recipe(
        counts={name: (mean(name), weights("dispersion")[name]) for name in COUNTED},
        uncounted={Relation(name): m for name, m in weights("uncounted").items()},
        partner=mean("partner"),
        peer_workers=assumptions.number("generator.peer_workers"),
        home=assumptions.number("generator.home"),
        wider=_weighted(wider, weights("wider_relation")),
        places=_weighted(places, weights("place_type")),
        activities=_weighted(tuple(ActivityType), weights("activity_type")),
        closeness=_weighted(tuple(Closeness), weights("closeness")),
        often=_weighted(tuple(Often), weights("often")),
        effect=_weighted(tuple(Effect), weights("effect")),
        new=(share * concentration, (1 - share) * concentration),
        receives={s: everyday if s in RESOURCES else health for s in Support},
        practitioner_support=assumptions.number("generator.practitioner_support"),
        giving=assumptions.number("generator.giving"),
        week_at_home=mean("week_at_home"),
        satisfaction=mean("satisfaction"),
        answer_spread=assumptions.number("generator.answer_spread"),
        away=assumptions.number("generator.away"),
    )


def _weighted(things: tuple[T, ...], weights: Mapping[str, float]) -> Weighted[T]:
    found = np.array([weights[str(thing)] for thing in things])
    return Weighted(things, np.cumsum(found / found.sum())[:-1])
