"""A map as a network with attributes: what was said, and nothing where nothing was."""

from dataclasses import replace

from hypothesis import given

from chn_self.domain.connection import Closeness, Kind, Support
from chn_self.domain.personal_map import PersonalMap
from chn_self.files.exports.network_data import network_data
from tests.maps import activity, map_of, maps, person


def test_connections_are_nodes_numbered_in_map_order() -> None:
    """A link is an edge; the ego is no node."""
    graph = network_data(map_of(person("x"), activity("y"), links=(("y", "x"),)), named=True)
    assert [*graph.nodes] == [1, 2]
    assert [*graph.edges] == [(1, 2)]


def test_what_was_said_is_plain() -> None:
    """A ring is its number, several answers are one text, and what was not said is absent."""
    sam = replace(
        person("x", "Sam"),
        closeness=Closeness.INNER,
        new=False,
        gives=(Support.LISTENING, Support.COMPANY),
        note="a note",
        me_there="myself",
    )
    graph = network_data(map_of(sam), named=True)
    assert graph.nodes[1] == {
        "name": "Sam", "kind": "person", "relation": "friend", "closeness": 1, "new": False,
        "gives": "listening;company",
    }  # fmt: skip
    assert {type(value) for value in graph.nodes[1].values()} == {str, int, bool}


def test_no_name_where_none_is_wanted() -> None:
    """Names are by choice."""
    assert "name" not in network_data(map_of(person("x", "Sam")), named=False).nodes[1]


def test_what_was_said_of_the_ego_is_of_the_graph() -> None:
    """Without the person's own words."""
    map_ = replace(
        map_of(), as_of="2026-11-24", complete=(Kind.PERSON, Kind.PLACE), hope="to walk more"
    )
    assert network_data(map_, named=True).graph == {
        "as_of": "2026-11-24", "complete": "person;place"
    }  # fmt: skip


@given(maps())
def test_nothing_is_lost_of_who_goes_with_whom(map_: PersonalMap) -> None:
    """As many nodes as connections, as many edges as links."""
    graph = network_data(map_, named=False)
    assert len(graph) == len(map_.connections)
    assert graph.number_of_edges() == len(map_.links)
