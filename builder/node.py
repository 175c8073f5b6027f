"""Node.js, which runs the scripts of the build that are in JavaScript."""

import shutil
import subprocess
from pathlib import Path


def run(script: Path, *arguments: Path) -> None:
    """Run a script to its end; FileNotFoundError without Node, CalledProcessError if it fails."""
    node = shutil.which("node")
    if node is None:
        raise FileNotFoundError("node: not found; it is needed to build the site")
    subprocess.run([node, script, *arguments], check=True)
