"""How hard a text is to read: words, sentences and syllables, and a reading age from them.

The age is the Flesch–Kincaid grade (Kincaid, Fishburne, Rogers and Chissom 1975, Research Branch
Report 8-75) plus 5, since grade 1 is the school year after the sixth birthday. Why this formula:
its figures go down to the first years of school, where SMOG (McLaughlin 1969) goes no lower than
age 8 whatever is read; and more passages are published with it, so that this count can be checked
(`test_reading.py`). Like all of them it was made for running text: labels and entries of lists are
left out of it, and it knows nothing of whether a word is common or a thought plain. Below an age
of about 6 it says no more than "as easy as it can tell".
"""

import re
from dataclasses import dataclass

# Words whose spelling misleads the rule below, counted by ear. One that the page uses and the
# rule gets wrong belongs here; the rest of the language does not.
BY_EAR = {
    "a&e": 3,
    "anyone": 3,
    "area": 3,
    "business": 2,
    "colleague": 2,
    "coordinator": 5,
    "created": 3,
    "earlier": 3,
    "elsewhere": 2,
    "every": 2,
    "everything": 3,
    "everywhere": 3,
    "fiancée": 3,
    "gateways": 2,
    "housemate": 2,
    "quiet": 2,
    "sometimes": 2,
    "someone": 2,
    "someone's": 2,
    "something": 2,
    "somewhat": 2,
    "somewhere": 2,
    "uk": 2,
    "whoever": 3,
}
# A closing mark, perhaps a closing quote, then a space and what may start a sentence.
_SENTENCE_END = re.compile(r"(?<=[.!?…])[”’\"')]*\s+(?=[“‘\"'(]?[A-Z0-9{])")
_WORD = re.compile(r"[^\W_](?:[\w.&'’-]*[^\W_])?")
_VOWELS = re.compile(r"[aeiouyéêè]+")
# Two vowels next to each other that are both heard ("diary", "radio", "usual", "video", "going",
# "staying", "serious"), and the last n of "didn't".
_APART = re.compile(
    r"ia(?!ls?$|ns?$|ge)|io(?!n|us)|(?<=[bdlnrv])io(?=us)|(?<![qg])ua(?![yrn])|eo(?!ple)|[aeoy](?=ing$)|(?<![aeiouyr])n't$"
)
# An e that is written and not heard ("home", "times", "asked", "rarely"); but "little", "boxes",
# "wanted", "see" and "auntie" end as they are written.
_SILENT = re.compile(
    r"(?<=[^aeiouyl])e$|(?<=[aeiouy]l)e$"
    r"|(?<=[^aeiouylsxzcgh])es$|(?<=[aeiouy]l)es$|(?<=[tg]h)es$"
    r"|(?<=[^aeiouydt])ed$"
    r"|(?<=[^aeiouyl])e(?=(?:ly|ful|less)$)|(?<=r)e(?=n't$)"
)
# After these sounds an added 's is heard as a syllable ("page's").
_HISSING = re.compile(r"(?:[sxz]|[cs]h|[csgz]e)'s$")


@dataclass(frozen=True, slots=True)
class Reading:
    """How many words, sentences and syllables a text has."""

    words: int
    sentences: int
    syllables: int

    @property
    def grade(self) -> float:
        """Flesch–Kincaid grade: a school year of the United States."""
        per_sentence, per_word = self._ratios
        return 0.39 * per_sentence + 11.8 * per_word - 15.59

    @property
    def ease(self) -> float:
        """Flesch reading ease (Flesch 1948): 100 and more is very easy."""
        per_sentence, per_word = self._ratios
        return 206.835 - 1.015 * per_sentence - 84.6 * per_word

    @property
    def age(self) -> float:
        """The age, in years, at which a text of this grade is read in school."""
        return self.grade + 5

    @property
    def _ratios(self) -> tuple[float, float]:
        return self.words / max(self.sentences, 1), self.syllables / max(self.words, 1)


def read(text: str) -> Reading:
    """Count a text of one or more sentences."""
    found = words(text)
    return Reading(len(found), len(sentences(text)), sum(map(syllables, found)))


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text; text without a closing mark is one sentence."""
    return tuple(s for s in _SENTENCE_END.split(text.strip()) if words(s))


def words(text: str) -> tuple[str, ...]:
    """The words of a text, numbers among them; a dash or a slash parts words, a hyphen does not."""
    return tuple(_WORD.findall(text))


def syllables(word: str) -> int:
    """How many syllables a word is spoken with, by its vowels and the commonest silent endings."""
    spoken = word.casefold().replace("’", "'")
    if spoken in BY_EAR:
        return BY_EAR[spoken]
    if any(c.isdigit() for c in spoken):
        return 1  # as schools count: a number is one short word
    parts = [p for p in re.split(r"[-.&]", spoken) if p]
    if len(parts) > 1:
        return sum(syllables(p) for p in parts)
    added = len(_HISSING.findall(spoken))
    return _by_vowels(re.sub(r"'(?:s|d|m|ll|re|ve)?$", "", spoken)) + added


def _by_vowels(word: str) -> int:
    groups = len(_VOWELS.findall(word))
    if not groups:
        return len(word)  # read out letter by letter: "BSL"
    heard = groups + len(_APART.findall(word)) - len(_SILENT.findall(word))
    return max(heard, 1)
