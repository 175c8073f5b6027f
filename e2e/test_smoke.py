"""`make smoke` against the site as it is put up, with all headers, and against a broken one."""

import subprocess
import sys
from pathlib import Path

import pytest

from builder.server import LOOPBACK
from e2e import hosts, smoke
from e2e.browser import DIST, ROOT
from e2e.conftest import serving


def gone(url: str) -> subprocess.CompletedProcess[str]:
    """The whole way, in a process of its own: there can be only one Playwright in this."""
    command = [sys.executable, "-m", "e2e.smoke", url]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("host", ["nginx", "apache"])
def test_the_journey_goes_well_under_every_header(host: str, tmp_path: Path) -> None:
    """Python, its memory, the worker and all stores, under a path of a real server."""
    with hosts.serving(host, DIST, tmp_path, "/some/where/") as port:
        went = gone(f"http://{LOOPBACK}:{port}/some/where")
    said = [*(stage.__doc__ for stage in smoke.STAGES), "Nothing was asked of any other host."]
    assert (went.stdout.splitlines(), went.returncode) == (said, 0), went.stderr


def test_an_address_with_no_site_is_told(tmp_path: Path) -> None:
    """In words, and at once."""
    with serving(tmp_path / "none") as url:
        went = gone(url)
    assert went.stdout.splitlines()[:2] == [f"Not so: {smoke.starts.__doc__}", "it answers 404"]
    assert (went.stderr, went.returncode) == ("", 1)
