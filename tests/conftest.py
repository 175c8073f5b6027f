"""How random tests draw: a slice that is the same every time; new and many in a soak."""

import os

from hypothesis import settings

# No deadline anywhere: a test is about what is right, never about how long it took.
settings.register_profile(
    "default", deadline=None, database=None, derandomize=True, max_examples=20
)
settings.register_profile("pyodide", parent=settings.get_profile("default"), max_examples=5)
settings.register_profile(
    "soak", parent=settings.get_profile("default"), derandomize=False, max_examples=1_000
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))
