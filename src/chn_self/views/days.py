"""Days as people write them."""

from datetime import date

from chn_self.views.words import Words


def in_words(day: date, words: Words) -> str:
    """A day such as 24 November 2026, in the order and with the month of the language."""
    return words(
        "language.date", day=day.day, month=words(f"language.month.{day.month}"), year=day.year
    )
