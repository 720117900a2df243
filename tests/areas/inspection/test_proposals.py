"""Campaigns of the department with their results, and teams that others lead."""

from sokhcn.areas.inspection import proposals as area
from tests.reported import cells, proposals

HEADING = "7. Công tác thanh tra, kiểm tra\n"
RESULTS = ("Loại hình", "Nội dung", "Số cơ sở được kiểm tra", "Số vụ vi phạm", "Tình trạng", "Ngày kết thúc")
LED = "Đã tiến hành 01 cuộc thanh tra về đo lường trên địa bàn tỉnh (theo Quyết định số 31/QĐ-SKHCN ngày 25/4/2023)."
DONE = ("Thanh tra", "thanh tra về đo lường", "14", "2", "Đã kết thúc", "14/05/2023")


def test_a_campaign_without_results_is_going_on() -> None:
    found = proposals(area, HEADING + LED)
    assert cells(found, "Phạm vi", "Quyết định", "Tình trạng") == [
        ("trên địa bàn tỉnh", "Quyết định số 31/QĐ-SKHCN ngày 25/04/2023", "Đang tiến hành")
    ]


def test_results_end_it_in_the_same_sentence_or_in_the_next_paragraph() -> None:
    told = "Qua thanh tra 14 cơ sở, phát hiện 02 vụ vi phạm."
    assert cells(proposals(area, f"{HEADING}{LED} {told}"), *RESULTS) == [DONE]
    assert cells(proposals(area, f"{HEADING}{LED}\n{told}"), *RESULTS) == [DONE]


def test_results_of_a_campaign_that_is_not_named_are_a_placeholder() -> None:
    (row,) = proposals(area, f"{HEADING}Trong tháng đã kiểm tra 09 cơ sở.")
    assert (row.cells["Nội dung"], row.cells["Số cơ sở được kiểm tra"]) == ("kiểm tra chuyên ngành (BC2023-05)", "9")


def test_what_goes_on_from_before_was_in_the_book_before_the_period() -> None:
    (row,) = proposals(area, f"{HEADING}Tiếp tục triển khai các đợt kiểm tra an toàn bức xạ.")
    assert row.cells["Ngày vào sổ"] == "14/04/2023"


def test_results_do_not_belong_to_what_has_none_yet() -> None:
    going_on = "Tiến hành cuộc thanh tra về đo lường (chưa có kết quả chính thức)."
    found = proposals(area, f"{HEADING}{going_on}\nĐã kiểm tra 09 cơ sở.")
    assert cells(found, "Tình trạng", "Số cơ sở được kiểm tra") == [("Đang tiến hành", ""), ("Đã kết thúc", "9")]


def test_counted_and_not_named_are_placeholders() -> None:
    found = proposals(area, f"{HEADING}Đã triển khai 02 cuộc thanh tra.\nTham gia 01 đoàn kiểm tra liên ngành.")
    assert [(row.cells["Sở chủ trì"], row.stands_for) for row in found] == [
        ("có", "inspection.led"),
        ("có", "inspection.led"),
        ("không", "inspection.joint"),
    ]


def test_a_team_of_others_goes_by_its_own_decision() -> None:
    joint = "Phối hợp với đoàn kiểm tra liên ngành do Sở Công Thương chủ trì (Quyết định số 9/QĐ-UBND ngày 2/5/2023)."
    led, other = proposals(area, f"{HEADING}{LED.rstrip('.')}; {joint}")
    assert cells([led, other], "Sở chủ trì", "Quyết định") == [
        ("có", "Quyết định số 31/QĐ-SKHCN ngày 25/04/2023"),
        ("không", "Quyết định số 9/QĐ-UBND ngày 02/05/2023"),
    ]
    assert (other.cells["Nội dung"], other.cells["Cơ quan chủ trì"]) == ("kiểm tra liên ngành", "Sở Công Thương")
