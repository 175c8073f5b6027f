from dataclasses import dataclass

import numpy as np
import pytest

from model.assumptions import Assumptions
from model.cohort import Member, Rows, generate, measure_rows
from model.reporting import plain
from model.training import Training, attempt


@dataclass(frozen=True, slots=True)
class Small:
    """A small cohort, trained on, with numbers that keep its validation short."""

    assumptions: Assumptions
    members: list[Member]
    rows: Rows
    training: Training


def told(found: object) -> object:
    """Figures as the model file tells them, without the bits in which threads differ."""
    return plain(found, 4)


@pytest.fixture(scope="session")
def small(assumptions: Assumptions) -> Small:
    """Three hundred maps, and few refits, references and resamples."""
    numbers = {
        "validation.refits": 4,
        "validation.references": 3,
        "validation.most_clusters": 4,
        "report.resamples": 20,
    }
    for key, value in numbers.items():
        assumptions = assumptions.having(key, {"": float(value)})
    left_out = {**assumptions.table("validation.left_out"), "steps": 3.0}
    assumptions = assumptions.having("validation.left_out", left_out)
    members = generate(np.random.default_rng(1), assumptions, 300)
    rows = measure_rows(m.map for m in members)
    return Small(assumptions, members, rows, attempt(rows, assumptions))


@pytest.fixture(scope="session")
def clumps() -> Rows:
    """Three clumps of forty rows each on a plane, ten apart and half wide."""
    middles = np.repeat([[5.0, 5.0], [15.0, 5.0], [5.0, 15.0]], 40, axis=0)
    return middles + np.random.default_rng(2).normal(0, 0.5, middles.shape)
