"""`python -m e2e.killed [SEED]`: many kills at random moments, and what was left (`make soak`)."""

import random
import sys
import tempfile
import threading
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import sync_playwright

from builder.server import address, server
from e2e.keeping import KETTLE
from e2e.killed.device import Device
from e2e.killed.rounds import Found, Victim, kills

DIST = Path(__file__).parents[2] / "dist"
KILLS = {Victim.TAB: 200, Victim.BROWSER: 50}


def main() -> None:
    """Kill as often as is asked for, half of it with a passphrase, and tell what was found."""
    seed = int(sys.argv[1]) if len(sys.argv) > 1 else random.randrange(1_000_000)
    print(f"Killed while keeping, seed {seed}", flush=True)
    rng = random.Random(seed)
    found: dict[Victim, list[Found]] = {victim: [] for victim in Victim}
    with sync_playwright() as playwright, server(DIST) as serving:
        threading.Thread(target=serving.serve_forever, daemon=True).start()
        for passphrase in (KETTLE, None):
            with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
                device = Device(playwright, address(serving), Path(profile), passphrase)
                victims = [victim for victim, times in KILLS.items() for _ in range(times // 2)]
                for victim, one in zip(victims, kills(device, victims, rng), strict=True):
                    found[victim].append(one)
                device.close()
        serving.shutdown()
    for victim, all_found in found.items():
        print(_line(victim, all_found))


def _line(victim: Victim, found: Sequence[Found]) -> str:
    """What was found, in a line; that it got so far says that nothing was lost."""
    writing = [one for one in found if one.writing]
    before = sum(one.saves_behind for one in writing)
    most = max(one.changes_behind for one in found)
    return (
        f"{victim} killed {len(found)} times: 0 maps lost, 0 half-written; {len(writing)} during a "
        f"write, of which {before} left the map before it; at most {most} changes behind"
    )


if __name__ == "__main__":
    main()
