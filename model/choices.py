"""What may be chosen either way: the measures that enter, logs of counts, how maps are read."""

from dataclasses import dataclass

import numpy as np

from chn_self.domain.connection import PlaceType, Relation
from chn_self.domain.measures import AS_DESIGNED, FAMILY, FRIENDS, WIDER, Reading
from model.assumptions import Assumptions

# People by kind, places, activities, practitioner share and newness are what the study says its
# types incorporate. Of practitioners it names the dominance, which is read as their share; with
# their count too, workers would weigh twice. Satisfaction never enters: a bad day must not move
# the type.
CORE = (
    "family",
    "friends",
    "wider",
    "practitioner_share",
    "places",
    "activities",
    "new_share",
)
COUNTS = frozenset(
    {"family", "friends", "wider", "practitioners", "places", "activities", "health_resources"}
)

# The groups that a kind of relation may be put in, by the names the assumptions use for them.
GROUPS = {"family": FAMILY, "friends": FRIENDS, "wider": WIDER}

CLINICS_AND_HOME = frozenset({PlaceType.HEALTH_SERVICE, PlaceType.HOME})


@dataclass(frozen=True, slots=True)
class Choices:
    """The inputs, those of them of which the log enters, and the reading of a map."""

    inputs: tuple[str, ...] = CORE
    logged: frozenset[str] = COUNTS
    reading: Reading = AS_DESIGNED


OURS = Choices()


def draw_choices(rng: np.random.Generator, assumptions: Assumptions) -> Choices:
    """One way that the study, whose choices are not known, may have chosen."""
    chances = assumptions.table("ensemble.entered")
    entered = tuple(name for name, chance in chances.items() if rng.random() < chance)
    logged = rng.random() < assumptions.number("ensemble.logged")
    return Choices(
        inputs=(*CORE, *entered),
        logged=COUNTS if logged else frozenset(),
        reading=_draw_reading(rng, assumptions),
    )


def _draw_reading(rng: np.random.Generator, assumptions: Assumptions) -> Reading:
    groups = dict(GROUPS)
    for relation in (Relation.NEIGHBOUR, Relation.OTHER):
        chances = assumptions.table(f"ensemble.{relation}")
        drawn = str(rng.choice([*chances], p=[*chances.values()]))
        groups = {name: group - {relation} for name, group in groups.items()}
        groups[drawn] |= {relation}
    left_out = rng.random() < assumptions.number("ensemble.clinics_and_home_left_out")
    return Reading(**groups, uncounted_places=CLINICS_AND_HOME if left_out else frozenset())
