"""The reader shows hostile files as text: none breaks out of the place of its harmless twin."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from chn_self.app.messages import reading as m
from chn_self.app.reading import Reading, update
from chn_self.domain.personal_map import PersonalMap
from chn_self.files.codec import encode
from chn_self.views.reader import reader_html
from tests.hostile.alike import assert_alike
from tests.hostile.corpus import LINES, some
from tests.hostile.filled import MOST_LINES, pair
from tests.summaries import ENV, TODAY, WORDS


def states(map_: PersonalMap, name: str) -> Iterator[Reading]:
    """A map, two over time, and a file that did not open, under this name."""
    bare = PersonalMap("bare", as_of="2026-01-10")
    called = tuple(replace(c, name=f"Name {i}") for i, c in enumerate(map_.connections))
    whole = encode(map_)
    yield given((name, whole))
    yield given(("a", whole), ("b", encode(bare)))
    yield given(("a", whole), ("b", encode(replace(map_, id="other", connections=called))))
    yield given((name, b"%PDF-"))


def given(*files: tuple[str, bytes]) -> Reading:
    """What is read of these files, with nothing left out."""
    reading, _ = update(Reading(), m.Given(files, "s"))
    return update(reading, m.ShowKeptOff())[0]


def page(reading: Reading) -> str:
    """The page as it is shown."""
    return reader_html(reading, ENV, WORDS, TODAY)


@pytest.mark.parametrize("turn", some(range(len(LINES)), MOST_LINES))
def test_nothing_breaks_out(turn: int) -> None:
    """The same elements, attributes and texts, with each text where its twin is."""
    found = pair(turn)
    (name, twin), _ = found.words
    for one, other in zip(states(found.map, name), states(found.twin, twin), strict=True):
        assert_alike(page(one), page(other), found.given)
