"""A comparison as plain text and as data, for the terminal."""

import json

from chn_self.domain.comparison import Comparison, Pair
from chn_self.domain.connection import Connection
from chn_self.domain.personal_map import PersonalMap
from chn_self.views.comparison import Section, Told
from chn_self.views.plain_text import body, heading, page, title, wrapped

_STEP = ("what", "who", "when", "how_it_went")


def comparison_text(told: Told) -> str:
    """The very words that the page says, in lines at most 78 characters wide."""
    blocks = [
        [*title(told.title), *wrapped(told.day)],
        *map(_section, told.sections),
    ]
    if told.asked:
        pairs = (group for ask in told.asked for group in (ask.then, ask.here))
        blocks.append([*heading(told.asked_title), *body(groups=pairs)])
    return page(blocks)


def comparison_json(found: Comparison) -> str:
    """The same as data; connections are named by id, kind and name."""
    step = found.before.next_step
    asked = [{"before": _one(p.before), "now": _one(p.now)} for p in found.perhaps_same]
    data = {
        "format": "chn-comparison",
        "version": 1,
        "before": _map(found.before),
        "now": _map(found.now),
        "next_step": None if step is None else {key: getattr(step, key) for key in _STEP},
        "matched": [{"before": p.before.id, "now": p.now.id} for p in found.matched],
        "new_here": [_one(c) for c in found.new_here],
        "not_here": [_one(c) for c in found.not_here],
        "nearer": [_one(p.now) for p in found.nearer],
        "further": [_one(p.now) for p in found.further],
        "changed": [{**_one(p.now), "said": _said(p)} for p in found.changed],
        "perhaps_same": asked,
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _section(section: Section) -> list[str]:
    told = body(section.lines, section.groups, section.clusters, section.quotes)
    return [*heading(section.title), *told]


def _map(map_: PersonalMap) -> dict[str, object]:
    return {
        "id": map_.id,
        "saved_at": map_.saved_at,
        "as_of": map_.as_of,
        "usual": map_.usual,
        "hope": map_.hope,
        "missing": [m.text for m in map_.missing],
    }


def _one(c: Connection) -> dict[str, object]:
    return {"id": c.id, "kind": c.kind, "name": c.name}


def _said(p: Pair) -> dict[str, object]:
    """What is said otherwise; nearer and further are a change of `closeness`, too."""
    return {k: {"before": getattr(p.before, k), "now": getattr(p.now, k)} for k in p.changed}
