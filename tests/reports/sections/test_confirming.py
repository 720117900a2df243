"""A unit's head confirms its chapter as it stands; whatever moves afterwards is told."""

import pytest

from sokhcn.people.models import Role
from sokhcn.records.auditing import altered_frozen, broken_seals
from sokhcn.records.writing import writing
from sokhcn.reports.models import Confirmation
from sokhcn.reports.previewing import preview
from sokhcn.reports.sections.confirming import confirm, return_, standings, unconfirmed
from sokhcn.reports.sections.refusing import NotDone
from tests.reports.issued import issue
from tests.reports.sections.handled import JANUARY, compiled, department, head_of, issued, owned
from tests.rows import unit, user

pytestmark = pytest.mark.django_db


def test_confirming_freezes_figures_rows_and_words_and_later_changes_are_told() -> None:
    owner, by = department()
    head = head_of(owned(owner, by))
    issued(owner, "1")
    first = compiled(owner, by)
    assert [str(finding) for finding in unconfirmed(first)] == [
        "mục “Công tác tham mưu văn bản”: P.QLKH chưa xác nhận."
    ]
    row = confirm(first, "advice", by=head)
    kept = next(figure for figure in row.figures if figure["key"] == "advice.issued")
    assert (kept["value"], kept["rows"]) == (1, next(f for f in first.figures_kept if f["key"] == kept["key"])["rows"])
    assert row.lines[0] == "Đã ban hành 01 văn bản."
    assert row.digest == Confirmation.objects.get().proof()
    assert unconfirmed(first) == ()
    assert confirm(first, "advice", by=head) == row
    issued(owner, "2")
    told = [str(finding) for finding in preview(JANUARY, owner, by=by).told]
    assert any("P.QLKH đã xác nhận 01; nay 02 (Văn bản Sở tham mưu" in sentence for sentence in told)
    second = compiled(owner, by)
    assert "P.QLKH đã xác nhận 01; nay 02" in str(unconfirmed(second)[0])
    with pytest.raises(NotDone, match="không phải dự thảo mới nhất"):
        confirm(first, "advice", by=head)
    confirm(second, "advice", by=head)
    assert unconfirmed(second) == ()


def test_a_chapter_is_returned_with_a_reason_and_then_owed_again() -> None:
    owner, by = department()
    head = head_of(owned(owner, by))
    edition = compiled(owner, by)
    confirm(edition, "advice", by=head)
    with pytest.raises(NotDone, match="phải có lý do"):
        return_(edition, "advice", reason=" ", by=by)
    return_(edition, "advice", reason="thiếu văn bản của Tỉnh ủy", by=by)
    assert "đã trả lại cho P.QLKH: thiếu văn bản của Tỉnh ủy" in str(unconfirmed(edition)[0])
    assert {one.chapter.key: one.is_current for one in standings(edition)}["advice"] is False
    confirm(edition, "advice", by=head)
    assert [row.kind for row in Confirmation.objects.order_by("pk")] == ["confirmed", "returned", "confirmed"]
    issue(edition, on=edition.ends_on, by=by)
    with pytest.raises(NotDone, match="đã phát hành"):
        return_(edition, "advice", reason="quá muộn", by=by)


def test_a_chapter_of_a_unit_that_the_register_lost_is_nobodys_and_says_so() -> None:
    owner, by = department()
    lost = owned(owner, by)
    with writing(by=by) as pen:
        pen.trash(lost)
    edition = compiled(owner, by)
    with pytest.raises(NotDone, match="đơn vị “QLKH”, mà sổ đơn vị không có mã ấy"):
        confirm(edition, "advice", by=user(owner, Role.HEAD, "truong"))
    assert [finding.id for finding in unconfirmed(edition)] == ["chapter.unit"]


def test_only_the_head_of_the_unit_confirms() -> None:
    owner, by = department()
    own = owned(owner, by)
    edition = compiled(owner, by)
    for stranger in (head_of(unit(owner, "KHTC"), "khac"), by, user(owner, Role.LEADER, "lanhdao")):
        with pytest.raises(NotDone, match="Chỉ trưởng đơn vị chủ trì được xác nhận"):
            confirm(edition, "advice", by=stranger)
    assert confirm(edition, "advice", by=head_of(own)).by


def test_what_was_confirmed_stands_in_the_sealed_history() -> None:
    owner, by = department()
    confirm(compiled(owner, by), "advice", by=head_of(owned(owner, by)))
    assert [*altered_frozen(Confirmation), *broken_seals()] == []
