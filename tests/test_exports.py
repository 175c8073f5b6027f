"""Exported tables as pandas has them: equal to the map, in the types that were written."""

import io
from collections.abc import Hashable
from typing import Any

import pandas as pd
import pytest
from hypothesis import given

from chn_self.domain.personal_map import PersonalMap
from chn_self.files.exports.egor import egor
from chn_self.files.exports.network_canvas import network_canvas
from chn_self.files.exports.network_data import network_data
from tests.maps import maps


def read(content: bytes) -> list[dict[Hashable, Any]]:
    """What each row says. Only an empty cell says nothing, so that somebody may be called NA."""
    table = pd.read_csv(io.BytesIO(content), keep_default_na=False, na_values=[""])
    rows = table.to_dict("records")
    return [{key: value for key, value in row.items() if pd.notna(value)} for row in rows]


@given(maps())
def test_alters_are_the_connections(map_: PersonalMap) -> None:
    """One row each in map order, with all that was answered."""
    graph = network_data(map_, named=False)
    assert read(egor({7: graph}, named=False)["alters.csv"]) == [
        {"egoID": 7, "alterID": graph_id, **attributes}
        for graph_id, attributes in dict(graph.nodes).items()
    ]


@given(maps())
def test_ties_are_the_links(map_: PersonalMap) -> None:
    """In both sorts of tables."""
    graph = network_data(map_, named=False)
    ties = read(egor({1: graph}, named=False)["aaties.csv"])
    assert [(row["Source"], row["Target"]) for row in ties] == [*graph.edges]
    edges = read(network_canvas({1: graph}, named=False)["chn-self_edgeList_goes_with.csv"])
    assert [(row["from"], row["to"]) for row in edges] == [*graph.edges]


@pytest.mark.parametrize("key", ["usual", "week_at_home", "away", "as_of"])
@given(map_=maps())
def test_the_ego_has_what_the_person_answered(key: str, map_: PersonalMap) -> None:
    """An empty cell where they did not."""
    [row] = read(egor({1: network_data(map_, named=False)}, named=False)["egos.csv"])
    assert row.get(key) == getattr(map_, key)
