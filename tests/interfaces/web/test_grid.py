"""The sheet of a register: typed as in a spreadsheet, kept row by row, nothing lost."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from playwright.sync_api import Page, expect

from sokhcn.areas.advice.models import AdvisoryDocument
from tests.interfaces.web import month
from tests.interfaces.web.hands import Mouse, at_a_screen, browser
from tests.interfaces.web.office import at_the_door, office
from tests.seed.compiled import loaded

SHEET = "/so/van-ban-tham-muu/bang/"
ROW = {"paper.type": "Quyết định", "paper.code": "12/QĐ-UBND", "paper.issued_on": "3/1/22", "paper.issuer": "UBND tỉnh"}


@pytest.mark.django_db
def test_a_row_comes_back_as_it_was_understood_and_a_wrong_one_with_its_fault_at_its_cell():
    office()
    client, before = at_the_door(), AdvisoryDocument.objects.count()
    kept = client.post(f"{SHEET}dong/", {**ROW, "paper.subject": "về việc thử"}).text
    row = AdvisoryDocument.objects.get(paper__number="12")
    assert (f'data-row="{row.pk}"' in kept, ">03/01/2022<" in kept) == (True, True)
    wrong = client.post(f"{SHEET}dong/", {**ROW, "paper.code": "13/QĐ-UBND", "paper.issued_on": "31/2/22"}).text
    assert ('data-name="paper.issued_on" aria-invalid="true"' in wrong, ">31/2/22<" in wrong) == (True, True)
    stale = client.post(f"{SHEET}dong/", {**ROW, "dong": row.pk, "version": "7"}).text
    assert ("data-wrong" in stale, AdvisoryDocument.objects.count()) == (True, before + 1)


@pytest.mark.django_db
def test_a_part_that_somebody_else_changed_is_not_overwritten():
    office()
    client = at_the_door()
    client.post(f"{SHEET}dong/", {**ROW, "paper.subject": "về việc thử"})
    row = AdvisoryDocument.objects.get(paper__number="12")
    both = {**ROW, "dong": row.pk, "version": f"{row.version}.{row.paper.version}"}
    first = client.post(f"{SHEET}dong/", {**both, "paper.subject": "về việc của họ"}).text
    second = client.post(f"{SHEET}dong/", {**both, "paper.subject": "về việc của tôi"}).text
    row.paper.refresh_from_db()
    assert ("data-wrong" in first, "vừa được người khác sửa" in second) == (False, True)
    assert (row.paper.subject, f'data-version="{row.version}.{row.paper.version}"' in first) == ("về việc của họ", True)


@pytest.mark.django_db
def test_a_row_more_costs_no_question_more(django_assert_max_num_queries):
    office()
    client, sheet = at_the_door(), SHEET + "?tat-ca=1"
    client.get(sheet)  # the frame asks some things once a day
    with CaptureQueriesContext(connection) as few:
        client.get(sheet)
    asked = len(few)
    for number in range(5):
        client.post(f"{SHEET}dong/", {**ROW, "paper.code": f"{number}/QĐ-UBND", "paper.subject": "về việc thử"})
    client.get(sheet)
    with django_assert_max_num_queries(asked):
        assert client.get(sheet).text.count("/QĐ-UBND") == 6


@pytest.mark.django_db
def test_those_who_keep_no_register_have_no_sheet_of_it():
    office()
    client = at_the_door("vanthu")
    assert [client.get(SHEET).status_code, client.post(f"{SHEET}dong/", ROW).status_code] == [403, 403]
    assert "/bang/" not in client.get("/so/van-ban-tham-muu/").text
    assert at_the_door().post(f"{SHEET}dong/", {**ROW, "dong": "999"}).status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize("number", ["9" * 5000, "٣" * 19, "-1"])
def test_what_is_no_number_of_a_row_is_a_new_line(number: str):
    office()
    line = at_the_door().post(f"{SHEET}dong/", {"dong": number, "paper.type": "Quyết định"})
    assert ("data-wrong" in line.text, 'data-row=""' in line.text) == (True, True)


@pytest.mark.needs("chromium")
@pytest.mark.django_db(transaction=True)
def test_an_officer_types_pastes_fills_and_takes_back_by_keyboard(live_server):
    loaded()
    with browser() as chromium, at_a_screen(chromium) as (page, troubles):
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        told(page, live_server.url)
    assert [trouble for trouble in troubles if "401" not in trouble and "403" not in trouble] == []


def told(page: Page, url: str) -> None:
    month.enter(Mouse(page), url, month.COMPILER)
    page.goto(f"{url}{SHEET}?ky=2022-01")
    said, keys = page.locator("#grid-said"), page.keyboard

    # Unikey takes letters back and puts others: "Quyeet" becomes "Quyêt", "Quyêts" becomes "Quyết".
    keys.type("Quyee")
    keys.press("Backspace")
    keys.press("Backspace")
    keys.insert_text("ê")
    keys.type("t")
    keys.press("Backspace")
    keys.press("Backspace")
    keys.insert_text("ết")
    keys.type(" định")
    keys.press("Tab")
    for text in ("812/QĐ-UBND", "31/2/22", "UBND tỉnh", "về việc thử"):
        keys.type(text)
        keys.press("Tab")
    for _ in range(4):
        keys.press("Shift+Tab")
    assert AdvisoryDocument.objects.filter(paper__number="812").count() == 0
    keys.press("Control+s")
    expect(said).to_have_text("Có dòng chưa lưu được: xem chữ đỏ dưới dòng.")
    wrong = page.locator("td[aria-invalid]")
    expect(wrong).to_have_text("31/2/22")
    wrong.click()
    keys.type("12/1/22")
    keys.press("Enter")
    expect(said).to_contain_text("Đã lưu")
    row = AdvisoryDocument.objects.select_related("paper").get(paper__number="812")
    assert (row.paper.type, f"{row.paper.issued_on:%d/%m/%Y}") == ("Quyết định", "12/01/2022")

    # A block from Excel, one line with a quoted cell of two lines; then one cell filled down and taken back.
    one = ["Công văn", "813/UBND-VX", "05/01/2022", "UBND tỉnh", '"về việc\nmột"']
    other = ["Công văn", "814/UBND-VX", "06/01/2022", "UBND tỉnh", "hai"]
    block = "\n".join(map("\t".join, (one, other)))
    page.evaluate("text => navigator.clipboard.writeText(text)", block)
    empty = page.locator("tr[data-row='']").first.locator("td").first
    empty.click()
    keys.press("Control+v")
    for text in ("813/UBND-VX", "814/UBND-VX"):
        expect(page.locator("tr[data-row]:not([data-row='']) td", has_text=text)).to_be_visible()
    assert AdvisoryDocument.objects.filter(paper__number__in=("813", "814")).count() == 2
    page.locator("td", has_text="về việc một").click()
    keys.press("Shift+ArrowDown")
    keys.press("Control+d")
    expect(page.locator("td", has_text="về việc một")).to_have_count(2)
    keys.press("Control+z")
    expect(page.locator("td", has_text="về việc một")).to_have_count(1)

    # What could not be kept is there again when one comes back.
    page.locator("td", has_text="hai").first.click()
    keys.type("ba")
    page.context.clear_cookies()
    keys.press("Enter")
    expect(said).to_contain_text("phiên làm việc đã hết")
    assert "ba" in page.evaluate("sessionStorage.getItem(document.getElementById('grid').dataset.draft)")

    # Logged in again in another window, one goes on where one was.
    other = page.context.new_page()
    month.enter(Mouse(other), url, month.COMPILER)
    page.bring_to_front()
    page.once("dialog", lambda leaving: leaving.accept())
    before = AdvisoryDocument.objects.count()
    page.goto(f"{url}{SHEET}?ky=2022-02")  # where the row is not among the others: it is the same row
    page.locator("td", has_text="ba").last.click()
    keys.press("Control+s")
    expect(said).to_contain_text("Đã lưu")
    assert AdvisoryDocument.objects.filter(paper__subject="ba").count() == 1
    assert AdvisoryDocument.objects.count() == before
