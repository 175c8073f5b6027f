"""Maps as the tables that Network Canvas writes, for the tools that read those.

One table of egos, one of nodes for each type of node, one of edges, under the names and with the
columns that Network Canvas gives them; an answer of several is a column of true or false for each.
"""

from collections.abc import Iterator, Mapping, Sequence

import networkx as nx

from chn_self.domain.connection import Kind, Support
from chn_self.files.exports.network_data import CONNECTION, EGO, NAME
from chn_self.files.exports.table import table

PROTOCOL = "chn-self"

_EGO_ID, _UUID, _NODE = "networkCanvasEgoUUID", "networkCanvasUUID", "nodeID"
_EGO_COLUMNS = (
    _EGO_ID, "networkCanvasCaseID", "networkCanvasSessionID", "networkCanvasProtocolName",
)  # fmt: skip
_EDGE_COLUMNS = (
    "edgeID", "from", "to", _EGO_ID, _UUID, "networkCanvasSourceUUID", "networkCanvasTargetUUID",
)  # fmt: skip

# The answers that may be several, by what they may be.
_SEVERAL: Mapping[str, Sequence[str]] = {
    "complete": tuple(Kind),
    "support_answered": tuple(Support),
    "gives": tuple(Support),
    "receives": tuple(Support),
}


def network_canvas(graphs: "Mapping[int, nx.Graph[int]]", *, named: bool) -> Mapping[str, bytes]:
    """The tables by their files' names; `graphs` by the number of their ego."""
    name = (NAME,) if named else ()
    files = {
        f"{PROTOCOL}_ego.csv": table(
            (*_EGO_COLUMNS, *_columns(EGO)), (_ego(ego, graph) for ego, graph in graphs.items())
        )
    }
    for kind in Kind:
        said = tuple(key for key in CONNECTION if key != "kind" and _is_of(key, kind))
        files[f"{PROTOCOL}_attributeList_{kind}.csv"] = table(
            (_NODE, _EGO_ID, _UUID, *name, *_columns(said)),
            (row for ego, graph in graphs.items() for row in _nodes(ego, graph, kind)),
        )
    files[f"{PROTOCOL}_edgeList_goes_with.csv"] = table(
        _EDGE_COLUMNS, (row for ego, graph in graphs.items() for row in _edges(ego, graph))
    )
    return files


def _is_of(key: str, kind: Kind) -> bool:
    """Whether the question is put of such a connection."""
    only_people = key in ("relation", "gives", "receives")
    return key != "type" if kind == Kind.PERSON else not only_people


def _ego(ego: int, graph: "nx.Graph[int]") -> Mapping[str, object]:
    return {
        _EGO_ID: _ego_id(ego),
        "networkCanvasCaseID": ego,
        "networkCanvasSessionID": ego,
        "networkCanvasProtocolName": PROTOCOL,
        **_spread(graph.graph),
    }


def _nodes(ego: int, graph: "nx.Graph[int]", kind: Kind) -> Iterator[Mapping[str, object]]:
    for node, attributes in graph.nodes(data=True):
        if attributes["kind"] == kind:
            ids = {_NODE: node, _EGO_ID: _ego_id(ego), _UUID: _node_id(ego, node)}
            yield {**ids, **_spread(attributes)}


def _edges(ego: int, graph: "nx.Graph[int]") -> Iterator[Mapping[str, object]]:
    for edge, (a, b) in enumerate(graph.edges(data=False), start=1):
        ids = (edge, a, b, _ego_id(ego), f"{ego}-edge-{edge}", _node_id(ego, a), _node_id(ego, b))
        yield dict(zip(_EDGE_COLUMNS, ids, strict=True))


def _ego_id(ego: int) -> str:
    return f"{ego}-ego"


def _node_id(ego: int, node: int) -> str:
    return f"{ego}-node-{node}"


def _columns(keys: Sequence[str]) -> tuple[str, ...]:
    return tuple(column for key in keys for column in _of_several(key) or (key,))


def _of_several(key: str) -> tuple[str, ...]:
    return tuple(f"{key}_{value}" for value in _SEVERAL.get(key, ()))


def _spread(attributes: Mapping[str, object]) -> Mapping[str, object]:
    """The attributes, each answer of several as a column for each that it may be."""
    spread: dict[str, object] = {}
    for key, value in attributes.items():
        if key in _SEVERAL:
            given = str(value).split(";")
            spread |= {f"{key}_{one}": one in given for one in _SEVERAL[key]}
        else:
            spread[key] = value
    return spread
