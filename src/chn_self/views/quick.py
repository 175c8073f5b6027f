"""Quick entry: the boxes of a row with what can be chosen in each, and the rows that are there."""

from collections.abc import Mapping
from dataclasses import dataclass

from chn_self.app.quick import BOX, QUESTIONS, kind_of
from chn_self.app.state import State
from chn_self.domain.connection import Kind
from chn_self.views.facts import facts
from chn_self.views.words import Words

# In front of each choice, so that one press of a key finds it in any language.
KEYS = "123456789abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Box:
    """A box to choose in: its field, its label, and each choice's value, words and key."""

    field: str
    label: str
    choices: tuple[tuple[str, str], ...]
    chosen: str


def quick(state: State, words: Words) -> Mapping[str, object]:
    """What the screen of quick entry needs; `rows` are the connections, those added last first."""
    kind = kind_of(state)
    kinds = _table(words, "quick.kinds")
    return {
        "kind": _box("kind", words("quick.kind"), kinds, kind),
        "boxes": [
            _box(question, label, choices, _chosen(state, question))
            for question in QUESTIONS
            for label, choices in [_asked(question, kind, words)]
            if choices
        ],
        "rows": [(c, words.comma.join(facts(c, words))) for c in reversed(state.map.connections)],
    }


def _box(name: str, label: str, choices: Mapping[str, str], chosen: str) -> Box:
    numbered = zip(KEYS, choices.items(), strict=False)
    return Box(
        BOX + name,
        label,
        tuple((value, f"{key} {text}") for key, (value, text) in numbered),
        chosen,
    )


def _chosen(state: State, question: str) -> str:
    draft = state.drafts.get(BOX + question)
    return draft.text if draft else ""


def _asked(question: str, kind: Kind, words: Words) -> tuple[str, Mapping[str, str]]:
    """What a question is called for this kind, and its choices: none where it is not asked."""
    thing = "person" if kind == Kind.PERSON else "thing"
    match question:
        case "relation" if kind == Kind.PERSON:
            return words("about.relation"), _table(words, "relation.label")
        case "type" if kind != Kind.PERSON:
            return words("about.type"), _table(words, f"{kind}.label")
        case "closeness":
            key = f"about.closeness_{thing}"
            return words(key), _table(words, f"{key}_choice")
        case "often":
            return words(f"about.often_{thing}"), _table(words, "about.often_choice")
        case "effect":
            return words("about.effect"), _table(words, "about.effect_choice")
        case "new":
            return words("about.new"), _table(words, "about.yes_no")
        case "matters" | "private":
            return words(f"about.{question}"), {"yes": words("about.yes_no.yes")}
        case _:
            return "", {}


def _table(words: Words, key: str) -> Mapping[str, str]:
    return {value: words(f"{key}.{value}") for value in words.under(key)}
