"""How a host answers each request: the one table that every host's configuration is made from."""

import re
from pathlib import PurePosixPath

from chn_self.views.site import POLICY

# What a page could ask the device for, and ours never does. Sharing a file with another app, which
# it does, is left on; choosing a file, pasting and reading aloud have nothing to turn off.
_UNUSED = (
    *("accelerometer", "autoplay", "bluetooth", "browsing-topics", "camera", "display-capture"),
    *("encrypted-media", "fullscreen", "gamepad", "geolocation", "gyroscope", "hid"),
    *("idle-detection", "local-fonts", "magnetometer", "microphone", "midi", "payment"),
    *("picture-in-picture", "publickey-credentials-get", "screen-wake-lock", "serial", "usb"),
    *("window-management", "xr-spatial-tracking"),
)

# With every answer. Only the first is in the pages too, and there without its last part, which
# browsers take from a header alone: no other site may show ours inside its own.
HEADERS = {
    "Content-Security-Policy": f"{POLICY}; frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in _UNUSED),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}

# Over https only, and for the whole name of the host, whoever else is found under it: so where
# others may be, it is for them to agree to.
HTTPS_ONLY = {"Strict-Transport-Security": "max-age=31536000"}

# By the ending of a file's name. Browsers run no module and no WebAssembly of another type.
TYPES = {
    "css": "text/css; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json",
    "mjs": "text/javascript; charset=utf-8",
    "pack": "application/octet-stream",
    "png": "image/png",
    "svg": "image/svg+xml",
    "ttf": "font/ttf",
    "txt": "text/plain; charset=utf-8",
    "wasm": "application/wasm",
    "webmanifest": "application/manifest+json",
}

# A folder with a hash in its name never holds anything else (`builder/hashes.py`); all the rest is
# asked for anew each time, and comes again only if it changed.
LASTING_FOLDER = "[a-z]+-[0-9a-f]{10}"
LASTING = "public, max-age=31536000, immutable"
FRESH = "no-cache"


def answer(path: str) -> dict[str, str]:
    """The headers that come with the file at a path of the site; raises KeyError for its type."""
    lasting = re.match(f"{LASTING_FOLDER}/", path)
    return {
        **HEADERS,
        "Content-Type": TYPES[PurePosixPath(path).suffix.removeprefix(".")],
        "Cache-Control": LASTING if lasting else FRESH,
    }
