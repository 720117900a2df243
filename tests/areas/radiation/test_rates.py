"""Fees and technical regulations by kind of device, as they held on a day: what differs is worth a look."""

from datetime import date
from pathlib import Path

import pytest

from sokhcn.areas.radiation.examining import fee_of
from sokhcn.areas.radiation.models import FeeRate, Licence, TechnicalRegulation
from sokhcn.areas.radiation.register import REGISTERS
from sokhcn.people.models import Reach, Role, User
from sokhcn.reports.receiving import Receipt
from tests.areas.radiation.factories import DAY, device, facility, licence
from tests.areas.registers import agency, establishment, misses, save, ship_terms, take, values

pytestmark = pytest.mark.django_db


def taken(tmp_path: Path, slug: str, text: str) -> Receipt:
    file = tmp_path / f"{slug}.csv"
    file.write_text(text, encoding="utf-8")
    by = User(username="tonghop", role=Role.COMPILER, reach=Reach.ALL, agency=agency())
    return take(next(register for register in REGISTERS if register.slug == slug), file, by)


def test_what_ships_is_flagged_and_holds_under_the_decree_of_its_time() -> None:
    ship_terms()
    assert not FeeRate.objects.filter(verified=True).exists()
    assert not TechnicalRegulation.objects.filter(verified=True).exists()
    assert fee_of("issue", ["ct", "general"], DAY) == 11_000_000
    assert fee_of("renew", ["ct"], DAY) == 6_000_000
    assert fee_of("issue", ["ct", "gauge"], DAY) is None  # half a sum is none
    assert fee_of("issue", ["ct"], date(2026, 1, 1)) is None


def test_a_rate_for_all_kinds_stands_in_and_a_new_one_takes_its_turn(tmp_path: Path) -> None:
    head = "Việc giải quyết,Loại thiết bị,Mức phí,Căn cứ,Có hiệu lực từ,Đến hết,Đã kiểm chứng\n"
    old = "Cấp giấy phép,,1.000.000,Thông tư A,,31/12/2021,có\n"
    new = "Cấp giấy phép,,1.200.000,Thông tư B,01/01/2022,,không\nCấp giấy phép,PET/CT,9.000.000,Thông tư B,,,không\n"
    assert taken(tmp_path, "bieu-phi-buc-xa", head + old + new).added == 3
    assert fee_of("issue", ["gauge", "pet_ct"], date(2021, 12, 31)) == 10_000_000
    assert fee_of("issue", ["gauge", "pet_ct"], DAY) == 10_200_000
    twice = taken(tmp_path, "bieu-phi-buc-xa", head + "Cấp giấy phép,,1,Thông tư C,01/06/2022,,\n")
    assert [finding.id for finding in twice.findings] == ["register.overlaps"]
    of_kind = taken(tmp_path, "bieu-phi-buc-xa", head + "Cấp chứng chỉ nhân viên bức xạ,PET/CT,1,Thông tư C,,,\n")
    assert "Phí cấp chứng chỉ không theo loại thiết bị." in str(of_kind.findings[0])


@pytest.mark.parametrize(
    ("fee", "state", "said"),
    [
        ("11.000.000", "Đã ban hành", ""),
        ("8.000.000", "Đã ban hành", "Theo biểu phí ngày 05/01/2022 là 11.000.000 đồng, đã ghi 8.000.000."),
        ("", "Đang thụ lý", "Chưa ghi phí; theo biểu phí ngày 05/01/2022 là 11.000.000 đồng."),
        ("", "Đã ban hành", ""),
    ],
)
def test_another_fee_than_the_one_of_the_day_is_remarked_on(tmp_path: Path, fee: str, state: str, said: str) -> None:
    ship_terms()
    establishment()
    at = facility()
    device("CT-1", at, kind="ct"), device("XQ-1", at)
    head = "Cơ sở được cấp,Công việc bức xạ,Thiết bị,Ngày nhận hồ sơ,Phí,Tình trạng"
    receipt = taken(tmp_path, "giay-phep-buc-xa", f"{head}\nCơ sở A,X-quang,CT-1|XQ-1,05/01/2022,{fee},{state}\n")
    notes = [str(note) for note in receipt.notes if note.id == "radiation.fee"]
    assert (receipt.added, len(notes), said in "".join(notes)) == (1, bool(said), True)


def test_the_fees_of_licences_are_added_up() -> None:
    licence(fee=3_000_000, number="1/GP")
    licence(fee=2_000_000, number="2/GP", action="amend")
    waiting = licence(fee=1_000_000, number="3/GP", state=Licence.State.PROCESSING)
    assert values("radiation")["fees"] == 5_000_000
    assert misses("radiation.fees") == [(waiting.pk, "đang thụ lý")]


def test_a_device_is_verified_against_the_regulation_of_its_kind_and_day(tmp_path: Path) -> None:
    rows = [("mobile", "QCVN 15:2018/BKHCN", date(2018, 7, 1)), ("mammography", "QCVN 21:2019/BKHCN", None)]
    for kind, code, day in rows:
        save(TechnicalRegulation(device_kind=kind, code=code, basis="Thông tư", valid_from=day))
    at = facility()
    device("DD-1", at, kind="mobile")
    head = "Thiết bị,Ngày kiểm định,QCVN"
    lines = (
        "DD-1,05/01/2022,QCVN 15:2018\nDD-1,06/01/2022,QCVN 21:2019/BKHCN\nDD-1,05/01/2018,QCVN cũ\nDD-1,07/01/2022,"
    )
    receipt = taken(tmp_path, "kiem-dinh-thiet-bi-buc-xa", f"{head}\n{lines}\n")
    notes = [str(note) for note in receipt.notes if note.id == "radiation.regulation"]
    assert (receipt.added, len(notes)) == (4, 1)
    assert "Ngày 06/01/2022, thiết bị loại “X-quang di động” kiểm định theo QCVN 15:2018/BKHCN" in notes[0]
