"""The measure of reading age, held against passages whose figures others have published."""

import pytest

from tests.reading import read, sentences, syllables, words

# Lincoln, Gettysburg Address, 1863 (Bliss copy), with the dashes set apart from the words.
GETTYSBURG = """\
Four score and seven years ago our fathers brought forth on this continent, a new nation,
conceived in Liberty, and dedicated to the proposition that all men are created equal.
Now we are engaged in a great civil war, testing whether that nation, or any nation so conceived
and so dedicated, can long endure. We are met on a great battle-field of that war. We have come to
dedicate a portion of that field, as a final resting place for those who here gave their lives that
that nation might live. It is altogether fitting and proper that we should do this.
But, in a larger sense, we can not dedicate — we can not consecrate — we can not hallow — this
ground. The brave men, living and dead, who struggled here, have consecrated it, far above our poor
power to add or detract. The world will little note, nor long remember what we say here, but it can
never forget what they did here. It is for us the living, rather, to be dedicated here to the
unfinished work which they who fought here have thus far so nobly advanced. It is rather for us to
be here dedicated to the great task remaining before us — that from these honored dead we take
increased devotion to that cause for which they gave the last full measure of devotion — that we
here highly resolve that these dead shall not have died in vain — that this nation, under God, shall
have a new birth of freedom — and that government of the people, by the people, for the people,
shall not perish from the earth."""
PLATYPUS = "The Australian platypus is seemingly a hybrid of a mammal and reptilian creature."
PASSAGE = "This sentence, taken as a reading passage unto itself, is being used to prove a point."
CAT = "The cat sat on the mat."


class TestGrade:
    """The Flesch–Kincaid grade."""

    def test_of_one_hard_sentence(self) -> None:
        """11.3, from 24 syllables in 13 words (Wikipedia, Flesch–Kincaid readability tests)."""
        found = read(PLATYPUS)
        assert (found.words, found.sentences, found.syllables) == (13, 1, 24)
        assert found.grade == pytest.approx(11.3, abs=0.05)

    def test_of_a_known_speech(self) -> None:
        """10.9 from Microsoft Word, 10.2 from GNU style: two programs differ as much as that."""
        found = read(GETTYSBURG)
        assert found.sentences == 10  # Word finds 10, with 271 words
        assert found.words == pytest.approx(271, abs=2)
        assert 10.2 - 0.2 <= found.grade <= 10.9 + 0.2

    def test_has_its_lowest_at_one_word_of_one_syllable(self) -> None:
        """-3.40, the lowest the formula can give (Wikipedia, as above)."""
        assert read("Go.").grade == pytest.approx(-3.40)

    def test_makes_an_age(self) -> None:
        """The first school year of the United States, grade 1, is at the age of 6."""
        assert read(PLATYPUS).age == pytest.approx(read(PLATYPUS).grade + 5)


class TestEase:
    """The Flesch reading ease, which more passages are published with."""

    @pytest.mark.parametrize(
        ("text", "ease", "within"),
        [(CAT, 116, 0.5), (PASSAGE, 69, 0.5), (PLATYPUS, 37.5, 0.5), (GETTYSBURG, 65, 2.5)],
    )
    def test_is_as_published(self, text: str, ease: float, within: float) -> None:
        """Sentences with their ease from Wikipedia, Flesch–Kincaid readability tests; Word's 65."""
        assert read(text).ease == pytest.approx(ease, abs=within)


class TestSyllables:
    """Syllables, counted by hand."""

    @pytest.mark.parametrize(
        ("count", "of"),
        [
            (1, "the home times asked used typed can't don't they're closed breathe aunt 999"),
            (2, "little people boxes wanted auntie didn't rarely going canal café someone GP MB"),
            (3, "radio usual video another family diary library NHS BSL A&E everyone created"),
            (4, "activity community photography psychiatrist Samaritans identity"),
            (5, "university co-ordinator"),
        ],
    )
    def test_are_those_one_hears(self, count: int, of: str) -> None:
        """Silent endings, vowels heard apart, letters read out, and the words listed by ear."""
        wrong = {w: syllables(w) for w in of.split() if syllables(w) != count}
        assert not wrong


class TestSentences:
    """Where one sentence ends and the next begins."""

    def test_end_at_a_closing_mark_before_a_capital(self) -> None:
        """A mark inside an address or a number ends nothing."""
        text = "It is at doi.org/10.3310/hsdr03050. “Is it free?” Yes! {name} said 4.5 MB…"
        assert len(sentences(text)) == 4

    def test_need_no_closing_mark(self) -> None:
        """A label counts as one."""
        assert sentences("A worker for me: GP, nurse") == ("A worker for me: GP, nurse",)

    def test_hold_words(self) -> None:
        """A dash or a slash parts words; a hyphen and an apostrophe do not."""
        assert words("don't — co-ordinator, A&E; and/or “tea”") == (
            "don't",
            "co-ordinator",
            "A&E",
            "and",
            "or",
            "tea",
        )
