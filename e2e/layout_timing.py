"""How long it takes to lay out a large map: run inside Pyodide, where the page does it."""

from collections.abc import Mapping, Sequence
from time import perf_counter

from chn_self.domain.layout import Size, layout
from e2e.large_map import large_map

SIZES = ((60, 200), (200, 1_000))  # connections and links
TIMES = 30


def timed() -> Mapping[str, Sequence[float]]:
    """Milliseconds that each of many times took, all cases in turn, without the first round.

    Python's own code is made faster by the browser as it runs, and machines slow down and speed up:
    in turn, all cases have the same of either.
    """
    cases = {
        f"{connections} connections, {size.name.lower()}": (large_map(connections, links), size)
        for connections, links in SIZES
        for size in (Size.NARROW, Size.WIDE)
    }
    taken: dict[str, list[float]] = {name: [] for name in cases}
    for _ in range(TIMES + 1):
        for name, (map_, size) in cases.items():
            began = perf_counter()
            layout(map_, size)
            taken[name].append(1_000 * (perf_counter() - began))
    return {name: times[1:] for name, times in taken.items()}
