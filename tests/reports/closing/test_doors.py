"""A closed window is closed by every door: form, file, trial of a file, step, trash, and back from the trash."""

from datetime import UTC, date, datetime

import pytest

from sokhcn.areas.advice.models import AdvisoryDocument
from sokhcn.intake.sheet import read_csv
from sokhcn.people.models import Role
from sokhcn.records.locks import WindowShut
from sokhcn.records.models import Closing, Paper
from sokhcn.reports import catalogue, keeping
from sokhcn.reports.receiving import receive, receive_good, try_out
from tests.rows import FIRST, LAST, advisory, agency, paper, user, write

pytestmark = pytest.mark.django_db
INSIDE, AFTER = date(2022, 1, 10), date(2022, 1, 20)
FILE = (
    "Loại văn bản;Số ký hiệu;Ngày;Cơ quan ban hành;Trích yếu;Ngày vào sổ\n"
    "Quyết định;31/QĐ-UBND;20/01/2022;UBND tỉnh;về kế hoạch;20/01/2022\n"
    "Quyết định;32/QĐ-UBND;10/01/2022;UBND tỉnh;về kế hoạch;20/01/2022\n"
)


def test_every_door() -> None:
    owner = agency()
    by = user(owner, Role.COMPILER, "tonghop")
    register = catalogue.register("van-ban-tham-muu")
    row = advisory(owner, state="submitted", submitted_on=INSIDE, paper=paper("30", issued_on=INSIDE))
    gone = advisory(owner, paper=paper("29", issued_on=INSIDE))
    keeping.trash(gone, by=by, reason="")
    days = {"first_on": FIRST, "last_on": LAST, "period_code": "2022-01", "period_name": "tháng 01 năm 2022"}
    signed = {"kind": "rows", "closed_at": datetime(2022, 1, 17, tzinfo=UTC), "closed_by": "Trưởng"}
    write(Closing(agency=owner, register="advice.advisorydocument", **days, **signed))

    state = register.column("state").choices[AdvisoryDocument.State.ISSUED]
    submitted = str(register.column("state").choices[AdvisoryDocument.State.SUBMITTED])
    new = {"title": "Mới", "state": submitted, "submitted_on": "10/01/2022", "recorded_on": "10/01/2022"}
    shut = [
        keeping.keep(register, row, {"note": "sửa"}, by=by).findings,
        keeping.keep(register, None, new, by=by).findings,
        keeping.keep(register, row, {"state": str(state)}, by=by).findings,  # the next step
    ]
    for through, added in ((receive, 0), (try_out, 1), (receive_good, 1)):
        receipt = through(register, read_csv(FILE.encode(), "a.csv"), by=by, today=LAST)
        assert (through, receipt.added) == (through, added)
        shut.append(receipt.findings)
    assert [[finding.id for finding in found] for found in shut] == [["register.shut"]] * 6
    for door in (lambda: keeping.trash(row, by=by, reason="x"), lambda: keeping.restore(gone, by=by, reason="x")):
        with pytest.raises(WindowShut):
            door()
    assert [one.version for one in AdvisoryDocument.objects.exclude(recorded_on=AFTER)] == [1]
    assert [one.paper.number for one in AdvisoryDocument.objects.filter(recorded_on=AFTER)] == ["31"]
    assert Paper.objects.filter(number="31").count() == 1
