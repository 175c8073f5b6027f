"""The pages of the site as they are built: strict, linked, readable without a script."""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from chn_self.app.state import State
from chn_self.app.steps import LISTS, Place, Step
from chn_self.domain.personal_map import PersonalMap
from chn_self.views.settings import HelpNumber, Settings, read_settings
from chn_self.views.site import FILES, POLICY, STATIC, pages
from tests.summaries import MODEL, WORDS
from tests.views.shown import Element, Shown, shown
from tests.views.test_figures import FIGURES

SETTINGS = read_settings((Path(__file__).parents[2] / "site.toml").read_text("utf-8"))
STANDING = tuple(FILES.get(name, f"{name}.html") for name in STATIC)
PATHS = ("index.html", "reader.html", "away.html", *STANDING)
EACH = pytest.mark.parametrize("path", PATHS)
WITH_HEADER = pytest.mark.parametrize("path", ["index.html", "reader.html", *STANDING])

SECTIONS: list[dict[str, str]] = WORDS.at("pages.model.section")  # type: ignore[assignment]

# What the build puts beside the pages.
ASSETS = re.compile(
    r"assets/[a-z./-]+\.(js|css|svg|png)|(pyodide|pyscript)/[a-z._]+\.(js|mjs|wasm|pack)"
    r"|manifest\.webmanifest|data:,|data:image/svg\+xml,[^\"<>]*"
)


@cache
def ours() -> Mapping[str, str]:
    """Every page by its path, with the settings and words that ship."""
    return pages(WORDS, SETTINGS, MODEL, FIGURES)


@cache
def page(path: str) -> Shown:
    """A page as a browser sees it."""
    return Shown(ours()[path])


def links(shown: Shown) -> list[Element]:
    """All that leads or points somewhere."""
    return [e for e in shown.elements if {"href", "src", "action", "data"} & e.attributes.keys()]


def built(settings: Settings) -> Mapping[str, Shown]:
    """The pages of another host."""
    return {path: Shown(html) for path, html in pages(WORDS, settings, MODEL, FIGURES).items()}


def test_the_pages_of_the_design_are_there() -> None:
    """Each that the design has stand on its own."""
    assert {*ours()} == {*PATHS}
    names = ("reader", "privacy", "help", "about", "model", "worksheet", "away", "erased")
    assert {*PATHS} >= {f"{name}.html" for name in names}


class TestEveryPage:
    """What holds of each page."""

    @EACH
    def test_is_sound(self, path: str) -> None:
        """Every element closed, no id twice, every reference met."""
        shown = page(path)
        assert ours()[path].lstrip().startswith("<!DOCTYPE html>")
        assert not shown.unclosed
        outside = [
            e for e in shown.elements if not any(above.tag == "template" for above in e.inside)
        ]
        ids = [e.attributes["id"] for e in outside if "id" in e.attributes]
        assert len({*ids}) == len(ids)
        for e in outside:
            for name in ("for", "aria-labelledby", "aria-describedby"):
                assert {*(e.get(name) or "").split()} <= {*ids}, e

    @EACH
    def test_is_barred_from_everything_else(self, path: str) -> None:
        """By a policy that comes before anything it could bar."""
        shown = page(path)
        head = [e for e in shown.elements if e.inside and e.inside[-1].tag == "head"]
        assert head[0].get("charset") == "utf-8"
        assert head[1].attributes == {
            "http-equiv": "Content-Security-Policy",
            "content": POLICY,
        }
        assert shown.one("meta", name="referrer").get("content") == "no-referrer"

    @EACH
    def test_holds_nothing_inline(self, path: str) -> None:
        """No script, style or handler in the page: the policy would bar it."""
        shown = page(path)
        assert not shown.all("style")
        for e in shown.elements:
            assert "style" not in e.attributes, e
            assert not any(name.startswith("on") for name in e.attributes), e
        for script in shown.all("script"):
            assert script.get("src") or script.get("type") == "py", script

    @EACH
    def test_says_its_language_and_title(self, path: str) -> None:
        """For screen readers, and for the tab."""
        shown = page(path)
        assert shown.one("html").get("lang") == "en"
        (title,) = (e for e in shown.all("title") if e.inside[-1].tag == "head")
        assert title.text
        assert "width=device-width" in (shown.one("meta", name="viewport").get("content") or "")

    @EACH
    def test_has_one_main_and_one_title_in_it(self, path: str) -> None:
        """The way past the header leads there."""
        shown = page(path)
        main = shown.one("main")
        assert len([e for e in shown.all("h1") if main in e.inside]) == 1

    @EACH
    def test_leads_to_pages_that_exist_and_fetches_nothing_from_elsewhere(self, path: str) -> None:
        """Addresses are relative, so that the site runs under any path."""
        numbers = {number.href for number in SETTINGS.help}
        for e in links(page(path)):
            to = e.get("href") or e.get("src") or ""
            if e.tag in {"link", "script", "img"}:
                assert ASSETS.fullmatch(to), e
            elif to.startswith("#/"):
                assert path == "index.html"
                assert to.removeprefix("#/") in {*Step}, e
            elif to.startswith("#"):
                assert to.removeprefix("#") in page(path).ids, e
            elif to.startswith(("https:", "tel:", "sms:")):
                away = path == "away.html" and to == "https://www.metoffice.gov.uk/"
                assert to in numbers or away, e
                assert "noreferrer" in (e.get("rel") or ""), e
            elif to.startswith("./#/"):
                assert to.removeprefix("./#/") in {*Step}, e
            else:
                assert to in PATHS or to == "./", e

    @EACH
    def test_names_no_other_host(self, path: str) -> None:
        """But those of help, the weather, and the study's doi, which is text."""
        hosts = {*re.findall(r"https?://([^/\"'<\s]+)", ours()[path])}
        helping = {n.href.split("/")[2] for n in SETTINGS.help if n.href and "//" in n.href}
        assert hosts <= helping | {"www.metoffice.gov.uk", "doi.org"}

    @WITH_HEADER
    def test_has_help_and_leave_now(self, path: str) -> None:
        """One press away, under the same names, in the same place."""
        header = page(path).one("header")
        inside = [e for e in page(path).all("a") if any(a.tag == "header" for a in e.inside)]
        assert [e.text for e in inside] == [SETTINGS.name, "Help", "Leave now"]
        assert header.get("aria-label")
        help_, leave = inside[1:]
        assert help_.get("href") == "help.html"
        assert leave.get("href") == SETTINGS.leave_now

    @WITH_HEADER
    def test_has_a_way_past_the_header(self, path: str) -> None:
        """The first thing that takes the focus."""
        first = page(path).all("a")[0]
        assert (first.get("href"), page(path).one("main").get("id")) == ("#main", "main")

    @WITH_HEADER
    def test_says_no_more_in_the_tab_than_its_name(self, path: str) -> None:
        """Someone else may see the tab, and the history."""
        assert page(path).all("title")[0].text == SETTINGS.name


class TestIndex:
    """The page with the map, before Python arrives."""

    def test_shows_the_welcome_at_once(self) -> None:
        """What it is, what it is not, and the way in; all of it HTML."""
        shown = page("index.html")
        main = shown.one("main", data_step="welcome")
        for key in ("what", "not_this", "private", "start", "kept", "leave"):
            assert WORDS(f"welcome.{key}") in main.text, key

    def test_holds_the_first_screens_for_whoever_starts_early(self) -> None:
        """The welcome and the three lists, rendered by the same templates."""
        templates = [e for e in page("index.html").all("template") if e.get("data-early")]
        assert [e.get("data-early") for e in templates] == [Step.WELCOME, *LISTS]

    def test_helps_without_scripts(self) -> None:
        """With the worksheet and the numbers."""
        shown = page("index.html")
        note = shown.one("noscript")
        to = {e.get("href") for e in shown.all("a") if note in e.inside}
        assert to == {"worksheet.html", "help.html"}
        assert WORDS("layout.no_script") in note.text

    def test_has_a_calm_page_for_when_python_does_not_start(self) -> None:
        """With a way to try again, the worksheet and the numbers."""
        shown = page("index.html")
        failed = shown.one("template", id="failed")
        to = [e.get("href") for e in shown.all("a") if failed in e.inside]
        assert to == ["./", "worksheet.html", "help.html"]
        assert not re.search("error|fatal|fail", failed.text.casefold())

    def test_has_the_same_help_as_the_page_of_help(self) -> None:
        """So that it needs no network."""
        dialog = page("index.html").one("dialog", id="help")
        for number in SETTINGS.help:
            assert number.number in dialog.text
            assert number.number in page("help.html").one("main").text

    def test_opens_other_pages_beside_the_map(self) -> None:
        """A map that is not kept must not go for a look at the privacy page."""
        footer = page("index.html").one("footer")
        shown = page("index.html")
        inside = [e for e in shown.all("a") if any(a.tag == "footer" for a in e.inside)]
        assert inside
        assert all(e.get("target") == "_blank" for e in inside)
        assert all(WORDS("layout.new_tab") in e.text for e in inside)
        assert footer.get("aria-label")

    def test_starts_python_as_the_policy_allows(self) -> None:
        """By a line that PyScript reads; browsers run no script of this type."""
        script = page("index.html").one("script", type="py")
        assert script.text == "from chn_self.shell.main import start; start()"


class TestReader:
    """The page for what was handed over, before Python arrives."""

    def test_has_a_field_for_files_at_once(self) -> None:
        """One that takes several, and what the page does with them."""
        shown = page("reader.html")
        field = shown.one("input", type="file")
        assert shown.one("main", data_step="reader") in field.inside
        assert "multiple" in field.attributes
        assert WORDS("pages.reader.lead") in shown.one("main").text

    def test_has_no_script_that_keeps_anything(self) -> None:
        """It shares what it starts from with the page for maps, and neither shelf nor history."""
        scripts = {e.get("src") for e in page("reader.html").all("script")}
        assert {f"assets/{name}.js" for name in ("boot", "leave", "start")} <= scripts
        assert "assets/shelf.js" not in scripts
        assert page("reader.html").one("script", type="py").text == (
            "from chn_self.shell.reader import start; start()"
        )

    def test_has_help_without_a_network_and_a_calm_page_for_when_python_does_not_start(
        self,
    ) -> None:
        """The same as on the page for maps; trying again leads back here."""
        shown = page("reader.html")
        for number in SETTINGS.help:
            assert number.number in shown.one("dialog", id="help").text
        failed = shown.one("template", id="failed")
        to = [e.get("href") for e in shown.all("a") if failed in e.inside]
        assert to == ["reader.html", "worksheet.html", "help.html"]

    @pytest.mark.parametrize("path", ["about.html", "practitioners.html"])
    def test_is_led_to_from_where_files_are_spoken_of(self, path: str) -> None:
        """By its title."""
        (link,) = page(path).all("a", href="reader.html")
        assert link.text == WORDS("pages.reader.title")


class TestHost:
    """What a host changes."""

    def test_the_name_is_the_host_s(self) -> None:
        """In the tab and in the header, as text."""
        named = built(replace(SETTINGS, name="Ours <& yours>"))
        assert named["about.html"].all("title")[0].text == "Ours <& yours>"
        assert "Ours <& yours>" in named["about.html"].one("header").text

    def test_leave_now_leads_where_the_host_says(self) -> None:
        """To a page of the site, or to the web."""
        led = built(replace(SETTINGS, leave_now="https://example.org/"))
        assert led["index.html"].one("a", data_testid="hide-page").get("href") == (
            "https://example.org/"
        )

    def test_only_numbers_that_a_host_has_are_given(self) -> None:
        """The rest of the page stays; a number without an address is text."""
        one = (HelpNumber("samaritans", "000 222", None),)
        told = built(replace(SETTINGS, help=one))["help.html"]
        assert "000 222" in told.one("main").text
        assert not any(number.number in told.one("main").text for number in SETTINGS.help)
        assert not [e for e in told.all("a") if e.get("href") == "tel:116123"]

    @pytest.mark.parametrize("path", ["index.html", "help.html", "worksheet.html"])
    def test_a_help_number_is_read_from_the_left(self, path: str) -> None:
        """In a language that runs from the right, 116 123 would stand there as 123 116."""
        numbers = [e for e in page(path).elements if e.get("class") == "route__number"]
        assert {e.text for e in numbers} == {number.number for number in SETTINGS.help}
        assert {e.get("dir") for e in numbers} == {"ltr"}

    def test_help_says_when_its_numbers_were_last_checked(self) -> None:
        """As the settings have it, with the month as a word."""
        told = built(replace(SETTINGS, checked=date(2027, 3, 9)))["help.html"]
        assert "9 March 2027" in told.one("main").text


class TestAbout:
    """What leads on from About."""

    @pytest.mark.parametrize("name", ["how-it-works", "supporters", "practitioners", "model"])
    def test_leads_to_the_pages_for_those_who_want_to_know_more(self, name: str) -> None:
        """By their titles; the foot of each page stays short."""
        (link,) = page("about.html").all("a", href=f"{name}.html")
        assert link.text == WORDS(f"pages.{name}.title") == page(f"{name}.html").one("h1").text
        foot = page("about.html").one("footer")
        assert foot not in link.inside


class TestForPractitioners:
    """What someone reads who was handed a summary."""

    def test_says_what_a_summary_is_not_as_the_summary_does(self) -> None:
        """The same sentences, so that neither is milder than the other."""
        text = page("practitioners.html").one("main").text
        for key in ("summary.note.assessment", "summary.note.decisions"):
            assert WORDS(key).partition(" is ")[2] in text
        assert WORDS("type.limits") in text


class TestModel:
    """How the three kinds were made."""

    def test_gives_the_numbers_of_the_model_that_is_used(self) -> None:
        """They are filled in as the page is built, so that they cannot go stale."""
        text = page("model.html").one("main").text
        for part in ("About 8 in 10 got", f"{len(MODEL.ensemble)} of them were tried"):
            assert part in text

    def test_shows_every_plot_with_what_it_says_in_words(self) -> None:
        """Whoever cannot see it reads the same, and no plot is fetched from elsewhere."""
        shown = {e.get("src"): e.get("alt") or "" for e in page("model.html").all("img")}
        names = ("profiles", "types", "stability", "agreement")
        assert [*shown] == [f"assets/plots/{name}.svg" for name in names]
        assert min(len(alt.split()) for alt in shown.values()) > len(names)
        assert not [alt for alt in shown.values() if "{" in alt]

    def test_leaves_out_what_is_not_known_of_a_model(self) -> None:
        """One made of real maps was not tried on made-up ones, and says whose maps they were."""
        figures = {"left_out": {"complete": {"maps": 1234}}}
        html = pages(WORDS, SETTINGS, replace(MODEL, ensemble=()), figures)["model.html"]
        page = Shown(html)
        headings = [e.text for e in page.all("h2") if page.one("main") in e.inside]
        assert headings == [s["heading"] for s in SECTIONS if s.get("show", "real") == "real"]
        assert "from 1,234 real maps" in Shown(html).one("main").text
        assert "made-up" not in Shown(html).one("main").text

    def test_is_one_press_from_where_the_kinds_are_told(self) -> None:
        """From About, and beside the map from the screen that shows the kind."""
        assert "model.html" in {e.get("href") for e in page("about.html").all("a")}
        state = State(map=PersonalMap("m"), place=Place(Step.TYPE), type_shown=True)
        link = shown(state).one("a", href="model.html")
        assert link.get("target") == "_blank"
        assert WORDS("layout.new_tab") in link.text


class TestAway:
    """Where "Leave now" leads."""

    def test_runs_nothing(self) -> None:
        """And links to one place that is nobody's secret."""
        shown = page("away.html")
        assert not shown.all("script")
        assert [e.get("href") for e in shown.all("a")] == ["https://www.metoffice.gov.uk/"]

    def test_has_no_icon_of_ours(self) -> None:
        """The tab must not tell either."""
        assert page("away.html").one("link", rel="icon").get("href") == "data:,"


class TestErased:
    """Where erasing happens."""

    def test_claims_nothing_before_its_script_has_run(self) -> None:
        """What came of it is in the words that the script chooses from, and not yet told."""
        shown = page("erased.html")
        outcome = shown.one("p", id="outcome")
        assert outcome.text == WORDS("pages.erased.before")
        for key in ("clearing", "cleared", "some"):
            assert outcome.get(f"data-{key}") == WORDS(f"pages.erased.{key}")
        assert shown.one("button", id="retry").get("hidden") is not None
        assert shown.one("div", id="asking").get("hidden") is not None
        assert all(e.get("hidden") is not None for e in shown.all("section") if e.get("data-why"))

    def test_has_words_for_every_reason_that_its_script_gives(self) -> None:
        """And the script gives every reason that has words."""
        script = (Path(__file__).parents[2] / "site" / "boot" / "erased.js").read_text("utf-8")
        reasons = {e.get("data-why") or "" for e in page("erased.html").all("section")} - {""}
        assert reasons == {*re.findall(r'"(held|refused|unseen|unsure|foreign)"', script)}


def test_pages_hold_no_data_of_a_map() -> None:
    """They are the same for everyone."""
    assert pages(WORDS, SETTINGS, MODEL, FIGURES) == ours()
    assert not re.search(r"chn-map|saved_at", json.dumps(dict(ours())))
