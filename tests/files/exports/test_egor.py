"""The three tables that egor reads, with the names that it gives to ids."""

from dataclasses import replace

from chn_self.files.exports.egor import egor
from chn_self.files.exports.network_data import network_data
from tests.maps import map_of, person, place

ONE = map_of(person("x", "Sam"), place("y"), links=(("x", "y"),))
OTHER = replace(map_of(person("z", "Kit")), usual=True)


def test_three_tables_of_several_maps() -> None:
    """Each alter and tie belongs to its ego; an ego with no ties is there all the same."""
    graphs = {1: network_data(ONE, named=True), 3: network_data(OTHER, named=True)}
    made = {
        name: content.decode().splitlines() for name, content in egor(graphs, named=True).items()
    }
    assert [*made] == ["egos.csv", "alters.csv", "aaties.csv"]
    header, *egos = made["egos.csv"]
    assert header.startswith("egoID,as_of,usual,")
    assert [line.split(",")[:3] for line in egos] == [["1", "", ""], ["3", "", "true"]]
    header, *alters = made["alters.csv"]
    assert header.startswith("egoID,alterID,name,kind,relation,type,")
    assert [line.split(",")[:5] for line in alters] == [
        ["1", "1", "Sam", "person", "friend"],
        ["1", "2", "Park", "place", ""],
        ["3", "1", "Kit", "person", "friend"],
    ]
    assert made["aaties.csv"] == ["egoID,Source,Target", "1,1,2"]


def test_without_names_there_is_no_such_column() -> None:
    """Nobody has to trust that it is empty."""
    made = egor({1: network_data(ONE, named=False)}, named=False)
    assert b"name" not in made["alters.csv"]
    assert b"Sam" not in made["alters.csv"]
