"""What a browser wrote into the folder that it keeps of its person."""

import os
from pathlib import Path


def holding(folder: Path, text: str) -> list[str]:
    """The files that hold any word of a text, as UTF-8 or UTF-16."""
    needles = [word.encode(code) for word in text.split() for code in ("utf-8", "utf-16-le")]
    return [
        str(path.relative_to(folder))
        for path in folder.rglob("*")
        if path.is_file() and os.access(path, os.R_OK) and _has(path.read_bytes(), needles)
    ]


def _has(content: bytes, needles: list[bytes]) -> bool:
    return any(needle in content for needle in needles)
