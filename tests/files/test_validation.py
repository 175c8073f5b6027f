"""Every rule of the map file: what is refused, and the one calm line that says where and why."""

import json
from typing import Any

import pytest

from chn_self.domain.personal_map import PersonalMap
from chn_self.files.codec import decode
from chn_self.files.faults import Refusal
from chn_self.views.faults import fault_text
from chn_self.views.words import load_words

WORDS = load_words("en")
KINDS = "person, place, activity"
PLACES = (
    "home, home_of_someone, outdoors, shop_or_cafe, community, faith, learning, work, "
    "health_service, online, other"
)
ACTIVITIES = (
    "work, volunteering, learning, exercise, creative, faith, social, caring, hobby, peer_group, "
    "online, other"
)
RELATIONS = (
    "partner, family, friend, neighbour, colleague, group, online, other, practitioner, pet, "
    "remembered, presence"
)
SUPPORTS = "listening, practical, advice, company, health"
ID = "expected a short id of up to 80 characters"
DATE = "expected a date like 2026-11-24 or nothing"
TIME = "expected a time like 2026-11-24T10:00:00Z or nothing"
FLAG = "expected true, false or nothing"
CONTROL = "a hidden control character is in this text"


def lines(data: bytes) -> list[str]:
    """What is said of a file: nothing if it opens."""
    match decode(data):
        case Refusal(faults):
            return [fault_text(fault, WORDS) for fault in faults]
        case PersonalMap():
            return []


def said(**keys: Any) -> list[str]:
    """What is said of a map file with these keys."""
    return lines(json.dumps({"format": "chn-map", "version": 1, **keys}).encode())


def of(**keys: Any) -> list[str]:
    """What is said of a file with one connection, a person unless told, without its place."""
    connection = {"id": "a", "kind": "person", "name": "Sam", **keys}
    return [line.removeprefix("connections[0].") for line in said(connections=[connection])]


def test_the_place_of_a_fault_is_named_as_the_design_shows() -> None:
    """The design's own example."""
    sam = {"kind": "person", "name": "Sam"}
    connections = [{**sam, "id": str(i), "closeness": 4 if i == 3 else 1} for i in range(5)]
    assert said(connections=connections) == [
        "connections[3].closeness: expected 1, 2, 3 or nothing"
    ]


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        ({"kind": "pet"}, f"kind: expected one of {KINDS}"),
        ({"kind": None}, f"kind: expected one of {KINDS}"),
        ({"kind": ["person"]}, f"kind: expected one of {KINDS}"),
        ({"id": None}, f"id: {ID}"),
        ({"id": ""}, f"id: {ID}"),
        ({"id": 1}, f"id: {ID}"),
        ({"id": "x" * 81}, "id: expected up to 80 characters, and here are 81"),
        ({"id": "a\nb"}, f"id: {CONTROL}"),
        ({"name": None}, "name: expected a name"),
        ({"name": 5}, "name: expected a name"),
        ({"name": ""}, "name: expected at least one letter"),
        ({"name": " \u3000"}, "name: expected at least one letter"),
        ({"name": "x" * 81}, "name: expected up to 80 characters, and here are 81"),
        ({"name": "x" * 10_000}, "name: expected up to 80 characters, and here are 10000"),
        ({"name": "Sam\nJo"}, f"name: {CONTROL}"),
        ({"name": "Sam\x7f"}, f"name: {CONTROL}"),
        ({"name": "Sam\ud83d"}, "name: half of a character is in this text"),
        ({"relation": "boss"}, f"relation: expected {RELATIONS} or nothing"),
        ({"relation": 1}, f"relation: expected {RELATIONS} or nothing"),
        ({"type": "home"}, "type: only a place or an activity has this"),
        ({"kind": "place", "type": "hobby"}, f"type: expected {PLACES} or nothing"),
        ({"kind": "activity", "type": "home"}, f"type: expected {ACTIVITIES} or nothing"),
        ({"kind": "place", "relation": "friend"}, "relation: only a person has this"),
        ({"kind": "place", "gives": ["advice"]}, "gives: only a person has this"),
        ({"kind": "activity", "receives": ["advice"]}, "receives: only a person has this"),
        ({"closeness": 0}, "closeness: expected 1, 2, 3 or nothing"),
        ({"closeness": True}, "closeness: expected 1, 2, 3 or nothing"),
        ({"closeness": 1.0}, "closeness: expected 1, 2, 3 or nothing"),
        ({"closeness": "1"}, "closeness: expected 1, 2, 3 or nothing"),
        ({"closeness": [1]}, "closeness: expected 1, 2, 3 or nothing"),
        ({"often": "yearly"}, "often: expected daily, weekly, monthly, rarely or nothing"),
        ({"effect": "harms"}, "effect: expected helps, mixed, drains, neutral or nothing"),
        ({"whose_choice": ""}, "whose_choice: expected mine, shared, someone_elses or nothing"),
        ({"new": 1}, f"new: {FLAG}"),
        ({"matters": "yes"}, f"matters: {FLAG}"),
        ({"private": 0}, f"private: {FLAG}"),
        ({"note": 1}, "note: expected a text or nothing"),
        ({"note": "x" * 501}, "note: expected up to 500 characters, and here are 501"),
        ({"note": "a\rb"}, f"note: {CONTROL}"),
        ({"me_there": "x" * 2001}, "me_there: expected up to 2000 characters, and here are 2001"),
        ({"gives": "advice"}, "gives: expected a list"),
        ({"gives": ["money"]}, f"gives[0]: expected one of {SUPPORTS}"),
        ({"receives": ["advice", None]}, f"receives[1]: expected one of {SUPPORTS}"),
    ],
)
def test_a_connection_is_refused(keys: dict[str, Any], line: str) -> None:
    """Each key of a connection has its own rule."""
    assert of(**keys) == [line]


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        ({"version": 2}, "version: this file was made by a newer version of this page"),
        ({"version": None}, "version: expected 1"),
        ({"version": 0}, "version: expected 1"),
        ({"version": True}, "version: expected 1"),
        ({"version": 1.0}, "version: expected 1"),
        ({"version": "1"}, "version: expected 1"),
        ({"format": None}, "this is not a map file"),
        ({"format": "chn-summary"}, "this is not a map file"),
        ({"id": 7}, f"id: {ID}"),
        ({"id": "x" * 81}, "id: expected up to 80 characters, and here are 81"),
        ({"saved_at": "2026-11-24"}, f"saved_at: {TIME}"),
        ({"saved_at": "2026-11-24T10:00:00"}, f"saved_at: {TIME}"),
        ({"saved_at": "2026-11-24T10:00:00+01:00"}, f"saved_at: {TIME}"),
        ({"saved_at": "2026-11-24T25:00:00Z"}, f"saved_at: {TIME}"),
        ({"saved_at": 1_764_000_000}, f"saved_at: {TIME}"),
        ({"as_of": "24/11/2026"}, f"as_of: {DATE}"),
        ({"as_of": "2026-02-30"}, f"as_of: {DATE}"),
        ({"as_of": "20261124"}, f"as_of: {DATE}"),
        ({"as_of": "2026-11-24\n"}, f"as_of: {DATE}"),
        ({"as_of": "٢٠٢٦-11-24"}, f"as_of: {DATE}"),
        ({"usual": "yes"}, f"usual: {FLAG}"),
        ({"away": 1}, f"away: {FLAG}"),
        ({"week_at_home": 6}, "week_at_home: expected 1, 2, 3, 4, 5 or nothing"),
        ({"week_at_home": True}, "week_at_home: expected 1, 2, 3, 4, 5 or nothing"),
        ({"satisfaction": 0}, "satisfaction: expected 1, 2, 3, 4, 5 or nothing"),
        ({"satisfaction": 2.0}, "satisfaction: expected 1, 2, 3, 4, 5 or nothing"),
        ({"hope": ["tea"]}, "hope: expected a text or nothing"),
        ({"hope": "x" * 2001}, "hope: expected up to 2000 characters, and here are 2001"),
        ({"hope": "a\x00b"}, f"hope: {CONTROL}"),
        ({"complete": {"person": True}}, "complete: expected a list"),
        ({"complete": ["people"]}, f"complete[0]: expected one of {KINDS}"),
        ({"support_answered": ["love"]}, f"support_answered[0]: expected one of {SUPPORTS}"),
        ({"connections": {}}, "connections: expected a list"),
        ({"links": "a-b"}, "links: expected a list"),
        ({"links": [{"a": "x", "b": "y"}] * 5001}, "links: expected up to 5000, and here are 5001"),
        ({"complete": ["place"] * 5001}, "complete: expected up to 5000, and here are 5001"),
        ({"missing": [None]}, "missing[0]: expected keys and values in braces"),
        ({"missing": [{"text": 1}]}, "missing[0].text: expected a text or nothing"),
        ({"reflections": [{"prompt": 1}]}, f"reflections[0].prompt: {ID}"),
        ({"reflections": [{"about": "a"}]}, "reflections[0].about: expected a list"),
        ({"reflections": [{"about": [3]}]}, f"reflections[0].about[0]: {ID}"),
        ({"type_view": "yes"}, "type_view: expected keys and values in braces"),
        (
            {"type_view": {"fits": "maybe"}},
            "type_view.fits: expected yes, partly, no or nothing",
        ),
        ({"next_step": []}, "next_step: expected keys and values in braces"),
        (
            {"next_step": {"how_it_went": True}},
            "next_step.how_it_went: expected did, some, not, changed_mind or nothing",
        ),
    ],
)
def test_a_map_is_refused(keys: dict[str, Any], line: str) -> None:
    """Each key of the map has its own rule."""
    assert said(**keys) == [line]


def test_a_newer_file_is_told_only_that() -> None:
    """What a newer version allows is not a fault."""
    assert len(said(version=7, connections="new kind")) == 1


def test_too_many_connections_are_refused() -> None:
    """500 connections open, one more does not."""
    people = [{"id": f"c{i}", "kind": "person", "name": "Sam"} for i in range(501)]
    assert said(connections=people[:500]) == []
    assert said(connections=people) == ["connections: expected up to 500, and here are 501"]


def test_a_repeated_id_is_refused() -> None:
    """Two connections with one id could not be told apart."""
    twin = {"id": "a", "kind": "person", "name": "Sam"}
    assert said(connections=[twin, twin]) == ["connections[1].id: another connection has this id"]


@pytest.mark.parametrize(
    ("link", "line"),
    [
        ({"a": "a", "b": "a"}, "links[0].b: a connection cannot go with itself"),
        ({"a": "a", "b": "gone"}, "links[0].b: no connection has this id"),
        ({"a": "gone", "b": "b"}, "links[0].a: no connection has this id"),
        ({"a": "a"}, f"links[0].b: {ID}"),
        ({"a": "a", "b": 2}, f"links[0].b: {ID}"),
        (["a", "b"], "links[0]: expected keys and values in braces"),
    ],
)
def test_a_link_is_refused(link: object, line: str) -> None:
    """A link joins two different connections of the same file."""
    two = [{"id": i, "kind": "person", "name": "Sam"} for i in "ab"]
    assert said(connections=two, links=[link]) == [line]


def test_what_is_written_about_something_that_is_gone_is_kept() -> None:
    """A reflection may speak of a connection that was taken off; its text stays."""
    assert said(reflections=[{"prompt": "p", "about": ["gone"], "text": "still mine"}]) == []


def test_each_fault_is_told_once_with_its_place() -> None:
    """A file with several faults names them all, in the order of the file."""
    assert said(
        usual="yes",
        connections=[{"id": "a", "kind": "person"}, {"id": "b", "kind": "place", "name": ""}],
        links=[{"a": "a", "b": "c"}],
    ) == [
        "connections[0].name: expected a name",
        "connections[1].name: expected at least one letter",
        f"usual: {FLAG}",
        "links[0].b: no connection has this id",
    ]


def test_after_twenty_faults_the_rest_are_counted() -> None:
    """Nobody reads thirty lines; the last says how many more there are."""
    found = said(missing=[{"text": n} for n in range(30)])
    assert len(found) == 21
    assert found[-1] == "and 10 more"


@pytest.mark.parametrize("length", [80, 500, 2000])
def test_the_longest_texts_are_kept(length: int) -> None:
    """Lengths are code points after NFC and trimming, so a smile is one, and spaces none."""
    text = f"  {'😀' * (length - 1)}e\u0301 "
    key = {80: "name", 500: "note", 2000: "me_there"}[length]
    assert of(**{key: text}) == []
    assert of(**{key: f"{text}."}) == [
        f"{key}: expected up to {length} characters, and here are {length + 2}"
    ]


def test_line_ends_and_tabs_may_be_in_long_texts() -> None:
    """A note may have lines."""
    assert of(note="a\n\tb", me_there="a\nb") == []


@pytest.mark.parametrize("time", ["2026-11-24T10:00Z", "2026-11-24T10:00:00.123456+00:00"])
def test_times_in_utc_are_kept(time: str) -> None:
    """ISO 8601 has more than one way to write a time in UTC."""
    assert said(saved_at=time) == []


def test_every_fault_has_words_and_none_blames() -> None:
    """No line about a file says that it, or the person, is wrong."""
    for key, text in WORDS.leaves():
        if key.startswith(("faults.", "cli.")):
            assert not {"invalid", "illegal", "fatal", "error", "wrong"} & {*text.lower().split()}
