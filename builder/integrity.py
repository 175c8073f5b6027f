"""What a page loads, with the digest that it has to have: a changed file is refused."""

import base64
import hashlib
import re
from collections.abc import Mapping
from posixpath import normpath

# Scripts, modules and style sheets. What is fetched is left: a fetch that names no digest would not
# take over what was asked for with one.
_LOADED = re.compile(
    rb'<(?:script[^>]* src|link rel="(?:stylesheet|modulepreload)" href)="([^":?#]+)"'
)


def integrity(content: bytes) -> str:
    """The digest of a file as browsers compare it (Subresource Integrity, W3C)."""
    return f"sha256-{base64.b64encode(hashlib.sha256(content).digest()).decode()}"


def with_integrity(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files of a site by path, whose pages name the digest of what they load."""

    def told(found: re.Match[bytes]) -> bytes:
        content = files[normpath(found[1].decode())]
        return found[0] + f' integrity="{integrity(content)}"'.encode()

    return {
        path: _LOADED.sub(told, content) if path.endswith(".html") else content
        for path, content in files.items()
    }
