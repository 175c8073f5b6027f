"""How wide a text is drawn, never less than it will be, without a font at hand."""

from unicodedata import category, east_asian_width

ELLIPSIS = "\u2026"

# Advance widths in thousandths of the font size, the widest of the sans-serif fonts that systems
# ship (DejaVu Sans, which Verdana matches; Arial, Segoe UI, Roboto and San Francisco are narrower).
_NARROW = dict.fromkeys("'ijl|.,:;I", 350) | dict.fromkeys(" !()[]frt/\\-", 425)
_WIDE = dict.fromkeys("mMW@%\u2026", 1020) | dict.fromkeys("wGOQDHNU&", 830)
_SIGNS = dict.fromkeys("+=<>~^#_", 850)
_WIDTHS = _NARROW | _WIDE | _SIGNS

# Which scripts are drawn how wide, by the last code point of each block, for what is not above.
_BLOCKS = (
    (0x7E, 655),  # the rest of ASCII, capitals apart
    (0x24F, 700),  # Latin with accents
    (0x52F, 800),  # IPA, Greek, Cyrillic
    (0x58F, 850),  # Armenian
    (0x7FF, 700),  # Hebrew, Arabic
    (0xDFF, 1000),  # scripts of India
    (0xEFF, 720),  # Thai, Lao
    (0x10FF, 950),
    (0x1EFF, 850),
    (0x206F, 700),
    (0x2BFF, 1100),
)
_ANYTHING_ELSE = 1100
_EMOJI = 1400
_CAPITAL = 760
_ACCENTED = 800


def text_width(text: str, size: float) -> float:
    """The most room that one line of text takes, in the unit of `size`, the font size.

    Marks that sit on the letter before them, joiners and direction marks take none.
    """
    return sum(map(_thousandths, text)) * size / 1000


def clip(text: str, size: float, width: float) -> str:
    """The text, or as much of its start as fits the width with an ellipsis after it."""
    if text_width(text, size) <= width:
        return text
    room = (width - text_width(ELLIPSIS, size)) * 1000 / size
    kept = 0
    for at, letter in enumerate(text):
        room -= _thousandths(letter)
        if room < 0:
            break
        kept = at + 1
    while 0 < kept < len(text) and _joins(text, kept):
        kept -= 1
    return text[:kept].rstrip() + ELLIPSIS


def wrap(text: str, size: float, width: float, most: int) -> tuple[str, ...]:
    """The text on as few lines as fit the width, at most so many, the last clipped.

    Lines break at spaces only, and as evenly as the number of lines allows.
    """
    if text_width(text, size) <= width:
        return (text,)
    words = [(word, text_width(word, size)) for word in text.split()]
    widths = [wide for _, wide in words]
    space = text_width(" ", size)
    for lines in range(2, most + 1):
        least = sum(widths) / lines
        for share in (1.08, 1.2, 1.4, 10.0):
            filled = _fill(words, min(max(least * share, *widths), width), space)
            if len(filled) <= lines and all(wide <= width for _, wide in filled):
                return tuple(line for line, _ in filled)
    filled = _fill(words, width, space)
    kept = [line for line, _ in filled[: most - 1]]
    rest = " ".join(line for line, _ in filled[most - 1 :])
    return tuple(clip(line, size, width) for line in (*kept, rest))


def _fill(words: list[tuple[str, float]], width: float, space: float) -> list[tuple[str, float]]:
    """The words on lines of this width, each line with its own."""
    lines: list[tuple[str, float]] = []
    for word, wide in words:
        line, used = lines[-1] if lines else ("", width)
        if used + space + wide <= width:
            lines[-1] = (f"{line} {word}", used + space + wide)
        else:
            lines.append((word, wide))
    return lines


def calm(text: str, marks: int = 2) -> str:
    """The text on one line with at most so many marks on a letter, so that it keeps its height."""
    line = " ".join(text.split())
    if line.isascii():
        return line  # as most names are, and there are no marks in it
    kept: list[str] = []
    stacked = 0
    for letter in line:
        stacked = stacked + 1 if category(letter) in {"Mn", "Me"} else 0
        if stacked <= marks:
            kept.append(letter)
    return "".join(kept)


def tall(text: str) -> bool:
    """Whether any letter carries a mark above or below it and so wants a higher line."""
    return not text.isascii() and any(category(letter)[0] == "M" for letter in text)


def _joins(text: str, at: int) -> bool:
    """Whether cutting before this place would part a letter from what belongs to it."""
    return category(text[at])[0] == "M" or "\u200d" in text[at - 1 : at + 1]


def _thousandths(letter: str) -> int:
    known = _KNOWN.get(letter)
    return _measured(letter) if known is None else known


def _measured(letter: str) -> int:
    kind = category(letter)
    if kind in {"Mn", "Me", "Cf", "Cc"}:
        return 0
    code = ord(letter)
    if code >= 0x1F000:
        return _EMOJI
    if east_asian_width(letter) in {"W", "F"}:
        return _ANYTHING_ELSE
    if kind == "Lu" and code < 0x250:
        return _CAPITAL if code < 0x80 else _ACCENTED
    return next((width for last, width in _BLOCKS if code <= last), _ANYTHING_ELSE)


# Worked out once for the letters of Europe, in which most names are written.
_KNOWN = {chr(code): _measured(chr(code)) for code in range(0x530)} | _WIDTHS
