"""Documents point at files, headings, tests and commands that are there."""

import re
from pathlib import Path

import pytest

from tests.documents import (
    DOCUMENTS,
    HOME,
    anchors,
    commands,
    is_there,
    links,
    named_tests,
    paths,
    prose,
)

DECISIONS = sorted((HOME / "docs" / "decisions").glob("[0-9]*.md"))

each = pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(HOME)))


@each
def test_every_link_leads_somewhere(path: Path) -> None:
    """A file of the repository, and a heading in it where one is named."""
    for to in links(prose(path)):
        name, _, heading = to.partition("#")
        target = path.parent / name if name else path
        assert target.exists(), to
        assert not heading or heading in anchors(target), to


@each
def test_every_path_is_there(path: Path) -> None:
    """A control whose test was renamed would be shown by nothing."""
    assert [name for name in paths(prose(path)) if not is_there(name, path.parent)] == []


@each
def test_every_test_named_is_there(path: Path) -> None:
    """The very test: its file alone would not show what is claimed."""
    for file, name in named_tests(prose(path)):
        assert re.search(rf"^ *def {name}\(", (HOME / file).read_text("utf-8"), re.MULTILINE), name


@each
def test_every_command_can_be_run(path: Path) -> None:
    """What a document says to `make` is something that can be made."""
    targets = re.findall(r"^([a-z-]+):", (HOME / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert commands(path) - set(targets) == set()


@pytest.mark.parametrize("path", DECISIONS, ids=[path.stem for path in DECISIONS])
def test_a_decision_is_told_whole(path: Path) -> None:
    """What it was about, what was decided, what follows: on one page, which the list leads to."""
    assert [*anchors(path)][1:] == ["context", "decision", "consequences"]
    assert len(path.read_text("utf-8").splitlines()) <= 40
    assert path.name in links(prose(path.parent / "README.md"))
