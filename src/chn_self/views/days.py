"""Days as people write them."""

from datetime import date

from chn_self.views.words import Words


def in_words(day: date, words: Words) -> str:
    """A day such as 24 November 2026."""
    return words(
        "summary.date", day=day.day, month=words(f"summary.month.{day.month}"), year=day.year
    )
