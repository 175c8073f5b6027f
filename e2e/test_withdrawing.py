"""A site is withdrawn, as docs/deploying.md says: whoever had a copy gets what is there now."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from e2e import person
from e2e.browser import ROOT, Guard
from e2e.conftest import NewPage
from e2e.host import Host
from e2e.keeping import SHELF, keep_plain
from e2e.test_offline import CACHES, TRY_A_COPY

WORKER = ROOT / "docs" / "withdrawing" / "sw.js"
NOW = "<!DOCTYPE html><title>Closed</title><h1>This page is closed</h1>"


@pytest.mark.parametrize("under", ["/", "/some/where/"])
def test_a_copy_gives_way_and_a_kept_map_stays(
    new_page: NewPage, guard: Guard, tmp_path: Path, under: str
) -> None:
    """With the next visit that has a network; only what the person kept is still there."""
    guard.allow("favicon")
    host = Host(tmp_path / "site", under)
    page = new_page(at=host.address, workers="allow")
    person.arrive(page, "people")
    person.add(page, "Maryam")
    person.go(page, "keep")
    keep_plain(page)
    page.goto("help.html")

    (host.folder / "sw.js").write_bytes(WORKER.read_bytes())
    (host.folder / "index.html").write_text(NOW, "utf-8")
    assert page.evaluate(TRY_A_COPY) == "activated"
    assert page.evaluate(CACHES) == []
    assert len(page.evaluate(SHELF)) == 1
    page.goto("./")
    expect(person.heading(page)).to_have_text("This page is closed")
    host.stop()
