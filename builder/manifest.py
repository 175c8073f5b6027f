"""What a build holds: for whoever compares two, and for the worker that keeps a copy."""

import json
from collections.abc import Mapping

from builder.bill import BILL
from builder.hashes import fingerprint
from builder.integrity import integrity

WORKER = "sw.js"
MANIFEST = "manifest.json"

# The folder of what is large, seldom used, and kept only once it was asked for.
_ON_DEMAND = "pdf-"

LICENCES = "THIRD-PARTY.txt"

# Nobody needs these with no network: the first is for an address that does not exist.
NOT_KEPT = ("404.html", LICENCES, BILL, WORKER)


def with_manifest(files: Mapping[str, bytes], commit: str | None = None) -> dict[str, bytes]:
    """The files of a site, with `manifest.json` beside them, and a worker that knows them.

    The manifest has the version, which is a hash of all, the commit that they were made of, where
    that is known, and every file's integrity by its path. The version is one of content alone.
    """
    version = fingerprint(files)
    worker = knowing(files[WORKER], version, kept(files), on_demand(files))
    made = {**files, WORKER: worker}
    listed = {path: integrity(content) for path, content in sorted(made.items())}
    manifest = json.dumps({"version": version, "commit": commit, "files": listed}, indent=1)
    return {**made, MANIFEST: f"{manifest}\n".encode()}


def kept(files: Mapping[str, bytes]) -> dict[str, str]:
    """The integrity of each file that the page needs with no network, by its address."""
    return {
        # Hosts disagree on what `index.html` is; its folder is the same everywhere.
        "./" if path == "index.html" else path: integrity(content)
        for path, content in sorted(files.items())
        if path not in NOT_KEPT and not path.startswith(_ON_DEMAND)
    }


def on_demand(files: Mapping[str, bytes]) -> dict[str, str]:
    """The integrity of each file that is kept once it was asked for, by its address."""
    return {
        path: integrity(content)
        for path, content in sorted(files.items())
        if path.startswith(_ON_DEMAND)
    }


def knowing(
    worker: bytes, version: str, kept: Mapping[str, str], on_demand: Mapping[str, str]
) -> bytes:
    """The worker's script under a line that tells it its version and files."""
    told = {"version": version, "files": kept, "onDemand": on_demand}
    built = json.dumps(told, separators=(",", ":"))
    return f"const BUILT = {built};\n".encode() + worker
