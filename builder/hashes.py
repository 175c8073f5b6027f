"""Names with hashes: what changes gets another address, so a kept copy is never out of date."""

import hashlib
import re
from collections.abc import Mapping

# In this order: what lies in the last names the others.
FOLDERS = ("pdf", "pyodide", "pyscript", "assets")

# What names addresses of this site: pages, the manifest of the app, our own scripts.
_NAMING = re.compile(r"[^/]+\.(html|webmanifest)|assets/[^/]+\.js")


def with_hashes(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files of a site by path, with a hash in the name of each folder: `assets-1a2b3c4d5e/`.

    Whatever names a folder by a quoted relative address, such as `"../assets/app.css"`, follows.
    Inside a folder nothing changes its place, so what lies there finds its neighbours as before.
    """
    for folder in FOLDERS:
        files = _renamed(files, folder)
    return dict(files)


def fingerprint(files: Mapping[str, bytes]) -> str:
    """Ten hexadecimal digits that differ as soon as any name or content does."""
    whole = hashlib.sha256()
    for path, content in sorted(files.items()):
        for part in (path.encode(), content):
            whole.update(hashlib.sha256(part).digest())
    return whole.hexdigest()[:10]


def _renamed(files: Mapping[str, bytes], folder: str) -> dict[str, bytes]:
    start = f"{folder}/"
    inside = {path: content for path, content in files.items() if path.startswith(start)}
    now = f"{folder}-{fingerprint(inside)}/"
    address = re.compile(rb"""(["'](?:\.{1,2}/)?)""" + start.encode())

    def told(path: str, content: bytes) -> bytes:
        return address.sub(rb"\1" + now.encode(), content) if _NAMING.fullmatch(path) else content

    return {
        now + path.removeprefix(start) if path in inside else path: told(path, content)
        for path, content in files.items()
    }
