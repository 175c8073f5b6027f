"""Reasons for a network type in words."""

from chn_self.domain.reasons import Reason
from chn_self.views.words import Words


def reason_text(reason: Reason, words: Words) -> str:
    """A count from the person's own map, as a sentence."""
    return words(f"reasons.{reason.wording}", **reason.values)
