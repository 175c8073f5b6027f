"""A network type and the reasons for it, in words and as data."""

import json
from dataclasses import asdict

from chn_self.domain.network_type import Classification
from chn_self.domain.reasons import Reason
from chn_self.views.words import Words


def reason_text(reason: Reason, words: Words) -> str:
    """A count from the person's own map, as a sentence."""
    return words(f"reasons.{reason.wording}", **reason.values)


def agreement_text(agreement: float, words: Words, place: str) -> str:
    """How many ways of rebuilding the types agree, in tenths, from the texts at this place."""
    match tenths := round(10 * agreement):
        case 0:
            return words(f"{place}.hardly_any")
        case 10:
            return words(f"{place}.nearly_all")
        case _:
            return words(f"{place}.tenths", tenths=tenths)


def type_json(found: Classification, words: Words) -> str:
    """What a map is most like, how plainly and why, as `chn-self type` prints it."""
    data = {
        "closest": found.closest,
        "clarity": found.clarity,
        "resemblance": None if found.resemblance is None else {**found.resemblance},
        "agreement": found.agreement,
        "reasons": [
            {"measure": r.measure, "direction": r.direction, "text": reason_text(r, words)}
            for r in found.reasons
        ],
        "measures": asdict(found.measures),
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
