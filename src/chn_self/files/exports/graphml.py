"""A map as GraphML, which networkx, igraph, Gephi and Cytoscape read."""

import re

import networkx as nx

from chn_self.files.exports.network_data import NAME

# What a map file may hold in a name and no XML file may (XML 1.0, section 2.2).
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def graphml(graph: "nx.Graph[int]") -> bytes:
    """The network as a GraphML file: the ego's answers are data of the graph itself.

    A character that XML cannot hold becomes U+FFFD, the mark for one.
    """
    writable = graph.copy()
    for _, attributes in writable.nodes(data=True):
        if NAME in attributes:
            attributes[NAME] = _NOT_IN_XML.sub("\ufffd", attributes[NAME])
    lines = nx.generate_graphml(writable, named_key_ids=True)
    return "".join(f"{line}\n" for line in lines).encode()
