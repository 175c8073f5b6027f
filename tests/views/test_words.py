"""Visible words by key, and the person's words among them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chn_self.views.words import Words, languages, load_words, own
from tests.maps import AWKWARD
from tests.views.shown import Shown

WORDS = Words(
    "en",
    {
        "language": {"plurals": {"one": "i = 1 and v = 0"}, "thousands": " ", "comma": "; "},
        "hello": "Hello",
        "greet": {"by_name": "It's {name} & <you>, {count} times", "list": ["one", "two"]},
        "things": {"one": "{count} thing", "other": "{count} things"},
    },
)


class TestText:
    """A text by its key."""

    def test_is_found_by_a_dotted_key(self) -> None:
        """And filled in as plain text: whoever prints it escapes it."""
        assert WORDS("hello") == "Hello"
        assert WORDS("greet.by_name", name="<Sam>", count=2) == "It's <Sam> & <you>, 2 times"

    @pytest.mark.parametrize(
        ("count", "text"), [(0, "0 things"), (1, "1 thing"), (2, "2 things"), (21, "21 things")]
    )
    def test_has_a_form_for_one_and_one_for_others(self, count: int, text: str) -> None:
        """As English has it, where 0 is like many."""
        assert WORDS("things", count=count) == text

    @pytest.mark.parametrize(
        "key", ["", "no", "hello.no", "greet", "greet.list", "greet..", "things.two"]
    )
    def test_a_missing_word_is_a_fault(self, key: str) -> None:
        """Never an empty place on a page; nor is a table or a list a text."""
        with pytest.raises(KeyError):
            WORDS(key)

    def test_a_value_that_is_missing_is_a_fault(self) -> None:
        """A text with a gap in it is no text."""
        with pytest.raises(KeyError):
            WORDS("greet.by_name", name="Sam")

    @given(st.text())
    def test_a_value_is_never_filled_in_itself(self, name: str) -> None:
        """Braces in a name are letters."""
        assert name in WORDS("greet.by_name", name=name, count=1)
        assert WORDS("greet.by_name", name="{count}{0}", count=1).count("{count}{0}") == 1


class TestRich:
    """The same as HTML."""

    def test_our_words_are_escaped(self) -> None:
        """A text of ours is text too."""
        html = WORDS.rich("greet.by_name", name="Sam", count=2)
        assert html == ('It&#39;s <bdi translate="no">Sam</bdi> &amp; &lt;you&gt;, 2 times')

    @given(st.text() | st.sampled_from(AWKWARD))
    def test_the_person_s_words_stand_apart(self, name: str) -> None:
        """As text of their own direction, that no translation touches."""
        page = Shown(WORDS.rich("greet.by_name", name=name, count=2))
        assert [e.tag for e in page.elements] == ["bdi"]
        assert page.one("bdi", translate="no").text == " ".join(_as_parsed(name).split())

    def test_a_number_stands_as_it_is(self) -> None:
        """It is ours, and picks the form."""
        assert WORDS.rich("things", count=1) == "1 thing"

    def test_html_of_ours_is_not_escaped_twice(self) -> None:
        """What was made HTML already is put in as it is."""
        html = WORDS.rich("greet.by_name", name=own("A&B"), count=1)
        assert html.count("<bdi") == 1
        assert "A&amp;B" in html

    def test_a_missing_word_is_a_fault_here_too(self) -> None:
        """The same keys, the same faults."""
        with pytest.raises(KeyError):
            WORDS.rich("no")


class TestTables:
    """Tables and lists of words."""

    def test_keys_come_in_the_order_they_are_written(self) -> None:
        """So that answers stand on the page as in the words."""
        assert WORDS.under("greet") == ("by_name", "list")
        assert WORDS.under("hello") == ()

    def test_whatever_stands_at_a_key_can_be_had(self) -> None:
        """A list, say, for a template to go through."""
        assert WORDS.at("greet.list") == ["one", "two"]

    def test_it_is_known_whether_there_is_a_key(self) -> None:
        """Of a text or of a table."""
        assert [WORDS.has(key) for key in ("hello", "greet", "things.one", "no", "hello.x")] == [
            True,
            True,
            True,
            False,
            False,
        ]

    def test_every_text_is_told_with_its_key(self) -> None:
        """For the tests that hold them to the rules."""
        assert dict(WORDS.leaves()) == {
            "language.plurals.one": "i = 1 and v = 0",
            "language.thousands": " ",
            "language.comma": "; ",
            "hello": "Hello",
            "greet.by_name": "It's {name} & <you>, {count} times",
            "greet.list.0": "one",
            "greet.list.1": "two",
            "things.one": "{count} thing",
            "things.other": "{count} things",
        }


@given(st.text() | st.sampled_from(AWKWARD))
def test_own_words_are_text(text: str) -> None:
    """Whatever they are, they make one element and no other."""
    page = Shown(own(text))
    assert [e.tag for e in page.elements] == ["bdi"]
    assert not page.unclosed


@pytest.mark.parametrize("language", languages())
def test_every_language_loads(language: str) -> None:
    """With the name of its language, for the pages to bear."""
    words = load_words(language)
    assert words.language == language
    assert len([*words.leaves()]) > 100


@pytest.mark.parametrize("language", languages())
def test_every_text_can_be_filled_in(language: str) -> None:
    """No brace of any text is left open, and every value has a plain name."""
    for key, text in load_words(language).leaves():
        names = re.findall(r"{(\w+)}", text)
        assert re.sub(r"{[a-z_]+}", "", text).isprintable(), key
        assert "{" not in text.format(**dict.fromkeys(names, "x")), key


def _as_parsed(text: str) -> str:
    """The text as a parser hands it on, which makes one line end of every sort."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
