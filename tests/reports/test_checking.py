"""Proof-reading with registers behind it: who testifies, which outline is meant, what is waived and annotated."""

import time
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from sokhcn.document.letters import Unreadable
from sokhcn.formats.docx.render import render
from sokhcn.kernel.finding import Severity
from sokhcn.kernel.periods import PeriodKind, period
from sokhcn.people.models import Role, User
from sokhcn.records.dated import DECREE_09
from sokhcn.records.models import Agency
from sokhcn.reports import checking, proposing
from sokhcn.reports.annotating import annotate
from sokhcn.reports.bounded import bounded
from sokhcn.reports.compiling import compile_report
from sokhcn.reports.guarded import Caps
from sokhcn.reports.models import Edition, Waiver
from sokhcn.reports.periods import the_period
from sokhcn.reports.proposing import propose
from sokhcn.reports.testifying import before
from tests.checker.examined import HEAD, whole
from tests.reports.reporting import reporting
from tests.rows import advisory, paper, user, write

pytestmark = pytest.mark.django_db
FAULTY = whole("1. Việc\nĐã đảm bảo tiến độ.\nĐã đảm bảo chất lượng.")
JANUARY = "2022-01"


@pytest.fixture
def owner() -> Agency:
    return reporting()


@pytest.fixture
def officer(owner: Agency) -> User:
    return user(owner, Role.COMPILER, "tonghop")


def issued(owner: Agency, number: str) -> None:
    advisory(owner, paper=paper(number), state="issued")


def ids(checked: checking.Checked) -> list[str]:
    return [finding.id for finding in checked.findings]


def compiled(owner: Agency, officer: User, code: str = JANUARY) -> Edition:
    return compile_report(the_period(code), owner, by=officer).edition


def test_a_file_is_checked_without_registers_too() -> None:
    checked = checking.check_file(FAULTY.encode(), "a.txt", None)
    assert "writing.phrases" in ids(checked)
    assert checked.waived == ()


def test_an_edition_of_ours_has_nothing_to_mend(owner: Agency, officer: User) -> None:
    issued(owner, "1")
    checked = checking.check_edition(compiled(owner, officer), owner)
    assert not checked.has_to_be_mended
    assert not [id for id in ids(checked) if id.startswith(("form.", "registers.", "continuity.", "structure.chapter"))]
    assert checked.name == "2022-01/1.docx"


def test_a_row_that_came_later_is_seen_in_the_edition_before_it(owner: Agency, officer: User) -> None:
    issued(owner, "1")
    edition = compiled(owner, officer)
    issued(owner, "2")
    checked = checking.check_edition(edition, owner)
    wrong = [f for f in checked.findings if f.id == "registers.figure"]
    assert {f.severity for f in wrong} == {Severity.MUST}
    assert (wrong[0].values["printed"], wrong[0].values["counted"]) == ("01", "02")
    (omitted,) = [f for f in checked.findings if f.id == "registers.omitted"]
    assert "2/QĐ-UBND" in str(omitted)


@pytest.mark.django_db(transaction=True)
def test_what_was_told_of_an_edition_is_told_again_until_somebody_writes(
    owner: Agency, officer: User, django_assert_num_queries: Any
) -> None:
    issued(owner, "1")
    edition = compiled(owner, officer)
    told = checking.check_edition(edition, owner)
    with django_assert_num_queries(1):  # what was the last thing written
        assert checking.check_edition(edition, owner) is told
    issued(owner, "2")
    assert "registers.figure" in ids(checking.check_edition(edition, owner))


def without_marks(data: bytes) -> Any:
    """A Word file of ours as somebody else would have written it: no content control is left."""
    document = Document(BytesIO(data))
    for control in list(document.element.body.iter(qn("w:sdt"))):
        place = control.getparent().index(control)
        control.getparent()[place : place + 1] = list(control.find(qn("w:sdtContent")))
    return document


def saved(document: Any) -> bytes:
    made = BytesIO()
    document.save(made)
    return made.getvalue()


def test_a_file_without_marks_is_judged_by_what_its_numbers_speak_of(owner: Agency, officer: User) -> None:
    issued(owner, "1")
    document = without_marks(render(compiled(owner, officer).document()))
    right = checking.check_file(saved(document), "a.docx", owner)
    assert right.text.letters.known == ()
    assert not [id for id in ids(right) if id.startswith("registers.")]
    said = next(p for p in document.paragraphs if p.text.startswith("Đã tham mưu"))
    number = next(run for run in said.runs if run.text == "01")
    number.text = "02"
    wrong = checking.check_file(saved(document), "a.docx", owner)
    (finding,) = [f for f in wrong.findings if f.id == "registers.figure"]
    assert (finding.severity, finding.values["printed"], finding.values["counted"]) == (Severity.MUST, "02", "01")
    assert finding.span is not None
    assert wrong.text.letters.source[slice(*finding.span)] == "02"


@pytest.mark.parametrize(
    ("head", "is_ours"),
    [
        ("SỞ KH&CN\nSố: 12/BC-SKHCN\nNinh Thuận, ngày 17 tháng 01 năm 2022", True),
        ("Số: /BC-SKHCN\nNinh Thuận, ngày tháng 01 năm 2022", True),
        ("Số: /BC-SKHCN", True),
        ("SỞ TÀI CHÍNH\nSố: 12/BC-SKHCN\nNinh Thuận, ngày 17 tháng 01 năm 2022", False),
        ("Số: /BC-UBND\nNinh Thuận, ngày tháng 01 năm 2022", False),
        ("Số: /BC-SKHCN\nBình Thuận, ngày tháng 01 năm 2022", False),
    ],
)
def test_registers_are_silent_on_the_report_of_another_body(owner: Agency, head: str, is_ours: bool) -> None:
    owner.seat = "Ninh Thuận"
    write(owner)
    issued(owner, "1")
    body = "1. Công tác tham mưu văn bản\nĐã tham mưu ban hành 05 văn bản (Quyết định số 9/QĐ-UBND ngày 10/01/2022)."
    text = whole(body).replace(HEAD[: HEAD.index("\n\nBÁO CÁO")], head)
    told = {id for id in ids(checking.check_file(text.encode(), "a.txt", owner)) if id.startswith("registers.")}
    assert told == ({"registers.figure", "registers.omitted", "registers.paper"} if is_ours else set())


def test_the_last_report_testifies(owner: Agency, officer: User) -> None:
    issued(owner, "1")
    compiled(owner, officer)
    issued(owner, "2")
    checked = checking.check_edition(compiled(owner, officer, "2022-02"), owner)
    (changed,) = [f for f in checked.findings if f.id == "continuity.changed"]
    assert "2022-01/1" in str(changed)
    assert "1, nay 2" in str(changed)


def test_the_period_before() -> None:
    def code(kind: PeriodKind, year: int, index: int) -> str | None:
        found = before(period(kind, year, index, DECREE_09))
        return found.code if found else None

    assert code(PeriodKind.MONTH, 2022, 1) == "2021-12"
    assert code(PeriodKind.QUARTER, 2022, 3) == "2022-Q2"
    assert code(PeriodKind.YEAR, 2022, 1) == "2021"
    assert code(PeriodKind.NINE_MONTHS, 2022, 1) is None


def test_chapters_are_asked_of_our_own_reports_alone(owner: Agency) -> None:
    ours = FAULTY.replace("SỞ KHOA HỌC VÀ CÔNG NGHỆ", owner.heading)
    missing = [f for f in checking.check_file(ours.encode(), "a.txt", owner).findings if f.id == "structure.chapter"]
    assert "Công tác tham mưu văn bản" in [f.values["title"] for f in missing]
    assert not [f for f in missing if "{" in f.values["title"]]
    assert "structure.chapter" not in ids(checking.check_file(FAULTY.encode(), "a.txt", owner))


def test_the_look_of_a_word_file_is_judged_and_that_of_a_text_is_not(owner: Agency, officer: User) -> None:
    issued(owner, "1")
    edition = compiled(owner, officer)
    document = Document(BytesIO(render(edition.document())))
    document.sections[0].left_margin = document.sections[0].right_margin
    changed = BytesIO()
    document.save(changed)
    assert "form.margins" in ids(checking.check_file(changed.getvalue(), "a.docx", owner))
    assert not [id for id in ids(checking.check_file(FAULTY.encode(), "a.txt", owner)) if id == "form.margins"]


def test_a_waiver_is_remembered_for_the_same_words(owner: Agency, officer: User) -> None:
    first = checking.check_file(FAULTY.encode(), "a.txt", owner)
    number = ids(first).index("writing.phrases") + 1
    checking.waive(first, number, reason="Trích nguyên văn", by=officer, agency=owner)
    again = checking.check_file(f"\n{FAULTY}".encode(), "other-name.txt", owner)
    assert "writing.phrases" not in ids(again)
    assert [(w.finding.id, w.reason, w.by) for w in again.waived] == [
        ("writing.phrases", "Trích nguyên văn", officer.get_full_name() or officer.get_username())
    ]
    changed = checking.check_file(FAULTY.replace("tiến độ", "thời hạn").encode(), "a.txt", owner)
    assert "writing.phrases" in ids(changed)
    assert changed.waived == ()
    elsewhere = reporting("B")
    assert "writing.phrases" in ids(checking.check_file(FAULTY.encode(), "a.txt", elsewhere))


def test_a_waiver_leaves_the_other_findings_their_numbers(owner: Agency, officer: User) -> None:
    """Whoever waives 1 and then 2 means the second of the list on the table, and never waives two by saying 1 twice."""
    before = checking.check_file(FAULTY.encode(), "a.txt", owner)
    checking.waive(before, 1, reason="Vì thế", by=officer, agency=owner)
    after = checking.check_file(FAULTY.encode(), "a.txt", owner)
    assert after.waived[0].number == 1
    assert dict(zip(after.numbers, ids(after), strict=True)).items() <= dict(enumerate(ids(before), 1)).items()
    with pytest.raises(checking.NothingToWaive, match="đã được bỏ qua"):
        checking.waive(after, 1, reason="Lần nữa", by=officer, agency=owner)


def test_a_waiver_has_history_and_may_be_taken_back(owner: Agency, officer: User) -> None:
    checked = checking.check_file(FAULTY.encode(), "a.txt", owner)
    checking.waive(checked, 1, reason="Vì thế", by=officer, agency=owner)
    waiver = Waiver.objects.get()
    assert (waiver.rule, waiver.reason, waiver.version) == (checked.findings[0].id, "Vì thế", 1)
    waiver.reason = "Vì thế khác"
    write(waiver)
    assert Waiver.objects.get().version == 2


@pytest.mark.parametrize(("number", "reason", "words"), [(0, "a", "số 0"), (99, "a", "số 99"), (1, "  ", "lý do")])
def test_nothing_is_waived_without_a_number_and_a_reason(
    owner: Agency, officer: User, number: int, reason: str, words: str
) -> None:
    checked = checking.check_file(FAULTY.encode(), "a.txt", owner)
    with pytest.raises(checking.NothingToWaive, match=words):
        checking.waive(checked, number, reason=reason, by=officer, agency=owner)
    assert not Waiver.objects.exists()


def comments(data: bytes) -> list[str]:
    return [comment.text for comment in Document(BytesIO(data)).comments]


def test_each_open_finding_is_a_comment(owner: Agency, officer: User) -> None:
    for checked in (
        checking.check_file(FAULTY.encode(), "a.txt", owner),
        checking.check_edition(compiled(owner, officer), owner),
    ):
        said = comments(annotate(checked))
        assert len(said) == len(checked.findings) > 0
        assert all(text.startswith(f"[{f.severity.value}]") for text, f in zip(said, checked.findings, strict=True))


def test_markdown_is_annotated_without_its_marks() -> None:
    marked = FAULTY.replace("1. Việc", "##### **1. Việc**\n\n\n")
    assert marked != FAULTY
    made = annotate(checking.check_file(marked.encode(), "a.md", None))
    lines = [paragraph.text for paragraph in Document(BytesIO(made)).paragraphs]
    assert "1. Việc" in lines
    assert all(line.strip() for line in lines)


@pytest.mark.parametrize("read", [lambda data, name: checking.check_file(data, name, None), propose])
def test_work_on_a_text_that_takes_too_long_ends_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, read: Callable[[bytes, str], object]
) -> None:
    def slow(*_: object) -> None:
        until = time.monotonic() + 20
        while time.monotonic() < until:
            time.sleep(0.01)

    monkeypatch.setattr(checking, "check", slow)
    monkeypatch.setattr(proposing, "proposed", slow)
    for module in (checking, proposing):
        monkeypatch.setattr(module, "bounded", lambda name: bounded(name, Caps(seconds=0.3)))
    with pytest.raises(Unreadable, match=r"a\.txt: Đọc tệp quá 0\.3 giây"):
        read(HEAD.encode(), "a.txt")


def test_an_edition_and_its_word_file_are_judged_alike(owner: Agency, officer: User) -> None:
    issued(owner, "1")
    edition = compiled(owner, officer)
    issued(owner, "2")
    file = checking.check_file(render(edition.document()), "a.docx", owner)
    assert file.findings == checking.check_edition(edition, owner).findings
    assert file.has_to_be_mended
