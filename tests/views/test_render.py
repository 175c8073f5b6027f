"""The Jinja environment: everything is escaped, nothing unknown is passed over in silence."""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from jinja2 import DictLoader, TemplateNotFound, UndefinedError
from markupsafe import Markup

from chn_self.app.state import State
from chn_self.domain.personal_map import PersonalMap
from chn_self.views.render import dom_id, environment, source_loader
from chn_self.views.words import load_words
from tests.maps import AWKWARD
from tests.summaries import ENV

STATE = State(map=PersonalMap("m"))


def rendered(source: str, **values: object) -> str:
    """A template of one line, in our environment."""
    env = environment(DictLoader({"line": source}), load_words("en"))
    return env.get_template("line").render(**values)


class TestEscaping:
    """What people write is never markup."""

    @pytest.mark.parametrize("name", AWKWARD)
    def test_every_value_is_escaped(self, name: str) -> None:
        """Without a word in the template."""
        html = rendered('<p title="{{ name }}">{{ name }}</p>', name=name)
        assert not re.search("<(?!/?p)", html)
        assert html.count('"') == 2

    def test_html_of_ours_is_not(self) -> None:
        """What was escaped before is not again."""
        assert rendered("{{ it }}", it=Markup("<b>x</b>")) == "<b>x</b>"

    def test_words_are_at_hand(self) -> None:
        """As text, as HTML with the person's words in it, and as those alone."""
        assert rendered("{{ t('ways.next') }}") == "Next"
        assert rendered("{{ rich('notice.added', name='<') }}").startswith(
            '<bdi translate="no">&lt;</bdi> '
        )
        assert rendered("{{ own('<') }}") == '<bdi translate="no">&lt;</bdi>'
        assert rendered("{{ words.under('effect') | length }}") == "4"

    def test_a_missing_word_stops_the_template(self) -> None:
        """No page is made with a gap in it."""
        with pytest.raises(KeyError):
            rendered("{{ t('no.such.word') }}")


class TestUnknown:
    """Names that nobody gave."""

    @pytest.mark.parametrize(
        "source",
        [
            "{{ nobody }}",
            "{{ nobody.name }}",
            "{{ state.nothing }}",
            "{{ state.map.nothing }}",
            '<p class="{{ nobody }}">',
            "{{ 'a' ~ nobody }}",
            "{{ own(nobody) }}",
            "{% set x = nobody %}{{ x }}",
            "{{ state.past[0].name }}",
        ],
    )
    def test_stop_the_template_when_they_are_printed(self, source: str) -> None:
        """A misspelt name is found by the first test that renders it."""
        with pytest.raises(UndefinedError):
            rendered(source, state=STATE)

    @pytest.mark.parametrize(
        "source",
        ["{{ params.hint }}", "{{ params.hint.text }}", "{{ params.hint.text.html }}"],
    )
    def test_options_of_the_design_system_may_be_left_out(self, source: str) -> None:
        """Its macros take a mapping, and ask it for what may not be there."""
        assert rendered(source, params={"text": "Next"}) == ""

    def test_an_option_that_is_there_is_printed(self) -> None:
        """Leniency hides nothing."""
        assert rendered("{{ params.text }}", params={"text": "Next"}) == "Next"

    def test_templates_of_both_are_found(self) -> None:
        """Ours, then those of the design system."""
        env = environment(source_loader(), load_words("en"))
        env.get_template("screen.jinja")
        env.get_template("nhsuk/components/button/macro.jinja")
        with pytest.raises(TemplateNotFound):
            env.get_template("nowhere.jinja")

    def test_every_template_of_ours_compiles(self) -> None:
        """The build compiles them all; a slip in a rare one would show first there."""
        ours = ENV.list_templates(filter_func=lambda name: not name.startswith("nhsuk/"))
        assert len(ours) > 20
        for name in ours:
            if name.endswith(".jinja"):
                ENV.get_template(name)


class TestDomId:
    """Names for elements, from any text."""

    @given(st.text(st.characters(exclude_categories=["Cs"])))
    def test_is_safe_wherever_an_id_may_stand(self, text: str) -> None:
        """A letter first, then letters, digits, dashes and underscores."""
        assert re.fullmatch(r"[A-Za-z][A-Za-z0-9_-]*", dom_id(text))

    @pytest.mark.parametrize(
        ("field", "expected"),
        [("hope", "hope"), ("add/person", "add-person"), ("missing/new", "missing-new")],
    )
    def test_reads_like_the_field_it_is_for(self, field: str, expected: str) -> None:
        """For the fields that are always there."""
        assert dom_id(field) == expected

    @given(st.text(st.characters(exclude_categories=["Cs"])), st.data())
    def test_tells_any_two_odd_texts_apart(self, one: str, data: st.DataObject) -> None:
        """Ids of files are any text."""
        other = data.draw(st.text(st.characters(exclude_categories=["Cs"])))
        odd = [not re.fullmatch(r"[\w/-]*", text, re.ASCII) for text in (one, other)]
        assume(one != other and all(odd))
        assert dom_id(one) != dom_id(other)
