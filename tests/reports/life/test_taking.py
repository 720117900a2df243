"""Taking a report a step further: what is asked first, in which words it is refused, and what is written."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from sokhcn.kernel.finding import must
from sokhcn.people.models import Role
from sokhcn.records.auditing import altered_frozen, broken_seals
from sokhcn.records.models import Counted, Issued
from sokhcn.reports import checking
from sokhcn.reports.life import needs
from sokhcn.reports.life.refusing import NotMoved
from sokhcn.reports.life.standing import overview, standing
from sokhcn.reports.life.taking import take, take_all
from sokhcn.reports.models import Act, Move, ReportState, Stage
from tests.reports.life.office import SIGNER, Office, nothing_owed, office, put, reported
from tests.rows import advisory, agency, paper, user

pytestmark = pytest.mark.django_db
ALONG = (
    (Act.CONFIRM, Role.COMPILER),
    (Act.SUBMIT, Role.COMPILER),
    (Act.CHECK, Role.HEAD),
    (Act.APPROVE, Role.LEADER),
    (Act.SIGN, Role.LEADER),
    (Act.NUMBER, Role.CLERK),
    (Act.ISSUE, Role.CLERK),
)


@pytest.fixture(autouse=True)
def _files_of_its_own(tmp_path: Path, settings: Any) -> None:
    settings.VAR = tmp_path


def refused(made: Office, verb: Act, role: Role, reason: str = "", on: date | None = None) -> str:
    with pytest.raises(NotMoved) as why:
        take(made.report(), verb, by=made.people[role], reason=reason, on=on)
    return str(why.value)


def issued_once() -> Office:
    """An office whose first edition was issued; what is owed before is not what these tests are about."""
    made, _ = reported()
    put(made.report(), Stage.NUMBERED)
    with nothing_owed():
        take(made.report(), Act.ISSUE, by=made.people[Role.CLERK])
    return made


def test_from_draft_to_issue_and_what_stays_of_it() -> None:
    made = office()
    advisory(made.agency, state="issued", paper=paper("21"))
    edition = made.compiled()
    made.close()
    for verb, role in ALONG:
        if verb == Act.NUMBER:
            made.enter_number(edition)
        if verb == Act.ISSUE:
            made.keep_signed(edition)
        take(made.report(), verb, by=made.people[role], on=date(2022, 1, 18))
    state = made.report().state()
    assert (state.stage, state.edition) == (Stage.ISSUED, 1)
    assert [move.verb for move in made.report().moves()] == [verb for verb, _ in ALONG]
    last = made.report().moves().last()
    assert (last.before, last.after, last.login, last.name) == ("numbered", "issued", "clerk", "Văn thư A")
    assert Issued.objects.get().issued_on == date(2022, 1, 18)
    assert (Issued.objects.get().report, Counted.objects.count()) == (edition.label, 2)
    assert list(broken_seals()) + list(altered_frozen(Move)) == []
    assert edition.compiled_at == made.report().edition(1).compiled_at


def test_whose_work_it_is_is_said_and_who_can() -> None:
    made, _ = reported()
    said = refused(made, Act.APPROVE, Role.SPECIALIST)
    assert said == (
        "“Duyệt” báo cáo tháng 01 năm 2022 là việc của Lãnh đạo Sở; bạn là Chuyên viên. Làm được: Lãnh đạo Sở A."
    )


def test_another_agencys_report_is_nobodys_here() -> None:
    made, _ = reported()
    stranger = user(agency("B"), Role.COMPILER, "khach")
    with pytest.raises(NotMoved, match="người của Cơ quan B"):
        take(made.report(), Act.CONFIRM, by=stranger)


def test_where_it_stands_who_brought_it_there_and_what_leads_on_is_said() -> None:
    made, _ = reported()
    take(made.report(), Act.CONFIRM, by=made.people[Role.COMPILER])
    said = refused(made, Act.CONFIRM, Role.COMPILER)
    assert "đang ở “Đơn vị đã xác nhận” (Người tổng hợp A xác nhận lúc " in said
    assert said.endswith("Từ đây: trình, trả lại.")


def test_what_was_never_compiled_goes_nowhere() -> None:
    assert "Tổng hợp trước: ./sokhcn compile 2022-01" in refused(office(), Act.CONFIRM, Role.COMPILER)


def test_who_gives_it_back_says_why() -> None:
    made, _ = reported()
    put(made.report(), Stage.COMPILED)
    assert refused(made, Act.RETURN, Role.HEAD, " ").endswith("phải ghi lý do.")
    move = take(made.report(), Act.RETURN, by=made.people[Role.HEAD], reason="thiếu phụ lục")
    assert (move.after, move.reason) == (Stage.CONFIRMED, "thiếu phụ lục")


def test_what_must_be_mended_stops_who_hands_in_and_a_waiver_lets_it_pass() -> None:
    made = office()
    advisory(made.agency, state="issued", paper=paper("1"))
    edition = made.compiled()
    put(made.report(), Stage.CONFIRMED)
    advisory(made.agency, state="issued", paper=paper("2"))  # the registers say 02 now
    made.close()
    by = made.people[Role.COMPILER]
    with pytest.raises(NotMoved, match=r"Chưa trình được .*: còn \d+ việc phải sửa") as why:
        take(made.report(), Act.SUBMIT, by=by)
    assert {finding.id for finding in why.value.findings} == {"registers.figure"}
    checked = needs.checked(edition)
    for number, finding in zip(checked.numbers, checked.findings, strict=True):
        if finding.id == "registers.figure":
            checking.waive(checked, number, reason="bổ sung kỳ sau", by=by, agency=made.agency)
    take(made.report(), Act.SUBMIT, by=by)
    told = standing(made.report(), by).waived
    assert {(one.finding.id, one.by, one.reason) for one in told} == {("registers.figure", str(by), "bổ sung kỳ sau")}


def test_each_verb_asks_its_own_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    made, _ = reported()
    lacking = needs.Need(lambda edition: (must("x.y", "Thiếu ở {of}.", of=edition.label),), (Act.NUMBER,))
    monkeypatch.setattr(needs, "NEEDS", (lacking,))
    put(made.report(), Stage.SIGNED)
    with pytest.raises(NotMoved) as why:
        take(made.report(), Act.NUMBER, by=made.people[Role.CLERK])
    assert [str(finding) for finding in why.value.findings] == ["Thiếu ở 2022-01/1."]
    put(made.report(), Stage.NUMBERED)
    take(made.report(), Act.ISSUE, by=made.people[Role.CLERK])


def test_what_is_owed_before_handing_in_numbering_and_issue_is_told() -> None:
    made = office()
    advisory(made.agency, state="issued", paper=paper("1"))
    edition = made.compiled()
    owed = [sorted(finding.id for finding in needs.unmet(edition, verb)) for verb, _ in ALONG]
    assert owed == [[], ["closing.incomplete"], [], [], [], ["number.none"], ["number.none", "signed.missing"]]
    made.close()
    made.enter_number(edition)
    made.keep_signed(edition)
    assert [needs.unmet(edition, verb) for verb, _ in ALONG] == [()] * len(ALONG)


def test_a_new_edition_after_approval_has_to_be_seen_again() -> None:
    made, _ = reported()
    put(made.report(), Stage.APPROVED)
    advisory(made.agency, state="issued", paper=paper("1"))
    made.compiled()
    state, move = made.report().state(), made.report().moves().get()
    assert (state.stage, state.edition) == (Stage.COMPILED, 2)
    assert (move.verb, move.before, move.after) == (Act.RECOMPILE, Stage.APPROVED, Stage.COMPILED)
    assert "thay ấn bản 1" in move.reason
    made.compiled()  # which says the same
    assert made.report().moves().count() == 1


def test_until_it_is_handed_in_the_latest_edition_is_meant() -> None:
    made, _ = reported()
    take(made.report(), Act.CONFIRM, by=made.people[Role.COMPILER])
    advisory(made.agency, state="issued", paper=paper("1"))
    made.compiled()
    made.close()
    assert take(made.report(), Act.SUBMIT, by=made.people[Role.COMPILER]).edition == 2


def test_what_was_issued_stays_and_a_new_edition_begins_a_round_of_its_own() -> None:
    made = issued_once()
    advisory(made.agency, state="issued", paper=paper("1"))
    made.compiled()
    made.close()
    (line,) = overview(made.agency)
    assert (line.stage, line.edition, line.latest) == (Stage.ISSUED, 1, 2)
    take(made.report(), Act.REOPEN, by=made.people[Role.LEADER], reason="đính chính số liệu")
    take(made.report(), Act.CONFIRM, by=made.people[Role.COMPILER])
    assert take(made.report(), Act.SUBMIT, by=made.people[Role.COMPILER]).edition == 2
    assert Issued.objects.get().report == "2022-01/1"


def test_a_reopening_is_taken_back_whatever_was_drafted_since() -> None:
    made = issued_once()
    leader = made.people[Role.LEADER]
    take(made.report(), Act.REOPEN, by=leader, reason="đính chính số liệu")
    advisory(made.agency, state="issued", paper=paper("1"))
    made.compiled()
    assert take(made.report(), Act.WITHDRAW, by=leader, reason="số vẫn đúng").edition == 1
    (line,) = overview(made.agency)
    assert (line.stage, line.edition, line.latest) == (Stage.ISSUED, 1, 2)
    made.compiled("2022-02")
    assert [one.step.verb for one in standing(made.report("2022-02"), leader).next] == [Act.CONFIRM]
    with pytest.raises(NotMoved, match="chưa phát hành lần nào"):
        take(made.report("2022-02"), Act.WITHDRAW, by=leader, reason="vì")


def test_the_edition_that_was_issued_is_not_handed_in_again() -> None:
    made = issued_once()
    put(made.report(), Stage.CONFIRMED)
    assert "2022-01/1 đã phát hành" in refused(made, Act.SUBMIT, Role.COMPILER)


def test_days_go_on() -> None:
    made, _ = reported()
    assert "trước ngày đầu kỳ số liệu" in refused(made, Act.CONFIRM, Role.COMPILER, on=date(2021, 12, 14))
    take(made.report(), Act.CONFIRM, by=made.people[Role.COMPILER], on=date(2022, 1, 17))
    assert "trước ngày xác nhận (17/01/2022)" in refused(made, Act.SUBMIT, Role.COMPILER, on=date(2022, 1, 16))
    tomorrow = timezone.localdate() + timedelta(days=1)
    assert "chưa đến" in refused(made, Act.SUBMIT, Role.COMPILER, on=tomorrow)


def test_of_many_one_that_is_refused_holds_no_other_up() -> None:
    made = office()
    for code in ("2022-01", "2022-02"):
        made.compiled(code)
    put(made.report("2022-01"), Stage.CONFIRMED)
    reports = [made.report("2022-01"), made.report("2022-02")]
    first, second = take_all(reports, Act.CONFIRM, by=made.people[Role.COMPILER])
    assert (first.move, "Không xác nhận được" in str(first.refused)) == (None, True)
    assert second.move is not None
    assert ReportState.objects.count() == 2


def test_standing_says_what_is_next_for_whom() -> None:
    made, _ = reported()
    put(made.report(), Stage.APPROVED)
    for_leader, for_clerk = (standing(made.report(), made.people[role]) for role in (Role.LEADER, Role.CLERK))
    assert {one.step.verb for one in for_leader.next if one.is_open} == {Act.SIGN, Act.RETURN, Act.WITHDRAW}
    assert not any(one.is_open for one in for_clerk.next)
    sign = for_clerk.next[0]
    assert (sign.who, "là việc của" in sign.why_not) == ((SIGNER,), True)
