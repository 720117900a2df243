"""January 2022 as a story, from the 12th to the 20th: the verbs that the doors call, on the registers of the seed."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from sokhcn.areas.metrology.models import Job
from sokhcn.compiler.draft import read_file, write_file
from sokhcn.formats.pack.verify import faults
from sokhcn.intake.sheet import read_csv
from sokhcn.kernel.finding import blocking
from sokhcn.people.models import User
from sokhcn.records.locks import WindowShut
from sokhcn.records.models import Agency, Issued, Supplement, Unit
from sokhcn.records.writing import writing
from sokhcn.reports import catalogue, drift
from sokhcn.reports.closing import answering
from sokhcn.reports.closing.closed import Window, close, lock, nil, reopen
from sokhcn.reports.closing.completeness import CellState, matrix
from sokhcn.reports.closing.promises import Result, reckoning
from sokhcn.reports.compiling import compile_report
from sokhcn.reports.demo import PERIOD, load
from sokhcn.reports.drafting import adopt, editable
from sokhcn.reports.drifting import answering as drifts
from sokhcn.reports.evidence.packing import evidence
from sokhcn.reports.life.leaving import note_number
from sokhcn.reports.life.refusing import NotMoved
from sokhcn.reports.life.report import Report, the_report
from sokhcn.reports.life.standing import standing
from sokhcn.reports.life.taking import take
from sokhcn.reports.models import Act, Drift, Edition, OwnText, Stage
from sokhcn.reports.numbers import taken, wanted
from sokhcn.reports.outlining import the_outline
from sokhcn.reports.previewing import preview, recompile
from sokhcn.reports.receiving import Receipt, receive
from sokhcn.reports.sections import confirming, editing
from sokhcn.reports.sections.chapters import the_chapter
from sokhcn.reports.signing import examining, keeping, steps
from tests.needs import is_here
from tests.reports.sections.handled import head_of
from tests.reports.signing.hands import hand, trusted
from tests.seed.compiled import DEMO, altered
from tests.seed.paragraphs import document_paragraphs, seed_paragraphs
from tests.seed.test_alignment import DECLARED, mended
from tests.seed.test_compiled import FIGURES, body_numbers

pytestmark = pytest.mark.django_db
BOOK, CHAPTER, COUNTED, LATE = "kiem-dinh", "metrology", "metrology.instruments", "MH-0099/2022/KĐ"
SIGNED_AT = datetime(2022, 1, 18, 2, 0, tzinfo=UTC)
NOTHING = "Trong kỳ không có việc nào được giải quyết"
PLAN = """Kỳ báo cáo,Thứ tự,Nội dung,Hạn,Tình trạng,Ngày vào sổ,Đơn vị
2021-12,1,Tổng kết công tác năm.,14/01/2022,Đưa vào báo cáo,14/12/2021,VP
2021-12,2,Rà soát phương tiện đo.,14/01/2022,Đưa vào báo cáo,14/12/2021,TDC
"""


def on(day: int) -> date:
    return date(2022, 1, day)


def at_four(day: int) -> datetime:
    return datetime(2022, 1, day, 9, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Scene:
    """Who acts, and on what."""

    agency: Agency
    report: Report
    compiler: User
    head: User  # of the office
    metrologist: User  # head of the unit that verifies instruments
    leader: User
    clerk: User

    def window(self, unit: Unit | None = None, slug: str = "") -> Window:
        return Window(self.report.period, self.agency, catalogue.register(slug) if slug else None, unit)


def test_the_month(tmp_path: Path, settings: Any) -> None:
    settings.VAR = tmp_path
    scene = the_units_enter_their_rows(tmp_path)
    registers_are_closed(scene)
    first = compile_report(scene.report.period, scene.agency, by=scene.compiler).edition
    a_late_row_comes_in(scene)
    second = the_draft_is_made_anew(scene, first)
    what_is_open_keeps_it_from_being_handed_in(scene, second)
    edition = the_chapter_is_confirmed_and_promises_answered(scene, second)
    it_is_handed_in_and_approved(scene)
    it_is_signed_and_issued(scene, edition)
    it_says_what_the_seed_says(edition)
    pack = evidence(edition, scene.agency)
    assert faults(pack.data) == ()
    assert faults(pack.data[:-9] + b"?" + pack.data[-8:])
    a_late_correction_is_noticed_and_answered(scene, edition)


def the_units_enter_their_rows(folder: Path) -> Scene:
    """The 12th and 13th. One verification is forgotten; a chapter is given to the unit that it is about."""
    for _ in load(altered(folder, f"{BOOK}.csv", LATE, "")):
        pass
    people = User.objects.select_related("agency", "unit").in_bulk(field_name="username")
    compiler, head, leader, clerk = (people[login] for login in ("tonghop", "truongdonvi", "lanhdao", "vanthu"))
    unit = Unit.objects.get(code="TDC")
    metrologist = head_of(unit, "chicuctruong")
    scene = Scene(unit.agency, the_report(PERIOD, unit.agency), compiler, head, metrologist, leader, clerk)
    assert entered("nhiem-vu-ky-toi", PLAN, compiler).added == 2
    text = write_file(*editable(the_outline("bao-cao-dinh-ky", scene.agency, on(1))))
    owned = text.replace(f'key = "{CHAPTER}"\n', f'key = "{CHAPTER}"\nunit = "TDC"\n')
    adopt(read_file("de-cuong.txt", owned), scene.agency, on(1), by=compiler)
    return scene


def entered(slug: str, text: str, by: User) -> Receipt:
    """A file of rows as officers bring it."""
    return receive(catalogue.register(slug), read_csv(text.encode(), "bo-sung.csv"), by=by, today=on(14))


def registers_are_closed(scene: Scene) -> None:
    """The 14th: heads close what has rows and sign that nothing arose elsewhere. The 17th: the compiler locks."""
    nil(scene.window(scene.head.unit, BOOK), by=scene.head, at=at_four(14))
    cells = matrix(scene.report.period, scene.agency, at=at_four(14)).cells
    for cell in (cell for cell in cells if not cell.is_closed):
        by = scene.metrologist if cell.unit == scene.metrologist.unit else scene.compiler
        # Rows without a unit are closed with their whole register.
        theirs = [one for one in cells if one.register is cell.register and cell.unit in (None, one.unit)]
        window = scene.window(cell.unit, cell.register.slug)
        sign = close if any(one.rows for one in theirs) else nil
        sign(window, by=by, at=at_four(14), reason=NOTHING if sign is nil else "")
    lock(scene.report.period, scene.agency, by=scene.compiler, at=at_four(17))
    found = matrix(scene.report.period, scene.agency)
    assert found.lock is not None
    assert {cell.state for cell in found.cells} == {CellState.ROWS, CellState.NIL}


def opened(scene: Scene, reason: str) -> None:
    """The register of instruments is opened for a day: one exception, though its unit closed it and all is locked."""
    window = scene.window(scene.metrologist.unit, BOOK)
    reopen(window, until=timezone.now() + timedelta(days=1), reason=reason, by=scene.leader)


def a_late_row_comes_in(scene: Scene) -> None:
    """It is refused with why, since when and who can let it in; then a dated exception does."""
    headings, *lines = (DEMO / f"{BOOK}.csv").read_text(encoding="utf-8-sig").splitlines()
    late = "\n".join([headings, *(line for line in lines if LATE in line)])
    (finding,) = blocking(entered(BOOK, late, scene.compiler).findings)
    assert finding.id == "register.shut"
    assert "đã khóa kỳ tháng 01 năm 2022" in str(finding)
    assert "Người mở lại được: Người tổng hợp, Lãnh đạo Sở" in finding.advice
    opened(scene, "Một phiếu kiểm định bị để sót")
    assert entered(BOOK, late, scene.compiler).added == 1
    noted = Supplement.objects.get()
    assert (noted.day, noted.unit, noted.reason) == (on(5), "Chi cục TĐC", "Một phiếu kiểm định bị để sót")


def the_draft_is_made_anew(scene: Scene, first: Edition) -> Edition:
    """The unit adds a sentence. What a recompile changes is shown, and changes nothing until it is accepted."""
    last = the_chapter(first, CHAPTER).lines[-1]
    added = editing.Written(OwnText.Place.AFTER, "Đoạn viết thêm của Chi cục.", last)
    editing.write(first, CHAPTER, added, by=scene.metrologist)
    shown = preview(scene.report.period, scene.agency, by=scene.compiler)
    moved = {one.key: (one.before, one.after) for one in shown.figures}
    assert moved[COUNTED] == (162, 163)
    assert len(shown.texts) == 1
    assert scene.report.latest() == 1
    made = recompile(scene.report.period, scene.agency, by=scene.compiler, seen=shown.seen).compiled.edition
    assert (made.number, the_chapter(made, CHAPTER).lines[-1].text) == (2, "Đoạn viết thêm của Chi cục.")
    return made


def what_is_open_keeps_it_from_being_handed_in(scene: Scene, edition: Edition) -> None:
    confirming.confirm(edition, CHAPTER, by=scene.metrologist)
    confirming.return_(edition, CHAPTER, reason="Câu viết thêm không cần", by=scene.compiler)
    take(scene.report, Act.CONFIRM, by=scene.compiler, on=on(17))
    with pytest.raises(NotMoved, match="Chưa trình được báo cáo tháng 01 năm 2022") as why:
        take(scene.report, Act.SUBMIT, by=scene.compiler, on=on(17))
    assert {finding.id for finding in why.value.findings} == {
        "chapter.returned",
        "promise.unanswered",
        "closing.reopened",
    }


def the_chapter_is_confirmed_and_promises_answered(scene: Scene, second: Edition) -> Edition:
    editing.drop(second, OwnText.objects.get().pk, by=scene.metrologist)
    edition = compile_report(scene.report.period, scene.agency, by=scene.compiler).edition
    confirming.confirm(edition, CHAPTER, by=scene.metrologist)
    for number, said in (("1", answering.Said(Result.DONE)), ("2", answering.Said(Result.DOING, "Còn 02 huyện"))):
        answering.answer(reckoning(scene.report.period, scene.agency), number, said, by=scene.compiler)
    close(scene.window(scene.metrologist.unit, BOOK), by=scene.metrologist)
    lock(scene.report.period, scene.agency, by=scene.compiler)
    return edition


def it_is_handed_in_and_approved(scene: Scene) -> None:
    """Monday the 17th. The head of the office finds the form wanting, and then well; the leader approves."""
    take(scene.report, Act.SUBMIT, by=scene.compiler, on=on(17))
    take(scene.report, Act.RETURN, by=scene.head, reason="Rà lại nơi nhận", on=on(17))
    take(scene.report, Act.SUBMIT, by=scene.compiler, on=on(17))
    take(scene.report, Act.CHECK, by=scene.head, on=on(17))
    with pytest.raises(NotMoved, match="là việc của Lãnh đạo Sở; bạn là Văn thư"):
        take(scene.report, Act.APPROVE, by=scene.clerk, on=on(17))
    take(scene.report, Act.APPROVE, by=scene.leader, on=on(17))


def it_is_signed_and_issued(scene: Scene, edition: Edition) -> None:
    """Tuesday the 18th: signed by the deputy for the head, numbered, sealed; the file comes back and is kept."""
    trusted(User.objects.get(username="quantri"))
    name = edition.document().closing.signature.name
    take(scene.report, Act.SIGN, by=scene.leader, on=on(18))
    data = steps.sign_as_leader(edition, replace(hand(name), at=SIGNED_AT), by=scene.leader).pdf
    note_number(wanted.of_edition(edition), "08/BC-SKHCN", on(18), by=scene.clerk)
    take(scene.report, Act.NUMBER, by=scene.clerk, on=on(18))
    data = steps.fill_in_number(edition, data, number="08", on=on(18), by=scene.clerk).pdf
    data = steps.sign_as_agency(edition, data, replace(hand("Sở KH&CN"), at=SIGNED_AT), by=scene.clerk).pdf
    with pytest.raises(NotMoved, match="Chưa phát hành được"):
        take(scene.report, Act.ISSUE, by=scene.clerk, on=on(18))
    back = examining.came_back(edition, "08-BC-SKHCN.pdf", data, SIGNED_AT + timedelta(hours=1))
    assert (back.findings, back.examined.number, back.examined.date) == ((), "08", "18/01/2022")
    keeping.keep(edition, back, by=scene.clerk)
    take(scene.report, Act.ISSUE, by=scene.clerk, on=on(18))
    told, given = standing(scene.report, scene.compiler), taken.number_of(edition)
    assert (told.stage, told.edition.number, len(told.moves)) == (Stage.ISSUED, 3, 9)
    assert given is not None
    assert (given.code, given.dated_on, Issued.objects.get().issued_on) == ("08/BC-SKHCN", on(18), on(18))


def it_says_what_the_seed_says(edition: Edition) -> None:
    """Number and day are blank in the seed, and in the edition: they stand in the signed file."""
    assert body_numbers(edition) == FIGURES
    assert edition.document().closing.signature.lines == ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")
    if is_here("shared"):
        assert document_paragraphs(edition.document()) == mended(seed_paragraphs(), DECLARED)


def done_on(day: date, by: User) -> None:
    job = Job.objects.get(certificate_number=LATE)
    job.performed_on = day
    with writing(by=by, reason="Ghi nhầm ngày") as pen:
        pen.save(job)


def a_late_correction_is_noticed_and_answered(scene: Scene, edition: Edition) -> None:
    """The 20th: a verification was done on another day, after the period. What left the house stays as it is."""
    drift.catch_up()
    assert not Drift.objects.exists()
    with pytest.raises(WindowShut):
        done_on(on(17), by=scene.compiler)
    opened(scene, "Ghi nhầm ngày kiểm định")
    done_on(on(17), by=scene.compiler)
    drift.catch_up()
    entry = Drift.objects.get(figure=COUNTED, aspect=Drift.Aspect.VALUE)
    assert (entry.edition_label, entry.was, entry.would_be) == (edition.label, 163, 162)
    assert {(cause["login"], cause["why"]) for cause in entry.causes} == {("tonghop", "Ghi nhầm ngày")}
    drifts.answer(list(Drift.objects.all()), Drift.State.SUPPLEMENT, by=scene.compiler)
    stands = drifts.standing_of(scene.agency, PERIOD, edition.addressee, edition.number)
    assert (stands.open, stands.supplement) == (0, Drift.objects.count())
    kept = scene.report.edition(edition.number)
    assert kept is not None
    assert (kept.document(), kept.figures()) == (edition.document(), edition.figures())
