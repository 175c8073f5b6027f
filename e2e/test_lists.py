"""Adding is quick and forgiving; changing, removing and undoing work wherever a thing is shown."""

import pytest
from playwright.sync_api import Locator, Page, expect

from e2e import person
from e2e.person import WORDS, button, button_about, field, names_listed, press, rows


@pytest.fixture
def page(started: Page) -> Page:
    """The page with an empty map."""
    return started


@pytest.fixture
def people(started: Page) -> Page:
    """The page at the list of people, with nobody on it."""
    person.go(started, "people")
    return started


def box(page: Page) -> Locator:
    """Where a name is typed."""
    return page.get_by_label(WORDS("list.person.label"), exact=True)


def test_enter_adds_and_the_box_is_ready_for_the_next(people: Page) -> None:
    """Name, Enter, name, Enter: no hand leaves the keyboard, and each addition is told."""
    box(people).fill("Mum")
    box(people).press("Enter")
    expect(people.locator("#said")).to_have_text(WORDS("notice.added", name="Mum"))
    expect(box(people)).to_be_focused()
    expect(box(people)).to_have_value("")
    people.keyboard.type("Sam")
    people.keyboard.press("Enter")
    expect(rows(people)).to_have_count(2)
    assert names_listed(people) == ["Mum", "Sam"]


def test_a_double_press_adds_once(people: Page) -> None:
    """A shaky hand presses twice; an empty second press says nothing of it."""
    box(people).fill("Mum")
    person.press_twice(button(people, "ways.add"))
    expect(rows(people)).to_have_count(1)
    expect(people.locator("#said")).to_have_text(WORDS("notice.added", name="Mum"))
    expect(box(people)).to_be_focused()


def test_a_double_press_goes_one_screen_on(people: Page) -> None:
    """The second press lands on the next screen's button, which nobody meant."""
    person.press_twice(people.get_by_test_id("next"))
    person.on_step(people, "places")
    person.press_twice(people.get_by_test_id("next"))
    person.on_step(people, "details")
    people.go_back()
    person.on_step(people, "places")


def test_a_double_press_on_a_link_follows_it_once(page: Page) -> None:
    """Start, pressed twice, is the first list with nothing answered on it."""
    person.go(page, "welcome")
    person.press_twice(person.link(page, "welcome.start"))
    person.on_screen(page, "list.activity.title")


def test_a_second_press_is_heard_once_the_hand_has_moved(people: Page) -> None:
    """Two quick presses on two different buttons are two presses."""
    person.add(people, "Mum", "Sam")
    person.go(people, "details")
    press(people, "so_far.more")
    press(people, "about.closeness_person_choice.1")
    press(people, "about.effect_choice.helps")
    for chosen in ("about.closeness_person_choice.1", "about.effect_choice.helps"):
        expect(button(people, chosen)).to_have_attribute("aria-pressed", "true")


def test_a_held_enter_adds_once(people: Page) -> None:
    """A key held down repeats itself; the list does not."""
    box(people).fill("Mum")
    people.keyboard.down("Enter")
    people.keyboard.down("Enter")
    people.keyboard.down("Enter")
    people.keyboard.up("Enter")
    expect(rows(people)).to_have_count(1)


def test_several_pasted_lines_add_several(people: Page) -> None:
    """A list from elsewhere comes in at once; empty lines are nothing."""
    assert not box(people).evaluate(person.PASTED, "Mum\r\n\r\n  Sam \nDr Shah\n")
    expect(rows(people)).to_have_count(3)
    assert names_listed(people) == ["Mum", "Sam", "Dr Shah"]
    expect(people.locator("#said")).to_have_text(WORDS("notice.added_many", count=3))
    expect(box(people)).to_have_value("")


def test_each_pasted_line_can_be_told_what_it_is(people: Page) -> None:
    """Answering for one leaves the others' buttons where they are."""
    box(people).evaluate(person.PASTED, "Mum\nSam")
    button_about(people, "relation.label.family", "Mum").click()
    button_about(people, "relation.label.friend", "Sam").click()
    expect(rows(people).filter(has_text="Mum")).to_contain_text(WORDS("relation.short.family"))
    expect(rows(people).filter(has_text="Sam")).to_contain_text(WORDS("relation.short.friend"))


def test_one_pasted_line_is_only_pasted(people: Page) -> None:
    """It may be the first half of a name."""
    assert box(people).evaluate(person.PASTED, "Mum")
    expect(rows(people)).to_have_count(0)


def test_an_empty_name_is_no_error(people: Page) -> None:
    """Nothing typed: one quiet line, and the way on stays open."""
    button(people, "ways.add").click()
    expect(people.locator("#said")).to_have_text(WORDS("notice.nothing_typed"))
    expect(rows(people)).to_have_count(0)
    expect(box(people)).to_be_focused()


def test_the_same_name_is_allowed(people: Page) -> None:
    """Two people may be called Sam; the page says quietly that there are two."""
    person.add(people, "Sam", "Sam")
    expect(rows(people)).to_have_count(2)
    expect(people.locator("#said")).to_have_text(WORDS("notice.added_twin", name="Sam"))


@pytest.mark.parametrize("length", [81, 10_000])
def test_a_name_too_long_stays_in_the_box(people: Page, length: int) -> None:
    """A name holds 80 characters; what is over is told, and nothing typed is lost."""
    name = "a" * length
    box(people).fill(name)
    box(people).press("Enter")
    expect(people.locator("#said")).to_have_text(WORDS("notice.too_long", count=length - 80))
    expect(box(people)).to_have_value(name)
    expect(rows(people)).to_have_count(0)
    box(people).fill("")


@pytest.mark.parametrize(
    ("step", "name", "kind"),
    [
        ("people", "Mum", "relation.label.family"),
        ("people", "Nobody knows", "relation.label.friend"),
        ("places", "Old library", "place.label.community"),
        ("activities", "Choir", "activity.label.creative"),
    ],
)
def test_what_it_is_takes_one_press(page: Page, step: str, name: str, kind: str) -> None:
    """The likely answers are there at once, the focus stays with what they were about."""
    person.go(page, step)
    person.add(page, name)
    chip = button_about(page, kind, name)
    chip.focus()
    page.keyboard.press("Enter")
    expect(chip).to_have_count(0)
    expect(rows(page)).not_to_have_text(name)
    expect(button_about(page, "ways.change", name)).to_be_focused()


def test_what_it_is_can_be_any_of_them(people: Page) -> None:
    """What is not likely is behind one more press."""
    person.add(people, "Alex")
    rows(people).locator("summary").click()
    button_about(people, "relation.label.presence", "Alex").click()
    expect(rows(people)).to_contain_text(WORDS("relation.short.presence"))


def test_change_remove_and_undo_on_a_list(people: Page) -> None:
    """What was removed comes back as it was, where it was."""
    person.add(people, "Mum", "Sam", "Alex")
    button_about(people, "ways.change", "Sam").click()
    field(people, "about.name").fill("Samira")
    press(people, "about.effect_choice.mixed")
    press(people, "ways.done")
    person.on_step(people, "people")
    assert names_listed(people) == ["Mum", "Samira", "Alex"]
    expect(button_about(people, "ways.change", "Samira")).to_be_focused()
    button_about(people, "ways.remove", "Samira").click()
    expect(people.locator("#said")).to_have_text(WORDS("notice.removed", name="Samira"))
    expect(button(people, "ways.undo")).to_be_focused()
    assert names_listed(people) == ["Mum", "Alex"]
    people.keyboard.press("Enter")
    expect(people.locator("#said")).to_have_text(WORDS("notice.undone"))
    assert names_listed(people) == ["Mum", "Samira", "Alex"]
    button_about(people, "ways.change", "Samira").click()
    expect(button(people, "about.effect_choice.mixed")).to_have_attribute("aria-pressed", "true")


def test_change_remove_and_undo_on_the_map(page: Page) -> None:
    """The list beside the picture does all that the lists before it did; the picture follows."""
    person.small_map(page)
    person.go(page, "map")
    mark = page.locator("svg[data-testid=map] [data-connection]")
    expect(mark).to_have_count(3)
    button_about(page, "ways.change", "Choir").click()
    press(page, "about.closeness_thing_choice.1")
    press(page, "ways.done")
    person.on_step(page, "map")
    expect(rows(page).filter(has_text="Choir")).to_contain_text(WORDS("closeness.thing.1"))
    button_about(page, "ways.remove", "Library").click()
    expect(mark).to_have_count(2)
    press(page, "ways.undo")
    expect(mark).to_have_count(3)


def test_removing_takes_its_ties_along_and_undo_brings_them_back(page: Page) -> None:
    """No line leads to nobody."""
    kind = page.locator("[data-kind=place]")
    person.small_map(page)
    person.go(page, "links")
    person.next_screen(page)
    expect(person.heading(page)).to_contain_text(WORDS("together.title_where", name="Choir"))
    person.next_screen(page)
    expect(person.heading(page)).to_contain_text("Library")
    page.get_by_role("button", name="Maryam Okafor", exact=True).click()
    person.next_screen(page)
    person.on_screen(page, "links.title")
    pair = page.get_by_role("listitem").filter(has_text="Library")
    expect(pair).to_contain_text("Maryam Okafor")
    person.go(page, "people")
    button_about(page, "ways.remove", "Maryam Okafor").click()
    person.go(page, "map")
    expect(rows(page).and_(kind)).not_to_contain_text(WORDS("map.with", names=""))
    press(page, "ways.undo")
    expect(rows(page).and_(kind).filter(has_text="Library")).to_contain_text("Maryam")


def test_undo_is_on_every_step(page: Page) -> None:
    """Wherever a second thought comes, the last change can be taken back there."""
    person.small_map(page)
    for step in person.STEPS:
        person.go(page, step)
        expect(page.get_by_test_id("undo")).to_be_visible()
    press(page, "ways.undo")
    person.go(page, "places")
    assert names_listed(page) == []


def test_undo_goes_back_through_everything(page: Page) -> None:
    """Answers, words and additions, one by one, to the empty map."""
    person.go(page, "people")
    person.add(page, "Mum")
    person.go(page, "support")
    page.get_by_role("button", name="Mum", exact=True).click()
    person.go(page, "next-step")
    field(page, "next_step.what").fill("ring")
    field(page, "next_step.what").press_sequentially(" her")
    press(page, "ways.undo")
    expect(field(page, "next_step.what")).to_have_value("")
    press(page, "ways.undo")
    person.go(page, "support")
    expect(page.get_by_role("button", name="Mum", exact=True)).to_have_attribute(
        "aria-pressed", "false"
    )
    press(page, "ways.undo")
    person.go(page, "people")
    expect(rows(page)).to_have_count(0)


def test_a_pause_in_typing_moves_nothing(page: Page) -> None:
    """The screen follows when one pauses; the place in the text stays where it is."""
    person.go(page, "next-step")
    what = field(page, "next_step.what")
    what.fill("bread")
    expect(page.locator("summary").filter(has_text=WORDS("next_step.how"))).to_be_visible()
    page.keyboard.press("Home")
    page.keyboard.type("bake ")
    page.keyboard.press("Home")
    for _ in "bake ":
        page.keyboard.press("ArrowLeft")
    page.keyboard.insert_text("x" * 1_991)
    expect(page.get_by_text(WORDS("field_problem.too_long", count=1))).to_be_visible()
    page.keyboard.type("y")
    expect(what).to_have_value("x" * 1_991 + "ybake bread")


def test_a_text_too_long_stays_in_its_field(page: Page) -> None:
    """A note holds 500 characters: more stays in the field, and a line under it says so."""
    person.go(page, "people")
    person.add(page, "Mum")
    button_about(page, "ways.change", "Mum").click()
    person.unfold(page, "about.more")
    note = field(page, "about.note")
    note.fill("n" * 503)
    expect(page.get_by_text(WORDS("field_problem.too_long", count=3))).to_be_visible()
    expect(note).to_have_value("n" * 503)
    expect(note).to_be_focused()
    press(page, "ways.done")
    button_about(page, "ways.change", "Mum").click()
    person.unfold(page, "about.more")
    expect(note).to_have_value("n" * 503)
