"""The rules of a map file: each part of a map read from its object, faults noted on the way."""

from dataclasses import fields

from chn_self.domain.connection import (
    ActivityType,
    Closeness,
    Connection,
    Effect,
    Kind,
    Often,
    PlaceType,
    Relation,
    Support,
    WhoseChoice,
)
from chn_self.domain.personal_map import (
    MOST_CONNECTIONS,
    MOST_LINKS,
    NOTE_LENGTH,
    Fits,
    HowItWent,
    Link,
    Missing,
    NextStep,
    PersonalMap,
    Reflection,
    TypeView,
)
from chn_self.files.entry import Entry

FORMAT = "chn-map"
VERSION = 1

Part = PersonalMap | Connection | Link | Missing | Reflection | TypeView | NextStep


def known_keys(part: type[Part]) -> tuple[str, ...]:
    """The keys a version 1 file has for this part, in order: the fields of its dataclass."""
    return tuple(field.name for field in fields(part) if field.name != "extra")


def read_map(file: Entry) -> PersonalMap:
    """The map in a file's outermost object; what is returned holds only if no fault was noted."""
    connections = _connections(file)
    week_at_home, away = file.scale("week_at_home", 5), file.flag("away")
    return PersonalMap(
        id=file.id("id", required=False),
        saved_at=file.time("saved_at"),
        as_of=file.date("as_of"),
        usual=file.flag("usual"),
        connections=connections,
        links=_links(file, {c.id for c in connections}),
        complete=file.choices("complete", Kind),
        support_answered=file.choices("support_answered", Support),
        # To someone who does not live at home just now the question does not arise. No measure
        # reads the answer then, so passing over it loses nothing; a refusal would cost the map.
        week_at_home=None if away else week_at_home,
        away=away,
        satisfaction=file.scale("satisfaction", 5),
        hope=file.text("hope"),
        missing=tuple(_missing(entry) for entry in file.entries("missing")),
        reflections=tuple(_reflection(entry) for entry in file.entries("reflections")),
        type_view=_type_view(file.entry("type_view")),
        next_step=_next_step(file.entry("next_step")),
        extra=file.rest(("format", "version", *known_keys(PersonalMap))),
    )


def _connections(file: Entry) -> tuple[Connection, ...]:
    connections = []
    seen: set[str] = set()
    for entry in file.entries("connections", MOST_CONNECTIONS):
        connection = _connection(entry)
        if connection.id in seen:
            entry.note("id", "repeated_id")
        seen.add(connection.id)
        connections.append(connection)
    return tuple(connections)


def _connection(entry: Entry) -> Connection:
    kind = entry.choice("kind", Kind, required=True)
    relation: Relation | None = None
    type_: PlaceType | ActivityType | None = None
    match kind:
        case Kind.PERSON:
            relation = entry.choice("relation", Relation)
            entry.absent(("type",), "not_for_people")
        case Kind.PLACE:
            type_ = entry.choice("type", PlaceType)
        case Kind.ACTIVITY:
            type_ = entry.choice("type", ActivityType)
    if kind in (Kind.PLACE, Kind.ACTIVITY):
        entry.absent(("relation", "gives", "receives"), "only_for_people")
    return Connection(
        id=entry.id("id"),
        kind=kind or Kind.PERSON,
        name=entry.name("name"),
        relation=relation,
        type=type_,
        closeness=entry.choice("closeness", Closeness),
        often=entry.choice("often", Often),
        effect=entry.choice("effect", Effect),
        new=entry.flag("new"),
        matters=entry.flag("matters"),
        me_there=entry.text("me_there"),
        whose_choice=entry.choice("whose_choice", WhoseChoice),
        private=entry.flag("private"),
        note=entry.text("note", NOTE_LENGTH),
        gives=entry.choices("gives", Support) if kind == Kind.PERSON else (),
        receives=entry.choices("receives", Support) if kind == Kind.PERSON else (),
        extra=entry.rest(known_keys(Connection)),
    )


def _links(file: Entry, ids: set[str]) -> tuple[Link, ...]:
    """The links, each pair once: a link written again, either way round, is passed over."""
    links: dict[frozenset[str], Link] = {}
    for entry in file.entries("links", MOST_LINKS):
        link = Link(entry.id("a"), entry.id("b"), entry.rest(known_keys(Link)))
        for key, end in (("a", link.a), ("b", link.b)):
            if end not in ids:
                entry.note(key, "no_such_connection")
        if link.a == link.b:
            entry.note("b", "self_link")
        links.setdefault(link.ends, link)
    return tuple(links.values())


def _missing(entry: Entry) -> Missing:
    return Missing(entry.text("text") or "", entry.rest(known_keys(Missing)))


def _reflection(entry: Entry) -> Reflection:
    return Reflection(
        prompt=entry.id("prompt", required=False),
        about=entry.ids("about"),
        text=entry.text("text") or "",
        extra=entry.rest(known_keys(Reflection)),
    )


def _type_view(entry: Entry | None) -> TypeView:
    if entry is None:
        return TypeView()
    return TypeView(
        fits=entry.choice("fits", Fits),
        own_words=entry.text("own_words"),
        extra=entry.rest(known_keys(TypeView)),
    )


def _next_step(entry: Entry | None) -> NextStep | None:
    if entry is None:
        return None
    return NextStep(
        what=entry.text("what"),
        who=entry.text("who"),
        when=entry.text("when"),
        how_it_went=entry.choice("how_it_went", HowItWent),
        extra=entry.rest(known_keys(NextStep)),
    )
