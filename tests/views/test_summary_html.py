"""The summary as a page: it runs nothing, fetches nothing, and names in it are text."""

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given

from chn_self.domain.personal_map import PersonalMap
from chn_self.views.summary import summary_html
from tests.maps import AWKWARD, EXAMPLES, activity, map_of, maps, person
from tests.summaries import ENV, EVERYTHING, example, full_map, summary_of

EACH = pytest.mark.parametrize("name", [path.name.partition(".")[0] for path in EXAMPLES])


class Page(HTMLParser):
    """What a browser would make of a page: its tags, their attributes, and the text in it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.styles: list[str] = []
        self.text = ""
        self._style = False
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag."""
        self.tags.append((tag, dict(attrs)))
        self._style = tag == "style"

    def handle_endtag(self, tag: str) -> None:
        """What follows is no longer style."""
        self._style = self._style and tag != "style"

    def handle_data(self, data: str) -> None:
        """Keep text as style or as what is read."""
        if self._style:
            self.styles.append(data)
        else:
            self.text += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        """The attributes of every element of this tag."""
        return [attrs for found, attrs in self.tags if found == tag]


class TestHtml:
    """The page that is handed over."""

    @EACH
    def test_runs_and_fetches_nothing(self, name: str) -> None:
        """No script, no address, no handler and no style but its own, which its policy names."""
        html = summary_html(summary_of(example(name)), ENV)
        page = Page(html)
        [style] = page.styles
        digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
        policy = next(m["content"] for m in page.all("meta") if "http-equiv" in m)
        assert policy == (
            f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
        )
        attributes = {key for _, attrs in page.tags for key in attrs}
        assert not attributes & {"style", "href", "src", "xlink:href", "action"}
        assert not any(key.startswith("on") for key in attributes)
        assert not re.search(r"url\(|@import", style)

    @given(maps())
    def test_names_are_text(self, map_: PersonalMap) -> None:
        """Whatever connections are called, the page is made of the same tags and attributes."""
        plain = replace(
            map_,
            connections=tuple(replace(c, name="Sam") for c in map_.connections),
        )

        def made_of(page: Page) -> set[tuple[str, str]]:
            return {(tag, key) for tag, attrs in page.tags for key in ("", *attrs)}

        one, other = (Page(summary_html(summary_of(m), ENV)) for m in (map_, plain))
        # A long name is set on several lines, a short one is not.
        lines = {("tspan", key) for key in ("", "x", "y", "dy")}
        assert made_of(one) - lines == made_of(other) - lines

    @pytest.mark.parametrize("name", AWKWARD)
    def test_names_are_told_as_typed(self, name: str) -> None:
        """What was typed is what is read, with its direction kept inside and not translated."""
        html = summary_html(summary_of(map_of(person("a", name))), ENV)
        assert name in Page(html).text
        assert {"translate": "no"} in Page(html).all("bdi")

    def test_own_words_are_kept_apart(self) -> None:
        """Every line of the person's own stands in an element of its own, with its direction."""
        choices = replace(EVERYTHING, words="<b>One</b>\n\nTwo")
        html = summary_html(summary_of(full_map(), choices), ENV)
        assert '<bdi translate="no">&lt;b&gt;One&lt;/b&gt;</bdi>' in html
        assert '<bdi translate="no">Two</bdi>' in html

    @EACH
    def test_headings_go_down_by_one(self, name: str) -> None:
        """One first heading, and no level is skipped."""
        page = Page(summary_html(summary_of(example(name)), ENV))
        levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch(r"h\d", tag)]
        assert levels.count(1) == 1
        assert all(b - a <= 1 for a, b in zip([0, *levels], levels, strict=False))

    def test_title_names_nobody(self) -> None:
        """A window title and a file's name are seen by others."""
        assert summary_of(full_map()).title == "My connections: a summary"

    def test_is_small(self) -> None:
        """Twenty connections take 60 kB or less."""
        people = [replace(person(f"p{i}", f"Friend of mine {i}"), new=True) for i in range(12)]
        things = [activity(f"a{i}", f"Something I do {i}") for i in range(8)]
        links = tuple((f"p{i}", f"a{i}") for i in range(8))
        html = summary_html(summary_of(map_of(*people, *things, links=links)), ENV)
        assert len(html.encode()) <= 60_000
