"""A few to choose from, and the rest behind "More"."""

from hypothesis import given
from hypothesis import strategies as st

from chn_self.views.few import FEW, few_first

NUMBERS = st.lists(st.integers())


@given(NUMBERS)
def test_all_are_there_in_the_order_given(among: list[int]) -> None:
    """A fold hides nothing for good, and moves nothing."""
    found = few_first(among, lambda _: False)
    assert found["few"] == tuple(among[:FEW])
    assert found["more"] == tuple(among[FEW:])


@given(NUMBERS, st.integers(min_value=0, max_value=9))
def test_those_ticked_in_the_fold_are_counted(among: list[int], few: int) -> None:
    """Not those that are in sight."""
    assert few_first(among, lambda n: n > 0, few)["ticked"] == sum(n > 0 for n in among[few:])
