"""A kept map is whole and never older than was told, whatever is killed and when."""

from pathlib import Path
from random import Random

import pytest
from playwright.sync_api import Playwright

from e2e.keeping import KETTLE
from e2e.killed.device import Device
from e2e.killed.rounds import Victim, kills

# `make soak` kills 200 tabs and 50 browsers.
KILLS = (Victim.TAB, Victim.TAB, Victim.BROWSER)


@pytest.mark.parametrize("passphrase", [KETTLE, None])
def test_what_is_kept_survives_a_kill_at_any_moment(
    playwright: Playwright, site: str, tmp_path: Path, passphrase: str | None
) -> None:
    """The map left is the last that was kept, or the one being kept as the tab or browser died."""
    device = Device(playwright, site, tmp_path, passphrase)
    for found in kills(device, KILLS, Random(4)):
        assert found.saves_behind <= found.writing
    device.close()
