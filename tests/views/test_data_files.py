"""Data files: what was chosen of a map, in every format, with or without names."""

import io
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given

from chn_self.domain.connection import Effect
from chn_self.domain.personal_map import PersonalMap
from chn_self.domain.share import Choices, Names
from chn_self.views.data_files import EVERYTHING, Format, data_archive, data_files
from tests.maps import map_of, maps, person
from tests.summaries import WORDS
from tests.tables import rows

SAM = replace(person("x", "Sam"), effect=Effect.DRAINS, note="a secret")
KIT = replace(person("y", "Kit"), private=True)
EACH = pytest.mark.parametrize("to", Format)


def made(to: Format, names: Names | None, choices: Choices = EVERYTHING) -> dict[str, bytes]:
    """The files of a map of two, of whom one is kept off what is shared."""
    return {**data_files({1: map_of(SAM, KIT)}, choices, WORDS, to=to, names=names)}


def opened(archive: bytes) -> dict[str, bytes]:
    """The files in an archive, by their names, in its order."""
    with zipfile.ZipFile(io.BytesIO(archive)) as found:
        return {name: found.read(name) for name in found.namelist()}


@EACH
@pytest.mark.parametrize(
    ("names", "shown"),
    [(Names.FULL, b"Sam"), (Names.INITIALS, b"S."), (Names.ROLES, b"Friend"), (None, b"")],
)
def test_names_are_as_chosen(to: Format, names: Names | None, shown: bytes) -> None:
    """In full only where that was asked for."""
    found = b"".join(made(to, names).values())
    assert shown in found
    assert (b"Sam" in found) == (names == Names.FULL)


@EACH
def test_what_is_kept_off_and_own_words_are_in_none(to: Format) -> None:
    """Neither whoever is private, nor a note."""
    found = b"".join(made(to, Names.FULL).values())
    assert b"Kit" not in found
    assert b"secret" not in found


@EACH
def test_a_part_that_is_not_chosen_is_not_there(to: Format) -> None:
    """The marks that start off are in only where everything was asked for."""
    assert b"drains" in b"".join(made(to, None).values())
    assert b"drains" not in b"".join(made(to, None, Choices()).values())


def test_graphml_is_a_file_a_map_and_tables_hold_all() -> None:
    """Under the number that each map has as an ego."""
    several = {2: map_of(SAM), 5: map_of(KIT)}
    found = {to: data_files(several, EVERYTHING, WORDS, to=to, names=None) for to in Format}
    assert [*found[Format.GRAPHML]] == ["2.graphml", "5.graphml"]
    egos = rows(found[Format.CSV]["egos.csv"])
    assert [row["egoID"] for row in egos] == ["2", "5"]
    egos = rows(found[Format.NETWORK_CANVAS]["chn-self_ego.csv"])
    assert [row["networkCanvasEgoUUID"] for row in egos] == ["2-ego", "5-ego"]


@given(maps())
def test_the_archive_has_the_same_bytes(map_: PersonalMap) -> None:
    """Every format in a folder of its own, with what it is in words before it."""
    readme, *found = opened(data_archive(map_, EVERYTHING, WORDS, None)).items()
    assert dict(found) == {
        f"{to}/{name}": content
        for to in Format
        for name, content in data_files({1: map_}, EVERYTHING, WORDS, to=to, names=None).items()
    }
    assert readme[0] == "README.txt"
    assert readme[1].decode().startswith("These files hold one person's own map")


def test_the_archive_is_the_same_whenever_it_is_made() -> None:
    """It says nothing of when that was."""
    archive = data_archive(map_of(SAM), EVERYTHING, WORDS, None)
    with zipfile.ZipFile(io.BytesIO(archive)) as found:
        assert {entry.date_time for entry in found.infolist()} == {(1980, 1, 1, 0, 0, 0)}
