"""Times taken in the page, in milliseconds, and how the report tells them."""

import statistics
from collections.abc import Mapping, Sequence

# From the click until the frame that shows its outcome has been handed to the screen.
PRESS = """(element) => new Promise((done) => {
  const began = performance.now();
  element.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)));
})"""


def section(
    heading: str, asked: str, what: tuple[str, str], times: Mapping[str, Sequence[float]]
) -> str:
    """A table of times, a row each; `what` is measured and how it is counted."""
    return "\n".join(
        [
            f"## {heading}",
            "",
            asked,
            "",
            f"| {what[0]} | {what[1]} | median | 95th percentile | 99th | longest |",
            "| --- | --: | --: | --: | --: | --: |",
            *(_row(name, taken) for name, taken in times.items()),
            "",
        ]
    )


def told(time: float) -> str:
    """A time to two or three figures."""
    return f"{time:.{0 if abs(time) >= 10 else 1}f} ms"


def _row(name: str, taken: Sequence[float]) -> str:
    centiles = statistics.quantiles(taken, n=100, method="inclusive")
    figures = map(told, (statistics.median(taken), centiles[94], centiles[98], max(taken)))
    return f"| {name} | {len(taken)} | {' | '.join(figures)} |"
