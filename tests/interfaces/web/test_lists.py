"""Lists are all found from one page; outlines are edited with faults at their lines and tried before they are used."""

import pytest

from sokhcn.people.models import Role
from sokhcn.records.kept import Lasting
from sokhcn.reports import catalogue
from sokhcn.reports.compiling import compile_report
from sokhcn.reports.models import Edition, OwnWording
from sokhcn.reports.periods import the_period
from tests.interfaces.web.office import at_the_door, office

pytestmark = [pytest.mark.django_db, pytest.mark.on("sqlite", "postgresql")]
OUTLINE = "/danh-muc/de-cuong/bao-cao-dinh-ky/"


def form_of(page: str) -> dict[str, str]:
    """What the editor's form would send."""
    from lxml import html

    areas = html.fromstring(page).xpath("//textarea")
    return {area.get("name"): (area.text or "").removeprefix("\n") for area in areas if area.get("name") != "cau-moi"}


def test_every_list_is_found_from_one_page():
    office()
    page = at_the_door().get("/danh-muc/").text
    shared = [r for r in catalogue.registers() if not r.area or issubclass(r.model, Lasting)]
    assert [r.slug for r in shared if not r.model.part_of and f'href="/so/{r.slug}/"' not in page] == []
    assert "/so/don-vi/them/" in page
    assert "/so/don-vi/them/" not in at_the_door("vanthu").get("/danh-muc/").text


def test_only_those_who_keep_reference_data_edit_outlines():
    office()
    for login in ("chuyenvien", "lanhdao", "vanthu"):
        assert at_the_door(login).get(OUTLINE).status_code == 403
    assert at_the_door().get("/danh-muc/de-cuong/khong-co/").status_code == 404


def test_a_fault_is_said_at_its_line_and_nothing_is_lost_or_written():
    agency = office()
    client = at_the_door()
    sent = form_of(client.get(OUTLINE).text)
    sent["cau:advice"] = "Đã tham mưu {{ advice.isued }} văn bản.\r\n"
    answer = client.post(OUTLINE, {**sent, "lam": "dung", "tu-ngay": "01/01/2022"})
    assert answer.status_code == 422
    assert "advice.md, dòng 1" in answer.text
    assert "advice.isued" in answer.text
    assert not OwnWording.objects.filter(agency=agency).exists()


def test_a_wording_is_tried_on_a_past_month_and_then_used():
    agency = office()
    client = at_the_door()
    user = client.get("/").wsgi_request.user
    compile_report(the_period("2022-01"), agency, by=user)
    sent = form_of(client.get(OUTLINE).text)
    sent["cau:advice"] = "Trong kỳ, Sở đã tham mưu ban hành {{ advice.issued }} văn bản.\r\n"
    tried = client.post(OUTLINE, {**sent, "lam": "thu", "ky": "2022-01"})
    assert tried.status_code == 200
    assert "Trong kỳ, Sở đã tham mưu ban hành" in tried.text
    assert Edition.objects.count() == 1
    assert not OwnWording.objects.exists()
    client.post(OUTLINE, {**sent, "lam": "dung", "tu-ngay": "01/01/2022"})
    assert OwnWording.objects.get().chapter == "advice"


def test_help_tells_how_far_the_month_is():
    agency = office()
    client = at_the_door()
    assert "chưa tổng hợp" in client.get("/huong-dan/").text
    compile_report(the_period("2022-01"), agency, by=client.get("/").wsgi_request.user)
    again = at_the_door()
    assert "dự thảo 1" in again.get("/huong-dan/").text
    assert again.get("/huong-dan/phim-tat/").status_code == 200


@pytest.mark.parametrize("role", [str(role) for role in Role])
def test_every_role_has_a_card(role):
    office()
    assert at_the_door().get(f"/huong-dan/the/{role}/").status_code == 200
