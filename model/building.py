"""From the assumptions to the content of the model file, one readable list of steps."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from chn_self.domain.model_file import FORMAT, VERSION
from chn_self.domain.trained_types import Model, NetworkType, Scaling, Transform
from model.assumptions import Assumptions
from model.calibration import calibrate
from model.cohort import Member, generate, measure_rows
from model.draws import draw_varied
from model.ensemble import Trained, as_data, train_ensemble
from model.skipping import draw_chance, skip, stop_early
from model.training import Training, train

MODEL_FILE = Path(__file__).with_name("network_types.json")

DEEPEST_SPREAD = 3

# The order of the independent streams of random numbers that grow from the one seed.
STREAMS = ("training", "calibration", "evaluation", "ensemble", "varied", "validation")


def build(assumptions: Assumptions, processes: int) -> dict[str, object]:
    """Generate, train, name, vary, calibrate: the content of the model file."""
    _, training = train_on_ours(assumptions)
    ensemble = train_ensemble(seeds(assumptions, "ensemble"), assumptions, processes)
    rng = stream(assumptions, "calibration")
    typical = draw_held_out(rng, assumptions)
    stopped = stop_all(rng, typical[0], assumptions)
    varied = draw_varied(seeds(assumptions, "varied"), assumptions, processes)
    uncalibrated = rounded(training, ensemble, assumptions)
    model = calibrate(uncalibrated, typical, stopped, varied, assumptions)
    return _content(model, training, ensemble, assumptions)


def train_on_ours(assumptions: Assumptions) -> tuple[list[Member], Training]:
    """The cohort generated from our own numbers, and the training on it."""
    size = assumptions.whole("training.maps")
    cohort = generate(stream(assumptions, "training"), assumptions, size)
    return cohort, train(measure_rows(m.map for m in cohort), assumptions)


def seeds(assumptions: Assumptions, name: str) -> np.random.SeedSequence:
    """Where the random numbers of one purpose grow from, independent of all others."""
    spawned = np.random.SeedSequence(assumptions.whole("training.seed")).spawn(len(STREAMS))
    return spawned[STREAMS.index(name)]


def stream(assumptions: Assumptions, name: str) -> np.random.Generator:
    """The random numbers of one purpose."""
    return np.random.default_rng(seeds(assumptions, name))


def draw_held_out(
    rng: np.random.Generator, assumptions: Assumptions
) -> tuple[list[Member], list[Member]]:
    """Complete maps, and each of them once more with answers skipped."""
    members = generate(rng, assumptions, assumptions.whole("training.held_out"))
    skipped = [Member(m.type, skip(rng, m.map, draw_chance(rng, assumptions))) for m in members]
    return members, skipped


def stop_all(
    rng: np.random.Generator, members: Sequence[Member], assumptions: Assumptions
) -> list[Member]:
    """The same maps with every list stopped early."""
    return [Member(m.type, stop_early(rng, m.map, draw_chance(rng, assumptions))) for m in members]


def rounded(training: Training, ensemble: Sequence[Trained], assumptions: Assumptions) -> Model:
    """The trained types in the domain's form, rounded, with nothing calibrated yet."""
    decimals = assumptions.whole("training.decimals")
    inputs, logged = training.choices.inputs, training.choices.logged
    scaling = training.pipeline.named_steps["scaling"]
    centres = training.pipeline.named_steps["types"].cluster_centers_
    return Model(
        scalings=tuple(
            Scaling(
                measure=name,
                transform=Transform.LOG1P if name in logged else Transform.NONE,
                mean=round(float(mean), decimals),
                scale=round(float(scale), decimals),
            )
            for name, mean, scale in zip(inputs, scaling.mean_, scaling.scale_, strict=True)
        ),
        centres={
            t: tuple(round(float(x), decimals) for x in centres[training.names.index(t)])
            for t in NetworkType
        },
        temperatures=tuple(1.0 for _ in inputs),
        unlike_beyond={t: tuple(float("inf") for _ in inputs) for t in NetworkType},
        clear_at=1.0,
        agree_at=1.0,
        reason_at_least=assumptions.number("calibration.reason_at_least"),
        ensemble=tuple(trained.rebuilding for trained in ensemble),
    )


def text(content: Mapping[str, object]) -> str:
    """The model file as its text, with what belongs together on one line."""
    return _text(content, 0) + "\n"


def _text(found: object, depth: int) -> str:
    """Tables and lists of further ones are spread over lines, down to the third level."""
    inner = (
        found.values() if isinstance(found, Mapping) else found if isinstance(found, list) else ()
    )
    if depth == DEEPEST_SPREAD or not any(isinstance(x, Mapping | list) for x in inner):
        return json.dumps(found, ensure_ascii=False)
    indent = " " * (depth + 1)
    if isinstance(found, Mapping):
        parts = [f"{json.dumps(k)}: {_text(v, depth + 1)}" for k, v in found.items()]
        return "{\n" + ",\n".join(indent + part for part in parts) + "\n" + " " * depth + "}"
    parts = [_text(x, depth + 1) for x in inner]
    return "[\n" + ",\n".join(indent + part for part in parts) + "\n" + " " * depth + "]"


def _content(
    model: Model,
    training: Training,
    ensemble: Sequence[Trained],
    assumptions: Assumptions,
) -> dict[str, object]:
    return as_content(model) | {
        "provenance": {
            "assumptions_sha256": assumptions.sha256,
            "seed": assumptions.whole("training.seed"),
            "maps_generated": len(training.used),
            "maps_trained_on": int(training.used.sum()),
            "maps_held_out": assumptions.whole("training.held_out"),
            "draws_beyond_bounds": sum(t.beyond_bounds for t in ensemble),
            "draws_against_orders": sum(t.against_orders for t in ensemble),
            "trainings_against_orders": sum(t.broken for t in ensemble),
            "orders_held": [
                sum(order in t.held for t in ensemble) / len(ensemble)
                for order in assumptions.orders
            ],
        }
    }


def as_content(model: Model) -> dict[str, object]:
    """What the model file holds of the model itself."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "measures": [
            {"name": s.measure, "transform": s.transform, "mean": s.mean, "scale": s.scale}
            for s in model.scalings
        ],
        "centres": {t: list(centre) for t, centre in model.centres.items()},
        "temperatures": list(model.temperatures),
        "unlike_beyond": {t: list(distances) for t, distances in model.unlike_beyond.items()},
        "clear_at": model.clear_at,
        "agree_at": model.agree_at,
        "reason_at_least": model.reason_at_least,
        "ensemble": as_data(model.ensemble) if model.ensemble else None,
    }
