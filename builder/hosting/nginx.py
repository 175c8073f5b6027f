"""The configuration of nginx."""

import re

from builder.hosting.answers import FRESH, HEADERS, HTTPS_ONLY, LASTING, LASTING_FOLDER, TYPES

_START = """\
# My connections on nginx: include this file in the `server` block of your host.
# Made by `build.py hosting`, from builder/hosting/answers.py. `nginx -t` checks it.
"""

_WITHOUT_SLASH = """
location = {bare} {{
    absolute_redirect off;
    return 301 {under};
}}
"""

# A nested location takes over all but the headers, as soon as it has one of its own.
_SITE = """
location ^~ {under} {{
    alias {folder}/;
    index index.html;
    error_page 404 {under}404.html;

    # Who opened the page, and when, is nobody's business. If your rules ask for a log, tell people.
    access_log off;

    # What lies compressed beside a file is sent as it is.
    gzip_static on;
    # brotli_static on;  # a fifth less to load; needs libnginx-mod-http-brotli-static
    gzip_vary off;  # said below, once

    default_type application/octet-stream;
    types {{
{types}
    }}

{headers}
    add_header Cache-Control "{fresh}" always;

    # Folders with a hash in their name never change. A file that is not there is not kept.
    location ~ "^{start}({lasting_folder}/.+)$" {{
        alias {folder}/$1;
{inner_headers}
        add_header Cache-Control "{lasting}";
    }}
}}
"""


def nginx(under: str, folder: str) -> str:
    """What to include in a `server`: the site at a path, out of a folder of that machine.

    The path has a slash at both ends, the folder none at its end.
    """
    site = _SITE.format(
        under=under,
        start=re.escape(under),
        folder=folder,
        types="\n".join(f'        "{kind}" {ending};' for ending, kind in TYPES.items()),
        headers=_headers("    "),
        inner_headers=_headers("        "),
        fresh=FRESH,
        lasting=LASTING,
        lasting_folder=LASTING_FOLDER,
    )
    bare = under.rstrip("/")
    return _START + (_WITHOUT_SLASH.format(bare=bare, under=under) if bare else "") + site


def _headers(indent: str) -> str:
    always = {**HEADERS, "Vary": "Accept-Encoding"}
    lines = [f'add_header {name} "{value}" always;' for name, value in always.items()]
    https = [
        f'# add_header {name} "{value}" always;  # once all of this host is on https'
        for name, value in HTTPS_ONLY.items()
    ]
    return "\n".join(indent + line for line in lines + https)
