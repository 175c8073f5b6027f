"""Where on a stretch things stand that keep their order and their distance."""

from collections.abc import Sequence


def spread(wanted: Sequence[float], gaps: Sequence[float], low: float, high: float) -> list[float]:
    """Positions in order, at least `gaps[i]` between i and i + 1, as near to `wanted` as can be.

    Nearest in the sum of squares: an isotonic regression, pooling neighbours that press on each
    other. All lie between `low` and `high`; where the gaps are more than fit they shrink alike.
    """
    if not wanted:
        return []
    total = sum(gaps)
    squeeze = min(1.0, (high - low) / total) if total else 1.0
    offsets = [0.0]
    for gap in gaps:
        offsets.append(offsets[-1] + gap * squeeze)
    pools: list[tuple[float, int]] = []
    for want, offset in zip(wanted, offsets, strict=True):
        total, count = want - offset, 1
        while pools and pools[-1][0] * count >= total * pools[-1][1]:
            before = pools.pop()
            total, count = total + before[0], count + before[1]
        pools.append((total, count))
    top = high - offsets[-1]
    starts = [min(max(total / count, low), top) for total, count in pools for _ in range(count)]
    return [start + offset for start, offset in zip(starts, offsets, strict=True)]
