"""The configuration of Netlify and Cloudflare Pages, which read one and the same file."""

from collections.abc import Iterable

from builder.hosting.answers import HEADERS, HTTPS_ONLY, LASTING


def headers_file(lasting: Iterable[str]) -> str:
    """The `_headers` of a site whose folders of these names never change.

    Both know the types, compress by themselves, show `404.html`, ask for https, and have a file
    that is not named asked for anew each time. No header is in two of the rules for a file: of such
    a one both values would be sent.
    """
    rules = {"/*": {**HEADERS, **HTTPS_ONLY}}
    rules |= {f"/{folder}/*": {"Cache-Control": LASTING} for folder in lasting}
    return "\n".join(
        "".join([f"{path}\n", *(f"  {name}: {value}\n" for name, value in headers.items())])
        for path, headers in rules.items()
    )
