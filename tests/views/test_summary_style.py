"""The summary's style: readable in light and dark, and about nothing but the summary."""

import re
from collections.abc import Mapping
from importlib.resources import files

import pytest

CSS = (files("chn_self") / "templates" / "summary.css").read_text("utf-8")
RULES = re.sub(r"/\*.*?\*/", "", CSS, flags=re.DOTALL)

# The page's preview stands on a card of its own: white, or this dark.
CARDS = ("#ffffff", "#1d2928")


def colours(block: str) -> Mapping[str, str]:
    """The colours by name in the n-th block of custom properties."""
    return dict(re.findall(r"--s-(\w+): (#\w{6});", block))


LIGHT, DARK = (colours(block) for block in re.findall(r"\.summary \{([^}]*--s-paper[^}]*)\}", CSS))


def luminance(colour: str) -> float:
    """Relative luminance, as WCAG 2.2 defines it."""
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio, 1 to 21, as WCAG 2.2 defines it; black on white is 21."""
    dark, light = sorted(map(luminance, (one, other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("scheme", "card"), [*zip((LIGHT, DARK), CARDS, strict=True)])
def test_text_can_be_read(scheme: Mapping[str, str], card: str) -> None:
    """Text holds 7:1 or more (WCAG 2.2, 1.4.6) on paper, on the page's card and on the wash."""
    for ground in (scheme["paper"], card):
        for ink in ("ink", "muted", "person", "place", "activity"):
            assert contrast(scheme[ink], ground) >= 7, (ink, ground)
    for ink in ("ink", "person"):
        assert contrast(scheme[ink], scheme["wash"]) >= 7, ink


def test_touches_nothing_else_on_the_page() -> None:
    """The page takes this style in: every rule is about what is in a summary."""
    selectors = re.findall(r"([^{};]+)\{", RULES)
    plain = [s.strip() for rule in selectors for s in rule.split(",") if "@" not in rule]
    assert plain
    assert not [s for s in plain if not re.match(r"\.summary(?= |$)", s)]


def test_fetches_nothing() -> None:
    """No font, no image, no other sheet."""
    assert not re.search(r"url\(|@import|@font-face", CSS)
