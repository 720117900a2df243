"""Capitals, marks, names, abbreviations and phrases; each with what must not be found."""

import pytest

from tests.checker.examined import Telling, findings, found, whole

FOUND = (
    ("writing.phrases", "Tham mưu cấp thẩm quyền ban hành.", "cấp thẩm quyền"),
    ("writing.phrases", "Công việc đảm bảo tiến độ.", "đảm bảo"),
    ("writing.phrases", "Phòng, chống dịch Covid-19 tốt.", "Covid-19"),
    ("writing.semicolon", "Đã cấp 02 giấy phép; Cấp 01 chứng chỉ cho cơ sở.", "; Cấp 01 chứng chỉ cho"),
    ("writing.capitals", "Đã tiến hành Kiểm định, hiệu chuẩn tốt.", "tiến hành kiểm định"),
    ("writing.units", "Phối hợp với UBND Huyện Ninh Hải tổ chức.", "Huyện Ninh Hải"),
    ("writing.units", "Tập huấn cho 18 Sở, ban, ngành của tỉnh.", "18 Sở"),
    ("writing.institutions", "Kiểm tra Trung tâm y tế huyện Ninh Hải.", "Trung tâm y tế huyện Ninh Hải"),
    ("writing.party", "Trình Ban Cán sự Đảng UBND tỉnh xem xét.", "Ban Cán sự Đảng UBND tỉnh"),
    ("writing.feasts", "Kiểm tra dịp Tết Nguyên đán Nhâm Dần.", "Tết Nguyên đán"),
    ("writing.type", "Theo công văn số 7096/UBND-KTTH ngày 31/12/2021.", "công văn số 7096/UBND-KTTH ngày 31/12/2021"),
    ("writing.tones", "Hàng hóa, hệ thống hóa và sản phẩm hàng hoá.", "hàng hoá"),
    ("writing.abbreviations", "Áp dụng HTQLCL trong cơ quan.", "HTQLCL"),
    ("writing.unused-abbreviation", "Kiểm định phương tiện đo (PTĐ) các loại.", "phương tiện đo (PTĐ)"),
    ("writing.names", "UBND tỉnh giao. Ủy ban nhân dân tỉnh duyệt.", "Ủy ban nhân dân tỉnh"),
    ("writing.colon", "Trong tháng 01/2022: đã nghiệm thu 01 nhiệm vụ.", "Trong tháng 01/2022: đã nghiệm thu"),
    ("writing.repetition", "Kết quả của của nhiệm vụ tốt.", "của của"),
    ("writing.spacing", "Đã cấp giấy phép , chứng chỉ.", "phép ,"),
    ("writing.spacing", "Đã cấp giấy phép,chứng chỉ.", "phép,chứng"),
    ("writing.brackets", "Đã cấp 02 giấy phép (01 mới.", "(01 mới."),
    ("writing.final-mark", "Các nhiệm vụ đang triển khai đều bám sát chủ trương", "Các nhiệm vụ đang triển khai"),
    ("writing.final-mark", "Kết quả nghiệm thu nhiệm vụ xếp loại Đạt;", "Kết quả nghiệm thu"),
)


@pytest.mark.parametrize(("id", "sentence", "words"), FOUND)
def test_found(id: str, sentence: str, words: str) -> None:
    (place,) = found(id, f"1. Việc chung\n{sentence}\nCâu cuối của mục này.")
    assert place is not None
    assert words.lower() in place.lower()


def test_a_loose_quotation_mark_holds_no_whole_chapter() -> None:
    (finding,) = findings("writing.quotes", whole(f"1. Việc\nTheo “chương trình {'rất dài ' * 200}."))
    assert finding.span is not None
    assert finding.span[1] - finding.span[0] <= 300


RIGHT = (
    ("writing.phrases", "Cấp có thẩm quyền bảo đảm phòng, chống COVID-19."),
    ("writing.phrases", "Giấy chứng nhận ghi độ không đảm bảo đo của chuẩn."),
    ("writing.semicolon", "Đã cấp giấy phép; cấp chứng chỉ; Sở đã báo cáo; Quyết định số 1/QĐ-UBND ngày 10/01/2022."),
    ("writing.capitals", "Trung tâm Thương mại, Bộ Công Thương, Chi cục Tiêu chuẩn Đo lường Chất lượng phối hợp."),
    ("writing.capitals", "Kiểm định xong. Tiến hành hiệu chuẩn: Kết quả tốt."),
    ("writing.units", "Thành phố Hồ Chí Minh và tỉnh Ninh Thuận; Tỉnh ủy chỉ đạo."),
    ("writing.institutions", "Kiểm tra Trung tâm Y tế huyện Ninh Hải và trung tâm y tế các huyện."),
    ("writing.party", "Ban cán sự đảng, Đảng đoàn, Tỉnh ủy và Đảng bộ tỉnh; Ban Bí thư; Quận Ủy ban nhân dân cũ."),
    ("writing.feasts", "Kiểm tra dịp tết Nguyên đán."),
    ("writing.type", "Theo Công văn số 7096/UBND-KTTH ngày 31/12/2021."),
    ("writing.tones", "Hàng hóa của Tỉnh ủy, quý I, thủy sản, hoàn thành, toàn tỉnh, khoảng 10 cơ sở."),
    ("writing.abbreviations", "Ủy ban nhân dân (UBND) giao; UBND duyệt theo TCVN ISO 9001:2015."),
    ("writing.abbreviations", "Theo Kế hoạch số 12/KH-UBND ngày 10/01/2022."),
    ("writing.unused-abbreviation", "Kiểm định phương tiện đo (PTĐ); các PTĐ đều đạt."),
    ("writing.names", "UBND tỉnh giao; UBND tỉnh duyệt."),
    ("writing.colon", "Trong tháng 01/2022, đã nghiệm thu. Kết quả tháng 01/2022 gồm: 02 việc."),
    ("writing.repetition", "Dần dần, ngày ngày, luôn luôn."),
    ("writing.spacing", "Đạt 12,5%; gồm a, b và c."),
    ("writing.brackets", "a) Một; b) Hai (ba)."),
    ("writing.capitals", "Theo thống kê của Tổ chức Y tế Thế giới."),
    ("writing.places", "Kế hoạch của tỉnh Hà Nam 5 năm; tỉnh Hà Nam duyệt."),
    ("writing.semicolon", "Chi cục phạt 3 cơ sở; Thanh tra Sở phạt 2 cơ sở."),
    ("writing.semicolon", "Theo Nghị quyết số 2-NQ/TU; Kết luận số 9-KL/TU và văn bản khác."),
    ("writing.final-mark", "Theo đề nghị của Giám đốc Sở Nội vụ tỉnh,\nQUYẾT ĐỊNH:"),
    ("writing.capitals", "Phối hợp với Thanh tra tỉnh làm việc."),
    ("writing.final-mark", "Đề án nhà ở cho công nhân | Sở Xây dựng | Các huyện | Tờ trình"),
    ("writing.final-mark", "CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN KIM BẢNG NHIỆM KỲ MỚI"),
    ("writing.final-mark", "Các nhiệm vụ đang triển khai đều bám sát chủ trương."),
    ("writing.quotes", "Chương trình “Ứng dụng” và Đề án “Đổi mới”."),
)


@pytest.mark.parametrize(("id", "sentence"), RIGHT)
def test_not_found(id: str, sentence: str) -> None:
    assert found(id, f"1. Việc chung\n{sentence}\nCâu cuối của mục này.") == []


def test_a_quotation_without_its_beginning_or_end() -> None:
    body = "1. Việc\nBan hành Đề án phát triển tài sản trí tuệ” đến năm 2030 (Quyết định số 1/QĐ-UBND).\nMở “Hội nghị."
    assert found("writing.quotes", body) == ["Đề án phát triển tài sản trí tuệ” đến năm 2030", "“Hội nghị"]


def test_items_may_end_in_a_semicolon_and_the_last_one_may_not() -> None:
    body = (
        "1. Việc\nGồm các nội dung:\n- Một việc của phòng quản lý;\n- Hai việc của phòng quản lý;\nCâu sau của mục này."
    )
    assert found("writing.final-mark", body) == ["- Hai việc của phòng quản lý;"]


def test_a_sentence_cut_by_a_page() -> None:
    (place,) = found("writing.broken", "1. Việc\nThực hiện chỉ đạo của Tỉnh\n\nủy về kỷ cương hành chính.")
    assert place is not None
    assert "Tỉnh ủy" in place


def test_places_are_spelt_in_one_way() -> None:
    body = "1. Việc\nUBND thành phố Phan rang-Tháp chàm và UBND thành phố Phan Rang Tháp Chàm."
    assert len(found("writing.places", body)) == 2
    right = body.replace("rang-Tháp chàm", "Rang Tháp Chàm")
    assert found("writing.places", right) == []
    assert len(found("writing.places", right, witness=Telling(situated=("Phan Rang - Tháp Chàm",)))) == 1


def test_an_abbreviation_that_was_introduced_is_used() -> None:
    body = """1. Việc
Hoạt động khoa học và công nghệ (KHCN) phát triển. Hoạt động khoa học và công nghệ được quan tâm; KHCN có bước tiến.
Theo Quyết định số 5/QĐ-UBND ngày 10/01/2022 của UBND tỉnh về phát triển khoa học và công nghệ."""
    assert found("writing.abbreviation-mixed", body) == ["khoa học và công nghệ"]
    assert found("writing.abbreviation-mixed", body.replace("Hoạt động khoa học và công nghệ được", "KHCN được")) == []
