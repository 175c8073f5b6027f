"""Maps as the three tables that egor reads: egos, their alters, and ties between alters.

The tables and their columns are those of `threefiles_to_egor` in the R package egor.
"""

from collections.abc import Mapping

import networkx as nx

from chn_self.files.exports.network_data import CONNECTION, EGO, NAME
from chn_self.files.exports.table import table

EGO_ID, ALTER_ID = "egoID", "alterID"
SOURCE, TARGET = "Source", "Target"


def egor(graphs: "Mapping[int, nx.Graph[int]]", *, named: bool) -> Mapping[str, bytes]:
    """The tables by their files' names; `graphs` by the number of their ego."""
    alters = [
        {EGO_ID: ego, ALTER_ID: alter, **attributes}
        for ego, graph in graphs.items()
        for alter, attributes in graph.nodes(data=True)
    ]
    ties = [
        {EGO_ID: ego, SOURCE: a, TARGET: b}
        for ego, graph in graphs.items()
        for a, b in graph.edges(data=False)
    ]
    name = (NAME,) if named else ()
    return {
        "egos.csv": table(
            (EGO_ID, *EGO), ({EGO_ID: ego, **graph.graph} for ego, graph in graphs.items())
        ),
        "alters.csv": table((EGO_ID, ALTER_ID, *name, *CONNECTION), alters),
        "aaties.csv": table((EGO_ID, SOURCE, TARGET), ties),
    }
