"""The summary as a file: valid, the same from the page and the terminal, in every choice."""

import json
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from builder.paths import NODE_MODULES, SITE
from chn_self import cli
from chn_self.app.state import State
from chn_self.app.steps import Place, Step
from chn_self.domain.share import Choices, Part
from chn_self.views.page import main_html
from chn_self.views.screens import chosen_summary
from tests.maps import EXAMPLES
from tests.summaries import (
    ENV,
    EVERYTHING,
    FORMATS,
    MODEL,
    TODAY,
    WORDS,
    example,
    full_map,
    summary_of,
)

NAMES = [path.name.partition(".")[0] for path in EXAMPLES]
EACH = pytest.mark.parametrize("name", NAMES)


def test_is_valid_html(tmp_path: Path) -> None:
    """The checker that looks at the pages of the site finds nothing in any summary."""
    made = {name: summary_of(example(name)) for name in NAMES}
    made["full"] = summary_of(full_map(), replace(EVERYTHING, words="One\nTwo"))
    made["picture"] = summary_of(full_map(), Choices(frozenset({Part.PICTURE})))
    for name, one in made.items():
        (tmp_path / f"{name}.html").write_text(FORMATS["html"](one), "utf-8")
    node = shutil.which("node")
    assert node
    checker = NODE_MODULES / "html-validate" / "bin" / "html-validate.mjs"
    told = subprocess.run(
        [node, checker, "--config", SITE / "htmlvalidate.json", *tmp_path.glob("*.html")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stdout + told.stderr


@EACH
@pytest.mark.parametrize(("to", "ending"), [("html", "html"), ("text", "txt"), ("json", "json")])
def test_terminal_and_page_make_the_same(name: str, to: str, ending: str, tmp_path: Path) -> None:
    """The same choices on the same day give the same bytes."""
    path = next(path for path in EXAMPLES if path.name.startswith(name))
    out, data = tmp_path / "out", tmp_path / "data"
    assert cli.main(["summary", str(path), "--to", "json", "-o", str(data)]) == 0
    assert cli.main(["summary", str(path), "--to", to, "-o", str(out)]) == 0
    today = json.loads(data.read_bytes())["made"]
    page = chosen_summary(State(map=example(name)), MODEL, WORDS, today)
    assert out.read_bytes() == FORMATS[ending](page).encode()


@EACH
def test_preview_is_what_is_handed_over(name: str) -> None:
    """Between the same marks the screen shows what the file holds, with lower headings."""
    state = State(map=example(name), place=Place(Step.SUMMARY))
    screen = main_html(state, ENV, WORDS, MODEL, wide=True, today=TODAY)
    file = FORMATS["html"](chosen_summary(state, MODEL, WORDS, TODAY))

    def body(html: str) -> str:
        return html.partition('<div class="summary">')[2].partition("</footer>\n</div>")[0]

    lowered = body(file)
    for level in (3, 2, 1):
        lowered = lowered.replace(f"<h{level} ", f"<h{level + 2} ").replace(
            f"</h{level}>", f"</h{level + 2}>"
        )
    assert body(screen) == lowered != ""
