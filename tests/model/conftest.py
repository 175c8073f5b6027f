import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

import pytest

from chn_self.domain.model_file import read_model
from chn_self.domain.trained_types import Model
from model.assumptions import Assumptions, load_assumptions
from model.building import MODEL_FILE, build, draw_held_out, stream
from model.cohort import Member
from model.evaluation import Evaluation, evaluate

V = TypeVar("V")


class Watched(Mapping[str, V], Generic[V]):
    """A mapping that remembers which of its keys were looked up."""

    def __init__(self, inner: Mapping[str, V], place: str, used: set[str]) -> None:
        self._inner, self._place, self._used = inner, place, used

    def __getitem__(self, key: str) -> V:
        self._used.add(f"{self._place}{key}")
        return self._inner[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._inner)

    def __len__(self) -> int:
        return len(self._inner)


@dataclass(frozen=True, slots=True)
class Run:
    """One training and one evaluation from the assumptions, and every value they looked up."""

    content: dict[str, object]
    evaluation: Evaluation
    used: frozenset[str]


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
def run(assumptions: Assumptions, model: Model) -> Run:
    """Train and evaluate once for all tests, watching what is looked up."""
    used: set[str] = set()
    entries = {
        key: replace(entry, values=Watched(entry.values, f"{key}/", used))
        for key, entry in assumptions.entries.items()
    }
    watched = replace(assumptions, entries=entries)
    return Run(
        content=build(watched),
        evaluation=evaluate(model, stream(watched, "evaluation"), watched),
        used=frozenset(used),
    )


@pytest.fixture(scope="session")
def held_out(assumptions: Assumptions) -> tuple[list[Member], list[Member]]:
    """Ten thousand complete maps and the same with answers skipped; nothing was fitted to them."""
    return draw_held_out(stream(assumptions, "evaluation"), assumptions)
