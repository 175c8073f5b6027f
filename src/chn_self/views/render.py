"""The one Jinja environment, the same for the page, the build and the terminal."""

from jinja2 import BaseLoader, ChoiceLoader, Environment, PackageLoader, StrictUndefined

from chn_self.views.words import Words, own


def source_loader() -> BaseLoader:
    """Templates as they are written: our own, then the NHS design system's."""
    return ChoiceLoader(
        [PackageLoader("chn_self", "templates"), PackageLoader("nhsuk_frontend_jinja", "templates")]
    )


def environment(loader: BaseLoader, words: Words) -> Environment:
    """An environment in which every value is escaped and every unknown name is an error.

    Templates see `t` (a text by key), `rich` (the same as HTML) and `own` (the person's words).
    """
    env = Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.globals.update(t=words, rich=words.rich, own=own, words=words)
    return env
