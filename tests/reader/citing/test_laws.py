"""Laws are cited by number, date, year or bare name; congresses resolve without numbers."""

import pytest

from sokhcn.reader.citations import citations

LAWS = [
    ("Luật Viên chức số 129/2025/QH15", "Luật Viên chức số 129/2025/QH15", "Viên chức", "129/2025/QH15", None),
    ("Luật Khoa học và công nghệ ngày 09 tháng 6 năm 2000 nói",
     "Luật Khoa học và công nghệ ngày 09 tháng 6 năm 2000",
     "Khoa học và công nghệ", None, None),
    ("theo Luật Đất đai 2024,", "Luật Đất đai 2024", "Đất đai", None, 2024),
    ("theo Luật Đo lường năm 2011 và", "Luật Đo lường năm 2011", "Đo lường", None, 2011),
    ("Luật Giáo dục (2019)", "Luật Giáo dục (2019)", "Giáo dục", None, 2019),
    ("Luật Sở hữu trí tuệ (sửa đổi, bổ sung năm 2019)", "Luật Sở hữu trí tuệ (sửa đổi, bổ sung năm 2019)",
     "Sở hữu trí tuệ", None, 2019),
    ("Luật Sở hữu trí tuệ năm 2005 (sửa đổi, bổ sung năm 2009, 2019, 2022) quy định",
     "Luật Sở hữu trí tuệ năm 2005 (sửa đổi, bổ sung năm 2009, 2019, 2022)", "Sở hữu trí tuệ", None, 2005),
    ("Luật tổ chức chính quyền địa phương ngày 19/6/2015;", "Luật tổ chức chính quyền địa phương ngày 19/6/2015",
     "tổ chức chính quyền địa phương", None, None),
    ("Luật Khoa học và công nghệ công\nbố ngày 22 tháng 6 năm 2000",
     "Luật Khoa học và công nghệ công bố ngày 22 tháng 6 năm 2000", "Khoa học và công nghệ", None, None),
    ("Luật đầu tư công số 49/2014/QH13", "Luật đầu tư công số 49/2014/QH13", "đầu tư công", "49/2014/QH13", None),
    ("triển khai Luật Thủ đô trên địa bàn", "Luật Thủ đô", "Thủ đô", None, None),
    ("Luật Khoa học, công nghệ và đổi mới sáng tạo quy định", "Luật Khoa học, công nghệ và đổi mới sáng tạo",
     "Khoa học, công nghệ và đổi mới sáng tạo", None, None),
    ("Luật Năng lượng nguyên tử số 94/2025/QH15 được Quốc hội thông qua ngày 27/6/2025",
     "Luật Năng lượng nguyên tử số 94/2025/QH15 được Quốc hội thông qua ngày 27/6/2025", "Năng lượng nguyên tử",
     "94/2025/QH15", None),
    ("Luật sửa đổi, bổ sung một số điều của Luật Chất lượng sản phẩm, hàng hóa số 78/2025/QH15",
     "Luật sửa đổi, bổ sung một số điều của Luật Chất lượng sản phẩm, hàng hóa số 78/2025/QH15",
     "sửa đổi, bổ sung một số điều của Luật Chất lượng sản phẩm, hàng hóa", "78/2025/QH15", None),
    ("Luật PCTHTL quy định", "Luật PCTHTL", "PCTHTL", None, None),
    ("Bộ luật Dân sự năm 2015", "Bộ luật Dân sự năm 2015", "Dân sự", None, 2015),
    ("Pháp lệnh Đo lường ngày 06/10/1999", "Pháp lệnh Đo lường ngày 06/10/1999", "Đo lường", None, None),
    ("theo Hiến pháp năm 2013", "Hiến pháp năm 2013", None, None, 2013),
    ("Luật Thuế Nông sản số 12/2030/QH17", "Luật Thuế Nông sản số 12/2030/QH17", "Thuế Nông sản", "12/2030/QH17", None),
    ("LUẬT ĐO LƯỜNG NĂM 2011", "LUẬT ĐO LƯỜNG NĂM 2011", "ĐO LƯỜNG", None, 2011),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said", "name", "code", "year"), LAWS, ids=[law[0] for law in LAWS])
def test_a_law_is_known_by_its_name(text: str, said: str, name: str | None, code: str | None, year: int | None) -> None:
    [found] = citations(text)
    given = found.year if found.code is None else None
    assert (found.text, found.subject, found.code, given) == (said, name, code, year)


def test_a_law_passed_is_dated_and_issued_by_who_passed_it() -> None:
    [found] = citations("Luật số 94/2025/QH15 được Quốc hội khóa XV, kỳ họp thứ 9 thông qua ngày 27/6/2025")
    assert (str(found.date), found.issuer) == ("2025-06-27", "Quốc hội khóa XV, kỳ họp thứ 9")


def test_a_law_named_in_a_subject_is_a_mention_too() -> None:
    text = "Nghị định số 8/2014/NĐ-CP của Chính phủ quy định chi tiết một số điều của Luật Khoa học và công nghệ"
    assert [(found.type, found.code) for found in citations(text)] == [("Nghị định", "8/2014/NĐ-CP"), ("Luật", None)]


def test_laws_that_one_law_changes_are_part_of_its_name() -> None:
    name = "Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương"
    [found] = citations(f"{name} ngày 22 tháng 11 năm 2019")
    assert str(found.date) == "2019-11-22"


def test_laws_in_a_row_are_several() -> None:
    text = "Luật Đo lường, Luật Chất lượng sản phẩm, hàng hóa và Luật Tiêu chuẩn và quy chuẩn kỹ thuật"
    assert [found.subject for found in citations(text)] == [
        "Đo lường",
        "Chất lượng sản phẩm, hàng hóa",
        "Tiêu chuẩn và quy chuẩn kỹ thuật",
    ]


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("Nghị quyết Hội nghị Trung ương 7 (khóa X) về nông nghiệp", "Hội nghị Trung ương 7 (khóa X)"),
        ("Nghị quyết Trung ương 5 khóa XII", "Trung ương 5 khóa XII"),
        ("Nghị quyết Hội nghị lần thứ sáu Ban Chấp hành Trung ương khóa XII",
         "Hội nghị lần thứ sáu Ban Chấp hành Trung ương khóa XII"),
        ("Nghị quyết Đại hội XIII của Đảng", "Đại hội XIII của Đảng"),
        ("Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng",
         "Đại hội đại biểu toàn quốc lần thứ XIII của Đảng"),
        ("Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XIV, nhiệm kỳ 2020 - 2025",
         "Đại hội đại biểu Đảng bộ tỉnh lần thứ XIV, nhiệm kỳ 2020 - 2025"),
    ],
)  # fmt: skip
def test_a_resolution_without_number_is_known_by_its_meeting(text: str, issuer: str) -> None:
    [found] = citations(text)
    assert (found.type, found.number, found.issuer) == ("Nghị quyết", None, issuer)
