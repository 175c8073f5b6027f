"""Every part that is made by others is pinned to one version and one content."""

import json
import re

from tests.documents import HOME

EXACT = re.compile(r"\d+(\.\d+)+")


def test_the_page_asks_for_exact_versions() -> None:
    """A range would let another version in without anybody having looked."""
    package = json.loads((HOME / "site" / "package.json").read_text("utf-8"))
    asked = {**package["dependencies"], **package["devDependencies"]}
    assert {name: version for name, version in asked.items() if not EXACT.fullmatch(version)} == {}


def test_every_part_of_the_page_has_a_digest() -> None:
    """Those that our parts need too: npm refuses what is not what was pinned."""
    lock = json.loads((HOME / "site" / "package-lock.json").read_text("utf-8"))
    parts = {path: part for path, part in lock["packages"].items() if path}
    assert parts
    assert [path for path, part in parts.items() if "integrity" not in part] == []


def test_every_part_in_python_is_exact_and_has_a_digest() -> None:
    """One entry a package, as `make lock` writes it and pip demands it."""
    lock = (HOME / "requirements.lock").read_text("utf-8")
    entries = re.split(r"\n(?=[a-z])", lock.partition("make lock\n")[2])
    assert len(entries) > 1
    assert [
        entry.split()[0]
        for entry in entries
        if not re.match(r"[\w.-]+==[\w.]+( ;[^\n]*)? \\\n *--hash=sha256:[0-9a-f]{64}", entry)
    ] == []
