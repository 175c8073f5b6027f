"""Links bend round the ego and stay in the frame."""

from hypothesis import assume, given
from hypothesis import strategies as st

from chn_self.domain.curves import End, Field, curve
from chn_self.domain.paper import Box, Paper

EGO, RADIUS = (200.0, 200.0), 40.0


def field(paper: Paper | None = None) -> Field:
    """The ego in the middle of a paper of 400 by 400."""
    return Field(*EGO, RADIUS, paper or Paper(400, 400, 2), careful=True)


def ends(id_: str) -> st.SearchStrategy[End]:
    """Ends as marks stand: inside the frame and clear of the ego."""
    side = st.floats(30, 370)
    return st.builds(End, st.just(id_), side, side).filter(
        lambda e: (e.x - EGO[0]) ** 2 + (e.y - EGO[1]) ** 2 > (RADIUS + 15) ** 2
    )


@given(ends("a"), ends("b"))
def test_goes_from_one_end_to_the_other(a: End, b: End) -> None:
    """A curve starts where one connection stands and ends where the other does."""
    found = curve(a, b, field())
    assert found.at(0) == (a.x, a.y)
    assert found.at(1) == (b.x, b.y)


@given(ends("a"), ends("b"))
def test_never_runs_through_the_ego(a: End, b: End) -> None:
    """Two that go together are not joined by way of the ego, however they stand."""
    assume(abs(a.x - b.x) + abs(a.y - b.y) > 60)
    found = curve(a, b, field())
    for i in range(21):
        x, y = found.at(i / 20)
        assert (x - EGO[0]) ** 2 + (y - EGO[1]) ** 2 > (RADIUS * 0.8) ** 2


def test_bends_round_a_name() -> None:
    """Where a small bend is enough, no name lies on the line."""
    paper = Paper(400, 400, 2)
    name = Box(80, 285, 120, 315)
    paper.take(name)
    found = curve(End("a", 20, 300), End("b", 180, 300), field(paper))
    points = [found.at(i / 40) for i in range(41)]
    assert not any(name.left < x < name.right and name.top < y < name.bottom for x, y in points)


def test_is_calm_where_nothing_is_in_the_way() -> None:
    """With a free run the bow is slight: under a tenth of the way from end to end."""
    found = curve(End("a", 50, 350), End("b", 350, 350), field())
    assert abs(found.at(0.5)[1] - 350) < 30
