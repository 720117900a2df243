"""What a paragraph begins with: part, Roman or Arabic number, letter, dash; and how deep such a label stands."""

import re
from dataclasses import dataclass
from enum import IntEnum

from sokhcn.kernel.alphabet import LOWER, UPPER

ROMAN = r"(?:X{0,3}(?:IX|IV|V?I{1,3}|V)|X{1,3})"
LETTERED = "ABCD"
ORDINALS = ("NHẤT", "HAI", "BA", "TƯ", "BỐN", "NĂM", "SÁU", "BẢY", "TÁM")


class Depth(IntEnum):
    """How deep a label stands beside the others: a part holds chapters, a chapter Roman numbers, and so on down."""

    PART = 1
    CAPITAL = 2
    ROMAN = 3
    ARTICLE = 4
    ARABIC = 5
    ARABIC_2 = 6
    ARABIC_3 = 7
    LETTER = 8
    DASH = 9
    PLUS = 10


@dataclass(frozen=True, slots=True)
class Label:
    """``number`` is the label without its mark (``I``, ``1.1``, ``a``; of a dash the dash); ``size`` all its letters,
    the space behind it among them."""

    depth: Depth
    number: str
    size: int

    @property
    def order(self) -> int | None:
        """Which of its siblings it is, from 1; None where the label does not say."""
        last = self.number.rsplit(".", 1)[-1]
        if self.depth in (Depth.ARABIC, Depth.ARABIC_2, Depth.ARABIC_3, Depth.ARTICLE):
            return int(last)
        if self.number.isdecimal():
            return int(self.number)
        if self.depth is Depth.ROMAN or (self.depth is Depth.PART and re.fullmatch(ROMAN, last)):
            return _roman(last)
        if self.depth is Depth.PART and len(last) == 1 and last in LETTERED:
            return LETTERED.index(last) + 1
        if self.depth is Depth.PART:
            return int(last) if last.isdecimal() else ORDINALS.index(last) + 1
        alphabet = "abcdđeghiklmnopqrstuvxy"
        return alphabet.index(self.number) + 1 if self.number in alphabet and len(self.number) == 1 else None


# What a letter without its mark stands before: "A Báo cáo hoạt động". But "A Lưới" is a place.
TITLES = "Báo cáo|Đánh giá|Kết quả|Phương hướng|Nhiệm vụ|Đặc điểm|Tình hình|Mục đích|Nội dung|Nhận định|Kiểm điểm|Những"
_PARTS = re.compile(
    rf"(?:PHẦN|Phần|CHƯƠNG|Chương)\s+(?:THỨ|thứ)?\s*({ROMAN}|\d{{1,2}}|{'|'.join(ORDINALS)}|"
    rf"{'|'.join(word.lower() for word in ORDINALS)}|[{LETTERED}](?=\s*[.:)]|\s*$))(?![\w])\s*[.:\-–]?\s*"
)
_FORMS = (
    (
        Depth.CAPITAL,
        re.compile(rf"(?:MỤC|Mục)\s+({ROMAN}|\d{{1,2}})\s*(?:[.:]\s+(?=[{UPPER}])|[.:]?$|\s(?=[{UPPER}]{{2}}))"),
    ),
    (Depth.ARTICLE, re.compile(r"Điều\s+(\d{1,3})\s*[.:]\s*")),
    # below a part: I.1., A.2., I.1.1.
    (Depth.ARABIC_2, re.compile(rf"((?:{ROMAN}|[A-H])\.\d{{1,2}}\.\d{{1,2}})(?:[.):]\s*|\s+(?=[{UPPER}]))")),
    (Depth.ARABIC, re.compile(rf"((?:{ROMAN}|[A-H])\.\d{{1,2}})(?:[.):](?!\d)\s*|\s+(?=[{UPPER}]))")),
    (Depth.ROMAN, re.compile(rf"(?:\d{{1,2}}\.\s+)?(?!V/V)({ROMAN})\s*(?:[.):/]-?|[-–—](?=\s|[{UPPER}]))\s*")),
    (Depth.ROMAN, re.compile(rf"(l{{2,3}})\.\s+(?=[{UPPER}])")),  # ll. and lll. typed with small letters
    # copies of automatic numbers lose the mark: "II Nội dung kiểm tra:"
    (Depth.ROMAN, re.compile(rf"(I{{1,3}}|IV|VI{{0,3}}|IX)\s(?=[{UPPER}][^\W\d_])")),
    (Depth.ARABIC, re.compile(rf"([1-9]|1\d)\s(?=[{UPPER}][^\W\d_][^.:;]{{2,90}}:$)")),
    (Depth.CAPITAL, re.compile(rf"([{LETTERED}])\s(?=[{UPPER}]{{2,}}[\s,]+[{UPPER}]{{2,}}|(?:{TITLES})\s)")),
    (Depth.CAPITAL, re.compile(r"(?:\d{1,2}\.\s+)?([A-HK-UĐ])\s*(?:[.):]|/(?=\s)|/-|[-–—](?=\s))\s*")),
    (Depth.ARABIC_3, re.compile(rf"(\d{{1,2}}\.\d{{1,2}}\.\d{{1,2}}(?:\.\d{{1,2}})?)(?:[.):]\s*|\s+(?=[{UPPER}]))")),
    (
        Depth.ARABIC_2,
        re.compile(rf"(\d{{1,2}}\.\d{{1,2}})(?:[.):](?!\d)\s*|\s?[-–/]\s*(?=[{UPPER}][{LOWER}])|\s+(?=[{UPPER}]))"),
    ),
    (Depth.ARABIC, re.compile(rf"(\d{{1,2}})\s*(?:[.)](?!\d)|/-|/(?=\s)|[-–—](?=\s[{UPPER}]|[{UPPER}][{LOWER}]))\s*")),
    (Depth.LETTER, re.compile(rf"([a-zđ])\s*(?:[).](?=\s|[{UPPER}]))\s*")),
    (Depth.PLUS, re.compile(rf"([+*○o])\s+(?=\S)|([+])(?=[{UPPER}“\d])")),
    (Depth.DASH, re.compile(r"([-–—•●▪■➢✓·])\s*(?=[\w“\"(*])")),
)


def label_of(text: str) -> Label | None:
    """The label at the beginning of ``text``, or None. A quoted paragraph has none: it is somebody else's."""
    if found := _PARTS.match(text):
        return Label(Depth.PART, found[1].upper(), found.end())
    for depth, pattern in _FORMS:
        if found := pattern.match(text):
            number = next(group for group in found.groups() if group is not None)
            number = number.replace("l", "I") if depth is Depth.ROMAN else number
            return Label(depth, number, found.end())
    return None


def _roman(number: str) -> int:
    values = {"I": 1, "V": 5, "X": 10}
    digits = [values[letter] for letter in number]
    return sum(-d if any(d < later for later in digits[n + 1 : n + 2]) else d for n, d in enumerate(digits))
