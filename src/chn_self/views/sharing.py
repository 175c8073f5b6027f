"""What the screen of the summary offers to choose, and whom own words name all the same."""

from collections.abc import Iterator, Mapping

from chn_self.app.state import State
from chn_self.domain.connection import Connection, Kind, Relation, by_closeness
from chn_self.domain.share import Detail, Part, goes_in, hidden, kept_off, naming
from chn_self.views.few import FEW, few_first
from chn_self.views.letters import can_show
from chn_self.views.summary import Summary
from chn_self.views.summary_pdf import summary_pdf
from chn_self.views.words import Words

# What goes in as soon as it is ticked, in the order in which it is offered; the rest starts off.
PARTS = tuple(part for part in Part if part not in {Part.HARDER, Part.TYPE})


def sharing(state: State, made: Summary, words: Words) -> Mapping[str, object]:
    """What the template needs, along with the summary as it is now."""
    choices, map_ = state.choices, state.map
    parts = [part for part in PARTS if part != Part.CHANGE or state.earlier]
    reader = choices.reader and map_.connection(choices.reader.id or "")
    return {
        "readers": few_first(_readers(state), lambda c: c == reader, FEW - 1),
        "reader": reader,
        "share_parts": few_first(parts, lambda part: part in choices.parts),
        "starts_off": tuple(_starts_off(state)),
        "in_or_out": [
            (kind, those)
            for kind in Kind
            if (those := [c for c in map_.of_kind(kind) if not kept_off(c)])
        ],
        "goes_in": goes_in,
        "kept_off": [c for c in map_.connections if kept_off(c)],
        "looked_at": map_.connection(state.second_look or ""),
        "named": naming(made.own_words, hidden(map_, choices)),
        "talk_lines": _lines_to_talk_about(choices.talk),
        "s": made,
        "in_pdf": can_show(summary_pdf(made, words).texts),
    }


def _readers(state: State) -> tuple[Connection, ...]:
    """Who on the map may read it: workers first, then whoever is closest."""
    people = [c for c in state.map.of_kind(Kind.PERSON) if not kept_off(c)]
    workers = [c for c in people if c.relation == Relation.PRACTITIONER]
    return (*workers, *by_closeness(c for c in people if c not in workers))


def _starts_off(state: State) -> Iterator[tuple[str, str, bool]]:
    """What is in no ready choice: what to press, its value, and if it is in now.

    Nobody hands on a type that they have not seen.
    """
    for part in (Part.HARDER, *((Part.TYPE,) if state.type_shown else ())):
        yield "part", part, part in state.choices.parts
    for detail in Detail:
        yield "detail", detail, detail in state.choices.details


def _lines_to_talk_about(talk: tuple[str, ...]) -> int:
    """How many lines to write in: one more than is written, so that nobody has to fill three."""
    written = max((at for at, said in enumerate(talk, start=1) if said), default=0)
    return min(written + 1, len(talk))
