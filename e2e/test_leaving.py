"""Nothing is lost without a word, and nothing stands between a person and being gone."""

import pytest
from playwright.sync_api import Dialog, Page, expect

from e2e import person
from e2e.person import WORDS, link, on_step, press

# Tells what is left of the page as soon as anything is taken from it as a whole.
TELL_WHAT_IS_LEFT = """new MutationObserver(() => left(document.documentElement.innerHTML))
  .observe(document.documentElement, { childList: true });"""

# The databases there are, once they are being deleted no more, or after more looks than that takes.
DATABASES = """async () => {
  let found = [];
  for (let looks = 0; looks < 500; looks += 1) {
    found = await indexedDB.databases();
    if (!found.length) break;
    await new Promise(requestAnimationFrame);
  }
  return found;
}"""

ON_THEIR_OWN = ("about", "model", "privacy", "help", "worksheet", "erased", "404")


@pytest.fixture
def asked(page: Page) -> list[str]:
    """The kinds of question that the browser put; each is answered with staying."""
    kinds: list[str] = []

    def stay(dialog: Dialog) -> None:
        kinds.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    return kinds


def reload(page: Page) -> None:
    """Reload as a person does, who may be asked and stay."""
    page.evaluate("() => { document.body.dataset.same = ''; setTimeout(() => location.reload()); }")


def stayed(page: Page, asked: list[str]) -> None:
    """See that the browser asked, and the page is the same with everything on it."""
    reload(page)
    while not asked:
        page.wait_for_event("dialog")
    assert asked == ["beforeunload"]
    expect(page.locator("body[data-same]")).to_be_attached()


def went(page: Page, asked: list[str]) -> None:
    """See that the page was reloaded without a question."""
    reload(page)
    expect(page.locator("body[data-same]")).to_have_count(0)
    person.settled(page)
    assert asked == []


def test_no_question_when_there_is_nothing_to_lose(page: Page, asked: list[str]) -> None:
    """Looking around, an example too, is nothing of one's own."""
    person.arrive(page)
    press(page, "welcome.example")
    on_step(page, "map")
    person.button_about(page, "ways.change", "Choir").first.click()
    press(page, "about.effect_choice.mixed")
    went(page, asked)


def test_a_question_before_a_map_is_lost(page: Page, asked: list[str]) -> None:
    """One name is enough to ask about."""
    person.arrive(page, "people")
    person.add(page, "Mum")
    stayed(page, asked)
    assert person.names_listed(page) == ["Mum"]


def test_a_question_before_half_a_name_is_lost(page: Page, asked: list[str]) -> None:
    """What is in a box and not yet on the list counts too."""
    person.arrive(page, "people")
    page.get_by_test_id("name").press_sequentially("Ma")
    stayed(page, asked)
    expect(page.get_by_test_id("name")).to_have_value("Ma")


def test_no_question_once_it_is_kept_until_it_changes(page: Page, asked: list[str]) -> None:
    """A file holds it now; after a change, the file holds less."""
    person.arrive(page, "people")
    person.add(page, "Mum")
    person.go(page, "keep")
    expect(page.get_by_text(WORDS("where_kept.tab"))).to_be_visible()
    person.take(page, "download-map")
    expect(page.locator(".where")).to_have_text(
        person.starting_with(WORDS("where_kept.file_at", at="|").partition("|")[0])
    )
    person.go(page, "people")
    person.add(page, "Sam")
    stayed(page, asked)
    asked.clear()
    press(page, "ways.undo")
    went(page, asked)


def test_a_summary_alone_is_not_the_map(page: Page, asked: list[str]) -> None:
    """It cannot be opened again, so there is still something to lose."""
    person.arrive(page, "people")
    person.add(page, "Mum")
    person.go(page, "summary")
    person.take(page, "download-html")
    stayed(page, asked)


def test_leave_now_asks_nothing_and_leaves_nothing(page: Page, asked: list[str], site: str) -> None:
    """Blank at once, even while the next page is slow to come; Back shows an empty start."""
    left: list[str] = []

    def tell(html: str) -> None:
        left.append(html)

    page.expose_function("left", tell)
    person.arrive(page)
    person.small_map(page)
    page.evaluate(f"() => {{ {TELL_WHAT_IS_LEFT} }}")
    page.get_by_test_id("hide-page").click()
    expect(page).to_have_url(f"{site}away.html")
    expect(page.get_by_role("heading", level=1)).to_have_text(WORDS("pages.away.lead"))
    assert left == [""]
    assert asked == []
    page.go_back()
    person.settled(page)
    person.go(page, "map")
    expect(person.rows(page)).to_have_count(0)
    assert "Maryam" not in page.content()


def test_leave_now_cannot_be_gone_back_to_at_the_step_it_left(
    page: Page, asked: list[str], site: str
) -> None:
    """The page that was left is replaced in the history, not added to."""
    person.arrive(page, "people")
    length = page.evaluate("() => history.length")
    page.get_by_test_id("hide-page").click()
    expect(page).to_have_url(f"{site}away.html")
    assert page.evaluate("() => history.length") == length
    assert asked == []


@pytest.mark.parametrize("name", ON_THEIR_OWN)
def test_help_and_leave_now_on_pages_of_their_own(page: Page, site: str, name: str) -> None:
    """The same two, in the same place, without Python."""
    page.goto(f"{name}.html")
    banner = page.get_by_role("banner")
    banner.get_by_role("link", name=WORDS("layout.help")).click()
    expect(page).to_have_url(f"{site}help.html")
    expect(person.heading(page)).to_have_text(WORDS("helpnow.title"))
    page.get_by_test_id("hide-page").click()
    expect(page).to_have_url(f"{site}away.html")


def test_help_keeps_the_map_where_it_is(page: Page, asked: list[str]) -> None:
    """It opens over the step, with numbers that can be pressed, and closes again."""
    person.arrive(page, "people")
    person.add(page, "Mum")
    for step in person.STEPS:
        person.go(page, step)
        page.get_by_role("banner").get_by_role("link", name=WORDS("layout.help")).click()
        dialog = page.get_by_role("dialog", name=WORDS("helpnow.title"))
        expect(dialog.get_by_role("link", name="116 123")).to_have_attribute("href", "tel:116123")
        dialog.get_by_role("button", name=WORDS("layout.close")).click()
        expect(dialog).to_be_hidden()
        on_step(page, step)
    person.go(page, "people")
    assert person.names_listed(page) == ["Mum"]
    assert asked == []


def test_erase_takes_everything_after_one_question(page: Page, asked: list[str], site: str) -> None:
    """It asks once, in words of our own; then map and stores are gone, and it says what is not."""
    person.arrive(page)
    person.small_map(page)
    person.go(page, "keep")
    page.get_by_test_id("erase").click()
    dialog = page.get_by_role("dialog", name=WORDS("erase.title"))
    dialog.get_by_role("button", name=WORDS("erase.no")).click()
    expect(dialog).to_be_hidden()
    person.go(page, "map")
    expect(person.rows(page)).to_have_count(3)

    person.go(page, "keep")
    page.get_by_test_id("erase").click()
    dialog.get_by_role("link", name=WORDS("erase.yes")).click()
    expect(page).to_have_url(f"{site}erased.html")
    expect(person.heading(page)).to_have_text(WORDS("pages.erased.title"))
    assert page.evaluate(DATABASES) == []
    assert asked == []
    link(page, "pages.erased.again").click()
    person.settled(page)
    person.go(page, "map")
    expect(person.rows(page)).to_have_count(0)
