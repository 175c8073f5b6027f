"""Which files of configuration are written: what lies beside a site, and what a server includes."""

import re
from collections.abc import Iterable

from builder.hosting.answers import LASTING_FOLDER
from builder.hosting.apache import apache
from builder.hosting.headers_file import headers_file
from builder.hosting.iis import iis
from builder.hosting.nginx import nginx

# Where a site is, unless somebody says so: as in `docs/hosting/`.
UNDER = "/"
FOLDER = "/srv/my-connections"

_PATH = re.compile(r"/([A-Za-z0-9._~-]+/)*")
_FOLDER = re.compile(r"(/|[A-Za-z]:/)[A-Za-z0-9._~/-]*[A-Za-z0-9._~-]")


def beside(paths: Iterable[str]) -> dict[str, bytes]:
    """What lies in the folder of a site with these files, for hosts that look for it there.

    It is no part of what is served, so nothing compares it.
    """
    tops = sorted({path.partition("/")[0] for path in paths})
    lasting = [top for top in tops if re.fullmatch(LASTING_FOLDER, top)]
    return {"_headers": headers_file(lasting).encode(), "web.config": iis(lasting).encode()}


def to_include(under: str = UNDER, folder: str = FOLDER) -> dict[str, str]:
    """What a server includes, by name: the site at a path, out of a folder of that machine.

    Raises ValueError for a path or folder that would need marks a configuration could misread.
    """
    if not _PATH.fullmatch(under):
        raise ValueError(f"{under}: expected a path such as / or /some/where/")
    if not _FOLDER.fullmatch(folder):
        raise ValueError(f"{folder}: expected a folder such as {FOLDER}")
    return {"nginx.conf": nginx(under, folder), "apache.conf": apache(under, folder)}
