"""The screen of the summary: what is offered first, what is folded away, what is pointed out."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from chn_self.app import messages as m
from chn_self.app.state import Earlier, State
from chn_self.app.steps import Place, Step
from chn_self.domain.connection import Closeness, Connection, Relation
from chn_self.domain.personal_map import PersonalMap, Reflection, TypeView
from chn_self.domain.share import Choices, Detail, Names, Part, Reader, Ready
from chn_self.views.keeping import Can
from chn_self.views.page import main_html
from chn_self.views.screens import chosen_summary
from chn_self.views.sharing import sharing
from tests.app.visits import after, at
from tests.maps import map_of, person, place
from tests.summaries import ENV, MODEL, TODAY, WORDS
from tests.views.shown import Shown, shown

MAP = map_of(
    replace(person("ali", "Ali"), closeness=Closeness.OUTER),
    replace(person("sam", "Sam"), closeness=Closeness.INNER),
    person("gp", "Dr Ray", Relation.PRACTITIONER),
    replace(person("x", "Secret"), private=True),
    person("god", "God", Relation.PRESENCE),
    place("home", "Home"),
)


def told(state: State) -> Mapping[str, object]:
    """What the template of the screen is given."""
    return sharing(state, chosen_summary(state, MODEL, WORDS, TODAY), WORDS)


def screen(map_: PersonalMap = MAP, **known: object) -> Shown:
    """The screen as it is shown."""
    return shown(replace(at(Step.SUMMARY, map_), **known))  # type: ignore[arg-type]


def offered(page: Shown, choice: str) -> list[str]:
    """What can be pressed for one choice, in order."""
    return [b.attributes["data-value"] or "" for b in page.all("button", data_of=choice)]


def is_folded(page: Shown, choice: str) -> bool:
    """Whether all of a choice is folded away at first."""
    pressed = page.all("button", data_of=choice)
    return all(any(e.tag == "details" for e in b.inside) for b in pressed)


class TestForWhom:
    """For whom it is, and how they are in it."""

    def test_is_asked_first(self) -> None:
        """Before anything is chosen; it can be passed by."""
        acts = [b for b in screen().all("button") if b.get("data-press") == "choose"]
        assert acts[0].get("data-of") == "reader"

    def test_offers_workers_then_who_is_closest(self) -> None:
        """Whoever is kept off anything shared is not asked about: they are not in it."""
        assert offered(screen(), "reader") == ["gp", "sam", "ali"]

    def test_asks_how_a_reader_on_the_map_is_shown(self) -> None:
        """Like everyone else until something else is said, and never of one who is not on it."""
        choices = Choices(reader=Reader("gp"))
        assert offered(screen(choices=choices), "shown") == ["like_others", "unmarked", "left_out"]
        assert offered(screen(), "shown") == []
        assert offered(screen(choices=Choices(reader=Reader(None))), "shown") == []

    def test_a_reader_who_was_taken_off_the_map_is_not_asked_about(self) -> None:
        """There is nobody to show."""
        assert offered(screen(choices=Choices(reader=Reader("nobody"))), "shown") == []


class TestHowMuch:
    """Ready choices are in sight; the rest is there for whoever wants more."""

    def test_three_ready_choices_are_in_sight_and_the_rest_is_folded_away(self) -> None:
        """Nobody who is tired meets a wall of ticks."""
        page = screen()
        assert offered(page, "ready") == [*Ready]
        assert not is_folded(page, "ready")
        for choice in ("names", "part", "detail", "connection", "put_in"):
            assert is_folded(page, choice)

    def test_the_type_is_offered_only_once_it_was_shown(self) -> None:
        """Nobody hands on what they have not seen."""
        assert Part.TYPE not in offered(screen(), "part")
        assert Part.TYPE in offered(screen(type_shown=True), "part")

    def test_a_change_needs_an_earlier_map(self) -> None:
        """Without one there is a way to it."""
        assert Part.CHANGE not in offered(screen(), "part")
        with_earlier = screen(earlier=Earlier(PersonalMap("before")))
        assert Part.CHANGE in offered(with_earlier, "part")
        assert any(a.get("href") == "#/compare" for a in screen().all("a"))
        assert not any(a.get("href") == "#/compare" for a in with_earlier.all("a"))

    def test_details_start_off(self) -> None:
        """Notes, and how close workers are."""
        page = screen()
        assert offered(page, "detail") == [*Detail]
        assert {b.get("aria-pressed") for b in page.all("button", data_of="detail")} == {"false"}

    def test_what_is_kept_off_is_apart_from_the_rest(self) -> None:
        """One press on either leaves out or asks; none of them does both."""
        page = screen()
        assert offered(page, "connection") == ["ali", "sam", "gp", "home"]
        assert offered(page, "put_in") == ["x", "god"]

    def test_a_second_look_says_whom_it_is_about(self) -> None:
        """Both answers name them, and leaving out is the one that stands out."""
        page = screen(second_look="x")
        group = page.one("div", id="second-x")
        assert WORDS("share.second_look", name="Secret") in group.text.replace("\u2068", "")
        acts = [b for b in page.all("button") if group in b.inside]
        assert [b.get("data-of") for b in acts] == ["put_in", "keep_off"]


class TestOwnWords:
    """What the person writes, and what of it names somebody."""

    @pytest.mark.parametrize(
        ("talk", "lines"),
        [(("", "", ""), 1), (("One", "", ""), 2), (("", "Two", ""), 3), (("1", "2", "3"), 3)],
    )
    def test_there_is_one_line_more_than_is_written(
        self, talk: tuple[str, ...], lines: int
    ) -> None:
        """One to three things to talk about, and nobody has to fill three."""
        page = screen(choices=Choices(talk=talk))
        fields = [i.get("data-field") or "" for i in page.all("input")]
        assert sum(f.startswith("share/talk/") for f in fields) == lines

    def test_what_is_typed_is_with_the_choices(self) -> None:
        """Each in its place; a line that is not there changes nothing."""
        typed = after(
            State(map=MAP), m.Typed("share/talk/1", "The flat"), m.Typed("share/talk/9", "No")
        )
        assert typed.choices == Choices(talk=("", "The flat", ""))

    @pytest.mark.parametrize(
        "field",
        ["share/words", "share/talk/0", "share/talk/2", "hope", "missing/0", "step/what",
         "step/who", "step/when", "me_there/ali"],
    )  # fmt: skip
    def test_each_text_that_goes_in_is_looked_through(self, field: str) -> None:
        """Own words are never altered, so the person is shown who is named in them."""
        starred = replace(MAP.connections[0], matters=True)
        state = State(map=replace(MAP, connections=(starred, *MAP.connections[1:])))
        if field == "missing/0":
            state = after(state, m.AddMissing("x"))
        state = after(state, m.Typed(field, "Ask Sam about it"))
        assert _named(state) == [("sam", "Ask Sam about it")]

    def test_texts_that_start_off_are_looked_through_once_they_are_in(self) -> None:
        """A note, what was written to a prompt, own words about the type."""
        ali, sam, *_ = MAP.connections
        map_ = replace(
            map_of(ali, replace(sam, note="Ask Ali")),
            reflections=(Reflection("prompt", (), "Ali again"),),
            type_view=TypeView(own_words="Like Ali's"),
        )
        for choices, line in (
            (Choices(details=frozenset({Detail.NOTES})), "Ask Ali"),
            (Choices(frozenset({Part.REFLECTIONS})), "Ali again"),
            (Choices(frozenset({Part.TYPE})), "Like Ali's"),
        ):
            assert _named(State(map=map_)) == []
            assert _named(State(map=map_, choices=choices)) == [("ali", line)]

    def test_an_earlier_map_is_looked_through(self) -> None:
        """What was hoped for then goes in with the change."""
        before = PersonalMap("before", hope="To see Sam")
        choices = Choices(frozenset({Part.CHANGE, Part.MISSING}))
        state = State(map=MAP, earlier=Earlier(before), choices=choices)
        assert _named(state) == [("sam", "To see Sam")]

    def test_a_name_that_names_another_is_looked_through(self) -> None:
        """In full, "Sam's mum" tells of Sam, who is left out."""
        map_ = map_of(person("mum", "Sam's mum"), person("sam", "Sam"))
        choices = Choices(names=Names.FULL, left_out=frozenset({"sam"}))
        assert _named(State(map=map_, choices=choices)) == [("sam", "Sam's mum")]

    def test_it_stands_before_the_downloads(self) -> None:
        """Who is named, and the line that names them, as it was written."""
        page = shown(after(at(Step.SUMMARY, MAP), m.Typed("share/words", "Ask Sam about it")))
        order = [e.get("data-testid") for e in page.elements if e.get("data-testid")]
        assert order.index("named") < order.index("preview") < order.index("download-html")
        assert "Ask Sam about it" in page.one(data_testid="named").text


@pytest.mark.parametrize("paper", ["html", "copy"])
def test_handing_it_to_another_app_is_offered_only_where_that_can_be(paper: str) -> None:
    """What that does is said right before the button."""
    state = State(map=MAP, place=Place(Step.SUMMARY))
    assert not shown(state).all("button", data_press="share")
    html = main_html(state, ENV, WORDS, MODEL, wide=False, today=TODAY, can=Can(share=True))
    page = Shown(html)
    button = page.one("button", data_press="share", data_of=paper)
    texts = [text for text, _ in page.texts[: button.after] if text.strip()]
    assert texts[-1] == WORDS("file.share_hint")


def test_the_preview_is_what_is_downloaded() -> None:
    """One summary, made one way."""
    state = State(map=MAP, place=Place(Step.SUMMARY))
    assert told(state)["s"] == chosen_summary(state, MODEL, WORDS, TODAY)


def _named(state: State) -> list[tuple[str, str]]:
    found = told(state)["named"]
    assert isinstance(found, tuple)
    return [(c.id, line) for c, line in found if isinstance(c, Connection)]


class TestPdf:
    """A PDF is offered where it can show every letter."""

    def test_is_offered(self) -> None:
        """Beside Print."""
        assert _pressed_for_pdf(screen()) == "take"
        assert screen().all("button", data_testid="print")

    def test_prints_in_its_place(self) -> None:
        """With a name in other letters, once names are shown in full."""
        map_ = map_of(person("layla", "ليلى"))
        assert _pressed_for_pdf(screen(map_)) == "take"
        full = Choices(names=Names.FULL)
        assert _pressed_for_pdf(screen(map_, choices=full)) == "print"


def _pressed_for_pdf(page: Shown) -> str | None:
    (button,) = page.all("button", data_testid="download-pdf")
    return button.get("data-press")
