"""Summaries for tests; `.venv/bin/python -m tests.summaries` writes the golden ones anew."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from chn_self.domain.comparison import compare
from chn_self.domain.connection import (
    ActivityType,
    Closeness,
    Effect,
    Relation,
    Support,
    WhoseChoice,
)
from chn_self.domain.model_file import read_model
from chn_self.domain.personal_map import (
    Fits,
    HowItWent,
    Link,
    Missing,
    NextStep,
    PersonalMap,
    Reflection,
    TypeView,
)
from chn_self.domain.share import Choices, Names, Part
from chn_self.domain.trained_types import Model
from chn_self.files.codec import decode
from chn_self.views.render import environment, source_loader
from chn_self.views.summary import summary, summary_html, summary_json, summary_text
from chn_self.views.summary_facts import Section, Summary
from chn_self.views.words import load_words
from tests.maps import EXAMPLES, activity, map_of, person, place

GOLDEN = Path(__file__).parent / "golden" / "summary"
NETWORK_TYPES = Path(__file__).parents[1] / "model" / "network_types.json"
TODAY = "2026-11-24"
WORDS = load_words("en")
ENV = environment(source_loader(), WORDS)
MODEL: Model = read_model(json.loads(NETWORK_TYPES.read_text("utf-8")))

EVERYTHING = Choices(frozenset(Part), Names.FULL)

# How each format is made, by the ending of its file.
FORMATS: Mapping[str, Callable[[Summary], str]] = {
    "html": lambda made: summary_html(made, ENV),
    "txt": summary_text,
    "json": summary_json,
}


def summary_of(
    map_: PersonalMap, choices: Choices = EVERYTHING, before: PersonalMap | None = None
) -> Summary:
    """A summary made on one day by someone alone, who may have a map from before."""
    found = compare(before, map_) if before else None
    return summary(
        map_, choices, WORDS, model=MODEL, today=TODAY, with_helper=False, compared=found
    )


def example(name: str) -> PersonalMap:
    """An example map by the start of its file's name."""
    found = decode(next(p for p in EXAMPLES if p.name.startswith(name)).read_bytes())
    assert isinstance(found, PersonalMap), found
    return found


def full_map() -> PersonalMap:
    """A map in which everything is said."""
    sam = replace(
        person("s", "Sam"),
        closeness=Closeness.INNER,
        effect=Effect.HELPS,
        matters=True,
        me_there="The funny one",
        whose_choice=WhoseChoice.SHARED,
        gives=(Support.COMPANY,),
        receives=(Support.LISTENING,),
        note="Sam's secret",
    )
    gp = replace(person("g", "Dr Ray", Relation.PRACTITIONER), effect=Effect.DRAINS)
    choir = replace(activity("c", "Choir", ActivityType.CREATIVE), effect=Effect.MIXED, new=True)
    return replace(
        map_of(sam, gp, choir, place("p", "Park")),
        links=(Link("s", "c"),),
        usual=False,
        as_of="2026-11-02",
        hope="More singing",
        missing=(Missing("A garden"),),
        reflections=(Reflection("prompt", ("s",), "We go far back"),),
        type_view=TypeView(Fits.PARTLY, "It is me on a good day"),
        next_step=NextStep("Ring the choir", "Sam", "Monday", HowItWent.SOME),
    )


def titles(made: Summary) -> list[str]:
    """The headings, in order."""
    return [section.title for section in made.sections]


def part(made: Summary, wanted: Part) -> Section:
    """The first section of a part."""
    return next(section for section in made.sections if section.part == wanted)


def golden() -> Iterator[tuple[str, str]]:
    """Every example in every format by its file's name, when nothing else is chosen."""
    for path in EXAMPLES:
        name = path.name.partition(".")[0]
        made = summary_of(example(name), Choices())
        for ending, make in FORMATS.items():
            yield f"{name}.{ending}", make(made)


if __name__ == "__main__":
    GOLDEN.mkdir(parents=True, exist_ok=True)
    for file, text in golden():
        (GOLDEN / file).write_text(text, "utf-8", newline="\n")
