"""From the assumptions to the content of the model file, one readable list of steps."""

import json
from pathlib import Path

import numpy as np

from chn_self.domain.network_type import Model, NetworkType, Scaling, Transform
from model.assumptions import Assumptions
from model.calibration import calibrate
from model.cohort import Member, generate
from model.skipping import draw_chance, skip
from model.training import COUNTS, INPUTS, Training, train

MODEL_FILE = Path(__file__).with_name("network_types.json")

FORMAT, VERSION = "chn-network-types", 1

# The order of the independent streams of random numbers that grow from the one seed.
STREAMS = ("training", "calibration", "evaluation")


def build(assumptions: Assumptions) -> dict[str, object]:
    """Generate, train, name, calibrate: the content of the model file."""
    cohort = generate(stream(assumptions, "training"), assumptions, _maps(assumptions))
    training = train((member.map for member in cohort), assumptions)
    held_out = draw_held_out(stream(assumptions, "calibration"), assumptions)
    model = calibrate(rounded(training, assumptions), held_out, assumptions)
    return _content(model, training, assumptions)


def stream(assumptions: Assumptions, name: str) -> np.random.Generator:
    """The random numbers of one purpose, independent of all others."""
    seeds = np.random.SeedSequence(assumptions.whole("training.seed")).spawn(len(STREAMS))
    return np.random.default_rng(seeds[STREAMS.index(name)])


def draw_held_out(
    rng: np.random.Generator, assumptions: Assumptions
) -> tuple[list[Member], list[Member]]:
    """Complete maps, and each of them once more with answers skipped."""
    members = generate(rng, assumptions, assumptions.whole("training.held_out"))
    skipped = [Member(m.type, skip(rng, m.map, draw_chance(rng, assumptions))) for m in members]
    return members, skipped


def rounded(training: Training, assumptions: Assumptions) -> Model:
    """The trained types in the domain's form, rounded, with nothing calibrated yet."""
    decimals = assumptions.whole("training.decimals")
    scaling = training.pipeline.named_steps["scaling"]
    centres = training.pipeline.named_steps["types"].cluster_centers_
    return Model(
        scalings=tuple(
            Scaling(
                measure=name,
                transform=Transform.LOG1P if name in COUNTS else Transform.NONE,
                mean=round(float(mean), decimals),
                scale=round(float(scale), decimals),
            )
            for name, mean, scale in zip(INPUTS, scaling.mean_, scaling.scale_, strict=True)
        ),
        centres={
            t: tuple(round(float(x), decimals) for x in centres[training.names.index(t)])
            for t in NetworkType
        },
        temperatures=tuple(1.0 for _ in INPUTS),
        unlike_beyond=tuple(float("inf") for _ in INPUTS),
        clear_at=1.0,
        reason_at_least=assumptions.number("calibration.reason_at_least"),
    )


def text(content: dict[str, object]) -> str:
    """The model file as its text."""
    return json.dumps(content, indent=1, ensure_ascii=False) + "\n"


def _maps(assumptions: Assumptions) -> int:
    return assumptions.whole("training.maps")


def _content(model: Model, training: Training, assumptions: Assumptions) -> dict[str, object]:
    return {
        "format": FORMAT,
        "version": VERSION,
        "measures": [
            {"name": s.measure, "transform": s.transform, "mean": s.mean, "scale": s.scale}
            for s in model.scalings
        ],
        "centres": {t: list(centre) for t, centre in model.centres.items()},
        "temperatures": list(model.temperatures),
        "unlike_beyond": list(model.unlike_beyond),
        "clear_at": model.clear_at,
        "reason_at_least": model.reason_at_least,
        "ensemble": None,
        "provenance": {
            "assumptions_sha256": assumptions.sha256,
            "seed": assumptions.whole("training.seed"),
            "maps_generated": training.used + training.set_aside,
            "maps_trained_on": training.used,
            "maps_held_out": assumptions.whole("training.held_out"),
            "orders_held": len(assumptions.published()),
        },
    }
