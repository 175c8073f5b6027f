"""Remembering the last outcome of a pure function."""

from chn_self.views.latest import Latest


def test_asks_once_for_the_very_same_arguments() -> None:
    """The second answer is the first one's object."""
    latest = Latest(lambda _: object())
    argument = object()
    assert latest(argument) is latest(argument)


def test_asks_again_for_others_though_they_are_equal() -> None:
    """Only the same object is known not to have changed."""
    latest = Latest(lambda one, two: [one, two])
    one = [1]
    assert latest(one, 2) is not latest([1], 2)


def test_remembers_no_more_than_the_last() -> None:
    """What was asked before that is asked anew."""
    asked: list[int] = []
    latest = Latest(asked.append)
    for argument in (1, 2, 1):
        latest(argument)
    assert asked == [1, 2, 1]
