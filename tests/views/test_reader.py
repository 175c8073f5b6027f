"""The page that shows what was handed over: words as text, and nothing to change."""

import re
from base64 import b64decode
from dataclasses import replace
from itertools import pairwise

import pytest

from chn_self.app.messages import Unsealed, WrongPassphrase
from chn_self.app.messages import reading as m
from chn_self.app.reading import Reading, update
from chn_self.domain.comparison import compare
from chn_self.domain.connection import Kind, Relation
from chn_self.domain.personal_map import PersonalMap
from chn_self.domain.share import Choices, Names
from chn_self.files.codec import encode
from chn_self.views.comparison import told
from chn_self.views.copy_to_share import copy_to_share
from chn_self.views.reader import reader_html
from chn_self.views.summary import summary_html
from tests.app.kept_maps import ENVELOPE, SEALED
from tests.comparisons import NOW, THEN
from tests.hostile.corpus import LINES
from tests.maps import AWKWARD, map_of, person
from tests.said import reading as age_of
from tests.said import words_before_an_act
from tests.summaries import ENV, EVERYTHING, TODAY, WORDS, example, full_map, summary_of
from tests.test_words import FEWEST_WORDS
from tests.test_words_on_pages import HIGHEST_AGE, MOST_WORDS_BEFORE_AN_ACT, too_long
from tests.views.shown import Shown

COPY = copy_to_share(full_map(), Choices(EVERYTHING.parts, Names.FULL), WORDS, id="copy")
PRESENCE = replace(map_of(person("v", "The voice", Relation.PRESENCE)), as_of="2026-11-02")


def after(*messages: m.Reading) -> Reading:
    """What is read after some messages."""
    reading = Reading()
    for one in messages:
        reading, _ = update(reading, one)
    return reading


def opened(*files: tuple[str, bytes]) -> Reading:
    """What is read once these files were chosen."""
    return after(m.Given(files, "s"))


def shown(reading: Reading) -> Shown:
    """The page as a browser sees it."""
    return Shown(f"<main>{reader_html(reading, ENV, WORDS, TODAY)}</main>")


def text(reading: Reading) -> str:
    """All of its text."""
    return shown(reading).one("main").text


def of(*maps: PersonalMap) -> Reading:
    """What is read of these maps."""
    return opened(*((f"{map_.id}.chn.json", encode(map_)) for map_ in maps))


HTML = summary_html(summary_of(full_map()), ENV).encode()
STATES = {
    "nothing": Reading(),
    "a map": of(THEN),
    "all of a map": after(m.Given((("a", encode(THEN)),), "s"), m.ShowKeptOff()),
    "a copy": of(COPY),
    "a summary": opened(("summary.html", HTML)),
    "a passphrase": opened(("sealed", SEALED)),
    "being opened": after(m.Given((("a", SEALED),), "s"), m.TryPassphrase("s-0", "tea")),
    "a wrong passphrase": after(m.Given((("a", SEALED),), "s"), WrongPassphrase(ENVELOPE)),
    "what did not open": opened(("a.pdf", b"%PDF-"), ("b", b"{"), ("c.zip", b"PK\x03\x04")),
    "three maps": of(THEN, replace(NOW, id="now", as_of="2026-11-24"), COPY),
}
EACH = pytest.mark.parametrize("state", STATES.values(), ids=STATES)


class TestEveryState:
    """What holds whatever is open."""

    @EACH
    def test_is_sound(self, state: Reading) -> None:
        """Every element closed, no id twice, every reference met, one title."""
        page = shown(state)
        assert not page.unclosed
        assert len({*page.ids}) == len(page.ids)
        for e in page.elements:
            for name in ("for", "aria-labelledby", "aria-describedby"):
                assert {*(e.get(name) or "").split()} <= {*page.ids}, e
        assert len(page.all("h1")) == 1

    @EACH
    def test_headings_leave_out_no_rank(self, state: Reading) -> None:
        """A screen reader goes by them."""
        ranks = [int(e.tag[1]) for e in shown(state).elements if re.fullmatch(r"h\d", e.tag)]
        assert all(b <= a + 1 for a, b in pairwise(ranks))

    @EACH
    def test_reads_as_easily_as_any_page(self, state: Reading) -> None:
        """By the same measures."""
        found = age_of(shown(state))
        assert found.age <= HIGHEST_AGE or found.words < FEWEST_WORDS
        assert not too_long(shown(state))
        assert words_before_an_act(shown(state)) <= MOST_WORDS_BEFORE_AN_ACT

    @EACH
    def test_offers_nothing_that_changes_or_keeps_a_map(self, state: Reading) -> None:
        """It is only read; and no link leaves what is open behind."""
        page = shown(state)
        presses = {e.get("data-press") for e in page.elements} - {None}
        assert presses <= {
            *("show-file", "show-over-time", "show-kept-off", "close-file", "print", "seal")
        }
        assert {e.get("target") for e in page.all("a")} == {"_blank"}


class TestMap:
    """A map, or a copy of one."""

    def test_says_what_it_is_and_of_which_day(self) -> None:
        """Self-made, not checked, whole or a copy."""
        whole, copy = of(replace(full_map(), saved_at="2026-11-24T10:00:00Z")), of(COPY)
        for reading, what in ((whole, "whole"), (copy, "copy")):
            assert WORDS(f"reader.of_{what}") in text(reading)
            assert WORDS(f"reader.{what}_title") in text(reading)
            assert WORDS("summary.own_view") in text(reading)
            assert "This is how things were on 2 November 2026." in text(reading)
        assert "The file is from 24 November 2026." in text(whole)
        assert "The file is from" not in text(copy)

    def test_shows_it_as_a_list_and_a_picture(self) -> None:
        """By the names that are in it, with all that was said."""
        page = shown(of(full_map()))
        picture = page.one("svg", data_testid="map")
        assert picture.get("role") == "img"
        for said in ("Sam", "Dr Ray", "Choir", "Park", "More singing", "A garden", "The funny one"):
            assert said in page.one(data_testid="read").text

    def test_hides_what_stays_off_anything_shared_until_it_is_asked_for(self) -> None:
        """Private ones, presences and notes; then they are there too."""
        reading = of(THEN)
        secrets = ("Lee", "a secret note")
        assert not any(secret in text(reading) for secret in secrets)
        asked, _ = update(reading, m.ShowKeptOff())
        assert all(secret in text(asked) for secret in secrets)
        assert "The voice" not in text(of(PRESENCE))

    def test_shows_all_of_a_copy(self) -> None:
        """Somebody put each of them in; there is no more to ask for."""
        copy = copy_to_share(PRESENCE, Choices(put_in=frozenset({"v"})), WORDS, id="c")
        page = shown(of(copy))
        assert WORDS("relation.short.presence") in page.one(data_testid="read").text
        assert not page.all(data_press="show-kept-off")

    def test_says_nothing_of_a_kind_of_map(self) -> None:
        """Nobody asked for it here."""
        assert WORDS("summary.type") not in text(of(example("diverse")))


class TestOverTime:
    """Two maps or more."""

    def test_each_is_held_against_the_one_before(self) -> None:
        """In the words of any comparison, the latest first, and with what goes with it."""
        later = replace(NOW, id="later", as_of="2026-11-24")
        page = shown(of(THEN, replace(THEN, id="first", as_of="2026-01-02"), later))
        titles = [e.text for e in page.all("h3") if e.get("id")]
        assert titles == [
            "2 May 2026, then 24 November 2026",
            "2 January 2026, then 2 May 2026",
        ]
        for section in told(compare(THEN, later), WORDS).sections:
            assert section.title in page.one("main").text
        assert page.one("main").text.count(WORDS("compare.moment")) == 2
        assert len(page.all("svg", data_testid="map")) == 3

    def test_says_that_roles_may_be_two_people(self) -> None:
        """Only where there is a copy among them."""
        assert WORDS("reader.of_copies") in text(of(THEN, COPY))
        assert WORDS("reader.of_copies") not in text(of(THEN, replace(NOW, id="n")))

    def test_tells_of_nobody_who_stays_off_anything_shared(self) -> None:
        """Unless that was asked for."""
        both = of(THEN, replace(NOW, id="now"))
        assert "Lee" not in text(both)
        assert "Lee" in text(update(both, m.ShowKeptOff())[0])

    def test_a_map_with_no_day_is_told_first(self) -> None:
        """Nobody knows when it was."""
        bare = PersonalMap("bare", connections=map_of(person("a", "Ana")).connections)
        titles = [e.text for e in shown(of(THEN, bare)).all("h3") if e.get("id")]
        assert titles == [WORDS("reader.from_to", then=WORDS("reader.no_day"), now="2 May 2026")]


class TestSummary:
    """A summary that was saved as a web page."""

    def test_shows_its_words_with_their_headings_and_lists(self) -> None:
        """As text in our own elements."""
        page = shown(opened(("summary.html", HTML)))
        inside = page.one(data_testid="read")
        told = [(e.tag, e.text) for e in page.elements if inside in e.inside]
        assert ("h3", "My connections: a summary") in told
        assert ("h4", "What matters to me") in told
        assert ("li", "Dr Ray – Worker, makes things harder") in told
        assert ("p", "More singing") in told
        assert WORDS("reader.of_summary") in page.one("main").text

    def test_shows_its_drawing_as_a_picture(self) -> None:
        """In an element that runs and fetches nothing, with what it shows in words."""
        image = shown(opened(("summary.html", HTML))).one("img")
        start, _, data = (image.get("src") or "").partition(",")
        assert start == "data:image/svg+xml;base64"
        assert b64decode(data).decode() in HTML.decode()
        assert image.get("alt") == "Me, with 2 people, 1 place and 1 activity"

    def test_holds_no_element_of_the_file(self) -> None:
        """Neither what it runs, nor what it fetches, nor what it looks like."""
        hostile = (
            b'<!doctype html><div class="summary"><h1 onclick=x>Mine</h1><script>y</script>'
            b'<a href="//evil.example">go</a><img src=//evil.example><form><input></form>'
            b"&lt;b&gt;bold&lt;/b&gt;<iframe src=//evil.example></iframe>"
        )
        html = reader_html(opened(("s.html", hostile)), ENV, WORDS, TODAY)
        page = Shown(f"<main>{html}</main>")
        inside = page.one(data_testid="read")
        elements = [e for e in page.elements if inside in e.inside]
        assert {e.tag for e in elements} == {"div", "h3", "p", "bdi"}
        assert {name for e in elements for name in e.attributes} == {"class", "translate"}
        assert "evil" not in html
        assert "<b>bold</b>" in inside.text


class TestTexts:
    """What comes from files is text."""

    def test_names_of_files_and_people_break_out_of_nothing(self) -> None:
        """Each stands in an element of its own, to the letter."""
        names = (*AWKWARD, *LINES[::10])
        map_ = map_of(*(replace(person(f"c{i}", n), kind=Kind.PERSON) for i, n in enumerate(names)))
        files = [(name, encode(replace(map_, id=f"m{i}"))) for i, name in enumerate(AWKWARD[:3])]
        page = shown(opened(*files, (AWKWARD[1], b"%PDF-")))
        assert not page.unclosed
        assert not page.all("script", "img")
        own = {e.text for e in page.all("bdi")}
        assert {" ".join(name.split()) for name in AWKWARD[:3]} <= own

    def test_each_that_did_not_open_is_told_in_a_sentence_with_its_name(self) -> None:
        """As faults are told anywhere."""
        (list_,) = (
            e for e in shown(STATES["what did not open"]).elements if e.get("id") == "refused"
        )
        assert f"a.pdf: {WORDS('faults.a_pdf')}." in list_.text
        assert f"c.zip: {WORDS('faults.a_zip')}." in list_.text

    def test_a_passphrase_is_asked_for_beside_its_file(self) -> None:
        """And a wrong one is told there, calmly."""
        field = shown(STATES["a passphrase"]).one("input", type="password")
        assert field.get("autocomplete") == "off"
        assert WORDS("asking.failed") in text(STATES["a wrong passphrase"])
        assert WORDS("reader.opening") in text(STATES["being opened"])
        right = after(m.Given((("a", SEALED),), "s"), Unsealed(ENVELOPE, encode(full_map())))
        assert not shown(right).all("input", type="password")
