"""Two maps of one person for tests; `.venv/bin/python -m tests.comparisons` writes the golden."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from chn_self.domain.comparison import compare
from chn_self.domain.connection import ActivityType, Closeness, Effect, Often, PlaceType, Relation
from chn_self.domain.personal_map import HowItWent, Missing, NextStep, PersonalMap
from chn_self.views.comparison import Told, told
from chn_self.views.comparison_text import comparison_json, comparison_text
from tests.maps import activity, map_of, person, place
from tests.summaries import WORDS

GOLDEN = Path(__file__).parent / "golden" / "comparison"

_MUM = replace(
    person("mum", "Mum", Relation.FAMILY),
    closeness=Closeness.INNER,
    effect=Effect.HELPS,
    often=Often.WEEKLY,
    matters=True,
)
_KIM = replace(person("kim", "Kim"), closeness=Closeness.MIDDLE, effect=Effect.DRAINS)
_REX = replace(person("rex", "Rex", Relation.PET), closeness=Closeness.INNER, matters=True)
_NAN = replace(person("nan", "Nan", Relation.REMEMBERED), closeness=Closeness.INNER)
_LEE = replace(person("lee", "Lee", Relation.PRACTITIONER), private=True, note="a secret note")
_CHOIR = replace(activity("choir", "Choir", ActivityType.CREATIVE), new=True, matters=True)
_CLINIC = replace(place("clinic", "Clinic", PlaceType.HEALTH_SERVICE), closeness=Closeness.MIDDLE)

THEN = replace(
    map_of(
        _MUM,
        _KIM,
        _REX,
        _NAN,
        _LEE,
        person("s1", "Sam"),
        person("s2", "Sam"),
        _CHOIR,
        activity("radio", "Radio"),
        _CLINIC,
        place("park", "Park"),
    ),
    saved_at="2026-05-02T10:00:00Z",
    usual=False,
    hope="To feel less on my own",
    missing=(Missing("A garden"), Missing("Someone to cook with")),
    next_step=NextStep("Ring the choir", "Mum", "On Monday"),
)

NOW = replace(
    map_of(
        replace(_MUM, often=Often.DAILY),
        replace(_KIM, name="Kimberley", closeness=Closeness.OUTER, effect=Effect.MIXED),
        replace(_NAN, matters=True),
        replace(_LEE, relation=Relation.FRIEND),
        replace(person("s9", "Sam", Relation.NEIGHBOUR), closeness=Closeness.OUTER),
        replace(_CHOIR, new=False, matters=None, effect=Effect.HELPS),
        replace(activity("radio", "Radio"), closeness=Closeness.MIDDLE),
        replace(activity("cook", "Cooking group"), effect=Effect.HELPS, matters=True, new=True),
        replace(_CLINIC, closeness=Closeness.INNER),
        place("p2", " PARK"),
    ),
    usual=True,
    hope="Laughing more",
    missing=(Missing("A garden"), Missing("A piano")),
    next_step=NextStep("Ring the choir", how_it_went=HowItWent.DID),
)


def told_of(before: PersonalMap = THEN, now: PersonalMap = NOW) -> Told:
    """What is said of two maps."""
    return told(compare(before, now), WORDS)


def golden() -> Iterator[tuple[str, str]]:
    """The two maps in every format, by its file's name."""
    yield "then-and-now.txt", comparison_text(told_of())
    yield "then-and-now.json", comparison_json(compare(THEN, NOW))


if __name__ == "__main__":
    GOLDEN.mkdir(parents=True, exist_ok=True)
    for file, text in golden():
        (GOLDEN / file).write_text(text, "utf-8", newline="\n")
