"""Which Python goes to the page, and the archive it goes in."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment, ModuleLoader, PackageLoader

from builder.parts import (
    PAGES,
    archive,
    modules,
    reachable,
    templates,
    toml_as_json,
    unpacked,
)
from chn_self.views.render import environment, source_loader
from chn_self.views.words import load_words


def test_takes_our_modules_and_the_packages_they_need() -> None:
    """The page has what it imports."""
    found = modules()
    for name in (
        "chn_self/domain/personal_map.py",
        "chn_self/shell/__init__.py",
        "networkx/__init__.py",
        "jinja2/loaders.py",
        "markupsafe/_native.py",
    ):
        assert name in found


def test_leaves_out_the_terminal_and_every_test() -> None:
    """Nobody waits for what the page never runs."""
    for name in modules():
        assert not name.startswith("chn_self/cli")
        assert "/tests/" not in name
        assert not name.endswith("conftest.py")


def test_follows_templates_to_all_that_they_draw_on() -> None:
    """A template that is reached only through another is there too."""
    loader = DictLoader(
        {
            "page": '{% from "macro" import button %}{% include "foot" %}',
            "macro": '{% extends "base" %}',
            "foot": "",
            "base": "",
            "unused": "",
        }
    )
    assert list(reachable(Environment(loader=loader, autoescape=True), ["page"])) == [
        "base",
        "foot",
        "macro",
        "page",
    ]


def test_refuses_a_template_named_by_a_value() -> None:
    """It could not be known which to ship."""
    env = Environment(loader=DictLoader({"page": "{% include chosen %}"}), autoescape=True)
    with pytest.raises(ValueError, match=r"^page: name every template"):
        reachable(env, ["page"])


def test_every_template_is_found_as_python(tmp_path: Path) -> None:
    """ModuleLoader, which the page uses, finds each by a name made from a hash."""
    env = environment(source_loader(), load_words("en"))
    for path, source in templates(env).items():
        target = tmp_path / path
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(source)
    in_page = environment(ModuleLoader(tmp_path / "templates"), load_words("en"))
    pages = {f"{name}.jinja" for name in PAGES.split()}
    for name in {*PackageLoader("chn_self", "templates").list_templates()} - pages:
        assert in_page.get_template(name).name == name


def test_what_only_the_build_renders_is_not_in_the_page() -> None:
    """Each of these is a template; no screen draws on them, so nobody loads them."""
    env = environment(source_loader(), load_words("en"))
    there = templates(env)
    for name in PAGES.split():
        env.get_template(f"{name}.jinja")
        key = ModuleLoader.get_module_filename(f"{name}.jinja")
        assert f"templates/{key}" not in there, name


def test_words_come_through_as_they_are(tmp_path: Path) -> None:
    """JSON holds what TOML held; a date is its ISO text."""
    path = tmp_path / "words.toml"
    path.write_text('[a]\nb = "café – “tea”"\nc = 2026-11-24\nd = ["x", "y"]\n', "utf-8")
    assert json.loads(toml_as_json(path)) == {
        "a": {"b": "café – “tea”", "c": "2026-11-24", "d": ["x", "y"]}
    }


@given(
    st.dictionaries(
        st.from_regex(r"[a-z]{1,8}(/[a-z]{1,8}){0,2}\.pyc", fullmatch=True), st.binary()
    )
)
def test_gives_back_every_file_and_the_same_bytes_in_any_order(files: dict[str, bytes]) -> None:
    """Two builds of the same sources can be compared byte for byte."""
    made = archive(files)
    assert made == archive(dict(reversed(files.items())))
    assert unpacked(made) == files
