"""Comparing a served site with a build, against the small server."""

import gzip
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


class Compressing(WithHeaders):
    """A host that sends each file as gzip, but what it has compressed is of another day."""

    def do_GET(self) -> None:  # noqa: N802 (the base class names it so)
        """The file with something behind it."""
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        content = gzip.compress(file.read_bytes() + b" ")
        self.send_response(200)
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


@contextmanager
def serving(folder: Path, handler: type[Handler] = WithHeaders) -> Iterator[str]:
    """The address of a folder served under a path."""
    with server(folder, under="/some/where/", handler=handler) as started:
        thread = threading.Thread(target=started.serve_forever)
        thread.start()
        try:
            yield address(started, "/some/where/")
        finally:
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


def test_the_first_page_is_looked_at_by_both_its_addresses(tmp_path: Path) -> None:
    """People come by the one, the worker by the other."""
    (written(tmp_path) / "index.html").write_bytes(b"<p>!")
    with serving(tmp_path) as url:
        found = [finding.text for finding in findings(BUILD[MANIFEST], url, fetched)]
    assert found == ["./: not what was built", "index.html: not what was built"]


def test_what_was_compressed_of_another_build_is_told(tmp_path: Path) -> None:
    """Browsers are sent that, and not the file beside it."""
    with serving(written(tmp_path), Compressing) as url:
        found = list(findings(BUILD[MANIFEST], url, fetched))
    grave = [finding.text for finding in found if finding.grave]
    files = sorted({*BUILD} - {MANIFEST})
    assert sorted(grave) == [f"{path}: not what was built" for path in ("./", *files)]


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
    assert said.startswith("It is what was built: version") is not tampered


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
