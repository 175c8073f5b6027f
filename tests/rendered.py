"""Every sort of screen as a page of its own, for programs that check HTML.

`python -m tests.rendered FOLDER` writes them there.
"""

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from chn_self.app import messages as m
from chn_self.app.kept import Asking, Shelved
from chn_self.app.state import State
from chn_self.app.steps import Place, Step, screen
from chn_self.domain.connection import Kind
from chn_self.domain.emphasis import Emphasis
from chn_self.domain.personal_map import PersonalMap
from chn_self.files.codec import encode
from chn_self.views.reader import reader_html
from tests.app.kept_maps import ENVELOPE
from tests.app.visits import after
from tests.maps import AWKWARD, activity, map_of, person, place
from tests.summaries import ENV, TODAY, WORDS
from tests.test_words_on_pages import EMPTY, built_html, example, later
from tests.views.shown import html_of, visits
from tests.views.test_reader import STATES as READINGS

MAPS = (EMPTY, "family-and-stable", "too-little")


def rendered() -> Iterator[tuple[str, str]]:
    """A name of letters and dashes for each, and its page."""
    for name, state in _states():
        yield name, _page("index.html", "welcome", state.place.step, html_of(state))
    for name, reading in READINGS.items():
        html = reader_html(reading, ENV, WORDS, TODAY)
        yield f"reader-{name.replace(' ', '-')}", _page("reader.html", "reader", "reader", html)


def _page(path: str, first: str, step: str, inside: str) -> str:
    """A page of the site, its first step replaced by another with this in it."""
    start = '<main class="main" id="main" data-step="{}">'
    before, _, after_main = built_html()[path].partition(start.format(first))
    tail = after_main[after_main.index("</main>") :]
    return f"{before}{start.format(step)}{inside}{tail}"


def _states() -> Iterator[tuple[str, State]]:
    for name in MAPS:
        yield from _sorts(name, example(name))
    hostile = [
        make(f"{i}/ {name}", name)
        for make in (person, place, activity)
        for i, name in enumerate(AWKWARD)
    ]
    named = [replace(c, id=f"{c.kind} {c.id}") for c in hostile]
    yield from _sorts("hostile", map_of(*named))
    yield from _moments(example("family-and-stable"))


def _sorts(name: str, map_: PersonalMap) -> Iterator[tuple[str, State]]:
    """The first of each sort of screen, at first and later."""
    found: dict[str, State] = {}
    for state in visits(map_):
        found.setdefault("edit" if state.place.editing else screen(state.place, map_).name, state)
    for sort, state in found.items():
        yield f"{name}-{sort}", state
        yield f"{name}-{sort}-later", later(state)


def _moments(map_: PersonalMap) -> Iterator[tuple[str, State]]:
    keep = State(map=map_, place=Place(Step.KEEP))
    shown = State(map=map_, place=Place(Step.MAP), type_shown=True)
    yield "refused", after(keep, m.Opened(b"not a map"))
    yield "waiting", after(keep, m.Opened(encode(PersonalMap("other"))))
    yield "asking", replace(keep, asking=Asking(ENVELOPE, failed=True))
    yield "shelf", replace(keep, shelf=(Shelved("k", "2026-11-24T14:05", sealed=True),))
    yield "added", after(replace(keep, place=Place(Step.PEOPLE)), m.Add(Kind.PERSON, "Ben", "1"))
    yield "chosen", replace(shown, selected=map_.connections[0].id)
    yield "compared", after(replace(keep, place=Place(Step.COMPARE)), m.Opened(encode(map_)))
    for emphasis in Emphasis:
        yield f"view-{emphasis}", replace(shown, emphasis=emphasis)


def main(folder: Path) -> None:
    """Write each into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, html in rendered():
        (folder / f"{name}.html").write_text(html, "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
