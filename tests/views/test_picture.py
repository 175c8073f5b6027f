"""The picture as SVG: everyone in it, names as text, nothing that a strict page bars."""

import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chn_self.domain.connection import Closeness, Connection, Effect, Kind, Relation
from chn_self.domain.layout import Size
from chn_self.domain.personal_map import Link, PersonalMap
from chn_self.views.picture import legend, picture, spoken
from chn_self.views.words import Words, load_words
from e2e.large_map import large_map
from tests.maps import AWKWARD, maps
from tests.pseudo import mirrored_words
from tests.views.drawn import SVG, tree


@pytest.fixture(scope="module")
def words() -> Words:
    """The words in English."""
    return load_words("en")


def person(id_: str = "a", name: str = "Sam", effect: Effect | None = None) -> Connection:
    """A very close person."""
    return Connection(id_, Kind.PERSON, name, closeness=Closeness.INNER, effect=effect)


def map_of(*connections: Connection, links: tuple[Link, ...] = ()) -> PersonalMap:
    """A map of these connections and links."""
    return PersonalMap("m", connections=connections, links=links)


def marks(svg: str) -> list[ET.Element]:
    """The group of each connection."""
    return [g for g in tree(svg).iter("g") if g.get("data-connection")]


def text_of(svg: str) -> str:
    """All that a reader sees written in it, without the isolates round names."""
    return " ".join("".join(t.itertext()) for t in tree(svg).iter("text")).translate(
        {0x2068: None, 0x2069: None}
    )


@given(maps(most=10), st.sampled_from(Size), st.booleans())
def test_holds_everyone_once(map_: PersonalMap, size: Size, standalone: bool) -> None:
    """Whatever a file may hold, the picture reads as XML and has one mark for each connection."""
    svg = picture(map_, load_words("en"), size=size, standalone=standalone)
    drawn = [(g.get("data-connection"), g.get("data-kind")) for g in marks(svg)]
    expected = [(c.id, c.kind.value) for kind in Kind for c in map_.of_kind(kind)]
    # An XML reader turns each tab and line end in an attribute into a space.
    assert [(re.sub(r"\s", " ", str(i)), k) for i, k in drawn] == [
        (re.sub(r"\s", " ", i), k) for i, k in expected
    ]


@pytest.mark.parametrize("standalone", [False, True])
def test_counts_its_places_from_the_left_in_every_language(words: Words, standalone: bool) -> None:
    """Where a page runs from the right, a name would hang from the wrong side of its mark."""
    for language, direction in ((words, None), (mirrored_words(), "ltr")):
        svg = picture(map_of(person()), language, size=Size.WIDE, standalone=standalone)
        assert tree(svg).get("direction") == direction


@pytest.mark.parametrize("name", AWKWARD)
def test_the_persons_words_are_text(words: Words, name: str) -> None:
    """Markup in a name is shown, never obeyed: no element is there but those that we draw."""
    svg = picture(map_of(person(name=name)), words, size=Size.WIDE)
    drawn = {"svg", "title", "desc", "path", "ellipse", "line", "circle", "rect", "text", "g"}
    assert {e.tag for e in tree(svg).iter()} <= drawn
    assert not any(key.startswith("on") for e in tree(svg).iter() for key in e.attrib)


@pytest.mark.parametrize("standalone", [False, True])
def test_asks_nothing_that_a_strict_page_bars(words: Words, standalone: bool) -> None:
    """No style attribute, no script, no address: the page's policy would refuse them."""
    svg = picture(
        map_of(replace(person(), matters=True)), words, size=Size.WIDE, standalone=standalone
    )
    assert not re.search(r"style=|<script|<style|href=|url\(", svg)


def test_keeps_the_direction_of_a_name_inside_it(words: Words) -> None:
    """A name with an override is isolated, and is never translated."""
    svg = picture(map_of(person(name="\u202egnp.exe")), words, size=Size.WIDE)
    [name] = [t for t in tree(svg).iter("text") if t.get("class") == "map-name"]
    assert name.text == "\u2068\u202egnp.exe\u2069"
    assert name.get("translate") == "no"


def test_says_what_it_holds(words: Words) -> None:
    """Its title counts what it shows, and its description points to the list."""
    map_ = map_of(person("a"), person("b"), Connection("c", Kind.PLACE, "Park"))
    root = tree(picture(map_, words, size=Size.NARROW))
    assert root.get("role") == "tree"
    named = {e.get("id"): e.text for e in root if e.get("id")}
    said = [named[i] for i in str(root.get("aria-labelledby")).split()]
    assert said == ["You, with 2 people and 1 place", words("picture.list")]


@pytest.mark.parametrize(
    ("kinds", "said"),
    [
        ((), "You, in the middle. Nothing has been added yet."),
        ((Kind.ACTIVITY,), "You, with 1 activity"),
        ((*Kind, Kind.PLACE), "You, with 1 person, 2 places and 1 activity"),
    ],
)
def test_counts_in_words(words: Words, kinds: tuple[Kind, ...], said: str) -> None:
    """What is not on the map is not named, and one is not many."""
    map_ = map_of(*(Connection(f"c{i}", kind, "x") for i, kind in enumerate(kinds)))
    assert spoken(map_, words) == said


class TestViews:
    """What a view of the map makes stand out."""

    MAP = map_of(
        *(person(id_, id_.title()) for id_ in "abc"), links=(Link("a", "b"), Link("b", "c"))
    )

    def drawn(self, words: Words, lit: tuple[str, ...], selected: str | None = None) -> ET.Element:
        """The picture with these standing out."""
        return tree(picture(self.MAP, words, size=Size.WIDE, selected=selected, lit=lit))

    def test_some_stand_out_and_the_rest_stand_back(self, words: Words) -> None:
        """Each in a class of its own, and all of them pressable as before."""
        marks_ = [g for g in self.drawn(words, ("a",)).iter("g") if g.get("data-connection")]
        views = [{"map-out", "map-back"} & {*str(g.get("class")).split()} for g in marks_]
        assert views == [{"map-out"}, {"map-back"}, {"map-back"}]
        assert all(g.get("data-press") == "select" for g in marks_)

    def test_what_stands_out_has_a_ring(self, words: Words) -> None:
        """So that it does not rest on how pale the others are."""
        rings = [
            g.get("data-connection")
            for g in self.drawn(words, ("a", "c")).iter("g")
            if any(e.get("class") == "map-halo map-round" for e in g)
        ]
        assert rings == ["a", "c"]

    def test_the_chosen_one_keeps_its_own_ring(self, words: Words) -> None:
        """Whatever the view."""
        drawn = self.drawn(words, ("a",), "a").iter("g")
        (mark,) = [g for g in drawn if g.get("data-connection") == "a"]
        assert [e.get("class") for e in mark if "halo" in str(e.get("class"))] == ["map-halo"]

    def test_links_between_those_that_stand_out_are_drawn_stronger(self, words: Words) -> None:
        """Over the same ones, drawn faint."""
        groups = {str(g.get("class")): len(g) for g in self.drawn(words, ("a", "b")).iter("g")}
        assert groups["map-link map-between"] == 1
        assert groups["map-link map-faint"] == 2

    def test_nothing_stands_back_where_nothing_stands_out(self, words: Words) -> None:
        """An empty view shows the map as it is."""
        plain = picture(self.MAP, words, size=Size.WIDE)
        assert picture(self.MAP, words, size=Size.WIDE, lit=()) == plain
        assert "map-back" not in plain


def test_each_effect_is_drawn_apart(words: Words) -> None:
    """Without any colour the four effects and no answer at all look different."""
    drawn = set()
    for effect in (*Effect, None):
        [mark] = marks(picture(map_of(person(effect=effect)), words, size=Size.WIDE))
        shapes = [
            (e.tag, e.get("d"), e.get("stroke-width"), e.get("stroke-dasharray"), e.get("class"))
            for e in mark
            if e.tag != "text"
        ]
        drawn.add(str(shapes))
    assert len(drawn) == 5


@pytest.mark.parametrize(
    ("marked", "state"),
    [(replace(person(), new=True), "map-new"), (replace(person(), matters=True), "map-matters")],
)
def test_new_and_starred_are_drawn_apart(words: Words, marked: Connection, state: str) -> None:
    """What is new has a second outline and what matters a star: one shape more than plain."""
    [plain] = marks(picture(map_of(person()), words, size=Size.WIDE))
    [drawn] = marks(picture(map_of(marked), words, size=Size.WIDE))
    assert len(list(drawn)) == len(list(plain)) + 1
    assert state in str(drawn.get("class")).split()


def test_lights_what_goes_with_the_chosen(words: Words) -> None:
    """The chosen one's links are lit, what it goes with is marked, and nothing else is."""
    map_ = map_of(person("a"), person("b"), person("c"), links=(Link("a", "b"), Link("b", "c")))
    svg = picture(map_, words, size=Size.WIDE, selected="a")
    states = {g.get("data-connection"): str(g.get("class")).split() for g in marks(svg)}
    assert "map-chosen" in states["a"]
    assert "map-linked" in states["b"]
    assert "map-linked" not in states["c"]
    lit = [
        path
        for group in tree(svg).iter("g")
        if "map-lit" in str(group.get("class"))
        for path in group.iter("path")
    ]
    assert len(lit) == 1


def test_writes_out_the_name_of_a_chosen_number(words: Words) -> None:
    """One that stands as a number is named in a corner once it is chosen."""
    crowd = [person(f"c{i}", f"Old friend {i}") for i in range(60)]
    svg = picture(map_of(*crowd), words, size=Size.NARROW)
    numbered = [
        g for g in marks(svg) if any(t.get("class") == "map-number" for t in g.iter("text"))
    ]
    ident = str(numbered[-1].get("data-connection"))
    name = next(c.name for c in crowd if c.id == ident)
    chosen = picture(map_of(*crowd), words, size=Size.NARROW, selected=ident)
    assert name in text_of(chosen)


def test_each_mark_can_be_pressed(words: Words) -> None:
    """A press on a mark says which connection it chooses."""
    [mark] = marks(picture(map_of(person()), words, size=Size.NARROW))
    assert (mark.get("data-press"), mark.get("data-of")) == ("select", "a")


def items(svg: str) -> list[tuple[str | None, str | None]]:
    """What keys walk, in their order: the name of each, and whether Tab stops there."""
    walked = [e for e in tree(svg).iter() if e.get("role") == "treeitem"]
    return [(e.get("aria-label"), e.get("tabindex")) for e in walked]


def test_keys_walk_it_from_the_ego_to_the_kinds_and_along_each(words: Words) -> None:
    """One stop for Tab; each name says all that was said of it, and what it goes with."""
    sam = replace(person(effect=Effect.HELPS), relation=Relation.FRIEND)
    choir = Connection("c", Kind.ACTIVITY, "Choir")
    svg = picture(map_of(sam, choir, links=(Link("a", "c"),)), words, size=Size.WIDE)
    assert items(svg) == [
        ("You", "0"),
        ("People, 1", "-1"),
        ("Sam, Friend, very close, helps; with Choir", "-1"),
        ("Places, none yet", "-1"),
        ("Activities, 1", "-1"),
        ("Choir, no ring yet; with Sam", "-1"),
    ]


def test_a_number_is_told_as_well(words: Words) -> None:
    """Who speaks what they see can say it: with 200 on a phone some marks have no name."""
    svg = picture(large_map(200, 0), words, size=Size.NARROW)
    numbered = [
        (mark.get("aria-label"), text.text.translate({0x2068: None, 0x2069: None}))
        for mark in marks(svg)
        for text in mark.iter("text")
        if text.get("class") == "map-number" and text.text
    ]
    assert len(numbered) > 50
    assert all(str(said).endswith(f"; number {at} in the list") for said, at in numbered)


def test_standing_alone_it_is_one_image(words: Words) -> None:
    """Nothing in a saved picture is walked or pressed."""
    svg = picture(map_of(person()), words, size=Size.WIDE, standalone=True)
    assert (tree(svg).get("role"), items(svg)) == ("img", [])
    assert "data-press" not in svg


def test_standing_alone_it_is_painted(words: Words) -> None:
    """A saved picture names its own namespace, size and colours."""
    svg = picture(map_of(person(effect=Effect.HELPS)), words, size=Size.MEDIUM, standalone=True)
    root = ET.fromstring(svg)  # noqa: S314 (our own output)
    assert root.tag == f"{SVG}svg"
    assert root.get("width") == "640"
    [disc] = [c for c in root.iter(f"{SVG}circle") if c.get("class") == "map-filled"]
    assert disc.get("fill") == "#0B5563"


def test_an_empty_map_is_a_picture(words: Words) -> None:
    """With nothing added yet, the ego, the sectors and the rings are there by name."""
    seen = text_of(picture(map_of(), words, size=Size.NARROW))
    for word in ("You", "People", "Places", "Activities", "very close", "close", "less close"):
        assert word in seen


def test_the_legend_says_what_each_mark_means(words: Words) -> None:
    """Every shape and sign has its meaning in words beside it."""
    said = legend(words)
    for key in ("person", "place", "activity", *Effect, "new", "matters", "link", "unsaid"):
        assert words(f"picture.legend.{key}") in said


def test_the_legend_leaves_out_hidden_marks(words: Words) -> None:
    """A summary that hides what makes things harder does not explain its sign either."""
    said = legend(words, marks={Effect.HELPS})
    assert words("picture.legend.helps") in said
    assert words("picture.legend.drains") not in said
