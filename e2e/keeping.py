"""What a person does to keep a map on the device and to open it again."""

from playwright.sync_api import Page, expect

from e2e import person
from e2e.person import WORDS, on_step, press, starting_with

KETTLE = "blue tea kettle"


def where(page: Page, key: str) -> None:
    """See where the map is said to be, on whatever screen this is."""
    expect(page.locator("#where")).to_have_text(starting_with(WORDS(f"where_kept.{key}")))


def type_secret(page: Page, form: str, first: str, again: str | None = None) -> None:
    """Type a passphrase into one of the forms, twice, and press its button."""
    group = page.locator("form").filter(has=page.get_by_test_id(f"seal-{form}"))
    group.get_by_label(WORDS("seal.label"), exact=True).fill(first)
    group.get_by_label(WORDS("seal.again"), exact=True).fill(first if again is None else again)
    page.get_by_test_id(f"seal-{form}").click()


def keep(page: Page, passphrase: str = KETTLE) -> None:
    """Keep the map with a passphrase."""
    type_secret(page, "here", passphrase)
    where(page, "sealed")


def keep_plain(page: Page) -> None:
    """Keep the map without one."""
    person.unfold(page, "here.plain_summary")
    page.get_by_test_id("keep-plain").click()
    where(page, "plain")


def open_first(page: Page) -> None:
    """Open the first map of the list."""
    on_step(page, "keep")
    row = page.get_by_test_id("kept").first
    row.get_by_role("button", name=starting_with(WORDS("shelf.open"))).click()


def unlock(page: Page, passphrase: str) -> None:
    """Type the passphrase that is asked for."""
    page.get_by_label(WORDS("asking.label"), exact=True).fill(passphrase)
    press(page, "asking.open")
