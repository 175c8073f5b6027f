"""Reading a file of real rows: every fault by row and column, and nothing read by halves."""

import csv
import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from chn_self.domain.personal_map import MOST_CONNECTIONS
from model.assumptions import Assumptions
from model.real.rows import ANSWERS, PLAIN_COUNTS, Row, disagreements, in_fixed_order

# Longer numbers are no count of anything, and int() is slow or refuses where they are very long.
MOST_DIGITS = 9

SHOWN_OF_A_NAME = 40


@dataclass(frozen=True, slots=True)
class Fault:
    """What was expected and where, rows numbered as a spreadsheet shows them.

    It never repeats a cell: what is in one may be about a person.
    """

    expected: str
    row: int | None = None
    column: str | None = None

    def __str__(self) -> str:
        place = [
            *([f"row {self.row}"] if self.row else []),
            *([self.column] if self.column else []),
        ]
        return f"{', '.join(place)}: {self.expected}" if place else self.expected


class CohortError(Exception):
    """Rows that cannot be trained on, with every fault."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(faults)
        self.faults = tuple(faults)

    def __str__(self) -> str:
        return "\n".join(str(fault) for fault in self.faults)


@dataclass(frozen=True, slots=True)
class Cohort:
    """Rows in a fixed order, and the file they came from: its name without a folder, its hash."""

    file: str
    sha256: str
    rows: tuple[Row, ...]


def read_cohort(path: Path, assumptions: Assumptions) -> Cohort:
    """Read a CSV file of one row a person.

    Raises CohortError with every fault of the file, up to a bound; what is beyond it is counted.
    """
    content = _content(path, assumptions.whole("cohort.most_bytes"))
    rows = read_rows(_text(content), assumptions)
    return Cohort(path.name, hashlib.sha256(content).hexdigest(), in_fixed_order(rows))


def read_rows(text: str, assumptions: Assumptions) -> tuple[Row, ...]:
    """The rows of a CSV text whose first row names the columns, in any order.

    Raises CohortError as `read_cohort` does.
    """
    records = _records(text)
    first, header = next(records, (1, []))
    if isinstance(header, Fault):
        raise CohortError([header])
    names = [name.strip() for name in header]
    if faults := [*_header_faults(first, names)]:
        raise _bounded(faults, assumptions)
    found = [_row(number, names, cells) for number, cells in records]
    rows = [x for x in found if isinstance(x, Row)]
    faults = [fault for x in found if not isinstance(x, Row) for fault in x]
    # Rows with a fault can be mended, so they count.
    size = sum(row.people > 0 for row in rows) + len(found) - len(rows)
    faults += _size_faults(size, assumptions)
    if faults := faults or [*_constant(rows)]:
        raise _bounded(faults, assumptions)
    return tuple(rows)


def _content(path: Path, most: int) -> bytes:
    try:
        # A pipe that nobody writes to would be waited for without end.
        if path.exists() and not path.is_file():
            raise CohortError([Fault("expected a file")])
        with path.open("rb") as file:
            content = file.read(most + 1)
    except OSError as error:
        raise CohortError([Fault((error.strerror or "it cannot be read").lower())]) from error
    if len(content) > most:
        raise CohortError([Fault(f"expected a file of at most {most} bytes")])
    return content


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = content.count(b"\n", 0, error.start) + 1
        raise CohortError([Fault("expected UTF-8; save it as “CSV UTF-8”", row)]) from error


def _records(text: str) -> Iterator[tuple[int, list[str] | Fault]]:
    """The cells of every row that is not blank, with its number; a fault ends them."""
    number = 0
    # A cell in quotes may hold ends of lines, so the csv module has to see them as they are.
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    try:
        for cells in reader:
            number += 1
            if any(cell.strip() for cell in cells):
                yield number, cells
    except csv.Error as error:
        yield number + 1, Fault(f"expected CSV: {error}", number + 1)


def _header_faults(row: int, names: Sequence[str]) -> Iterator[Fault]:
    known = (*PLAIN_COUNTS, *ANSWERS)
    for name in PLAIN_COUNTS:
        if name not in names:
            yield Fault("expected a column of this name", row, name)
    for name, times in Counter(names).items():
        if name not in known:
            shown = repr(name[:SHOWN_OF_A_NAME])
            yield Fault("expected no other columns than those documented", row, shown)
        elif times > 1:
            yield Fault("expected once", row, name)


def _row(number: int, names: Sequence[str], cells: Sequence[str] | Fault) -> Row | list[Fault]:
    if isinstance(cells, Fault):
        return [cells]
    if len(cells) != len(names):
        return [Fault(f"expected {len(names)} cells, found {len(cells)}", number)]
    found = {name: _cell(name, cell.strip()) for name, cell in zip(names, cells, strict=True)}
    numbers = {name: x for name, x in found.items() if isinstance(x, int)}
    faults = [Fault(x, number, name) for name, x in found.items() if isinstance(x, str)]
    if faults:
        return faults
    row = Row(**numbers)
    return [Fault(why, number, name) for name, why in disagreements(row)] or row


def _cell(name: str, cell: str) -> int | str | None:
    """The number in a cell, None where it may be blank and is, or what was expected."""
    if name in ANSWERS and not cell:
        return None
    low, high = ANSWERS.get(name, (0, MOST_CONNECTIONS))
    whole = cell.isascii() and cell.isdigit() and len(cell) <= MOST_DIGITS
    if whole and low <= int(cell) <= (MOST_CONNECTIONS if high is None else high):
        return int(cell)
    if name not in ANSWERS:
        most = f", at most {MOST_CONNECTIONS}" if whole else ""
        return f"expected a whole number, 0 or more{most}"
    return f"expected a whole number, {low} {'or more' if high is None else f'to {high}'}, or blank"


def _size_faults(size: int, assumptions: Assumptions) -> Iterator[Fault]:
    least, most = assumptions.whole("cohort.fewest_rows"), assumptions.whole("cohort.most_rows")
    if size < least:
        yield Fault(f"expected at least {least} rows with somebody on them, found {size}")
    if size > most:
        yield Fault(f"expected at most {most} rows, found {size}")


def _constant(rows: Sequence[Row]) -> Iterator[Fault]:
    """Columns that tell nobody from anybody; one that was left blank throughout is no column."""
    for name in (*PLAIN_COUNTS, *ANSWERS):
        answers = {getattr(row, name) for row in rows} - {None}
        if len(answers) == 1:
            yield Fault("expected more than one value in this column", column=name)


def _bounded(faults: Sequence[Fault], assumptions: Assumptions) -> CohortError:
    most = assumptions.whole("cohort.most_faults")
    beyond = len(faults) - most
    more = [Fault(f"and {beyond} more faults")] if beyond > 0 else []
    return CohortError([*faults[:most], *more])
