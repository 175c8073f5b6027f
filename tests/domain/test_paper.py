"""What is taken on the paper is not free, and nothing else is lost."""

from hypothesis import given
from hypothesis import strategies as st

from chn_self.domain.paper import Box, Paper, square


def boxes() -> st.SearchStrategy[Box]:
    """Boxes well inside a paper of 200 by 200."""
    side = st.floats(5, 150)
    return st.builds(
        lambda x, y, w, h: Box(x, y, x + w, y + h), side, side, st.floats(1, 40), st.floats(1, 40)
    )


@given(boxes(), boxes())
def test_never_calls_an_overlap_free(taken: Box, asked: Box) -> None:
    """A box that overlaps one taken is not free."""
    paper = Paper(200, 200, 2)
    paper.take(taken)
    assert not (taken.overlaps(asked) and paper.free(asked))


@given(boxes(), boxes())
def test_gives_back_what_was_taken(kept: Box, given_back: Box) -> None:
    """After a free box was taken and given back, the same is free as before."""
    paper = Paper(200, 200, 2)
    paper.take(kept)
    if paper.free(given_back):
        paper.take(given_back)
        assert not paper.free(given_back)
        paper.give(given_back)
        assert paper.free(given_back)
    assert not paper.free(kept)


def test_knows_its_margin() -> None:
    """A box in the margin or off the sheet is not free."""
    paper = Paper(100, 100, 5)
    assert paper.free(square(50, 50, 45))
    assert not paper.free(square(50, 50, 46))


def test_knows_what_a_point_lies_on() -> None:
    """A point in a box that was taken is taken; one off the sheet never is."""
    paper = Paper(100, 100, 0)
    paper.take(square(50, 50, 10))
    assert paper.taken_at(50, 50)
    assert not paper.taken_at(20, 50)
    assert not paper.taken_at(-5, 50)
    assert not paper.taken_at(50, 5000)
