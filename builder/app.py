"""The page as an app of its own, for whoever asks their device to install it."""

import json
from collections.abc import Iterator

from builder.icon import icon
from chn_self.views.settings import Settings

# Size in pixels, and whether the device cuts it to its own shape.
_ICONS = {"icon-192": (192, False), "icon-512": (512, False), "icon-full": (512, True)}
# Apple's devices read no manifest; this is linked from the page.
_APPLE = "icon-apple"


def app(settings: Settings) -> Iterator[tuple[str, bytes]]:
    """The manifest of the app and its icons, by path; it is called no more than the page is."""
    ground, ink = settings.light["people"], settings.light["paper"]
    for name, (size, full) in {**_ICONS, _APPLE: (180, True)}.items():
        yield f"assets/{name}.png", icon(size, ground, ink, full=full)
    yield "manifest.webmanifest", json.dumps(_manifest(settings), indent=1).encode()


def _manifest(settings: Settings) -> dict[str, object]:
    return {
        "name": settings.name,
        "short_name": settings.name,
        "lang": settings.language,
        # All relative to this file: the site may lie under any path.
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": settings.light["paper"],
        "theme_color": settings.light["people"],
        "icons": [
            {
                "src": f"assets/{name}.png",
                "sizes": f"{size}x{size}",
                "type": "image/png",
                "purpose": "maskable" if full else "any",
            }
            for name, (size, full) in _ICONS.items()
        ],
    }
