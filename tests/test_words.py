"""Every word that a person sees obeys the rules for words, and every word is used.

A failure lists each text with its key. The rules on what is said, and the few exceptions, stand in
`tests/word_rules.py`.
"""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Formatter

import pytest

from chn_self.views.words import load_words
from tests.reading import Reading, read, sentences, words
from tests.word_rules import ALLOWED, CAUGHT, FIXED, FORBIDDEN
from tests.word_use import asked_for, given_names

HOME = Path(__file__).parents[1]
WORDS = load_words("en")

# No sentences: how the language is written, hints that are looked for in a name, the order of
# choices, and the theme of the study that a prompt belongs to.
NOT_SHOWN = re.compile(r"(language|suggest|first)\..*|prompts\..*\.theme")
TEXTS = {key: text for key, text in WORDS.leaves() if not NOT_SHOWN.fullmatch(key)}

MOST_WORDS = 20
MOST_SENTENCES = 3
# Ages 9 to 11 are grades 4 to 6; a single text may be a little harder than its page.
HIGHEST_GRADE = 6.0
HIGHEST_GRADE_OF_A_TEXT = 8.0
# Below this many words, one long word makes a grade, and the figure says nothing.
FEWEST_WORDS = 25
FEWEST_WORDS_OF_A_TEXT = 12

# Words that would claim to do what the page does not do; each sentence with one has to deny it.
CLAIMS = re.compile(
    r"\b(?:assess|monitor|diagnos|treat(?!s\b)|screen(?:s|ed|ing)? for)\w*", re.IGNORECASE
)
DENIAL = re.compile(r"\b(?:not|no|never|cannot|nobody)\b|n['’]t\b", re.IGNORECASE)


def listed(texts: Mapping[str, object]) -> str:
    """What a failure shows: a key and its text a line."""
    return "".join(f"\n  {key}: {text}" for key, text in texts.items())


def page_of(key: str) -> str:
    """The page or screen that a text is on."""
    first, *rest = key.split(".")
    return f"{first}.{rest[0]}" if first in {"pages", "prompts"} else first


def as_read(text: str) -> str:
    """A text with short words in place of what is filled in."""
    return re.sub(r"\{(\w+)\}", lambda m: "3" if m[1] in {"count", "total"} else "Sam", text)


def is_prose(text: str) -> bool:
    """Whether a text is one or more whole sentences, not a label or an entry in a list."""
    return text.rstrip("”\"'").endswith((".", "?", "!", "…"))


def allowed(rule: str, key: str) -> bool:
    """Whether an exception covers this text."""
    return any(r == rule and re.fullmatch(pattern, key) for r, pattern, _ in ALLOWED)


class TestWhatIsSaid:
    """What texts may and may not say."""

    @pytest.mark.parametrize("rule", FORBIDDEN)
    def test_keeps_clear_of_what_hurts_or_misleads(self, rule: str) -> None:
        """No text holds what the rule forbids, but for the exceptions with their reasons."""
        found = {
            key: text
            for key, text in TEXTS.items()
            if re.search(FORBIDDEN[rule], text, re.IGNORECASE) and not allowed(rule, key)
        }
        assert not found, f"{rule}: {FORBIDDEN[rule]}{listed(found)}"

    @pytest.mark.parametrize("rule", FORBIDDEN)
    def test_catches_what_it_forbids(self, rule: str) -> None:
        """Each rule is held against a sentence that breaks it."""
        assert re.search(FORBIDDEN[rule], CAUGHT[rule], re.IGNORECASE)

    @pytest.mark.parametrize(("rule", "pattern", "_why"), ALLOWED)
    def test_has_no_exception_that_nothing_needs(self, rule: str, pattern: str, _why: str) -> None:
        """An exception that outlives its text would let the next one through unseen."""
        assert [
            key
            for key, text in TEXTS.items()
            if re.fullmatch(pattern, key) and re.search(FORBIDDEN[rule], text, re.IGNORECASE)
        ]

    def test_claims_no_assessment_monitoring_or_treatment(self) -> None:
        """A sentence that speaks of these says that the page does not do them."""
        found = {
            key: sentence
            for key, text in TEXTS.items()
            for sentence in sentences(text)
            if CLAIMS.search(sentence) and not DENIAL.search(sentence)
        }
        assert not found, listed(found)

    @pytest.mark.parametrize("key", FIXED)
    def test_keeps_what_was_agreed_word_for_word(self, key: str) -> None:
        """These sentences carry promises and limits; they are not polished in passing."""
        assert TEXTS[key] == FIXED[key]


class TestHowItReads:
    """How long and how hard texts are."""

    def test_has_short_sentences(self) -> None:
        """Twenty words or fewer, what is filled in counted as one."""
        found = {
            key: sentence
            for key, text in TEXTS.items()
            for sentence in sentences(as_read(text))
            if len(words(sentence)) > MOST_WORDS
        }
        assert not found, listed(found)

    def test_has_short_texts(self) -> None:
        """Three sentences or fewer, each text being a paragraph or part of one."""
        found = {k: t for k, t in TEXTS.items() if len(sentences(as_read(t))) > MOST_SENTENCES}
        assert not found, listed(found)

    def test_can_be_read_at_the_age_of_eleven_page_by_page(self) -> None:
        """The grade of all sentences of a page together; labels are no sentences."""
        together: dict[str, list[str]] = defaultdict(list)
        for key, text in TEXTS.items():
            if is_prose(text):
                together[page_of(key)].append(as_read(text))
        found = _too_hard(
            {page: "\n".join(texts) for page, texts in together.items()},
            FEWEST_WORDS,
            HIGHEST_GRADE,
        )
        assert not found, listed(found)

    def test_has_no_single_text_that_is_much_harder(self) -> None:
        """One hard paragraph does not hide among easy ones."""
        texts = {key: as_read(text) for key, text in TEXTS.items() if is_prose(text)}
        found = _too_hard(texts, FEWEST_WORDS_OF_A_TEXT, HIGHEST_GRADE_OF_A_TEXT)
        assert not found, listed(found)


def _too_hard(texts: Mapping[str, str], fewest: int, highest: float) -> dict[str, Reading]:
    readings = {key: read(text) for key, text in texts.items()}
    return {k: r for k, r in readings.items() if r.words >= fewest and r.grade > highest}


class TestHowItIsWritten:
    """Placeholders, plurals, keys."""

    def test_fills_in_only_what_the_code_gives(self) -> None:
        """A placeholder that nobody fills would stop the screen it is on."""
        known = given_names()
        found = {
            key: text for key, text in TEXTS.items() for name in _places(text) if name not in known
        }
        assert not found, listed(found)

    def test_has_both_plural_forms_wherever_it_has_one(self) -> None:
        """A table with `one` has `other`; the same things are filled in, but for the number."""
        found = {}
        for key, text in TEXTS.items():
            table, _, form = key.rpartition(".")
            if form == "one" and table not in COUNTS_OUT:
                other = TEXTS.get(f"{table}.other", "")
                missing = {*_places(text)} - {*_places(other)}
                if not other or missing:
                    found[key] = other
        assert not found, listed(found)

    def test_counts_only_where_there_are_plural_forms(self) -> None:
        """It never says "1 people"."""
        plural = re.compile(r"\{count\} [a-z]{3,}s\b|\{count\} people\b")
        found = {
            key: text
            for key, text in TEXTS.items()
            if plural.search(text) and not key.endswith(".other")
        }
        assert not found, listed(found)

    def test_leaves_no_blank_at_an_end_and_no_two_in_a_row(self) -> None:
        """What is put together from texts brings its own spaces."""
        found = {k: t for k, t in TEXTS.items() if t != t.strip() or "  " in t or not t}
        assert not found, listed(found)


# A table that says how many there are to join, not a number's plural.
COUNTS_OUT = {"picture"}


def _places(text: str) -> Iterator[str]:
    return (name for _, name, _, _ in Formatter().parse(text) if name is not None)


class TestUse:
    """Words and code belong together."""

    asked = tuple(asked for asked in asked_for() if asked.is_telling)

    def test_has_every_key_that_the_code_asks_for(self) -> None:
        """A missing word would stop a screen; one made of pieces has to fit at least one key."""
        there = {
            key.rsplit(".", i)[0] for key, _ in WORDS.leaves() for i in range(key.count(".") + 1)
        }
        found = {
            asked.where: asked.pattern
            for asked in self.asked
            if asked.surely and not any(re.fullmatch(asked.pattern, key) for key in there)
        }
        assert not found, listed(found)

    def test_has_no_key_that_nothing_asks_for(self) -> None:
        """Words that no screen shows are neither read nor kept right by anyone."""
        patterns = [
            re.compile(rf"{asked.pattern}(\..+)?")
            for asked in self.asked
            if asked.surely or r"\." in asked.pattern
        ]
        found = {
            key: text
            for key, text in WORDS.leaves()
            if not any(pattern.fullmatch(key) for pattern in patterns)
            and not key.endswith(".theme")
        }
        assert not found, listed(found)

    def test_has_words_for_every_help_number(self) -> None:
        """What a host puts in the settings can be shown."""
        numbers = tomllib.loads((HOME / "site.toml").read_text("utf-8"))["help"]["numbers"]
        assert not [key for key in numbers if not WORDS.has(f"helpnow.{key}.label")]
