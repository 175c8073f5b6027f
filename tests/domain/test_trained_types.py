import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from chn_self.domain.model_file import read_model
from chn_self.domain.trained_types import NetworkType, Scaling, Transform

ROOT = Path(__file__).parents[2]
CONTENT = json.loads((ROOT / "model" / "network_types.json").read_text("utf-8"))


def test_the_model_file_is_read_as_it_stands() -> None:
    """Measures, transforms, centres and cut-points come out in the order of the file."""
    model = read_model(CONTENT)
    assert list(model.measures) == [row["name"] for row in CONTENT["measures"]]
    assert {t: list(c) for t, c in model.centres.items()} == CONTENT["centres"]
    assert list(model.temperatures) == CONTENT["temperatures"]
    assert list(model.unlike_beyond) == CONTENT["unlike_beyond"]
    assert (model.clear_at, model.reason_at_least) == (
        CONTENT["clear_at"],
        CONTENT["reason_at_least"],
    )


def test_satisfaction_is_no_input() -> None:
    """A bad day must not move the type."""
    assert "satisfaction" not in read_model(CONTENT).measures


def test_a_position_is_in_standard_deviations() -> None:
    """By hand: (5 - 3) / 4; and for the log of one more, (log(1) - 1) / 2."""
    assert Scaling("places", Transform.NONE, 3.0, 4.0).position(5.0) == 0.5
    assert Scaling("places", Transform.LOG1P, 1.0, 2.0).position(0.0) == -0.5


def _drop(key: str) -> Callable[[dict[str, Any]], object]:
    return lambda content: content.pop(key)


def _put(key: str, value: object) -> Callable[[dict[str, Any]], object]:
    return lambda content: content.update({key: value})


@pytest.mark.parametrize(
    ("spoil", "place"),
    [
        (_put("format", "chn-map"), "format"),
        (_put("version", 2), "format"),
        (_drop("measures"), "measures"),
        (_put("measures", []), "measures"),
        (_put("measures", [1]), "measures[0]"),
        (_drop("centres"), "centres"),
        (_drop("temperatures"), "temperatures"),
        (_put("temperatures", [0.0] * 8), "temperatures"),
        (_put("unlike_beyond", [1.0]), "unlike_beyond"),
        (_put("clear_at", "high"), "clear_at"),
        (_put("clear_at", True), "clear_at"),
        (_put("reason_at_least", float("nan")), "reason_at_least"),
        (lambda c: c["measures"][0].update(name="height"), "measures[0].name"),
        (lambda c: c["measures"][1].update(name="family"), "measures"),
        (lambda c: c["measures"][2].update(transform="cube"), "measures[2].transform"),
        (lambda c: c["measures"][3].update(scale=0), "measures[3].scale"),
        (lambda c: c["measures"][3].pop("mean"), "measures[3].mean"),
        (lambda c: c["centres"].pop("formal_and_sparse"), "centres"),
        (lambda c: c["centres"].update(formal_and_sparse=[1]), "centres.formal_and_sparse"),
    ],
)
def test_a_broken_model_is_refused_by_place(
    spoil: Callable[[dict[str, Any]], object], place: str
) -> None:
    """Whatever is wrong, the fault says where."""
    content = copy.deepcopy(CONTENT)
    spoil(content)
    with pytest.raises(ValueError, match=f"^{place.replace('[', '.').replace(']', '.')}"):
        read_model(content)


def test_all_types_have_a_centre() -> None:
    """The three published types, no more and no fewer."""
    assert {*read_model(CONTENT).centres} == {*NetworkType}
