"""The unit behind a number: per cent, money, a physical or time unit, a scale word, or one unit for another."""

import re
from types import MappingProxyType
from typing import NamedTuple

from sokhcn.document.understood import CountKind
from sokhcn.reader.counting.tokens import words

_SCALES = MappingProxyType(
    {"chục": 10, "trăm": 100, "nghìn": 1_000, "ngàn": 1_000, "vạn": 10_000}
    | {"triệu": 1_000_000, "tr": 1_000_000, "tỷ": 1_000_000_000, "tỉ": 1_000_000_000, "ty": 1_000_000_000}
)


def _any(written: str) -> str:
    """A pattern for a list "a | b | c", the longest first."""
    return "|".join(re.escape(each).replace(r"\ ", r"\s+") for each in sorted(words(written), key=len, reverse=True))


_PERCENT = _any("% | ‰ | phần trăm | điểm phần trăm | điểm % | điểm%")
_MONEY = _any(
    "đồng | ĐỒNG | Đồng | VNĐ | VND | vnđ | vnd | đ | Đ | USD | usd | US$ | $ | đô la | đô la Mỹ | EUR | Euro | euro"
    "| JPY | yên Nhật"
    "| KRW | nhân dân tệ"
)
_MEASURE = _any(
    "km² | km2 | m² | m2 | m³ | m3 | cm² | cm2 | cm3 | km | cm | mm | nm | µm | ha | héc-ta | héc ta | hecta"
    "| mét vuông | mét khối | mét | m | hải lý | sào | tấn | tạ | yến | kg | mg | µg | g | gam | lít | l | ml | TEU"
    "| kWh | KWh | MWh | GWh | kWp | MWp | kVA | MVA | kV | kW | KW | MW | GW | Wh | W | V | mA | A | Hz | kHz | MHz"
    "| GHz | Gbps | Mbps | Kbps | Tbps | GB | MB | TB | KB | dB | lux | Pa | kPa | MPa | bar"
    "| mSv | µSv | μSv | Sv | mGy | Gy | kBq | MBq | GBq | TBq | Bq | Ci | °C | oC | ºC | độ C | độ"
    "| ngày làm việc | ngày công | giờ làm việc | giờ | phút | giây | ngày | tuần lễ | tuần | tháng | năm | thập kỷ"
    "| thế kỷ | tiếng | tuổi | năm tuổi | điểm"
)
# What stands behind "/" of a rate.
_PER = _any(
    "người | hộ | lao động | học sinh | em | lượt | vụ | quý | lớp | xã | đơn vị | dân | cháu | con | cây | sản phẩm"
    "| tổ | hồ sơ | đồng | trẻ | suất | nhà | tiết | buổi | trường | thôn | huyện | tỉnh | chi bộ | cơ sở | bộ | cái"
    "| chiếc | đợt | cuộc | kỳ | bài | ca | khẩu | nhân khẩu | đối tượng | doanh nghiệp | đồng chí | đ/c | HS | GV"
    "| cán bộ | công chức | viên chức"
    "| học viên | sinh viên | hội viên | giáo viên | vạn dân | 1000 | 1.000 | 100 | 10.000 dân | 1.000 dân | 100 dân"
)
_SCALE = r"(?:ty(?=\s+đồng)|chục|trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ|tr(?=\.?\s?đ))"
_TIMES_OF = rf"(?P<scale>{_SCALE}(?:\s+{_SCALE})?)"
_AFTER = re.compile(
    rf"\s?(?:(?P<percent>{_PERCENT})|(?:{_TIMES_OF}\.?\s?)?(?:(?P<money>{_MONEY})|(?P<measure>{_MEASURE}))(?!\w))"
)
_ONLY_SCALE = re.compile(rf"\s?{_TIMES_OF}(?!\w)")
_RATE = re.compile(rf"\s?/\s?(?:{_PER}|{_MEASURE})(?!\w)")
# Where words go on so, they are no unit: "05 năm học", "3 ngày hội", "63 điểm cầu", "12 độ tuổi", "3 A&B".
_NO_UNIT = re.compile(
    r"\s+(?:học(?!\s+tập)|hội|lễ|sinh|thi|chủ|vườn|bảo\s+hiểm|mẫu|tuổi)(?!\w)|\s?&"
    r"|(?<=[đĐ])[/.]c(?!\w)"  # "48 đ/c" are comrades
    r"|(?<=đồng)\s+(?:hồ|bộ|bào|chí)(?!\w)|(?<=điểm)\s+(?:du|bưu|cầu|trường|đến|bán|dân|giao|kinh|truy|nóng|mới|cung)(?!\w)"
)


class Unit(NamedTuple):
    """What stands behind a number, up to ``end``. Without ``kind`` it is a scale word alone: what it counts follows."""

    end: int
    kind: CountKind | None
    scale: int = 1


def unit(text: str, at: int, end: int) -> Unit | None:
    """The unit that begins at ``at`` in ``text``, the longest one, before ``end``."""
    after = _AFTER.match(text, at, end)
    if after is None or (not after["percent"] and _NO_UNIT.match(text, after.end())):
        alone = _ONLY_SCALE.match(text, at, end)
        return Unit(alone.end(), None, _times(alone["scale"])) if alone else None
    kind = CountKind.PERCENT if after["percent"] else CountKind.MONEY if after["money"] else CountKind.MEASURE
    reached = per(text, after.end(), end)
    return Unit(reached, CountKind.RATE if reached > after.end() else kind, _times(after["scale"]))


def per(text: str, at: int, end: int) -> int:
    """Where what follows "/" ends (người/km2, triệu đồng/người/năm): ``at`` itself where there is none."""
    while rate := _RATE.match(text, at, end):
        at = rate.end()
    return at


def _times(scale: str | None) -> int:
    times = 1
    for word in (scale or "").split():
        times *= _SCALES[word]
    return times
