"""The pages of the site as the build writes them, readable before and without Python."""

from collections.abc import Mapping
from typing import Any

from jinja2 import Environment

from chn_self.app.reading import Reading
from chn_self.app.state import State
from chn_self.app.steps import LISTS, Place, Step
from chn_self.domain.connection import Kind
from chn_self.domain.personal_map import PersonalMap
from chn_self.domain.trained_types import Model
from chn_self.views.days import in_words
from chn_self.views.figures import known
from chn_self.views.page import main_html
from chn_self.views.reader import reader_html
from chn_self.views.render import environment, source_loader
from chn_self.views.settings import Settings
from chn_self.views.words import Words

# Nothing from anywhere else, nothing inline; Python needs to compile WebAssembly. And no text
# becomes markup or code, but for the screens, by the one way in `site/boot/page.js`, and the one
# address of our worker, in `site/boot/offline.js`.
POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; "
    "img-src 'self' data:; connect-src 'self'; worker-src 'self'; manifest-src 'self'; "
    "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; "
    "trusted-types chn chn-worker"
)

STATIC = (
    "about",
    "how-it-works",
    "supporters",
    "helpers",
    "training",
    "practitioners",
    "model",
    "privacy",
    "help",
    "worksheet",
    "worksheet-large",
    "erased",
    "notfound",
)
FILES = {"notfound": "404.html"}
SCRIPTS = {"erased": "erased.js"}

# How many blanks a sheet has for each kind, in the order of the lists; in large print fewer.
BLANKS = {
    "worksheet": ((Kind.ACTIVITY, 5), (Kind.PERSON, 8), (Kind.PLACE, 5)),
    "worksheet-large": ((Kind.ACTIVITY, 4), (Kind.PERSON, 6), (Kind.PLACE, 4)),
}


def pages(
    words: Words, settings: Settings, model: Model, figures: Mapping[str, Any]
) -> Mapping[str, str]:
    """Every page by its path: the one with the map, and those that stand on their own.

    `figures` are what the model file says of how the model was tried.
    """
    env = environment(source_loader(), words)
    env.globals.update(
        settings=settings,
        policy=POLICY,
        checked=in_words(settings.checked, words),
        known=known(model, figures, words.number),
    )
    standing = {
        FILES.get(name, f"{name}.html"): _sheet(env, words, name)
        if name in BLANKS
        else _static(env, words, name)
        for name in STATIC
    }
    away = env.get_template("away.jinja").render(page=words.at("pages.away"))
    return {
        "index.html": _index(env, words, model),
        "reader.html": _reader(env, words),
        "away.html": away,
        **standing,
    }


def _index(env: Environment, words: Words, model: Model) -> str:
    def first(step: Step) -> str:
        state = State(map=PersonalMap(id=""), place=Place(step))
        return main_html(state, env, words, model, wide=False, today="")

    return env.get_template("index.jinja").render(
        in_app=True,
        home="#/welcome",
        here="./",
        unscripted=words("layout.no_script"),
        welcome=first(Step.WELCOME),
        early={step.value: first(step) for step in (Step.WELCOME, *LISTS)},
    )


def _reader(env: Environment, words: Words) -> str:
    first = reader_html(Reading(), env, words, today="")
    return env.get_template("reader.jinja").render(
        in_app=True,
        home="./",
        here="reader.html",
        unscripted=words("reader.no_script"),
        first=first,
    )


def _static(env: Environment, words: Words, name: str) -> str:
    page = words.at("helpnow" if name == "help" else f"pages.{name}")
    return env.get_template("static.jinja").render(
        name=name, page=page, script=SCRIPTS.get(name), in_app=False, home="./"
    )


def _sheet(env: Environment, words: Words, name: str) -> str:
    return env.get_template("worksheet.jinja").render(
        page=words.at("pages.worksheet"),
        blanks=BLANKS[name],
        large=name == "worksheet-large",
        in_app=False,
        home="./",
    )
