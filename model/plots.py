"""The plots of a model, as SVG, from the content of its model file alone."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import ceil, floor
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from chn_self.domain.model_file import read_model
from chn_self.domain.trained_types import NetworkType
from model.profiles import profiles

TEMPLATES = Path(__file__).with_name("plots")

# The same plain names as on the page, since whoever comes from there sees these plots.
NAMES = {
    NetworkType.DIVERSE_AND_ACTIVE: "A wide mix",
    NetworkType.FAMILY_AND_STABLE: "Mostly family",
    NetworkType.FORMAL_AND_SPARSE: "A small circle with workers in it",
}
MEASURES = {
    "people": "People",
    "family": "Family",
    "friends": "Friends",
    "wider": "Other people they know",
    "practitioners": "Workers",
    "practitioner_share": "Workers, of every 10 people",
    "places": "Places",
    "activities": "Things to do",
    "new_share": "New, of every 10 on the map",
    "week_at_home": "Time at home, from 1 to 5",
    "satisfaction": "How content, from 1 to 5",
    "resources": "Kinds of help, from 0 to 4",
    "health_resources": "People who help with health",
}
# A share is drawn as so many of every ten, on the same axis as the counts.
PER_TEN = {"practitioner_share": 10.0, "new_share": 10.0}

# What a line over the ensemble leaves out at either end.
TAIL = 0.05

# From where on a cluster is doubtful, valid and highly stable (Hennig 2007, doi
# 10.1016/j.csda.2006.11.025); a test holds them to the assumptions.
GUIDES = (0.6, 0.75, 0.85)

# What is read of a figure is JSON of our own making, whose shape the dataclasses say.
Figures = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Axis:
    """Values from `lowest` to `highest`, drawn between two places in user units."""

    lowest: float
    highest: float
    start: float
    end: float
    ticks: tuple[float, ...] = ()

    def at(self, value: float) -> float:
        """Where a value is drawn, to a tenth of a unit."""
        share = (value - self.lowest) / (self.highest - self.lowest)
        return round(self.start + share * (self.end - self.start), 1)

    def length(self, difference: float) -> float:
        """How long a difference is drawn, to a tenth of a unit."""
        return round(abs(difference * (self.end - self.start)) / (self.highest - self.lowest), 1)


def plots(content: Mapping[str, object]) -> dict[str, str]:
    """Every plot that the content of a model file has figures for, by its file name."""
    env = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    env.globals.update(kinds=tuple(NetworkType), names=NAMES)
    env.filters["at"] = lambda value: round(float(value), 1)
    return {
        f"{name}.svg": env.get_template(f"{name}.svg.jinja").render(drawn)
        for name, drawn in _drawn(content)
    }


def _drawn(content: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, object]]]:
    """The name of each plot with what its template draws."""
    figures: Figures = content.get("figures") or {}
    if scatter := figures.get("scatter"):
        yield "types", _types(scatter)
    yield "profiles", _profiles(content)
    if stability := (figures.get("validation") or {}).get("stability"):
        yield "stability", _stability(stability)
    if evaluation := figures.get("evaluation"):
        yield "agreement", _agreement(evaluation)


def _types(scatter: Figures) -> dict[str, object]:
    dots = [dot for of_type in scatter["maps"].values() for dot in of_type]
    ends = [
        (x + sign * cloud["along"], y + sign * cloud["along"])
        for cloud in scatter["clouds"].values()
        for x, y in [cloud["middle"]]
        for sign in (-1, 1)
    ]
    across, up = zip(*dots, *ends, *scatter["centres"].values(), strict=True)
    scale = min(304 / (max(across) - min(across)), 304 / (max(up) - min(up)))
    left, bottom = min(across), min(up)
    height = round(scale * (max(up) - bottom))
    return {
        "scatter": scatter,
        "count": len(dots),
        "x": Axis(left, left + 304 / scale, 18, 322, _whole(left, left + 304 / scale)),
        "y": Axis(bottom, max(up), 48 + height, 48, _whole(bottom, max(up))),
        "bottom": 48 + height,
    }


def _profiles(content: Mapping[str, object]) -> dict[str, object]:
    model = read_model(content)
    found = profiles(model, TAIL)
    ends = [
        x * PER_TEN.get(p.measure, 1)
        for p in found
        for x in (*p.middles.values(), *(high for _, high in p.ranges.values()))
    ]
    highest = 2 * ceil(max(ends) / 2)
    return {
        "profiles": found,
        "labels": MEASURES,
        "per_ten": PER_TEN,
        "rebuildings": len(model.ensemble),
        "kept": round(100 * (1 - 2 * TAIL)),
        "x": Axis(0, highest, 24, 316, tuple(range(0, highest + 1, 2))),
    }


def _stability(stability: Figures) -> dict[str, object]:
    groups = (
        (f"All {stability['people']:,} maps", stability["everyone"]),
        (f"{stability['people_in_study']} of them", stability["as_many_as_the_study"]),
    )
    least = min(found[t]["jaccard"]["low"] for _, found in groups for t in NetworkType)
    lowest = max(floor(10 * min(least, *GUIDES)) - 1, 0)
    ticks = tuple(tenth / 10 for tenth in range(lowest, 11) if tenth % 2 == 0)
    return {"groups": groups, "guides": GUIDES, "x": Axis(lowest / 10, 1, 24, 316, ticks)}


def _agreement(evaluation: Figures) -> dict[str, object]:
    counts = evaluation["agreements"]
    maps, bins = sum(counts), len(counts)
    return {
        "maps": maps,
        "bars": [(i / bins, (i + 1) / bins, 100 * n / maps) for i, n in enumerate(counts)],
        "bands": evaluation["agreement"],
        "x": Axis(0, 1, 46, 322, (0, 2, 4, 6, 8, 10)),
        "share": Axis(0, 100, 200, 46, (0, 20, 40, 60, 80, 100)),
        "right": Axis(0, 10, 402, 250, (0, 2, 4, 6, 8, 10)),
    }


def _whole(lowest: float, highest: float) -> tuple[float, ...]:
    return tuple(range(ceil(lowest), floor(highest) + 1))
