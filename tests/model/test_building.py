from dataclasses import replace

from model.assumptions import Assumptions
from model.building import MODEL_FILE, STREAMS, stream, text
from tests.model.conftest import Run


def test_training_again_gives_the_committed_file_to_the_byte(run: Run) -> None:
    """The model file follows from the assumptions, and no one has touched it."""
    assert text(run.content) == MODEL_FILE.read_text("utf-8")


def test_the_file_says_where_it_comes_from(assumptions: Assumptions, run: Run) -> None:
    """Seed, sizes and the hash of the assumptions are in it; the ensemble is not yet."""
    provenance = run.content["provenance"]
    assert isinstance(provenance, dict)
    assert provenance["assumptions_sha256"] == assumptions.sha256
    assert provenance["seed"] == assumptions.whole("training.seed")
    assert run.content["ensemble"] is None


def test_the_file_is_small() -> None:
    """It travels to every phone: far below the 120 kB that the ensemble may take."""
    assert len(MODEL_FILE.read_bytes()) < 10_000


def test_each_purpose_has_random_numbers_of_its_own(assumptions: Assumptions) -> None:
    """Held-out maps are not the training maps again, and another seed gives others."""
    seed = replace(assumptions.entries["training.seed"], values={"": 1.0})
    other = replace(assumptions, entries={**assumptions.entries, "training.seed": seed})
    drawn = [stream(a, name).random() for a in (assumptions, other) for name in STREAMS]
    assert len({*drawn}) == 2 * len(STREAMS)
