"""What a map shows, in words."""

from dataclasses import replace

import pytest

from chn_self.domain.connection import Connection, Effect, Support
from chn_self.domain.findings import Finding, Rule
from chn_self.views.findings import told
from tests.maps import AWKWARD, activity, person
from tests.summaries import WORDS
from tests.views.shown import Shown

CHOIR = activity("choir", "Choir")
PEOPLE = tuple(person(name.casefold(), name) for name in ("Sam", "Ali", "Kim"))


def helps(*connections: Connection) -> tuple[Connection, ...]:
    """The same, each marked as a help."""
    return tuple(replace(c, effect=Effect.HELPS) for c in connections)


def text(finding: Finding) -> str:
    """A finding as it is read."""
    shown = Shown(told(finding, WORDS).text)
    return "".join(text for text, _ in shown.texts)


@pytest.mark.parametrize(
    ("finding", "said"),
    [
        (
            Finding(Rule.MET, helps(CHOIR), 2),
            "You put Choir as a help, and 2 people with it.",
        ),
        (
            Finding(Rule.MET, helps(CHOIR), 1),
            "You put Choir as a help, and one person with it.",
        ),
        (Finding(Rule.MET, (CHOIR,), 3), "You put 3 people with Choir."),
        (
            Finding(Rule.BOTH, helps(*PEOPLE[:2]), 2),
            "You put Sam and Ali as a help. You marked both giving and getting with them.",
        ),
        (Finding(Rule.BOTH, PEOPLE[:1], 1), "You marked both giving and getting with Sam."),
        (Finding(Rule.GROUP, PEOPLE, 3), "You put these together: Sam, Ali and Kim."),
        (Finding(Rule.GROUP, PEOPLE, 5), "You put these together: Sam, Ali, Kim and 2 more."),
        (
            Finding(Rule.BETWEEN, PEOPLE[:1], 1),
            "Two groups of people meet at Sam on your map.",
        ),
        (
            Finding(Rule.FROM_ONE, PEOPLE[:1], 1, Support.LISTENING),
            "You put listening beside one person: Sam.",
        ),
    ],
)
def test_says_what_the_person_put_there(finding: Finding, said: str) -> None:
    """Warmly only where all who are named were marked as a help."""
    assert text(finding) == said


@pytest.mark.parametrize("rule", Rule)
def test_says_how_it_is_found(rule: Rule) -> None:
    """In words of its own."""
    assert (
        WORDS(f"findings.how.{rule}")
        == told(Finding(rule, PEOPLE[:1], 1, Support.ADVICE), WORDS).how
    )


@pytest.mark.parametrize("name", AWKWARD)
@pytest.mark.parametrize("rule", Rule)
def test_a_name_is_never_markup(rule: Rule, name: str) -> None:
    """It stands in `bdi`, and nothing else is there."""
    finding = Finding(rule, (person("a", name),), 3, Support.ADVICE)
    shown = Shown(told(finding, WORDS).text)
    assert {e.tag for e in shown.elements} == {"bdi"}
    assert not shown.unclosed
