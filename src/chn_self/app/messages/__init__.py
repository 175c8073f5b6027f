"""Everything that can happen, as data; a list of messages replays a whole visit."""

from chn_self.app.messages.comparing import AskAgain, Comparing, NotSame, PutAway, Same
from chn_self.app.messages.files import (
    CheckFile,
    ExampleRead,
    Files,
    HandedOn,
    KeepMine,
    LeaveExample,
    LookAtExample,
    NotSaved,
    OpenAnyway,
    Opened,
    SaveAs,
    Share,
    StopUnlocking,
    Take,
    Taken,
    TakeSealed,
    Unlock,
    Unsealed,
    WrongPassphrase,
)
from chn_self.app.messages.guiding import Guide, Guiding, Want, Whose
from chn_self.app.messages.looking import (
    AnotherPrompt,
    Choose,
    Looking,
    NotForMe,
    ShowType,
    Unfold,
    View,
)
from chn_self.app.messages.mapping import (
    Add,
    AddMissing,
    AddRow,
    Answer,
    AnswerMap,
    Gives,
    Mapping,
    NoOne,
    Pair,
    Receives,
    Remove,
    ToggleLink,
    Typed,
    Undo,
)
from chn_self.app.messages.moving import Back, Edit, EditDone, ListDone, Moving, Next, Said, Went
from chn_self.app.messages.page import (
    AnotherStarter,
    Install,
    Installable,
    KeepLater,
    Lost,
    Newer,
    NoStarters,
    Page,
    Prefer,
    Print,
    UseNewer,
)
from chn_self.app.messages.placing import Look, LookAway, Move, Nearer, Placing, Put, Select
from chn_self.app.messages.shelf import (
    KeepAnother,
    KeepHere,
    KeepPlain,
    KeptHere,
    KeptRead,
    Lasting,
    LockAfter,
    Locked,
    LockNow,
    NotKept,
    NotNow,
    OpenKept,
    Saved,
    Shelf,
    ShelfRead,
    TakenOff,
    TakeOff,
    TakeOffNow,
)

Message = Moving | Mapping | Placing | Looking | Comparing | Guiding | Files | Shelf | Page

# What the device tells, not the person: it takes nothing off the screen that is being read, and is
# no change that Undo would take back.
Background = (
    Taken
    | NotSaved
    | HandedOn
    | ExampleRead
    | Unsealed
    | WrongPassphrase
    | KeptHere
    | Saved
    | NotKept
    | Lasting
    | ShelfRead
    | KeptRead
    | TakenOff
    | NotNow
    | Locked
    | Lost
    | Newer
    | Installable
)

__all__ = [
    "Add",
    "AddMissing",
    "AddRow",
    "AnotherPrompt",
    "AnotherStarter",
    "Answer",
    "AnswerMap",
    "AskAgain",
    "Back",
    "Background",
    "CheckFile",
    "Choose",
    "Comparing",
    "Edit",
    "EditDone",
    "ExampleRead",
    "Files",
    "Gives",
    "Guide",
    "Guiding",
    "HandedOn",
    "Install",
    "Installable",
    "KeepAnother",
    "KeepHere",
    "KeepLater",
    "KeepMine",
    "KeepPlain",
    "KeptHere",
    "KeptRead",
    "Lasting",
    "LeaveExample",
    "ListDone",
    "LockAfter",
    "LockNow",
    "Locked",
    "Look",
    "LookAtExample",
    "LookAway",
    "Looking",
    "Lost",
    "Mapping",
    "Message",
    "Move",
    "Moving",
    "Nearer",
    "Newer",
    "Next",
    "NoOne",
    "NoStarters",
    "NotForMe",
    "NotKept",
    "NotNow",
    "NotSame",
    "NotSaved",
    "OpenAnyway",
    "OpenKept",
    "Opened",
    "Page",
    "Pair",
    "Placing",
    "Prefer",
    "Print",
    "Put",
    "PutAway",
    "Receives",
    "Remove",
    "Said",
    "Same",
    "SaveAs",
    "Saved",
    "Select",
    "Share",
    "Shelf",
    "ShelfRead",
    "ShowType",
    "StopUnlocking",
    "Take",
    "TakeOff",
    "TakeOffNow",
    "TakeSealed",
    "Taken",
    "TakenOff",
    "ToggleLink",
    "Typed",
    "Undo",
    "Unfold",
    "Unlock",
    "Unsealed",
    "UseNewer",
    "View",
    "Want",
    "Went",
    "Whose",
    "WrongPassphrase",
]
