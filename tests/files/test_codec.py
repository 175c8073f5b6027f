"""A map is written and read back exactly, as the design lays the file down."""

import json
from dataclasses import replace
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from chn_self.domain.connection import Closeness, Kind, Relation, Support
from chn_self.domain.personal_map import (
    NOTE_LENGTH,
    Link,
    Missing,
    NextStep,
    PersonalMap,
    Reflection,
    TypeView,
)
from chn_self.domain.text import clean, clean_name, long_text_problem, name_problem, tidy
from chn_self.files.codec import decode, encode
from chn_self.files.faults import Refusal
from tests.maps import activity, map_of, maps, person, place

# The design's table of the map file, in its order.
KEYS = [
    "format", "version", "id", "saved_at", "as_of", "usual", "connections", "links", "complete",
    "support_answered", "week_at_home", "away", "satisfaction", "hope", "missing", "reflections",
    "type_view", "next_step",
]  # fmt: skip
KEYS_OF_ALL = [
    "closeness", "often", "effect", "new", "matters", "me_there", "whose_choice", "private", "note",
]  # fmt: skip


# Whatever a browser may hand over: controls and halves of characters too.
TYPED = st.text(st.characters() | st.sampled_from("\r\n\x00\x85\ud83d e\u0301"))


def file(**keys: Any) -> bytes:
    """A map file with these keys besides the required ones."""
    return json.dumps({"format": "chn-map", "version": 1, **keys}).encode()


def opened(data: bytes) -> PersonalMap:
    """The map in a file that has to open."""
    found = decode(data)
    assert isinstance(found, PersonalMap), found
    return found


@given(maps())
def test_reading_undoes_writing(map_: PersonalMap) -> None:
    """Whatever is on a map, its file opens as the same map, and is written the same again."""
    data = encode(map_)
    assert opened(data) == map_
    assert encode(opened(data)) == data


@given(maps(most=3))
def test_other_writers_files_are_read_alike(map_: PersonalMap) -> None:
    """Order of keys, spaces and escapes in a file say nothing."""
    tree = json.loads(encode(map_))
    data = json.dumps(tree, sort_keys=True, separators=(",", ":")).encode()
    assert opened(data) == map_


@given(TYPED, TYPED)
def test_whatever_is_typed_can_be_saved(name: str, note: str) -> None:
    """A text cleaned and tidied as fields do it opens again exactly, if it is short enough."""
    name, note = tidy(clean_name(name)), tidy(clean(note))
    assume(name_problem(name) is None and long_text_problem(note, NOTE_LENGTH) is None)
    map_ = replace(map_of(replace(person("a", name), note=note)), hope=note)
    assert opened(encode(map_)) == map_


def test_a_file_has_the_designs_keys_in_order() -> None:
    """All keys are written, answered or not, with what only some kinds have on those only."""
    tree = json.loads(encode(map_of(person("a"), place("b"), activity("c"))))
    assert list(tree) == KEYS
    someone, somewhere, something = (list(c) for c in tree["connections"])
    assert someone == ["id", "kind", "name", "relation", *KEYS_OF_ALL, "gives", "receives"]
    assert somewhere == something == ["id", "kind", "name", "type", *KEYS_OF_ALL]


def test_a_file_is_utf_8_with_one_space_and_a_last_line_end() -> None:
    """A file is readable as text, in the person's own letters."""
    data = encode(map_of(person("a", "Zoë")))
    assert data.startswith(b'{\n "format": "chn-map",\n "version": 1,\n')
    assert '   "name": "Zoë",\n'.encode() in data
    assert data.endswith(b"}\n")


def test_unknown_keys_follow_the_known_ones() -> None:
    """What a later version wrote stays in the file, after what this one knows."""
    tree = json.loads(encode(replace(map_of(person("a")), extra={"colour": [1, {"x": None}]})))
    assert list(tree) == [*KEYS, "colour"]


def test_unknown_keys_are_kept_everywhere() -> None:
    """An unknown key is kept in the map and in each kind of object in it."""
    more = {"later": {"deep": [True, 1.5, "é"]}}
    map_ = PersonalMap(
        "m",
        connections=(replace(person("a"), extra=more), replace(place("b"), extra=more)),
        links=(Link("a", "b", more),),
        missing=(Missing("tea", more),),
        reflections=(Reflection("p", ("a",), "text", more),),
        type_view=TypeView(extra=more),
        next_step=NextStep(extra=more),
        extra=more,
    )
    tree = json.loads(encode(opened(encode(map_))))
    parts = [tree, *tree["connections"], *tree["links"], *tree["missing"], *tree["reflections"]]
    assert all(part["later"] == more["later"] for part in (*parts, tree["type_view"]))
    assert tree["next_step"]["later"] == more["later"]


def test_missing_keys_read_as_not_answered() -> None:
    """Only format, version and a connection's id, kind and name are required."""
    map_ = opened(file(connections=[{"id": "a", "kind": "person", "name": "Sam"}]))
    assert map_ == PersonalMap("", connections=(person("a", relation=None),))


def test_null_reads_as_not_answered_at_every_key() -> None:
    """A key with null says the same as a key that is not there."""
    nulls = dict.fromkeys(KEYS[2:])
    someone = {**dict.fromkeys((*KEYS_OF_ALL, "relation", "type", "gives", "receives"))}
    someone |= {"id": "a", "kind": "person", "name": "Sam"}
    map_ = opened(file(**nulls | {"connections": [someone]}))
    assert map_ == PersonalMap("", connections=(person("a", relation=None),))


def test_empty_text_is_kept_apart_from_not_answered() -> None:
    """A person who emptied a text has answered it."""
    assert opened(file(hope="")).hope == ""
    assert opened(file(hope=None)).hope is None


def test_false_is_kept_apart_from_not_answered() -> None:
    """No is an answer."""
    assert opened(file(usual=False, away=False)) == PersonalMap("", usual=False, away=False)


def test_texts_are_made_nfc_and_trimmed() -> None:
    """A name typed as e and an accent is the name typed as é."""
    found = opened(file(hope=" cafe\u0301\n", connections=[_someone(name="\u3000Zoe\u0308 ")]))
    assert found.hope == "café"
    assert found.connections[0].name == "Zoë"


def test_ids_are_kept_exactly() -> None:
    """An id is no text of the person's: what refers to it has to find it."""
    found = opened(file(connections=[_someone(id=" e\u0301")]))
    assert found.connections[0].id == " e\u0301"


def test_a_repeated_link_is_dropped_either_way_round() -> None:
    """Two connections go together once."""
    both = [_someone(id="a"), _someone(id="b")]
    links = [{"a": "a", "b": "b"}, {"a": "b", "b": "a"}, {"a": "a", "b": "b"}]
    assert opened(file(connections=both, links=links)).links == (Link("a", "b"),)


def test_repeated_choices_are_dropped_and_order_kept() -> None:
    """A kind of support written twice was given once."""
    someone = _someone(receives=["health", "advice", "health"])
    found = opened(file(connections=[someone], complete=["place", "person", "place"]))
    assert found.connections[0].receives == (Support.HEALTH, Support.ADVICE)
    assert found.complete == (Kind.PLACE, Kind.PERSON)


def test_a_week_at_home_is_passed_over_while_away() -> None:
    """Not living at home just now, the answer about home does not stand."""
    assert opened(file(away=True, week_at_home=4)).week_at_home is None
    assert opened(file(away=False, week_at_home=4)).week_at_home == 4


def test_an_empty_list_where_none_belongs_is_no_answer() -> None:
    """A place with nobody's support on it is a place."""
    somewhere = _someone(id="b", kind="place", name="Park", gives=[], relation=None)
    assert opened(file(connections=[somewhere])).connections == (place("b"),)


def test_a_byte_order_mark_is_passed_over() -> None:
    """Some editors put one before the text."""
    assert opened(b"\xef\xbb\xbf" + file(id="m")) == PersonalMap("m")


def test_answers_are_read_as_what_they_are() -> None:
    """A choice in a file is that choice on the map."""
    found = opened(file(connections=[_someone(relation="pet", closeness=2)])).connections[0]
    assert (found.relation, found.closeness) == (Relation.PET, Closeness.MIDDLE)


@given(st.binary(max_size=60))
def test_any_bytes_are_read_without_an_exception(data: bytes) -> None:
    """Bytes that are no file at all are refused with a reason."""
    assert isinstance(decode(data), Refusal)


def _someone(**given: Any) -> dict[str, Any]:
    return {"id": "a", "kind": "person", "name": "Sam", **given}
