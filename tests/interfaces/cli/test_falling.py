"""The commands on what falls due and on steps."""

import json
from datetime import date

import pytest
from typer.testing import CliRunner

from sokhcn.interfaces.cli.commands import app_for
from sokhcn.people.demo import make_people
from sokhcn.records.stepping import NotPossible
from tests.areas.radiation.factories import licence
from tests.areas.registers import agency

pytestmark = pytest.mark.django_db
BY = ("--by", "chuyenvien")


def run(*words):
    return CliRunner().invoke(app_for(words), [*words, *BY], catch_exceptions=False)


@pytest.fixture(autouse=True)
def _people():
    make_people(agency())


def test_what_falls_due_is_told_with_its_rule():
    licence(number="05/GP", issued_on=date(2019, 1, 20), expires_on=date(2022, 2, 1))
    said = run("due", "--on", "20/01/2022").output
    assert "0 việc quá hạn, 1 việc đến hạn trong 30 ngày" in said
    assert "01/02/2022 (còn 12 ngày)" in said
    assert "theo ngày ghi trong sổ" in said
    told = json.loads(run("due", "--on", "05/02/2022", "--format", "json").output)
    assert (told["tiers"], told["rows"][0]["register"]) == ({"0": 1}, "giay-phep-buc-xa")


def test_steps_are_listed_and_taken():
    row = licence(state="processing", issued_on=None)
    name = f"giay-phep-buc-xa/{row.pk}"
    assert "Các bước làm được: Ghi không cấp, Ban hành." in run("step", name).output
    with pytest.raises(NotPossible, match="phải ghi “Số giấy phép”"):
        run("step", name, "ghi ban hanh", "--set", "Ngày cấp=10/01/2022")
    told = ("--set", "Ngày cấp=10/01/2022", "--set", "Số giấy phép=01/GP")
    assert "Ban hành: Giấy phép 01/GP" in run("step", name, "ban hanh", *told).output
    row.refresh_from_db()
    assert (row.state, row.issued_on) == ("issued", date(2022, 1, 10))
    with pytest.raises(Exception, match="Không có bước “Ghi không cấp” từ đây"):
        run("step", name, "Ghi không cấp")


def test_a_step_that_leaves_the_row_wrong_is_refused_whole():
    row = licence(state="processing", issued_on=None)
    with pytest.raises(NotPossible, match="không phải ngày"):
        run("step", f"giay-phep-buc-xa/{row.pk}", "Ghi ban hành", "--set", "Ngày cấp=hôm qua")
    row.refresh_from_db()
    assert row.state == "processing"


def test_a_licence_is_extended_in_one_go():
    row = licence(number="05/GP", expires_on=date(2025, 1, 5))
    name = f"giay-phep-buc-xa/{row.pk}"
    assert "Gia hạn" in run("step", name).output
    told = ("--set", "Ngày cấp=02/12/2024", "--set", "Số giấy phép=09/GP", "--set", "Ngày hết hạn=05/01/2028")
    assert "Gia hạn: Giấy phép 09/GP" in run("step", name, "gia hạn", *told).output
    row.refresh_from_db()
    assert row.state == "replaced"
