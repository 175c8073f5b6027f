"""A table as CSV that every program reads as what it says."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

# A cell that begins so is worked out by spreadsheets as a formula (OWASP, CSV Injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def table(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> bytes:
    """The rows as CSV (RFC 4180) in UTF-8, under a line with the names of the columns.

    What a row lacks is an empty cell; true and false are written so. A text that a spreadsheet
    would take for a formula has an apostrophe before it.
    """
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(row.get(column)) for column in columns])
    return buffer.getvalue().encode()


def _cell(value: object) -> object:
    match value:
        case bool():
            return str(value).lower()
        case str() if value.startswith(_FORMULA):
            return f"'{value}"
        case _:
            return value
