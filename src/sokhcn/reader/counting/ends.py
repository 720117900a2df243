"""Words at which a counted noun ends, and words with which no counted noun begins."""

from sokhcn.reader.counting.tokens import lexicon

_PREPOSITIONS = """
    về | của | thuộc | tại | trong | trên | dưới | cho | với | từ | đến | tới | đối với | theo | do | bởi | ở |
    giữa | nhằm | để | khi | sau | trước | như | qua | thông qua | bằng | vào | ra | vì | so với | so | chia ra |
    chia | trở lên | tết | trở xuống | kể từ | tính đến | tính | gồm | bao gồm | trong đó | cụ thể | ngoài |
    cùng | cùng kỳ | giai đoạn | năm | tháng | quý | tuần | ngày | hôm | lúc | mỗi | hằng năm | hàng năm | dịp |
    vượt | mà | trị giá
    """
_HELPERS = """
    được | bị | đã | đang | sẽ | cần | phải | có | không | chưa | là | đều | vẫn | còn | cũng | chỉ | lại | này |
    đó | kia | ấy | trên đây | sau đây | nói trên | nêu trên | như sau | rồi | nữa | thì | nhưng | song |
    tuy nhiên | nên | nếu | và | hoặc | hay | đồng thời | vừa | cả | các | những | mọi | một | nhiều | ít | lên |
    xuống | cao hơn | thấp hơn | hơn | nhất | chiếm | đạt | ước | ước đạt | tăng | giảm | ứng với | tương ứng
    """
_VERBS = """
    thực hiện | triển khai | hoàn thành | tham gia | tham dự | hỗ trợ | chỉ đạo | phục vụ | áp dụng | đăng ký |
    tổ chức | xây dựng | ban hành | tiếp nhận | giải quyết | xử lý | phê duyệt | đề nghị | đề xuất | tiến hành |
    phối hợp | liên quan | hưởng ứng | sử dụng | vi phạm | kinh doanh | nộp | trả | gửi | nhận | cấp phép |
    đóng | tiếp tục | duy trì | hình thành | thành lập | giải thể | quản lý | theo dõi | kiểm tra | thanh tra |
    giám sát | đánh giá | nghiệm thu | bàn giao | chuyển giao | công bố | công nhận | thẩm định | trình |
    tham mưu | báo cáo | phát triển | nâng cao | tăng cường | đẩy mạnh | khai thác | vận hành | thu hút |
    đầu tư | ứng dụng | đổi mới | hướng dẫn | tuyên truyền | phổ biến | tập trung | đáp ứng | đảm bảo | bảo đảm |
    gắn với | thể hiện | tạo | làm | lập | đưa | giúp | góp phần | nêu | gây | mang | giao | thu | chi |
    xử phạt | phạt | thuê | mua | thuộc diện | kéo dài | hết hạn | quá hạn | trễ hạn | đúng hạn | trước hạn |
    đúng và trước hạn | chờ | gia hạn | hiện có | hiện nay | hiện | mới được | chậm | tự nguyện | ký kết | ký |
    cam kết | trúng tuyển | đoạt
    """

ENDS = lexicon(_PREPOSITIONS, _HELPERS, _VERBS)

# A qualifier goes on over these: "nhiệm vụ | của ngành", "nhiệm vụ | hỗ trợ hệ sinh thái", "văn bản | được ban hành".
JOINS = lexicon("về | của | thuộc | được | do | năm", _VERBS)

# And it stops at these.
CLOSES = lexicon(
    """
    cho | cần | nhằm | để | đã | đang | sẽ | có | gồm | bao gồm | trong đó | cụ thể | đạt | tăng | giảm | chiếm |
    bằng | với | tại | ở | trên | từ | đến | theo | khi | sau | trước | nên | nhưng | là | như | so với | so |
    không | chưa | phải | đều | vẫn | còn | góp phần | tập trung | qua | trong | đồng thời | tuy nhiên
    """
)

# With these no counted thing begins, but a part whose noun is left out may: "23 hoàn thành", "15 đúng hạn".
ELIDED = lexicon(
    """
    hoàn thành | đạt | không đạt | đúng hạn | trước hạn | quá hạn | trễ hạn | đúng và trước hạn | chuyển tiếp |
    đã | đang | chưa | được | không | còn | mới | cấp | thuộc | thực hiện | nghiệm thu | nam | nữ | do | về |
    của | ở | tại | trong hạn | trong số đó | trong số này | là | đăng ký | loại
    """
)

# No thing is counted with these behind a number: "2 x 110 MW", "3 sạch", "4 tốt".
NO_NOUNS = lexicon("x | × | sạch | đảm | tốt | rõ | dám")
