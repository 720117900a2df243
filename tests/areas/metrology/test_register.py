"""What the registers of measurement refuse and take: numbers once a year, means that still hold, batches."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.db import IntegrityError

from sokhcn.areas.metrology.models import Job
from sokhcn.areas.metrology.register import REGISTERS
from sokhcn.people.models import User
from sokhcn.reports.receiving import Receipt
from tests.areas.metrology.factories import job, standard, verifier
from tests.areas.registers import agency, chapter, establishment, take, values

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("number", ["certificate_number", "sticker_number"])
def test_a_number_is_given_once_a_year_by_one_body(number: str) -> None:
    job("S1", **{number: "0001"})
    job("S2", **{number: "0001"}, performed_on=date(2023, 1, 5))
    job("S3", **{number: "0001"}, agency=agency("KHAC"))
    with pytest.raises(IntegrityError):
        job("S4", **{number: "0001"}, performed_on=date(2022, 12, 31))


@pytest.mark.parametrize(
    "told",
    [
        {"result": "failed", "valid_until": date(2023, 1, 5)},
        {"valid_until": date(2022, 1, 4)},
    ],
    ids=["failed and valid", "over before it was done"],
)
def test_a_validity_that_cannot_be_is_refused(told: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError):
        job(**told)


def received(tmp_path: Path, cells: str) -> Receipt:
    establishment()
    file = tmp_path / "kiem-dinh.csv"
    headings = "Cơ sở,Loại PTĐ,Số máy,Ngày kiểm định,Kết quả,Chuẩn đo lường,Số thẻ kiểm định viên,Phí"
    file.write_text(f"{headings}\n{cells}\n", encoding="utf-8")
    register = next(register for register in REGISTERS if register.slug == "kiem-dinh")
    return take(register, file, User(username="tonghop", agency=agency()))


def test_a_job_names_its_standards_and_its_verifier(tmp_path: Path) -> None:
    standard("C1")
    standard("C2", valid_until=date(2022, 1, 5))
    verifier("T1")
    receipt = received(tmp_path, "Cơ sở A,Cân bàn,S1,05/01/2022,Đạt,C1|C2,T1,60.000")
    assert (receipt.added, receipt.findings) == (1, ())
    row = Job.objects.get()
    assert ([one.code for one in row.standards.all()], row.verifier.card_number, row.fee) == (["C1", "C2"], "T1", 60000)


@pytest.mark.parametrize("cells", ["C1,", ",T1"])
def test_what_had_run_out_verifies_nothing(tmp_path: Path, cells: str) -> None:
    standard("C1", valid_until=date(2022, 1, 4))
    verifier("T1", card_valid_until=date(2022, 1, 4))
    receipt = received(tmp_path, f"Cơ sở A,Cân bàn,S1,05/01/2022,Đạt,{cells},")
    (finding,) = receipt.findings
    assert "chỉ có giá trị đến 04/01/2022, trước ngày thực hiện" in str(finding)
    assert Job.objects.count() == 0


def test_a_batch_is_one_line_and_as_many_pieces_as_it_tells(tmp_path: Path) -> None:
    establishment()
    file = tmp_path / "lo.csv"
    head = "Cơ sở,Loại PTĐ,Số máy,Ngày kiểm định,Kết quả,Số lượng,Hóa đơn,Số phiếu"
    lines = "Cơ sở A,Đồng hồ nước lạnh cơ khí,L1,05/01/2022,Đạt,50,0000123,17\nCơ sở A,Cân bàn,S1,05/01/2022,Đạt,,,"
    file.write_text(f"{head}\n{lines}\n", encoding="utf-8")
    register = next(register for register in REGISTERS if register.slug == "kiem-dinh")
    assert take(register, file, User(username="tonghop", agency=agency())).added == 2
    told = values("metrology")
    assert (told["instruments"], told["jobs"], told["in_batches"]) == (2, 2, 50)
    assert "Có phương tiện đo được thực hiện theo lô, tổng số 50 chiếc." in "".join(chapter("metrology"))
    batch = Job.objects.get(quantity=50)
    assert (batch.invoice, batch.slip_number) == ("0000123", "17")
    with pytest.raises(IntegrityError):
        job("S9", quantity=0)
