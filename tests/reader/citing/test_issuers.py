"""An issuer is named in full and no further, wherever it stands."""

import pytest

from sokhcn.reader.citations import citations

HEAD = "Quyết định số 12/QĐ-XX ngày 05/3/2022 "

BEHIND = [
    ("của Chính phủ quy định về nhãn hàng hóa", "Chính phủ"),
    ("của Thủ tướng Chính phủ phê duyệt Chương trình", "Thủ tướng Chính phủ"),
    ("của Quốc hội khóa XV về", "Quốc hội khóa XV"),
    ("của Ủy ban Thường vụ Quốc hội về", "Ủy ban Thường vụ Quốc hội"),
    ("của Bộ Chính trị về đột phá", "Bộ Chính trị"),
    ("của Ban Bí thư về", "Ban Bí thư"),
    ("của Ban Chấp hành Trung ương Đảng khóa XII về", "Ban Chấp hành Trung ương Đảng khóa XII"),
    ("của Ban Chấp hành Đảng bộ tỉnh khóa XIV về", "Ban Chấp hành Đảng bộ tỉnh khóa XIV"),
    ("của Ban Thường vụ Tỉnh ủy về", "Ban Thường vụ Tỉnh ủy"),
    ("của Tỉnh ủy Ninh Thuận, Sở đã", "Tỉnh ủy Ninh Thuận"),
    ("của Huyện ủy Ninh Hải", "Huyện ủy Ninh Hải"),
    ("của UBND tỉnh về việc giao chỉ tiêu", "UBND tỉnh"),
    ("của UBND tỉnh Khánh Hòa ban hành Quy chế", "UBND tỉnh Khánh Hòa"),
    ("của UBND tỉnh Khánh Hòa Ban hành Quy chế", "UBND tỉnh Khánh Hòa"),
    ("của Uỷ ban nhân dân tỉnh Bà Rịa - Vũng Tàu về", "Uỷ ban nhân dân tỉnh Bà Rịa - Vũng Tàu"),
    ("của Ủy ban nhân dân Thành phố Phan Rang Tháp Chàm kiểm tra về", "Ủy ban nhân dân Thành phố Phan Rang Tháp Chàm"),
    ("của UBND thành phố Hồ Chí Minh,", "UBND thành phố Hồ Chí Minh"),
    ("của UBND xã Phước Dinh và", "UBND xã Phước Dinh"),
    ("của Chủ tịch UBND tỉnh về", "Chủ tịch UBND tỉnh"),
    ("của Chủ tịch Ủy ban nhân dân tỉnh Ninh Thuận giao", "Chủ tịch Ủy ban nhân dân tỉnh Ninh Thuận"),
    ("của HĐND tỉnh khóa XI, kỳ họp thứ 5 về", "HĐND tỉnh khóa XI, kỳ họp thứ 5"),
    ("của Thường trực HĐND tỉnh về", "Thường trực HĐND tỉnh"),
    ("của Bộ trưởng Bộ Khoa học và Công nghệ quy định", "Bộ trưởng Bộ Khoa học và Công nghệ"),
    ("của Bộ Khoa học và Công nghệ hướng dẫn", "Bộ Khoa học và Công nghệ"),
    ("của Bộ Khoa học và công nghệ về", "Bộ Khoa học và công nghệ"),
    ("của Bộ KH&CN về", "Bộ KH&CN"),
    ("của Bộ Nông nghiệp và Môi trường về", "Bộ Nông nghiệp và Môi trường"),
    ("của Bộ Lao động - Thương binh và Xã hội về", "Bộ Lao động - Thương binh và Xã hội"),
    ("của Bộ Văn hóa, Thể thao và Du lịch về", "Bộ Văn hóa, Thể thao và Du lịch"),
    ("của Bộ Công Thương kiểm tra", "Bộ Công Thương"),
    ("của Sở Khoa học và Công nghệ tỉnh Ninh Thuận về", "Sở Khoa học và Công nghệ tỉnh Ninh Thuận"),
    ("của Giám đốc Sở Nội vụ về", "Giám đốc Sở Nội vụ"),
    ("của Sở Tài chính, Sở Nội vụ đã", "Sở Tài chính"),
    ("của Sở Tài chính và Thông tư số 5/2022/TT-BTC", "Sở Tài chính"),
    ("của Tổng cục Tiêu chuẩn Đo lường Chất lượng kiểm tra về", "Tổng cục Tiêu chuẩn Đo lường Chất lượng"),
    ("của Ủy ban Tiêu chuẩn Đo lường Chất lượng Quốc gia về", "Ủy ban Tiêu chuẩn Đo lường Chất lượng Quốc gia"),
    ("của Cục Sở hữu trí tuệ về", "Cục Sở hữu trí tuệ"),
    ("của Cục An toàn bức xạ và hạt nhân hướng dẫn", "Cục An toàn bức xạ và hạt nhân"),
    ("của Chi cục Tiêu chuẩn Đo lường Chất lượng triển khai", "Chi cục Tiêu chuẩn Đo lường Chất lượng"),
    ("của Chi cục Quản lý đất đai và", "Chi cục Quản lý đất đai"),
    ("của Văn phòng Chính phủ thông báo", "Văn phòng Chính phủ"),
    ("của Văn phòng UBND tỉnh về", "Văn phòng UBND tỉnh"),
    ("của Văn phòng Tỉnh ủy về", "Văn phòng Tỉnh ủy"),
    ("của Ban Tuyên giáo Tỉnh ủy về", "Ban Tuyên giáo Tỉnh ủy"),
    ("của Ban Chỉ đạo Cải cách hành chính tỉnh về", "Ban Chỉ đạo Cải cách hành chính tỉnh"),
    ("của Hội đồng Bộ trưởng", "Hội đồng Bộ trưởng"),
    ("của Liên đoàn Luật sư Việt Nam về", "Liên đoàn Luật sư Việt Nam"),
    ("của Thanh tra Chính phủ quy định", "Thanh tra Chính phủ"),
    ("của Ngân hàng Nhà nước Việt Nam về", "Ngân hàng Nhà nước Việt Nam"),
    ("của Kho bạc Nhà nước tỉnh,", "Kho bạc Nhà nước tỉnh"),
    ("của Công an tỉnh về", "Công an tỉnh"),
    ("của Thủ tướng; các văn bản", "Thủ tướng"),
    ("của Tỉnh\n\nủy về việc chấn chỉnh", "Tỉnh ủy"),
    ("của Bộ Khoa\nhọc và Công nghệ về", "Bộ Khoa học và Công nghệ"),
    ("của UBND tỉnh\n- Tham mưu UBND tỉnh", "UBND tỉnh"),
    (", của UBND tỉnh", "UBND tỉnh"),
    ("của Hội Nông dân tỉnh.", "Hội Nông dân tỉnh"),
    ("của giám đốc Sở KHCN&MT về", "giám đốc Sở KHCN&MT"),
    ("của Sở Khoa học và Công nghệ Ninh Bình quy định", "Sở Khoa học và Công nghệ Ninh Bình"),
    ("của Bộ khoa học - Công nghệ về", "Bộ khoa học - Công nghệ"),
    ("CỦA BAN CHẤP HÀNH ĐẢNG BỘ TỈNH KHÁNH HÒA THỰC HIỆN", "BAN CHẤP HÀNH ĐẢNG BỘ TỈNH KHÁNH HÒA"),
    ("CỦA CHÍNH PHỦ BAN HÀNH CHƯƠNG TRÌNH", "CHÍNH PHỦ"),
    ("của Ban Chấp hành Trung ương Đảng (khoá XI) về", "Ban Chấp hành Trung ương Đảng (khoá XI)"),
    ("của Liên hiệp các Hội Khoa học và Kỹ thuật Việt Nam về", "Liên hiệp các Hội Khoa học và Kỹ thuật Việt Nam"),
    ("Chính phủ quy định chi tiết", "Chính phủ"),
    ("UBND tỉnh đã giao Sở", None),
    ("của các sở, ngành", None),
    ("của đơn vị", None),
]


@pytest.mark.parametrize(("words", "issuer"), BEHIND, ids=[words for words, _ in BEHIND])
def test_an_issuer_behind_ends_where_its_name_ends(words: str, issuer: str | None) -> None:
    assert citations(HEAD + words)[0].issuer == issuer


BEFORE = [
    ("Tham mưu UBND tỉnh ban hành Kế hoạch số 12/KH-UBND", "UBND tỉnh"),
    ("Tham mưu UBND tỉnh trình Tỉnh ủy ban hành Nghị quyết số 14-NQ/TU", "Tỉnh ủy"),
    ("Bộ Khoa học và Công nghệ đã ban hành Thông tư số 5/2024/TT-BKHCN", "Bộ Khoa học và Công nghệ"),
    ("Ngày 24/7/2024, Sở Nội vụ có Công văn số 12/SNV-TC", "Sở Nội vụ"),
    ("Sở Y tế đã phối hợp với Cục Quản lý thị trường tỉnh ban hành Kế hoạch số 12/KH-SYT", "Sở Y tế"),
    ("Trung tâm Ứng dụng tiến bộ KH&CN đã gửi Tờ trình số 03/TTr-TTUD", "Trung tâm Ứng dụng tiến bộ KH&CN"),
    ("các cơ sở y tế ban hành Quy chế số 12/QC-BV", None),
    ("Sở đã ban hành Kế hoạch số 12/KH-SKHCN", "Sở"),
    ("theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 12/TTr-SNV", "Giám đốc Sở Nội vụ"),
    ("thực hiện chỉ đạo của UBND tỉnh tại Công văn số 12/UBND-VX", "UBND tỉnh"),
    ("được UBND tỉnh giao nhiệm vụ tại Quyết định số 12/QĐ-UBND", "UBND tỉnh"),
    ("Sở đã gửi Bộ Tài chính. HĐND tỉnh thông qua Nghị quyết số 12/NQ-HĐND", "HĐND tỉnh"),
    ("Sở Khoa học và Công nghệ trình UBND tỉnh tại Tờ trình số 12/TTr-SKHCN", "Sở Khoa học và Công nghệ"),
    ("xét đề nghị của Sở Khoa học & Công nghệ và Sở Tài chính tại Tờ trình số 1/TTLN-SKHCN-STC",
     "Sở Khoa học & Công nghệ và Sở Tài chính"),
    ("hoạt động của UBND tỉnh theo Nghị định số 12/2020/NĐ-CP", None),
    ("UBND tỉnh thực hiện Nghị định số 12/2020/NĐ-CP", None),
    ("Chương trình hành động của Ban Cán sự Đảng UBND tỉnh thực hiện Nghị quyết số 14-NQ/TU", None),
    ("UBND tỉnh thực hiện nhiệm vụ quy định tại Nghị định số 12/2020/NĐ-CP", None),
    ("UBND tỉnh ban hành Đề án nâng cao năng suất (Quyết định số 12/QĐ-UBND)", "UBND tỉnh"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "issuer"), BEFORE, ids=[text for text, _ in BEFORE])
def test_an_issuer_before_is_the_one_that_issues(text: str, issuer: str | None) -> None:
    assert citations(text)[-1].issuer == issuer


def test_a_joint_paper_has_both_its_issuers() -> None:
    text = "Thông tư liên tịch số 27/2015/TTLT-BKHCN-BTC của Bộ Khoa học và Công nghệ và Bộ Tài chính về khoán chi"
    assert citations(text)[0].issuer == "Bộ Khoa học và Công nghệ và Bộ Tài chính"


def test_ministries_in_league_are_all_named() -> None:
    text = "Thông tư liên bộ số 16/TTLB của liên Bộ Tài chính - Bộ Khoa học và Công nghệ quy định"
    assert citations(text)[0].issuer == "liên Bộ Tài chính - Bộ Khoa học và Công nghệ"


def test_the_place_of_an_issuer_is_told() -> None:
    text = "Tham mưu UBND tỉnh ban hành Kế hoạch số 12/KH-UBND"
    [found] = citations(text)
    assert found.issuer_span == (9, 18)
    assert found.text == "Kế hoạch số 12/KH-UBND"


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        (
            "Thông tư liên tịch số 5/2012/TTLT-BTC-BNV ngày 03/4/2012 giữa Bộ Tài chính và Bộ Nội vụ hướng dẫn chi",
            "Bộ Tài chính và Bộ Nội vụ",
        ),
        ("Thông tư số 5/2012/TT-BKH của Bộ Kế hoạch & Đầu tư hướng dẫn", "Bộ Kế hoạch & Đầu tư"),
        (
            "Nghị quyết số 9-NQ/TW của Hội nghị lần thứ năm Ban Chấp hành Trung ương khóa XII về kinh tế",
            "Hội nghị lần thứ năm Ban Chấp hành Trung ương khóa XII",
        ),
    ],
)
def test_a_joint_or_solemn_issuer_is_named_whole(text: str, issuer: str) -> None:
    assert citations(text)[0].issuer == issuer
