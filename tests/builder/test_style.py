"""The style sheet stands alone and takes the host's colours."""

from dataclasses import replace
from pathlib import Path

from builder.style import colours, standing_alone
from chn_self.views.settings import read_settings

SETTINGS = read_settings((Path(__file__).parents[2] / "site.toml").read_text("utf-8"))


def test_asks_no_other_host_for_a_font() -> None:
    """A font from elsewhere would tell that host who opened the page."""
    css, _ = standing_alone(
        "@font-face{font-family:F;src:url(https://a.example/f.woff)}p{margin:0}"
    )
    assert css == "p{margin:0}"


def test_uses_the_device_s_own_letters() -> None:
    """The licensed typeface of the NHS is not ours to use."""
    css, _ = standing_alone("p{font-family:Frutiger W01,arial,sans-serif}")
    assert css == "p{font-family:system-ui,arial,sans-serif}"


def test_looks_for_images_beside_itself() -> None:
    """An address from the root would break under a path; each image is named once."""
    css, images = standing_alone(
        "a{b:url(/assets/images/two.svg)}c{d:url(/assets/images/one.svg)}e{f:url(/assets/images/one.svg)}"
    )
    assert css == "a{b:url(images/two.svg)}c{d:url(images/one.svg)}e{f:url(images/one.svg)}"
    assert images == ("one.svg", "two.svg")


def test_leaves_out_the_source_map() -> None:
    """It is not shipped, so nothing should look for it."""
    assert standing_alone("p{margin:0}\n/*# sourceMappingURL=x.css.map */")[0] == "p{margin:0}\n"


def test_gives_the_colours_of_the_host() -> None:
    """What `site.toml` says is what the page shows, in both schemes."""
    changed = replace(SETTINGS, light={**SETTINGS.light, "people_wash": "#123456"})
    light, dark = colours(changed).split("@media (prefers-color-scheme:dark)")
    assert "--people-wash:#123456;" in light
    assert f"--people-wash:{SETTINGS.dark['people_wash']};" in dark
