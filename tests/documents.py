"""The documents of the repository, and what each of them points at."""

import re
from collections.abc import Iterator
from pathlib import Path

HOME = Path(__file__).parents[1]
DOCUMENTS = sorted(
    [*HOME.glob("*.md")]
    + [path for folder in ("docs", "model", ".github") for path in (HOME / folder).rglob("*.md")]
)

# What a path in a document may be told from, besides where the document is.
ROOTS = (HOME, HOME / "src" / "chn_self", HOME / "site")
# What is made, or made up: there only after a build, or in an example.
NOT_HERE = re.compile(r"^(dist|\.venv|\.cache|assets|maps|tables)/|/(\w+\.)?xx\.")


def prose(path: Path) -> str:
    """What a document says, without its blocks of code."""
    return re.sub(r"^ *```.*?^ *```", "", path.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)


def rows(text: str, id_: str) -> list[list[str]]:
    """The cells of each row of a table whose first cell matches the pattern `id_`."""
    return [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in text.splitlines()
        if re.match(rf"\| ({id_}) \|", line)
    ]


def links(text: str) -> list[str]:
    """Addresses of links and pictures that stay in the repository."""
    return [to for to in re.findall(r"\]\(([^)\s]+)\)", text) if not re.match(r"[a-z]+:", to)]


def paths(text: str) -> list[str]:
    """Files and folders that are named in backticks, by more than one name."""
    named: list[str] = re.findall(r"`([\w.-]+(?:/[\w.-]+)+/?)(?:::\w+)?`", text)
    return [name for name in named if not NOT_HERE.search(name)]


def named_tests(text: str) -> list[tuple[str, str]]:
    """Each file and test named as `tests/test_some.py::test_this`."""
    return re.findall(r"`([\w./-]+\.py)::(\w+)`", text)


def commands(path: Path) -> set[str]:
    """Each target of `make` that a document names, in backticks or in a block of code."""
    blocks = re.findall(r"^ *```.*?^ *```", path.read_text("utf-8"), re.DOTALL | re.MULTILINE)
    code = " ; ".join([*blocks, *re.findall(r"`([^`\n]+)`", prose(path))])
    return set(re.findall(r"\bmake ([a-z][a-z-]*)", code))


def is_there(name: str, beside: Path) -> bool:
    """Whether a path told from beside a document, or from a root, leads somewhere."""
    return any((root / name).exists() for root in (beside, *ROOTS))


def anchors(path: Path) -> Iterator[str]:
    """What a link can name of a document: its headings, written as GitHub writes them."""
    for heading in re.findall(r"^#+ (.+)$", prose(path), flags=re.MULTILINE):
        yield re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
