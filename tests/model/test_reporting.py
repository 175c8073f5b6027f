from typing import Any

import pytest

from chn_self.domain.trained_types import NetworkType
from model.intervals import Estimate
from model.reporting import plain


def test_dataclasses_become_tables_of_rounded_numbers() -> None:
    """However deep they lie, and names of types become texts."""
    found: Any = plain({NetworkType.FAMILY_AND_STABLE: (Estimate(0.123456, 0.1, 0.2), None)}, 4)
    assert found == {"family_and_stable": [{"value": 0.1235, "low": 0.1, "high": 0.2}, None]}


@pytest.mark.parametrize("value", [3, "text", True, None])
def test_what_is_plain_stays(value: object) -> None:
    """Whole numbers, texts, flags and nothing."""
    assert plain(value, 2) is value


def test_every_look_is_in_the_figures(content: dict[str, Any]) -> None:
    """Held-out figures, six validations and the points of the plot."""
    figures = content["figures"]
    assert {*figures} == {"evaluation", "validation", "unfiltered", "scatter"}
    assert {*figures["validation"]} == {
        "choice_of_k",
        "stability",
        "rivals",
        "sensitivity",
        "skipped",
    }
