"""What was handed over and is read: kept in this tab's memory, and nowhere else."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from chn_self.app.effects import Effect, Focus, Print, Unseal
from chn_self.app.messages import reading as m
from chn_self.app.messages.files import Unsealed, WrongPassphrase
from chn_self.domain.personal_map import PersonalMap
from chn_self.files.codec import decode
from chn_self.files.envelope import Envelope
from chn_self.files.faults import Fault, Refusal, refuse
from chn_self.files.handed import Handed, read_handed

# As many as one could look through; more would only fill the memory of a phone.
MOST_FILES = 12


@dataclass(frozen=True, slots=True)
class Opened:
    """A file that is open, or whose passphrase is asked for; `key` is a name of the page's own.

    `trying` while a passphrase is tried, `failed` once one did not open it.
    """

    key: str
    name: str
    holds: Handed
    trying: bool = False
    failed: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """The files that are open, in the order in which they came, and those that did not open.

    `shown` is the key of the one that was chosen, None where it is all maps over time; `whole` says
    that what its person keeps off anything shared is shown as well.
    """

    files: tuple[Opened, ...] = ()
    refused: tuple[tuple[str, Fault], ...] = ()
    shown: str | None = None
    whole: bool = False

    def file(self, key: str | None) -> Opened | None:
        """The file with this key, if it is open."""
        return next((file for file in self.files if file.key == key), None)

    @property
    def on_screen(self) -> Opened | None:
        """The file that is shown by itself: the chosen one, else the last, if there is any."""
        if self.shown is None and self.comparable:
            return None
        ready = [file for file in self.files if not isinstance(file.holds, Envelope)]
        chosen = (file for file in ready if file.key == self.shown)
        return next(chosen, ready[-1] if ready else None)

    @property
    def maps(self) -> tuple[PersonalMap, ...]:
        """Every map that is open, in the order of their days."""
        found = (file.holds for file in self.files if isinstance(file.holds, PersonalMap))
        return tuple(sorted(found, key=_when))

    @property
    def comparable(self) -> bool:
        """Whether there are maps to look at over time."""
        return len(self.maps) > 1

    def hides(self, map_: PersonalMap) -> bool:
        """Whether what stays off anything shared does not show.

        What is in a copy was put in for whoever reads it.
        """
        return not (self.whole or map_.is_copy)


Updated = tuple[Reading, tuple[Effect, ...]]


def day(map_: PersonalMap) -> str:
    """The day that a map is of, as ISO 8601; empty where it says none."""
    return map_.as_of or (map_.saved_at or "")[:10]


def _when(map_: PersonalMap) -> tuple[str, str]:
    return day(map_), map_.saved_at or ""


def message(record: Mapping[str, object], stamp: str) -> m.Reading | None:
    """The message that a record of the page's script stands for, or None; `stamp` is a new text."""
    of, text = str(record.get("of", "")), str(record.get("text", ""))
    match record.get("press"):
        case "read":
            return m.Given(_files(record.get("files")), stamp)
        case "seal":
            return m.TryPassphrase(of, text)
        case "show-file":
            return m.ShowFile(of)
        case "show-over-time":
            return m.ShowOverTime()
        case "show-kept-off":
            return m.ShowKeptOff()
        case "close-file":
            return m.CloseFile(of)
        case "print":
            return m.PrintShown()
        case _:
            return None


def update(reading: Reading, message: m.Reading) -> Updated:
    """What is read after a message, and what the shell is to do; total over every message."""
    match message:
        case m.Given(files, stamp):
            return _given(reading, files, stamp)
        case m.TryPassphrase(key, passphrase):
            return _try(reading, reading.file(key), passphrase)
        case Unsealed(envelope, data):
            return _unsealed(reading, envelope, decode(data))
        case WrongPassphrase(envelope):
            return _wrong(reading, envelope)
        case m.ShowFile(key):
            return replace(reading, shown=key, whole=False), ()
        case m.ShowOverTime():
            return replace(reading, shown=None, whole=False), ()
        case m.ShowKeptOff():
            return replace(reading, whole=not reading.whole), ()
        case m.CloseFile(key):
            return _closed(reading, key), (Focus("title"),)
        case m.PrintShown():
            return reading, (Print(),)


def _files(found: object) -> tuple[tuple[str, bytes], ...]:
    """The name and the bytes of each file of a record; whatever is none is passed over."""
    listed = found if isinstance(found, list) else []
    pairs = ((f.get("name"), f.get("data")) for f in listed if isinstance(f, Mapping))
    return tuple(
        (name, bytes(data))
        for name, data in pairs
        if isinstance(name, str) and isinstance(data, bytes | memoryview)
    )


def _given(reading: Reading, files: tuple[tuple[str, bytes], ...], stamp: str) -> Updated:
    after = replace(reading, refused=())
    for number, (name, data) in enumerate(files):
        full = len(after.files) >= MOST_FILES
        held = refuse("too_many_files", most=MOST_FILES) if full else read_handed(data)
        after = _with(after, f"{stamp}-{number}", name, held)
    return after, (Focus("refused" if after.refused else _sealed(after) or "opened"),)


def _with(reading: Reading, key: str, name: str, held: Handed | Refusal) -> Reading:
    """With a file that came, or why it did not open; one that is open already is only shown."""
    if isinstance(held, Refusal):
        return replace(reading, refused=(*reading.refused, (name, held.faults[0])))
    same = next((file for file in reading.files if file.holds == held), None)
    file = same or Opened(key, name, held)
    after = reading if same else replace(reading, files=(*reading.files, file))
    match held:
        case Envelope():
            return after
        case PersonalMap() if after.comparable:
            return replace(after, shown=None, whole=False)
        case _:
            return replace(after, shown=file.key, whole=False)


def _sealed(reading: Reading) -> str | None:
    """The field for the passphrase of the last file, if that has one."""
    match reading.files[-1:]:
        case (Opened(key, _, Envelope()),):
            return f"passphrase/{key}"
        case _:
            return None


def _try(reading: Reading, file: Opened | None, passphrase: str) -> Updated:
    if file is None or not isinstance(file.holds, Envelope) or file.trying:
        return reading, ()
    if not passphrase:
        return reading, (Focus(f"passphrase/{file.key}"),)
    trying = replace(file, trying=True, failed=False)
    return _in_place(reading, trying), (Unseal(file.holds, passphrase),)


def _unsealed(reading: Reading, envelope: Envelope, held: PersonalMap | Refusal) -> Updated:
    """With the map in the place of what it was sealed in, or why there is none."""
    file = _holding(reading, envelope)
    if file is None:
        return reading, ()
    after = _with(_closed(replace(reading, refused=()), file.key), file.key, file.name, held)
    return after, (Focus("refused" if after.refused else "opened"),)


def _wrong(reading: Reading, envelope: Envelope) -> Updated:
    file = _holding(reading, envelope)
    if file is None:
        return reading, ()
    wrong = replace(file, trying=False, failed=True)
    return _in_place(reading, wrong), (Focus(f"passphrase/{file.key}"),)


def _holding(reading: Reading, envelope: Envelope) -> Opened | None:
    """The file that is still waited for; the person may have closed it meanwhile."""
    return next((file for file in reading.files if file.holds == envelope), None)


def _in_place(reading: Reading, file: Opened) -> Reading:
    files = tuple(file if other.key == file.key else other for other in reading.files)
    return replace(reading, files=files)


def _closed(reading: Reading, key: str) -> Reading:
    files = tuple(file for file in reading.files if file.key != key)
    shown = None if reading.shown == key else reading.shown
    return replace(reading, files=files, shown=shown)
