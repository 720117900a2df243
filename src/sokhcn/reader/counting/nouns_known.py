"""Nouns that reports count: classifiers, things and people, and phrases that a comma or "và" does not cut."""

from sokhcn.reader.counting.tokens import lexicon

# Papers and work of an office, in the order of the report's chapters.
_PAPERS = """
    đề xuất | đề nghị | văn bản | văn bản quy phạm pháp luật | văn bản đến |
    văn bản đi | nghị quyết | quyết định | chỉ thị | kế hoạch |
    chương trình | đề án | báo cáo | tờ trình | công văn | thông báo | thông tư | nghị định | luật | hướng dẫn |
    quy chế | quy định | giấy mời | biên bản | hợp đồng | dự thảo | phương án | quy trình | thủ tục |
    thủ tục hành chính | tthc | hồ sơ | bộ hồ sơ | bộ | bản | phiếu | đơn | đơn thư | tin | bài | tin bài |
    chuyên mục | ý kiến | kiến nghị | khiếu nại | tố cáo | vụ | vụ việc | vụ án | trường hợp | giấy phép |
    giấy phép tiến hành công việc bức xạ | chứng chỉ | giấy chứng nhận | giấy xác nhận | văn bằng | bằng |
    bằng khen | giấy khen | danh hiệu | giải | giải thưởng | giải pháp | sáng kiến | mô hình | tiêu chuẩn |
    quy chuẩn | tiêu chí | chỉ tiêu | chỉ số | nhóm chỉ tiêu | nội dung | nhóm nhiệm vụ | nhiệm vụ |
    nhiệm vụ trọng tâm | công việc | việc | đầu việc | đề tài | dự án | hạng mục | công trình | gói thầu |
    sản phẩm | dịch vụ | dịch vụ công | lĩnh vực | kết luận | nhãn hiệu | sáng chế | kiểu dáng |
    kiểu dáng công nghiệp | chỉ dẫn địa lý | giải pháp hữu ích | thương hiệu | câu hỏi | tài liệu | ấn phẩm |
    tác phẩm | video | clip | tạp chí | cuốn | đầu sách | trang | cơ sở dữ liệu
    """
_MEETINGS = """
    cuộc | cuộc thanh tra | cuộc kiểm tra | cuộc họp | đoàn | đoàn thanh tra | đoàn kiểm tra | hội đồng |
    hội nghị | hội thảo | tọa đàm | cuộc thi | lớp | lớp tập huấn | lớp đào tạo | khóa | khóa đào tạo | buổi |
    phiên | kỳ họp | đợt | chuyến | lượt | lần | lượt người | lượt khách | ca | chuyên đề | sự kiện | hoạt động |
    điểm cầu | điểm | ban chỉ đạo | tổ công tác | tổ | đội | nhóm | đợt kiểm tra
    """
_PEOPLE = """
    người | cá nhân | học viên | cán bộ | công chức | viên chức | cán bộ, công chức |
    cán bộ, công chức, viên chức | đối tượng | đại biểu | thành viên | chuyên gia | nhà khoa học | nhân viên |
    lao động | người lao động | học sinh | sinh viên | giáo viên | giảng viên | nông dân | đảng viên |
    đoàn viên | hội viên | hộ | hộ dân | hộ gia đình | hộ nghèo | hộ cận nghèo | khách | bệnh nhân | trẻ em |
    em | cháu | đồng chí | đ/c | đ.c | tác giả | biên chế | nhân khẩu | chủ nhiệm | thạc sĩ | tiến sĩ | thạc sỹ |
    tiến sỹ | kỹ sư | bị can | bị cáo | bị hại | nạn nhân | phạm nhân | phụ nữ | thanh niên | cử tri |
    tình nguyện viên |
    công dân | chiến sĩ
    """
_BODIES = """
    cơ quan | đơn vị | tổ chức | doanh nghiệp | cơ sở | hợp tác xã | htx | công ty | chi nhánh | trung tâm |
    viện | trường | trường học | bệnh viện | trạm | trạm y tế | phòng khám | phòng | sở | ban | ngành |
    địa phương | tỉnh | tỉnh, thành phố | huyện | huyện, thành phố | huyện, thị xã, thành phố | xã | phường |
    thị trấn | xã, phường | xã, phường, thị trấn | thôn | khu | khu công nghiệp | cụm công nghiệp | sở, ngành |
    sở, ban, ngành | quốc gia | sở, ban, ngành, địa phương | bộ, ngành | cơ quan, đơn vị | cơ quan, tổ chức |
    tổ chức, cá nhân | làng nghề | nước | cơ quan, đơn vị, địa phương | doanh nghiệp, tổ chức, cá nhân | hội |
    liên hiệp | chợ | cửa hàng | siêu thị | nhà máy | câu lạc bộ | chi bộ | đảng bộ | tổ chức đảng | ngân hàng |
    quỹ | phòng thí nghiệm | trang trại | startup | chi đoàn | chi hội | chi đội | liên đội | tổ hợp tác
    """
_THINGS = """
    mã số mã vạch | mã số |
    phương tiện đo | phương tiện | thiết bị | mẫu | mẫu phương tiện đo | máy | chiếc | cái | cột đo | cột bơm |
    cân | công tơ | đồng hồ | áp kế | liều kế | nguồn | nguồn phóng xạ | sản phẩm, hàng hóa | mặt hàng | lô |
    lô hàng | hệ thống | phần mềm | ứng dụng | nền tảng | website | trang thông tin điện tử | tài khoản |
    chữ ký số | máy tính | máy chủ | camera | thuê bao | tuyến | cây | con | chai | hộp | gói | túi | quyển |
    suất | phần | phần quà | kỹ thuật | công nghệ | giống | chủng | vùng | điểm du lịch | di tích | nhà | căn |
    xe | tàu | hầm | ao | giếng | hàng hóa | phép thử | chỉ số thành phần | bình | quả | tổ máy | bộ thiết bị |
    bộ chỉ số | bộ sản phẩm | liều | phép đo | chuẩn đo lường | quả cân | taximet | dữ liệu | bản ghi |
    tiết | tiết học | giao dịch | phản ánh | cuộc gọi | văn phòng | gcn
    """

HEADS = lexicon(_PAPERS, _MEETINGS, _PEOPLE, _BODIES, _THINGS)

# What the words of a noun run over although a comma, "và" or a verb stands in it.
RUNS = lexicon(
    """
    trực thuộc | dự bị | khoa học và công nghệ | khoa học, công nghệ và đổi mới sáng tạo | khoa học, công nghệ |
    kh, cn và đmst | khoa học - công nghệ | khoa học và kỹ thuật | bức xạ và hạt nhân |
    kiểm định, hiệu chuẩn và thử nghiệm | kiểm định, hiệu chuẩn, thử nghiệm | kiểm định, hiệu chuẩn |
    thanh tra, kiểm tra | xã hội và nhân văn | kinh tế - xã hội | khiếu nại, tố cáo | nhỏ và vừa | vừa và nhỏ |
    tiêu chuẩn, đo lường, chất lượng | các loại | tiêu chuẩn đo lường chất lượng |
    tổ chức khoa học và công nghệ | sơ kết, tổng kết | tổ chức, cá nhân | quy phạm pháp luật |
    áp dụng pháp luật | trực tuyến một phần | dịch vụ công trực tuyến | xã hội hóa | ứng dụng công nghệ |
    sản xuất thử nghiệm | sản xuất kinh doanh | sản xuất, kinh doanh | giáo dục và đào tạo |
    tài nguyên và môi trường | nông nghiệp và phát triển nông thôn | văn hóa, thể thao và du lịch |
    lao động, thương binh và xã hội | xây dựng nông thôn mới | quốc phòng, an ninh | an ninh, quốc phòng |
    nông, lâm, thủy sản | nông, lâm nghiệp | y tế, giáo dục | tư vấn tuyển chọn
    """
)

# Only the qualifier runs over these.
LATER_RUNS = lexicon(
    """
    chỉ đạo, điều hành | có liên quan | có thẩm quyền | có trình độ | sở, ban, ngành | sở, ngành | xã, phường |
    xã, phường, thị trấn | cơ quan, đơn vị | cơ quan, đơn vị, địa phương | sở, ban, ngành, địa phương |
    huyện, thị xã, thành phố | huyện, thành phố | cán bộ, công chức | cán bộ, công chức, viên chức | bộ, ngành
    """
)
