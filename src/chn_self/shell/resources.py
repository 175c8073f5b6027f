"""What the build packed beside the code: words, templates, the model, the example."""

import json
from collections.abc import MutableMapping
from functools import cache
from importlib import import_module
from pkgutil import get_data
from typing import Any

from jinja2 import BaseLoader, Environment, ModuleLoader, Template

from chn_self.domain.model_file import read_model
from chn_self.domain.trained_types import Model
from chn_self.views.render import environment
from chn_self.views.words import Words


class _Compiled(BaseLoader):
    """Finds each template as the module that the build made of it."""

    def load(
        self, environment: Environment, name: str, values: MutableMapping[str, Any] | None = None
    ) -> Template:
        """The template of this name; raises ModuleNotFoundError where there is none."""
        found = vars(import_module(f"templates.{ModuleLoader.get_template_key(name)}"))
        return environment.template_class.from_module_dict(environment, found, values or {})


@cache
def read_words(language: str) -> Words:
    """The words of a language, as the build packed them."""
    return Words(language, json.loads(_read(f"content/{language}.json")))


def read_environment(words: Words) -> Environment:
    """The templates, compiled by the build."""
    return environment(_Compiled(), words)


@cache
def read_network_types() -> Model:
    """The model that was trained at build time."""
    return read_model(json.loads(_read("network_types.json")))


def read_example(language: str) -> bytes:
    """The ready-made map, as a map file."""
    return _read(f"content/example.{language}.chn.json")


def _read(name: str) -> bytes:
    """A file beside the code; raises FileNotFoundError where the build packed none."""
    found = get_data("chn_self", name)
    if found is None:
        raise FileNotFoundError(name)
    return found
