"""Numbers, names and words that look like citations are none."""

import pytest

from sokhcn.reader.citations import citations


@pytest.mark.parametrize(
    "text",
    [
        "Quyết định này có hiệu lực kể từ ngày 01/3/2026.",
        "theo quy định tại khoản 2 Điều 30",
        "theo Quy định về chế độ báo cáo",
        "Số: 118/BC-SKHCN",
        "Số: /BC-SKHCN",
        "(Kèm theo Báo cáo số    /BC-SKHCN ngày    tháng 01 năm 2022)",
        "BÁO CÁO\nKết quả hoạt động tháng 01 năm 2022",
        "Đề án 06 của Chính phủ",
        "Chương trình 712 giai đoạn 2",
        "Kế hoạch 5 năm 2021 - 2025",
        "Kế hoạch 05 năm",
        "Báo cáo 6 tháng đầu năm 2022",
        "Báo cáo tháng 01/2022 của Sở",
        "Kế hoạch 2022 đã được giao",
        "đã ban hành 04 Kế hoạch, 06 văn bản",
        "tham mưu 32 văn bản (01 Nghị quyết, 01 Chỉ thị, 30 văn bản)",
        "kế hoạch 12 lớp tập huấn",
        "quyết định 15 đề tài",
        "Thông báo 15 trường hợp vi phạm",
        "Nghị quyết 11 điểm của hội nghị",
        "theo Tiêu chuẩn quốc gia TCVN ISO 9001:2015",
        "QCVN 102:2016/BTTTT/SĐ1:2022",
        "ĐLVN 118:2020 về quy trình kiểm định",
        "văn bản quy phạm pháp luật năm 2022",
        "phổ biến, giáo dục pháp luật",
        "Ngày Pháp luật năm 2022",
        "Luật sư Nguyễn Văn A",
        "dự thảo Luật Thủ đô",
        "Hiến pháp và pháp luật",
        "tỷ lệ 12/15 đơn vị, đạt 80%",
        "địa chỉ số 12/3 đường 16 Tháng 4",
        "giai đoạn 2021-2025/năm",
        "Kế hoạch rà soát, hệ thống hóa văn bản quy phạm pháp luật năm 2022",
        "Dự thảo Nghị quyết của HĐND tỉnh về đẩy mạnh ứng dụng",
        "Chương trình phối hợp giữa hai cơ quan giai đoạn 2022-2025",
        "văn bản số hóa được 1.200 trang",
        "số lượng văn bản: 12",
        "Thông báo số điện thoại 0259 3822222",
        "Giấy phép số 65/GP-SKHCN",
        "kỷ luật 15/QĐ cán bộ",
        "Nghị quyết của Hội đồng nhân dân tỉnh khóa IX tại kỳ họp thứ 4",
        "Quyết định 1.250 trường hợp",
        "Kết luận 5 năm thực hiện",
        "Thông tư 2 phần, 5 chương",
        "điểm a khoản 1 Điều 24 Quy chế này",
        "",
        "số",
        "Nghị quyết số",
    ],
)
def test_nothing_is_cited(text: str) -> None:
    assert citations(text) == ()
