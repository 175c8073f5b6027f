"""Comparing a served site with a build, against the small server."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from builder.hosting.answers import HEADERS
from builder.manifest import MANIFEST, with_manifest
from builder.server import Handler, address, server
from builder.verify import fetched, findings, main

BUILD = with_manifest(
    {
        "index.html": b"<p>",
        "sw.js": b"use(BUILT);\n",
        "assets-1a2b3c4d5e/app.css": b"a{}",
    }
)

Change = Callable[[Path], object]


class WithHeaders(Handler):
    """A host that sends what it should."""

    def end_headers(self) -> None:
        """Every header of the table."""
        for name, value in HEADERS.items():
            self.send_header(name, value)
        super().end_headers()


def written(folder: Path) -> Path:
    """The build, in a folder."""
    for path, content in BUILD.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return folder


@contextmanager
def serving(folder: Path, handler: type[Handler] = WithHeaders) -> Iterator[str]:
    """The address of a folder served under a path."""
    with server(folder, under="/some/where/", handler=handler) as started:
        thread = threading.Thread(target=started.serve_forever)
        thread.start()
        yield address(started, "/some/where/")
        started.shutdown()
        thread.join()


def test_the_same_files_with_every_header_leave_nothing_to_say(tmp_path: Path) -> None:
    """Whatever lies beside them that the build does not know."""
    (written(tmp_path) / "web.config").write_text("<configuration />", "utf-8")
    with serving(tmp_path) as url:
        assert list(findings(BUILD[MANIFEST], url, fetched)) == []


def test_a_missing_header_is_told_once_and_is_not_grave(tmp_path: Path) -> None:
    """A host that can send none, such as GitHub Pages, still serves what was built."""
    with serving(written(tmp_path), Handler) as url:
        found = list(findings(BUILD[MANIFEST], url, fetched))
    assert [finding.text.partition(":")[0] for finding in found] == [*HEADERS]
    assert not [finding for finding in found if finding.grave]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda at: (at / "index.html").write_bytes(b"<p>!"), "index.html: not what was built"),
        (lambda at: (at / "sw.js").unlink(), "sw.js: missing"),
        (lambda at: (at / MANIFEST).write_bytes(b"{}"), "manifest.json: not what was built"),
        (
            lambda at: (at / "assets-1a2b3c4d5e" / "app.css").write_bytes(b""),
            "assets-1a2b3c4d5e/app.css: not what was built",
        ),
    ],
)
def test_each_file_that_differs_is_told(tmp_path: Path, change: Change, told: str) -> None:
    """In a line of its own, and that is grave."""
    change(written(tmp_path))
    with serving(tmp_path) as url:
        found = list(findings(BUILD[MANIFEST], url, fetched))
    assert [(finding.text, finding.grave) for finding in found] == [(told, True)]


@pytest.mark.parametrize(("tampered", "code"), [(False, 0), (True, 1)])
def test_the_command_says_how_it_went_and_ends_with_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], tampered: bool, code: int
) -> None:
    """So that whatever runs it can tell; the slash at the end may be left out."""
    dist, served = written(tmp_path / "dist"), written(tmp_path / "served")
    if tampered:
        (served / "index.html").write_bytes(b"<script>")
    with serving(served) as url:
        assert main([url.rstrip("/"), str(dist)]) == code
    said = capsys.readouterr().out
    assert ("index.html: not what was built" in said) is tampered
    assert ("1 of 4 files differ." if tampered else "All 4 files are those of build") in said


def test_where_nobody_answers_that_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One calm line and no traceback."""
    with serving(written(tmp_path)) as url:
        pass
    assert main([url, str(tmp_path)]) == 1
    (line,) = capsys.readouterr().out.splitlines()
    assert "nobody answers" in line


@pytest.mark.parametrize("url", ["file:///etc/hosts", "example.org", "ftp://example.org/"])
def test_only_an_address_of_the_web_will_do(url: str) -> None:
    """It reads nothing else."""
    with pytest.raises(SystemExit):
        main([url])
