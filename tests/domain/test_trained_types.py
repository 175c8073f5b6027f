from chn_self.domain.trained_types import Scaling, Transform


def test_a_position_is_in_standard_deviations() -> None:
    """By hand: (5 - 3) / 4; and for the log of one more, (log(1) - 1) / 2."""
    assert Scaling("places", Transform.NONE, 3.0, 4.0).position(5.0) == 0.5
    assert Scaling("places", Transform.LOG1P, 1.0, 2.0).position(0.0) == -0.5
