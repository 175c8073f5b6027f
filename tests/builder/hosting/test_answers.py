"""How a host answers: the table."""

import re

import pytest

from builder.hashes import FOLDERS, with_hashes
from builder.hosting.answers import HEADERS, answer
from chn_self.views.site import POLICY


def test_the_policy_is_that_of_the_pages_and_lets_nobody_frame_them() -> None:
    """`frame-ancestors` counts in a header only (Content Security Policy 3, W3C)."""
    assert HEADERS["Content-Security-Policy"] == f"{POLICY}; frame-ancestors 'none'"
    assert "frame-ancestors" not in POLICY


def test_nothing_is_allowed_that_the_page_never_asks_for() -> None:
    """Each feature is off for everyone; sharing a file, which the page offers, is not named."""
    features = HEADERS["Permissions-Policy"].split(", ")
    assert all(re.fullmatch(r"[a-z-]+=\(\)", feature) for feature in features)
    assert not [feature for feature in features if feature.startswith("web-share")]


@pytest.mark.parametrize("name", sorted(HEADERS))
def test_headers_can_be_written_in_every_configuration(name: str) -> None:
    """No mark in them has a meaning to nginx, Apache or XML; a line of `_headers` has its end."""
    assert not re.search(r'["\\$%<>&\n]', HEADERS[name])
    assert len(f"{name}: {HEADERS[name]}") <= 2000  # the longest line that Cloudflare reads


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_folder_with_a_hash_lasts(folder: str) -> None:
    """As the build names it."""
    (path,) = with_hashes({f"{folder}/a.js": b""})
    assert answer(path)["Cache-Control"] == "public, max-age=31536000, immutable"


@pytest.mark.parametrize("path", ["index.html", "sw.js", "manifest.json", "assets/app.css"])
def test_whatever_may_change_is_asked_for_anew(path: str) -> None:
    """A page of yesterday would look for folders that are there no more."""
    assert answer(path)["Cache-Control"] == "no-cache"


def test_an_unknown_type_is_a_fault() -> None:
    """Not a guess."""
    with pytest.raises(KeyError):
        answer("a.exe")
