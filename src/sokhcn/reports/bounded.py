"""A bound on the time and memory that work on a stranger's text may take in this very process."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import FrameType

from sokhcn.document.letters import Unreadable
from sokhcn.reports.guarded import DEFAULT, Caps, too_large, too_slow

PAGES = Path("/proc/self/statm")


class _Late(BaseException):
    """The time is over; no ``except Exception`` on the way may keep it."""


@contextmanager
def bounded(name: str, caps: Caps = DEFAULT) -> Iterator[None]:
    """Work that ends in ``Unreadable`` where it takes too much. The time is that of the clock; memory is what the work
    adds. Both hold in the main thread of systems that know such limits: a command has one, a server does not."""
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGALRM, _ring)
    signal.setitimer(signal.ITIMER_REAL, caps.seconds)
    try:
        with _memory(caps):
            yield
    except _Late as late:
        raise Unreadable(replace(too_slow(caps), where=name)) from late
    except MemoryError as full:
        raise Unreadable(replace(too_large(caps), where=name)) from full
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _ring(number: int, frame: FrameType | None) -> None:
    raise _Late


@contextmanager
def _memory(caps: Caps) -> Iterator[None]:
    """Where the system tells how much there is."""
    before = _limited(caps)
    try:
        yield
    finally:
        if before:
            _limit(before)


def _limited(caps: Caps) -> tuple[int, int] | None:
    """The limit that was, where another one could be set."""
    try:
        import resource

        used = int(PAGES.read_text("ascii").split()[0]) * resource.getpagesize()
        before = resource.getrlimit(resource.RLIMIT_AS)
        _limit((used + caps.megabytes * (1 << 20), before[1]))
    except (ImportError, OSError, ValueError):
        return None
    return before


def _limit(limit: tuple[int, int]) -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_AS, limit)
