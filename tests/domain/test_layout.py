"""Where everything is drawn: nothing over anything, all in its ring, steady as a map grows."""

from dataclasses import replace
from math import hypot
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chn_self.domain.connection import Closeness, Connection, Kind
from chn_self.domain.layout import Layout, Size, layout, listed
from chn_self.domain.paper import Box, square
from chn_self.domain.personal_map import PersonalMap
from tests.maps import AWKWARD, maps

NAMES = (
    "Mum", "GP", "My sister", "Best friend", "Support worker", "Sam from choir", "Old flatmate",
    "Neighbour upstairs", "Care co-ordinator", "Friend from allotment", "Choir", "Gardening",
    "Television with the family", "Listening to the radio", "Café on the corner", "Clinic", "Park",
)  # fmt: skip


def generated(seed: int, count: int, names: tuple[str, ...] = NAMES) -> PersonalMap:
    """A map of so many connections: mixed or mostly of one kind, a tenth with no closeness."""
    random = Random(seed)
    shares = random.choice([(6, 3, 3), (1, 1, 1), (10, 1, 1), (1, 8, 1), (2, 1, 6)])
    nearness: list[Closeness | None] = [1, 1, 1, 2, 2, 2, 3, 3, 3, None]  # type: ignore[list-item]
    return PersonalMap(
        "m",
        connections=tuple(
            Connection(
                f"c{i}",
                random.choices([*Kind], shares)[0],
                random.choice(names),
                closeness=random.choice(nearness),
                matters=random.random() < 0.1,
            )
            for i in range(count)
        ),
    )


def everything(laid: Layout) -> list[Box]:
    """All that must not overlap: marks, names, numbers, the ego, names of sectors and rings."""
    labels = [s.label.box for s in laid.spots if s.label]
    ego = square(laid.ground.x, laid.ground.y, laid.sheet.you)
    captions = [box for _, box in laid.captions]
    marks = [s.box for s in laid.spots]
    return [ego, laid.plate, *marks, *labels, *laid.headings.values(), *captions]


def overlapping(boxes: list[Box]) -> list[tuple[Box, Box]]:
    """Every pair of boxes that share an area."""
    boxes = sorted(boxes)
    found = []
    for i, a in enumerate(boxes):
        for b in boxes[i + 1 :]:
            if b.left >= a.right:
                break
            if a.overlaps(b):
                found.append((a, b))
    return found


@pytest.mark.parametrize("size", [Size.NARROW, Size.WIDE])
@pytest.mark.parametrize("seed", range(200))
def test_draws_nothing_on_anything(size: Size, seed: int) -> None:
    """On 200 drawings of generated maps of 1 to 200, nothing overlaps or leaves the frame."""
    count = Random(seed).choice([1, 2, 5, 12, 25, 40, 70, 120, 200])
    assert_nothing_on_anything(layout(generated(seed, count, NAMES + AWKWARD), size))


@pytest.mark.parametrize("size", [Size.NARROW, Size.WIDE])
@pytest.mark.parametrize("closeness", [*Closeness, None])
@pytest.mark.parametrize("name", ["น้องสาวของฉันที่อยู่เชียงใหม่", "أختي الكبرى في دمشق", "Wm" * 40])
def test_two_hundred_in_one_ring_are_drawn(
    size: Size, closeness: Closeness | None, name: str
) -> None:
    """All of one kind, all private, each with a long name, in Thai or in Arabic too."""
    many = (
        Connection(f"c{i}", Kind.PERSON, f"{i} {name}"[:80], closeness=closeness, private=True)
        for i in range(200)
    )
    laid = layout(PersonalMap("m", connections=tuple(many)), size)
    assert len(laid.spots) == 200
    assert_nothing_on_anything(laid)


def assert_nothing_on_anything(laid: Layout) -> None:
    """Nothing overlaps or leaves the frame."""
    boxes = everything(laid)
    assert overlapping(boxes) == []
    assert all(b.left >= 0 and b.top >= 0 for b in boxes)
    assert all(b.right <= laid.width and b.bottom <= laid.height for b in boxes)


@given(maps(most=12), st.sampled_from(Size))
def test_draws_any_map(map_: PersonalMap, size: Size) -> None:
    """Whatever a file may hold, everyone is drawn once, in the order of the list, apart."""
    laid = layout(map_, size)
    assert [s.id for s in laid.spots] == [c.id for c in listed(map_)]
    assert overlapping(everything(laid)) == []


@given(maps(most=12), st.sampled_from(Size))
def test_the_same_map_gives_the_same_picture(map_: PersonalMap, size: Size) -> None:
    """Nothing but the map and the size decides where things stand."""
    assert layout(map_, size) == layout(map_, size)


@pytest.mark.parametrize(("size", "count"), [(Size.NARROW, 12), (Size.WIDE, 40)])
def test_shows_the_names_while_they_fit(size: Size, count: int) -> None:
    """Of 12 on a phone and of 40 on a wide screen nearly all are named, the rest numbered."""
    laid = [layout(generated(seed, count), size) for seed in range(25)]
    assert sum(s.named for found in laid for s in found.spots) >= 0.95 * 25 * count
    assert all(s.label for found in laid for s in found.spots)


@pytest.mark.parametrize(("size", "least"), [(Size.NARROW, 12), (Size.WIDE, 40)])
def test_still_shows_names_on_a_full_map(size: Size, least: int) -> None:
    """With more connections than names fit, as many names as ever are shown."""
    for seed, count in enumerate([45, 60, 90, 140, 200]):
        assert sum(s.named for s in layout(generated(seed, count), size).spots) >= least


def test_names_are_large_enough_to_read() -> None:
    """Names are 14 pixels or more in every size."""
    assert all(size.value.text >= 14 for size in Size)


@pytest.mark.parametrize("size", Size)
@pytest.mark.parametrize("count", [3, 12, 40, 100])
def test_everyone_stands_on_their_ring(size: Size, count: int) -> None:
    """How near a mark is drawn is how close the person said it is."""
    laid = layout(generated(count, count), size)
    for spot in laid.spots:
        ring = laid.ground.ring(spot.closeness)
        share, _ = laid.ground.polar(spot.x, spot.y, 0)
        assert ring.inner - 0.01 <= share <= ring.outer + 0.01


@pytest.mark.parametrize("size", Size)
@pytest.mark.parametrize("count", [4, 12, 24])
def test_keeps_the_order_of_the_list_round_a_ring(size: Size, count: int) -> None:
    """Of one kind on one ring, who is later in the list is further round, clockwise."""
    laid = layout(generated(count, count), size)
    for sector in laid.ground.sectors:
        for ring in laid.ground.rings:
            angles = [
                laid.ground.polar(s.x, s.y, (sector.start + sector.end) / 2)[1]
                for s in laid.spots
                if s.kind == sector.kind and laid.ground.ring(s.closeness) is ring
            ]
            assert angles == sorted(angles)


@pytest.mark.parametrize("size", Size)
def test_moves_others_little_when_one_is_added(size: Size) -> None:
    """Over maps of 5 to 200 an added one moves the others by 4% of the width on average."""
    shifts = []
    for seed, count in enumerate([5, 8, 12, 20, 40, 60, 90, 120, 150, 180, 200]):
        map_ = generated(seed, count)
        kind = [*Kind][seed % 3]
        added = Connection("new", kind, "New friend", closeness=Closeness.MIDDLE)
        before = layout(map_, size)
        after = layout(replace(map_, connections=(*map_.connections, added)), size)
        at = {s.id: s for s in after.spots}
        moved = [hypot(s.x - at[s.id].x, s.y - at[s.id].y) for s in before.spots]
        shifts.append(sum(moved) / len(moved) / size.value.width)
    assert sum(shifts) / len(shifts) <= 0.04


def test_numbers_follow_the_list_of_each_kind() -> None:
    """A number is the place in the list of its kind, from 1."""
    map_ = generated(1, 50)
    laid = layout(map_, Size.NARROW)
    for kind in Kind:
        numbers = [s.number for s in laid.spots if s.kind == kind]
        assert numbers == list(range(1, len(map_.of_kind(kind)) + 1))


def test_draws_an_empty_map() -> None:
    """With nobody on it yet the picture has its rings, its sectors and their names."""
    laid = layout(PersonalMap("m"), Size.NARROW)
    assert laid.spots == ()
    assert len(laid.ground.rings) == 3
    assert set(laid.headings) == {*Kind}
    assert len(laid.captions) == 3


def test_moving_closer_keeps_the_angle() -> None:
    """On a map with room a change of closeness moves a mark along its spoke, not round."""
    map_ = generated(2, 6)
    first = map_.connections[0]
    nearer = replace(first, closeness=Closeness.INNER)
    further = replace(first, closeness=Closeness.OUTER)
    angles = []
    for changed in (nearer, further):
        laid = layout(replace(map_, connections=(changed, *map_.connections[1:])), Size.WIDE)
        spot = next(s for s in laid.spots if s.id == first.id)
        angles.append(laid.ground.polar(spot.x, spot.y, 0)[1])
    assert angles[0] == pytest.approx(angles[1], abs=0.3)
