"""Which of the three published network types a map is most like, and how far to trust it."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt

from chn_self.domain.agreement import agreement, read_all_ways
from chn_self.domain.clarity import (
    Clarity,
    is_clear,
    stands,
    stays_clear,
    too_little,
    true_by_name,
)
from chn_self.domain.distance import answered, compare, contributions, positions
from chn_self.domain.measures import Measures, measure
from chn_self.domain.personal_map import PersonalMap
from chn_self.domain.reasons import Reason, choose_reasons
from chn_self.domain.trained_types import Model, NetworkType


@dataclass(frozen=True, slots=True)
class Classification:
    """What a map is most like; with `too_little` nothing but the clarity and the measures.

    `named` is whether what the closest type is called is true of the map. `resemblance` gives
    each type a share, adding up to 1; `agreement` is the share of plausible ways of rebuilding
    the types that name the same one, None while the model holds only one.
    """

    closest: NetworkType | None
    named: bool
    clarity: Clarity
    resemblance: Mapping[NetworkType, float] | None
    agreement: float | None
    reasons: tuple[Reason, ...]
    measures: Measures

    @property
    def told(self) -> Clarity:
        """The clarity to put in words: a map that no name is true of has a shape of its own."""
        compared = self.clarity != Clarity.TOO_LITTLE
        return Clarity.UNLIKE if compared and not self.named else self.clarity

    @property
    def comparable(self) -> bool:
        """Whether to say at all which type the map is most like."""
        return self.told in {Clarity.CLEAR, Clarity.BETWEEN}


def classify(map_: PersonalMap, model: Model) -> Classification:
    """Compare a map with the three types.

    A measure that was not answered is left out of every distance, so that it moves the map
    towards no type. An answer is clear if its resemblance and the agreement on it are high
    enough, if they stay so however much longer an unfinished list may grow, and if nothing else
    stands against it. It is unlike if the map lies further from its closest type than nineteen in
    twenty typical maps with as many answers.
    """
    measures = measure(map_)
    point = positions(measures, model)
    if too_little(map_, answered(point)):
        return Classification(None, False, Clarity.TOO_LITTLE, None, None, (), measures)
    closest, square, resemblance = compare(point, model)
    readings = read_all_ways(map_, model.ensemble)
    agreed = agreement(closest, readings, model.ensemble)
    if sqrt(square) > model.unlike_beyond[closest][answered(point) - 1]:
        clarity = Clarity.UNLIKE
    elif (
        is_clear(resemblance[closest], agreed, model)
        and stands(map_, closest, measures, model)
        and stays_clear(map_, closest, point, readings, model)
    ):
        clarity = Clarity.CLEAR
    else:
        clarity = Clarity.BETWEEN
    reasons = choose_reasons(
        map_,
        measures,
        positions={n: x for n, x in zip(model.measures, point, strict=True) if x is not None},
        contributions=contributions(point, closest, model),
        at_least=model.reason_at_least,
    )
    named = true_by_name(closest, measures, model)
    return Classification(closest, named, clarity, resemblance, agreed, reasons, measures)
