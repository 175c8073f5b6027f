"""Tables that were exported, read back."""

import csv
import io


def rows(content: bytes) -> list[dict[str, str]]:
    """The rows of a CSV file, by its columns."""
    return [*csv.DictReader(io.StringIO(content.decode(), newline=""))]
