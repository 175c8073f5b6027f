"""The visible words of one language, looked up by key."""

import tomllib
from collections.abc import Iterator, Mapping
from importlib.resources import files

from markupsafe import Markup, escape

from chn_self.domain.direction import contained
from chn_self.views.plurals import Plurals, read_plurals


class Words:
    """Texts by dotted key; a text is a string, or a table of the plural forms of its language.

    Values in braces are filled in by name; `count` picks the plural form. A key that does not
    exist raises KeyError: a missing word is a fault of ours, found by the tests. How the language
    is written, and its plural rules, stand in the table `language`; a fault in these raises
    ValueError.
    """

    def __init__(self, language: str, texts: Mapping[str, object]) -> None:
        self.language = language
        self._texts = texts
        self.plurals = self._plurals()

    def __call__(self, key: str, /, **values: object) -> str:
        """The text, filled in, as plain text: whoever prints it has to escape it."""
        return self._template(key, values.get("count")).format(**values)

    def rich(self, key: str, /, **values: object) -> Markup:
        """The text as HTML, with the person's words kept apart from ours.

        Text values are set in `bdi` so that their direction cannot reach our words, and are
        never translated; numbers stand as they are.
        """
        marked = {
            name: value if isinstance(value, int | Markup) else own(str(value))
            for name, value in values.items()
        }
        return escape(self._template(key, values.get("count"))).format(**marked)

    @property
    def direction(self) -> str:
        """Where lines begin: `ltr` at the left, `rtl` at the right."""
        return str(self.at("language.direction"))

    @property
    def comma(self) -> str:
        """What stands between the entries of a list, with its spaces."""
        return str(self.at("language.comma"))

    def number(self, number: int) -> str:
        """A large number as it is written, its thousands set apart."""
        return f"{number:,}".replace(",", str(self.at("language.thousands")))

    def has(self, key: str) -> bool:
        """Whether there is a text or a table of texts at this key."""
        try:
            self.at(key)
        except KeyError:
            return False
        return True

    def at(self, key: str) -> object:
        """Whatever stands at a dotted key: a text, a list or a table."""
        found: object = self._texts
        for part in key.split("."):
            if not isinstance(found, Mapping) or part not in found:
                raise KeyError(key)
            found = found[part]
        return found

    def under(self, key: str) -> tuple[str, ...]:
        """The keys directly under a table, in the order they are written."""
        table = self.at(key)
        return tuple(table) if isinstance(table, Mapping) else ()

    def leaves(self) -> Iterator[tuple[str, str]]:
        """Every text with its dotted key, for the tests of words."""
        return _leaves(self._texts, "")

    def _plurals(self) -> Plurals:
        """The plural rules; a language without any has the one form `other`."""
        rules = self.at("language.plurals") if self.has("language.plurals") else None
        return read_plurals(rules) if isinstance(rules, Mapping) else Plurals()

    def _template(self, key: str, count: object) -> str:
        found = self.at(key)
        if isinstance(found, Mapping) and isinstance(count, int):
            found = found.get(self.plurals.form(count))
        if not isinstance(found, str):
            raise KeyError(key)
        return found


# Put together by hand, since a screen holds hundreds: formatting takes five times as long.
_OWN, _END_OWN = Markup('<bdi translate="no">'), Markup("</bdi>")


def own(text: str) -> Markup:
    """The person's own words as HTML: escaped, direction kept inside, never translated."""
    return _OWN + escape(contained(str(text))) + _END_OWN


def languages() -> tuple[str, ...]:
    """The languages that there are words for in `content/`, by their codes."""
    found = (path.name for path in files("chn_self.content").iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in found if name.endswith(".toml")))


def load_words(language: str) -> Words:
    """Read the words of a language from `content/`; raises ValueError where there are none."""
    if language not in languages():
        known = ", ".join(languages())
        raise ValueError(f"language: there are no words for {language!r}, only for {known}")
    text = files("chn_self.content").joinpath(f"{language}.toml").read_text("utf-8")
    return Words(language, tomllib.loads(text))


def _leaves(found: object, key: str) -> Iterator[tuple[str, str]]:
    match found:
        case str():
            yield key, found
        case Mapping():
            for name, below in found.items():
                yield from _leaves(below, f"{key}.{name}" if key else str(name))
        case list():
            for i, below in enumerate(found):
                yield from _leaves(below, f"{key}.{i}")
