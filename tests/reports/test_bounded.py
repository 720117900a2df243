"""Work on a stranger's text ends in one sentence where it takes too much, and leaves the process as it was."""

import signal
import sys
import threading
import time

import pytest

from sokhcn.document.letters import Unreadable
from sokhcn.reports.bounded import bounded
from sokhcn.reports.guarded import Caps

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such limits")


def told(caps: Caps, work) -> str:
    with pytest.raises(Unreadable) as refused, bounded("a.txt", caps):
        work()
    assert refused.value.finding.where == "a.txt"
    return refused.value.finding.id


def test_time_is_bounded_whatever_the_work_would_catch():
    def stubborn() -> None:
        try:
            while True:
                time.sleep(0.01)
        except Exception:
            stubborn()

    assert told(Caps(seconds=0.2), stubborn) == "letters.too_slow"


def test_memory_is_bounded():
    assert told(Caps(seconds=20, megabytes=50), lambda: bytearray(200 << 20)) == "letters.too_large"
    assert len(bytearray(200 << 20)) == 200 << 20


def test_afterwards_nothing_rings():
    before = signal.getsignal(signal.SIGALRM)
    with bounded("a.txt", Caps(seconds=0.1)):
        pass
    time.sleep(0.2)
    assert signal.getsignal(signal.SIGALRM) is before


def test_a_thread_of_a_server_works_without_a_bound():
    done: list[int] = []

    def work() -> None:
        with bounded("a.txt", Caps(seconds=0.1)):
            time.sleep(0.3)
            done.append(1)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == [1]
