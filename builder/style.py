"""The style sheet: the NHS design system's, made to stand alone, in the host's colours."""

import re

from chn_self.views.settings import Settings

_FONT_FACE = re.compile(r"@font-face\s*\{[^}]*\}")
_SOURCE_MAP = re.compile(r"/\*# sourceMappingURL=.*?\*/")
# The design system's palette, where its part does not depend on the place, in the host's colours.
_PALETTE = {
    "#005eb8": "people",
    "#003087": "people",
    "#330072": "people",
    "#7c2855": "ink",
    "#002f5c": "ink",
    "#007f3b": "people",
    "#00401e": "people",
    "#212b32": "ink",
    "#4c6272": "muted",
    "#aeb7bd": "line",
    "#d8dde0": "line",
    "#f0f4f5": "paper",
}
_HEX = re.compile("|".join(_PALETTE))
_IMAGE = re.compile(r"url\(/assets/images/([^)]+)\)")


def standing_alone(css: str) -> tuple[str, tuple[str, ...]]:
    """A sheet in our colours that asks no other host for a font and works under any path.

    Its images are looked for beside it, in `images/`; their names come back too.
    """
    css = _SOURCE_MAP.sub("", _FONT_FACE.sub("", css)).replace("Frutiger W01", "system-ui")
    css = _HEX.sub(lambda found: f"var(--{_PALETTE[found[0]]})", css)
    images = tuple(sorted(set(_IMAGE.findall(css))))
    return _IMAGE.sub(r"url(images/\1)", css), images


def colours(settings: Settings) -> str:
    """The host's colours as custom properties: `people_wash` becomes `--people-wash`."""
    light, dark = (
        "".join(f"--{name.replace('_', '-')}:{colour};" for name, colour in scheme.items())
        for scheme in (settings.light, settings.dark)
    )
    return f":root{{{light}}}\n@media (prefers-color-scheme:dark){{:root{{{dark}}}}}"
