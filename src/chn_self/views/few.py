"""A few to choose from at once, and the rest behind "More"."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

# No question offers more than this at once.
FEW = 5

T = TypeVar("T")


def few_first(
    among: Sequence[T], ticked: Callable[[T], bool], few: int = FEW
) -> Mapping[str, object]:
    """The `few` at once, what is `more`, and how many of those are `ticked`.

    They stay in the order given, so that none changes its place when it is pressed.
    """
    more = tuple(among[few:])
    return {"few": tuple(among[:few]), "more": more, "ticked": sum(map(ticked, more))}
