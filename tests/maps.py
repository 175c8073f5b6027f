"""Maps for tests: builders that say only what matters, and strategies for every valid map."""

from enum import Enum
from functools import cache
from pathlib import Path
from typing import TypeVar

from hypothesis import strategies as st

from chn_self.domain.connection import (
    ActivityType,
    Closeness,
    Connection,
    Effect,
    Kind,
    Often,
    PlaceType,
    Relation,
    Support,
    WhoseChoice,
)
from chn_self.domain.personal_map import (
    NAME_LENGTH,
    NOTE_LENGTH,
    TEXT_LENGTH,
    Fits,
    HowItWent,
    Link,
    Missing,
    NextStep,
    PersonalMap,
    Reflection,
    TypeView,
)
from chn_self.domain.text import tidy
from chn_self.files.validation import known_keys

EXAMPLES = tuple(sorted((Path(__file__).parent / "examples").glob("*.chn.json")))

# Names that have broken other people's pages: markup, templates, formulas, right-to-left text
# and its overrides, joined emoji, stacked combining marks, the longest there is.
AWKWARD = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ 7*7 }} ${7*7} {name}",
    "=HYPERLINK('x')",
    "ليلى",
    "\u202egnp.exe",
    "👩‍👩‍👧‍👦",
    "Z\u0361\u035c\u0321a\u0322l\u0489go",
    "Zoë",
    "李小龙",
    "x" * NAME_LENGTH,
    "😀" * NAME_LENGTH,
)

E = TypeVar("E", bound=Enum)
T = TypeVar("T")


def person(id_: str, name: str = "Sam", relation: Relation | None = Relation.FRIEND) -> Connection:
    """A person, a friend unless told."""
    return Connection(id_, Kind.PERSON, name, relation)


def place(id_: str, name: str = "Park", type_: PlaceType | None = None) -> Connection:
    """A place."""
    return Connection(id_, Kind.PLACE, name, type=type_)


def activity(id_: str, name: str = "Walking", type_: ActivityType | None = None) -> Connection:
    """An activity."""
    return Connection(id_, Kind.ACTIVITY, name, type=type_)


def map_of(*connections: Connection, links: tuple[tuple[str, str], ...] = ()) -> PersonalMap:
    """A map of these connections, in which these pairs go together."""
    return PersonalMap("m", connections=connections, links=tuple(Link(a, b) for a, b in links))


@cache
def texts(limit: int = TEXT_LENGTH) -> st.SearchStrategy[str]:
    """Texts as a file may hold them: tidy, in any script, with line ends and tabs."""
    letters = st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t")
    return _tidied(st.text(letters, max_size=60), limit)


@cache
def names() -> st.SearchStrategy[str]:
    """Names of connections, awkward ones among them."""
    letters = st.characters(exclude_categories=["Cs", "Cc"])
    typed = _tidied(st.text(letters, min_size=1, max_size=NAME_LENGTH), NAME_LENGTH)
    return st.one_of(st.sampled_from(AWKWARD).map(tidy), typed.filter(bool))


@cache
def ids() -> st.SearchStrategy[str]:
    """Ids: mostly short ones, that tests may meet twice; now and then any short line."""
    return st.one_of(st.integers(0, 99).map(lambda n: f"c{n}"), names())


@cache
def extras(*known: str) -> st.SearchStrategy[dict[str, object]]:
    """Keys that version 1 does not know, with any JSON."""
    any_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=10)
    leaves = (
        st.none()
        | st.booleans()
        | st.integers(-(10**30), 10**30)
        | st.floats(allow_nan=False, allow_infinity=False)
        | any_text
    )
    values: st.SearchStrategy[object] = st.recursive(
        leaves,
        lambda below: st.lists(below, max_size=3) | st.dictionaries(any_text, below, max_size=3),
        max_leaves=4,
    )
    keys = any_text.filter(lambda key: key not in known)
    return st.just({}) | st.dictionaries(keys, values, max_size=2)


@cache
def connections() -> st.SearchStrategy[Connection]:
    """Any connection that a file may hold."""
    return st.one_of(
        _connections(
            Kind.PERSON,
            relation=_answers(Relation),
            gives=_several(Support),
            receives=_several(Support),
        ),
        _connections(Kind.PLACE, type=_answers(PlaceType)),
        _connections(Kind.ACTIVITY, type=_answers(ActivityType)),
    )


@st.composite
def maps(draw: st.DrawFn, most: int = 8) -> PersonalMap:
    """Any map that a file may hold, with up to `most` connections."""
    found = draw(st.lists(connections(), max_size=most, unique_by=lambda c: c.id))
    here = [c.id for c in found]
    pairs = [(a, b) for i, a in enumerate(here) for b in here[:i]]
    away = draw(_answered(st.booleans()))
    week = st.none() if away else _answered(st.integers(1, 5))
    return PersonalMap(
        id=draw(st.just("") | st.uuids().map(str)),
        saved_at=draw(_answered(st.datetimes().map(lambda time: f"{time.isoformat()}Z"))),
        as_of=draw(_answered(st.dates().map(str))),
        usual=draw(_answered(st.booleans())),
        connections=tuple(found),
        links=draw(_links(pairs)),
        complete=draw(_several(Kind)),
        support_answered=draw(_several(Support)),
        week_at_home=draw(week),
        away=away,
        satisfaction=draw(_answered(st.integers(1, 5))),
        hope=draw(_answered(texts())),
        missing=draw(_tuples(st.builds(Missing, texts(), extras(*known_keys(Missing))))),
        reflections=draw(_tuples(_reflections(here))),
        type_view=draw(
            st.builds(TypeView, _answers(Fits), _answered(texts()), extras(*known_keys(TypeView)))
        ),
        next_step=draw(_answered(_next_steps())),
        extra=draw(extras("format", "version", *known_keys(PersonalMap))),
    )


def _connections(kind: Kind, **given: st.SearchStrategy[object]) -> st.SearchStrategy[Connection]:
    return st.builds(
        Connection,
        id=ids(),
        kind=st.just(kind),
        name=names(),
        closeness=_answers(Closeness),
        often=_answers(Often),
        effect=_answers(Effect),
        new=_answered(st.booleans()),
        matters=_answered(st.booleans()),
        me_there=_answered(texts()),
        whose_choice=_answers(WhoseChoice),
        private=_answered(st.booleans()),
        note=_answered(texts(NOTE_LENGTH)),
        extra=extras(*known_keys(Connection)),
        **given,
    )


def _reflections(here: list[str]) -> st.SearchStrategy[Reflection]:
    about = _tuples(st.sampled_from(here) if here else ids())
    return st.builds(Reflection, names(), about, texts(), extras(*known_keys(Reflection)))


@cache
def _next_steps() -> st.SearchStrategy[NextStep]:
    said = _answered(texts())
    return st.builds(NextStep, said, said, said, _answers(HowItWent), extras(*known_keys(NextStep)))


def _links(pairs: list[tuple[str, str]]) -> st.SearchStrategy[tuple[Link, ...]]:
    if not pairs:
        return st.just(())
    some = st.lists(st.sampled_from(pairs), unique=True, max_size=6)
    extra = extras(*known_keys(Link))
    return some.flatmap(
        lambda ends: st.tuples(*(st.builds(Link, st.just(a), st.just(b), extra) for a, b in ends))
    )


def _tidied(typed: st.SearchStrategy[str], limit: int) -> st.SearchStrategy[str]:
    return typed.map(tidy).filter(lambda text: len(text) <= limit)


def _answered(value: st.SearchStrategy[T]) -> st.SearchStrategy[T | None]:
    return st.none() | value


def _answers(among: type[E]) -> st.SearchStrategy[E | None]:
    return _answered(st.sampled_from([*among]))


def _several(among: type[E]) -> st.SearchStrategy[tuple[E, ...]]:
    return st.lists(st.sampled_from([*among]), unique=True, max_size=5).map(tuple)


def _tuples(items: st.SearchStrategy[T]) -> st.SearchStrategy[tuple[T, ...]]:
    return st.lists(items, max_size=3).map(tuple)
