"""The same work for many things, on as many processes as there are to be had."""

from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from typing import TypeVar

from threadpoolctl import threadpool_limits

S = TypeVar("S")
T = TypeVar("T")


def for_each(things: Iterable[S], work: Callable[[S], T], processes: int) -> list[T]:
    """What comes of each thing, in their order; the same however many processes there are."""
    if processes == 1:
        return [work(thing) for thing in things]
    # Each process works alone: threads of its own would only be in each other's way.
    with ProcessPoolExecutor(processes, initializer=threadpool_limits, initargs=(1,)) as pool:
        return list(pool.map(work, things, chunksize=4))
