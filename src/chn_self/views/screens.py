"""What each screen needs to know besides the state: worked out here, set out by its template."""

import json
from collections.abc import Mapping

from chn_self.app.state import State
from chn_self.app.steps import LISTS, Fold, Screen, Step
from chn_self.domain.connection import Connection, Kind, Support, by_closeness
from chn_self.domain.layout import Size
from chn_self.domain.network_type import Classification, classify
from chn_self.domain.prompts import Prompt, prompts
from chn_self.domain.trained_types import Model, NetworkType
from chn_self.views import facts, suggestions
from chn_self.views.again import Again
from chn_self.views.closing import closing
from chn_self.views.comparison import told
from chn_self.views.few import FEW, few_first
from chn_self.views.keeping import keeping
from chn_self.views.legend import legend
from chn_self.views.looking import looking
from chn_self.views.picture import Lay, picture
from chn_self.views.quick import quick
from chn_self.views.reasons import agreement_text, reason_text
from chn_self.views.sharing import sharing
from chn_self.views.summary import Summary, summary
from chn_self.views.together import goes_with, links, together
from chn_self.views.words import Words

# From these shares of resemblance on, in words.
LOT = 0.6
BIT = 0.2

# How many pairs are asked about at a time: "is this the same one?"
MOST_ASKED = 3

Context = Mapping[str, object]

# Screens that a module of their own works out, of the state alone.
_OF_THE_STATE = {"links": links, "quick": quick, "keep": keeping}


def context(
    state: State, shown: Screen, words: Words, model: Model, *, wide: bool, today: str, again: Again
) -> Context:
    """The values that the template of a screen needs."""
    match shown.name:
        case "activities" | "people" | "places":
            return _list(state, LISTS[Step(shown.name)], words)
        case "about" | "edit" | "starred" | "together" | "where":
            c = state.map.connection(shown.about or "")
            return {} if c is None else _about(c, state, shown, words)
        case "matters":
            return {"groups": [_starred(state, kind) for kind in Kind if state.map.of_kind(kind)]}
        case "receives":
            return _receives(state, Support(shown.about or ""))
        case "links" | "quick" | "keep":
            return _OF_THE_STATE[shown.name](state, words)
        case "compare":
            return _compare(state, words, again.lay)
        case "closing_end":
            return closing(state, words, again.lay)
        case "map":
            return _map(state, words, Size.WIDE if wide else Size.NARROW, again)
        case "type":
            return _type(state, model, words)
        case "reflect":
            return _reflect(state, model)
        case "summary":
            return sharing(state, chosen_summary(state, model, words, today), words)
        case _:
            return {}


def classification(state: State, model: Model) -> Classification | None:
    """What the map is most like, once the person asked to see it."""
    return classify(state.map, model) if state.type_shown else None


def chosen_summary(state: State, model: Model, words: Words, today: str) -> Summary:
    """The summary of what the person chose: the same for the preview and the download."""
    return summary(
        state.map,
        state.choices,
        words,
        model=model,
        today=today,
        with_helper=None if state.is_example else state.with_helper,
        compared=state.earlier.against(state.map) if state.earlier else None,
    )


def _list(state: State, kind: Kind, words: Words) -> Context:
    listed = state.map.of_kind(kind)
    return {
        "kind": kind,
        "rows": [(c, facts.role(c, words), _offered(state, c, words)) for c in listed],
        "starter": _starter(state, kind, words),
    }


def _starter(state: State, kind: Kind, words: Words) -> str | None:
    """One idea of what to put on this list, if the person wants any."""
    key = f"list.starters.{kind}"
    ideas = words.at(key)
    if state.starter is None or not isinstance(ideas, list):
        return None
    return str(ideas[state.starter % len(ideas)])


def _offered(state: State, c: Connection, words: Words) -> Context | None:
    """The choices under a connection that was added just now and has no relation or type yet."""
    if c.id not in state.fresh or c.relation or c.type:
        return None
    return _choices(c, words)


def _choices(c: Connection, words: Words) -> Context:
    first, more = suggestions.choices(c, words)
    question = suggestions.question(c)
    table = question if c.kind == Kind.PERSON else str(c.kind)
    return {"question": question, "table": table, "first": first, "more": more}


def _about(c: Connection, state: State, shown: Screen, words: Words) -> Context:
    match shown.name:
        case "together":
            return together(state, c, Kind.PERSON)
        case "where":
            return together(state, c, Kind.PLACE)
    return {
        "c": c,
        "closeness": _thing(c),
        "offered": _choices(c, words),
        "goes_with": goes_with(state, c),
    }


def _receives(state: State, support: Support) -> Context:
    people = state.map.of_kind(Kind.PERSON)
    answered = support in state.map.support_answered
    return {
        "nobody": answered and not any(support in c.receives for c in people),
        # "No one just now" is an answer too.
        **few_first(by_closeness(people), lambda c: support in c.receives, FEW - 1),
    }


def _starred(state: State, kind: Kind) -> Context:
    listed = by_closeness(state.map.of_kind(kind))
    return {"kind": kind, **few_first(listed, lambda c: c.matters is True)}


def _thing(c: Connection) -> str:
    return "person" if c.kind == Kind.PERSON else "thing"


def _map(state: State, words: Words, size: Size, again: Again) -> Context:
    selected = state.map.connection(state.selected or "")
    return {
        "size": size.name.lower(),
        "picture": again.draw(state.map, size, state.emphasis).choosing(
            selected.id if selected else None
        ),
        "legend": legend(words),
        "rows": again.rows(state.map, state.emphasis),
        "selected": selected,
        "goes_with": goes_with(state, selected)
        if selected and Fold.CHOSEN in state.unfolded
        else None,
        "with_it": tuple(state.map.linked(selected.id)) if selected else (),
        "facts": facts,
        **looking(state, words, again),
    }


def _compare(state: State, words: Words, lay: Lay) -> Context:
    if state.earlier is None:
        return keeping(state, words)
    found = state.earlier.against(state.map)
    # `lay` may remember one layout, no more: that of the map in the tab.
    then = picture(found.before, words, size=Size.NARROW, standalone=True, ident="then")
    now = picture(found.now, words, size=Size.NARROW, standalone=True, ident="now", lay=lay)
    return {
        "told": told(found, words),
        "same_step": found.same_step,
        "most_asked": MOST_ASKED,
        "pictures": (("then", then), ("now", now)),
    }


def _type(state: State, model: Model, words: Words) -> Context:
    found = classification(state, model)
    if found is None:
        return {"found": None}
    likeness = [
        (kind, share, "lot" if share >= LOT else "bit" if share >= BIT else "little")
        for kind in NetworkType
        for share in [(found.resemblance or {}).get(kind, 0.0)]
    ]
    return {
        "found": found,
        "likeness": likeness,
        "reasons": [reason_text(reason, words) for reason in found.reasons],
        "agreement": None
        if found.agreement is None
        else agreement_text(found.agreement, words, "type.agreement"),
    }


def _reflect(state: State, model: Model) -> Context:
    found = classification(state, model)
    asked = prompts(state.map, found.closest, found.told) if found else prompts(state.map)
    left = [p for p in asked if _identity(p) not in state.reflecting.put_away]
    if not left:
        return {"prompt": None}
    prompt = left[state.reflecting.at % len(left)]
    return {
        "prompt": prompt,
        "named": _named(state, prompt),
        "identity": _identity(prompt),
        "field": f"reflection/{_identity(prompt)}",
        "written": next(
            (
                r.text
                for r in state.map.reflections
                if (r.prompt, r.about) == (prompt.key, prompt.about)
            ),
            "",
        ),
    }


def _identity(prompt: Prompt) -> str:
    """What tells a prompt from the same one about somebody else."""
    return json.dumps([prompt.key, prompt.about])


def _named(state: State, prompt: Prompt) -> Mapping[str, str]:
    found = (state.map.connection(id_) for id_ in prompt.about)
    return dict(zip(("name", "other"), (c.name for c in found if c), strict=False))
