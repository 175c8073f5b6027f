"""The same work for many seeds, on as many processes as there are to be had."""

from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from typing import TypeVar

import numpy as np
from threadpoolctl import threadpool_limits

T = TypeVar("T")


def for_each(
    seeds: Iterable[np.random.SeedSequence],
    work: Callable[[np.random.SeedSequence], T],
    processes: int,
) -> list[T]:
    """What comes of each seed, in their order; the same however many processes there are."""
    if processes == 1:
        return [work(seed) for seed in seeds]
    # Each process works alone: threads of its own would only be in each other's way.
    with ProcessPoolExecutor(processes, initializer=threadpool_limits, initargs=(1,)) as pool:
        return list(pool.map(work, seeds, chunksize=4))
