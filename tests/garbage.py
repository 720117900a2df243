"""Garbage is looked for less often: a run keeps a million things to its end, and each look goes through them all."""

import gc

THINGS = 50_000  # that came and have not gone, before there is a look; Python's own number is 700


def pytest_configure() -> None:
    gc.set_threshold(THINGS, 20, 20)


def pytest_collection_finish() -> None:
    gc.freeze()  # tests and what they import are no garbage
