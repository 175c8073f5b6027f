"""What is left out is nowhere: in no format, no number, no picture, nor beside an earlier map."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chn_self.domain.comparison import compare
from chn_self.domain.connection import Closeness, Connection, Effect
from chn_self.domain.personal_map import PersonalMap
from chn_self.domain.share import Choices, Detail, Names, Part, Reader, Shown, kept_off
from chn_self.files.codec import encode
from chn_self.views.copy_to_share import copy_to_share
from chn_self.views.data_files import Format, data_files
from chn_self.views.saved_picture import saved_picture
from chn_self.views.summary_facts import Group
from chn_self.views.summary_pdf import pdf_json, summary_pdf
from tests.domain.test_share import never_had
from tests.maps import connections, map_of, maps, person
from tests.summaries import FORMATS, WORDS, example, part, summary_of

# What makes each format of a map, an earlier one if there is one, and what was chosen.
Make = Callable[[PersonalMap, PersonalMap | None, Choices], str]


def _summary_as(ending: str) -> Make:
    return lambda map_, before, choices: FORMATS[ending](summary_of(map_, choices, before))


def _data_as(to: Format) -> Make:
    def made(map_: PersonalMap, _: PersonalMap | None, choices: Choices) -> str:
        files = data_files({1: map_}, choices, WORDS, to=to, names=choices.names)
        return "".join(content.decode() for content in files.values())

    return made


MADE: Mapping[str, Make] = {
    **{ending: _summary_as(ending) for ending in FORMATS},
    "svg": lambda map_, _, choices: saved_picture(map_, choices, WORDS).svg,
    "pdf": lambda map_, before, choices: pdf_json(
        summary_pdf(summary_of(map_, choices, before), WORDS)
    ),
    "chn.json": lambda map_, _, choices: encode(
        copy_to_share(map_, choices, WORDS, id="new")
    ).decode(),
    **{to: _data_as(to) for to in Format},
}
EVERY = pytest.mark.parametrize("ending", MADE)

CHOSEN = st.builds(
    Choices,
    parts=st.just(frozenset(Part)) | st.frozensets(st.sampled_from(Part)),
    names=st.sampled_from(Names),
    picture=st.sampled_from(Names),
    details=st.frozensets(st.sampled_from(Detail)),
    talk=st.just(("One", "", "")),
)
EXAMPLES = ("diverse", "family", "formal")


@st.composite
def then_and_now(draw: st.DrawFn) -> tuple[PersonalMap, PersonalMap]:
    """Two maps of one person: some on both, with other answers, and some on one of them alone.

    What is on one alone has a name of its own, so that it is never taken for another.
    """
    now = draw(maps(most=5))
    before = [_answered_as(c, draw(connections())) for c in now.connections if draw(st.booleans())]
    alone = [replace(draw(connections()), id=f"then {i}", name=f"+{i}") for i in range(2)]
    said = draw(maps(most=0))
    return replace(said, connections=(*before, *alone)), now


def _answered_as(c: Connection, other: Connection) -> Connection:
    """One on both maps: the same id, kind and name, with the answers of another."""
    gives, receives = (c.gives, c.receives)
    return replace(
        other, id=c.id, kind=c.kind, name=c.name, relation=c.relation, type=c.type,
        gives=gives, receives=receives,
    )  # fmt: skip


def every_format(
    now: PersonalMap, before: PersonalMap | None, choices: Choices
) -> Mapping[str, str]:
    """What is handed on, in each format."""
    return {ending: make(now, before, choices) for ending, make in MADE.items()}


@given(both=then_and_now(), choices=CHOSEN, data=st.data())
def test_equals_a_map_that_never_had_it(
    both: tuple[PersonalMap, PersonalMap],
    choices: Choices,
    data: st.DataObject,
) -> None:
    """To the byte, whoever was left out, one by one or as the reader, now and on the map before."""
    before, now = both
    ids = [c.id for c in now.connections]
    gone = data.draw(st.frozensets(st.sampled_from(ids))) if ids else frozenset()
    reader = data.draw(st.none() | st.sampled_from(sorted(gone))) if gone else None
    left_out = replace(
        choices,
        left_out=gone - {reader},
        reader=Reader(reader, Shown.LEFT_OUT) if reader is not None else None,
    )
    less = replace(never_had(now, gone), id="another", saved_at=None)
    never = every_format(less, never_had(before, gone), choices)
    assert every_format(now, before, left_out) == never


@pytest.mark.parametrize("name", EXAMPLES)
def test_each_one_of_an_example_can_be_left_out(name: str) -> None:
    """One at a time, of maps as people make them, beside a map from before."""
    now = example(name)
    before = replace(now, connections=tuple(_other(c) for c in now.connections))
    everything = Choices(frozenset(Part), Names.FULL)
    for c in now.connections[::9]:
        chosen = replace(everything, left_out=frozenset({c.id}))
        never = (never_had(now, {c.id}), never_had(before, {c.id}))
        assert every_format(now, before, chosen) == every_format(*never, everything)


def _other(c: Connection) -> Connection:
    return replace(c, closeness=Closeness.MIDDLE, effect=Effect.HELPS)


@given(both=then_and_now(), choices=CHOSEN, data=st.data())
def test_no_text_of_one_left_out_is_anywhere(
    both: tuple[PersonalMap, PersonalMap],
    choices: Choices,
    data: st.DataObject,
) -> None:
    """Neither name, note, nor who one is there; nor any name that the earlier map has."""
    before, now = (_marked(map_, c) for map_, c in zip(both, "TN", strict=True))
    ids = [c.id for c in now.connections]
    gone = data.draw(st.frozensets(st.sampled_from(ids))) if ids else frozenset()
    in_full = replace(choices, names=Names.FULL, picture=Names.FULL, left_out=gone)
    found = "".join(every_format(now, before, in_full).values())
    for at, c in enumerate(now.connections):
        if c.id in gone or kept_off(c):
            assert not re.search(rf"QN{at}[a-z]Q", found)
    assert "QT" not in found


def _marked(map_: PersonalMap, when: str) -> PersonalMap:
    return replace(
        map_,
        connections=tuple(
            replace(c, name=f"Q{when}{i}nQ", note=f"Q{when}{i}oQ", me_there=f"Q{when}{i}mQ")
            for i, c in enumerate(map_.connections)
        ),
    )


def test_a_name_from_before_is_told_of_nobody_else() -> None:
    """Two are called Sam; what the one left out was before is not told as of the other."""
    partner = replace(person("a", "Sam"), closeness=Closeness.INNER)
    friend = replace(person("b", "Sam"), closeness=Closeness.OUTER)
    before, now = map_of(replace(partner, id="z")), map_of(partner, friend)
    assert compare(before, now).matched == ()
    chosen = Choices(frozenset(Part), left_out=frozenset({"a"}))
    [group] = part(summary_of(now, chosen, before), Part.CHANGE).groups
    assert group == Group(WORDS("summary.change.new_here"), ("Friend",))


@EVERY
def test_it_never_says_that_anything_was_left_out(ending: str) -> None:
    """Nor that it is a part of something."""
    map_ = map_of(person("a", "Ann"), person("b", "Ben"))
    found = MADE[ending](map_, None, Choices(left_out=frozenset({"a"})))
    assert not re.search(r"left.out|removed|withheld|omitted|redacted", found)
    assert "Friend 2" not in found
