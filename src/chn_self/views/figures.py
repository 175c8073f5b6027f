"""The numbers that the page on how the kinds were made fills in, from the model file."""

from collections.abc import Callable, Mapping
from typing import Any

from chn_self.domain.trained_types import Model

# Numbers as they are written, by the name they have in the words.
Known = Mapping[str, str]
Numbers = Mapping[str, int]


def known(
    model: Model, figures: Mapping[str, Any], written: Callable[[int], str] = "{:,}".format
) -> Mapping[str, Known]:
    """What is known of each thing that a section can tell or show, by its name.

    `figures` are those of the model file, as they are there; `written` is how a number is written
    in the language. A model is made of made-up maps, or of real ones, and then fewer figures are
    there: what is not known is not among what is returned, and its section is left out.
    """
    real = figures.get("left_out")
    profiles = {"ways": len(model.ensemble), "counts": len(model.measures)}
    found: Mapping[str, Numbers | None] = {
        "made_up": None if real else {},
        "real": {"maps": real["complete"]["maps"]} if real else None,
        "profiles": profiles if model.ensemble else None,
        "types": _types(figures.get("scatter")),
        "stability": _stability((figures.get("validation") or {}).get("stability")),
        "tried": _tried(figures.get("evaluation")),
        "agreement": _agreement(model) if model.ensemble and figures.get("evaluation") else None,
    }
    return {
        name: {key: written(number) for key, number in numbers.items()}
        for name, numbers in found.items()
        if numbers is not None
    }


def _types(scatter: Mapping[str, Any] | None) -> Numbers | None:
    if not scatter:
        return None
    return {"maps": sum(map(len, scatter["maps"].values())), "ways": scatter["rebuildings"]}


def _stability(stability: Mapping[str, Any] | None) -> Numbers | None:
    if not stability:
        return None
    return {"maps": stability["people"], "few": stability["people_in_study"]}


def _tried(evaluation: Mapping[str, Any] | None) -> Numbers | None:
    if not evaluation:
        return None
    whole, skipped, varied = (evaluation[name] for name in ("complete", "skipped", "varied"))
    return {
        "maps": whole["maps"],
        "clear": _of(10, whole["clarity"]["clear"]),
        "between": _of(10, whole["clarity"]["between"]),
        "unlike": _of(100, whole["clarity"]["unlike"]),
        "fits": 100 - _of(100, whole["clear_wrong"]),
        "fits_varied": 100 - _of(100, varied["clear_wrong"]),
        "clear_skipped": _of(10, skipped["clarity"]["clear"]),
        "changed": _of(1000, skipped["changed"]),
    }


def _agreement(model: Model) -> Numbers:
    return {"ways": len(model.ensemble), "tenths": round(10 * model.agree_at)}


def _of(many: int, estimate: Mapping[str, float]) -> int:
    """How many of so many an estimated share is."""
    return round(many * estimate["value"])
