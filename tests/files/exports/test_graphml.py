"""GraphML that networkx reads back as what was written."""

import networkx as nx
from hypothesis import given

from chn_self.domain.personal_map import PersonalMap
from chn_self.files.exports.graphml import graphml
from chn_self.files.exports.network_data import network_data
from tests.maps import map_of, maps, person


def as_in_xml(text: str) -> str:
    """A text as an XML file gives it back: without the characters that it cannot hold."""
    return text.replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")


@given(maps())
def test_reads_back_equal(map_: PersonalMap) -> None:
    """Nodes, edges, and all that was said of either and of the ego."""
    graph = network_data(map_, named=True)
    back = nx.parse_graphml(graphml(graph).decode(), node_type=int)
    for _, attributes in graph.nodes(data=True):
        attributes["name"] = as_in_xml(attributes["name"])
    assert dict(back.nodes) == dict(graph.nodes)
    assert [*back.edges] == [*graph.edges]
    assert back.graph == {**graph.graph, "node_default": {}, "edge_default": {}}


def test_a_name_is_text_and_never_markup() -> None:
    """Whatever it holds."""
    name = '</data><node id="9"/>&amp;'
    made = graphml(network_data(map_of(person("x", name)), named=True))
    back = nx.parse_graphml(made.decode(), node_type=int)
    assert [*back.nodes(data="name")] == [(1, name)]


def test_what_xml_cannot_hold_is_marked() -> None:
    """So that the file can be read at all."""
    made = graphml(network_data(map_of(person("x", "a\uffffb")), named=True))
    assert nx.parse_graphml(made.decode(), node_type=int).nodes[1]["name"] == "a\ufffdb"
