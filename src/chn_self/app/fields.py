"""What is typed: onto the map while it fits, kept in the field as it is while it does not.

A field is named by what it holds: `hope`, `note/` and a connection's id, `missing/0`,
`reflection/` and the JSON list of a prompt's key and the ids it is about. `add/` and a kind, and
`missing/new`, are the boxes of lists: what is in them is on the map once it is added. So are the
boxes of quick entry, `quick/` and what each holds; see `app/quick.py`.
"""

from collections.abc import Mapping
from dataclasses import replace

from chn_self.app import messages as m
from chn_self.app.effects import Effect, Focus
from chn_self.app.quick import add_row, box_problem
from chn_self.app.state import Draft, Notice, State, is_box
from chn_self.domain import edit
from chn_self.domain.connection import Connection, Kind
from chn_self.domain.personal_map import (
    MOST_CONNECTIONS,
    NAME_LENGTH,
    NOTE_LENGTH,
    Missing,
    NextStep,
    PersonalMap,
)
from chn_self.domain.share import Choices
from chn_self.domain.text import (
    TextProblem,
    clean,
    clean_name,
    long_text_problem,
    name_problem,
    names_in,
    tidy,
)
from chn_self.files.json_tree import read_tree

Updated = tuple[State, tuple[Effect, ...]]


def update(state: State, message: m.Add | m.AddRow | m.Typed | m.AddMissing) -> Updated:
    """The state after something was typed into a field or added from a box."""
    match message:
        case m.Typed(field, text):
            return _typed(state, field, text), ()
        case m.Add(kind, text, stamp):
            return _add(state, kind, text, stamp)
        case m.AddRow(stamp):
            return add_row(state, stamp)
        case m.AddMissing(text):
            return _add_missing(state, text)


def write(map_: PersonalMap, field: str, text: str) -> PersonalMap:
    """The map with a field's text on it; a field that is not there changes nothing."""
    name, _, of = field.partition("/")
    match name:
        case "name" | "note" | "me_there":
            connection = map_.connection(of)
            return edit.change(map_, _reword(connection, name, text)) if connection else map_
        case "hope":
            return replace(map_, hope=text or None)
        case "own_words":
            return replace(map_, type_view=replace(map_.type_view, own_words=text or None))
        case "missing":
            return replace(map_, missing=_rewrite(map_.missing, of, text))
        case "step" if of in {"what", "who", "when"}:
            return replace(map_, next_step=_step(map_.next_step or NextStep(), of, text))
        case "reflection":
            return _reflect(map_, of, text)
        case _:
            return map_


def _typed(state: State, field: str, text: str) -> State:
    cleaned = clean_name(text) if field.startswith("name/") else clean(text)
    problem = _problem(field, cleaned)
    drafts = {**state.drafts, field: Draft(text, problem)}
    if problem or is_box(field):
        return replace(state, drafts=drafts)
    kept = tidy(cleaned)
    if field.startswith("share/"):
        return replace(state, drafts=drafts, choices=_told(state.choices, field, kept))
    if field == "session/again":
        return replace(state, drafts=drafts, session=replace(state.session, again=kept))
    return replace(state, drafts=drafts, map=write(state.map, field, kept))


def _told(choices: Choices, field: str, text: str) -> Choices:
    """The choices with own words to a reader; a field that is not there changes nothing."""
    name, _, at = field.removeprefix("share/").partition("/")
    if name == "words":
        return replace(choices, words=text)
    if name != "talk":
        return choices
    talk = (text if at == str(i) else said for i, said in enumerate(choices.talk))
    return replace(choices, talk=tuple(talk))


def _problem(field: str, text: str) -> TextProblem | None:
    if field.startswith("name/"):
        return name_problem(text)
    if field.startswith("note/"):
        return long_text_problem(text, NOTE_LENGTH)
    if is_box(field) and field != "missing/new":
        return box_problem(field, text)
    return long_text_problem(text)


def _add(state: State, kind: Kind, text: str, stamp: str) -> Updated:
    box = f"add/{kind}"
    focus = (Focus(box),)
    names = names_in(text)
    if not names:
        # An empty box right after adding is the second press of one: nothing to say about it.
        notice = state.notice if state.fresh else Notice("nothing_typed")
        return replace(state, drafts=_without(state.drafts, box), notice=notice), focus
    good = tuple(n for n in names if len(n) <= NAME_LENGTH)
    too_long = tuple(n for n in names if len(n) > NAME_LENGTH)
    room = MOST_CONNECTIONS - len(state.map.connections)
    left = " ".join((*too_long, *good[room:]))
    fresh = tuple(Connection(f"{stamp}-{i}", kind, n) for i, n in enumerate(good[:room]))
    after = replace(
        state,
        map=edit.add(state.map, fresh),
        drafts={**_without(state.drafts, box), **({box: Draft(left)} if left else {})},
        fresh=tuple(c.id for c in fresh),
        faults=(),
        notice=_added(state.map, good, too_long, room),
    )
    return after, focus


def _added(
    map_: PersonalMap, names: tuple[str, ...], too_long: tuple[str, ...], room: int
) -> Notice:
    if len(names) > room:
        return Notice("full")
    if too_long:
        return Notice("too_long", {"count": len(too_long[0]) - NAME_LENGTH})
    if len(names) > 1:
        return Notice("added_many", {"count": len(names)})
    twin = any(c.name.casefold() == names[0].casefold() for c in map_.connections)
    return Notice("added_twin" if twin else "added", {"name": names[0]})


def _add_missing(state: State, text: str) -> Updated:
    cleaned = clean(text)
    focus = (Focus("missing/new"),)
    if not cleaned.strip() or long_text_problem(cleaned):
        return _typed(state, "missing/new", text), focus
    map_ = edit.write_missing(state.map, len(state.map.missing), tidy(cleaned))
    return replace(state, map=map_, drafts=_without(state.drafts, "missing/new")), focus


def _reword(connection: Connection, field: str, text: str) -> Connection:
    match field:
        case "name":
            return replace(connection, name=text)
        case "note":
            return replace(connection, note=text or None)
        case _:
            return replace(connection, me_there=text or None)


def _step(step: NextStep, field: str, text: str) -> NextStep | None:
    match field:
        case "what":
            written = replace(step, what=text or None)
        case "who":
            written = replace(step, who=text or None)
        case _:
            written = replace(step, when=text or None)
    return None if written == NextStep() else written


def _rewrite(missing: tuple[Missing, ...], at: str, text: str) -> tuple[Missing, ...]:
    """One of them in other words; an empty one keeps its place, lest the next one slip under it."""
    return tuple(replace(m, text=text) if str(i) == at else m for i, m in enumerate(missing))


def _reflect(map_: PersonalMap, of: str, text: str) -> PersonalMap:
    """What was written to a prompt, if a map file can hold the prompt and its ids are there."""
    match read_tree(of.encode(errors="replace")):
        case [str(prompt), [*about]] if not name_problem(prompt):
            ids = tuple(c.id for a in about for c in map_.connections if c.id == a)
            whole = len(ids) == len(about)
            return edit.write_reflection(map_, prompt, ids, text) if whole else map_
        case _:
            return map_


def _without(drafts: Mapping[str, Draft], field: str) -> Mapping[str, Draft]:
    return {name: draft for name, draft in drafts.items() if name != field}
