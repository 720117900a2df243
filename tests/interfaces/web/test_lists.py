"""Lists are all found from one page; outlines are edited with faults at their lines and tried before they are used."""

import pytest

from sokhcn.people.models import Role
from sokhcn.records.kept import Lasting
from sokhcn.records.odd_terms import rules, subjects
from sokhcn.records.terms import Term
from sokhcn.reports import catalogue
from sokhcn.reports.compiling import compile_report
from sokhcn.reports.models import Edition, OwnWording
from sokhcn.reports.periods import the_period
from tests.interfaces.web.office import SLUG, at_the_door, office

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


def test_a_space_that_holds_is_a_space_in_the_editor_and_stays_one():
    office()
    client = at_the_door()
    sent = form_of(client.get(OUTLINE).text)
    assert "\\u00a0" not in sent["de-cuong"]
    answer = client.post(OUTLINE, {**sent, "lam": "dung", "tu-ngay": "01/01/2022"}, follow=True)
    assert "giống bản đang dùng" in answer.text


def test_a_rule_of_terms_is_chosen_and_shown_by_its_words():
    office()
    client = at_the_door("quantri")
    told = {"rule": "Chu kỳ kiểm định phương tiện đo", "subject": "Taximet", "name": "Taximet", "amount": "12"}
    told |= {"span": "tháng", "basis": "Thông tư thử", "valid_from": "01/01/2022"}
    assert client.post("/so/thoi-han/them/", told).status_code == 302
    kept = Term.objects.get()
    assert kept.rule == "metrology.verification"
    for page in (f"/so/thoi-han/{kept.pk}/", f"/so/thoi-han/?rule={kept.rule}"):
        shown = client.get(page).text
        assert (told["rule"] in shown, f">{kept.rule}<" in shown) == (True, False)


def test_every_rule_that_an_area_asks_for_has_a_name():
    assert set(subjects()) == set(rules())


def test_what_is_wrong_with_an_own_indicator_stands_at_its_field():
    office()
    told = {"code": "Hoa", "label": "Văn bản", "register": SLUG, "conditions": "Cột lạ = 3", "unit": "văn bản"}
    told |= {"basis": "thử", "valid_from": "01/01/2022"}
    page = at_the_door().post("/so/chi-tieu-rieng/them/", told)
    assert {name for name in ("code", "conditions") if f'id="f-{name}-error"' in page.text} == {"code", "conditions"}
