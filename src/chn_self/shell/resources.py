"""What the build packed beside the code: words, templates, the model, the example."""

import json
from pathlib import Path

from jinja2 import Environment, ModuleLoader

from chn_self.domain.model_file import read_model
from chn_self.domain.trained_types import Model
from chn_self.views.render import environment
from chn_self.views.words import Words

HOME = Path("/home/pyodide")


def read_words(language: str) -> Words:
    """The words of a language, as the build packed them."""
    return Words(language, json.loads(_read(f"content/{language}.json")))


def read_environment(words: Words) -> Environment:
    """The templates, compiled by the build."""
    return environment(ModuleLoader(HOME / "templates"), words)


def read_network_types() -> Model:
    """The model that was trained at build time."""
    return read_model(json.loads(_read("network_types.json")))


def read_example(language: str) -> bytes:
    """The ready-made map, as a map file."""
    return (HOME / "content" / f"example.{language}.chn.json").read_bytes()


def _read(name: str) -> str:
    return (HOME / name).read_text("utf-8")
