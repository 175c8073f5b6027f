"""One connection of the ego: a person, a place or an activity."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum


class Kind(StrEnum):
    """What a connection is to."""

    PERSON = "person"
    PLACE = "place"
    ACTIVITY = "activity"


class Relation(StrEnum):
    """What someone is to the ego, in the ego's own judgement."""

    PARTNER = "partner"
    FAMILY = "family"
    FRIEND = "friend"
    NEIGHBOUR = "neighbour"
    COLLEAGUE = "colleague"
    GROUP = "group"
    ONLINE = "online"
    OTHER = "other"
    PRACTITIONER = "practitioner"
    PET = "pet"
    REMEMBERED = "remembered"
    PRESENCE = "presence"


class PlaceType(StrEnum):
    """What sort of place a place is."""

    HOME = "home"
    HOME_OF_SOMEONE = "home_of_someone"
    OUTDOORS = "outdoors"
    SHOP_OR_CAFE = "shop_or_cafe"
    COMMUNITY = "community"
    FAITH = "faith"
    LEARNING = "learning"
    WORK = "work"
    HEALTH_SERVICE = "health_service"
    ONLINE = "online"
    OTHER = "other"


class ActivityType(StrEnum):
    """What sort of activity an activity is."""

    WORK = "work"
    VOLUNTEERING = "volunteering"
    LEARNING = "learning"
    EXERCISE = "exercise"
    CREATIVE = "creative"
    FAITH = "faith"
    SOCIAL = "social"
    CARING = "caring"
    HOBBY = "hobby"
    PEER_GROUP = "peer_group"
    ONLINE = "online"
    OTHER = "other"


class Closeness(IntEnum):
    """The ring a connection is drawn on, 1 the nearest."""

    INNER = 1
    MIDDLE = 2
    OUTER = 3


class Often(StrEnum):
    """How often the ego is in touch, is there, or does it."""

    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    RARELY = "rarely"


class Effect(StrEnum):
    """What a connection does for the ego, as the ego marks it."""

    HELPS = "helps"
    MIXED = "mixed"
    DRAINS = "drains"
    NEUTRAL = "neutral"


class WhoseChoice(StrEnum):
    """Whose choice it is that the connection is there."""

    MINE = "mine"
    SHARED = "shared"
    SOMEONE_ELSES = "someone_elses"


class Support(StrEnum):
    """A kind of support that is given or received."""

    LISTENING = "listening"
    PRACTICAL = "practical"
    ADVICE = "advice"
    COMPANY = "company"
    HEALTH = "health"


# Drawn and listed like anyone, counted in no measure.
UNCOUNTED = frozenset({Relation.PET, Relation.REMEMBERED, Relation.PRESENCE})

# Unknown keys of a map file, kept as they were read so that a round trip loses nothing.
Extra = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Connection:
    """A person, place or activity on the map; None means not answered.

    `relation` is answered for people only, `type` for places and activities only.
    """

    id: str
    kind: Kind
    name: str
    relation: Relation | None = None
    type: PlaceType | ActivityType | None = None
    closeness: Closeness | None = None
    often: Often | None = None
    effect: Effect | None = None
    new: bool | None = None
    matters: bool | None = None
    me_there: str | None = None
    whose_choice: WhoseChoice | None = None
    private: bool | None = None
    note: str | None = None
    gives: tuple[Support, ...] = ()
    receives: tuple[Support, ...] = ()
    extra: Extra = field(default_factory=dict)

    @property
    def counts(self) -> bool:
        """Whether the connection enters any measure."""
        return self.relation not in UNCOUNTED


def by_closeness(connections: Iterable[Connection]) -> tuple[Connection, ...]:
    """Nearest first, those with no ring last, else in the order they came in."""
    return tuple(sorted(connections, key=lambda c: c.closeness or len(Closeness) + 1))
