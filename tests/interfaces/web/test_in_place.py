"""A part of a row, edited in the table where it stands."""

from datetime import date

import pytest

from sokhcn.areas.programme.models import Evidence, KeyTask
from sokhcn.records.models import Agency
from tests.interfaces.web.office import at_the_door, office
from tests.rows import write

pytestmark = pytest.mark.django_db
HTMX = {"hx-request": "true"}


@pytest.fixture
def part():
    office()
    about = {"agency": Agency.objects.get(), "year": 2022, "title": "Nhiệm vụ thử", "recorded_on": date(2022, 1, 5)}
    return write(Evidence(task=write(KeyTask(**about)), title="Tờ trình"))


def test_its_cells_become_fields_and_a_row_again(part):
    client, here = at_the_door(), f"/so/minh-chung-nhiem-vu/{part.pk}/tai-cho/"
    assert f'hx-get="{here}"' in client.get(f"/so/nhiem-vu-trong-tam/{part.task_id}/").text
    form = client.get(here, headers=HTMX)
    assert [field.name for field in form.context["fields"]] == ["title", "paper", "dated_on"]
    told = {"title": "Tờ trình đã ký", "paper": "", "dated_on": "10/1/22", "version": part.version}
    row = client.post(here, told, headers=HTMX).text
    assert ("<form" in row, "Tờ trình đã ký" in row, "10/01/2022" in row) == (False, True, True)
    part.refresh_from_db()
    assert (part.title, part.dated_on) == ("Tờ trình đã ký", date(2022, 1, 10))


def test_what_is_wrong_stays_in_the_fields_with_its_sentence(part):
    here = f"/so/minh-chung-nhiem-vu/{part.pk}/tai-cho/"
    told = {"title": "Tờ trình", "paper": "", "dated_on": "32/01/2022", "version": part.version}
    answer = at_the_door().post(here, told, headers=HTMX)
    assert ("không phải ngày" in answer.text, 'value="32/01/2022"' in answer.text) == (True, True)
    stale = at_the_door().post(here, {**told, "dated_on": "", "version": 0}, headers=HTMX)
    assert "vừa được người khác sửa" in stale.text


def test_without_htmx_it_is_the_page_of_the_row(part):
    assert at_the_door().get(f"/so/minh-chung-nhiem-vu/{part.pk}/tai-cho/").status_code == 302
    assert at_the_door("lanhdao").get(f"/so/minh-chung-nhiem-vu/{part.pk}/tai-cho/", headers=HTMX).status_code == 403
