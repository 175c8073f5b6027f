"""The picture as a file: whole by itself, by the names chosen, and with nothing that is private."""

import re
from base64 import b64decode
from dataclasses import replace

import pytest
from hypothesis import given

from chn_self.domain.connection import Connection, Effect, Relation
from chn_self.domain.personal_map import PersonalMap
from chn_self.domain.share import Choices, Names
from chn_self.views.saved_picture import SavedPicture, saved_picture
from tests.maps import AWKWARD, activity, map_of, maps, person, place
from tests.summaries import WORDS
from tests.views.drawn import SVG, tree

MAP = map_of(person("sam", "Sam Okafor"), place("park", "Green Park"), links=(("sam", "park"),))
FULL = Choices(picture=Names.FULL)


def saved(map_: PersonalMap, names: Names = Names.ROLES) -> SavedPicture:
    """The picture that is saved of a map, with names in this form."""
    return saved_picture(map_, Choices(picture=names), WORDS)


def texts(picture: SavedPicture) -> list[str]:
    """Everything written in it, without the isolates round names."""
    found = ("".join(t.itertext()) for t in tree(picture.svg).iter("text"))
    return [text.translate({0x2068: None, 0x2069: None}) for text in found]


@given(maps(most=10))
def test_opens_by_itself(map_: PersonalMap) -> None:
    """It reads as SVG of the size it says, and holds no script, style or address."""
    picture = saved_picture(map_, FULL, WORDS)
    assert picture.svg.startswith(f'<svg xmlns="{SVG[1:-1]}"')
    root = tree(picture.svg)
    assert (root.get("width"), root.get("height")) == (str(picture.width), str(picture.height))
    tags = {element.tag for element in root.iter()}
    assert tags <= {
        "svg", "title", "desc", "path", "ellipse", "line", "circle", "rect", "text", "g"
    }  # fmt: skip
    assert not any(re.match("on|style|.*href|data-press", k) for e in root.iter() for k in e.attrib)


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        (Names.ROLES, {"Friend", "Place"}),
        (Names.INITIALS, {"S.O.", "G.P."}),
        (Names.FULL, {"Sam Okafor", "Green Park"}),
    ],
)
def test_calls_everyone_as_was_chosen(names: Names, shown: set[str]) -> None:
    """And no other way: the names that were not chosen are nowhere in the file."""
    picture = saved(MAP, names)
    assert shown <= {*texts(picture)}
    assert names == Names.FULL or "Okafor" not in picture.svg


@pytest.mark.parametrize(
    "hidden",
    [
        replace(person("ali", "Ali"), private=True),
        person("ali", "Ali", Relation.PRESENCE),
    ],
)
def test_is_as_if_what_is_not_shared_had_never_been_there(hidden: Connection) -> None:
    """The very same file, to the letter."""
    more = replace(MAP, connections=(MAP.connections[0], hidden, MAP.connections[1]))
    for names in Names:
        assert saved(more, names) == saved(MAP, names)


@given(maps(most=8))
def test_tells_nothing_of_what_is_not_in_it(map_: PersonalMap) -> None:
    """The same picture as of a map that never had it, whatever else is on either."""
    kept = [c for c in map_.connections if not c.private and c.relation != Relation.PRESENCE]
    ids = {c.id for c in kept}
    links = tuple(link for link in map_.links if link.ends <= ids)
    assert saved(map_) == saved(PersonalMap("other", connections=tuple(kept), links=links))


def test_leaves_out_whom_the_person_keeps_out_of_what_they_share() -> None:
    """One form of handing on shows no more than another."""
    without = replace(MAP, connections=MAP.connections[:1], links=())
    assert saved_picture(MAP, Choices(left_out=frozenset({"park"})), WORDS) == saved(without)


@pytest.mark.parametrize("effect", [Effect.MIXED, Effect.DRAINS, Effect.NEUTRAL])
def test_shows_no_mark_but_a_help(effect: Effect) -> None:
    """As in a summary in which nothing else was asked for."""
    marked = map_of(replace(person("sam"), effect=effect))
    assert saved(marked) == saved(map_of(person("sam")))
    assert saved(map_of(replace(person("sam"), effect=Effect.HELPS))) != saved(marked)


def test_speaks_as_the_one_who_hands_it_on() -> None:
    """It is their picture, so it says "Me"."""
    assert saved(MAP).title == "Me, with 1 person and 1 place"
    assert "Me" in texts(saved(MAP))
    assert saved(map_of()).title == "Me, in the middle."


def test_names_beneath_what_stands_there_as_a_number() -> None:
    """On a full picture no name is missing."""
    names = [f"Person called {i}" for i in range(120)]
    people = [person(f"p{i}", name) for i, name in enumerate(names)]
    picture = saved(map_of(*people, activity("walk", "Walking")), Names.FULL)
    written = texts(picture)
    numbers = {text.partition(" ")[0] for text in written if "Person called" in text}
    assert {text for text in written if text.isdigit()} <= numbers
    assert "Walking" in " ".join(written)


@pytest.mark.parametrize("name", [*AWKWARD, "\ufffe\uffff"])
def test_a_name_is_text(name: str) -> None:
    """Whatever it holds."""
    picture, harmless = (
        tree(saved(map_of(person("a", called)), Names.FULL).svg) for called in (name, "Sam")
    )
    assert {e.tag for e in picture.iter()} == {e.tag for e in harmless.iter()}


def test_the_preview_is_the_file() -> None:
    """To the last byte."""
    picture = saved(MAP)
    kind, _, data = picture.address.partition(",")
    assert kind == "data:image/svg+xml;base64"
    assert b64decode(data).decode() == picture.svg
