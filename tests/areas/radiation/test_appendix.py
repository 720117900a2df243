"""The list of licences: each line names the devices that the licence is for, fetched for all lines at once."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sokhcn.areas.radiation.appendix import APPENDIX
from sokhcn.areas.radiation.indicators import licences
from sokhcn.figures.indicator import Scope
from sokhcn.kernel.periods import read_period
from sokhcn.records.asking import answer
from sokhcn.records.dated import DECREE_09
from tests.areas.radiation.factories import device, facility, licence
from tests.areas.registers import agency, save

pytestmark = pytest.mark.django_db


def test_a_line_names_the_devices_of_its_licence() -> None:
    at = facility()
    both = [device("CT-1", at, kind="ct", maker="Hãng A", model="B"), device("XQ-1", at)]
    for number, devices in (("1/GP", both), ("2/GP", both[1:]), ("3/GP", [])):
        row = licence(number=number)
        row.lists = {"devices": [one.pk for one in devices]}
        save(row)
    scope = Scope(agency().pk, read_period("2022-01", DECREE_09))
    reading = answer({"it": licences.ask(scope)})["it"]
    (shown,) = (column for column in APPENDIX.columns if column.title == "Thiết bị")
    with CaptureQueriesContext(
        connection,
    ) as asked:
        told = [shown.cell(entry) for entry in reading.entries]
    ct, xray = "Chụp cắt lớp vi tính (CT) Hãng A, kiểu B", "X-quang chẩn đoán thông thường"
    assert (told, len(asked)) == ([f"{ct}; {xray}", xray, ""], 2)
