"""The subject runs to the end of what the paper is about."""

import pytest

from sokhcn.reader.citations import citations

HEAD = "Kế hoạch số 12/KH-UBND ngày 05/3/2022 của UBND tỉnh"

SUBJECTS = [
    (" về chuyển đổi số năm 2022.", "về chuyển đổi số năm 2022"),
    (" về việc kiểm tra; các sở báo cáo", "về việc kiểm tra"),
    (" về đo lường, chất lượng và nhãn hàng hóa. Trọng tâm:", "về đo lường, chất lượng và nhãn hàng hóa"),
    (" về áp dụng TCVN ISO 9001:2015 tại cơ quan.", "về áp dụng TCVN ISO 9001:2015 tại cơ quan"),
    (" về “Chương trình 712. Giai đoạn 2” tại tỉnh.", "về “Chương trình 712. Giai đoạn 2” tại tỉnh"),
    (" “Nâng cao năng suất”, đạt kết quả tốt", "“Nâng cao năng suất”"),
    (" Quy định chức năng của Chi cục.", "Quy định chức năng của Chi cục"),
    (", đề nghị Bộ Y tế phê duyệt danh mục.", "đề nghị Bộ Y tế phê duyệt danh mục"),
    (" kiểm tra về đo lường dịp trước, trong và sau Tết; Các đợt", "kiểm tra về đo lường dịp trước, trong và sau Tết"),
    (" (về việc giao chỉ tiêu) đã xong", "về việc giao chỉ tiêu"),
    (" về cải cách (giai đoạn 2021 - 2025) ở tỉnh.", "về cải cách (giai đoạn 2021 - 2025) ở tỉnh"),
    (" về cải cách hành chính (sau đây gọi tắt là Kế hoạch).", "về cải cách hành chính"),
    (" về cải cách hành chính) và 44 nhiệm vụ", "về cải cách hành chính"),
    (" về phòng chống\ndịch bệnh ở cơ sở\nII. NHIỆM VỤ", "về phòng chống dịch bệnh ở cơ sở"),
    (" về rà soát, Công văn số 5/UBND-VX về báo cáo", "về rà soát"),
    (" về sửa đổi Quyết định số 5/QĐ-UBND và Quyết định số 6/QĐ-UBND.",
     "về sửa đổi Quyết định số 5/QĐ-UBND và Quyết định số 6/QĐ-UBND"),
    (" về sửa đổi, bổ sung Quy chế; các sở", "về sửa đổi, bổ sung Quy chế"),
    (" về phát triển bền vững\nkinh tế của vùng biển và hải đảo ở tất cả các tỉnh nước Việt\nNam đến năm 2030.",
     "về phát triển bền vững kinh tế của vùng biển và hải đảo ở tất cả các tỉnh nước Việt Nam đến năm 2030"),
    (" đã được các sở thực hiện", None),
    (", các sở thực hiện", None),
    (" ban hành, các sở thực hiện", None),
]  # fmt: skip


@pytest.mark.parametrize(("words", "subject"), SUBJECTS, ids=[words for words, _ in SUBJECTS])
def test_a_subject_behind_a_mention_is_found_whole(words: str, subject: str | None) -> None:
    assert citations(f"Trong tháng, {HEAD}{words}")[0].subject == subject


@pytest.mark.parametrize(
    "main",
    ["Sở đã tổ chức 05 lớp", "UBND huyện ban hành văn bản", "đã tập huấn", "trong tháng, Sở đã làm", "tổ chức 05 lớp"],
)
def test_the_main_clause_is_no_part_of_a_subject(main: str) -> None:
    assert citations(f"Thực hiện {HEAD} về chuyển đổi số năm 2022, {main}.")[0].subject == "về chuyển đổi số năm 2022"


@pytest.mark.parametrize("about", ["về tăng cường kiểm tra, xử lý vi phạm", "về phối hợp giữa Sở Y tế, Sở Tư pháp"])
def test_a_list_within_a_subject_does_not_end_it(about: str) -> None:
    assert citations(f"Thực hiện {HEAD} {about}, Sở đã báo cáo.")[0].subject == about


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("UBND tỉnh ban hành Đề án X” đến năm 2030 (Quyết định số 12/QĐ-UBND)", "ban hành Đề án X đến năm 2030"),
        ("Triển khai thực hiện các nhiệm vụ về dữ liệu (tại Quyết định số 12/QĐ-UBND)", "các nhiệm vụ về dữ liệu"),
        (
            "Tham gia đoàn thanh tra xăng dầu năm 2022 do Sở Công Thương chủ trì (theo Quyết định số 12/QĐ-SCT)",
            "thanh tra xăng dầu năm 2022 (đoàn thanh tra)",
        ),
    ],
)
def test_a_mention_in_brackets_is_about_what_stands_before(text: str, subject: str) -> None:
    assert citations(text)[0].subject == subject
