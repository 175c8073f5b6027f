"""The map as a network: the ego, its connections, and what goes with what."""

import networkx as nx

from chn_self.domain.connection import Connection, Kind
from chn_self.domain.personal_map import PersonalMap

EGO = "ego"


def network(map_: PersonalMap) -> "nx.Graph[str]":
    """The map as an undirected graph.

    The ego is the node "ego"; every connection is a node named `id:` and its id, that carries
    the connection as `connection` and is tied to the ego; every link is a tie between the two.
    """
    graph: nx.Graph[str] = nx.Graph()
    graph.add_node(EGO)
    for c in map_.connections:
        graph.add_node(node(c.id), connection=c)
        graph.add_edge(EGO, node(c.id), closeness=c.closeness)
    graph.add_edges_from((node(link.a), node(link.b)) for link in map_.links)
    return graph


def node(id: str) -> str:
    """The name of a connection's node; prefixed, since an id in a file may be any text."""
    return f"id:{id}"


def met_through(map_: PersonalMap) -> tuple[tuple[Connection, tuple[Connection, ...]], ...]:
    """Places and activities that people go with, each with those people, most people first."""
    graph = network(map_)
    meetings = []
    for c in map_.connections:
        if c.kind != Kind.PERSON:
            linked = {n for n in graph.neighbors(node(c.id)) if n != EGO}
            people = tuple(p for p in map_.of_kind(Kind.PERSON) if node(p.id) in linked)
            if people:
                meetings.append((c, people))
    return tuple(sorted(meetings, key=lambda m: -len(m[1])))


def groups(map_: PersonalMap) -> tuple[tuple[Connection, ...], ...]:
    """Three people or more whom links between people join, each in map order, largest first.

    A group is a connected component of the people who count; the person themselves joins nobody.
    """
    graph = _people(map_)
    found = (component for component in nx.connected_components(graph) if len(component) > 2)
    members = (tuple(c for c in map_.connections if node(c.id) in group) for group in found)
    return tuple(sorted(members, key=lambda group: (-len(group), map_.connections.index(group[0]))))


def between(map_: PersonalMap) -> tuple[Connection, ...]:
    """People in whom two groups of two or more others meet, and nowhere else, in map order.

    These are the articulation points of the people who count (Tarjan 1972), but for those that
    part only single people from the rest.
    """
    graph = _people(map_)
    points = {point for point in nx.articulation_points(graph) if _parts(graph, point) > 1}
    return tuple(c for c in map_.connections if node(c.id) in points)


def _people(map_: PersonalMap) -> "nx.Graph[str]":
    counted = [node(c.id) for c in map_.of_kind(Kind.PERSON) if c.counts]
    return network(map_).subgraph(counted)


def _parts(graph: "nx.Graph[str]", point: str) -> int:
    """How many groups of two or more are joined by one node alone."""
    component = nx.node_connected_component(graph, point)
    rest = graph.subgraph(component - {point})
    return sum(len(part) > 1 for part in nx.connected_components(rest))
