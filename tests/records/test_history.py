"""What a row was can be said in words, and whoever rewrites rows or history past the gate is found."""

from datetime import date

import pytest
from django.db import connection

from sokhcn.records.history import altered_rows, broken_seals, changes, versions_of
from sokhcn.records.models import Batch, Paper
from tests.rows import paper, write

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
    "statement",
    [
        "UPDATE records_batch SET reason = 'khác' WHERE id = {1}",
        "UPDATE records_batch SET login = 'khác' WHERE id = {1}",
        "UPDATE records_batch SET at = '2020-01-01 00:00:00' WHERE id = {1}",
        "UPDATE records_version SET after = '{{}}' WHERE batch_id = {1}",
        "UPDATE records_version SET action = 'added' WHERE batch_id = {1}",
        "UPDATE records_version SET batch_id = {0} WHERE batch_id = {1}",
        "DELETE FROM records_version WHERE batch_id = {1}",
    ],
)
def test_rewritten_history_breaks_a_seal(statement: str) -> None:
    edited()
    paper("22")
    on_batches(statement)
    first = next(broken_seals())
    assert first.id == "history.seal"
    assert "đã bị sửa sau khi niêm phong" in str(first)


def test_a_batch_taken_out_of_the_chain_is_found() -> None:
    edited()
    paper("22")
    third = batches()[2]
    on_batches("DELETE FROM records_version WHERE batch_id = {1}")
    on_batches("UPDATE records_batch SET previous_id = NULL WHERE id = {1}")
    on_batches("UPDATE records_batch SET previous_id = {0} WHERE id = {2}")
    on_batches("DELETE FROM records_batch WHERE id = {1}")
    assert [str(finding) for finding in broken_seals()] == [f"Lần ghi {third} đã bị sửa sau khi niêm phong."]


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("UPDATE records_paper SET subject = 'khác'", "history.row"),
        ("UPDATE records_paper SET trashed_at = '2022-01-01 00:00:00'", "history.row"),
        ("UPDATE records_paper SET version = 1, subject = '', issued_on = '2022-01-10'", "history.row"),
        ("DELETE FROM records_version WHERE number = 2", "history.row"),
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
