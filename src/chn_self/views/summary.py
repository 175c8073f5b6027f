"""The summary a person may hand to a practitioner: their own page, as HTML, text or JSON."""

import base64
import hashlib
import json
from dataclasses import asdict
from datetime import date

from jinja2 import Environment
from markupsafe import Markup

from chn_self.domain.comparison import Comparison
from chn_self.domain.layout import Size, layout
from chn_self.domain.personal_map import PersonalMap
from chn_self.domain.share import Choices, Part, reduced, since
from chn_self.domain.trained_types import Model
from chn_self.views.days import in_words
from chn_self.views.picture import picture
from chn_self.views.spoken_as import spoken_as
from chn_self.views.summary_facts import Summary
from chn_self.views.summary_names import called
from chn_self.views.summary_sections import sections
from chn_self.views.summary_source import Source
from chn_self.views.summary_text import summary_text
from chn_self.views.words import Words

__all__ = ["Summary", "style_hash", "summary", "summary_html", "summary_json", "summary_text"]

# What goes with the drawing alone.
_DRAWN = frozenset({"picture", "key", "number"})


def summary(
    map_: PersonalMap,
    choices: Choices,
    words: Words,
    *,
    model: Model | None,
    today: str,
    with_helper: bool | None,
    compared: Comparison | None = None,
) -> Summary:
    """Work out a summary from nothing but what is chosen.

    `today` is an ISO 8601 date. The names that are not to be shown are gone from the map before
    anything is made of it. Without a model there is no type, and without the map `compared` with an
    earlier one no change.
    """
    less = reduced(map_, choices)
    shown = called(less, choices.names, words)
    drawn, numbered = _drawn(shown, words) if Part.PICTURE in choices.parts else (None, frozenset())
    earlier = since(compared, choices) if compared else None
    source = Source(shown, choices, words, model, drawn, numbered, earlier)
    return Summary(
        language=words.language,
        title=words("summary.title"),
        made=today,
        as_of=less.as_of,
        dates=_dates(less.as_of, today, words),
        opening=_opening(less, with_helper, words),
        may_be_recorded=choices.record,
        record=words(f"summary.record.{choices.record}") if choices.record else "",
        names=choices.names,
        sections=sections(source),
        note_title=words("summary.note.title"),
        note=_note(words),
    )


def _drawn(map_: PersonalMap, words: Words) -> tuple[Markup, frozenset[str]]:
    """The picture, and the ids of those that have only a number in it."""
    laid = layout(map_, Size.MEDIUM)
    drawn = picture(
        map_,
        spoken_as(words, "summary.drawn"),
        size=Size.MEDIUM,
        standalone=True,
        lay=lambda _map, _size: laid,
    )
    return drawn, frozenset(s.id for s in laid.spots if s.label and not s.named)


def summary_html(made: Summary, env: Environment) -> str:
    """The summary as one HTML page that fetches nothing, runs nothing, and prints on A4."""
    return env.get_template("summary.html.jinja").render(s=made, style_hash=style_hash(env))


def style_hash(env: Environment) -> str:
    """What lets the summary's one style through a strict policy: `sha256-` and the hash.

    A page that shows the summary in a frame of its own has to allow it as well.
    """
    style = env.get_template("summary_style.jinja").render()
    return f"sha256-{base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()}"


def summary_json(made: Summary) -> str:
    """The same facts as data; what the picture shows is told one by one."""
    data = {"format": "chn-summary", "version": 1, **asdict(made)}
    return json.dumps(_said(data), ensure_ascii=False, indent=1) + "\n"


def _said(found: object) -> object:
    """The data without the drawing, what explains it, and whatever has nothing in it."""
    match found:
        case dict():
            kept = {k: _said(v) for k, v in found.items() if k not in _DRAWN}
            return {k: v for k, v in kept.items() if v not in (None, "", [])}
        case list() | tuple():
            return [_said(item) for item in found]
        case _:
            return found


def _dates(as_of: str | None, today: str, words: Words) -> tuple[str, ...]:
    made = words("summary.made", date=in_words(date.fromisoformat(today), words))
    if as_of is None or as_of == today:
        return (made,)
    return words("summary.as_of", date=in_words(date.fromisoformat(as_of), words)), made


def _opening(map_: PersonalMap, with_helper: bool | None, words: Words) -> tuple[str, ...]:
    helper = {None: (), True: ("with_helper",), False: ("alone",)}[with_helper]
    usual = {None: (), True: ("usual",), False: ("not_usual",)}[map_.usual]
    return tuple(words(f"summary.{key}") for key in (*helper, *usual, "own_view"))


def _note(words: Words) -> tuple[str, ...]:
    keys = ("moment", "private", "assessment", "decisions", "kinds", "source")
    return tuple(words(f"summary.note.{key}") for key in keys)
