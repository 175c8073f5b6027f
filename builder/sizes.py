"""How many bytes a page waits for: told to the page, which shows how many have come."""

import re
from collections.abc import Mapping

_AWAITED = re.compile(rb'<link rel="(?:modulepreload|preload)"[^>]* href="([^":?#]+)"')
_SUM = b'<progress id="arriving" max="1"'


def with_sizes(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files of a site by path, each page with the sum of what it preloads, in bytes."""
    return {
        path: _told(content, files) if path.endswith(".html") else content
        for path, content in files.items()
    }


def _told(page: bytes, files: Mapping[str, bytes]) -> bytes:
    awaited = sum(len(files[name.decode()]) for name in _AWAITED.findall(page))
    return page.replace(_SUM, _SUM.replace(b'"1"', b'"%d"' % awaited))
