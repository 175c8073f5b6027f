import json
import os
from typing import Any

import pytest

from chn_self.domain.trained_types import Model
from model.assumptions import Assumptions
from model.building import MODEL_FILE, STREAMS, rounded, seeds, stream, text, train_on_ours
from model.ensemble import train_ensemble

# Members grow each from a seed of its own, so the first are the same however many follow.
FIRST = 12


def test_making_the_types_again_gives_the_committed_ones(
    assumptions: Assumptions, model: Model
) -> None:
    """The types themselves, and the first other ways of rebuilding them, to the last digit."""
    _, training = train_on_ours(assumptions)
    fewer = assumptions.having("ensemble.size", {"": float(FIRST)})
    ensemble = train_ensemble(seeds(fewer, "ensemble"), fewer, os.cpu_count() or 1)
    made = rounded(training, ensemble, assumptions)
    assert (made.scalings, made.centres) == (model.scalings, model.centres)
    assert made.ensemble == model.ensemble[:FIRST]


@pytest.mark.whole
def test_making_it_again_gives_the_committed_file_to_the_byte(rebuilt: dict[str, object]) -> None:
    """Types, ensemble, cut-points and every figure follow from the assumptions alone."""
    assert text(rebuilt) == MODEL_FILE.read_text("utf-8")


def test_the_file_says_where_it_comes_from(
    assumptions: Assumptions, content: dict[str, Any]
) -> None:
    """Seed, sizes and the hash of the assumptions are in it."""
    provenance = content["provenance"]
    assert provenance["assumptions_sha256"] == assumptions.sha256
    assert provenance["seed"] == assumptions.whole("training.seed")
    assert provenance["maps_generated"] == assumptions.whole("training.maps")


def test_the_file_is_small() -> None:
    """It travels to every phone: 120 kB at the most, before it is compressed."""
    assert len(MODEL_FILE.read_bytes()) <= 120_000


def test_the_text_reads_back_as_the_content(content: dict[str, Any]) -> None:
    """However it is laid out, it is JSON of the same values, a short line for what is short."""
    made = text(content)
    assert json.loads(made) == content
    assert len(made.splitlines()) > len(content["ensemble"]["rebuildings"])


def test_each_purpose_has_random_numbers_of_its_own(assumptions: Assumptions) -> None:
    """Held-out maps are not the training maps again, and another seed gives others."""
    other = assumptions.having("training.seed", {"": 1.0})
    drawn = [stream(a, name).random() for a in (assumptions, other) for name in STREAMS]
    assert len({*drawn}) == 2 * len(STREAMS)
