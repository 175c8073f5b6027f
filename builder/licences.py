"""The licences of everything that is served, for whoever is served it."""

from builder.paths import ROOT
from builder.shipped import Part, shipped

_RULE = "-" * 78


def licences() -> str:
    """One text: ours, then each part's name, version, licence, home and own wording."""
    ours = f"chn-self\n\n{(ROOT / 'LICENSE').read_text('utf-8')}"
    return f"\n{_RULE}\n\n".join([ours, *map(_entry, shipped())])


def _entry(part: Part) -> str:
    lines = (f"{part.name} {part.version}", part.licence, part.home)
    head = "\n".join(line for line in lines if line)
    return "\n\n".join([head, *(path.read_text("utf-8") for path in part.texts)]) + "\n"
