"""Everything the page knows at one moment."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from chn_self.app.kept import Asking, Kept, OnDevice, Shelved, Trouble, Waiting
from chn_self.app.leaving import Ways
from chn_self.app.session import Session
from chn_self.app.steps import Fold, Place, Step
from chn_self.domain.comparison import Comparison, compare
from chn_self.domain.emphasis import Emphasis
from chn_self.domain.matching import Ends
from chn_self.domain.personal_map import PersonalMap
from chn_self.domain.share import Choices
from chn_self.domain.text import TextProblem
from chn_self.files.faults import Fault


@dataclass(frozen=True, slots=True)
class Notice:
    """One calm sentence to show and to read out: its key in the words, and what fills it in."""

    key: str
    values: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Draft:
    """A field's text exactly as typed, and what keeps it from the map, if anything does."""

    text: str
    problem: TextProblem | None = None


@dataclass(frozen=True, slots=True)
class Reflecting:
    """Which prompt is shown, and which were put away, each by its key and what it is about."""

    at: int = 0
    put_away: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Own:
    """What is the person's own, set aside while an example is looked at."""

    map: PersonalMap
    past: tuple[PersonalMap, ...]
    drafts: Mapping[str, Draft]
    type_shown: bool
    reflecting: Reflecting
    choices: Choices


@dataclass(frozen=True, slots=True)
class Earlier:
    """Another map of the person's, to compare with: it is looked at, and never changed.

    `same` and `apart` are what they said of pairs: one and the same, or two.
    """

    map: PersonalMap
    same: tuple[Ends, ...] = ()
    apart: tuple[Ends, ...] = ()

    def against(self, now: PersonalMap) -> Comparison:
        """This map held against the one in the tab."""
        return compare(self.map, now, same=self.same, apart=self.apart)


@dataclass(frozen=True, slots=True)
class State:
    """The map, where the person is, and what is not on the map: drafts, notices and choices.

    `drafts` holds what was typed into fields, by the field's name; `past` the maps that Undo
    goes back to, newest last; `fresh` the connections added last, whose relation is one press away;
    `typing` the field that the last change was typed into, so that one text is one undo. `origin`
    is the map as it was opened: Undo past it leads to another one, which is kept elsewhere or not.
    `shelf` holds what is kept on this device, once that was looked at; `taking_off` the key of the
    one that the person is asked about; `keeping` that the map is being put there; `offer` that
    keeping it is offered on this screen. `emphasis` is the view of the map that was chosen;
    `unfolded` what was opened on its screen since the person came there. `earlier` is a map to
    compare with. `second_look` is the id of one kept off what is shared that the person may put in.
    `session` is what belongs to being helped and to ending; `with_helper` if a helper
    was there when the map was made, None where nobody said. `first` is the list that the person
    chose to start with; `starter` the number of the idea that lists show, None once ideas were
    turned off. `today` is the local date, which the shell knows, as ISO 8601.
    """

    map: PersonalMap
    place: Place = Place(Step.WELCOME)
    past: tuple[PersonalMap, ...] = ()
    drafts: Mapping[str, Draft] = field(default_factory=dict)
    notice: Notice | None = None
    faults: tuple[Fault, ...] = ()
    origin: PersonalMap | None = None
    kept: Kept | None = None
    device: OnDevice | None = None
    own: Own | None = None
    earlier: Earlier | None = None
    waiting: Waiting | None = None
    asking: Asking | None = None
    shelf: tuple[Shelved, ...] | None = None
    taking_off: str | None = None
    keeping: bool = False
    offer: bool = False
    offered: bool = False
    fresh: tuple[str, ...] = ()
    typing: str | None = None
    selected: str | None = None
    emphasis: Emphasis | None = None
    unfolded: frozenset[Fold] = frozenset()
    type_shown: bool = False
    reflecting: Reflecting = Reflecting()
    choices: Choices = Choices()
    second_look: str | None = None
    session: Session = Session()
    with_helper: bool | None = None
    ways: Ways = Ways()
    first: Step = Step.ACTIVITIES
    starter: int | None = 0
    today: str | None = None
    newer: bool = False
    installable: bool = False

    @property
    def is_example(self) -> bool:
        """Whether the map shown is the ready-made one."""
        return self.own is not None

    @property
    def mine(self) -> PersonalMap:
        """The person's own map, also while an example is looked at."""
        return self.own.map if self.own else self.map

    @property
    def unkept(self) -> bool:
        """Whether closing the tab would lose something the person put in."""
        drafts = self.own.drafts if self.own else self.drafts
        return not self.is_kept or has_words(drafts)

    @property
    def is_kept(self) -> bool:
        """Whether all that is on the person's own map is kept somewhere, or there is nothing."""
        places = (self.kept, self.device)
        return any(place.map == self.mine for place in places if place) or not has_content(
            self.mine
        )

    @property
    def due(self) -> PersonalMap | None:
        """The map that is to be kept on the device now, if the one there is another.

        Never over what another tab has kept or taken off since: that is for the person to decide.
        """
        device = self.device
        if device is None or device.trouble in (Trouble.CHANGED, Trouble.GONE):
            return None
        return None if device.map == self.mine else self.mine


def has_content(map_: PersonalMap) -> bool:
    """Whether the person has put anything on the map at all."""
    empty = PersonalMap(id=map_.id, saved_at=map_.saved_at, as_of=map_.as_of)
    return replace(map_, missing=tuple(m for m in map_.missing if m.text or m.extra)) != empty


def unfinished(drafts: Mapping[str, Draft]) -> Mapping[str, Draft]:
    """The drafts whose text is nowhere else: in a box, or not fit for the map as it is."""
    return {
        field: draft
        for field, draft in drafts.items()
        if draft.text and (draft.problem or is_box(field))
    }


def has_words(drafts: Mapping[str, Draft]) -> bool:
    """Whether a text is nowhere but in the drafts; choices in a row with no name are none yet."""
    return any(not f.startswith("quick/") or f == "quick/name" for f in unfinished(drafts))


def is_box(field: str) -> bool:
    """Whether a field is a box to add from: what is in it is on the map once it is added."""
    return field.startswith(("add/", "quick/")) or field == "missing/new"
