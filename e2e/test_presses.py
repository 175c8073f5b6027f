"""How many presses a map of twelve takes, by the short path and by the full one.

A press is one press of a mouse or finger, or of Enter or Space, wherever it lands: on a button, an
answer, a fold, a link. The letters of names are not counted, nor the Enter that ends each name. The
browser counts, so that nothing that a person would have to press is left out.
"""

from playwright.sync_api import Page

from e2e import person
from e2e.hands import ACTIVITIES, PEOPLE, PLACES
from e2e.person import button, button_about, link, next_screen, on_screen, on_step, press

NAMES = {"activity": ACTIVITIES, "person": PEOPLE, "place": PLACES}
MOST_OF_THE_SHORT_PATH = 40
MOST_OF_THE_FULL_PATH = 90

# A name is typed with its Enter; everywhere else Enter and Space press something.
COUNTING = """
globalThis.presses = 0;
const count = () => { globalThis.presses += 1; };
addEventListener("pointerdown", count, true);
addEventListener("keydown", ({ key, target }) => {
  const typing = target.matches?.("[data-testid=name], textarea");
  if (key === "Enter" || key === " ") typing || count();
}, true);
"""


def counting(page: Page) -> Page:
    """The first page, with every press counted from now on."""
    page.add_init_script(COUNTING)
    person.arrive(page)
    return page


def pressed(page: Page) -> int:
    """How many presses there were."""
    found: int = page.evaluate("presses")
    return found


def lists(page: Page) -> None:
    """Twelve on three lists, each marked with what it is; all that the person wants is there."""
    link(page, "welcome.start").click()
    for kind, names in NAMES.items():
        on_screen(page, f"list.{kind}.title")
        for name in names:
            person.add(page, name)
            label = "relation.label.friend" if kind == "person" else f"{kind}.label.{_type(kind)}"
            button_about(page, label, name).click()
        press(page, f"list.{kind}.all")


def _type(kind: str) -> str:
    return {"activity": "hobby", "place": "outdoors"}[kind]


def test_the_short_path(page: Page) -> None:
    """Activities, people, places, and the map: 40 presses or fewer, with what each is."""
    lists(counting(page))
    on_screen(page, "so_far.title")
    link(page, "so_far.map").click()
    on_step(page, "map")
    assert len(person.names_listed(page)) == sum(map(len, NAMES.values()))
    # 1 to start, 12 answers, 3 lists, 1 to the map.
    assert pressed(page) == 17 <= MOST_OF_THE_SHORT_PATH


def test_the_full_path(page: Page) -> None:
    """The same, and each question on the way answered once, to the map: 90 presses or fewer."""
    lists(counting(page))
    press(page, "so_far.more")
    _details(page)
    _support(page)
    person.field(page, "missing.label").fill("Somewhere to sing")
    person.field(page, "missing.label").press("Enter")
    next_screen(page)
    person.field(page, "hope.label").fill("More laughing")
    next_screen(page)
    on_step(page, "map")
    # 16 for the lists, 1 for more; 12 times 3 about each; 4 for stars, 3 times 2 about those;
    # 3 times 2 about now; 5 times 2 about support; 3 about giving; 3 for what is missing and hoped.
    assert pressed(page) == 85 <= MOST_OF_THE_FULL_PATH


def _details(page: Page) -> None:
    for kind, names in NAMES.items():
        thing = "person" if kind == "person" else "thing"
        for name in names:
            on_screen(page, "about.title", name=name)
            press(page, f"about.closeness_{thing}_choice.1")
            press(page, "about.effect_choice.helps")
            next_screen(page)
    on_screen(page, "matters.title")
    for names in NAMES.values():
        page.get_by_role("button", name=names[0], exact=True).click()
    next_screen(page)
    for names in NAMES.values():
        on_screen(page, "starred.title", name=names[0])
        press(page, "about.whose_choice_choice.mine")
        next_screen(page)
    for answer in ("usual.yes", "week.choice.3", "content.choice.4"):
        press(page, answer)
        next_screen(page)


def _support(page: Page) -> None:
    for kind in ("listening", "practical", "advice", "company", "health"):
        on_screen(page, f"receives.title.{kind}")
        page.get_by_role("button", name=PEOPLE[0], exact=True).click()
        next_screen(page)
    page.locator("summary").filter(has_text=PEOPLE[0]).click()
    button(page, "gives.choice.company").click()
    next_screen(page)
