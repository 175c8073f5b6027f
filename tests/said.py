"""What a page or screen says to its reader: its texts, what there is to do and to choose from.

All of it counts that is on the page or read out, also what is folded away; a picture does not.
"""

from collections import Counter
from collections.abc import Iterator

from tests.reading import Reading, read, words
from tests.views.shown import Element, Shown

# What stands for a text of the person's own: one short word, so that only ours are measured.
NAME = "Sam"

NOT_TEXT = frozenset({"noscript", "script", "select", "style", "svg", "template", "textarea"})
ACTS = frozenset({"a", "button", "input", "select", "summary", "textarea"})
INLINE = frozenset({"a", "bdi", "span", "strong"})


def blocks(shown: Shown, until: int | None = None, *, folded: bool = True) -> tuple[str, ...]:
    """Every heading, paragraph, entry or label of `main`, up to this piece of text.

    What is folded away can be left out.
    """
    found: list[tuple[Element, list[str]]] = []
    for text, inside in shown.texts[:until]:
        if not _is_read(inside) or not (folded or _is_in_sight(inside)):
            continue
        block = next(e for e in reversed(inside) if e.tag not in INLINE)
        if not found or found[-1][0] is not block:
            found.append((block, []))
        found[-1][1].append(NAME if any(e.tag == "bdi" for e in inside) else text)
    texts = (" ".join("".join(pieces).split()) for _, pieces in found)
    return tuple(text for text in texts if words(text))


def prose(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Those texts that are one or more whole sentences, not a label or an entry in a list."""
    return tuple(text for text in texts if text.rstrip("”\"'").endswith((".", "?", "!", "…")))


def reading(shown: Shown) -> Reading:
    """How hard the sentences of a page or screen are to read."""
    return read("\n".join(prose(blocks(shown))))


def words_before_an_act(shown: Shown) -> int:
    """How many words stand before the first thing to press or to type in."""
    return sum(len(words(text)) for text in blocks(shown, _first_act(shown).after, folded=False))


def most_choices(shown: Shown) -> int:
    """How many answers the longest question offers at once: those in a fold are not counted."""
    offered = Counter(id(asked) for asked in map(_question, _acts(shown)) if asked)
    return max(offered.values(), default=0)


def _first_act(shown: Shown) -> Element:
    return next(e for e in _acts(shown) if not _is_everywhere(e))


def _acts(shown: Shown) -> Iterator[Element]:
    return (e for e in shown.elements if e.tag in ACTS and _is_read((*e.inside, e), but=ACTS))


def _is_everywhere(act: Element) -> bool:
    """Whether it is on every screen: to keep the map, a helper, Undo, and to leave an example."""
    beside = any(e.get("class") == "beside" for e in act.inside)
    return (
        beside
        or "where__link" in (act.get("class") or "")
        or act.get("data-press")
        in {
            "undo",
            "leave-example",
        }
    )


def _question(act: Element) -> Element | None:
    """The group that a choice stands in, but not if it is in a fold of it."""
    for above in reversed(act.inside):
        if above.tag == "details" or act.tag not in {"a", "button", "summary"}:
            return None
        if above.tag == "fieldset" or above.get("role") == "group" or above.get("class") == "acts":
            return above
    return None


def _is_in_sight(inside: tuple[Element, ...]) -> bool:
    """Whether it is in no fold, or is the name of one, or the fold is open."""
    closed = any(e.tag == "details" and "open" not in e.attributes for e in inside)
    return not closed or any(e.tag == "summary" for e in inside)


def _is_read(inside: tuple[Element, ...], but: frozenset[str] = frozenset()) -> bool:
    """Whether a reader meets it: in `main`, and neither hidden nor no text at all."""
    return any(e.tag == "main" for e in inside) and not any(
        "hidden" in e.attributes or e.tag in NOT_TEXT - but for e in inside
    )
