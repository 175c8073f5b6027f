"""Tables as Network Canvas writes them: a file a type of node, a column an answer of several."""

from dataclasses import replace

from chn_self.domain.connection import Kind, Support
from chn_self.files.exports.network_canvas import network_canvas
from chn_self.files.exports.network_data import network_data
from tests.maps import activity, map_of, person, place
from tests.tables import rows

MAP = replace(
    map_of(
        replace(person("x", "Sam"), receives=(Support.COMPANY,)),
        place("y", "Park"),
        activity("z", "Choir"),
        links=(("x", "z"),),
    ),
    complete=(Kind.PERSON,),
)


def made(named: bool = True) -> dict[str, list[dict[str, str]]]:
    """The rows of each file by its columns, one map alone."""
    files = network_canvas({1: network_data(MAP, named=named)}, named=named)
    return {name: rows(content) for name, content in files.items()}


def test_files_are_named_as_its_own() -> None:
    """So that what looks for its files by their names finds them."""
    assert [*made()] == [
        "chn-self_ego.csv",
        "chn-self_attributeList_person.csv",
        "chn-self_attributeList_place.csv",
        "chn-self_attributeList_activity.csv",
        "chn-self_edgeList_goes_with.csv",
    ]


def test_the_ego_has_its_answers() -> None:
    """What may be several is a column each; what was not answered is empty, and not false."""
    [ego] = made()["chn-self_ego.csv"]
    assert ego["networkCanvasEgoUUID"] == "1-ego"
    assert (ego["complete_person"], ego["complete_place"]) == ("true", "false")
    assert ego["support_answered_listening"] == ""


def test_a_node_is_in_the_file_of_its_type() -> None:
    """With the columns of the questions that are put of such, and its number over all types."""
    files = made()
    [sam] = files["chn-self_attributeList_person.csv"]
    assert (sam["nodeID"], sam["name"], sam["relation"]) == ("1", "Sam", "friend")
    assert (sam["receives_company"], sam["receives_advice"], sam["gives_company"]) == (
        "true", "false", ""
    )  # fmt: skip
    assert "type" not in sam
    [choir] = files["chn-self_attributeList_activity.csv"]
    assert (choir["nodeID"], choir["networkCanvasUUID"]) == ("3", "1-node-3")
    assert not {"relation", "gives_company"} & {*choir}


def test_an_edge_names_its_ends_both_ways() -> None:
    """By number and by id, as nodes have them."""
    [edge] = made()["chn-self_edgeList_goes_with.csv"]
    assert (edge["from"], edge["to"]) == ("1", "3")
    assert (edge["networkCanvasSourceUUID"], edge["networkCanvasTargetUUID"]) == (
        "1-node-1", "1-node-3"
    )  # fmt: skip


def test_without_names_there_is_no_such_column() -> None:
    """In no file."""
    assert not [row for found in made(named=False).values() for row in found if "name" in row]
