"""What a person chooses to hand on, and the map with everything else taken away."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from chn_self.domain.connection import Connection, Effect, Relation
from chn_self.domain.personal_map import Link, PersonalMap, Reflection, TypeView


class Part(StrEnum):
    """A part of a summary that can be put in or left out."""

    WORDS = "words"
    MATTERS = "matters"
    HELPS = "helps"
    GIVES = "gives"
    PICTURE = "picture"
    LIST = "list"
    MISSING = "missing"
    NEXT_STEP = "next_step"
    CHANGE = "change"
    HARDER = "harder"
    REFLECTIONS = "reflections"
    TYPE = "type"


class Names(StrEnum):
    """How connections are called."""

    ROLES = "roles"
    INITIALS = "initials"
    FULL = "full"


class Record(StrEnum):
    """Whether what is handed on may go in the person's record."""

    YES = "yes"
    ASK = "ask"
    NO = "no"


DEFAULT_PARTS = frozenset(
    {
        Part.WORDS,
        Part.MATTERS,
        Part.HELPS,
        Part.GIVES,
        Part.PICTURE,
        Part.LIST,
        Part.MISSING,
        Part.NEXT_STEP,
    }
)


@dataclass(frozen=True, slots=True)
class Choices:
    """What goes in: parts, names, ids left out, may it be kept, and words to the reader.

    `picture` is how connections are called in a picture that is handed on by itself.
    """

    parts: frozenset[Part] = DEFAULT_PARTS
    names: Names = Names.ROLES
    left_out: frozenset[str] = frozenset()
    record: Record | None = None
    words: str = ""
    picture: Names = Names.ROLES


def reduced(map_: PersonalMap, choices: Choices) -> PersonalMap:
    """The map with everything not chosen taken away; whatever is shown is worked out from it.

    It is equal for a map with a connection left out and for a map that never had it, so that
    nothing shows that anything is missing. Hence ids are given anew. What was said of a whole
    kind, `complete` and `support_answered`, is there for the type alone, so that it is the one
    the page shows; elsewhere it would turn what was left out into "none".
    """
    parts = choices.parts
    kept = tuple(c for c in map_.connections if _goes_in(c, choices))
    ids = {c.id: f"c{number}" for number, c in enumerate(kept, start=1)}
    shows_ties = bool(parts & {Part.PICTURE, Part.LIST})
    return PersonalMap(
        id="",
        as_of=map_.as_of,
        usual=map_.usual,
        connections=tuple(replace(_bare(c, parts), id=ids[c.id]) for c in kept),
        links=tuple(
            Link(ids[link.a], ids[link.b]) for link in map_.links if link.ends <= ids.keys()
        )
        if shows_ties
        else (),
        complete=map_.complete if Part.TYPE in parts else (),
        support_answered=map_.support_answered if Part.TYPE in parts else (),
        week_at_home=map_.week_at_home if Part.TYPE in parts else None,
        away=map_.away if Part.TYPE in parts else None,
        hope=map_.hope if Part.MISSING in parts else None,
        missing=tuple(replace(m, extra={}) for m in map_.missing if Part.MISSING in parts),
        reflections=tuple(
            Reflection(r.prompt, tuple(ids[about] for about in r.about), r.text)
            for r in map_.reflections
            if Part.REFLECTIONS in parts and ids.keys() >= {*r.about}
        ),
        type_view=replace(map_.type_view, extra={}) if Part.TYPE in parts else TypeView(),
        next_step=replace(map_.next_step, extra={})
        if map_.next_step is not None and Part.NEXT_STEP in parts
        else None,
    )


def without_type(choices: Choices) -> Choices:
    """The choices once the person says that a type does not feel right: it has to be asked for."""
    return replace(choices, parts=choices.parts - {Part.TYPE})


def hidden_but_named(map_: PersonalMap, choices: Choices) -> tuple[Connection, ...]:
    """Connections left out, or not called by name, that the own words which go in name.

    Own words are never altered: the person is shown these before anything is handed on.
    """
    words = "\n".join(_own_words(reduced(map_, choices), choices)).casefold()
    hidden = (
        c for c in map_.connections if choices.names != Names.FULL or not _goes_in(c, choices)
    )
    return tuple(
        c for c in hidden if re.search(rf"(?<!\w){re.escape(c.name.casefold())}(?!\w)", words)
    )


def _goes_in(c: Connection, choices: Choices) -> bool:
    return not (c.private or c.relation == Relation.PRESENCE or c.id in choices.left_out)


def _bare(c: Connection, parts: frozenset[Part]) -> Connection:
    """The connection with only what the parts show, or work out, of it."""
    drawn = bool(parts & {Part.PICTURE, Part.LIST})
    return Connection(
        id=c.id,
        kind=c.kind,
        name=c.name,
        relation=c.relation,
        type=c.type,
        closeness=c.closeness if drawn and c.relation != Relation.PRACTITIONER else None,
        often=c.often if Part.LIST in parts else None,
        effect=_effect(c.effect, parts),
        new=c.new if drawn or Part.TYPE in parts else None,
        matters=True if c.matters and Part.MATTERS in parts else None,
        me_there=c.me_there if c.matters and Part.MATTERS in parts else None,
        whose_choice=c.whose_choice if c.matters and Part.MATTERS in parts else None,
        gives=c.gives if Part.GIVES in parts else (),
        receives=c.receives if parts & {Part.HELPS, Part.TYPE} else (),
    )


def _effect(effect: Effect | None, parts: frozenset[Part]) -> Effect | None:
    """Without the harder marks "neither" goes too: beside it, an empty place would say "harder"."""
    if Part.HARDER in parts:
        return effect
    drawn = parts & {Part.HELPS, Part.PICTURE, Part.LIST}
    return effect if effect == Effect.HELPS and drawn else None


def _own_words(map_: PersonalMap, choices: Choices) -> Iterator[str]:
    """Every text of the person's own that a summary of this reduced map may show."""
    if Part.WORDS in choices.parts:
        yield choices.words
    yield from (c.me_there or "" for c in map_.connections)
    yield map_.hope or ""
    yield from (m.text for m in map_.missing)
    yield from (r.text for r in map_.reflections)
    yield map_.type_view.own_words or ""
    if map_.next_step is not None:
        yield from (t or "" for t in (map_.next_step.what, map_.next_step.who, map_.next_step.when))
