"""Plural forms, held to the sample numbers that Unicode's CLDR publishes beside its rules."""

from collections.abc import Iterator, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chn_self.views.plurals import FORMS, Plurals, read_plurals

# Rules and samples from CLDR, common/supplemental/plurals.xml: those of whole numbers. Slovenian
# has decimals in a rule, Filipino three choices, French a form for millions.
CLDR: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "en": {
        "one": ("i = 1 and v = 0", "1"),
        "other": ("", "0, 2~16, 100, 1000, 10000, 100000, 1000000"),
    },
    "cy": {
        "zero": ("n = 0", "0"),
        "one": ("n = 1", "1"),
        "two": ("n = 2", "2"),
        "few": ("n = 3", "3"),
        "many": ("n = 6", "6"),
        "other": ("", "4, 5, 7~20, 100, 1000, 10000, 100000, 1000000"),
    },
    "pl": {
        "one": ("i = 1 and v = 0", "1"),
        "few": (
            "v = 0 and i % 10 = 2..4 and i % 100 != 12..14",
            "2~4, 22~24, 32~34, 42~44, 52~54, 62, 102, 1002",
        ),
        "many": (
            (
                "v = 0 and i != 1 and i % 10 = 0..1 or v = 0 and i % 10 = 5..9 "
                "or v = 0 and i % 100 = 12..14"
            ),
            "0, 5~19, 100, 1000, 10000, 100000, 1000000",
        ),
        "other": ("", ""),
    },
    "ar": {
        "zero": ("n = 0", "0"),
        "one": ("n = 1", "1"),
        "two": ("n = 2", "2"),
        "few": ("n % 100 = 3..10", "3~10, 103~110, 1003"),
        "many": ("n % 100 = 11..99", "11~26, 111, 1011"),
        "other": ("", "100~102, 200~202, 300~302, 400~402, 500~502, 600, 1000, 10000, 1000000"),
    },
    "ja": {"other": ("", "0~15, 100, 1000, 10000, 100000, 1000000")},
    "fr": {
        "one": ("i = 0,1", "0, 1"),
        "many": (
            "e = 0 and i != 0 and i % 1000000 = 0 and v = 0 or e != 0..5",
            "1000000",
        ),
        "other": ("", "2~17, 100, 1000, 10000, 100000"),
    },
    "sl": {
        "one": ("v = 0 and i % 100 = 1", "1, 101, 201, 301, 401, 501, 601, 701, 1001"),
        "two": ("v = 0 and i % 100 = 2", "2, 102, 202, 302, 402, 502, 602, 702, 1002"),
        "few": ("v = 0 and i % 100 = 3..4 or v != 0", "3, 4, 103, 104, 203, 204, 303, 1003"),
        "other": ("", "0, 5~19, 100, 1000, 10000, 100000, 1000000"),
    },
    "fil": {
        "one": (
            "v = 0 and i = 1,2,3 or v = 0 and i % 10 != 4,6,9 or v != 0 and f % 10 != 4,6,9",
            "0~3, 5, 7, 8, 10~13, 15, 17, 18, 20, 21, 100, 1000, 10000, 100000, 1000000",
        ),
        "other": ("", "4, 6, 9, 14, 16, 19, 24, 26, 104, 1004"),
    },
}


def rules(language: str) -> Plurals:
    """The plural forms of a language."""
    return read_plurals({form: rule for form, (rule, _) in CLDR[language].items() if rule})


def numbers(samples: str) -> Iterator[int]:
    """Sample numbers as CLDR writes them: `2~4, 22`."""
    for part in filter(None, samples.split(", ")):
        first, _, last = part.partition("~")
        yield from range(int(first), int(last or first) + 1)


@pytest.mark.parametrize("language", CLDR)
def test_each_sample_number_takes_its_form(language: str) -> None:
    """As CLDR says, for every number it gives."""
    plurals = rules(language)
    for form, (_, samples) in CLDR[language].items():
        assert {n: plurals.form(n) for n in numbers(samples)} == dict.fromkeys(
            numbers(samples), form
        )


@pytest.mark.parametrize("language", CLDR)
def test_a_language_has_the_forms_that_have_rules_and_other(language: str) -> None:
    """In CLDR's order; one without plurals has `other` alone."""
    assert rules(language).forms == tuple(CLDR[language])


@given(st.sampled_from([*CLDR]), st.integers())
def test_every_number_takes_a_form_of_its_language(language: str, count: int) -> None:
    """Whatever is counted; below nothing it is as above."""
    plurals = rules(language)
    assert plurals.form(count) in plurals.forms
    assert plurals.form(count) == plurals.form(-count)


def test_a_rule_may_bring_its_samples_along() -> None:
    """So that it can be copied with them."""
    plurals = read_plurals({"one": "n = 1 @integer 1 @decimal 1.0, 1.00"})
    assert [plurals.form(n) for n in (0, 1, 2)] == ["other", "one", "other"]


@pytest.mark.parametrize(
    ("table", "place"),
    [
        ({"single": "n = 1"}, "single"),
        ({"other": "n = 1"}, "other"),
        ({"one": ""}, "one"),
        ({"one": "n is 1"}, "one"),
        ({"few": "n % 0 = 1"}, "few"),
        ({"few": "n = 2..4 and"}, "few"),
    ],
)
def test_a_rule_that_is_none_is_refused(table: dict[str, str], place: str) -> None:
    """With the form that it stands at."""
    with pytest.raises(ValueError, match=f"^{place}: "):
        read_plurals(table)


def test_the_forms_are_those_of_cldr() -> None:
    """Six, and no language has more."""
    assert FORMS == ("zero", "one", "two", "few", "many", "other")
