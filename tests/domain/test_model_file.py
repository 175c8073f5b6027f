import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from chn_self.domain.model_file import read_model
from chn_self.domain.trained_types import NetworkType

ROOT = Path(__file__).parents[2]
CONTENT = json.loads((ROOT / "model" / "network_types.json").read_text("utf-8"))
READING: dict[str, list[str]] = CONTENT["ensemble"]["readings"][0]


def test_the_model_file_is_read_as_it_stands() -> None:
    """Measures, transforms, centres and cut-points come out in the order of the file."""
    model = read_model(CONTENT)
    assert list(model.measures) == [row["name"] for row in CONTENT["measures"]]
    assert {t: list(c) for t, c in model.centres.items()} == CONTENT["centres"]
    assert list(model.temperatures) == CONTENT["temperatures"]
    assert {t: list(d) for t, d in model.unlike_beyond.items()} == CONTENT["unlike_beyond"]
    assert (model.clear_at, model.agree_at, model.reason_at_least) == (
        CONTENT["clear_at"],
        CONTENT["agree_at"],
        CONTENT["reason_at_least"],
    )
    assert len(model.ensemble) == len(CONTENT["ensemble"]["rebuildings"])


def test_a_rebuilding_is_read_with_its_own_measures_and_reading() -> None:
    """What the file gives by number comes out by name, in the order of the rebuilding."""
    content = CONTENT["ensemble"]
    for row, found in zip(content["rebuildings"], read_model(CONTENT).ensemble, strict=True):
        reading = content["readings"][row["reading"]]
        assert list(found.measures) == [content["measures"][i] for i in row["measures"]]
        assert found.logged == (
            {*content["logged"]} & {*found.measures} if row["logged"] else set()
        )
        assert {t: list(c) for t, c in found.centres.items()} == row["centres"]
        assert list(found.scales) == row["scales"]
        assert sorted(found.reading.family) == reading["family"]
        assert sorted(found.reading.uncounted_places) == reading["uncounted_places"]


def test_a_model_may_hold_no_ensemble() -> None:
    """Then nothing is known of agreement."""
    assert read_model({**CONTENT, "ensemble": None}).ensemble == ()


def test_satisfaction_is_no_input() -> None:
    """A bad day must not move the type."""
    assert "satisfaction" not in read_model(CONTENT).measures


def _drop(key: str) -> Callable[[dict[str, Any]], object]:
    return lambda content: content.pop(key)


def _put(key: str, value: object) -> Callable[[dict[str, Any]], object]:
    return lambda content: content.update({key: value})


def _in_ensemble(key: str, value: object) -> Callable[[dict[str, Any]], object]:
    return lambda content: content["ensemble"].update({key: value})


def _in_rebuilding(key: str, value: object) -> Callable[[dict[str, Any]], object]:
    return lambda content: content["ensemble"]["rebuildings"][0].update({key: value})


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
        (lambda c: c["unlike_beyond"].update(formal_and_sparse=[1]), "unlike_beyond.formal_and"),
        (_put("clear_at", "high"), "clear_at"),
        (_put("clear_at", True), "clear_at"),
        (_put("reason_at_least", float("nan")), "reason_at_least"),
        (_drop("agree_at"), "agree_at"),
        (_put("ensemble", []), "ensemble"),
        (_in_ensemble("measures", ["height"]), "ensemble.measures[0]"),
        (_in_ensemble("readings", [{}]), "ensemble.readings[0].family"),
        (_in_ensemble("readings", [READING | {"wider": ["cousin"]}]), "ensemble.readings[0].wider"),
        (_in_ensemble("rebuildings", None), "ensemble.rebuildings"),
        (_in_ensemble("rebuildings", [1]), "ensemble.rebuildings[0]"),
        (_in_rebuilding("reading", 99), "ensemble.rebuildings[0].reading"),
        (_in_rebuilding("reading", True), "ensemble.rebuildings[0].reading"),
        (_in_rebuilding("measures", [-1]), "ensemble.rebuildings[0].measures[0]"),
        (_in_rebuilding("measures", [0, 0]), "ensemble.rebuildings[0].scales"),
        (_in_rebuilding("scales", [1]), "ensemble.rebuildings[0].scales"),
        (_in_rebuilding("centres", {}), "ensemble.rebuildings[0].centres"),
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
