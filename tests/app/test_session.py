"""What the person would like to keep."""

from hypothesis import given
from hypothesis import strategies as st

from chn_self.app.session import Wish, toggled

WISHES = st.sampled_from(Wish)


def wished(*wishes: Wish) -> frozenset[Wish]:
    """What is ticked after some presses."""
    ticked: frozenset[Wish] = frozenset()
    for wish in wishes:
        ticked = toggled(ticked, wish)
    return ticked


def test_paper_and_a_file_go_together() -> None:
    """Two places are safer than one."""
    assert wished(Wish.PAPER, Wish.FILE) == {Wish.PAPER, Wish.FILE}


def test_nothing_goes_alone() -> None:
    """It takes the place of whatever was ticked, and gives way to it."""
    assert wished(Wish.PAPER, Wish.FILE, Wish.NOTHING) == {Wish.NOTHING}
    assert wished(Wish.NOTHING, Wish.FILE) == {Wish.FILE}


@given(st.lists(WISHES))
def test_nothing_is_never_wished_along_with_something(presses: list[Wish]) -> None:
    """Whatever is pressed."""
    ticked = wished(*presses)
    assert Wish.NOTHING not in ticked or ticked == {Wish.NOTHING}


@given(st.lists(WISHES), WISHES)
def test_a_press_turns_a_wish_over(presses: list[Wish], wish: Wish) -> None:
    """And ticks one that is not ticked."""
    before = wished(*presses)
    assert (wish in toggled(before, wish)) != (wish in before)
