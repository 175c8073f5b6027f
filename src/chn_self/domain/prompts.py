"""Prompts to think with: which a map gives, what each speaks of, and in which order."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice, zip_longest
from zlib import crc32

from chn_self.domain.connection import (
    Connection,
    Effect,
    Kind,
    PlaceType,
    Relation,
    WhoseChoice,
)
from chn_self.domain.measures import FAMILY
from chn_self.domain.personal_map import Fits, PersonalMap
from chn_self.domain.ties import ties

# Prompts speak in the present, and a screen may be looked at: who has died, and what only the
# person feels is there, are for the person to bring up.
UNNAMED = frozenset({Relation.PRESENCE, Relation.REMEMBERED})
HARDER = frozenset({Effect.MIXED, Effect.DRAINS})
WORDINGS = 2
MOST_OF_A_RULE = 2

# The topics of each theme and how many prompts each has; the words under the same keys say which
# theme of the study a topic is.
WIDE = (
    ("kinds", 2),
    ("managing", 2),
    ("lasts", 2),
    ("too_much", 2),
    ("known", 2),
    ("who_knows", 2),
)
FAMILY_STRENGTHS = (("giving", 2), ("getting", 2))
FAMILY_HOME = ("home", 2)
FAMILY_BEYOND = (("room", 3), ("second", 3))
SMALL = (
    ("kept_going", 2),
    ("on_your_side", 2),
    ("other_sides", 2),
    ("relying", 2),
    ("quiet", 2),
    ("one_small", 2),
)
OPEN = (("stands_out", 3), ("matters_most", 3), ("cannot_show", 3))


@dataclass(frozen=True, slots=True)
class Prompt:
    """Something to think about: the key of its words under `prompts`, and the ids it speaks of.

    The words call the connection with the first id {name}, with the second {other}.
    """

    key: str
    about: tuple[str, ...] = ()


def prompts(
    map_: PersonalMap, closest: str | None = None, clarity: str | None = None
) -> tuple[Prompt, ...]:
    """All prompts for a map, from the map itself and from its theme by turns; never none.

    `closest` and `clarity` are the values of a classification the person asked to see, or None.
    The themes are those of Pinfold et al. 2015 (doi 10.3310/hsdr03050). The same map gives the
    same prompts in the same words.
    """
    harder_at_home = family_or_home_is_harder(map_)
    shown = nameable(map_)
    theme = _theme(_theme_name(map_, closest, clarity), shown, harder_at_home)
    return tuple(_by_turns(_from_the_map(map_, shown), theme))


def nameable(map_: PersonalMap) -> tuple[Connection, ...]:
    """Those whom the page may bring up by name: nobody private, remembered or a presence.

    Where family and home are mixed or make things harder, nobody and nothing of them either.
    """
    harder_at_home = family_or_home_is_harder(map_)
    return tuple(
        c
        for c in map_.connections
        if not c.private
        and c.relation not in UNNAMED
        and not (harder_at_home and _family_or_home(c))
    )


def family_or_home_is_harder(map_: PersonalMap) -> bool:
    """Whether half or more of the marked family, partner and home make things harder or are mixed.

    Private ones count here: they are left out of what is said, not of what keeps someone safe.
    """
    marked = [c.effect for c in map_.connections if _family_or_home(c) and c.effect is not None]
    return bool(marked) and 2 * sum(effect in HARDER for effect in marked) >= len(marked)


def _family_or_home(c: Connection) -> bool:
    return c.relation in FAMILY or c.type == PlaceType.HOME


# --- From the map ------------------------------------------------------------------------------


def _from_the_map(map_: PersonalMap, shown: tuple[Connection, ...]) -> Iterator[Prompt]:
    """One prompt of each rule that fires, strengths first, then a second of each."""
    calm = tuple(c for c in shown if c.effect not in HARDER)
    helps = tuple(c for c in calm if c.effect == Effect.HELPS)
    rules: tuple[tuple[str, Iterable[tuple[str, ...]]], ...] = (
        ("helps", _each(sorted(helps, key=lambda c: not c.matters))),
        ("both", _each(c for c in helps if c.gives and c.receives)),
        ("met", _met(map_, calm)),
        ("matters", _each(c for c in calm if c.matters)),
        ("new", _each(c for c in calm if c.new)),
        ("me_there", _each(c for c in calm if c.me_there)),
        ("my_choice", _each(c for c in calm if c.whose_choice == WhoseChoice.MINE)),
        # Never named: the one whose choice it is may be looking on.
        ("their_choice", _once(c.whose_choice == WhoseChoice.SOMEONE_ELSES for c in shown)),
        ("missing", _once(bool(m.text) for m in map_.missing)),
    )
    fired = (
        [_worded(map_, rule, about) for about in islice(abouts, MOST_OF_A_RULE)]
        for rule, abouts in rules
    )
    return _by_turns(*fired)


def _each(connections: Iterable[Connection]) -> Iterator[tuple[str, ...]]:
    return ((c.id,) for c in connections)


def _once(signs: Iterable[bool]) -> tuple[tuple[str, ...], ...]:
    return ((),) if any(signs) else ()


def _met(map_: PersonalMap, calm: tuple[Connection, ...]) -> Iterator[tuple[str, ...]]:
    """Each place or activity that people go with, and the first of them who may be named."""
    ids = {c.id for c in calm}
    for thing, people in ties(map_).met:
        person = next((p.id for p in people if p.id in ids), None)
        if person is not None and thing.id in ids:
            yield (thing.id, person)


def _worded(map_: PersonalMap, rule: str, about: tuple[str, ...]) -> Prompt:
    """The prompt in one of its wordings, which stays the same as long as it is about the same.

    A prompt that was put away or written to must not come back in other words after an edit.
    """
    content = "\n".join((map_.id, rule, *about)).encode("utf-8", "surrogatepass")
    return Prompt(f"map.{rule}.{crc32(content) % WORDINGS + 1}", about)


# --- From the theme ----------------------------------------------------------------------------


def _theme_name(map_: PersonalMap, closest: str | None, clarity: str | None) -> str:
    """The theme of a type that is clear, unless the person said no to it; else the open one."""
    if clarity != "clear" or map_.type_view.fits == Fits.NO:
        return "open"
    match closest:
        case "diverse_and_active":
            return "wide"
        case "family_and_stable":
            return "family"
        case "formal_and_sparse":
            return "small"
        case _:
            return "open"


def _theme(name: str, shown: tuple[Connection, ...], harder_at_home: bool) -> tuple[Prompt, ...]:
    match name:
        case "wide":
            return _topics("wide", WIDE)
        case "small":
            return _topics("small", SMALL)
        case "family" if harder_at_home:
            return _topics("family", FAMILY_BEYOND) + _topics("open", OPEN)
        case "family":
            return _topics("family", FAMILY_STRENGTHS + FAMILY_BEYOND) + _good_home(shown)
        case _:
            return _topics("open", OPEN)


def _topics(theme: str, topics: tuple[tuple[str, int], ...]) -> tuple[Prompt, ...]:
    """The first prompt of every topic, then the second of every topic, and so on."""
    most = max(count for _, count in topics)
    return tuple(
        Prompt(f"{theme}.{topic}.{n}")
        for n in range(1, most + 1)
        for topic, count in topics
        if n <= count
    )


def _good_home(shown: tuple[Connection, ...]) -> tuple[Prompt, ...]:
    """Prompts on home, only where a home was marked as a help."""
    topic, count = FAMILY_HOME
    home = next((c for c in shown if _helping_home(c)), None)
    if home is None:
        return ()
    return tuple(Prompt(f"family.{topic}.{n}", (home.id,)) for n in range(1, count + 1))


def _helping_home(c: Connection) -> bool:
    return c.kind == Kind.PLACE and c.type == PlaceType.HOME and c.effect == Effect.HELPS


def _by_turns(*lists: Iterable[Prompt]) -> Iterator[Prompt]:
    """The first of every list, then the second of every list, until all are at their end."""
    turns = chain.from_iterable(zip_longest(*lists))
    return (prompt for prompt in turns if prompt is not None)
