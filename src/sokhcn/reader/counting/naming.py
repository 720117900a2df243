"""Numbers that name or place a thing by the word before them: Điều 12, tháng 5, thứ 3, Đề án 06, lớp 10."""

import re
from collections.abc import Sequence

from sokhcn.reader.counting.nouns import known
from sokhcn.reader.counting.tokens import SIGN, WORD, Token, lexicon, matched, words
from sokhcn.reader.counting.units import Unit

# Behind these a number never counts.
_ALWAYS = words(
    """
    số | ngày | tháng | quý | khóa | thứ | điều | khoản | chương | bảng | biểu | hình | trang | phiên | đường |
    hẻm | ngõ | ngách | kiệt | thửa | quận | lộ | nhiệm kỳ | niên | tiểu mục | mục | phụ lục | iso | tcvn |
    qcvn | đlvn | iec | tckt | astm | covid | sars | haccp | oecd | fax | tel | đt | mst | nghị định | thông tư |
    luật | công văn | quyết định | nghị quyết | chỉ thị | tờ trình | kết luận | văn bản | giai đoạn | năm học |
    phiên bản | điện thoại | quốc lộ | tỉnh lộ | trung ương | hotline | mã | ký hiệu | khu phố | tổ dân phố |
    ấp | thôn | quân khu | vị trí | lần thứ | công nghiệp | thế hệ | tuần
    """
)
# Behind these it counts only where a unit or a noun of the lexicon follows: "cấp 02 giấy phép", "trường cấp 2 ở huyện".
_MOSTLY = words(
    """
    cấp | loại | nhóm | mức | mức độ | cấp độ | hạng | tổ | đội | khối | phòng | đoàn | mẫu | điểm | phần | lần |
    chương trình | đề án | dự án | kế hoạch | lớp | tiết | bài | bước | tầng | cụm | vùng | khu | đợt | kỳ |
    bậc | nhà | trạm | trường | tuyến | xã | phường | km | giờ | lô | tập | giải | mũi | liều | năm
    """
)
# "mỗi tháng 12 hồ sơ", "tổng số 30 nhiệm vụ" count all the same.
_EACH = words("mỗi | một | quân | hằng | hàng")
_TOTAL = words("hệ | tổng | trong | trên | dân | quân | sĩ | sỹ | doanh")
_CALENDAR = words("ngày | tháng | tuần")
_CALENDAR_NUMBER = re.compile(r"[0-3]?[0-9]")
_CLOCK = words("lúc | vào | hồi")
_PERIODS = range(2, 12)
_LASTING = words(
    """
    hạn | tù | đủ | dưới | trên | hơn | gần | từ | đến | khoảng | là | đa | nhất | dài | tới | thiểu | quá |
    sau | mỗi | vòng | trước | định | được | thêm | còn
    """
)
_SINCE = words("kể | liên | liền | trở | kinh | tuổi")
_LEVELS = lexicon("cấp")
_SCHEMES = words("đề án | dự án | tiểu dự án | hợp phần")
_GOVERNMENT = lexicon("địa phương | chính quyền")
_PLANS = lexicon("kế hoạch | trung hạn | nghị quyết | chiến lược")
# The end of a longer word, and no village, section or level.
_INNER = ("nông thôn", "thư mục", "danh mục", "hạng mục", "chuyên mục", "trung cấp", "sơ cấp", "cao cấp")
_STRETCHES = ("tháng", "quý", "năm")
_PAST = lexicon("đầu | cuối | qua | vừa qua | gần đây")


def names(line: Sequence[Token], at: int, after: int, unit: Unit | None) -> bool:
    """Whether the number at ``line[at]`` names a thing; ``line[after]`` is what follows it, ``unit`` its unit."""
    if at == 0 or line[at - 1].kind != WORD:
        return False
    if matched(_LEVELS, line, after) and at > 1 and matched(_GOVERNMENT, line, at - 2):
        return True  # the form of government is called so
    if _is_scheme(line, at) and after < len(line) and line[after].capital:
        return True  # Ban Điều hành Đề án 4 Bộ Tư pháp
    counted = (unit is not None and not _is_lettered(line, at)) or known(line, after)
    return _behind(line, at, counted) or (not counted and _is_proper(line, at))


def _is_scheme(line: Sequence[Token], at: int) -> bool:
    return at > 1 and line[at - 2].capital and f"{line[at - 2].low} {line[at - 1].low}" in _SCHEMES


def _is_lettered(line: Sequence[Token], at: int) -> bool:
    """ "lớp 1A", "quốc lộ 27B": one capital letter stuck to the number is no unit there."""
    if at + 1 >= len(line):
        return False
    after = line[at + 1]
    return after.capital and after.start == line[at].end and after.end == after.start + 1


def _behind(line: Sequence[Token], at: int, counted: bool) -> bool:
    last = line[at - 1].low
    before = line[at - 2].low if at > 1 else ""
    if last in _CLOCK and counted:
        return line[min(at + 1, len(line) - 1)].low == "giờ"
    two = f"{before} {last}"
    if two in _INNER:
        return False
    if last in _CALENDAR and not _CALENDAR_NUMBER.fullmatch(line[at].low):
        return False  # "9 tháng 20,8 tỷ đồng"
    if two in _ALWAYS or last in _ALWAYS:
        return before not in (_TOTAL if last == "số" else _EACH)
    summed = before == "số" and at > 2 and line[at - 3].low == "tổng"  # tổng số lớp 17
    return not counted and not summed and (two in _MOSTLY or last in _MOSTLY) and before not in _EACH


def _is_proper(line: Sequence[Token], at: int) -> bool:
    """Behind a word with a capital inside a sentence: "Đề án 06", "Việt Nam 2030"."""
    last = line[at - 1]
    if not last.capital:
        return False
    return at > 1 and line[at - 2].kind != SIGN


def is_period(line: Sequence[Token], at: int, raw: str, unit: str, behind: int) -> bool:
    """ "6 tháng" of a report, "kế hoạch 5 năm": a stretch of the calendar that has a name, not a duration."""
    last = line[at - 1].low if at else ""
    if unit in _STRETCHES and matched(_PAST, line, behind):
        return True  # sáu tháng đầu năm, mười năm qua
    if unit == "tháng" and at > 1 and line[at - 1].capital and line[at - 2].kind == WORD:
        return False  # học tập tại Nhật Bản 06 tháng
    if unit == "tháng":
        goes_on = behind < len(line) and line[behind].low in _SINCE
        return raw.isdigit() and int(raw) in _PERIODS and last not in _LASTING and not goes_on
    if unit == "năm" and at:
        return bool(matched(_PLANS, line, at - 1) or (at > 1 and matched(_PLANS, line, at - 2)))
    return False
