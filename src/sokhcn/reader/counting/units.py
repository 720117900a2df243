"""The unit behind a number: per cent, money, a physical or time unit, a scale word, or one unit for another."""

import re
from types import MappingProxyType
from typing import NamedTuple

from sokhcn.document.understood import CountKind

_SCALES = MappingProxyType(
    {"chục": 10, "trăm": 100, "nghìn": 1_000, "ngàn": 1_000, "vạn": 10_000, "ty": 1_000_000_000, "triệu": 1_000_000, "tr": 1_000_000}
    | {"tỷ": 1_000_000_000, "tỉ": 1_000_000_000}
)
_PERCENT = r"%|‰|(?:điểm\s+)?phần\s+trăm|điểm\s?%"
_MONEY = (
    r"đồng|VNĐ|VND|vnđ|vnd|đ|Đ|USD|usd|US\$|\$|đô\s+la(?:\s+Mỹ)?|EUR|Euro|euro|ơ-rô|JPY|yên\s+Nhật|KRW|nhân\s+dân\s+tệ"
)
_LENGTHS = r"km²|km2|m²|m2|m³|m3|cm²|cm2|cm3|km|cm|mm|nm|µm|ha|héc-ta|héc\s?ta|hecta|mét\s+vuông|mét\s+khối|mét|m|hải\s+lý|sào"
_MASSES = r"tấn|tạ|yến|kg|mg|µg|g|gam|lít|l|ml|TEU"
_POWERS = (
    r"kWh|KWh|MWh|GWh|kWp|MWp|kVA|MVA|kV|kW|KW|MW|GW|Wh|W|V|mA|A|Hz|kHz|MHz|GHz|Gbps|Mbps|Kbps|Tbps|GB|MB|TB|KB|dB|lux|Pa|kPa|MPa|bar"
    r"|mSv|µSv|μSv|Sv|mGy|Gy|kBq|MBq|GBq|TBq|Bq|Ci|°C|oC|ºC|độ\s+C|độ"
)
_TIMES = (
    r"ngày\s+làm\s+việc|ngày\s+công|giờ\s+làm\s+việc|giờ|phút|giây|ngày|tuần\s+lễ|tuần|tháng|năm|thập\s+kỷ|thế\s+kỷ|tiếng|tuổi|năm\s+tuổi"
)
_MEASURE = rf"{_LENGTHS}|{_MASSES}|{_POWERS}|{_TIMES}|điểm(?!\s+(?:du|bưu|cầu|trường|đến|bán|dân|giao|kinh|truy|nóng|mới|cung))"
# What stands after "/" of a rate.
_PER = rf"(?:{_MEASURE}|người|hộ|lao\s+động|học\s+sinh|em|lượt|vụ|tháng|quý|lớp|xã|đơn\s+vị|dân|cháu|con|cây|sản\s+phẩm|tổ|hồ\s+sơ|đồng|trẻ|1000|1\.000|100|vạn)"
_SCALE = r"(?:ty(?=\s+đồng)|chục|trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ|tr(?=\.?\s?đ))"
_AFTER = re.compile(
    rf"\s?(?:(?P<percent>{_PERCENT})"
    rf"|(?P<scale>{_SCALE}(?:\s+{_SCALE})?)?\.?\s?(?:(?P<money>{_MONEY})|(?P<measure>{_MEASURE}))(?!\w))"
)
_ONLY_SCALE = re.compile(rf"\s?(?P<scale>{_SCALE}(?:\s+{_SCALE})?)(?!\w)")
_RATE = re.compile(rf"\s?/\s?(?:[0-9]+\s?)?{_PER}(?!\w)")
# Where the words go on so, they are no unit: "05 năm học", "3 ngày hội", "12 tháng 9", "3 m (trừ …)".
_NO_UNIT = re.compile(
    r"\s+(?:học(?!\s+tập)|hội|lễ|sinh|thi\s|chủ|vườn|bảo\s+hiểm)|\s+(?:mẫu|tuổi)|\s?[&]"
)


class Unit(NamedTuple):
    """What stands behind a number, up to ``end``. Without ``kind`` it is a scale word alone: what it counts follows."""

    end: int
    kind: CountKind | None
    scale: int = 1


def unit(text: str, at: int, end: int) -> Unit | None:
    """The unit that begins at ``at`` in ``text``, the longest one, before ``end``."""
    after = _AFTER.match(text, at, end)
    if after is None or (after["measure"] and _NO_UNIT.match(text, after.end())):
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


def _times(words: str | None) -> int:
    times = 1
    for word in (words or "").split():
        times *= _SCALES[word]
    return times


