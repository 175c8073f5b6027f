"""Compares a site as it is served with a build of it: `python -m builder.verify ADDRESS [DIST]`."""

import argparse
import gzip
import json
import sys
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urljoin, urlsplit
from urllib.request import build_opener

from builder.hosting.answers import answer
from builder.integrity import integrity
from builder.manifest import MANIFEST
from builder.paths import DIST

_PATIENCE = 30  # seconds, for each file

# To be asked for anew may be written in many ways.
_LEFT_OUT = ("Cache-Control",)


@dataclass(frozen=True, slots=True)
class Served:
    """What came for one address: the headers in small letters, and None where nothing was there."""

    content: bytes | None
    headers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Finding:
    """What differs, in one line; `grave` if what people get is not what was built."""

    text: str
    grave: bool


Fetch = Callable[[str], Served]


def findings(manifest: bytes, url: str, fetch: Fetch) -> Iterator[Finding]:
    """What differs from the build with this manifest, at an address with a slash at its end.

    Each header that should come with the pages and does not is told once.
    """
    files: Mapping[str, str] = json.loads(manifest)["files"]
    unlike: dict[str, list[str]] = {}
    # People come to the folder, which a host could take for something else than its first page.
    for path, file in {
        MANIFEST: MANIFEST,
        "./": "index.html",
        **{one: one for one in files},
    }.items():
        served = fetch(urljoin(url, path))
        if served.content is None:
            yield Finding(f"{path}: missing", grave=True)
        elif not _is_built(file, served.content, files):
            yield Finding(f"{path}: not what was built", grave=True)
        else:
            for header in _unlike(file, served.headers):
                unlike.setdefault(header, []).append(path)
    for header, paths in unlike.items():
        more = f" and {len(paths) - 1} more" if len(paths) > 1 else ""
        yield Finding(
            f"{header}: not as docs/deploying.md has it, for {paths[0]}{more}", grave=False
        )


def _is_built(file: str, served: bytes, files: Mapping[str, str]) -> bool:
    if file in files:
        return integrity(served) == files[file]
    # The manifest itself: the very same files may have been built of another commit.
    try:
        told = json.loads(served)
    except ValueError:
        return False
    return isinstance(told, dict) and told.get("files") == files


def _unlike(file: str, headers: Mapping[str, str]) -> Iterator[str]:
    """The names of headers that have another value than they should."""
    for name, value in answer(file).items():
        said = headers.get(name.lower(), "")
        # What characters a text is in, hosts say in their own way, if at all: pages say it too.
        same = said.partition(";")[0] == value.partition(";")[0]
        if name not in _LEFT_OUT and not (same if name == "Content-Type" else said == value):
            yield name


def fetched(url: str) -> Served:
    """What an address gives, wherever it leads to; raises OSError where nobody answers.

    It is asked for as gzip, as browsers do, and unpacked: what lies compressed beside a file may be
    of another build.
    """
    opener = build_opener()
    opener.addheaders = [("Accept-Encoding", "gzip")]
    try:
        with opener.open(url, timeout=_PATIENCE) as response:
            headers = {name.lower(): value for name, value in response.headers.items()}
            packed = headers.get("content-encoding") == "gzip"
            content = response.read()
            return Served(_unpacked(content) if packed else content, headers)
    except HTTPError as refused:
        refused.close()
        return Served(None, {})
    except HTTPException as fault:
        raise OSError(f"{url}: {fault}") from fault


def _unpacked(content: bytes) -> bytes:
    try:
        return gzip.decompress(content)
    except (OSError, EOFError, zlib.error):
        return content  # which is no file that was built


def main(arguments: list[str]) -> int:
    """Say each difference on a line; 0 if what is served is what was built, else 1."""
    parser = argparse.ArgumentParser(description="Compare a served site with a build of it.")
    parser.add_argument("url", help="its address, such as https://example.org/maps/")
    parser.add_argument("dist", nargs="?", type=Path, default=DIST, help="the build")
    chosen = parser.parse_args(arguments)
    if urlsplit(chosen.url).scheme not in ("http", "https"):
        parser.error(f"{chosen.url}: expected an address that starts with https://")
    manifest = (chosen.dist / MANIFEST).read_bytes()
    try:
        found = list(findings(manifest, chosen.url.rstrip("/") + "/", fetched))
    except OSError as fault:
        print(f"{chosen.url}: nobody answers ({fault})")
        return 1
    grave = [finding for finding in found if finding.grave]
    for finding in found:
        print(finding.text if finding.grave else f"to mend: {finding.text}")
    told = json.loads(manifest)
    print(
        f"It is not what was built: {len(grave)} of {len(told['files'])} files differ."
        if grave
        else f"It is what was built: version {told['version']}, {len(told['files'])} files."
    )
    return 1 if grave else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
