"""Every screen for every map: it renders, it is sound HTML, and words from people are text."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chn_self.app import messages as m
from chn_self.app.effects import Focus
from chn_self.app.kept import Asking, Kept, OnDevice, Shelved, Trouble, Waiting
from chn_self.app.records import message
from chn_self.app.session import Session, Wish
from chn_self.app.state import Draft, Earlier, Notice, State
from chn_self.app.steps import LISTS, Place, Step, screens
from chn_self.app.update import update
from chn_self.domain.connection import Kind
from chn_self.domain.personal_map import PersonalMap
from chn_self.domain.text import TextProblem, TextRule
from chn_self.files.codec import decode
from chn_self.files.envelope import ITERATIONS, Envelope, Header
from chn_self.files.faults import Fault, Refusal
from chn_self.views.render import dom_id
from tests.app.visits import EMPTY, after
from tests.maps import EXAMPLES, activity, map_of, maps, person, place
from tests.summaries import WORDS, example
from tests.views.shown import MARK, Element, Shown, html_of, marked, shown, visits

EACH = pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name.partition(".")[0])

# What our screens are made of: nothing that runs, fetches or embeds.
ELEMENTS = {
    "a", "bdi", "br", "button", "circle", "dd", "desc", "details", "div", "dl", "dt", "ellipse",
    "fieldset", "figcaption", "figure", "footer", "form", "g", "h1", "h2", "h3", "h4", "h5",
    "header", "input", "label", "legend", "li", "line", "ol", "option", "p", "path", "rect",
    "section", "select", "span", "strong", "summary", "svg", "text", "textarea", "title", "ul",
}  # fmt: skip
FAULTS = tuple(Fault(f"connections[{i}].name", "too_long", {"limit": "80", "length": "99"})
               for i in range(7))  # fmt: skip
ENVELOPE = Envelope(Header(ITERATIONS, bytes(16), bytes(12)), bytes(16))
SHELF = (Shelved("k", "2026-11-24T14:05", True), Shelved('"<j>', "2026-11-23T09:00", False))
SAM = map_of(person("sam"))
PAUSES = ("text", "kept", "in_file", "box")
TOO_LONG = TextProblem(TextRule.TOO_LONG, 81, 80)


def opened(path: Path) -> PersonalMap:
    """The map in an example."""
    found = decode(path.read_bytes())
    assert isinstance(found, PersonalMap), found
    return found


def everything_at_once(state: State) -> State:
    """The state with all that a screen may have to say besides its own matter."""
    first = state.map.connections[:1]
    return replace(
        state,
        past=(state.map,),
        notice=Notice("added_twin", {"name": MARK + "<b>"}),
        faults=FAULTS,
        waiting=Waiting(state.map),
        asking=Asking(ENVELOPE, failed=True),
        offer=True,
        shelf=SHELF,
        device=OnDevice("k", True, None, trouble=Trouble.CHANGED, lock_after=15),
        kept=Kept(state.map, "2026-11-24T14:05", "digest"),
        taking_off="k",
        earlier=_earlier(state.map),
        newer=True,
        installable=True,
        session=Session(helped=True, wishes=frozenset({Wish.PAPER}), again=f"{MARK}<b>"),
        type_shown=True,
        fresh=tuple(c.id for c in state.map.connections),
        selected=first[0].id if first else None,
    )


def _earlier(map_: PersonalMap) -> Earlier:
    """A map before, of which some are the same, some are not here, and some may be either."""
    ones = tuple(
        replace(c, id=f"then-{c.id}") if i % 2 else c for i, c in enumerate(map_.connections)
    )
    twins = tuple(replace(c, id=f"twin-{c.id}") for c in map_.connections[:4])
    other = replace(map_, connections=(*ones, *twins), links=(), hope=f"{MARK}then")
    return Earlier(other, apart=tuple((c.id, c.id) for c in ones[:1]))


def with_drafts(state: State) -> State:
    """The state with a text that does not fit in every field there is on its screen."""
    fields = [e.attributes["data-field"] for e in shown(state).elements if e.get("data-field")]
    draft = Draft(MARK + "</textarea><script>", TOO_LONG)
    return replace(state, drafts=dict.fromkeys(fields, draft))


def check(page: Shown) -> None:
    """What holds of any page, whatever is on it."""
    assert not page.unclosed
    assert len({*page.ids}) == len(page.ids), sorted(page.ids)
    for e in page.elements:
        assert e.tag in ELEMENTS, e
        assert "style" not in e.attributes, e
        assert not any(name.startswith("on") for name in e.attributes), e
        check_references(e, page)
        check_field(e, page)
    for text, inside in page.texts:
        assert MARK not in text or is_own(inside), (text, inside[-1])


def check_references(e: Element, page: Shown) -> None:
    """What an attribute points at is there; links lead to steps and pages, and nowhere else."""
    for name in ("for", "aria-describedby", "aria-labelledby", "aria-controls"):
        for id_ in (e.get(name) or "").split():
            assert id_ in page.ids, (name, e)
    if e.tag == "a":
        assert re.fullmatch(r"#/[a-z-]+|[a-z]+\.html", e.attributes["href"]), e
        step = e.attributes["href"].removeprefix("#/")
        assert step in {*Step} or not e.attributes["href"].startswith("#"), e


def check_field(e: Element, page: Shown) -> None:
    """Nothing typed is remembered, corrected, checked or translated, and every field is named."""
    if e.tag not in {"input", "textarea", "select"}:
        return
    assert page.all("label", **{"for": e.attributes["id"]}), e
    if e.get("type") == "file":
        assert e.get("autocomplete") is None, e  # it has no such thing
        return
    assert e.get("autocomplete") == "off", e
    assert e.get("translate") == "no", e
    if e.tag != "select":
        assert (e.get("spellcheck"), e.get("autocorrect")) == ("false", "off"), e
        # What is no draft is a secret: it stays in its field, and goes from there at once.
        assert bool(e.get("data-field")) != ("data-secret" in e.attributes), e


def is_own(inside: tuple[Element, ...]) -> bool:
    """Whether a text stands where the person's words do: kept apart, never translated."""
    if inside[-1].tag in {"textarea", "option"} or inside[-1].tag == "text":
        return any(e.get("translate") == "no" for e in inside)
    return any(e.tag == "bdi" and e.get("translate") == "no" for e in inside)


def presses(page: Shown) -> list[dict[str, object]]:
    """The record that `site/boot/boot.js` would make of each thing to press."""
    found: list[dict[str, object]] = []
    for e in page.elements:
        press, of, value = (e.get(f"data-{name}") for name in ("press", "of", "value"))
        if press and e.tag == "form":
            options = [o.get("value") for o in page.all("option") if e in o.inside]
            first = options[1] if options else "Sam"
            last = options[-1] if options else ""
            found.append({"press": press, "of": of or first, "text": first, "value": last})
        elif press:
            found.append({"press": press, "of": of or "", "value": value or ""})
    return found


def check_presses(state: State, page: Shown) -> None:
    """Everything that can be pressed is understood, does no harm, and has another screen after."""
    for record in presses(page):
        known = message(record, "stamp")
        assert known is not None, record
        pressed, _ = update(state, known)
        assert pressed.map.id == state.map.id or isinstance(known, m.OpenAnyway)


class TestEveryScreen:
    """Every screen of every step."""

    @EACH
    @pytest.mark.parametrize("wide", [True, False], ids=["wide", "narrow"])
    def test_is_sound_for_every_example(self, path: Path, wide: bool) -> None:
        """Sound markup, words from people as text, and every press understood."""
        for state in visits(marked(opened(path))):
            page = shown(state, wide=wide)
            check(page)
            check_presses(state, page)

    @EACH
    def test_is_sound_with_all_that_can_be_said_at_once(self, path: Path) -> None:
        """A notice, a refused file, a waiting one, the type, questions after adding."""
        for state in map(everything_at_once, visits(marked(opened(path)))):
            page = shown(state)
            check(page)
            check_presses(state, page)

    @EACH
    def test_is_sound_with_a_text_in_every_field_that_does_not_fit(self, path: Path) -> None:
        """Each says so in a note of its own, and shows the text as it was typed."""
        for state in map(with_drafts, visits(opened(path))):
            page = shown(state)
            check(page)
            for name in state.drafts:
                field = page.one(data_field=name)
                if field.tag == "select":
                    continue  # which shows its choices, and nothing else
                assert (field.get("value") or field.text).startswith(MARK), name

    @given(maps(most=5), st.booleans())
    def test_is_sound_for_any_map(self, map_: PersonalMap, full: bool) -> None:
        """Whatever a file may hold."""
        for state in visits(marked(map_)):
            page = shown(everything_at_once(state) if full else state)
            check(page)
            check_presses(state, page)

    def test_is_sound_for_an_empty_map(self) -> None:
        """As everybody sees it first."""
        for state in visits(EMPTY.map):
            page = shown(state)
            check(page)
            check_presses(state, page)

    @EACH
    def test_has_a_title_that_takes_the_focus(self, path: Path) -> None:
        """One heading of the first rank, read out on arrival."""
        for state in visits(opened(path)):
            assert shown(state).one("h1").attributes.items() >= {
                ("id", "title"),
                ("tabindex", "-1"),
            }

    @EACH
    def test_has_a_way_on_and_back(self, path: Path) -> None:
        """One each, but at the welcome, at the end, and where one thing is opened for change."""
        for state in visits(opened(path)):
            page = shown(state)
            on = [e.text for e in page.all(data_testid="next")]
            ways = (len(on), len(page.all(data_testid="back")))
            match state.place:
                case Place(_, _, str()):
                    assert ways == (0, 0)
                    page.one(data_testid="done")
                case Place(Step.WELCOME):
                    assert ways == (0, 0)
                    page.one("a", href="#/activities")
                case Place(Step.KEEP | Step.COMPARE) | Place(Step.CLOSING, 2):
                    assert ways == (0, 1)
                case Place(Step.ENDING):
                    assert ways == (0, 0)
                    assert page.all("a", href="#/map")
                case _:
                    assert ways == (1, 1), state.place


class TestTemplateOfAScreen:
    """What stands round every screen."""

    def test_an_unknown_screen_number_shows_the_last(self) -> None:
        """The history may hold one from before a removal."""
        last = len(screens(Step.DETAILS, EMPTY.map)) - 1
        far = State(map=EMPTY.map, place=Place(Step.DETAILS, 99))
        near = State(map=EMPTY.map, place=Place(Step.DETAILS, last))
        assert html_of(far) == html_of(near)

    def test_a_connection_that_is_gone_shows_the_step(self) -> None:
        """The history may hold one that was removed."""
        gone = State(map=EMPTY.map, place=Place(Step.PEOPLE, 0, "nobody"))
        assert html_of(gone) == html_of(State(map=EMPTY.map, place=Place(Step.PEOPLE)))

    def test_undo_is_there_on_every_step_once_something_changed(self) -> None:
        """And not before."""
        for state in visits(map_of(person("sam"))):
            assert not shown(state).all(data_testid="undo")
            shown(replace(state, past=(EMPTY.map,))).one(data_testid="undo")

    def test_a_notice_is_read_out(self) -> None:
        """Its place is there before it is, so that screen readers hear the change."""
        state = State(map=EMPTY.map, place=Place(Step.PEOPLE))
        assert shown(state).one(id="said", role="status").text == ""
        said = shown(replace(state, notice=Notice("added", {"name": "Sam"})))
        assert said.one(id="said").text == "Sam is on the list."

    @pytest.mark.parametrize(
        "key",
        ["removed", "undone", "added", "added_many", "added_twin", "full", "nothing_typed",
         "stumbled", "opened", "taken", "map_taken", "too_long", "saved", "not_saved", "handed_on",
         "file_differs", "other_file_saved", "making", "making_pdf",
         "no_pdf", "opening", "lost", "keeping", "kept_here",
         "not_kept_full", "not_kept_failed", "not_there", "not_now", "trouble", "taken_off",
         "not_taken_off", "locked", "not_locked", "passphrase_empty", "passphrase_differs",
         "alone", "on_ring_1", "on_ring_2", "on_ring_3", "on_no_ring",
         "earlier", "later", "not_earlier", "not_later"],
    )  # fmt: skip
    def test_every_notice_has_its_words(self, key: str) -> None:
        """Filled in from what comes with it."""
        notice = Notice(key, {"name": "Sam", "other": "Ali", "count": 2})
        assert shown(replace(EMPTY, notice=notice)).one(id="said").text

    def test_no_other_notice_has_words(self) -> None:
        """The list above is all of them."""
        assert len(WORDS.under("notice")) == 44

    def test_the_parts_are_told_in_the_order_that_was_chosen(self) -> None:
        """Whoever starts with people is in the first part there."""
        start = after(EMPTY, m.Went(Place(Step.PEOPLE)))
        told = [shown(start), shown(after(start, m.Went(Place(Step.ACTIVITIES))))]
        words = [page.one("p", **{"class": "progress__words"}).text for page in told]
        assert words == ["Part 1 of 5: People", "Part 3 of 5: Activities"]

    def test_there_is_a_kind_end_from_every_screen_on_the_way(self) -> None:
        """With whatever there is; where one thing is open for change, Done comes first."""
        at_an_end = {Step.WELCOME, Step.GUIDED, Step.ENDING, Step.CLOSING}
        for state in visits(map_of(person("sam"), activity("walk"))):
            if state.place.step not in at_an_end and not state.place.editing:
                assert shown(state).all("a", href="#/ending"), state.place

    def test_an_example_says_that_it_is_one_on_every_screen(self) -> None:
        """With the way back to one's own map."""
        own = after(EMPTY, m.ExampleRead(map_of(person("ex"))))
        for state in visits(own.map):
            page = shown(replace(state, own=own.own))
            assert page.one(role="note").text.startswith("This is an example, not your map.")
            page.one("button", data_press="leave-example")

    def test_a_refused_file_is_told_in_words_and_places(self) -> None:
        """The first five of many, and that there are more."""
        page = shown(replace(EMPTY, faults=FAULTS))
        told = page.one(id="faults", tabindex="-1")
        assert "connections[0].name: expected up to 80 characters, and here are 99" in told.text
        assert len([e for e in page.all("li") if told in e.inside]) == 5

    def test_a_hostile_key_in_a_refused_file_is_text(self) -> None:
        """The place of a fault names keys of the file."""
        data = b'{"format": "chn-map", "version": 1, "<img src=x>": 1, "<img src=x>": 2}'
        refused = decode(data)
        assert isinstance(refused, Refusal)
        page = shown(replace(EMPTY, faults=refused.faults))
        check(page)
        assert "<img src=x>" in page.one(id="faults").text

    @pytest.mark.parametrize(
        ("step", "part"),
        [(Step.WELCOME, None), (Step.ACTIVITIES, "1"), (Step.PEOPLE, "2"), (Step.PLACES, "3"),
         (Step.DETAILS, "4"), (Step.SUPPORT, "4"), (Step.MISSING, "4"), (Step.MAP, "5"),
         (Step.TYPE, None), (Step.REFLECT, None), (Step.SUMMARY, None), (Step.KEEP, None)],
    )  # fmt: skip
    def test_the_way_to_the_map_is_told_in_five_parts(self, step: Step, part: str | None) -> None:
        """What comes after the map is by choice, and has no number."""
        told = shown(State(map=EMPTY.map, place=Place(step))).all(
            "p", **{"class": "progress__words"}
        )
        assert [p.text.startswith(f"Part {part} of 5") for p in told] == ([True] if part else [])


class TestLists:
    """The three lists."""

    @pytest.mark.parametrize(("step", "kind"), LISTS.items())
    def test_an_empty_one_moves_on_without_a_claim(self, step: Step, kind: str) -> None:
        """The main way on says nothing of the list; "nobody I want on it" stands beside it."""
        page = shown(State(map=EMPTY.map, place=Place(step)))
        on, none = page.one(data_testid="next"), page.one(data_testid="none")
        assert (on.get("data-of"), on.get("data-value")) == (kind, "enough")
        assert none.get("data-value") == "all"
        assert "That's fine" in page.one("p", **{"class": "nothing"}).text

    @pytest.mark.parametrize(("step", "kind"), LISTS.items())
    def test_one_with_something_on_it_has_two_equal_ways_on(self, step: Step, kind: str) -> None:
        """Of one look, so that neither is the better one."""
        map_ = map_of(person("sam"), place("home"), activity("walk"))
        page = shown(State(map=map_, place=Place(step)))
        every, enough = page.one(data_testid="next"), page.one(data_testid="enough")
        assert [e.get("data-value") for e in (every, enough)] == ["all", "enough"]
        assert every.get("class") == enough.get("class")
        assert {every.get("data-of"), enough.get("data-of")} == {kind}

    @pytest.mark.parametrize(("step", "kind"), LISTS.items())
    def test_ideas_come_one_at_a_time(self, step: Step, kind: str) -> None:
        """In their order, and round again."""
        ideas = WORDS.at(f"list.starters.{kind}")
        assert isinstance(ideas, list)
        state = State(map=EMPTY.map, place=Place(step))
        told = []
        for _ in range(len(ideas) + 1):
            told.append(shown(state).one("p", **{"class": "starters__one"}).text)
            state = after(state, m.AnotherStarter())
        assert told == [*ideas, ideas[0]]

    def test_ideas_can_be_turned_off_and_had_back(self) -> None:
        """On all lists at once; the way to have them back takes the focus."""
        state = State(map=map_of(person("sam")), place=Place(Step.PEOPLE))
        off, asked = update(state, m.NoStarters())
        for step in LISTS:
            page = shown(after(off, m.Went(Place(step))))
            assert not page.all("details", id="starters")
            assert page.one("button", data_press="another-starter").text == WORDS("list.starter_on")
        assert asked == (Focus("starter"),)
        assert shown(after(off, m.AnotherStarter())).all("details", id="starters")

    def test_a_relation_is_one_press_away_after_adding(self) -> None:
        """For those added last; once answered, the questions go."""
        added = after(
            State(map=EMPTY.map, place=Place(Step.PEOPLE)), m.Add(Kind.PERSON, "Mum", "s")
        )
        offered = shown(added).all("button", data_press="answer", data_of="s-0")
        assert offered[0].get("data-value") == "relation=family"
        answered = after(added, m.Answer("s-0", "relation", "family"))
        assert not shown(answered).all("button", data_press="answer")
        assert not shown(after(added, m.Next(), m.Back())).all("button", data_press="answer")


class TestFocus:
    """Where update sends the focus, there is something."""

    @EACH
    def test_closing_leads_to_the_button_that_opened(self, path: Path) -> None:
        """On the list and on the map, whatever the id."""
        map_ = opened(path)
        for step, kind in (*LISTS.items(), (Step.MAP, None)):
            for c in map_.connections:
                if kind in {None, c.kind}:
                    state = State(map=map_, place=Place(step, 0, c.id))
                    closed, asked = update(state, m.EditDone())
                    (focus,) = (e for e in asked if isinstance(e, Focus))
                    assert shown(closed).one(id=dom_id(focus.id)).get("data-press") == "edit"

    @pytest.mark.parametrize(
        ("state", "sent"),
        [
            (State(map=EMPTY.map, place=Place(Step.PEOPLE)), m.Add(Kind.PERSON, "Sam", "s")),
            (State(map=EMPTY.map, place=Place(Step.PLACES)), m.Add(Kind.PLACE, "", "s")),
            (State(map=EMPTY.map, place=Place(Step.MISSING)), m.AddMissing("A dog")),
            (EMPTY, m.Opened(b"")),
            (State(map=map_of(person("sam"))), m.Opened(EXAMPLES[0].read_bytes())),
            (State(map=map_of(person("sam"))), m.Remove("sam")),
            (State(map=EMPTY.map, past=(EMPTY.map,)), m.Undo()),
            (State(map=EMPTY.map, place=Place(Step.TYPE)), m.ShowType()),
            (EMPTY, m.Next()),
            (EMPTY, m.Went(Place(Step.KEEP))),
        ],
        ids=lambda case: type(case).__name__,
    )
    def test_every_focus_is_on_the_page(self, state: State, sent: m.Message) -> None:
        """A focus that finds nothing would be lost at the top of the page."""
        now, asked = update(state, sent)
        focused = [e.id for e in asked if isinstance(e, Focus)]
        assert focused
        assert [shown(now).one(id=dom_id(id_)).get("id") for id_ in focused]


@pytest.mark.parametrize("alike", ["a/b a-b", "1 x31", "Ä xc384"])
def test_ids_that_look_alike_meet_nowhere(alike: str) -> None:
    """Ids come from files, so they may be made to look like one another."""
    for state in visits(map_of(*(person(id_) for id_ in alike.split()))):
        check(shown(state))


def test_ids_that_look_like_ours_meet_nowhere() -> None:
    """Nor with the ids of our own elements; and nothing in them is markup."""
    ids = ["title", "said", "undo", "main", "add-person", 'a"b', "a b", "<i>", "new", "a-hint"]
    for state in visits(map_of(*(person(id_) for id_ in ids))):
        check(shown(state))


def test_keep_says_where_the_map_is() -> None:
    """And offers to download it, but never an example in its place."""
    own = State(map=map_of(person("sam")), place=Place(Step.KEEP))
    assert shown(own).one(id="where").text.startswith("In this tab only.")
    kept = replace(own, kept=Kept(own.map, "2026-11-24T14:05", checked=True))
    assert "from 14:05 today" in shown(kept).one(id="where").text
    assert shown(own).all(data_testid="download-map")
    looking = after(own, m.ExampleRead(example("too-little")), m.Went(Place(Step.KEEP)))
    assert not shown(looking).all(data_testid="download-map")


def test_the_list_beside_the_picture_has_the_same_order() -> None:
    """Kind by kind, in the order round the rings."""
    for path in EXAMPLES:
        page = shown(State(map=opened(path), place=Place(Step.MAP)))
        drawn = [e.get("data-connection") for e in page.all("g") if e.get("data-connection")]
        listed = [e.get("data-of") for e in page.all("button", data_press="edit")]
        assert drawn == listed


@pytest.mark.parametrize("step", [*LISTS, Step.TYPE])
def test_a_pause_is_offered_after_each_list_and_before_the_type(step: Step) -> None:
    """It says to keep the map first, and leads to where that is done."""
    for map_ in (EMPTY.map, map_of(person("sam"), place("home"), activity("choir"))):
        screen = shown(State(map=map_, place=Place(step)))
        assert any(e.tag == "summary" and e.text == WORDS("pause.summary") for e in screen.elements)
        keep = [e for e in screen.elements if e.tag == "a" and e.get("href") == "#/keep"]
        assert WORDS("pause.keep") in [e.text for e in keep]


@pytest.mark.parametrize(
    ("state", "key"),
    [
        (State(map=SAM), "text"),
        (State(map=SAM, device=OnDevice("k", True, SAM)), "kept"),
        (State(map=SAM, kept=Kept(SAM)), "in_file"),
        (State(map=SAM, kept=Kept(SAM), drafts={"add/person": Draft("Al")}), "box"),
        (State(map=SAM, device=OnDevice("k", True, None, trouble=Trouble.FULL)), "text"),
    ],
    ids=["tab", "device", "file", "half typed", "trouble"],
)
def test_a_pause_promises_no_more_than_is_so(state: State, key: str) -> None:
    """A map that is there when one comes back, a file to open, or something to keep first."""
    told = shown(replace(state, place=Place(Step.PEOPLE)))
    said = {k: [e for e in told.all("p") if e.text == WORDS(f"pause.{k}")] for k in PAUSES}
    assert [k for k in PAUSES if said[k]] == [key]


def test_what_another_tab_changed_leaves_two_ways_and_no_other() -> None:
    """Until one is taken, nothing else is asked of the one that is kept."""
    state = State(map=SAM, place=Place(Step.KEEP))
    for trouble in (None, Trouble.CHANGED, Trouble.FULL):
        page = shown(replace(state, device=OnDevice("k", True, SAM, trouble=trouble)))
        there = {press: bool(page.all(data_press=press)) for press in ("keep-another", "take-off")}
        conflict = trouble == Trouble.CHANGED
        assert there == {"keep-another": conflict, "take-off": not conflict}


def test_what_became_of_a_file_is_shown_at_its_buttons_too() -> None:
    """The line above may be out of sight; what is not about a file stays there alone."""
    state = State(map=SAM, place=Place(Step.KEEP))
    for key in ("saved", "taken_off"):
        page = shown(replace(state, notice=Notice(key)))
        told = [e for e in page.all("p") if e.text == WORDS(f"notice.{key}")]
        assert len(told) == (2 if key == "saved" else 1)
        assert len(page.all(role="status")) == 1


def test_the_offer_to_keep_stands_under_the_box_of_a_list() -> None:
    """And under that of quick entry: it pushes nothing away, and is on no other screen."""
    for state in visits(SAM):
        page = shown(replace(state, offer=True))
        at = {e.get("id"): i for i, e in enumerate(page.elements)}
        listed = state.place.step in {*LISTS, Step.QUICK} and not state.place.editing
        assert ("offer-title" in at) == listed
        assert not listed or at["said"] < at["offer-title"]
