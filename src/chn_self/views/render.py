"""The one Jinja environment, the same for the page, the build and the terminal."""

from base64 import b64encode
from collections.abc import Mapping

from jinja2 import BaseLoader, ChainableUndefined, ChoiceLoader, Environment, PackageLoader
from jinja2.runtime import Undefined

from chn_self.views.words import Words, own


class Unknown(ChainableUndefined):
    """A name that a template uses and nobody gave.

    The design system's macros ask their mappings of options for what may not be there; that is
    nothing. Anything else unknown is a fault of ours, and raises UndefinedError when printed.
    """

    def __str__(self) -> str:
        if self._is_option():
            return ""
        return str(self._fail_with_undefined_error())

    def __html__(self) -> str:
        return str(self)

    def _is_option(self) -> bool:
        return isinstance(self._undefined_obj, Mapping | Undefined | str)


def source_loader() -> BaseLoader:
    """Templates as they are written: our own, then the NHS design system's."""
    return ChoiceLoader(
        [PackageLoader("chn_self", "templates"), PackageLoader("nhsuk_frontend_jinja", "templates")]
    )


def environment(loader: BaseLoader, words: Words) -> Environment:
    """An environment in which every value is escaped and every unknown name is an error.

    Templates see `t` (a text by key), `rich` (the same as HTML), `own` (the person's words), and
    the filters `dom_id` and `base64`.
    """
    env = Environment(
        loader=loader,
        autoescape=True,
        undefined=Unknown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.globals.update(t=words, rich=words.rich, own=own, words=words)
    env.filters.update(dom_id=dom_id, base64=base64)
    return env


def base64(text: str) -> str:
    """A text as an address of type `data:` holds it, its letters in UTF-8."""
    return b64encode(text.encode()).decode("ascii")


def dom_id(text: str) -> str:
    """A name for an element from any text, such as an id in a file; another for every text.

    It is made of letters, digits, dashes and underscores, and begins with a letter.
    """
    plain = "".join(
        c if c.isascii() and c.isalnum() else "-" if c == "/" else f"_{ord(c):x}_" for c in text
    )
    return plain if plain[:1].isascii() and plain[:1].isalpha() else f"n__{plain}"
