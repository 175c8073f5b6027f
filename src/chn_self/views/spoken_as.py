"""The words of the picture as somebody else says them: whoever hands it on, of themselves."""

from chn_self.views.words import Words

_TABLES = ("site", "picture")


def spoken_as(words: Words, *places: str) -> Words:
    """The words that a picture needs, with the texts of these places over the page's own."""
    return Words(
        words.language,
        {
            **{table: words.at(table) for table in ("language", "kinds")},
            **{table: _spoken(words, table, places) for table in _TABLES},
        },
    )


def _spoken(words: Words, table: str, places: tuple[str, ...]) -> dict[str, object]:
    found = (table, *(f"{place}.{table}" for place in places))
    return {
        name: words.at(f"{at}.{name}") for at in found if words.has(at) for name in words.under(at)
    }
