"""The small server: one folder, this computer, what a plain static host does."""

import threading
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from builder.server import LOOPBACK, address, server


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder to serve, with a neighbour that is not to be served."""
    served = tmp_path / "served"
    served.mkdir()
    for name in ("index.html", "a.mjs", "a.wasm", "a.js", "a.json"):
        (served / name).write_text(name, "utf-8")
    (tmp_path / "secret.txt").write_text("not for you", "utf-8")
    return served


@pytest.fixture
def port(folder: Path) -> Iterator[int]:
    """The port of a server for the folder, under a path."""
    with server(folder, under="/some/where/") as serving:
        thread = threading.Thread(target=serving.serve_forever)
        thread.start()
        yield serving.server_address[1]
        serving.shutdown()
        thread.join()


def get(port: int, path: str) -> HTTPResponse:
    """What the server answers to one request."""
    connection = HTTPConnection(LOOPBACK, port)
    connection.request("GET", path)
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("", "text/html; charset=utf-8"),
        ("a.js", "text/javascript; charset=utf-8"),
        ("a.mjs", "text/javascript; charset=utf-8"),
        ("a.json", "application/json"),
        ("a.wasm", "application/wasm"),
    ],
)
def test_tells_the_type_that_browsers_insist_on(port: int, name: str, kind: str) -> None:
    """A module or a WebAssembly file under another type is refused."""
    answer = get(port, f"/some/where/{name}")
    assert (answer.status, answer.headers["Content-Type"]) == (200, kind)


def test_keeps_nothing_for_later(port: int) -> None:
    """Whoever rebuilds the site sees the new one."""
    assert get(port, "/some/where/").headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    "path", ["/", "/index.html", "/some/", "/some/where/none", "/some/where/../../secret.txt"]
)
def test_has_nothing_outside_its_folder_and_path(port: int, path: str) -> None:
    """The site is found where it is said to be, and nothing else is found at all."""
    assert get(port, path).status == 404


def test_is_for_this_computer_only(folder: Path) -> None:
    """Nobody else on the network can open it."""
    with server(folder) as serving:
        assert serving.server_address[0] == "127.0.0.1"
        assert address(serving) == f"http://127.0.0.1:{serving.server_address[1]}/"
