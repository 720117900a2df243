"""A closed window holds its rows at the gate, and an exception lets late ones in, each noted."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from sokhcn.areas.advice.models import AdvisoryDocument
from sokhcn.areas.programme.models import KeyTask
from sokhcn.areas.radiation.models import Device, DeviceVerification, Facility, Licence
from sokhcn.records.locks import WindowShut
from sokhcn.records.models import Closing, Establishment, Supplement
from sokhcn.records.writing import writing
from tests.rows import FIRST, LAST, OFFICER, advisory, agency, paper, unit, unwritten_paper, write, write_all

pytestmark = pytest.mark.django_db
INSIDE, AFTER = date(2022, 1, 10), date(2022, 1, 20)
SIGNED = datetime(2022, 1, 17, 9, 30, tzinfo=UTC)
ADVICE = "advice.advisorydocument"


def shut(owner: Any, whose: Any = None, register: str = ADVICE, **told: Any) -> Closing:
    days = {"first_on": FIRST, "last_on": LAST, "period_code": "2022-01", "period_name": "tháng 01 năm 2022"}
    signed = {"kind": "rows", "closed_at": SIGNED, "closed_by": "Trần Trưởng", "openers": "Lãnh đạo Sở"}
    return write(Closing(**{"agency": owner, "unit": whose, "register": register, **days, **signed, **told}))


def licence(owner: Any, **told: Any) -> Licence:
    holder = Establishment.objects.first() or write(Establishment(name="Bệnh viện"))
    about = {"agency": owner, "recorded_on": date(2022, 2, 1), "number": "01/GP", "work": "Sử dụng", "holder": holder}
    return Licence(**{**about, **told})


def test_a_row_of_a_closed_window_is_refused_with_why_since_when_and_who_can_open_it() -> None:
    owner = agency()
    office = unit(owner)
    shut(owner, office)
    with pytest.raises(WindowShut) as refused:
        advisory(owner, unit=office, paper=paper(issued_on=INSIDE))
    said = str(refused.value)
    assert "ngày 10/01/2022" in said
    assert "sổ “Công tác tham mưu văn bản” của P. VP đã khóa kỳ tháng 01 năm 2022 (15/12/2021 – 14/01/2022)" in said
    assert "từ 16:30 ngày 17/01/2022 (Trần Trưởng: có số liệu)" in said
    assert "Người mở lại được: Lãnh đạo Sở" in said
    assert "./sokhcn closing reopen 2022-01 van-ban-tham-muu --unit VP" in said
    assert not AdvisoryDocument.objects.exists()


def test_rows_of_other_days_units_agencies_and_registers_pass() -> None:
    owner, other = agency(), agency("B")
    office, division = unit(owner), unit(owner, "QLKH")
    shut(owner, office)
    advisory(owner, unit=office, paper=paper("1", issued_on=LAST + timedelta(1)))
    advisory(owner, unit=office, paper=paper("2", issued_on=FIRST - timedelta(1)))
    advisory(owner, unit=division, paper=paper("3", issued_on=INSIDE))
    advisory(other, paper=paper("4", issued_on=INSIDE))
    write(licence(owner, unit=office, issued_on=INSIDE))
    assert AdvisoryDocument.objects.count() == 4


def test_a_lock_without_unit_or_register_holds_all_of_the_agency() -> None:
    owner = agency()
    shut(owner, None, "", kind="lock")
    for row in (licence(owner, issued_on=INSIDE), licence(owner, unit=unit(owner), issued_on=FIRST)):
        with pytest.raises(WindowShut):
            write(row)


def test_changing_moving_trashing_and_restoring_a_row_of_the_window_are_refused() -> None:
    owner = agency()
    row, gone = write(licence(owner, issued_on=INSIDE)), write(licence(owner, number="02/GP", issued_on=INSIDE))
    with writing(by=OFFICER) as pen:
        pen.trash(gone)
    shut(owner, register="radiation.licence")
    row.note = "sửa"
    with pytest.raises(WindowShut):
        write(row)
    row.note, row.issued_on = "", AFTER
    with pytest.raises(WindowShut):
        write(row)
    row.issued_on = INSIDE
    for changed, restore in ((row, False), (gone, True)):
        with pytest.raises(WindowShut), writing(by=OFFICER) as pen:
            pen.trash(changed, restore=restore)
    assert Licence.everything.filter(trashed_at=None).count() == 1


def test_what_happens_to_the_row_afterwards_belongs_to_its_own_day() -> None:
    owner = agency()
    row = write(licence(owner, received_on=FIRST))
    held = write(licence(owner, number="02/GP", issued_on=INSIDE))
    shut(owner, register="radiation.licence")
    row.note = "đang thẩm định"
    write(row)  # received in the window, but it does not rest there
    row.issued_on = AFTER
    write(row)
    held.ended_on = AFTER
    write(held)
    assert Licence.objects.filter(version=2).count() == 1
    assert Licence.objects.filter(version=3).count() == 1


def test_a_planned_day_and_the_day_of_the_book_hold_no_living_row() -> None:
    owner = agency()
    task = write(KeyTask(agency=owner, code="1", year=2022, title="Việc", recorded_on=INSIDE, due_on=INSIDE))
    shut(owner, register="programme.keytask")
    task.progress = 50
    write(task)
    task.state, task.completed_on = "completed", INSIDE
    with pytest.raises(WindowShut):
        write(task)
    with pytest.raises(WindowShut):  # a new row that no other day places goes by that of the book
        write(KeyTask(agency=owner, code="2", year=2022, title="Việc", recorded_on=INSIDE))


def test_a_part_goes_by_the_unit_of_its_owner() -> None:
    owner = agency()
    office, division = unit(owner), unit(owner, "QLKH")
    owned = {"agency": owner, "recorded_on": FIRST, "establishment": write(Establishment(name="Bệnh viện"))}
    facilities = [Facility(unit=u, name=u.code, **owned) for u in (office, division)]
    write_all(facilities)
    devices = [Device(facility=facility, code="X1", kind="general") for facility in facilities]
    write_all(devices)
    shut(owner, office, "radiation.deviceverification")
    write(DeviceVerification(device=devices[1], performed_on=INSIDE, certificate_number="1"))
    with pytest.raises(WindowShut):
        write(DeviceVerification(device=devices[0], performed_on=INSIDE, certificate_number="1"))


def test_a_paper_cannot_carry_its_document_into_or_out_of_the_window() -> None:
    owner = agency()
    cited, later = paper("1", issued_on=INSIDE), paper("2", issued_on=AFTER)
    advisory(owner, paper=cited)
    advisory(owner, paper=later)
    alone = paper("3", issued_on=INSIDE)
    shut(owner)
    for changed, day in ((cited, AFTER), (later, INSIDE)):
        changed.issued_on = day
        with pytest.raises(WindowShut):
            write(changed)
    alone.subject = "không sổ nào dẫn"
    write(alone)


def test_an_exception_lets_a_late_row_in_and_notes_it_until_its_moment() -> None:
    owner = agency()
    office = unit(owner)
    now = timezone.now()
    closing = shut(owner, office, open_until=now + timedelta(hours=1), opened_because="Công văn đến muộn")
    late = advisory(owner, unit=office, paper=paper(issued_on=INSIDE))
    note = Supplement.objects.get()
    assert (note.register, note.row, note.version, note.day) == (ADVICE, late.pk, 1, INSIDE)
    assert (note.agency, note.unit, note.period_code) == ("SKHCN", "P. VP", "2022-01")
    assert (note.by, note.reason) == ("Nguyễn Thị Minh Họa", "Công văn đến muộn")
    assert note.digest == note.proof()
    closing.open_until = now - timedelta(hours=1)
    write(closing)
    late.note = "sửa"
    with pytest.raises(WindowShut, match="lần mở lại đã hết hạn"):
        write(late)


def test_a_batch_asks_once_however_many_rows_it_has() -> None:
    owner = agency()
    shut(owner, unit(owner))

    def asked(first: int, many: int) -> int:
        papers = [unwritten_paper(str(n), issued_on=AFTER) for n in range(first, first + many)]
        write_all(papers)
        rows = [AdvisoryDocument(agency=owner, title=str(p), recorded_on=AFTER, paper=p) for p in papers]
        with CaptureQueriesContext(connection) as captured:
            write_all(rows)
        return sum("records_closing" in query["sql"] for query in captured)

    assert asked(100, 3) == asked(500, 300) == 1


def test_of_a_poured_batch_with_one_row_inside_nothing_is_written() -> None:
    owner = agency()
    shut(owner)
    days = [AFTER] * 60 + [INSIDE]
    papers = [unwritten_paper(str(n), issued_on=day) for n, day in enumerate(days, 1)]
    rows = [AdvisoryDocument(agency=owner, title="Văn bản", recorded_on=AFTER, paper=p) for p in papers]
    with pytest.raises(WindowShut):
        write_all([*papers, *rows])
    assert not AdvisoryDocument.objects.exists()
