"""Whatever is pressed and typed: nothing is lost, and all of it can be undone."""

from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from chn_self.app import messages as m
from chn_self.app.effects import Paper
from chn_self.app.fields import write
from chn_self.app.quick import BOX
from chn_self.app.state import State, unfinished
from chn_self.app.steps import Fold, Place, Step
from chn_self.app.update import update
from chn_self.domain.connection import (
    ActivityType,
    Closeness,
    Effect,
    Kind,
    Often,
    PlaceType,
    Relation,
    Support,
    WhoseChoice,
)
from chn_self.domain.emphasis import Emphasis
from chn_self.domain.personal_map import Fits, HowItWent, PersonalMap
from chn_self.files.codec import decode, encode
from tests.maps import maps

# Ids as the walks make them, one that is nowhere, and one that is not even text of ours.
IDS = st.sampled_from([f"s{i}-0" for i in range(6)] + ["nowhere", "../é\n"])
TEXTS = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        [
            "",
            "  ",
            "Sam",
            "Sam\nAli\n\nMum",
            "x" * 81,
            "y" * 501,
            "z" * 2_001,
            "<b>",
            "\ud800",
            "ليلى",
        ]
    ),
)
ANSWERS = st.sampled_from(
    [
        *((q, str(v)) for q, values in (
            ("relation", Relation), ("type", PlaceType), ("type", ActivityType),
            ("often", Often), ("effect", Effect), ("whose_choice", WhoseChoice),
        ) for v in values),
        *(("closeness", str(c.value)) for c in Closeness),
        ("new", "yes"), ("new", "no"), ("matters", "yes"), ("private", "yes"),
        ("relation", "nonsense"), ("nonsense", "yes"), ("closeness", "nine"),
    ]
)  # fmt: skip
MAP_ANSWERS = st.sampled_from(
    [
        ("usual", "yes"),
        ("usual", "no"),
        ("away", "yes"),
        *(("week_at_home", str(n)) for n in range(7)),
        *(("satisfaction", str(n)) for n in range(7)),
        *(("fits", str(f)) for f in Fits),
        *(("how_it_went", str(h)) for h in HowItWent),
        ("nonsense", ""),
    ]
)
FIELDS = st.one_of(
    st.sampled_from(
        ["hope", "own_words", "missing/0", "missing/1", "missing/new",
         "step/what", "step/who", "step/when", "share/words", "add/person", "add/place",
         "quick/name", "quick/name", "quick/kind", "quick/effect",
         "nonsense/1", 'reflection/["open.a.1", []]',
         'reflection/["map.new.1", ["s1-0"]]', "reflection/nonsense"]
    ),
    st.builds("{}/{}".format, st.sampled_from(["name", "note", "me_there"]), IDS),
)  # fmt: skip
PLACES = st.builds(
    Place,
    st.sampled_from(Step),
    st.integers(0, 30),
    st.one_of(st.none(), IDS),
)
KINDS, SUPPORTS, PAPERS = (st.sampled_from(list(each)) for each in (Kind, Support, Paper))

EXAMPLE = PersonalMap(id="example", hope="an example's hope")

CHANGES = st.one_of(
    st.builds(m.Add, KINDS, TEXTS, st.sampled_from([f"s{i}" for i in range(6)])),
    st.builds(m.Typed, FIELDS, TEXTS),
    st.builds(m.AddMissing, TEXTS),
    st.builds(m.AddRow, st.sampled_from([f"s{i}" for i in range(6)])),
    st.builds(lambda i, a: m.Answer(i, *a), IDS, ANSWERS),
    st.builds(lambda a: m.AnswerMap(*a), MAP_ANSWERS),
    st.builds(m.Receives, IDS, SUPPORTS),
    st.builds(m.NoOne, SUPPORTS),
    st.builds(m.Gives, IDS, SUPPORTS),
    st.builds(m.Pair, IDS, IDS),
    st.builds(m.ToggleLink, IDS, IDS),
    st.builds(m.Move, IDS, st.integers(-3, 3)),
    st.builds(m.Nearer, IDS, st.integers(-3, 3)),
    st.builds(m.Put, IDS, st.sampled_from(Closeness), IDS | st.none()),
    st.builds(m.Remove, IDS),
    st.builds(m.ListDone, KINDS, st.sampled_from(m.Said)),
)
OTHERS = st.one_of(
    st.builds(m.Went, PLACES),
    st.builds(m.Next),
    st.builds(m.Back),
    st.builds(m.Edit, IDS),
    st.builds(m.EditDone),
    st.builds(m.Look, IDS),
    st.builds(m.LookAway),
    st.builds(m.Select, IDS),
    st.builds(m.ShowType),
    st.builds(m.AnotherPrompt),
    st.builds(m.NotForMe, st.text(max_size=5)),
    st.builds(m.Choose, st.sampled_from(["part", "names", "connection", "record", "x"]), TEXTS),
    st.builds(m.Take, PAPERS),
    st.builds(m.View, st.sampled_from(Emphasis)),
    st.builds(m.Unfold, st.sampled_from(Fold)),
    st.builds(m.Same, IDS, IDS),
    st.builds(m.NotSame, IDS, IDS),
    st.builds(m.AskAgain),
    st.builds(m.PutAway),
)
KEEPING = st.one_of(
    st.builds(m.Opened, st.one_of(st.binary(max_size=40), st.builds(encode, maps()))),
    st.builds(m.OpenAnyway),
    st.builds(m.KeepMine),
    st.builds(m.LookAtExample),
    st.builds(m.ExampleRead, st.just(EXAMPLE)),
    st.builds(m.LeaveExample),
)
WALKS = st.lists(st.one_of(CHANGES, OTHERS), max_size=25)
STARTS = st.one_of(st.builds(lambda: PersonalMap(id="new", as_of="2026-11-24")), maps()).map(
    lambda map_: State(map=map_)
)


def walk(state: State, messages: list[m.Message]) -> State:
    """The state at the end of a list of messages."""
    for message in messages:
        state, _ = update(state, message)
    return state


@given(STARTS, st.lists(st.one_of(CHANGES, OTHERS, KEEPING, st.builds(m.Undo)), max_size=30))
def test_walks_leave_no_link_without_its_ends(state: State, messages: list[m.Message]) -> None:
    """Every link joins two connections that are there, after any walk at all."""
    for message in messages:
        state, _ = update(state, message)
        ids = {c.id for c in state.map.connections}
        assert all(link.ends <= ids and len(link.ends) == 2 for link in state.map.links)


@given(STARTS, st.lists(st.one_of(CHANGES, OTHERS, KEEPING, st.builds(m.Undo)), max_size=30))
def test_any_map_that_a_walk_makes_can_be_kept_and_opened(
    state: State, messages: list[m.Message]
) -> None:
    """The file of the map reads back as the very map."""
    after = walk(state, messages)
    assert decode(encode(after.map)) == after.map


@given(STARTS, WALKS)
def test_undo_restores_the_map_before_a_change_exactly(
    state: State, messages: list[m.Message]
) -> None:
    """Undo gives the map from before the last change; typing on in one field is one change."""
    before, field = state.map, None
    for message in messages:
        after, _ = update(state, message)
        typed = message.field if isinstance(message, m.Typed) else None
        if typed is None or typed != field:
            before, field = state.map, typed
        if after.map != state.map:
            undone, _ = update(after, m.Undo())
            assert undone.map == before
        state = after


@given(STARTS, WALKS)
def test_undo_goes_all_the_way_back(state: State, messages: list[m.Message]) -> None:
    """As many undos as there are changes lead to the map of the start."""
    after = walk(state, messages)
    while after.past:
        after, _ = update(after, m.Undo())
    assert after.map == state.map


def own_texts(state: State) -> Counter[str]:
    """Every text of the person's own that a state holds, however often it does."""
    map_, step = state.map, state.map.next_step
    return Counter(
        text
        for text in (
            *(text for c in map_.connections for text in (c.name, c.note, c.me_there)),
            *(one.text for one in map_.missing),
            *(one.text for one in map_.reflections),
            *((step.what, step.who, step.when) if step else ()),
            map_.hope,
            map_.type_view.own_words,
            state.choices.words,
            *(draft.text for draft in unfinished(state.drafts).values()),
        )
        if text
    )


def may_go(state: State, message: m.Message) -> Counter[str]:
    """The texts that a message replaces or removes by what it says."""
    match message:
        case m.Typed("share/words", _):
            return Counter([state.choices.words, _draft(state, "share/words")])
        case m.Typed(field, _):
            emptied = replace(state, map=write(state.map, field, ""))
            return own_texts(state) - own_texts(emptied) + Counter([_draft(state, field)])
        case m.Add(kind, _, _):
            return Counter([_draft(state, f"add/{kind}")])
        case m.AddRow():
            row = (field for field in state.drafts if field.startswith(BOX))
            return Counter(_draft(state, field) for field in row)
        case m.AddMissing():
            return Counter([_draft(state, "missing/new")])
        case m.Remove(id):
            c = state.map.connection(id)
            return Counter([c.name, c.note or "", c.me_there or ""] if c else [])
        case _:
            return Counter()


def _draft(state: State, field: str) -> str:
    draft = state.drafts.get(field)
    return draft.text if draft else ""


@given(STARTS, WALKS)
def test_no_text_is_lost(state: State, messages: list[m.Message]) -> None:
    """It is on the map, in its field or with the choices, until a message says that it goes."""
    for message in messages:
        after, _ = update(state, message)
        assert own_texts(state) - own_texts(after) <= may_go(state, message)
        state = after


@given(STARTS, WALKS, CHANGES)
def test_what_was_removed_or_replaced_comes_back(
    state: State, messages: list[m.Message], change: m.Message
) -> None:
    """Undo after the change has every text again that was on the map."""
    before = replace(walk(state, messages), typing=None)
    undone = walk(before, [change, m.Undo()] if walk(before, [change]).map != before.map else [])
    assert undone.map == before.map


@given(STARTS, st.lists(st.one_of(CHANGES, OTHERS, KEEPING, st.builds(m.Undo)), max_size=30))
def test_a_visit_replays_from_its_messages(state: State, messages: list[m.Message]) -> None:
    """The same messages give the same state, so that any fault can be shown again."""
    assert walk(state, messages) == walk(state, messages)


@given(STARTS, WALKS, FIELDS, TEXTS)
def test_what_is_typed_is_on_the_map_or_in_its_field(
    state: State, messages: list[m.Message], field: str, text: str
) -> None:
    """Right after typing, the field shows every letter that was typed."""
    after, _ = update(walk(state, messages), m.Typed(field, text))
    assert after.drafts[field].text == text


@given(STARTS, FIELDS, TEXTS, OTHERS)
def test_text_that_the_map_cannot_hold_stays_in_its_field(
    state: State, field: str, text: str, message: m.Message
) -> None:
    """Going on, looking around and coming back does not lose what did not fit."""
    typed, _ = update(state, m.Typed(field, text))
    after, _ = update(typed, message)
    draft = typed.drafts[field]
    fits = draft.problem is None
    assert fits or not draft.text or after.drafts[field] == draft


@given(STARTS, WALKS)
def test_the_example_never_touches_the_own_map(state: State, messages: list[m.Message]) -> None:
    """Whatever is done to the example, leaving it brings back the person's own map and its past."""
    before = replace(state, past=())
    inside, _ = update(before, m.ExampleRead(EXAMPLE))
    after, _ = update(walk(inside, messages), m.LeaveExample())
    assert (after.map, after.past, after.own) == (before.map, before.past, None)


@given(STARTS, st.binary(max_size=60))
def test_a_file_that_does_not_open_changes_nothing(state: State, data: bytes) -> None:
    """The map in memory is the very same, and a reason is given."""
    after, _ = update(state, m.Opened(data))
    assert after.map is state.map
    assert after.faults
