"""What of a screen need not be sent again."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from chn_self.app.state import State
from chn_self.app.steps import Place, Step
from chn_self.domain.personal_map import PersonalMap
from chn_self.views.page import main_html
from chn_self.views.unchanged import PART, parts, thinned
from tests.maps import maps
from tests.summaries import ENV, MODEL, WORDS

TODAY = "2026-11-27"
STEPS = st.sampled_from([Step.MAP, Step.PEOPLE, Step.ACTIVITIES, Step.PLACES])


def _html(state: State) -> str:
    return main_html(state, ENV, WORDS, MODEL, wide=True, today=TODAY)


def _opening(part: str) -> str:
    """A part up to the end of its first attribute, which is its id."""
    return part[: part.index('"', part.index('"') + 1) + 1]


def test_one_that_was_there_stands_in_it_empty() -> None:
    """What the page has already is an element with its id, and nothing else."""
    html = f'<ul>{PART}<li id="a" class="row">Sam</li>{PART}{PART}<li id="b">Ana</li>{PART}</ul>'
    before = parts(html.replace("Ana", "Ann"))
    assert thinned(html, before) == '<ul><li id="a" data-same></li><li id="b">Ana</li></ul>'


def test_with_nothing_before_all_of_it_is_there() -> None:
    """A first screen is whole, without the marks that set parts apart."""
    assert (
        thinned(f'<ul>{PART}<li id="a">Sam</li>{PART}</ul>', ()) == '<ul><li id="a">Sam</li></ul>'
    )


@given(maps(), maps(), STEPS, st.data())
def test_filled_with_what_was_there_it_is_the_whole_screen(
    map_: PersonalMap, other: PersonalMap, step: Step, data: st.DataObject
) -> None:
    """Whatever was on the screen before, the page can put the new one together."""
    shown = data.draw(st.sampled_from([map_, other]))
    now = State(map=map_, place=Place(step))
    before = parts(_html(replace(now, map=shown)))
    filled = thinned(_html(now), before)
    for part in before:
        empty = f"{_opening(part)} data-same>{part[part.rindex('<') :]}"
        filled = filled.replace(empty, part)
    assert filled == thinned(_html(now), ())


@given(maps(), STEPS)
def test_every_part_has_an_id_of_its_own(map_: PersonalMap, step: Step) -> None:
    """The page finds each by its id, so that no two may have the same."""
    found = parts(_html(State(map=map_, place=Place(step))))
    ids = [_opening(part).split('id="', 1)[1] for part in found]
    assert len(set(ids)) == len(ids)
