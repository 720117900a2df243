"""Several rows of a list at once: a step, the trash, a file; what is in the way, and what nobody may."""

from datetime import date

import pytest

from sokhcn.people.models import User
from sokhcn.reports import catalogue
from sokhcn.reports.closing.closed import Window, close
from sokhcn.reports.periods import the_period
from tests.interfaces.web.office import SLUG, at_the_door, document, office
from tests.rows import write

pytestmark = [pytest.mark.django_db, pytest.mark.on("sqlite", "postgresql")]
WORK = f"/so/{SLUG}/da-chon/"


@pytest.fixture
def client():
    office()
    return at_the_door()


def rows():
    return list(catalogue.register(SLUG).model.objects.order_by("pk"))


def test_rows_go_to_the_trash_after_a_page_that_names_them(client):
    ticked = {"dong": [document("14-NQ/TU").pk, document("9001/UBND-MH").pk], "lam": "bo", "dia-chi": "ky=2022-01"}
    page = client.post(WORK, ticked)
    assert ("Bỏ 2 dòng vào thùng rác?" in page.text, "14-NQ/TU" in page.text, len(rows())) == (True, True, 4)
    told = page.context["told"].ready
    sure = ticked | {"chac": "1", "ly-do": "nhập nhầm"} | {f"v{row.pk}": row.version for row in told}
    answer = client.post(WORK, sure)
    assert (answer.url, len(rows())) == (f"/so/{SLUG}/?ky=2022-01", 2)


def test_a_step_is_taken_by_those_that_can_and_the_others_are_told_why(client):
    every = rows()
    draft = next(row for row in every if row.state == "drafting")
    draft.submitted_on = date(2022, 1, 12)
    write(draft)
    ticked = {"dong": [row.pk for row in every], "lam": "submitted"}
    page = client.post(WORK, ticked)
    told = page.context["told"]
    assert ([row.pk for row in told.ready], len(told.hindered)) == ([draft.pk], 3)
    assert "Không chuyển được từ “Đã ban hành” sang “Đã trình”" in page.text
    client.post(WORK, {"dong": [draft.pk], "lam": "submitted", "chac": "1", f"v{draft.pk}": draft.version})
    draft.refresh_from_db()
    assert draft.state == "submitted"


def test_rows_of_a_closed_window_stay_and_say_who_opens_it(client):
    by = User.objects.select_related("agency").get(username="tonghop")
    close(Window(the_period("2022-01"), by.agency, catalogue.register(SLUG), None), by=by)
    inside, after = document("14-NQ/TU"), document("9001/UBND-MH")
    page = client.post(WORK, {"dong": [inside.pk, after.pk], "lam": "bo"})
    told = page.context["told"]
    assert ([row.pk for row in told.ready], [one.row.pk for one in told.hindered]) == ([after.pk], [inside.pk])
    assert ("ở trang Chốt sổ của kỳ." in page.text, "./sokhcn" in page.text) == (True, False)
    shut = {f"v{inside.pk}": inside.version, "dong": [inside.pk], "lam": "bo", "chac": "1"}
    assert (client.post(WORK, shut).status_code, len(rows())) == (200, 4)


def test_rows_that_somebody_changed_meanwhile_all_stay(client):
    ticked = [document("14-NQ/TU"), document("9001/UBND-MH")]
    old = {f"v{row.pk}": row.version - n for n, row in enumerate(ticked)}
    answer = client.post(WORK, {"dong": [row.pk for row in ticked], "lam": "bo", "chac": "1", **old})
    assert (answer.status_code, "vừa được người khác sửa" in answer.text, len(rows())) == (422, True, 4)


def test_the_chosen_rows_are_a_file(client):
    answer = client.post(WORK, {"dong": [document("14-NQ/TU").pk], "lam": "xuat"})
    assert answer["Content-Disposition"] == f'attachment; filename="{SLUG}-1-dong.xlsx"'


def test_nothing_ticked_and_nothing_allowed_are_said(client):
    assert "Chưa chọn dòng nào" in client.post(WORK, {"lam": "bo", "dong": ["x"]}, follow=True).text
    assert client.post(WORK, {"lam": "khong-co", "dong": [rows()[0].pk]}).status_code == 404
    assert at_the_door("lanhdao").post(WORK, {"lam": "bo", "dong": [rows()[0].pk]}).status_code == 403
    assert len(rows()) == 4
