"""Which commit of the project a build is made of."""

import shutil
import subprocess
from pathlib import Path


def commit(root: Path) -> str | None:
    """The commit that lies in this folder, or None: no repository of its own, or changed files."""
    git = shutil.which("git")
    if git is None or not (root / ".git").exists():
        return None

    def said(*arguments: str) -> str:
        asked = [git, "-C", str(root), *arguments]
        return subprocess.run(asked, check=True, capture_output=True, text=True).stdout.strip()

    try:
        return None if said("status", "--porcelain") else said("rev-parse", "HEAD")
    except subprocess.CalledProcessError:
        return None
