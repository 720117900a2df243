"""Type and number are read in every form in which real documents write them."""

import pytest

from sokhcn.reader.citations import citations

FORMS = [
    # type, «số», code
    ("theo Quyết định số 21/QĐ-UBND", "Quyết định", "21/QĐ-UBND"),
    ("Thành lập theo số 134/QĐUB của UBND tỉnh", "Quyết định", "134/QĐUB"),
    ("theo Kế hoạch số 298 KH/TWĐTN", "Kế hoạch", "298 KH/TWĐTN"),
    ("Thông tư số 36/2025/TT-BKHCN", "Thông tư", "36/2025/TT-BKHCN"),
    ("tại Nghị định số 09/2019/NĐ-CP", "Nghị định", "09/2019/NĐ-CP"),
    ("Quyết định số 20/2020/QĐ-TTg", "Quyết định", "20/2020/QĐ-TTg"),
    ("Nghị quyết số 74/NQ-HĐND", "Nghị quyết", "74/NQ-HĐND"),
    ("Nghị quyết số 351/2017/UBTVQH14", "Nghị quyết", "351/2017/UBTVQH14"),
    ("Luật số 93/2025/QH15", "Luật", "93/2025/QH15"),
    ("Văn bản hợp nhất số 156/VBHN-VPQH", "Văn bản hợp nhất", "156/VBHN-VPQH"),
    ("Thông tư liên tịch số 27/2015/TTLT-BKHCN-BTC", "Thông tư liên tịch", "27/2015/TTLT-BKHCN-BTC"),
    ("Tờ trình số 45/TTr-SKHCN", "Tờ trình", "45/TTr-SKHCN"),
    ("Quy định số 08/QyĐ-UBND", "Quy định", "08/QyĐ-UBND"),
    ("Công điện số 12/CĐ-TTg", "Công điện", "12/CĐ-TTg"),
    ("Thông báo kết luận số 31/TB-VP", "Thông báo", "31/TB-VP"),
    ("Kế hoạch hành động số 15/KH-UBND", "Kế hoạch", "15/KH-UBND"),
    ("Báo cáo thẩm định số 77/BC-STP", "Báo cáo", "77/BC-STP"),
    ("Quyết định phê duyệt số 6/QĐ-SKHCN", "Quyết định", "6/QĐ-SKHCN"),
    # papers of the Party
    ("Nghị quyết số 57-NQ/TW", "Nghị quyết", "57-NQ/TW"),
    ("Chương trình hành động số 07-CTr/TU", "Chương trình hành động", "07-CTr/TU"),
    ("Chỉ thị số 57-CT/TU", "Chỉ thị", "57-CT/TU"),
    ("Tờ trình số 02-TTr/ĐLS", "Tờ trình", "02-TTr/ĐLS"),
    ("Kết luận số 91-KL/HU", "Kết luận", "91-KL/HU"),
    ("Quy định số 132-QĐ/TW", "Quy định", "132-QĐ/TW"),
    ("Quyết định số 5-QĐ/BTGTU", "Quyết định", "5-QĐ/BTGTU"),
    # without «số»
    ("thực hiện Nghị quyết 57-NQ/TW", "Nghị quyết", "57-NQ/TW"),
    ("theo Kế hoạch 58/KH-UBND", "Kế hoạch", "58/KH-UBND"),
    ("căn cứ Nghị định 30/2020/NĐ-CP", "Nghị định", "30/2020/NĐ-CP"),
    ("nêu tại công văn 314/SNV-TCBC", "Công văn", "314/SNV-TCBC"),
    # «Số:», capitals, small type words
    ("ban hành Quyết định Số: 118/QĐ-SKHCN", "Quyết định", "118/QĐ-SKHCN"),
    ("gửi Công văn số: 118/SKHCN-VP", "Công văn", "118/SKHCN-VP"),
    ("TRIỂN KHAI NGHỊ QUYẾT SỐ 57-NQ/TW", "Nghị quyết", "57-NQ/TW"),
    ("KẾ HOẠCH SỐ 12/KH-UBND", "Kế hoạch", "12/KH-UBND"),
    ("có công văn số 7096/UBND-KTTH", "Công văn", "7096/UBND-KTTH"),
    ("tại văn bản số 1774/UBND-VX", "Văn bản", "1774/UBND-VX"),
    ("xây dựng kế hoạch số 9/KH-STC", "Kế hoạch", "9/KH-STC"),
    ("Căn cứ Nghị định có số 13/2023/NĐ-CP", "Nghị định", "13/2023/NĐ-CP"),
    # symbols of other make
    ("Quyết định số 2074a/QĐ-TTTT", "Quyết định", "2074a/QĐ-TTTT"),
    ("Công văn số 12/SNV-TĐKT&NCC", "Công văn", "12/SNV-TĐKT&NCC"),
    ("Công văn số 15/CGC.BT", "Công văn", "15/CGC.BT"),
    ("Quyết định số 8/QĐ_BKHCN", "Quyết định", "8/QĐ_BKHCN"),
    ("Công văn số 3/HHDN-K4", "Công văn", "3/HHDN-K4"),
    ("Quyết định số 44/QĐ UBND", "Quyết định", "44/QĐ UBND"),
    ("Công văn số 61/SGDDT-TCCB-QLCLGD", "Công văn", "61/SGDDT-TCCB-QLCLGD"),
    ("Quyết định số 5/QĐ-Ttra", "Quyết định", "5/QĐ-Ttra"),
    ("Quyết định số 5/QĐ-ttg", "Quyết định", "5/QĐ-ttg"),
    ("Quyết định số 5/qđ-ubnd", "Quyết định", "5/qđ-ubnd"),
    # before 1997
    ("Nghị định số 235/HĐBT", "Nghị định", "235/HĐBT"),
    ("Nghị định 25/CP", "Nghị định", "25/CP"),
    ("Chỉ thị số 118/TTg", "Chỉ thị", "118/TTg"),
    ("Nghị định số 01-CP", "Nghị định", "01-CP"),
    ("Quyết định số 10-TĐC/QĐ", "Quyết định", "10-TĐC/QĐ"),
    ("Quyết định số 873-QĐ", "Quyết định", "873-QĐ"),
    # spaces, look-alike letters, soft hyphens, long dashes
    ("Công văn số 791 /CCQLĐĐ-ĐĐBĐ", "Công văn", "791/CCQLĐĐ-ĐĐBĐ"),
    ("Thông tư số 2442 /2007/TT-TTCP", "Thông tư", "2442/2007/TT-TTCP"),
    ("Nghị định số 30/ 2020/ NĐ-CP", "Nghị định", "30/2020/NĐ-CP"),
    ("Nghị định số 30/2020/NĐ- CP", "Nghị định", "30/2020/NĐ-CP"),
    ("Quyết định số 30/QĐ - UBND", "Quyết định", "30/QĐ-UBND"),
    ("Nghị quyết số 14 - NQ/TU", "Nghị quyết", "14-NQ/TU"),
    ("Quyết định số 30/Q\u00d0-UBND", "Quyết định", "30/QĐ-UBND"),
    ("Thông tư số 08/2024/TT-BT\u0421", "Thông tư", "08/2024/TT-BTC"),
    ("Quyết định số 30/QĐ\u00adUBND", "Quyết định", "30/QĐ-UBND"),
    ("Quyết định số 30/QĐ\u2013UBND", "Quyết định", "30/QĐ-UBND"),
    ("Quyết\u00a0định số\u00a030/QĐ-UBND", "Quyết định", "30/QĐ-UBND"),
    ("Nghị quyết số số 20-NQ/TW", "Nghị quyết", "20-NQ/TW"),
    ("ký Sắc lệnh 08/SL", "Sắc lệnh", "08/SL"),
    ("Quyết định số12/QĐ-UBND", "Quyết định", "12/QĐ-UBND"),
    ("Quyết định số 12/QĐ-UBNDngày 05/3/2021", "Quyết định", "12/QĐ-UBND"),
    ("Kế hoạch số 12/KH-UBND.", "Kế hoạch", "12/KH-UBND"),
    ("Kế hoạch số 12/KH-UBND - Phần thứ nhất", "Kế hoạch", "12/KH-UBND"),
    # numbers without a symbol
    ("theo Kế hoạch 1678 của tỉnh", "Kế hoạch", "1678"),
    ("gửi công văn số 1774.", "Công văn", "1774"),
    ("tinh thần Nghị quyết 57 đã lan tỏa", "Nghị quyết", "57"),
    ("Nghị quyết 01 năm 2019", "Nghị quyết", "01"),
    ("đã ban hành Chương trình hành động số 40, kiện toàn", "Chương trình hành động", "40"),
    ("theo Thông tư số 36/2025 và", "Thông tư", "36/2025"),
    # another type word earlier in the phrase
    ("quy định tại Nghị định số 13/2023/NĐ-CP", "Nghị định", "13/2023/NĐ-CP"),
    ("báo cáo thực hiện kế hoạch theo Chỉ thị số 5/CT-UBND", "Chỉ thị", "5/CT-UBND"),
    ("điểm c khoản 2 Điều 30 Nghị định số 13/2023/NĐ-CP", "Nghị định", "13/2023/NĐ-CP"),
    ("Quyết định của Thủ tướng Chính phủ số 145/QĐ-TTg", "Quyết định", "145/QĐ-TTg"),
]


@pytest.mark.parametrize(("text", "kind", "code"), FORMS, ids=[text for text, _, _ in FORMS])
def test_a_paper_is_known_by_type_and_code(text: str, kind: str, code: str) -> None:
    assert [(found.type, found.code) for found in citations(text)] == [(kind, code)]


@pytest.mark.parametrize(
    ("text", "number", "year", "symbol"),
    [
        ("Quyết định số 03/2022/QĐ-UBND", "03", 2022, "QĐ-UBND"),
        ("Nghị quyết số 14-NQ/TU", "14", None, "NQ/TU"),
        ("Luật số 93/2025/QH15", "93", 2025, "QH15"),
        ("Nghị định số 01-CP", "01", None, "CP"),
        ("Thông tư số 36/2025.", "36", 2025, None),
        ("Nghị quyết 01 năm 2019.", "01", 2019, None),
        ("Thông tư số …/2026/TT-BCT", None, 2026, "TT-BCT"),
        ("Quyết định số      /QĐ-UBND", None, None, "QĐ-UBND"),
        ("Nghị quyết số ...-NQ/TU", None, None, "NQ/TU"),
    ],
)
def test_a_code_has_a_number_perhaps_a_year_and_a_symbol(
    text: str, number: str | None, year: int | None, symbol: str | None
) -> None:
    [found] = citations(text)
    assert (found.number, found.year, found.symbol) == (number, year, symbol)


def test_the_mention_runs_from_the_type_word_to_the_last_of_its_parts() -> None:
    text = "Sở đã trình (theo Tờ trình số 12/TTr-SKHCN, ngày 05/3/2022), được duyệt."
    [found] = citations(text)
    assert text[slice(*found.span)] == found.text == "Tờ trình số 12/TTr-SKHCN, ngày 05/3/2022"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thực hiện TT 22/2016/TT-BGDĐT, CT số 05-CT/TW", ["Thông tư 22/2016/TT-BGDĐT", "Chỉ thị 05-CT/TW"]),
        ("TT 1 2 3 Họ và tên", []),
        ("Báo cáo 123 ngày 4/5/2021 của Huyện ủy; Báo cáo 6 tháng đầu năm", ["Báo cáo 123"]),
        ("Nghị quyết số 66.25/2026/NQ-CP", ["Nghị quyết 66.25/2026/NQ-CP"]),
    ],
)
def test_types_by_letters_and_numbers_of_their_own_kind(text: str, expected: list[str]) -> None:
    assert [f"{found.type} {found.code}" for found in citations(text)] == expected


def test_a_date_behind_a_blank_and_a_comma() -> None:
    [found] = citations("Thông tư số 32/2020/TT-BGDĐT , ngày 15/9/2020 của Bộ trưởng Bộ Giáo dục và Đào tạo")
    assert str(found.date) == "2020-09-15"
