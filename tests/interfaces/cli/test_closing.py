"""The commands on duties, on closing registers and on promises."""

import json
from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone
from typer.testing import CliRunner

from sokhcn.interfaces.cli.commands import app_for
from sokhcn.people.demo import make_people
from sokhcn.people.models import User
from sokhcn.records.models import Agency
from sokhcn.reports.closing.closed import CannotClose
from sokhcn.reports.models import Commitment
from sokhcn.reports.shipping import ship
from tests.rows import advisory, agency, paper, unit, write

pytestmark = pytest.mark.django_db


def run(*words: str, by: str = "tonghop") -> str:
    return CliRunner().invoke(app_for(words), [*words, "--by", by], catch_exceptions=False).output


def told(*words: str) -> Any:
    return json.loads(run(*words, "--format", "json"))


def department() -> Agency:
    owner = agency()
    office = unit(owner)
    make_people(owner, office)
    advisory(owner, unit=office, paper=paper(issued_on=date(2022, 1, 10)))
    return owner


def test_what_is_owed_is_told_with_its_three_dates() -> None:
    department()
    ship(by=User.objects.get(username="quantri"))
    said = run("duty", "list", "--period", "2022-03")
    assert "Báo cáo kết quả hoạt động KH&CN *" in said
    assert "gộp vào báo cáo quý I năm 2022" in said
    assert "chưa kiểm chứng" in said
    january = {(one["code"], one["locked"], one["due"]) for one in told("duty", "list", "--period", "2022-01")}
    assert ("bao-cao-dinh-ky", "2022-01-17", "2022-01-18") in january
    assert "2 ngày làm việc sau ngày chốt số liệu" in run("duty", "list")


def test_a_register_is_closed_opened_and_shown() -> None:
    department()
    assert told("closing", "matrix", "2022-01")["quá hạn"] == 1
    with pytest.raises(CannotClose, match="có 1 dòng"):
        run("closing", "nil", "2022-01", "van-ban-tham-muu", "--unit", "VP")
    assert "Đã chốt 1 sổ có số liệu" in run("closing", "close", "2022-01", "--unit", "VP")
    assert "1 ô: 1 có số liệu, 0 không phát sinh, 0 chưa chốt, 0 quá hạn." in run("closing", "matrix", "2022-01")
    tomorrow = f"{timezone.localdate() + timedelta(1):%d/%m/%Y} 11:30"
    opened = ("--unit", "VP", "--until", tomorrow, "--reason", "Văn bản đến muộn")
    assert f"đến 11:30 ngày {tomorrow[:10]}" in run("closing", "reopen", "2022-01", "van-ban-tham-muu", *opened)
    assert "đang mở lại đến 11:30" in run("closing", "matrix", "2022-01")
    assert "Khóa sổ, tháng 01 năm 2022: mọi sổ của cả cơ quan" in run("closing", "lock", "2022-01")


def test_promises_are_listed_answered_and_proposed() -> None:
    owner = department()
    write(Commitment(agency=owner, recorded_on=date(2022, 1, 14), period_code="2022-01", place="1", text="Ký kết"))
    assert "1 việc: 0 xong, 0 đang làm, 0 chuyển kỳ, 0 bỏ, 1 chưa trả lời." in run("promise", "list", "2022-02")
    said = run("promise", "answer", "2022-02", "1", "chuyển kỳ", "--reason", "Chờ Bộ")
    assert "Đã đưa vào nhiệm vụ kỳ tới của báo cáo tháng 02 năm 2022, thứ tự 1." in said
    assert "% số việc đã hứa." in said
    (carried,) = told("promise", "list", "2022-03")["promises"]
    assert (carried["number"], carried["age"]) == ("1", 1)
    assert "Không có việc nào đến hạn trong tháng 02 năm 2022." in run("promise", "propose", "2022-01")
