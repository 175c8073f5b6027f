"""Ties between distances, which each machine would break in its own way."""

import numpy as np

from model.assumptions import Assumptions
from model.cohort import Rows


def untied(rows: Rows, rng: np.random.Generator, assumptions: Assumptions) -> Rows:
    """Rows that were moved by next to nothing, so that no distances between them are the same.

    Counts are whole numbers, so many maps are equally far apart, and which of them Ward's method
    joins first would hang on the last bit of the arithmetic.
    """
    moved: Rows = rows + assumptions.number("validation.untying") * rng.standard_normal(rows.shape)
    return moved
