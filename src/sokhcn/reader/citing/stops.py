"""Words at which the name of an agency ends, and words with which the subject of a paper begins."""

import re

# What a paper does: its subject begins so, with a small letter or a capital (… của UBND tỉnh Quy định chức năng …).
DEEDS = (
    "ban hành", "bãi bỏ", "báo cáo", "bổ nhiệm", "bổ sung", "cấp", "chấn chỉnh", "chấp thuận", "cho phép",
    "cho ý kiến", "chỉ đạo", "công bố", "công nhận", "đề nghị", "đẩy mạnh", "điều chỉnh", "đính chính", "gia hạn",
    "giải thể", "giao", "góp ý", "hỗ trợ", "hợp nhất", "hủy bỏ", "hướng dẫn", "kết luận", "kiểm tra", "kiện toàn",
    "lấy ý kiến", "phân bổ", "phân cấp", "phân công", "phát động", "phát triển", "phê chuẩn", "phê duyệt", "phối hợp",
    "quy định", "qui định", "quyết định", "rà soát", "sáp nhập", "sửa đổi", "tăng cường", "thanh tra", "thay thế",
    "thành lập", "thông báo", "thông qua", "thu hồi", "thực hiện", "tiếp tục", "tổ chức", "trả lời", "triển khai",
    "ủy quyền", "xác nhận", "xin ý kiến", "xử lý", "xử phạt", "yêu cầu",
)  # fmt: skip
_ABOUT = ("về việc", "về", "v/v")
# Two syllables that no name of an agency goes on with, besides the deeds.
_VERBS = (
    "biểu dương", "căn cứ", "chủ trì", "cung cấp", "đánh giá", "đồng ý", "ghi nhận", "kèm theo", "khen thưởng",
    "kính gửi", "làm việc", "nghiên cứu", "nhất trí", "tham gia", "tham mưu", "tiến hành", "tổng hợp", "trên địa bàn",
    "xem xét", "xây dựng", "đồng thời", "quán triệt", "nghiêm túc", "cụ thể", "trực thuộc", "liên quan", "chức năng",
    "hiện hành", "hiện nay", "trước đây", "vừa qua",
)  # fmt: skip
_PARTICLES = (
    "bằng", "bị", "các", "cần", "cấp", "cho", "chưa", "có", "còn", "cũng", "cùng", "do", "đang", "để", "đến", "đã",
    "được", "giai", "gồm", "gửi", "hoặc", "hay", "kể", "khi", "không", "ký", "là", "lần", "luôn", "mà", "mới", "năm",
    "này", "nên", "nếu", "ngày", "nhằm", "như", "những", "nói", "nêu", "ở", "phải", "qua", "ra", "sau", "sẽ", "số",
    "tại", "tháng", "theo", "thì", "thuộc", "tới", "trên", "trình", "trong", "từ", "và", "vào", "vẫn", "về", "vì",
    "việc", "với", "vừa",
)  # fmt: skip


def _any(words: tuple[str, ...]) -> str:
    return "|".join(sorted((word.replace(" ", r"\s+") for word in words), key=len, reverse=True))


OPENING = re.compile(rf"(?:{_any(_ABOUT + DEEDS)})(?=\s+[^\W\d_]|\s*[“\"]|\s+\d)")
VERB = re.compile(rf"(?:{_any(tuple(deed for deed in DEEDS + _VERBS if ' ' in deed))})(?!\w)")
PARTICLE = re.compile(rf"(?:{_any(_PARTICLES)}|giao|v/v)(?!\w)")
