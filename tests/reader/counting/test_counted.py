"""What is counted: the number, the kernel of its noun, and its value."""

import pytest

from tests.reader.counting.saying import said


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # Papers and the work of an office.
        ("Đã tham mưu ban hành 06 văn bản chỉ đạo, điều hành, cụ thể:", ["06 văn bản = 6"]),
        ("Xác lập 38 nhiệm vụ trọng tâm của ngành năm 2023.", ["38 nhiệm vụ trọng tâm = 38"]),
        ("Đã ban hành 04 Kế hoạch có liên quan.", ["04 Kế hoạch = 4"]),
        ("Trình ký 12 tờ trình và 07 báo cáo.", ["12 tờ trình = 12", "07 báo cáo = 7"]),
        ("Rà soát 15 thủ tục hành chính thuộc phạm vi quản lý.", ["15 thủ tục hành chính = 15"]),
        ("Công bố 03 TTHC mới ban hành.", ["03 TTHC mới = 3"]),
        ("Tham gia góp ý 21 dự thảo văn bản quy phạm pháp luật.", ["21 dự thảo văn bản quy phạm pháp luật = 21"]),
        ("Đăng tải 45 tin, bài trên trang thông tin điện tử.", ["45 tin, bài = 45"]),
        # Research tasks.
        ("Theo dõi, quản lý 30 nhiệm vụ khoa học và công nghệ.", ["30 nhiệm vụ khoa học và công nghệ = 30"]),
        ("Nghiệm thu đối với 01 nhiệm vụ cấp tỉnh.", ["01 nhiệm vụ cấp tỉnh = 1"]),
        ("Triển khai 25 đề tài, dự án trong năm.", ["25 đề tài, dự án = 25"]),
        ("Tổ chức 16 hội đồng tư vấn tuyển chọn.", ["16 hội đồng tư vấn tuyển chọn = 16"]),
        ("Chuyển giao 7 đề tài cho địa phương.", ["7 đề tài = 7"]),
        ("Có 05 đề xuất nhiệm vụ được chọn.", ["05 đề xuất nhiệm vụ = 5"]),
        # Labels side by side, and nouns that begin with a verb's word.
        ("Học viên: 38 Đoàn viên: 32 Thanh niên: 06.", ["38 = 38", "32 = 32", "06 = 6"]),
        ("Có 31 chi đoàn và 04 liên đội.", ["31 chi đoàn = 31", "04 liên đội = 4"]),
        ("Số GCN đã cấp 256 GCN.", ["256 GCN = 256"]),
        # Enterprises and people.
        ("Mở 03 lớp tập huấn về khởi nghiệp.", ["03 lớp tập huấn = 3"]),
        ("cho 100 doanh nghiệp và 80 đối tượng thuộc các sở.", ["100 doanh nghiệp = 100", "80 đối tượng = 80"]),
        ("Hướng dẫn 13 tổ chức, cá nhân đăng ký bảo hộ.", ["13 tổ chức, cá nhân = 13"]),
        ("cho 18 Sở, ban, ngành, địa phương trên địa bàn tỉnh", ["18 Sở, ban, ngành, địa phương = 18"]),
        ("với 52 học viên tham dự", ["52 học viên = 52"]),
        ("đã bố trí 24 cán bộ, công chức, viên chức", ["24 cán bộ, công chức, viên chức = 24"]),
        ("tư vấn cho 210 lượt người", ["210 lượt người = 210"]),
        ("khởi tố 12 vụ/31 bị can", ["12 vụ = 12", "31 bị can = 31"]),
        ("Sở Nông nghiệp và Phát triển nông thôn 14 hồ sơ", ["14 hồ sơ = 14"]),
        ("quy mô dân số 9.870 người", ["9.870 người = 9870"]),
        ("hỗ trợ 09 hợp tác xã và 11 hộ gia đình", ["09 hợp tác xã = 9", "11 hộ gia đình = 11"]),
        ("xây dựng nhãn hiệu cho 5 sản phẩm đặc thù", ["5 sản phẩm đặc thù = 5"]),
        # Radiation, inspection, metrology.
        ("Đã cấp 02 Giấy phép Tiến hành công việc bức xạ (X-quang).", ["02 Giấy phép Tiến hành công việc bức xạ = 2"]),
        ("đã cấp 02 giấy phép tiến hành công việc bức xạ cho", ["02 giấy phép tiến hành công việc bức xạ = 2"]),
        ("Cấp 01 Chứng chỉ nhân viên bức xạ (cho 1 người).", ["01 Chứng chỉ nhân viên bức xạ = 1", "1 người = 1"]),
        ("cung cấp, đọc 5.648 liều kế", ["5.648 liều kế = 5648"]),
        ("Tổ chức 9 cuộc thanh tra.", ["9 cuộc thanh tra = 9"]),
        ("thanh tra tại 100 cơ sở gồm 24 cá nhân", ["100 cơ sở = 100", "24 cá nhân = 24"]),
        ("lấy 32 mẫu xăng dầu để thử nghiệm", ["32 mẫu xăng dầu = 32"]),
        ("xử phạt 03 trường hợp vi phạm", ["03 trường hợp = 3"]),
        (
            "163 phương tiện đo (PTĐ) các loại của 50 cơ sở",
            ["163 phương tiện đo (PTĐ) các loại = 163", "50 cơ sở = 50"],
        ),
        ("kiểm định 1.204 lượt phương tiện đo", ["1.204 lượt phương tiện đo = 1204"]),
        ("hiệu chuẩn 87 thiết bị X-quang chẩn đoán", ["87 thiết bị X-quang chẩn đoán = 87"]),
        # Nouns that no list knows.
        ("Toàn tỉnh hiện có 118 thư viện đạt chuẩn.", ["118 thư viện = 118"]),
        ("đã lắp 2.045 bóng đèn tiết kiệm điện", ["2.045 bóng đèn tiết kiệm điện = 2045"]),
        ("đặt 03 trụ đèn năng lượng mặt trời", ["03 trụ đèn năng lượng mặt trời = 3"]),
        # How a noun ends.
        ("12 hồ sơ đã được giải quyết", ["12 hồ sơ = 12"]),
        ("12 hồ sơ, đạt yêu cầu", ["12 hồ sơ = 12"]),
        ("12 hồ sơ; các việc khác", ["12 hồ sơ = 12"]),
        ("12 hồ sơ nhằm bảo đảm tiến độ", ["12 hồ sơ = 12"]),
        ("12 hồ sơ cần bổ sung", ["12 hồ sơ = 12"]),
        ("12 hồ sơ hoặc chậm trễ", ["12 hồ sơ = 12"]),
        ("12 hồ sơ (chi tiết kèm theo)", ["12 hồ sơ = 12"]),
        ("12 cơ quan, đơn vị và địa phương", ["12 cơ quan, đơn vị và địa phương = 12"]),
        # Glued, split, in other letters.
        ("tiếp nhận 11hồ sơ", ["11hồ sơ = 11"]),
        ("tiếp nhận được11 hồ sơ", ["11 hồ sơ = 11"]),
        ("lắp 845 đồng hồ nước", ["845 đồng hồ nước = 845"]),
        ("07 phòng và 02 đơn vị trực thuộc.", ["07 phòng = 7", "02 đơn vị trực thuộc = 2"]),
        ("không ghi nhận (0ca)", ["0ca = 0"]),
        ("đã hoàn thành 12\nnhiệm vụ được giao", ["12\nnhiệm vụ = 12"]),
        ("giao cho các sở thực hiện trong thời gian tới đúng theo\n15 nhiệm vụ", ["15 nhiệm vụ = 15"]),
        ("TỔ CHỨC 05 LỚP TẬP HUẤN", ["05 LỚP TẬP HUẤN = 5"]),
        ("mở 02 khoá đào tạo", ["02 khoá đào tạo = 2"]),
        ("ban hành\u00a006\u00a0văn bản", ["06\u00a0văn bản = 6"]),
        # Words.
        ("Đã mở ba lớp tập huấn.", ["ba lớp tập huấn = 3"]),
        ("Hai dự án đang triển khai.", ["Hai dự án = 2"]),
        ("tổ chức sáu lớp", ["sáu lớp = 6"]),
        ("hai mươi lăm học viên", ["hai mươi lăm học viên = 25"]),
        ("ban hành 03 (ba) kế hoạch", ["03 (ba) kế hoạch = 3"]),
        ("với 30 (ba mươi) học viên", ["30 (ba mươi) học viên = 30"]),
        ("gồm năm nhiệm vụ", ["năm nhiệm vụ = 5"]),
        # Two forms at once.
        ("cấp mỗi đơn vị 02 bộ máy tính", ["02 bộ máy tính = 2"]),
        ("đạt 1,2 triệu lượt khách", ["1,2 triệu lượt khách = 1.2"]),
        ("trong tổng số 30 nhiệm vụ", ["30 nhiệm vụ = 30"]),
        ("mỗi tháng 12 hồ sơ", ["12 hồ sơ = 12"]),
        ("cấp 02 giấy phép", ["02 giấy phép = 2"]),
        # Comrades and other things that look like money or slogans.
        ("Có 48 đ/c, trong đó nữ 12 đ/c.", ["48 đ/c = 48", "12 đ/c = 12"]),
        ("Quy mô 2 x 110 MW; thực hiện 3 sạch.", ["110 MW = 110 measure"]),
        ("Đạt 12 giải, Quốc gia 01 giải.", ["12 giải = 12", "01 giải = 1"]),
        ("Họp 12 kỳ, ban hành 24 NQ.", ["12 kỳ = 12", "24 NQ = 24"]),
        ("Số điểm trường: 03 điểm.", ["03 điểm = 3"]),
        ("Tuyển 250/250 công dân nhập ngũ.", ["250/250 công dân nhập ngũ = 250/250 ratio"]),
        ("Hỗ trợ 500 nghìn đồng/suất.", ["500 nghìn đồng/suất = 500 rate"]),
        ("đạt 96,15% kế hoạch 26 đề tài", ["96,15% = 96.15 percent", "26 đề tài = 26"]),
    ],
)
def test_a_number_with_its_noun(sentence: str, expected: list[str]) -> None:
    assert said(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Tổng số học sinh 03 cấp học là 418.", ["03 cấp học = 3", "418 = 418"]),
        ("Hồ sơ tiếp nhận tháng 5: 10, cộng dồn: 1250.", ["10 = 10", "1250 = 1250"]),
        ("Số giấy phép đã cấp: 12", ["12 = 12"]),
        ("Tổng số: 45; nam 20, nữ 25.", ["45 = 45", "20 = 20", "25 = 25"]),
        ("Trình độ: thạc sĩ 05, đại học 30, trung cấp 03.", ["05 = 5", "30 = 30", "03 = 3"]),
        ("- Tủ thư mục 01", ["01 = 1"]),
        ("- Tổ dân phố 5", []),
        ("Đại học: 30/45 = 66,7%", ["30/45 = 30/45 ratio", "66,7% = 66.7 percent"]),
        ("Tổng số vụ việc phải xử lý là 464 với 211 đơn thư.", ["464 = 464", "211 đơn thư = 211"]),
        ("Quản lý 30 nhiệm vụ, 23 hoàn thành, 07 đang thực hiện.", ["30 nhiệm vụ = 30", "23 = 23", "07 = 7"]),
        ("Giải quyết 120 đơn (khiếu nại 86, tố cáo 34).", ["120 đơn = 120", "86 = 86", "34 = 34"]),
        ("09 giấy phép (gia hạn 05, cấp mới 03, sửa đổi 01)", ["09 giấy phép = 9", "05 = 5", "03 = 3", "01 = 1"]),
        ("đã đưa vào khai thác 69 trong tổng số 112 cơ sở dữ liệu", ["69 = 69", "112 cơ sở dữ liệu = 112"]),
        ("25 đề tài, trong đó 22 cấp tỉnh và 03 cấp cơ sở", ["25 đề tài = 25", "22 cấp tỉnh = 22", "03 cấp cơ sở = 3"]),
    ],
)
def test_a_number_whose_noun_stands_before_it_or_at_another(sentence: str, expected: list[str]) -> None:
    assert said(sentence) == expected
