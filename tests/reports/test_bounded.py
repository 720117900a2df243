"""Work on a stranger's text ends in one sentence where it takes too much, in every thread, and harms no other work."""

import sys
import threading
import time
from collections.abc import Callable

import pytest

from sokhcn.document.letters import Unreadable
from sokhcn.reports.bounded import bounded
from sokhcn.reports.guarded import Caps

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems do not tell their memory")


def told(caps: Caps, work: Callable[[], object]) -> str:
    with pytest.raises(Unreadable) as refused, bounded("a.txt", caps):
        work()
    assert refused.value.finding.where == "a.txt"
    return refused.value.finding.id


def told_in_a_thread(caps: Caps, work: Callable[[], object]) -> str:
    answers: list[str] = []
    thread = threading.Thread(target=lambda: answers.append(told(caps, work)))
    thread.start()
    thread.join()
    return answers[0]


def stubborn() -> None:
    try:
        while True:
            time.sleep(0.01)
    except Exception:
        stubborn()


def greedy() -> None:
    """Takes memory piece by piece, as reading does."""
    kept = []
    while True:
        kept.append(bytearray(5 << 20))
        time.sleep(0.001)


@pytest.mark.parametrize("ask", [told, told_in_a_thread])
def test_time_is_bounded_whatever_the_work_would_catch(ask: Callable[..., str]) -> None:
    assert ask(Caps(seconds=0.2), stubborn) == "letters.too_slow"


@pytest.mark.parametrize("ask", [told, told_in_a_thread])
def test_memory_is_bounded(ask: Callable[..., str]) -> None:
    assert ask(Caps(seconds=20, megabytes=50), greedy) == "letters.too_large"


def test_a_command_is_refused_a_huge_piece_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: 1)  # a test before may have left the thread of its server
    assert told(Caps(seconds=20, megabytes=50), lambda: bytearray(200 << 20)) == "letters.too_large"
    assert len(bytearray(200 << 20)) == 200 << 20


def test_work_that_keeps_within_its_bounds_is_left_alone_and_so_is_what_follows() -> None:
    there = set(threading.enumerate())
    for _ in range(20):
        with bounded("a.txt", Caps(seconds=5)):
            pass
    assert set(threading.enumerate()) <= there


def test_work_that_ends_as_its_time_does_leaves_nothing_behind() -> None:
    for _ in range(20):
        try:
            with bounded("a.txt", Caps(seconds=0.01)):
                time.sleep(0.01)
        except Unreadable:
            continue
    time.sleep(0.05)


def test_others_go_on_while_one_is_interrupted() -> None:
    done: list[int] = []
    other = threading.Thread(target=lambda: done.extend(range(1000) if not time.sleep(0.3) else ()))
    other.start()
    assert told_in_a_thread(Caps(seconds=0.1), stubborn) == "letters.too_slow"
    other.join()
    assert len(done) == 1000
