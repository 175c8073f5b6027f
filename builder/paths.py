"""Where things lie in the project, and how a missing one is told."""

from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).parents[1]
CORE = ROOT / "src" / "chn_self"
CONTENT = CORE / "content"
SITE = ROOT / "site"
NODE_MODULES = SITE / "node_modules"
DIST = ROOT / "dist"
CACHE = ROOT / ".cache"
NETWORK_TYPES = ROOT / "model" / "network_types.json"
_NOTO = NODE_MODULES / "@expo-google-fonts" / "noto-sans"
FONTS = {
    "plain": _NOTO / "400Regular" / "NotoSans_400Regular.ttf",
    "strong": _NOTO / "700Bold" / "NotoSans_700Bold.ttf",
}
PLOTS = ROOT / "model" / "plots"


def matching(folder: Path, patterns: str) -> list[Path]:
    """The files of a folder that match any of the patterns, which stand apart by spaces.

    Raises FileNotFoundError where a pattern matches nothing: a changed package is found at once.
    """
    found = {pattern: sorted(folder.glob(pattern)) for pattern in patterns.split()}
    for pattern, paths in found.items():
        if not paths:
            raise FileNotFoundError(f"{folder / pattern}: not found; `make setup` sets it up")
    return [path for paths in found.values() for path in paths]


def package_folder(name: str) -> Path:
    """Where an installed Python package lies; raises FileNotFoundError where it does not."""
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise FileNotFoundError(f"{name}: not found; `make setup` sets it up")
    return Path(spec.origin).parent
