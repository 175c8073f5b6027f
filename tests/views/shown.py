"""Screens for tests, and what a browser would make of their HTML."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser

from chn_self.app.state import State
from chn_self.app.steps import Place, Step, screens
from chn_self.domain.connection import Connection
from chn_self.domain.personal_map import Missing, NextStep, PersonalMap, TypeView
from chn_self.views.page import main_html
from tests.summaries import ENV, MODEL, TODAY, WORDS

VOID = frozenset({"br", "hr", "img", "input", "link", "meta"})

# Stands in front of the person's words in a marked map, so that they are found wherever they are.
MARK = "qwx"


@dataclass(frozen=True)
class Element:
    """An element: its name and attributes, those it is inside of, and all text within it.

    `after` is how many pieces of text of the page stand before it.
    """

    tag: str
    attributes: dict[str, str]
    inside: tuple["Element", ...]
    after: int
    texts: list[str] = field(default_factory=list)

    def get(self, name: str) -> str | None:
        """An attribute, or None."""
        return self.attributes.get(name)

    @property
    def text(self) -> str:
        """The text within it, with single spaces."""
        return " ".join("".join(self.texts).split())


class Shown(HTMLParser):
    """A page or a part of one: its elements in order, and its texts with where they stand."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self.texts: list[tuple[str, tuple[Element, ...]]] = []
        self.unclosed: list[str] = []
        self._open: list[Element] = []
        self.feed(html)
        self.close()
        self.unclosed += [element.tag for element in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins; an attribute written twice would be lost in a mapping."""
        names = [name for name, _ in attrs]
        assert len({*names}) == len(names), (tag, names)
        element = self._element(tag, attrs)
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element of SVG that holds nothing."""
        self.elements.append(self._element(tag, attrs))

    def _element(self, tag: str, attrs: list[tuple[str, str | None]]) -> Element:
        return Element(tag, {n: v or "" for n, v in attrs}, tuple(self._open), len(self.texts))

    def handle_endtag(self, tag: str) -> None:
        """An element ends: the one that began last, else something was left open."""
        if self._open and self._open[-1].tag == tag:
            self._open.pop()
        else:
            self.unclosed.append(tag)

    def handle_data(self, data: str) -> None:
        """Some text."""
        self.texts.append((data, tuple(self._open)))
        for element in self._open:
            element.texts.append(data)

    def all(self, *tags: str, **having: str) -> list[Element]:
        """The elements of these names, or of any, with these attributes (`_` for `-`)."""
        wanted = {name.replace("_", "-"): value for name, value in having.items()}
        return [
            e
            for e in self.elements
            if (not tags or e.tag in tags) and wanted.items() <= e.attributes.items()
        ]

    def one(self, *tags: str, **having: str) -> Element:
        """The one element of this sort."""
        (found,) = self.all(*tags, **having)
        return found

    @property
    def ids(self) -> list[str]:
        """The ids on the page."""
        return [e.attributes["id"] for e in self.elements if "id" in e.attributes]


def html_of(state: State, *, wide: bool = False) -> str:
    """The screen as the page shows it."""
    return main_html(state, ENV, WORDS, MODEL, wide=wide, today=TODAY)


def shown(state: State, *, wide: bool = False) -> Shown:
    """The screen as a browser sees it."""
    return Shown(html_of(state, wide=wide))


def visits(map_: PersonalMap) -> Iterator[State]:
    """Every screen of every step, and every connection opened for change."""
    for step in Step:
        for at in range(len(screens(step, map_))):
            yield State(map=map_, place=Place(step, at))
    for c in map_.connections:
        yield State(map=map_, place=Place(Step.PEOPLE, 0, c.id))


def marked(map_: PersonalMap) -> PersonalMap:
    """The map with a mark in front of every text of the person's own."""
    step = map_.next_step
    return replace(
        map_,
        connections=tuple(map(_marked, map_.connections)),
        hope=_mark(map_.hope),
        missing=tuple(Missing(MARK + one.text) for one in map_.missing),
        reflections=tuple(replace(r, text=MARK + r.text) for r in map_.reflections),
        type_view=TypeView(map_.type_view.fits, _mark(map_.type_view.own_words)),
        next_step=step
        and NextStep(_mark(step.what), _mark(step.who), _mark(step.when), step.how_it_went),
    )


def _marked(c: Connection) -> Connection:
    return replace(c, name=MARK + c.name[:77], note=_mark(c.note), me_there=_mark(c.me_there))


def _mark(text: str | None) -> str | None:
    return text and MARK + text
