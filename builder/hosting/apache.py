"""The configuration of Apache."""

import re

from builder.hosting.answers import FRESH, HEADERS, HTTPS_ONLY, LASTING, LASTING_FOLDER, TYPES

_SITE = """\
# My connections on Apache 2.4: include this file in the `VirtualHost` of your host.
# Made by `build.py hosting`, from builder/hosting/answers.py. `apachectl configtest` checks it.
# Needs mod_alias, mod_dir, mod_headers, mod_mime, mod_rewrite: `a2enmod headers rewrite`.

Alias "{alias}" "{target}"

<Directory "{folder}">
    Require all granted
    AllowOverride None
    # Rewriting in a folder asks for this.
    Options FollowSymLinks
    DirectoryIndex index.html
    ErrorDocument 404 {under}404.html

{headers}
    Header always set Cache-Control "{fresh}"
    # Folders with a hash in their name never change. A file that is not there is not kept.
    Header always set Cache-Control "{lasting}" \\
        "expr=%{{REQUEST_STATUS}} < 400 && %{{REQUEST_URI}} =~ m#^{start}{lasting_folder}/#"

    # Also of what lies compressed beside a file.
{types}

    # What lies compressed beside a file is sent as it is.
    AddEncoding br .br
    AddEncoding gzip .gz
    RemoveLanguage .br
    RewriteEngine On
    RewriteBase {under}
    RewriteCond %{{HTTP:Accept-Encoding}} \\bbr\\b
    RewriteCond %{{REQUEST_FILENAME}}.br -f
    RewriteRule ^(.+)$ $1.br [L]
    RewriteCond %{{HTTP:Accept-Encoding}} \\bgzip\\b
    RewriteCond %{{REQUEST_FILENAME}}.gz -f
    RewriteRule ^(.+)$ $1.gz [L]
    Header set Vary "Accept-Encoding"
</Directory>
"""


def apache(under: str, folder: str) -> str:
    """What to include in a `VirtualHost`: the site at a path, out of a folder of that machine.

    The path has a slash at both ends, the folder none at its end.
    """
    bare = under.rstrip("/")
    return _SITE.format(
        # Without a slash at its end, whoever leaves out theirs is sent on.
        alias=bare or "/",
        target=folder if bare else f"{folder}/",
        under=under,
        start=re.escape(under),
        folder=folder,
        headers=_headers(),
        types="\n".join(
            f'    <FilesMatch "\\.{ending}(\\.br|\\.gz)?$">\n'
            f'        ForceType "{kind}"\n'
            "    </FilesMatch>"
            for ending, kind in TYPES.items()
        ),
        fresh=FRESH,
        lasting=LASTING,
        lasting_folder=LASTING_FOLDER,
    )


def _headers() -> str:
    lines = [f'Header always set {name} "{value}"' for name, value in HEADERS.items()]
    for name, value in HTTPS_ONLY.items():
        lines += ["# Once all of this host is on https:", f'# Header always set {name} "{value}"']
    return "\n".join(f"    {line}" for line in lines)
