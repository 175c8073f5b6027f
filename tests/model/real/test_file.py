import csv
import hashlib
import os
from collections.abc import Mapping, Sequence
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.assumptions import load_assumptions
from model.real.file import CohortError, read_cohort, read_rows
from model.real.rows import ANSWERS, PLAIN_COUNTS, Row

TEMPLATE = Path(__file__).parents[3] / "model" / "cohort-template.csv"

HEADER = (*PLAIN_COUNTS, *ANSWERS)

# Changes to the cells of one row, by column.
Change = Mapping[str, str]


def cells(number: int, change: Change | None = None) -> list[str]:
    """One made-up row, each column with more than one value among them."""
    n = number % 5
    made = [n + 1, n, 4 - n, n % 2, n + 2, n, n, n + 1, 5 - n, n % 4 + 1, n % 2]
    found = dict(zip(HEADER, map(str, made), strict=True)) | dict(change or {})
    return [found[name] for name in HEADER]


def as_csv(table: Sequence[Sequence[str]]) -> str:
    """Rows of cells as a CSV text."""
    out = StringIO()
    csv.writer(out, lineterminator="\n").writerows(table)
    return out.getvalue()


def table(size: int = 60, changes: Mapping[int, Change] | None = None) -> list[list[str]]:
    """A header and so many rows; `changes` by the row's number in a spreadsheet, from 2 on."""
    change = changes or {}
    return [[*HEADER], *(cells(n, change.get(n)) for n in range(2, size + 2))]


def faults(text: str) -> list[str]:
    """What is wrong with a text, a line each."""
    with pytest.raises(CohortError) as caught:
        read_rows(text, load_assumptions())
    return [str(fault) for fault in caught.value.faults]


def file_faults(path: Path) -> list[str]:
    """What is wrong with a file, a line each."""
    with pytest.raises(CohortError) as caught:
        read_cohort(path, load_assumptions())
    return [str(fault) for fault in caught.value.faults]


def test_a_row_is_read_by_the_names_of_its_columns() -> None:
    """The columns may come in any order."""
    turned = [row[::-1] for row in table()]
    assert read_rows(as_csv(turned), load_assumptions()) == read_rows(
        as_csv(table()), load_assumptions()
    )


def test_optional_columns_may_be_left_out() -> None:
    """What has no column was answered by nobody."""
    needed = [row[: len(PLAIN_COUNTS)] for row in table()]
    found = read_rows(as_csv(needed), load_assumptions())
    assert found[0] == Row(3, 2, 2, 0, 4, 2, 2)


def test_optional_cells_may_be_blank() -> None:
    """A blank is not answered, never 0."""
    blank = dict.fromkeys(ANSWERS, "")
    found = read_rows(as_csv(table(60, {2: blank})), load_assumptions())
    assert found[0] == Row(3, 2, 2, 0, 4, 2, 2)


def test_a_spreadsheets_own_ways_are_fine(tmp_path: Path) -> None:
    """A byte order mark, CRLF, quoted cells, blank lines and blank cells at the end."""
    plain, dressed = tmp_path / "plain.csv", tmp_path / "dressed.csv"
    plain.write_text(as_csv(table()), "utf-8")
    out = StringIO()
    csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerows(table())
    blanks = "\r\n" + "," * (len(HEADER) - 1) + "\r\n\r\n"
    dressed.write_bytes(("\ufeff" + out.getvalue() + blanks).encode())
    found = read_cohort(dressed, load_assumptions())
    assert found.rows == read_cohort(plain, load_assumptions()).rows


def test_a_cohort_knows_its_file_by_name_and_hash(tmp_path: Path) -> None:
    """The name has no folder, which may tell who somebody is."""
    path = tmp_path / "rows.csv"
    path.write_text(as_csv(table()), "utf-8")
    found = read_cohort(path, load_assumptions())
    assert found.file == "rows.csv"
    assert found.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


WRONG = {
    "words": ("friends", "some", "expected a whole number, 0 or more"),
    "fraction": ("friends", "1.5", "expected a whole number, 0 or more"),
    "negative": ("family", "-1", "expected a whole number, 0 or more"),
    "blank": ("places", "", "expected a whole number, 0 or more"),
    "digits of another script": ("wider", "٣", "expected a whole number, 0 or more"),
    "no end": ("activities", "9" * 5000, "expected a whole number, 0 or more"),
    "too many": ("family", "501", "expected a whole number, 0 or more, at most 500"),
    "week_at_home": ("week_at_home", "6", "expected a whole number, 1 to 5, or blank"),
    "satisfaction": ("satisfaction", "0", "expected a whole number, 1 to 5, or blank"),
    "resources": ("resources", "5", "expected a whole number, 0 to 4, or blank"),
    "health_resources": (
        "health_resources",
        "few",
        "expected a whole number, 0 or more, or blank",
    ),
}


@pytest.mark.parametrize(("column", "cell", "expected"), WRONG.values(), ids=WRONG)
def test_a_cell_is_refused_by_row_and_column(column: str, cell: str, expected: str) -> None:
    """Row 12 is what a spreadsheet calls so: the header is row 1."""
    assert faults(as_csv(table(60, {12: {column: cell}}))) == [f"row 12, {column}: {expected}"]


def test_blank_lines_count_as_rows_of_the_spreadsheet() -> None:
    """They are passed over, but what comes after them keeps its number."""
    lines = as_csv(table(60, {2: {"family": "x"}})).splitlines()
    lines.insert(1, "")
    assert faults("\n".join(lines)) == ["row 3, family: expected a whole number, 0 or more"]


def test_more_new_connections_than_there_are_is_refused() -> None:
    """Row 2 has 13 connections, by hand: 3 + 2 + 2 + 0 + 4 + 2."""
    assert faults(as_csv(table(60, {2: {"new": "14"}}))) == [
        "row 2, new: expected at most 13, as many as all connections in this row"
    ]


def test_all_faults_are_told_at_once() -> None:
    """Several in a row and several rows."""
    wrong = {4: {"family": "x", "new": "y"}, 9: {"satisfaction": "9"}}
    assert [fault.split(":")[0] for fault in faults(as_csv(table(60, wrong)))] == [
        "row 4, family",
        "row 4, new",
        "row 9, satisfaction",
    ]


def test_many_faults_are_counted_instead_of_told() -> None:
    """Twenty are told, by the assumptions; of 30 the other 10 are counted."""
    found = faults(as_csv(table(60, {n: {"family": "x"} for n in range(2, 32)})))
    assert len(found) == 21
    assert found[-1] == "and 10 more faults"


def test_a_row_of_another_width_is_refused() -> None:
    """Nobody guesses which cell is missing."""
    rows = table()
    rows[4] = rows[4][:-1]
    assert faults(as_csv(rows)) == ["row 5: expected 11 cells, found 10"]


def test_a_missing_an_unknown_and_a_repeated_column_are_refused_by_name() -> None:
    """All of them at once."""
    rows = table()
    rows[0][0] = "diagnosis"
    rows[0][-1] = "friends"
    assert faults(as_csv(rows)) == [
        "row 1, family: expected a column of this name",
        "row 1, 'diagnosis': expected no other columns than those documented",
        "row 1, friends: expected once",
    ]


def test_an_empty_text_lacks_every_column() -> None:
    """So does a file of blank lines."""
    assert len(faults("\n\n")) == len(PLAIN_COUNTS)


def test_fewer_than_sixty_rows_are_refused() -> None:
    """The number is in the assumptions."""
    assert faults(as_csv(table(59))) == [
        "expected at least 60 rows with somebody on them, found 59"
    ]


def test_rows_with_nobody_on_them_are_not_among_the_sixty() -> None:
    """They have no share of practitioners, so training leaves them out."""
    nobody = dict.fromkeys(("family", "friends", "wider", "practitioners"), "0")
    nobody |= {"resources": "0", "health_resources": "0", "new": "0"}
    assert faults(as_csv(table(60, {7: nobody}))) == [
        "expected at least 60 rows with somebody on them, found 59"
    ]


def test_more_rows_than_the_assumptions_allow_are_refused() -> None:
    """A fault, not a wait without end."""
    most = load_assumptions().whole("cohort.most_rows")
    assert faults(as_csv(table(most + 1))) == [f"expected at most {most} rows, found {most + 1}"]


def test_a_constant_column_is_refused_by_name() -> None:
    """One that training needs and one that it does not; blanks do not make it vary."""
    same = {n: {"practitioners": "1", "satisfaction": "3"} for n in range(2, 62)}
    same[2] = {"practitioners": "1", "satisfaction": ""}
    assert faults(as_csv(table(60, same))) == [
        "practitioners: expected more than one value in this column",
        "satisfaction: expected more than one value in this column",
    ]


def test_a_quote_without_its_end_is_told_after_the_faults_before_it() -> None:
    """What follows it cannot be read."""
    lines = as_csv(table(61, {2: {"family": "x"}})).splitlines()
    lines[61] = '"' + lines[61]
    assert faults("\n".join(lines)) == [
        "row 2, family: expected a whole number, 0 or more",
        "row 62: expected CSV: unexpected end of data",
    ]


def test_a_file_that_is_not_there_is_one_fault(tmp_path: Path) -> None:
    """As the system says it."""
    assert file_faults(tmp_path / "none.csv") == ["no such file or directory"]


def test_a_folder_and_a_pipe_are_no_files(tmp_path: Path) -> None:
    """A pipe is not waited for."""
    pipe = tmp_path / "pipe.csv"
    os.mkfifo(pipe)
    assert file_faults(tmp_path) == file_faults(pipe) == ["expected a file"]


def test_a_file_in_another_encoding_is_told_by_row(tmp_path: Path) -> None:
    """The byte E9 is é in Latin-1 and nothing in UTF-8."""
    path = tmp_path / "latin.csv"
    path.write_bytes(b"family\n1\n\xe9\n")
    assert file_faults(path) == ["row 3: expected UTF-8; save it as “CSV UTF-8”"]


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    """It takes no room on the disk either."""
    path, most = tmp_path / "huge.csv", load_assumptions().whole("cohort.most_bytes")
    with path.open("wb") as file:
        file.truncate(10**10)
    assert file_faults(path) == [f"expected a file of at most {most} bytes"]


@given(st.text(max_size=40), st.sampled_from(HEADER))
def test_no_cell_is_ever_repeated_in_a_fault(cell: str, column: str) -> None:
    """What stands in a cell may be about a person; a fault is printed and pasted."""
    marked = f"Mo {cell}"
    assert not any("Mo" in fault for fault in faults(as_csv(table(60, {8: {column: marked}}))))


@given(st.text(max_size=300))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Sixty rows cannot be in so few characters, so it is refused, and never with another error."""
    assert faults(text)


def test_the_template_has_too_few_rows_and_no_other_fault() -> None:
    """It shows every column and is made up."""
    assert file_faults(TEMPLATE) == ["expected at least 60 rows with somebody on them, found 3"]
    assert TEMPLATE.read_text("utf-8").splitlines()[0] == ",".join(HEADER)
