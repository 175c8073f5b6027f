"""Which letters the font of a PDF has: Latin, Greek, Cyrillic and their marks, digits and signs.

Any other script needs another font, and most of them a way of joining letters as well. What has no
look of its own, such as a mark that turns the direction of a text, is not among them. A test holds
this to the two fonts that the page ships.
"""

from collections.abc import Iterable

# From and to, in hexadecimal. Between them are letters that have no sign, or that the font lacks.
_RUNS = """
    20-7E A0-AC AE-2E9 2EC-34E 350-377 37A-37F 384-38A 38C-38C 38E-3A1 3A3-3E1 3F0-52F
    1AB0-1AC0 1AC5-1AC5 1AC7-1ACE 1C80-1C88 1D00-1DF9 1DFB-1F15 1F18-1F1D 1F20-1F45 1F48-1F4D
    1F50-1F57 1F59-1F59 1F5B-1F5B 1F5D-1F5D 1F5F-1F7D 1F80-1FB4 1FB6-1FC4 1FC6-1FD3 1FD6-1FDB
    1FDD-1FEF 1FF2-1FF4 1FF6-1FFE 2000-200A 2010-2027 202F-205F 2070-2071 2074-208E 2090-209C
    20A0-20C0 20F0-20F0 2100-215F 2183-2184 2189-2189 2212-2212 2C60-2C7F 2DE0-2E5D A640-A69F
    A700-A7CA A7D0-A7D1 A7D3-A7D3 A7D5-A7D9 A7F2-A7FF AB30-AB6B FB00-FB06 FE20-FE2F
"""

LETTERS = frozenset(
    chr(code)
    for run in _RUNS.split()
    for first, last in [run.split("-")]
    for code in range(int(first, 16), int(last, 16) + 1)
)


def can_show(texts: Iterable[str]) -> bool:
    """Whether every letter of these texts would be in a PDF as itself."""
    return all(LETTERS.issuperset(text) for text in texts)
