"""Comparing the map with an earlier one."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Same:
    """Say that one on the earlier map and one on this map are the same."""

    before: str
    now: str


@dataclass(frozen=True, slots=True)
class NotSame:
    """Say that one on the earlier map and one on this map are two."""

    before: str
    now: str


@dataclass(frozen=True, slots=True)
class AskAgain:
    """Take back what was said of which are the same."""


@dataclass(frozen=True, slots=True)
class PutAway:
    """Let the earlier map go."""


Comparing = Same | NotSame | AskAgain | PutAway
