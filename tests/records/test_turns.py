"""Whoever writes while others write: the chain stays one chain, and what is compiled was never half written."""

from collections.abc import Callable
from threading import Thread
from typing import Any

import pytest
from django.db import connection

from sokhcn.records.auditing import broken_seals
from sokhcn.records.models import Batch, Paper
from sokhcn.records.turns import Busy
from sokhcn.records.writing import writing
from tests.rows import OFFICER, paper, unwritten_paper

# SQLite lets in one writer at a time by itself, and its database for tests has but one connection.
pytestmark = [pytest.mark.on("postgresql"), pytest.mark.django_db(transaction=True)]


def elsewhere(work: Callable[[], Any]) -> Thread:
    """``work`` begun in another thread, which has a connection of its own."""

    def done() -> None:
        try:
            work()
        finally:
            connection.close()

    thread = Thread(target=done)
    thread.start()
    return thread


def test_passages_at_once_make_one_chain() -> None:
    threads = [elsewhere(lambda n=n: paper(str(n))) for n in range(8)]
    for thread in threads:
        thread.join()
    assert (Paper.objects.count(), Batch.objects.count(), list(broken_seals())) == (8, 8, [])


def change_all() -> None:
    """A write past the gate, which waits for nobody's turn."""
    with connection.cursor() as cursor:
        cursor.execute("UPDATE records_paper SET number = '2'")


def test_between_two_questions_of_a_passage_nothing_changes() -> None:
    paper("1")
    with writing(by=OFFICER, still=True):
        first = list(Paper.objects.values_list("number", flat=True))
        writer = elsewhere(change_all)
        writer.join(1)
        second = list(Paper.objects.values_list("number", flat=True))
    writer.join()
    assert (first, second) == (["1"], ["1"])
    assert Paper.objects.get().number == "2"


def test_whoever_stands_still_sees_what_was_written_while_it_waited() -> None:
    seen: list[str] = []

    def look() -> None:
        with writing(by=OFFICER, still=True):
            seen.extend(Paper.objects.values_list("number", flat=True))

    with writing(by=OFFICER, still=True) as pen:
        pen.save(unwritten_paper("1"))
        waiting = elsewhere(look)
        waiting.join(0.5)
        assert waiting.is_alive()
    waiting.join()
    assert seen == ["1"]


def test_a_row_written_elsewhere_meanwhile_is_said_in_one_sentence() -> None:
    paper("1")

    def overtaken() -> None:
        with writing(by=OFFICER, still=True) as pen:
            row = Paper.objects.get()
            elsewhere(change_all).join()
            row.subject = "về kế hoạch"
            pen.save(row)

    with pytest.raises(Busy, match="chưa ghi gì"):
        overtaken()
    assert Paper.objects.get().subject == ""


def test_waiting_has_an_end() -> None:
    def hurried() -> None:
        with connection.cursor() as cursor:
            cursor.execute("SET lock_timeout = '100ms'")
        with pytest.raises(Busy):
            paper("2")

    with writing(by=OFFICER, still=True):
        elsewhere(hurried).join()
    assert not Paper.objects.exists()
