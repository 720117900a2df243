"""What a row was can be said in words, and whoever rewrites rows or history past the gate is found."""

from datetime import date, datetime, timedelta, timezone

import pytest
from django.db import connection

from sokhcn.records.auditing import altered_rows, broken_seals
from sokhcn.records.history import changes, versions_of
from sokhcn.records.models import Batch, Closing, Paper, Seal
from tests.rows import agency, paper, unwritten_paper, write, write_all

pytestmark = pytest.mark.django_db


def sql(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def on_batches(statement: str) -> None:
    """``statement`` about batches called ``{0}``, ``{1}`` and so on in the order they were written."""
    sql(statement.format(*batches()))


def batches() -> list[int]:
    return list(Batch.objects.order_by("pk").values_list("pk", flat=True))


def edited() -> Paper:
    row = paper()
    row.subject, row.issued_on = "về kế hoạch", date(2022, 1, 11)
    return write(row, reason="gõ nhầm ngày")


def test_versions_come_newest_first_with_their_reason() -> None:
    row = edited()
    assert [(v.number, v.batch.reason) for v in versions_of(row)] == [(2, "gõ nhầm ngày"), (1, "")]


def test_changes_are_said_by_headings() -> None:
    row = edited()
    after, before = versions_of(row)
    told = {(c.heading, c.before, c.after) for c in changes(row, before.after, after.after)}
    assert told == {("Trích yếu", "", "về kế hoạch"), ("Ngày ban hành", "2022-01-10", "2022-01-11")}


def test_the_first_version_is_all_new() -> None:
    row = paper()
    (first,) = versions_of(row)
    assert ("Số", None, "21") in {(c.heading, c.before, c.after) for c in changes(row, {}, first.after)}


def test_untouched_history_is_whole() -> None:
    row = edited()
    with_second = paper("22")
    assert list(Batch.objects.order_by("pk").values_list("previous_id", flat=True)) == [None, *batches()[:2]]
    assert (list(broken_seals()), list(altered_rows(Paper))) == ([], [])
    assert {row.pk, with_second.pk} == set(Paper.objects.values_list("pk", flat=True))


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("UPDATE records_batch SET reason = 'khác' WHERE id = {1}", "history.seal"),
        ("UPDATE records_batch SET login = 'khác' WHERE id = {1}", "history.seal"),
        ("UPDATE records_batch SET at = '2020-01-01 00:00:00' WHERE id = {1}", "history.seal"),
        ("UPDATE records_version SET after = '{{}}' WHERE batch_id = {1}", "history.version"),
        ("UPDATE records_version SET action = 'added' WHERE batch_id = {1}", "history.version"),
        ("UPDATE records_version SET batch_id = {0} WHERE batch_id = {1}", "history.strange"),
        ("DELETE FROM records_version WHERE batch_id = {1}", "history.lost"),
        ("UPDATE records_seal SET digest = 'x' WHERE batch_id = {1}", "history.seal"),
        ("UPDATE records_seal SET number = 7 WHERE batch_id = {1}", "history.gap"),
        ("DELETE FROM records_seal WHERE batch_id = {1}", "history.unsealed"),
        ("UPDATE records_batch SET seal = 'x' WHERE id = {1}", "history.batch"),
    ],
)
def test_rewritten_history_is_found(statement: str, found: str) -> None:
    edited()
    paper("22")
    on_batches(statement)
    assert next(broken_seals()).id == found


def test_the_altered_version_is_named_with_its_row_and_who_wrote_before() -> None:
    """Among a thousand versions of one batch, just that one."""
    write_all(unwritten_paper(str(n)) for n in range(1000))
    row = Paper.objects.get(number="500")
    sql(f"UPDATE records_version SET after = '{{}}' WHERE row = {row.pk}")
    (found,) = broken_seals()
    assert f"sổ văn bản: bản 1 của dòng {row.pk} đã bị sửa trong lịch sử." in str(found)
    assert "Lần ghi liền trước của sổ: chưa có." in str(found)


def test_each_register_has_a_chain_of_its_own() -> None:
    paper("1")
    agency()
    paper("2")
    sql("UPDATE records_version SET after = '{}' WHERE register = 'records.agency'")
    assert [str(found.values["register"]) for found in broken_seals()] == ["cơ quan"]
    told = Seal.objects.order_by("register", "number").values_list("register", "number")
    assert list(told) == [("records.agency", 1), ("records.paper", 1), ("records.paper", 2)]


def test_a_batch_taken_out_of_the_chain_is_found() -> None:
    edited()
    paper("22")
    third = batches()[2]
    on_batches("DELETE FROM records_version WHERE batch_id = {1}")
    on_batches("DELETE FROM records_seal WHERE batch_id = {1}")
    on_batches("UPDATE records_batch SET previous_id = NULL WHERE id = {1}")
    on_batches("UPDATE records_batch SET previous_id = {0} WHERE id = {2}")
    on_batches("DELETE FROM records_batch WHERE id = {1}")
    assert [(found.id, found.values["batch"]) for found in broken_seals()] == [("history.gap", third)]


def test_a_register_cut_off_at_its_end_is_found_by_the_other_registers() -> None:
    paper()
    edited = paper("22")
    agency()
    for table in ("version", "seal"):
        on_batches(f"DELETE FROM records_{table} WHERE batch_id = {{1}}")
    sql(f"DELETE FROM records_paper WHERE id = {edited.pk}")
    assert [found.id for found in broken_seals()] == ["history.batch"]


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("UPDATE records_paper SET subject = 'khác'", "history.row"),
        ("UPDATE records_paper SET trashed_at = '2022-01-01 00:00:00'", "history.row"),
        ("UPDATE records_paper SET version = 1, subject = '', issued_on = '2022-01-10'", "history.row"),
        ("DELETE FROM records_version WHERE number = 2", "history.unknown"),
        ("DELETE FROM records_paper", "history.gone"),
    ],
    ids=["changed", "trashed", "put back to an earlier version", "history cut", "deleted"],
)
def test_a_row_written_by_hand_is_found(statement: str, found: str) -> None:
    row = edited()
    sql(statement)
    (finding,) = altered_rows(Paper)
    assert finding.id == found
    assert str(finding).startswith(f"Dòng {row.pk} của văn bản ")


def test_a_row_made_by_hand_is_found() -> None:
    row = edited()
    columns = "type, number, symbol, issuer, subject, version, folded"
    sql(f"INSERT INTO records_paper ({columns}) VALUES ('QĐ', '9', 'QĐ', 'Sở', '', 1, '')")
    (finding,) = altered_rows(Paper)
    assert finding.values["id"] == row.pk + 1


def test_a_moment_told_in_local_time_is_no_altered_row() -> None:
    at = datetime(2022, 1, 17, 16, tzinfo=timezone(timedelta(hours=7)))
    about = {"period_code": "2022-01", "period_name": "Tháng 01/2022", "closed_by": "Trưởng phòng", "kind": "nil"}
    days = {"first_on": date(2021, 12, 15), "last_on": date(2022, 1, 14)}
    row = write(Closing(agency=agency(), closed_at=at, **about, **days))
    assert Closing.everything.get(pk=row.pk).closed_at == at
    assert list(altered_rows(Closing)) == []
