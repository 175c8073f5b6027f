import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

import numpy as np
import pytest

from chn_self.domain.model_file import read_model
from chn_self.domain.trained_types import Model
from model.assumptions import Assumptions, load_assumptions
from model.building import MODEL_FILE, build, draw_held_out, stream
from model.cohort import Member, generate
from model.real.file import CohortError, read_cohort, read_rows
from model.real.training import train_cohort
from model.reporting import figures
from tests.model.real.people import as_line, write

V = TypeVar("V")

# Few of everything: enough to run each step once, not enough to say anything.
FEW = {
    "training.maps": 400,
    "training.held_out": 300,
    "ensemble.size": 3,
    "ensemble.maps": 300,
    "ensemble.varied_draws": 2,
    "ensemble.varied_maps": 20,
    "calibration.fewest_maps": 50,
    "report.resamples": 5,
    "validation.held_out": 100,
    "validation.refits": 3,
    "validation.references": 3,
    "validation.unfiltered": 2,
    "plots.maps": 20,
}


class Watched(Mapping[str, V], Generic[V]):
    """A mapping that remembers which of its keys were looked up."""

    def __init__(self, inner: Mapping[str, V], place: str, used: set[str]) -> None:
        self._inner, self._place, self._used = inner, place, used

    def __getitem__(self, key: str) -> V:
        found = self._inner[key]
        self._used.add(f"{self._place}{key}")
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._inner)

    def __len__(self) -> int:
        return len(self._inner)


@dataclass(frozen=True, slots=True)
class SmallRun:
    """A training and a report on few maps, and every value that they looked up."""

    content: dict[str, object]
    used: frozenset[str]


def few(assumptions: Assumptions) -> Assumptions:
    """The assumptions with few of everything."""
    for key, value in FEW.items():
        assumptions = assumptions.having(key, {"": float(value)})
    return assumptions


@pytest.fixture(scope="session")
def assumptions() -> Assumptions:
    """The committed assumptions."""
    return load_assumptions()


@pytest.fixture(scope="session")
def content() -> dict[str, Any]:
    """What the committed model file holds."""
    found: dict[str, Any] = json.loads(MODEL_FILE.read_text("utf-8"))
    return found


@pytest.fixture(scope="session")
def model(content: dict[str, Any]) -> Model:
    """The committed model."""
    return read_model(content)


@pytest.fixture(scope="session")
def rebuilt(assumptions: Assumptions) -> dict[str, object]:
    """The content of the model file made again, by as many processes as there are processors."""
    processes = os.cpu_count() or 1
    made = build(assumptions, processes)
    return made | {"figures": figures(read_model(made), assumptions, processes)}


@pytest.fixture(scope="session")
def small_run(assumptions: Assumptions, tmp_path_factory: pytest.TempPathFactory) -> SmallRun:
    """Train and report on few maps and on few rows in this process, watching what is looked up."""
    used: set[str] = set()
    fewer = few(assumptions)
    entries = {
        key: replace(entry, values=Watched(entry.values, f"{key}/", used))
        for key, entry in fewer.entries.items()
    }
    watched = replace(fewer, entries=entries)
    content = build(watched, processes=1)
    content["figures"] = figures(read_model(content), watched, processes=1)
    people = generate(np.random.default_rng(1), fewer, 100)
    file = write(tmp_path_factory.mktemp("people") / "people.csv", [as_line(m.map) for m in people])
    train_cohort(read_cohort(file, watched), watched, processes=1)
    with pytest.raises(CohortError):
        read_rows("", watched)
    return SmallRun(content, frozenset(used))


@pytest.fixture(scope="session")
def held_out(assumptions: Assumptions) -> tuple[list[Member], list[Member]]:
    """Ten thousand complete maps and the same with answers skipped; nothing was fitted to them."""
    return draw_held_out(stream(assumptions, "evaluation"), assumptions)
