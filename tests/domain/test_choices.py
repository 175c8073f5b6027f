"""What is chosen to be handed on: what starts off, and choices that are ready."""

from dataclasses import replace

import pytest

from chn_self.domain.choices import (
    DEFAULT_PARTS,
    Choices,
    Detail,
    Names,
    Part,
    Reader,
    Ready,
    Shown,
    as_ready,
    without_type,
)

ALL = Choices(
    frozenset(Part),
    Names.FULL,
    frozenset({"sam"}),
    words="Hello",
    details=frozenset(Detail),
    put_in=frozenset({"ann"}),
    reader=Reader("gp", Shown.UNMARKED),
)


@pytest.mark.parametrize("ready", Ready)
def test_much_starts_off_in_each_ready_choice(ready: Ready) -> None:
    """Notes, mixed and harder marks, closeness of workers, the type, and what is kept off."""
    chosen = as_ready(ALL, ready)
    assert not chosen.parts & {Part.HARDER, Part.TYPE}
    assert (chosen.details, chosen.put_in) == (frozenset(), frozenset())


@pytest.mark.parametrize("ready", Ready)
def test_a_ready_choice_brings_nobody_back(ready: Ready) -> None:
    """Who was left out, names, words and for whom it is stay as they were."""
    chosen = as_ready(ALL, ready)
    ready_made = Choices(parts=chosen.parts, details=frozenset(), put_in=frozenset())
    kept = replace(ALL, parts=chosen.parts, details=frozenset(), put_in=frozenset())
    assert chosen == kept != ready_made


@pytest.mark.parametrize("ready", Ready)
def test_a_ready_choice_is_known_again(ready: Ready) -> None:
    """Until something is chosen otherwise."""
    chosen = as_ready(Choices(), ready)
    assert chosen.ready == ready
    assert replace(chosen, parts=chosen.parts | {Part.TYPE}).ready is None
    assert replace(chosen, details=frozenset({Detail.NOTES})).ready is None
    assert replace(chosen, put_in=frozenset({"ann"})).ready is None


def test_it_starts_as_for_a_worker() -> None:
    """Roles instead of names, nothing that starts off, nobody left out."""
    assert Choices().ready == Ready.WORKER
    assert Choices() == Choices(DEFAULT_PARTS, Names.ROLES)


def test_type_goes_when_it_does_not_feel_right() -> None:
    """Nothing but the type is taken away."""
    assert without_type(ALL) == replace(ALL, parts=frozenset(Part) - {Part.TYPE})
