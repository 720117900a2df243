"""A reader in a process of its own: whatever it does, the caller gets letters or one sentence."""

import os
import pickle
import time

import pytest

from sokhcn.document.letters import Letters, Line, Unreadable
from sokhcn.document.understood import Understood
from sokhcn.reports import guarded as machinery
from sokhcn.reports.guarded import Caps, guarded

JOBS = "tests.reports.guarded_jobs"
QUICK = Caps(seconds=5, megabytes=200)


def told(job: str, caps: Caps = QUICK) -> str:
    with pytest.raises(Unreadable) as refused:
        guarded(f"{JOBS}:{job}", b"x", "a.txt", caps, Letters)
    return refused.value.finding.id


def test_letters_come_back_with_their_findings():
    found = guarded(f"{JOBS}:good", "Số".encode(), "a.txt", QUICK, Letters)
    assert found.text == "a.txt: Số"
    assert found.lines == (Line(0, 9),)
    assert str(found.findings[0]) == "Có 4 lỗi."


@pytest.mark.parametrize(
    ("job", "said"),
    [
        ("refusing", "letters.password"),
        ("failing", "letters.damaged"),
        ("dying", "letters.damaged"),
        ("boasting", "letters.damaged"),
        ("missing", "letters.damaged"),
    ],
)
def test_every_end_is_one_finding(job: str, said: str):
    assert told(job) == said


@pytest.mark.parametrize("job", ["working", "sleeping"])
def test_time_is_capped(job: str):
    begun = time.monotonic()
    assert told(job, Caps(seconds=0.5)) == "letters.too_slow"
    assert time.monotonic() - begun < 60


def test_a_reading_that_waits_for_others_is_read():
    found = guarded(f"{JOBS}:waiting", b"x", "a.txt", Caps(seconds=2), Letters)
    assert found.text == "a.txt: x"


def test_memory_is_capped():
    assert told("swelling", Caps(seconds=20, megabytes=200)) == "letters.too_large"


def test_what_is_understood_comes_back_too():
    found = guarded(f"{JOBS}:understanding", "I. VIỆC\nĐã giải quyết 03 hồ sơ.".encode(), "a.txt", QUICK, Understood)
    assert [(count.text, count.value) for count in found.counts] == [("03 hồ sơ", 3)]
    assert (found.findings, str(found.findings[0])) == (found.letters.findings, "Có 4 lỗi.")
    with pytest.raises(Unreadable, match="Tệp hỏng"):
        guarded(f"{JOBS}:good", b"x", "a.txt", QUICK, Understood)


def test_an_answer_of_another_kind_is_not_taken():
    assert machinery._answer(pickle.dumps(os.getcwd)) is None
    assert machinery._answer(b"") is None
