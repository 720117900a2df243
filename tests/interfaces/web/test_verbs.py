"""The small forms on a row's page that do more than a step: what they offer, and what comes of one."""

from datetime import date

import pytest
from django.test import Client

from sokhcn.people.demo import make_people
from sokhcn.people.models import User
from tests.areas.radiation.factories import licence
from tests.areas.registers import agency

pytestmark = pytest.mark.django_db


@pytest.fixture(name="client")
def _client() -> Client:
    make_people(agency())
    client = Client()
    client.force_login(User.objects.get(username="chuyenvien"))
    return client


def test_a_licence_is_extended_on_its_page(client: Client) -> None:
    row = licence(number="05/GP", expires_on=date(2025, 1, 5))
    page = f"/so/giay-phep-buc-xa/{row.pk}/"
    shown = client.get(page).content.decode()
    assert "Giải quyết tiếp" in shown
    assert 'id="v1-issued_on"' in shown
    told = {"viec": "Gia hạn", "version": row.version, "issued_on": "02/12/2024", "number": "09/GP"}
    answer = client.post(f"{page}viec/", told, follow=True)
    assert "Gia hạn: Giấy phép 09/GP" in answer.content.decode()
    row.refresh_from_db()
    assert row.state == "replaced"
    assert "Giải quyết tiếp" not in client.get(page).content.decode()


def test_what_is_missing_is_said_and_nothing_is_written(client: Client) -> None:
    row = licence()
    page = f"/so/giay-phep-buc-xa/{row.pk}/"
    answer = client.post(f"{page}viec/", {"viec": "Gia hạn", "version": row.version}, follow=True)
    assert "Để “Gia hạn” phải ghi “Ngày cấp”." in answer.content.decode()
    assert client.post(f"{page}viec/", {"viec": "Nuốt", "version": row.version}).status_code == 404


def test_what_was_typed_stays_beside_what_is_missing(client: Client) -> None:
    row = licence()
    told = {"viec": "Gia hạn", "version": row.version, "number": "09/GP"}
    answer = client.post(f"/so/giay-phep-buc-xa/{row.pk}/viec/", told)
    assert (answer.status_code, 'value="09/GP"' in answer.text) == (422, True)
    assert 'id="v1-issued_on-error"' in answer.text


def test_a_row_that_somebody_changed_meanwhile_is_left_alone(client: Client) -> None:
    row = licence()
    told = {"viec": "Gia hạn", "version": row.version + 1, "issued_on": "02/12/2024"}
    answer = client.post(f"/so/giay-phep-buc-xa/{row.pk}/viec/", told, follow=True)
    assert "vừa được người khác sửa" in answer.content.decode()
