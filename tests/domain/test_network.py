"""The map as a graph, and where people are met."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import given

from chn_self.domain.connection import Closeness, Connection, Kind, Relation
from chn_self.domain.network import EGO, between, groups, met_through, network, node
from chn_self.domain.personal_map import PersonalMap
from tests.maps import activity, map_of, maps, person, place


@given(maps())
def test_every_connection_is_tied_to_the_ego(map_: PersonalMap) -> None:
    """The graph holds the ego and each connection, and no tie but to the ego and the links."""
    graph = network(map_)
    nodes = {node(c.id) for c in map_.connections}
    assert {*graph.nodes} == {EGO, *nodes}
    assert {*graph.neighbors(EGO)} == nodes
    assert graph.number_of_edges() == len(map_.connections) + len(map_.links)


@given(maps())
def test_a_node_carries_its_connection(map_: PersonalMap) -> None:
    """What is known of a connection is found at its node."""
    graph = network(map_)
    assert [graph.nodes[node(c.id)]["connection"] for c in map_.connections] == [*map_.connections]


@given(maps())
def test_neighbours_in_the_graph_are_the_linked(map_: PersonalMap) -> None:
    """The graph and the map agree on what goes together."""
    graph = network(map_)
    for c in map_.connections:
        others = {*graph.neighbors(node(c.id))} - {EGO}
        assert others == {node(other.id) for other in map_.linked(c.id)}


def test_a_connection_called_ego_is_not_the_ego() -> None:
    """An id in a file may be any text."""
    graph = network(map_of(person("ego"), person("id:ego")))
    assert {*graph.nodes} == {EGO, "id:ego", "id:id:ego"}


def test_a_tie_to_the_ego_carries_closeness() -> None:
    """A ring is a closeness."""
    near = replace(person("a"), closeness=Closeness.INNER)
    graph = network(map_of(near, person("b")))
    assert graph.edges[EGO, node("a")] == {"closeness": Closeness.INNER}
    assert graph.edges[EGO, node("b")] == {"closeness": None}


def test_people_are_met_at_places_and_activities() -> None:
    """Those with most people come first, each with its people in map order."""
    map_ = map_of(
        person("sam"),
        person("jo"),
        place("park"),
        activity("choir"),
        place("shop"),
        links=(("sam", "park"), ("choir", "jo"), ("choir", "sam"), ("choir", "park")),
    )
    found = [(where.id, [p.id for p in people]) for where, people in met_through(map_)]
    assert found == [("choir", ["sam", "jo"]), ("park", ["sam"])]


def test_people_who_go_together_meet_through_nobody() -> None:
    """A person is no place."""
    assert met_through(map_of(person("a"), person("b"), links=(("a", "b"),))) == ()


@given(maps())
def test_only_people_are_met_and_only_elsewhere(map_: PersonalMap) -> None:
    """Each meeting is a place or activity with at least one person."""
    for where, people in met_through(map_):
        assert where.kind != Kind.PERSON
        assert people
        assert all(p.kind == Kind.PERSON for p in people)


def in_a_row(*ids: str) -> tuple[tuple[str, str], ...]:
    """Links from each to the next."""
    return tuple(pairwise(ids))


def people(*ids: str) -> tuple[Connection, ...]:
    """People with these ids."""
    return tuple(person(id_) for id_ in ids)


def test_people_who_are_joined_are_a_group() -> None:
    """Three and more; the largest first, each in map order; two are a pair."""
    map_ = map_of(
        *people(*"abcdefghi"),
        links=(*in_a_row(*"cba"), *in_a_row(*"defg"), ("h", "i")),
    )
    assert [[c.id for c in group] for group in groups(map_)] == [[*"defg"], [*"abc"]]


def test_neither_the_ego_nor_a_place_nor_a_pet_makes_a_group() -> None:
    """Only people who count, by the links between them."""
    dog = person("dog", relation=Relation.PET)
    links = (("a", "park"), ("b", "park"), ("a", "dog"), ("b", "dog"), ("a", "b"))
    assert groups(map_of(*people("a", "b"), dog, place("park"), links=links)) == ()


def test_groups_meet_in_a_person() -> None:
    """On the way a-b-c-d-e only c has two or more on either side."""
    assert [c.id for c in between(map_of(*people(*"abcde"), links=in_a_row(*"abcde")))] == ["c"]


def test_groups_with_another_way_do_not_meet_in_one_person() -> None:
    """Round a ring everyone can be gone round."""
    assert between(map_of(*people(*"abcde"), links=(*in_a_row(*"abcde"), ("e", "a")))) == ()


def test_the_middle_of_a_star_joins_no_groups() -> None:
    """Single people are no groups."""
    assert between(map_of(*people(*"abcd"), links=(("a", "b"), ("a", "c"), ("a", "d")))) == ()


@given(maps(most=10))
def test_who_joins_groups_is_in_one(map_: PersonalMap) -> None:
    """A group of five or more: two on either side."""
    large = [group for group in groups(map_) if len(group) > 4]
    for c in between(map_):
        assert any(c in group for group in large)
