"""What of a screen is the same as on the one before, so that nobody has to look through it anew.

A large map is some hundreds of parts, of which one press changes a few. A part is an element whose
first attribute is its id, between two marks of `PART`. One that was there before word for word
stands in the screen as an element of that id with nothing in it, and the page leaves what it has.
"""

from collections.abc import Collection

# What people write is escaped, so that it never holds this; in a page it is a comment.
PART = "<!--part-->"


def thinned(html: str, before: Collection[str]) -> str:
    """The HTML of a screen without what is in the parts that are among those `before`."""
    pieces = html.split(PART)
    pieces[1::2] = [_emptied(part) if part in before else part for part in pieces[1::2]]
    return "".join(pieces)


def parts(html: str) -> frozenset[str]:
    """The parts of a screen."""
    return frozenset(html.split(PART)[1::2])


def _emptied(part: str) -> str:
    """The element of a part with its id only: up to the end of its first attribute."""
    end = part.index('"', part.index('"') + 1) + 1
    return f"{part[:end]} data-same>{part[part.rindex('<') :]}"
