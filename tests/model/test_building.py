import json
from typing import Any

from model.assumptions import Assumptions
from model.building import MODEL_FILE, STREAMS, stream, text


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
