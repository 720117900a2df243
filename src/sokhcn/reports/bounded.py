"""A bound on the time and memory that work on a stranger's text may take in this process, in any of its threads."""

import ctypes
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from sokhcn.document.letters import Unreadable
from sokhcn.kernel.finding import Finding
from sokhcn.reports.guarded import DEFAULT, Caps, too_large, too_slow

PAGES = Path("/proc/self/statm")
TICK = 0.02  # seconds between two looks at the clock and at the memory


class _Late(BaseException):
    """The work has taken too much; no ``except Exception`` on the way may keep it."""


@contextmanager
def bounded(name: str, caps: Caps = DEFAULT) -> Iterator[None]:
    """Work that ends in ``Unreadable`` where it takes too much, for a command as for a thread of a server. The time is
    that of the clock; memory is what the process adds meanwhile. Files are read and understood in a process of their
    own before (``guarded``); here a watch interrupts between two steps of Python, which are short."""
    watch = _Watch(threading.get_ident(), caps)
    try:
        with _lid(caps), watch:
            yield
    except _Late as late:
        raise Unreadable(replace(watch.refusal or too_slow(caps), where=name)) from late
    except MemoryError as full:
        raise Unreadable(replace(too_large(caps), where=name)) from full


class _Watch:
    """A thread that looks on while another works, and interrupts it once if it takes too much."""

    def __init__(self, worker: int, caps: Caps) -> None:
        self.refusal: Finding | None = None
        self._worker, self._caps = ctypes.c_ulong(worker), caps
        self._over, self._lock = threading.Event(), threading.Lock()
        self._thread = threading.Thread(target=self._look_on, daemon=True)

    def __enter__(self) -> "_Watch":
        self._thread.start()
        return self

    def __exit__(self, *raised: object) -> None:
        with self._lock:
            self._over.set()
        if self.refusal is not None:
            # An interruption that has not arrived by now would arrive in work that is none of its business. Where none
            # was sent, taking it back would leave Python 3.11 looking for one at every step, under a debugger for ever.
            ctypes.pythonapi.PyThreadState_SetAsyncExc(self._worker, None)
        self._thread.join()

    def _look_on(self) -> None:
        until, before = time.monotonic() + self._caps.seconds, _resident()
        refusal: Finding | None = None
        while refusal is None and not self._over.wait(min(TICK, max(until - time.monotonic(), 0))):
            if time.monotonic() >= until:
                refusal = too_slow(self._caps)
            elif _resident() - before > self._caps.megabytes:
                refusal = too_large(self._caps)
        if refusal is not None:
            self._interrupt(refusal)

    def _interrupt(self, refusal: Finding) -> None:
        with self._lock:
            if not self._over.is_set():
                self.refusal = refusal
                ctypes.pythonapi.PyThreadState_SetAsyncExc(self._worker, ctypes.py_object(_Late))


def _resident() -> int:
    """The megabytes that this process holds, where the system tells."""
    try:
        return int(PAGES.read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") >> 20
    except (OSError, ValueError, IndexError, AttributeError):
        return 0


@contextmanager
def _lid(caps: Caps) -> Iterator[None]:
    """Where nobody else works in this process, the system itself refuses memory, even a single huge piece. Among
    threads it would refuse it to the others."""
    before = _limited(caps) if threading.active_count() == 1 else None
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
