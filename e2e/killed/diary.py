"""What a page is heard to do with the map until it is killed: its changes, its saves."""

from dataclasses import dataclass, field

from playwright.sync_api import ConsoleMessage

# Changes the map in a field again and again, faster than it can be kept, and tells of each write to
# the device as it begins and as it ends; `safe` is the last change when the page says that nothing
# is unkept. It calls `now` at the moment to be killed at.
CHANGING = """(element, { first, changes, every, wait }) => {
  const say = (what, which = "") => console.debug(`${what} ${which}`);
  const { write } = chn.shelf;
  chn.shelf.write = async (record, before) => {
    say("begun", record.revision);
    const answer = await write(record, before);
    say(answer, record.revision);
    return answer;
  };
  let change = first;
  const root = document.documentElement;
  new MutationObserver(() => "unkept" in root.dataset || say("safe", change))
    .observe(root, { attributeFilter: ["data-unkept"] });
  setInterval(() => {
    change += 1;
    say("typed", change);
    element.value = change;
    element.dispatchEvent(new Event("input", { bubbles: true }));
    if (change === first + changes) setTimeout(say, wait, "now");
  }, every);
}"""


@dataclass
class Diary:
    """What was heard of one page; it starts with the revision and the change that were opened.

    `begun` and `kept` are revisions, the oldest first; `typed` and `safe` the last change made and
    the last that was told to be kept; `refused` what was answered where nothing was kept.
    """

    begun: list[str]
    kept: list[str]
    typed: int
    safe: int
    refused: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, revision: str, change: int) -> "Diary":
        """The diary of a page that has opened this."""
        return cls([revision], [revision], change, change)

    def hear(self, message: ConsoleMessage) -> None:
        """Note what the page tells."""
        what, _, which = message.text.partition(" ")
        match what:
            case "begun":
                self.begun.append(which)
            case "kept":
                self.kept.append(which)
            case "typed":
                self.typed = int(which)
            case "safe":
                self.safe = int(which)
            case "now":
                pass
            case _:
                self.refused.append(message.text)

    @property
    def is_writing(self) -> bool:
        """Whether a write had begun and its end was not told."""
        return self.begun[-1] != self.kept[-1]
