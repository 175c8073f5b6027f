"""A summary: when and how it was made, and that nothing left out is in it, in any format."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chn_self.domain.connection import Relation, Support
from chn_self.domain.personal_map import PersonalMap
from chn_self.domain.share import Choices, Names, Part, Record
from chn_self.views.summary import summary, summary_json, summary_text
from tests.maps import EXAMPLES, map_of, maps, person
from tests.summaries import (
    EVERYTHING,
    FORMATS,
    TODAY,
    WORDS,
    example,
    full_map,
    part,
    summary_of,
    titles,
)

EACH = pytest.mark.parametrize("name", [path.name.partition(".")[0] for path in EXAMPLES])
EVERY = pytest.mark.parametrize("ending", FORMATS)


def own_and_ours(found: object) -> Iterator[str]:
    """Every text in the data of a summary."""
    match found:
        case str():
            yield found
        case dict():
            for below in found.values():
                yield from own_and_ours(below)
        case list():
            for below in found:
                yield from own_and_ours(below)


class TestOpening:
    """When and how it was made, and what it is not."""

    @pytest.mark.parametrize(
        ("with_helper", "said"),
        [(True, "I made this with a helper."), (False, "I made this on my own.")],
    )
    def test_tells_who_made_it(self, with_helper: bool, said: str) -> None:
        """Alone or with someone is told where it was answered."""
        made = summary(map_of(), Choices(), WORDS, model=None, today=TODAY, with_helper=with_helper)
        assert made.opening[0] == said

    def test_says_nothing_of_what_was_not_answered(self) -> None:
        """Without an answer there is neither helper nor usual time, only whose view it is."""
        made = summary(map_of(), Choices(), WORDS, model=None, today=TODAY, with_helper=None)
        assert made.opening == (WORDS("summary.own_view"),)

    def test_tells_a_hard_time(self) -> None:
        """A map of a hard time says that maps often look different then."""
        assert WORDS("summary.not_usual") in summary_of(full_map()).opening

    def test_dates(self) -> None:
        """The day it speaks of and the day it was made, once if they are the same."""
        assert summary_of(full_map()).dates == (
            "This is how things were on 2 November 2026.",
            "Made on 24 November 2026.",
        )
        same = replace(full_map(), as_of=TODAY)
        assert summary_of(same).dates == ("Made on 24 November 2026.",)

    @EVERY
    @pytest.mark.parametrize("record", Record)
    def test_may_it_be_kept(self, ending: str, record: Record) -> None:
        """The answer is in every format."""
        made = summary_of(full_map(), replace(EVERYTHING, record=record))
        assert WORDS(f"summary.record.{record}") in FORMATS[ending](made)

    def test_a_no_comes_first(self) -> None:
        """Whoever pastes the text into a record reads the "no" before anything else."""
        made = summary_of(full_map(), replace(EVERYTHING, record=Record.NO))
        assert summary_text(made).startswith(WORDS("summary.record.no") + "\n")

    @EVERY
    @EACH
    def test_how_to_read_it_is_always_there(self, name: str, ending: str) -> None:
        """No summary goes without its note."""
        text = re.sub(r"\s+", " ", FORMATS[ending](summary_of(example(name), Choices())))
        for key in ("moment", "private", "assessment", "decisions", "kinds", "source"):
            assert WORDS(f"summary.note.{key}") in text


class TestLeftOut:
    """What is left out is nowhere, and nothing shows that it is."""

    @EVERY
    @given(map_=maps(), names=st.sampled_from(Names))
    def test_hidden_names_and_notes_are_nowhere(
        self, ending: str, map_: PersonalMap, names: Names
    ) -> None:
        """Neither private names, nor full ones where roles were chosen, nor any note."""
        marked = replace(
            map_,
            connections=tuple(
                replace(c, name=f"Qx{i}{'p' if c.private else 'o'}qX", note="Qnote")
                for i, c in enumerate(map_.connections)
            ),
        )
        text = FORMATS[ending](summary_of(marked, replace(EVERYTHING, names=names)))
        assert "Qnote" not in text
        assert not re.search(r"Qx\d+pqX" if names == Names.FULL else r"Qx\d+.qX", text)

    def test_a_question_answered_by_one_left_out(self) -> None:
        """That someone gives advice does not turn into "no one gives advice"."""
        ann = replace(person("a", "Ann"), receives=(Support.ADVICE,), private=True)
        map_ = replace(map_of(ann, person("b")), support_answered=(Support.ADVICE,))
        assert "dvice" not in summary_text(summary_of(map_))

    def test_figures_count_what_is_in(self) -> None:
        """Two friends and a worker, one friend left out; a zero is never told."""
        map_ = map_of(person("a"), person("b"), person("c", relation=Relation.PRACTITIONER))
        made = summary_of(map_, Choices(left_out=frozenset({"b"})))
        assert part(made, Part.PICTURE).lines == ("On this map: 1 friend, 1 worker.",)

    def test_whoever_is_uncounted_is_listed(self) -> None:
        """A pet is on the list like anyone and in no figure, and no screen says so."""
        made = summary_of(map_of(person("a", "Rex", Relation.PET)))
        assert [e.name for c in part(made, Part.LIST).clusters for e in c.entries] == ["Rex"]
        assert part(made, Part.PICTURE).lines == ()


class TestJson:
    """The same facts as data."""

    @given(maps())
    def test_reads_back(self, map_: PersonalMap) -> None:
        """It is JSON of the format, with a section for each heading and nothing empty in it."""
        made = summary_of(map_)
        data = json.loads(summary_json(made))
        assert (data["format"], data["version"]) == ("chn-summary", 1)
        assert [s["title"] for s in data.get("sections", [])] == titles(made)
        assert "" not in own_and_ours(data)

    @EACH
    @EVERY
    def test_every_format_has_the_same_headings(self, name: str, ending: str) -> None:
        """What one format tells the others tell as well."""
        made = summary_of(example(name), replace(EVERYTHING, words="Hello"))
        found = FORMATS[ending](made)
        assert all((t.upper() if ending == "txt" else t) in found for t in titles(made))


def test_without_a_model_there_is_no_type() -> None:
    """A terminal without the trained types still makes a summary."""
    made = summary(full_map(), EVERYTHING, WORDS, model=None, today=TODAY, with_helper=None)
    assert Part.TYPE not in {section.part for section in made.sections}
