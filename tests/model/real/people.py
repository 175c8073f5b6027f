"""Generated people as a file of rows."""

from collections.abc import Sequence
from pathlib import Path

from chn_self.domain.measures import measure
from chn_self.domain.personal_map import PersonalMap
from model.cohort import COUNTED
from model.real.rows import ANSWERS, PLAIN_COUNTS

HEADER = (*PLAIN_COUNTS, *ANSWERS)


def as_line(map_: PersonalMap) -> str:
    """A map as a row of a file, blank where not answered."""
    found = measure(map_)
    numbers: dict[str, float | None] = {name: getattr(found, name) for name in (*COUNTED, *ANSWERS)}
    numbers["new"] = sum(c.new is True for c in map_.connections if c.counts)
    return ",".join("" if (x := numbers[n]) is None else str(int(x)) for n in HEADER)


def write(path: Path, lines: Sequence[str], columns: Sequence[str] = HEADER) -> Path:
    """A file of these rows with only some of their columns."""
    kept = [HEADER.index(name) for name in columns]
    table = [[line.split(",")[i] for i in kept] for line in (",".join(HEADER), *lines)]
    path.write_text("\n".join(map(",".join, table)), "utf-8")
    return path
