"""Answers to entries; reports that correct, replace or recall an issued one."""

from datetime import date

import pytest

from sokhcn.document.walk import block_sentences, words
from sokhcn.people.models import Role
from sokhcn.records.stepping import NotPossible
from sokhcn.reports import drift
from sokhcn.reports.compiling import compile_report
from sokhcn.reports.drifting.answering import answer, listed, standing_of
from sokhcn.reports.drifting.following import follow, named
from sokhcn.reports.drifting.mark import behind
from sokhcn.reports.exporting import export, the_edition
from sokhcn.reports.issuing import issued_edition, reported
from sokhcn.reports.life.leaving import note_number
from sokhcn.reports.models import Drift, Edition, Watched
from sokhcn.reports.numbers.wanted import of_edition
from sokhcn.reports.periods import the_period
from sokhcn.reports.succeeding import How
from tests.reports.drifting.drifting import JANUARY, issued, office
from tests.reports.drifting.test_drift import IN_JANUARY
from tests.reports.issued import issue
from tests.rows import advisory, paper, user

pytestmark = pytest.mark.django_db


def text_of(edition: Edition) -> str:
    return export(edition, "txt").data.decode()


def test_an_answer_is_kept_with_its_reason_and_what_comes_later_is_a_new_entry() -> None:
    ours, by = office()
    issued(ours, by, JANUARY)
    advisory(ours, state="issued", paper=paper("1", issued_on=IN_JANUARY))
    drift.catch_up()
    assert behind() == 0  # its own passage is none that waits to be looked at
    entry = Drift.objects.get(figure="advice.issued", aspect="value")
    with pytest.raises(NotPossible, match="phải ghi lý do"):
        answer([entry], "no_effect", by=by)
    with pytest.raises(NotPossible, match="Chỉ người tổng hợp và lãnh đạo"):
        answer([entry], "correct", by=user(ours, Role.SPECIALIST))
    answer([entry], "supplement", by=by)
    assert standing_of(ours, JANUARY, "tinh", 1).supplement == 1
    drift.catch_up()
    advisory(ours, state="issued", paper=paper("2", issued_on=IN_JANUARY))
    drift.catch_up()
    found = Drift.objects.filter(figure="advice.issued", aspect="value").order_by("pk")
    told = [(one.state, one.was, one.would_be) for one in found]
    assert told == [("supplement", 0, 1), ("open", 0, 2)]
    assert found[1] in listed(ours, "open")


def test_a_correction_names_the_old_one_which_stays_and_is_watched_no_more() -> None:
    ours, by = office()
    old = issued(ours, by, JANUARY)
    note_number(of_edition(old), "12", old.ends_on.replace(day=18), by=user(ours, Role.CLERK, "vanthu"))
    before = (old.digest, text_of(old), export(old, "json").data)
    advisory(ours, state="issued", paper=paper("1", issued_on=IN_JANUARY))
    drift.catch_up()
    new = follow(old, How.CORRECT, "ghi sót", by=by)
    assert new.follows == {"how": "correct", "edition": "2022-01/1", "digest": old.digest, "reason": "ghi sót"}
    assert named(old) == "Báo cáo số 12/BC-SKHCN ngày 18/01/2022"
    assert "Đính chính Báo cáo số 12/BC-SKHCN ngày 18/01/2022" in text_of(new)
    (section,) = new.document().sections
    cells = [words(cell) for cell in block_sentences(section.blocks[1])]
    at = cells.index("Văn bản Sở tham mưu được ban hành trong kỳ")
    assert cells[at + 1 : at + 3] == ["0", "1"]
    issue(new, on=old.ends_on, by=by)
    drift.catch_up()
    assert set(Watched.objects.values_list("edition", flat=True)) == {new.pk}
    assert not Drift.objects.filter(state="open").exists()
    kept = Edition.objects.get(pk=old.pk)
    assert (kept.proof(), text_of(kept), export(kept, "json").data) == before
    with pytest.raises(NotPossible, match="đã có ấn bản 2022-01/2"):
        follow(old, How.REPLACE, "lại", by=by)


def test_a_replacement_says_what_it_replaces_and_a_recall_has_no_figures() -> None:
    ours, by = office()
    old = issued(ours, by, JANUARY)
    replaced = follow(old, How.REPLACE, "sai nội dung", by=by)
    assert "(thay thế Báo cáo tháng 01 năm 2022 (ấn bản 2022-01/1" in text_of(replaced).replace("\n", " ")
    assert [f.value for f in replaced.figures()] == [f.value for f in old.figures()]
    recalled = follow(old, How.RECALL, "ban hành nhầm", by=by)
    assert (recalled.figures(), recalled.document().head.type_name) == ((), "THÔNG BÁO")
    assert recalled.number == 3


def test_what_was_recalled_is_in_force_no_more_nor_is_the_notice_what_was_reported() -> None:
    ours, by = office()
    old = issued(ours, by, JANUARY)
    assert reported(ours, JANUARY) == old
    notice = follow(old, How.RECALL, "ban hành nhầm", by=by)
    assert reported(ours, JANUARY) == old
    assert the_edition(JANUARY, ours) == old  # the notice is no report, and goes by its number
    assert the_edition(f"{JANUARY}/2", ours) == notice
    assert export(old, "txt").note == ""
    issue(notice, on=date(2022, 3, 2), by=by)
    assert the_edition(JANUARY, ours) == old
    assert export(old, "txt").note == "Ấn bản 2022-01/2 đã ban hành để thu hồi ấn bản này."
    assert (issued_edition(ours.code, JANUARY), reported(ours, JANUARY)) == (None, None)
    advisory(ours, state="issued", paper=paper("1", issued_on=IN_JANUARY))
    again = compile_report(the_period(JANUARY), ours, by=by).edition
    assert (again.number, reported(ours, JANUARY), the_edition(JANUARY, ours)) == (3, again, again)


def test_a_draft_is_compiled_again_and_followed_by_nothing() -> None:
    ours, by = office()
    old = issued(ours, by, JANUARY)
    draft = follow(old, How.REPLACE, "sai", by=by)
    with pytest.raises(NotPossible, match="chưa ban hành"):
        follow(draft, How.CORRECT, "sai", by=by)
    with pytest.raises(NotPossible, match="phải ghi lý do"):
        follow(old, How.CORRECT, " ", by=by)
