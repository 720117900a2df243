"""The test harness: what a test may count on. Plugins live in modules of their own, named below."""

import os

from hypothesis import settings

pytest_plugins = ("tests.needs", "tests.database", "tests.longest", "tests.garbage", "pytester")

# Before a merge the same examples are tried each time; at the desk new ones are, and few of them by `make pure`.
settings.register_profile("desk", deadline=None, max_examples=50)
settings.register_profile("merge", deadline=None, max_examples=50, derandomize=True)
settings.register_profile("quick", deadline=None, max_examples=15)
settings.load_profile("merge" if os.environ.get("SOKHCN_ALL") == "1" else "desk")
