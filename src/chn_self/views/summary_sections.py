"""The sections of a summary, each worked out from a reduced map and nothing else."""

from collections.abc import Callable, Iterable, Iterator

from chn_self.domain.clarity import Clarity
from chn_self.domain.connection import Connection, Effect, Kind, Support
from chn_self.domain.network_type import Classification, classify
from chn_self.domain.share import Part
from chn_self.views.reasons import agreement_text, reason_text
from chn_self.views.summary_change import change
from chn_self.views.summary_drawn import figures, key, one_by_one, short_words
from chn_self.views.summary_facts import Cluster, Entry, Group, Quote, Section
from chn_self.views.summary_source import Source


def sections(source: Source) -> tuple[Section, ...]:
    """The sections of the chosen parts in reading order, without any that says nothing."""
    made = (
        section
        for part, make in _IN_ORDER
        if part in source.choices.parts
        for section in make(source)
    )
    return tuple(section for section in made if section.says_something)


def _words(s: Source) -> Iterator[Section]:
    said = _quotes(("", s.choices.words))
    yield Section(Part.WORDS, s.words("summary.words"), quotes=said)
    talk = _quotes(*(("", text) for text in s.choices.talk))
    yield Section(Part.WORDS, s.words("summary.talk"), quotes=talk)


def _matters(s: Source) -> Iterator[Section]:
    starred = tuple(
        Entry(
            c.kind,
            c.name,
            c.effect,
            (s.words(f"summary.whose_choice.{c.whose_choice}"),) if c.whose_choice else (),
            (c.me_there or "").strip(),
        )
        for c in s.map.connections
        if c.matters
    )
    yield Section(Part.MATTERS, s.words("summary.matters"), clusters=_clusters(("", starred)))


def _helps(s: Source) -> Iterator[Section]:
    marked = (
        (s.words(f"kinds.{kind}"), [c for c in s.map.of_kind(kind) if c.effect == Effect.HELPS])
        for kind in Kind
    )
    yield Section(Part.HELPS, s.words("summary.helps"), groups=_groups(marked))
    # Only of who was marked as a help: practical help may come from someone to be afraid of.
    turn_to = _by_support(s, "receives", lambda c: c.receives if c.effect == Effect.HELPS else ())
    yield Section(Part.HELPS, s.words("summary.turn_to"), groups=turn_to)


def _gives(s: Source) -> Iterator[Section]:
    gives = _by_support(s, "give", lambda c: c.gives)
    yield Section(Part.GIVES, s.words("summary.gives"), groups=gives)


def _picture(s: Source) -> Iterator[Section]:
    if s.map.connections:
        yield Section(
            Part.PICTURE,
            s.words("summary.picture"),
            lines=figures(s),
            picture=s.picture,
            key=key(s),
            instead=() if Part.LIST in s.choices.parts else one_by_one(s),
        )


def _missing(s: Source) -> Iterator[Section]:
    entries = [("", m.text) for m in s.map.missing]
    yield Section(Part.MISSING, s.words("summary.missing"), quotes=_quotes(*entries))
    yield Section(Part.MISSING, s.words("summary.hope"), quotes=_quotes(("", s.map.hope)))


def _next_step(s: Source) -> Iterator[Section]:
    step = s.map.next_step
    if step is not None:
        said = (("what", step.what), ("who", step.who), ("when", step.when))
        went = step.how_it_went
        yield Section(
            Part.NEXT_STEP,
            s.words("summary.last_step" if went else "summary.next_step"),
            lines=(s.words(f"summary.how_it_went.{went}"),) if went else (),
            quotes=_quotes(*((s.words(f"summary.step.{key}"), text) for key, text in said)),
        )


def _list(s: Source) -> Iterator[Section]:
    yield Section(Part.LIST, s.words("summary.list"), lines=short_words(s), clusters=one_by_one(s))


def _harder(s: Source) -> Iterator[Section]:
    told = (
        (s.words(f"summary.effect.{effect}"), [c for c in s.map.connections if c.effect == effect])
        for effect in (Effect.MIXED, Effect.DRAINS)
    )
    yield Section(Part.HARDER, s.words("summary.harder"), groups=_groups(told))


def _reflections(s: Source) -> Iterator[Section]:
    def label(about: tuple[str, ...]) -> str:
        names = s.words.comma.join(_names(c for c in s.map.connections if c.id in about))
        return s.words("summary.about", names=names) if names else ""

    entries = [(label(r.about), r.text) for r in s.map.reflections]
    yield Section(Part.REFLECTIONS, s.words("summary.reflections"), quotes=_quotes(*entries))


def _type(s: Source) -> Iterator[Section]:
    if s.model is not None:
        said = s.map.type_view
        yield Section(
            Part.TYPE,
            s.words("summary.type"),
            lines=tuple(_likeness(s, classify(s.map, s.model))),
            quotes=_quotes((s.words("summary.kind.own_words"), said.own_words)),
        )


def _likeness(s: Source, found: Classification) -> Iterator[str]:
    if found.comparable:
        yield s.words("summary.kind.most_like", kind=s.words(f"type.kind.{found.closest}"))
        yield s.words(f"type.study_name.{found.closest}")
    # That a map was made away from home is not told: nobody chose to share where they are.
    if found.told != Clarity.CLEAR:
        yield s.words(f"summary.kind.{found.told}")
    # A zero is not told: what is not here may be private.
    reasons = [reason_text(r, s.words) for r in found.reasons if r.values["count"]]
    if found.comparable and reasons:
        yield s.words("summary.kind.why")
        yield " ".join(f"“{reason}”" for reason in reasons)
    if found.comparable and found.agreement is not None:
        yield agreement_text(found.agreement, s.words, "summary.kind.agreement")
    if found.comparable and s.map.type_view.fits:
        yield s.words(f"summary.kind.fits.{s.map.type_view.fits}")
    yield s.words("summary.kind.from_this")
    yield s.words("type.limits")


# The order a practitioner reads in: what the person says and marks first, detail after it.
_IN_ORDER: tuple[tuple[Part, Callable[[Source], Iterator[Section]]], ...] = (
    (Part.WORDS, _words),
    (Part.MATTERS, _matters),
    (Part.HELPS, _helps),
    (Part.GIVES, _gives),
    (Part.PICTURE, _picture),
    (Part.MISSING, _missing),
    (Part.NEXT_STEP, _next_step),
    (Part.CHANGE, change),
    (Part.LIST, _list),
    (Part.HARDER, _harder),
    (Part.REFLECTIONS, _reflections),
    (Part.TYPE, _type),
)


def _names(connections: Iterable[Connection]) -> tuple[str, ...]:
    return tuple(c.name for c in connections)


def _quotes(*said: tuple[str, str | None]) -> tuple[Quote, ...]:
    return tuple(Quote(label, text.strip()) for label, text in said if text and text.strip())


def _clusters(*told: tuple[str, tuple[Entry, ...]]) -> tuple[Cluster, ...]:
    return tuple(Cluster(title, entries) for title, entries in told if entries)


def _groups(told: Iterable[tuple[str, list[Connection]]]) -> tuple[Group, ...]:
    return tuple(Group(label, _names(those)) for label, those in told if those)


def _by_support(
    s: Source, table: str, supports: Callable[[Connection], tuple[Support, ...]]
) -> tuple[Group, ...]:
    return _groups(
        (
            s.words(f"summary.{table}.{support}"),
            [c for c in s.map.connections if support in supports(c)],
        )
        for support in Support
    )
