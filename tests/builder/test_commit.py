"""Which commit a build says it is made of."""

import shutil
import subprocess
from pathlib import Path

import pytest

from builder.commit import commit

GIT = shutil.which("git") or "git"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with one commit."""
    (tmp_path / "a.txt").write_text("a", "utf-8")
    for arguments in (
        ["init", "--quiet"],
        ["add", "a.txt"],
        ["-c", "user.name=A", "-c", "user.email=a@b.c", "commit", "--quiet", "-m", "One"],
    ):
        subprocess.run([GIT, "-C", str(tmp_path), *arguments], check=True)
    return tmp_path


def test_names_the_whole_commit(repository: Path) -> None:
    """As git does."""
    asked = [GIT, "-C", str(repository), "rev-parse", "HEAD"]
    head = subprocess.run(asked, check=True, capture_output=True, text=True).stdout.strip()
    assert commit(repository) == head


def test_changed_files_are_of_no_commit(repository: Path) -> None:
    """Whoever builds that commit would get something else."""
    (repository / "a.txt").write_text("b", "utf-8")
    assert commit(repository) is None


def test_a_folder_of_another_repository_is_of_no_commit(repository: Path) -> None:
    """A release unpacked inside somebody's own repository is none of its commits."""
    (repository / "release").mkdir()
    assert commit(repository / "release") is None


def test_without_a_repository_there_is_none(tmp_path: Path) -> None:
    """A release that was unpacked anywhere can be built too."""
    assert commit(tmp_path) is None
