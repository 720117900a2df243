"""Lines that are taken abreast become just what they become one by one, and one that is not sound keeps them back."""

from datetime import date
from typing import Any

import pytest

from sokhcn.areas.metrology.models import Instrument, Job
from sokhcn.areas.metrology.register import REGISTERS
from sokhcn.intake.sheet import read_csv
from sokhcn.people.models import User
from sokhcn.records.abreast import Abreast
from sokhcn.records.auditing import altered_rows, broken_seals
from sokhcn.records.due import DueDate
from sokhcn.records.models import Entry, Establishment, Version
from sokhcn.reports.receiving import Receipt, receive
from tests.rows import agency, user, write

JOBS = REGISTERS[0]
TODAY = date(2022, 1, 14)
HEADINGS = (
    "Cơ sở;Loại phương tiện đo;Tên phương tiện đo;Số sản xuất;Kết quả;Ngày thực hiện;Số tem;Giá dịch vụ;Ghi chú\n"
)
KEYS = ("id", "row", "instrument_id")
MANY = 30  # more than are written one by one
pytestmark = pytest.mark.django_db


@pytest.fixture
def officer() -> User:
    write(Establishment(name="Cơ sở 1"))
    return user(agency("SKHCN"))


def lines(mark: str, count: int = MANY) -> str:
    """Lines that have nothing in common but what registers say again and again."""
    return "".join(
        f"cơ sở  1;Taximet;{'Đồng hồ' if n % 2 else ''};{mark}{n:02};Đạt;{n % 9 + 1:02}/01/2022;T{mark}{n};"
        f"{n % 3 or ''};{'theo yêu cầu' if n == 5 else ''}\n"
        for n in range(count)
    )


def take(text: str, by: User) -> Receipt:
    return receive(JOBS, read_csv((HEADINGS + text).encode(), "a.csv"), by=by, today=TODAY)


def left(mark: str) -> list[Any]:
    """All that is written of the lines of ``mark``, in their order, but keys and the mark itself."""
    jobs = Job.objects.filter(sticker_number__startswith=f"T{mark}").order_by("pk")
    rows = [*jobs, *(Instrument.objects.get(pk=job.instrument_id) for job in jobs)]
    found: list[Any] = []
    for row in rows:
        place = {"register": row._meta.label_lower, "row": row.pk}
        held = {name: value for name, value in vars(row).items() if name not in ("_state", *KEYS)}
        versions = [{k: v for k, v in one.after.items() if k not in KEYS} for one in Version.objects.filter(**place)]
        entries = [*Entry.objects.filter(**place).values_list("agency", "unit", "called", "text", "shown")]
        due = [*DueDate.objects.filter(**place).values_list("due_on", "agency_id", "unit_id", "term_id", "title")]
        found.append((held, versions, entries, due))
    assert len(found) == 2 * MANY
    return [repr(one).replace(mark, "X").replace(mark.lower(), "x") for one in found]


def test_abreast_is_one_by_one(officer: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Abreast, "_is_able", lambda self: False)
    assert take(lines("QA"), officer).added == MANY
    monkeypatch.undo()
    assert take(lines("QB"), officer).added == MANY
    assert left("QB") == left("QA")
    assert [*broken_seals(), *altered_rows(Job), *altered_rows(Instrument)] == []


def test_what_is_known_of_an_instrument_is_corrected_on_the_way(officer: User) -> None:
    take(lines("QA"), officer)
    again = lines("QA").replace("Đồng hồ", "Đồng hồ tính cước").replace("/01/2022;TQA", "/01/2023;UQA")
    receipt = take(again, officer)
    assert (receipt.added, receipt.findings, Job.objects.count(), Instrument.objects.count()) == (MANY, (), 60, MANY)
    assert {one.version for one in Instrument.objects.filter(name="Đồng hồ tính cước")} == {2}
    assert {one.version for one in Instrument.objects.filter(name="")} == {1}


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ("Cơ sở 1;Taximet;;QA07;Đạt;31/12/2021;TQA07;;\n", ""),  # one instrument, another day: nothing is wrong
        ("Cơ sở 1;Taximet;;QA07;Đạt;08/01/2022;TZ;;\n", "Trùng với a.csv, dòng 9."),
        ("Cơ sở 1;Taximet;;Z;Đạt;08/01/2022;TQA7;;\n", "Trùng với a.csv, dòng 9."),
        ("Cơ sở 1;Taximet;;Z;;08/01/2022;TZ;;\n", "Kiểm định xong phải ghi kết quả đạt hoặc không đạt."),
        ("Cơ sở 2;Taximet;;Z;Đạt;08/01/2022;TZ;;\n", "“Cơ sở 2” chưa có trong danh mục cơ sở."),
        (f"Cơ sở 1;Taximet;;{'Z' * 90};Đạt;08/01/2022;TZ;;\n", "Số sản xuất: "),
    ],
)
def test_one_line_that_is_not_sound_is_told_among_many(officer: User, wrong: str, told: str) -> None:
    receipt = take(lines("QA") + wrong, officer)
    assert len(receipt.findings) == bool(told)
    assert told in "".join(map(str, receipt.findings))
    assert Job.objects.count() == (0 if told else MANY + 1)


def test_a_line_that_is_there_already_is_met(officer: User) -> None:
    take(lines("QA"), officer)
    receipt = take(lines("QA").replace("theo yêu cầu", "theo kế hoạch") + lines("QC", 3), officer)
    assert (receipt.added, receipt.changed, receipt.same) == (3, 1, MANY - 1)
    assert Establishment.objects.count() == 1
