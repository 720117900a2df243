"""The outgoing book: its lines, voiding with a reason, the delivery, the printed book; nobody else's lines."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from sokhcn.people.models import Role
from sokhcn.reports.numbers.entering import enter
from tests.reports.numbers.numbered import LOGIN, department, plan
from tests.rows import agency, user

pytestmark = [pytest.mark.django_db, pytest.mark.on("sqlite", "postgresql")]
HERE = "/van-ban-di/?nam=2022"


def door(by):
    client = Client()
    client.force_login(by, backend="sokhcn.people.backends.Passwords")
    return client


def entered(by, *numbers):
    return [enter(number, date(2022, 1, 17), plan(f"văn bản {number}"), by=by).row for number in numbers]


def test_a_number_is_voided_with_a_reason_and_stays_in_the_book():
    by = department()
    (row, _) = entered(by, "01", "03")
    client = door(by)
    page = client.get(HERE).text
    assert "01/KH-SKHCN" in page
    assert "Số không có trong sổ: 02." in page
    refused = client.post(f"/van-ban-di/{row.pk}/huy/", {"ly-do": " "})
    assert refused.status_code == 422
    assert "phải ghi lý do" in refused.text
    done = client.post(f"/van-ban-di/{row.pk}/huy/", {"ly-do": "gửi nhầm"}, follow=True)
    assert "gửi nhầm" in done.text
    assert client.get("/van-ban-di/so.xlsx?nam=2022").content[:2] == b"PK"
    assert client.get("/van-ban-di/so.doc?nam=2022").status_code == 404
    assert [client.get(f"/van-ban-di/?nam={odd}").status_code for odd in ("0", "20222", "9" * 5000)] == [200] * 3


def test_a_delivery_is_noted_and_what_is_wrong_keeps_what_was_typed():
    by = department()
    (row,) = entered(by, "01")
    client, here = door(by), f"/van-ban-di/{row.pk}/chuyen/"
    wrong = client.post(here, {"sent_on": "10/01/2022", "copies": "5", "received_by": "Trần B", "note": ""})
    assert wrong.status_code == 422
    assert 'value="Trần B"' in wrong.text
    client.post(here, {"sent_on": "18/01/2022", "copies": "5", "received_by": "Trần B", "note": ""})
    row.refresh_from_db()
    assert (row.sent_on, row.copies, row.received_by) == (date(2022, 1, 18), 5, "Trần B")


def test_another_agencys_line_is_not_there_and_readers_change_nothing():
    by = department()
    (row,) = entered(by, "01")
    stranger = user(agency("X"), Role.CLERK, f"{LOGIN}-x")
    assert "01/KH-SKHCN" not in door(stranger).get(HERE).text
    for what in ("huy", "chuyen"):
        assert door(stranger).post(f"/van-ban-di/{row.pk}/{what}/", {"ly-do": "x"}).status_code == 404
    reader = user(by.agency, Role.LEADER, "sep")
    assert door(reader).post(f"/van-ban-di/{row.pk}/huy/", {"ly-do": "x"}).status_code == 422
    row.refresh_from_db()
    assert row.voided_on is None


def test_more_lines_cost_no_more_questions():
    by = department()
    entered(by, "01")
    client = door(by)
    client.get(HERE)
    with CaptureQueriesContext(connection) as few:
        client.get(HERE)
    entered(by, *(f"{number:02}" for number in range(2, 12)))
    with CaptureQueriesContext(connection) as many:
        client.get(HERE)
    assert len(many) == len(few)
