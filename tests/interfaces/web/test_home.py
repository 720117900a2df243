"""The first page: what is overdue, what is due soon, what waits, and whose it is; and the bell above every page."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sokhcn.people.models import User
from sokhcn.records.due import DueDate
from sokhcn.records.models import Agency, Unit
from sokhcn.reports.compiling import compile_report
from sokhcn.reports.periods import the_period
from tests.interfaces.web.office import at_the_door, office

pytestmark = pytest.mark.django_db
DAY = date(2022, 1, 12)
HOME = f"/?ngay={DAY}"
AT_MOST = 32
LABEL = "advice.advisorydocument"


def falls(title: str, days: int, n: int = 1, *, unit: Unit | None = None) -> None:
    """``n`` rows that fall due so many days after the day."""
    about = {"key": "advice.assigned", "register": LABEL, "version": 1, "agency": Agency.objects.get(), "unit": unit}
    first = DueDate.objects.count()
    rows = [DueDate(row=first + k, due_on=DAY + timedelta(days=days), title=title, **about) for k in range(n)]
    DueDate.objects.bulk_create(rows)


def test_three_piles_and_what_waits_for_the_compiler():
    agency = office()
    compile_report(the_period("2022-01"), agency, by=User.objects.get(username="tonghop"))
    falls("Dự thảo quá hạn", -3)
    falls("Dự thảo sắp đến hạn", 7)
    falls("Dự thảo còn lâu", 8)
    answer = at_the_door().get(HOME)
    page = answer.text
    assert "Dự thảo quá hạn" in page
    assert "quá hạn 3 ngày" in page
    assert "Dự thảo sắp đến hạn" in page
    assert "còn 7 ngày" in page
    assert "Dự thảo còn lâu" not in page
    assert "Xác nhận báo cáo tháng 01 năm 2022" in page
    assert "Đủ số liệu chưa?" in page


def test_what_waits_leads_to_the_page_on_which_it_is_done():
    agency = office()
    compile_report(the_period("2022-01"), agency, by=User.objects.get(username="tonghop"))
    client = at_the_door()
    links = {item.waiting.kind: item.link for item in client.get("/").context["items"]}
    assert links["step"] == "/bao-cao/2022-01/duyet/?du-thao=1"
    assert 'value="confirm"' in client.get(links["step"]).text
    page = client.get(links["close"]).text
    assert "Chốt sổ</button>" in page
    cell = {"so": "van-ban-tham-muu", "don-vi": "", "lam": "chot"}
    closed = client.post("/chot-so/2022-01/viec/", cell)
    assert closed["Location"] == "/chot-so/2022-01/"  # none is left that waits


def test_a_head_sees_what_is_of_their_unit_and_of_nobody():
    office()
    falls("Của đơn vị mình", 1, unit=Unit.objects.get())
    falls("Chưa ai nhận", 1)
    falls("Của cơ quan khác", 1)
    DueDate.objects.filter(title="Của cơ quan khác").update(agency=None)
    page = at_the_door("truongdonvi").get(HOME).text
    assert "Của đơn vị mình" in page
    assert "Chưa ai nhận" in page
    assert "Của cơ quan khác" not in page


def test_queries_do_not_grow_with_what_is_due():
    office()
    client = at_the_door()
    falls("Việc", -1)
    falls("Việc", 3)
    client.get(HOME)
    with CaptureQueriesContext(connection) as few:
        client.get(HOME)
    falls("Việc nữa", -2, 60)
    falls("Việc nữa", 2, 60)
    with CaptureQueriesContext(connection) as many:
        answer = client.get(HOME)
    assert answer.context["desk"].late.total >= 61
    assert len(many) == len(few) <= AT_MOST  # all registers of the matrix are asked at once


def test_the_bell_groups_the_morning_and_is_asked_once_a_day():
    office()
    falls("Quá hạn rồi", -1)
    falls("Đúng hôm nay", 0)
    falls("Trong tuần", 5)
    client = at_the_door()
    part = client.get(f"/nhac-viec/?ngay={DAY}", headers={"hx-request": "true"}).text
    assert "<html" not in part
    assert part.index("Quá hạn rồi") < part.index("Đúng hôm nay") < part.index("Trong tuần")
    client.get("/nhac-viec/")
    with CaptureQueriesContext(connection) as asked:
        client.get("/bao-cao/")
    assert not [query for query in asked if "records_duedate" in query["sql"]]


def test_a_day_that_is_none_is_said():
    office()
    assert at_the_door().get("/?ngay=31/02/2022").status_code == 404
