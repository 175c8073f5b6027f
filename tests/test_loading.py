"""What the page loads before its first screen, and what it does not."""

import subprocess
import sys

SCREENS = """
import sys
import chn_self.views.page
from chn_self.domain.personal_map import PersonalMap
from chn_self.domain.ties import ties
ties(PersonalMap("m"))
sys.exit("networkx" in sys.modules)
"""


def test_networkx_is_not_loaded_before_a_link_needs_it() -> None:
    """It is slow to load: no screen waits for it, nor does a map in which nothing goes together."""
    assert subprocess.run([sys.executable, "-c", SCREENS], check=False).returncode == 0
