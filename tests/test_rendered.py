"""Every sort of screen is HTML without a fault, as html-validate sees it."""

import shutil
import subprocess
from pathlib import Path

from tests.rendered import main

ROOT = Path(__file__).parents[1]
VALIDATE = ROOT / "site" / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"
CONFIG = ROOT / "site" / "htmlvalidate.json"


def test_every_screen_is_valid(tmp_path: Path) -> None:
    """Each as a page of its own, with every map; our reasons for what is let pass are in docs."""
    main(tmp_path)
    node = shutil.which("node")
    assert node
    command = [node, str(VALIDATE), "--config", str(CONFIG), "--formatter", "text"]
    command.append(str(tmp_path / "*.html"))
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (told.returncode, told.stdout, told.stderr) == (0, "", "")
