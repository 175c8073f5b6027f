"""What a screen reader is told of each screen changes only where somebody meant it to."""

from playwright.sync_api import Page

from e2e.snapshots import FOLDER, NAMES, told


def test_screens_are_told_as_they_were(started: Page) -> None:
    """Compared with `e2e/snapshots/`, which `python -m e2e.snapshots` writes anew, to be read."""
    found = {name: told(started, name) for name in NAMES}
    expected = {name: (FOLDER / f"{name}.txt").read_text("utf-8") for name in NAMES}
    assert found == expected
