"""Two pages, one with hostile texts: the same bones, and every text in the place of its twin."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from chn_self.domain.direction import FIRST_STRONG, contained
from chn_self.domain.text_width import calm
from tests.hostile.filled import Given
from tests.views.shown import Element, Shown

# What a person's words may stand in, and what attributes may hold them; `id` and whatever names
# an id hold a name that is made from them.
OWN = frozenset({"bdi", "textarea", "option"})
HOLDS = frozenset({"value", "data-of", "data-field", "data-value", "data-connection"})
NAMES = frozenset({"id", "data-row", "for", "name", "aria-describedby", "aria-labelledby"})

# What follows in the picture from how wide a name is: numbers, small letters, and the plate that
# shows the name of a chosen one in full.
_MEASURED = re.compile(
    r"[\d.,\sMLQAZHVTC-]*|translate\([-\d. ]+\)|start|middle|end|map-(plate|number|name)"
)
_BY_WIDTH = {"font-size", "class", "translate"}
END = "\u2069"
_PLAIN_ID = re.compile(r"[A-Za-z][\w-]*")


@dataclass(frozen=True)
class Text:
    """A text of a page: what it is, and the innermost element it stands in, if any."""

    text: str
    inside: Element | None


def assert_alike(hostile: str, twin: str, given: Given) -> None:
    """Nothing broke out of its place: elements, attributes and texts answer one another."""
    one, other = Shown(hostile), Shown(twin)
    assert one.unclosed == other.unclosed
    for found, meant in zip(_outside(one), _outside(other), strict=True):
        _assert_element(found, meant, given)
    for text, meant_text in zip(_texts(one), _texts(other), strict=True):
        _assert_text(text, meant_text, given)
    _assert_pictures(one, other, given)
    _assert_drawn(one, other, given)
    assert len({*one.ids}) == len(one.ids)


def _assert_element(found: Element, meant: Element, given: Given) -> None:
    assert found.tag == meant.tag
    assert [*found.attributes] == [*meant.attributes], (found, meant)
    for name, value in found.attributes.items():
        twin = meant.attributes[name]
        if name in HOLDS:
            assert value == _back(twin, given), (name, value)
        elif name == "aria-label":
            assert value == given.back(twin, contained), (name, value)
        elif name in NAMES:
            assert all(_PLAIN_ID.fullmatch(word) for word in value.split()), (name, value)
            assert len(value.split()) == len(twin.split())
        else:
            assert value == twin, (name, value)


def _back(twin: str, given: Given) -> str:
    """What is written as JSON inside of an attribute holds its texts as JSON writes them."""
    if '["' in twin:
        return given.back(twin, lambda text: json.dumps(text)[1:-1])
    return given.back(twin)


def _assert_text(found: Text, meant: Text, given: Given) -> None:
    if found.text == meant.text:
        return
    assert found.inside is not None
    assert found.inside.tag in OWN, found
    assert found.inside.get("translate") == "no" or found.inside.tag == "option", found
    back = given.back(meant.text)
    assert found.text == (contained(back) if found.inside.tag == "bdi" else back)


def _assert_pictures(one: Shown, other: Shown, given: Given) -> None:
    """Names fall into other lines there, so the parts are the same only in kind."""
    parts, meant = [*_inside(one)], [*_inside(other)]
    assert {_kind(e) for e in parts} <= {_kind(e) for e in meant}
    marks = [e for e in parts if "data-connection" in e.attributes]
    twins = [e for e in meant if "data-connection" in e.attributes]
    for mark, twin in zip(marks, twins, strict=True):
        _assert_element(_without_measures(mark), _without_measures(twin), given)
    known = {attribute for e in meant for attribute in e.attributes.items()}
    for e in parts:
        for name, value in e.attributes.items() if e not in marks else ():
            if name not in HOLDS and (name, value) not in known:
                assert _MEASURED.fullmatch(value) or (name, value) == ("translate", "no"), (e, name)


def _without_measures(mark: Element) -> Element:
    """A mark without what follows from how wide a name is: its place, and if it has a number."""
    said = dict(mark.attributes)
    del said["transform"]
    if "aria-label" in said:
        said["aria-label"] = re.sub(r"; number \d+ in the list$", "", said["aria-label"])
    return replace(mark, attributes=said)


def _assert_drawn(one: Shown, other: Shown, given: Given) -> None:
    """Of a name there is as much as there is room for, set apart in an element of its own."""
    names = " ".join(map(calm, given.texts.values()))
    twins = {text for text, inside in other.texts if any(map(_is_map, inside))}
    for text, inside in one.texts:
        if any(map(_is_map, inside)) and text not in twins:
            assert inside[-1].tag == "text"
            assert (text[0], text[-1]) == (FIRST_STRONG, END), text
            said = re.sub(r"^\d+( |$)|…$", "", text[1:-1])
            assert said in names, text


def _kind(e: Element) -> tuple[str, ...]:
    return (e.tag, *sorted(e.attributes.keys() - _BY_WIDTH))


def _is_map(e: Element) -> bool:
    return e.get("data-testid") == "map"


def _outside(shown: Shown) -> Iterator[Element]:
    return (e for e in shown.elements if not any(map(_is_map, e.inside)))


def _inside(shown: Shown) -> Iterator[Element]:
    return (e for e in shown.elements if any(map(_is_map, e.inside)))


def _texts(shown: Shown) -> Iterator[Text]:
    for text, inside in shown.texts:
        if not any(map(_is_map, inside)):
            yield Text(text, inside[-1] if inside else None)
