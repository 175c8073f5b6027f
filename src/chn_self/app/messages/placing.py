"""Working on the picture: looking at one connection, and moving it."""

from dataclasses import dataclass

from chn_self.domain.connection import Closeness


@dataclass(frozen=True, slots=True)
class Select:
    """Look at one connection on the picture; again to let it go."""

    id: str


@dataclass(frozen=True, slots=True)
class Look:
    """Look at one connection on the picture, and go to what can be done with it."""

    id: str


@dataclass(frozen=True, slots=True)
class LookAway:
    """Let go of the connection that is looked at, and go back to it on the picture."""


@dataclass(frozen=True, slots=True)
class Move:
    """Move a connection earlier (by < 0) or later on its ring."""

    id: str
    by: int


@dataclass(frozen=True, slots=True)
class Nearer:
    """Move a connection so many rings nearer the middle, or further out with `by` below 0."""

    id: str
    by: int


@dataclass(frozen=True, slots=True)
class Put:
    """Put a connection on a ring, just before another of its kind, or after all of them."""

    id: str
    closeness: Closeness
    before: str | None


Placing = Select | Look | LookAway | Move | Nearer | Put
