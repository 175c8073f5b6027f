"""What was said of a connection, in words, in one order everywhere."""

from collections.abc import Mapping, Sequence

from chn_self.domain.connection import Connection, Kind
from chn_self.domain.direction import contained
from chn_self.domain.personal_map import PersonalMap
from chn_self.views.words import Words


def role(c: Connection, words: Words) -> str | None:
    """What someone is to the person, or what sort of place or activity it is, in a word or two."""
    answer = c.relation if c.kind == Kind.PERSON else c.type
    table = "relation" if c.kind == Kind.PERSON else str(c.kind)
    return words(f"{table}.short.{answer}") if answer else None


def closeness(c: Connection, words: Words) -> str | None:
    """How close someone is, or how much of a part something plays."""
    if c.closeness is None:
        return None
    kind = "person" if c.kind == Kind.PERSON else "thing"
    return words(f"closeness.{kind}.{c.closeness.value}")


def facts(c: Connection, words: Words) -> tuple[str, ...]:
    """Everything answered by button about a connection: the same facts that the picture shows."""
    said = (
        role(c, words),
        closeness(c, words) or words("map.not_said"),
        words(f"effect.{c.effect}") if c.effect else None,
        words(f"often.{c.often}") if c.often else None,
        words("map.new") if c.new else None,
        words("list.star") if c.matters else None,
        words("list.just_me") if c.private else None,
    )
    return tuple(fact for fact in said if fact)


def sentence(c: Connection, others: Sequence[Connection], words: Words) -> str:
    """A connection in one breath: its name, what was said of it, and what it goes with."""
    said = words.comma.join((contained(c.name), *facts(c, words)))
    if not others:
        return said
    return said + words("map.with", names=words.comma.join(contained(o.name) for o in others))


def ties(map_: PersonalMap) -> Mapping[str, tuple[Connection, ...]]:
    """The connections that go with each connection, in map order, by id."""
    place = {c.id: at for at, c in enumerate(map_.connections)}
    together: dict[str, set[int]] = {}
    for link in map_.links:
        together.setdefault(link.a, set()).add(place[link.b])
        together.setdefault(link.b, set()).add(place[link.a])
    return {
        id_: tuple(map_.connections[at] for at in sorted(others))
        for id_, others in together.items()
    }
