"""A network type and the reasons for it, in words and as data."""

import json
from dataclasses import asdict

from chn_self.domain.network_type import Classification
from chn_self.domain.reasons import Reason
from chn_self.views.words import Words


def reason_text(reason: Reason, words: Words) -> str:
    """A count from the person's own map, as a sentence."""
    return words(f"reasons.{reason.wording}", **reason.values)


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
