"""What the links of a map tell: where people are met, who go together, and in whom groups meet."""

from dataclasses import dataclass

from chn_self.domain.connection import Connection
from chn_self.domain.personal_map import PersonalMap

People = tuple[Connection, ...]


@dataclass(frozen=True, slots=True)
class Ties:
    """Where people are met, who go together, and in whom groups meet.

    `met` are places and activities, each with the people who go with it, most people first;
    `groups` are the largest first.
    """

    met: tuple[tuple[Connection, People], ...] = ()
    groups: tuple[People, ...] = ()
    between: People = ()


def ties(map_: PersonalMap) -> Ties:
    """All that the links of a map tell; nothing where there are none."""
    if not map_.links:
        return Ties()
    # Imported where it is used: networkx is slow to load, and no first screen needs it.
    from chn_self.domain import network  # noqa: PLC0415

    return Ties(network.met_through(map_), network.groups(map_), network.between(map_))
