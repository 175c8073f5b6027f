"""All that the page comes to need from its own files, imported and read ahead."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules, walk_packages

import chn_self
from chn_self.shell.resources import read_network_types, read_words
from chn_self.views.words import LANGUAGES


def load() -> None:
    """Import every module and template but those that need a page around them; read the rest."""
    for name in (*_modules(), *_templates()):
        import_module(name)
    read_network_types()
    for language in LANGUAGES:
        read_words(language)


def _modules() -> Iterator[str]:
    for found in walk_packages(chn_self.__path__, "chn_self."):
        if not found.name.startswith("chn_self.shell"):
            yield found.name


def _templates() -> Iterator[str]:
    folder = import_module("templates")
    for found in iter_modules(folder.__path__, "templates."):
        yield found.name
