"""The map of what a person hands on, with everything else taken away."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from chn_self.domain.choices import (
    DEFAULT_PARTS,
    Choices,
    Detail,
    Names,
    Part,
    Reader,
    Ready,
    Record,
    Shown,
)
from chn_self.domain.comparison import Comparison, Pair
from chn_self.domain.connection import Connection, Effect, Kind, Relation
from chn_self.domain.personal_map import Link, PersonalMap, Reflection, TypeView

__all__ = [
    "DEFAULT_PARTS",
    "Choices",
    "Detail",
    "Names",
    "Part",
    "Reader",
    "Ready",
    "Record",
    "Shown",
    "goes_in",
    "hidden",
    "kept_off",
    "naming",
    "reduced",
    "since",
]

# A part of a name that may stand for it, such as a first name, has at least this many letters.
SHORTEST_NAME = 3


def reduced(map_: PersonalMap, choices: Choices) -> PersonalMap:
    """The map with everything not chosen taken away; whatever is shown is worked out from it.

    It is equal for a map with a connection left out and for a map that never had it, so that
    nothing shows that anything is missing. Hence ids are given anew. What was said of a whole
    kind, `complete` and `support_answered`, is there for the type alone, so that it is the one
    the page shows; elsewhere it would turn what was left out into "none".
    """
    parts = choices.parts
    ids = _new_ids(map_, choices)
    shows_ties = bool(parts & {Part.PICTURE, Part.LIST})
    return PersonalMap(
        id="",
        as_of=map_.as_of,
        usual=map_.usual,
        connections=tuple(_bare(c, choices, ids) for c in map_.connections if c.id in ids),
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


def since(found: Comparison, choices: Choices) -> Comparison:
    """What there is to say of an earlier map: only of those that go in on both sides.

    Ids are those of the reduced map now. Whoever is not on the map now cannot be put in or left
    out, so nothing is said of them; nor is anyone new who may be somebody from before. The map
    before has as its date the day it was kept, since it may be worked on long after it was begun.
    """
    ids = _new_ids(found.now, choices)
    matched = ((replace(p.before, id=p.now.id), p.now) for p in found.matched if p.now.id in ids)
    day = (found.before.saved_at or found.before.as_of or "")[:10]
    bare = replace(found.before, connections=(), links=(), reflections=(), as_of=day or None)
    return Comparison(
        before=reduced(bare, choices),
        now=reduced(found.now, choices),
        matched=tuple(
            Pair(_bare(before, choices, ids), _bare(now, choices, ids))
            for before, now in matched
            if goes_in(before, choices)
        ),
        new_here=tuple(_bare(c, choices, ids) for c in found.new_here if c.id in ids),
        not_here=(),
        perhaps_same=(),
    )


def kept_off(c: Connection) -> bool:
    """Whether it is in nothing that is shared, unless it is put in by itself."""
    return bool(c.private) or c.relation == Relation.PRESENCE


def goes_in(c: Connection, choices: Choices) -> bool:
    """Whether a connection is in what is handed on."""
    reader = choices.reader
    if reader is not None and reader.id == c.id and reader.shown == Shown.LEFT_OUT:
        return False
    return c.id not in choices.left_out and (c.id in choices.put_in or not kept_off(c))


def hidden(map_: PersonalMap, choices: Choices) -> tuple[Connection, ...]:
    """Those left out, or in but not by their name."""
    in_full = choices.names == Names.FULL
    return tuple(c for c in map_.connections if not (in_full and goes_in(c, choices)))


def naming(
    texts: Iterable[str], hidden: Iterable[Connection]
) -> tuple[tuple[Connection, str], ...]:
    """Who of those hidden is named in own words that go in, each with the first line that does it.

    Own words are never altered: the person is shown these before anything is handed on. People
    may be called by a part of their name, such as the first, written as it is there.
    """
    lines = [line for text in texts for line in text.splitlines()]
    found = ((c, next((line for line in lines if _names(c, line)), None)) for c in hidden)
    return tuple((c, line) for c, line in found if line is not None)


def _names(c: Connection, line: str) -> bool:
    parts = c.name.split() if c.kind == Kind.PERSON else []
    given = (part for part in parts if len(part) >= SHORTEST_NAME and part[0].isupper())
    return _has_word(c.name.casefold(), line.casefold()) or any(_has_word(g, line) for g in given)


def _has_word(word: str, text: str) -> bool:
    return word in text and bool(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text))


def _new_ids(map_: PersonalMap, choices: Choices) -> Mapping[str, str]:
    kept = (c.id for c in map_.connections if goes_in(c, choices))
    return {id: f"c{number}" for number, id in enumerate(kept, start=1)}


def _bare(c: Connection, choices: Choices, ids: Mapping[str, str]) -> Connection:
    """The connection with only what the parts show, or work out, of it."""
    parts, details, reader = choices.parts, choices.details, choices.reader
    unmarked = reader is not None and reader.id == c.id and reader.shown == Shown.UNMARKED
    drawn = bool(parts & {Part.PICTURE, Part.LIST})
    placed = c.relation != Relation.PRACTITIONER or Detail.WORKERS_CLOSENESS in details
    starred = bool(c.matters) and Part.MATTERS in parts and not unmarked
    return Connection(
        id=ids[c.id],
        kind=c.kind,
        name=c.name,
        relation=c.relation,
        type=c.type,
        closeness=c.closeness if drawn and placed and not unmarked else None,
        often=c.often if Part.LIST in parts else None,
        effect=None if unmarked else _effect(c.effect, parts),
        new=c.new if drawn or Part.TYPE in parts else None,
        matters=True if starred else None,
        me_there=c.me_there if starred else None,
        whose_choice=c.whose_choice if starred else None,
        gives=c.gives if Part.GIVES in parts else (),
        receives=c.receives if parts & {Part.HELPS, Part.TYPE} else (),
        note=c.note if Detail.NOTES in details and Part.LIST in parts else None,
    )


def _effect(effect: Effect | None, parts: frozenset[Part]) -> Effect | None:
    """Without the harder marks "neither" goes too: beside it, an empty place would say "harder"."""
    if Part.HARDER in parts:
        return effect
    drawn = parts & {Part.HELPS, Part.PICTURE, Part.LIST}
    return effect if effect == Effect.HELPS and drawn else None
