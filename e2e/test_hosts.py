"""nginx and Apache with our configuration, at the root and under a path: every file and header."""

import gzip
import json
from collections.abc import Iterator

import pytest

from builder.hosting.answers import FRESH, HEADERS, answer
from builder.manifest import MANIFEST
from builder.verify import fetched, findings
from e2e import hosts
from e2e.browser import DIST
from e2e.hosts import get

At = tuple[int, str]
HOSTS = [(host, under) for host in ("nginx", "apache") for under in ("/", "/some/where/")]


@pytest.fixture(scope="module", params=HOSTS, ids=lambda host: f"{host[0]} at {host[1]}")
def at(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[At]:
    """A port, and the path of the site there."""
    host, under = request.param
    with hosts.serving(host, DIST, tmp_path_factory.mktemp(host), under) as port:
        yield port, under


def files() -> list[str]:
    """The path of every file that is served."""
    return [MANIFEST, *json.loads((DIST / MANIFEST).read_text("utf-8"))["files"]]


def test_every_file_comes_as_the_table_says(at: At) -> None:
    """Byte for byte, with each header once, its type, and how long it may be kept."""
    port, under = at
    for path in files():
        status, headers, content = get(port, under + path)
        assert (status, content == (DIST / path).read_bytes()) == (200, True), path
        for name, value in answer(path).items():
            assert headers.get_all(name) == [value], path


@pytest.mark.parametrize(("accepts", "ending"), [("gzip", ".gz"), ("gzip, deflate, br", ".br")])
def test_what_lies_compressed_beside_a_file_is_sent(at: At, accepts: str, ending: str) -> None:
    """As the file it stands for, to whoever takes it; what has none comes as it is."""
    port, under = at
    encoding = {".gz": "gzip", ".br": "br"}[ending]
    for path in files():
        beside = DIST / (path + ending)
        status, headers, content = get(port, under + path, accepts)
        assert status == 200, path
        assert headers.get_all("Vary") == ["Accept-Encoding"], path
        assert headers.get_all("Content-Encoding") == ([encoding] if beside.exists() else None), (
            path
        )
        assert content == (beside if beside.exists() else DIST / path).read_bytes(), path
        for name, value in answer(path).items():
            assert headers.get_all(name) == [value], path


def test_the_folder_is_the_first_page(at: At) -> None:
    """Compressed or not."""
    port, under = at
    page = (DIST / "index.html").read_bytes()
    assert get(port, under)[2] == page
    _, headers, content = get(port, under, "gzip")
    assert headers["Content-Encoding"] == "gzip"
    assert headers["Content-Type"] == answer("index.html")["Content-Type"]
    assert gzip.decompress(content) == page


def test_what_is_not_there_is_told_on_our_own_page(at: At) -> None:
    """With the same headers; nor is it kept where a file would be for a year."""
    port, under = at
    (folder,) = DIST.glob("assets-*")
    for path in ("none.html", f"{folder.name}/none.js"):
        status, headers, content = get(port, under + path)
        assert (status, content) == (404, (DIST / "404.html").read_bytes()), path
        for name, value in {**HEADERS, "Cache-Control": FRESH}.items():
            assert headers.get_all(name) == [value], path


@pytest.mark.parametrize("at", [host for host in HOSTS if host[1] != "/"], indirect=True)
def test_whoever_leaves_out_the_last_slash_is_sent_on(at: At) -> None:
    """To where the addresses on a page, which are relative, lead somewhere."""
    port, under = at
    status, headers, _ = get(port, under.rstrip("/"))
    assert status == 301
    assert headers["Location"].endswith(under)


def test_nothing_outside_the_folder_is_found(at: At) -> None:
    """Neither above it, nor beside the path."""
    port, under = at
    assert get(port, f"{under}../whole.conf")[0] in (400, 404)
    assert get(port, f"{under}%2e%2e/whole.conf")[0] in (400, 404)


def test_it_is_what_was_built(at: At) -> None:
    """As `make verify` says, with nothing to mend."""
    port, under = at
    url = f"http://127.0.0.1:{port}{under}"
    assert list(findings((DIST / MANIFEST).read_bytes(), url, fetched)) == []
