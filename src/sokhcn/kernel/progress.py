"""How far long work is: whoever does it tells, and where somebody watches, they hear it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Watch = Callable[[str, int, int], None]
_watching: ContextVar[Watch | None] = ContextVar("watching", default=None)


@contextmanager
def watched(watch: Watch) -> Iterator[None]:
    """While inside, ``watch`` hears what is told: the stage, how much of it is made, of how much."""
    token = _watching.set(watch)
    try:
        yield
    finally:
        _watching.reset(token)


def tell(stage: str, made: int = 0, total: int = 0) -> None:
    """Say how far the work is; without a total only what is being done. It costs nothing where nobody watches."""
    watch = _watching.get()
    if watch is not None:
        watch(stage, made, total)
