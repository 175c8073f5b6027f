"""A map as a network with attributes: what every data file is written from."""

from collections.abc import Mapping

import networkx as nx

from chn_self.domain.connection import Connection
from chn_self.domain.personal_map import PersonalMap

Attributes = Mapping[str, str | int | bool]

# What is said of the ego, and of a connection. Own words are in no data file; names are by choice.
EGO = (
    "as_of", "usual", "complete", "support_answered", "week_at_home", "away",
)  # fmt: skip
CONNECTION = (
    "kind", "relation", "type", "closeness", "often", "effect", "new", "matters", "whose_choice",
    "gives", "receives",
)  # fmt: skip
NAME = "name"


def network_data(map_: PersonalMap, *, named: bool) -> "nx.Graph[int]":
    """The map as an undirected graph whose nodes are its connections, numbered from 1 in map order.

    The graph carries what was said of the ego, each node what was said of its connection, with the
    name only where `named`. What was not answered is not there; of several answers there is one
    text, joined by semicolons. Links are edges; the ego is no node, so that measures of the graph
    are measures of what goes together around the person.
    """
    graph: nx.Graph[int] = nx.Graph()
    graph.graph.update(_answered(map_, EGO))
    numbers = {c.id: number for number, c in enumerate(map_.connections, start=1)}
    for c in map_.connections:
        graph.add_node(numbers[c.id], **_answered(c, (NAME, *CONNECTION) if named else CONNECTION))
    graph.add_edges_from((numbers[link.a], numbers[link.b]) for link in map_.links)
    return graph


def _answered(of: PersonalMap | Connection, keys: tuple[str, ...]) -> Attributes:
    found = ((key, getattr(of, key)) for key in keys)
    return {key: _plain(value) for key, value in found if value not in (None, ())}


def _plain(value: object) -> str | int | bool:
    match value:
        case bool():
            return value
        case int():
            return int(value)
        case tuple():
            return ";".join(map(str, value))
        case _:
            return str(value)
