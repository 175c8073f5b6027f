"""How random tests draw: the same examples every time, but for a soak."""

import os

from hypothesis import settings

# No deadline anywhere: a test is about what is right, never about how long it took.
settings.register_profile("default", deadline=None, database=None, derandomize=True)
settings.register_profile("pyodide", parent=settings.get_profile("default"), max_examples=20)
settings.register_profile(
    "soak", parent=settings.get_profile("default"), derandomize=False, max_examples=5_000
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))
