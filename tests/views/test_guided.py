"""A guided session on screen: what both read, the cover, and an end that leaves nothing behind."""

from dataclasses import replace

import pytest

from chn_self.app.guiding import Stage, stage
from chn_self.app.kept import Kept, OnDevice, Shelved
from chn_self.app.session import Device, Session, Wish
from chn_self.app.state import Draft, State
from chn_self.app.steps import GUIDED_PARTS, Place, Step
from chn_self.views.screens import chosen_summary
from tests.app.kept_maps import SAM
from tests.app.visits import EMPTY, at
from tests.said import words_before_an_act
from tests.summaries import MODEL, TODAY, WORDS, full_map
from tests.test_words_on_pages import MOST_WORDS_BEFORE_AN_ACT
from tests.views.shown import MARK, Shown, html_of, marked, shown, visits

HELPED = Session(helped=True)


def end(*wishes: Wish, device: Device | None = None) -> State:
    """The last screen of a session."""
    session = Session(True, device, wishes=frozenset(wishes), again="Monday")
    return replace(at(Step.CLOSING, SAM, 2), session=session)


SAFE = replace(end(Wish.FILE, device=Device.HELPERS), kept=Kept(SAM, checked=True))
STAGES = {
    Stage.ASK: end(),
    Stage.PAPER: end(Wish.PAPER),
    Stage.FILE: end(Wish.FILE),
    Stage.CHECK: replace(end(Wish.FILE), kept=Kept(SAM, "2026-11-24T14:05", "digest")),
    Stage.OVER: SAFE,
}


def texts(page: Shown) -> set[str]:
    """Every paragraph."""
    return {e.text for e in page.all("p")}


class TestBegin:
    """What a person and a helper read together."""

    def test_the_welcome_leads_there(self) -> None:
        """By a link, after the first things to do."""
        (link,) = shown(EMPTY).all("a", href="#/guided")
        assert link.text == WORDS("welcome.helper")

    def test_says_all_that_is_to_be_agreed_on(self) -> None:
        """The sentences that the person can hold a helper to."""
        pages = (shown(at(Step.GUIDED, screen=i)) for i in range(len(GUIDED_PARTS)))
        told = " ".join(text for page in pages for text, _ in page.texts)
        for said in (
            "You can say no, stop, or do it alone.",
            "You press the buttons.",
            "You choose what is shared, and you keep the file.",
            WORDS("guided.rules.lead"),
            "Whose device is this?",
            "What will your helper write down?",
            "It goes best with someone who is not on your map, and does not decide who you see.",
        ):
            assert said in told

    @pytest.mark.parametrize("at_", range(1, len(GUIDED_PARTS)))
    def test_each_screen_can_be_skipped(self, at_: int) -> None:
        """By going on, or straight to the map."""
        page = shown(replace(at(Step.GUIDED, screen=at_), session=HELPED))
        page.one(data_testid="next")
        last = at_ == len(GUIDED_PARTS) - 1
        assert bool(page.all("a", href="#/activities")) != last


class TestWhileHelped:
    """What every screen says, and the cover."""

    def test_every_screen_says_so_and_can_be_turned(self) -> None:
        """But for the welcome, which shows nothing of a map; with no helper, no screen does."""
        for state in visits(SAM):
            assert not shown(state).all(data_testid="turn")
            if state.place == Place(Step.WELCOME):
                continue
            page = shown(replace(state, session=HELPED))
            page.one(data_testid="turn")
            assert page.one(id="beside-more").text.startswith(WORDS("guided.beside"))

    def test_a_cover_holds_nothing_of_the_map(self) -> None:
        """Not for eyes and not for ears: no name, no word on where it is kept, no Undo."""
        map_ = marked(full_map())
        covers = {
            html_of(replace(state, session=Session(True, covered=True), past=(map_,)))
            for state in visits(map_)
        }
        (cover,) = covers
        assert MARK not in cover
        page = Shown(cover)
        assert page.one("h1", id="title").text == WORDS("guided.cover.title")
        assert [e.text for e in page.all("button")] == [WORDS("guided.cover.show")]

    @pytest.mark.parametrize(
        ("with_helper", "key"), [(True, "with_helper"), (False, "alone"), (None, "own_view")]
    )
    def test_a_summary_says_how_the_map_was_made(self, with_helper: bool | None, key: str) -> None:
        """Where it is known."""
        state = replace(at(Step.SUMMARY, SAM), with_helper=with_helper)
        assert chosen_summary(state, MODEL, WORDS, TODAY).opening[0] == WORDS(f"summary.{key}")


class TestEnd:
    """One thing to do at a time, until whatever was wanted is safe."""

    @pytest.mark.parametrize("now", Stage)
    def test_has_one_thing_to_do(self, now: Stage) -> None:
        """Under its own title, with little to read before it."""
        state = STAGES[now]
        assert stage(state) == now
        page = shown(state)
        assert page.one("h1").text == WORDS(f"closing.{now}.title")
        assert words_before_an_act(Shown(f"<main>{html_of(state)}</main>")) <= (
            MOST_WORDS_BEFORE_AN_ACT
        )

    @pytest.mark.parametrize("now", Stage)
    def test_clears_only_what_is_over(self, now: Stage) -> None:
        """Before that there is no way to clear on it."""
        assert bool(shown(STAGES[now]).all(data_testid="erase")) == (now == Stage.OVER)

    def test_is_reached_from_the_ending(self) -> None:
        """After "How are you now?"; for someone alone there is nothing to end."""
        state = at(Step.ENDING, SAM)
        assert not shown(state).all(data_testid="closing")
        shown(replace(state, session=HELPED)).one("a", href="#/closing", data_testid="closing")

    def test_paper_holds_all_of_the_map_and_when_to_talk_again(self) -> None:
        """It is the person's own, private ones too."""
        map_ = replace(full_map(), id="m")
        page = shown(replace(end(Wish.PAPER), map=map_))
        sheet = page.one("section")
        names = {e.text for e in page.all("bdi") if sheet in e.inside}
        assert {c.name for c in map_.connections} <= names
        assert "Monday" in names

    @pytest.mark.parametrize("device", [Device.HELPERS, Device.SHARED, None])
    def test_offers_to_clear_a_device_that_may_be_another_s(self, device: Device | None) -> None:
        """In plain sight, after a word on the file that stays."""
        state = replace(SAFE, session=replace(SAFE.session, device=device))
        page = shown(state)
        clear = page.one(data_testid="erase")
        assert not any(e.tag == "details" for e in clear.inside)
        assert WORDS("closing.move") in texts(page)

    @pytest.mark.parametrize("wish", [Wish.FILE, Wish.NOTHING])
    def test_presses_nobody_to_clear_their_own_device(self, wish: Wish) -> None:
        """It is there, folded away."""
        mine = Session(True, Device.MINE, wishes=frozenset({wish}))
        page = shown(replace(SAFE, session=mine))
        clear = page.one(data_testid="erase")
        assert any(e.tag == "details" for e in clear.inside)
        key = "nothing" if wish == Wish.NOTHING else "kept"
        assert WORDS(f"closing.own.{key}") in texts(page)

    def test_never_says_that_a_map_goes_which_is_kept_on_the_device(self) -> None:
        """Closing the page leaves it there."""
        mine = Session(True, Device.MINE, wishes=frozenset({Wish.NOTHING}))
        kept = replace(SAFE, session=mine, device=OnDevice("k", False, SAM))
        assert WORDS("closing.own.nothing") not in texts(shown(kept))

    def test_says_if_clearing_takes_the_maps_of_others(self) -> None:
        """Not of the one in this tab, which is the person's."""
        mine, other = (Shelved(key, "2026-11-24T14:05", False) for key in ("k", "o"))
        here = replace(SAFE, device=OnDevice("k", False, SAM), shelf=(mine,))
        assert WORDS("closing.others") not in texts(shown(here))
        assert WORDS("closing.others") in texts(shown(replace(here, shelf=(mine, other))))

    def test_says_that_something_in_a_box_is_in_no_file(self) -> None:
        """It would go with the rest."""
        state = replace(SAFE, drafts={"add/person": Draft("A")})
        assert WORDS("pause.box") in texts(shown(state))

    def test_can_be_left_for_the_map_from_any_point(self) -> None:
        """Whoever ends may change their mind."""
        for state in STAGES.values():
            assert shown(state).all("a", href="#/map")

    def test_an_address_opened_by_someone_alone_works_too(self) -> None:
        """Nothing on it needs a helper."""
        for i in range(3):
            page = shown(State(map=SAM, place=Place(Step.CLOSING, i)))
            assert not page.all(data_testid="turn")
