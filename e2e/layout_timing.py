"""How long it takes to lay out a large map: run inside Pyodide, where the page does it."""

from collections.abc import Mapping, Sequence
from time import perf_counter

from chn_self.domain.layout import Size, layout
from e2e.large_map import large_map

SIZES = ((60, 200), (200, 1_000))  # connections and links
TIMES = 30


def timed() -> Mapping[str, Sequence[float]]:
    """Milliseconds that each of many times took, the first one, which warms up, left out."""
    return {
        f"{connections} connections, {size.name.lower()}": _timed(connections, links, size)
        for connections, links in SIZES
        for size in (Size.NARROW, Size.WIDE)
    }


def _timed(connections: int, links: int, size: Size) -> Sequence[float]:
    map_ = large_map(connections, links)
    taken = []
    for _ in range(TIMES + 1):
        began = perf_counter()
        layout(map_, size)
        taken.append(1_000 * (perf_counter() - began))
    return taken[1:]
