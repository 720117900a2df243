"""The words for types of papers, and the type word that stands before a number."""

import re
from dataclasses import dataclass

from sokhcn.reader.citing.plain import Plain

# Decree 30/2020/NĐ-CP, Article 7 and Annex III; Law on legal normative documents; papers of the Party; older types.
TYPES = (
    "Bản ghi nhớ", "Bản thỏa thuận", "Báo cáo", "Biên bản", "Bộ luật", "Chỉ thị", "Chương trình",
    "Chương trình hành động", "Chương trình phối hợp", "Công điện", "Công lệnh", "Công thư", "Công văn", "Dự án",
    "Đề án", "Điều lệ", "Giấy giới thiệu", "Giấy mời", "Giấy ủy quyền", "Hiến pháp", "Hợp đồng", "Hướng dẫn",
    "Kế hoạch", "Kế hoạch phối hợp", "Kết luận", "Lệnh", "Luật", "Nghị định", "Nghị quyết", "Nghị quyết liên tịch",
    "Pháp lệnh", "Phiếu báo", "Phiếu chuyển", "Phiếu gửi", "Phiếu trình", "Phương án", "Quy chế", "Quy chế phối hợp",
    "Quy định", "Quyết định", "Quyết định liên tịch", "Sắc lệnh", "Sắc luật", "Thông báo", "Thông cáo", "Thông tri",
    "Thông tư", "Thông tư liên bộ", "Thông tư liên tịch", "Thư công", "Tờ trình", "Văn bản", "Văn bản hợp nhất",
)  # fmt: skip
_BY_WORDS = {name.lower(): name for name in TYPES} | {"thông báo kết luận": "Thông báo"}
_LONGEST = 4
# Types that people call by the bare number: «Nghị quyết 57», «công văn số 1774».
NUMBERED = frozenset(
    "công điện|công văn|báo cáo|chỉ thị|hướng dẫn|kế hoạch|kết luận|nghị định|nghị quyết|pháp lệnh|quy định|quyết định|"
    "sắc lệnh|thông báo|thông tư|thông tư liên tịch|tờ trình|văn bản".split("|")
)
_WORD = re.compile(r"[^\W\d_]+|[^\s\w]|[\d_]+")
_NUMBER_WORD = re.compile(r"(?:(?<!\w)(?:có|mang)\s+)?(?<!\w)số\s*(?:hiệu\s*)?[:.]?\s*$")
_GAP = re.compile(r"\s+$")
_BACK = 110
_BETWEEN = 4  # so many small words may part type and «số»: Quyết định phê duyệt số 12/QĐ-UBND


@dataclass(frozen=True, slots=True)
class Kind:
    """A type word in front of a number: ``name`` in its normal form, where it starts, and what follows it."""

    name: str
    start: int
    end: int
    numbered: bool  # «số» stands between
    adjacent: bool  # nothing else does


def number_word(plain: Plain, at: int) -> int | None:
    """Where the «số» right before ``at`` starts."""
    start = max(0, at - 20)
    found = _NUMBER_WORD.search(plain.lower[start:at])
    return start + found.start() if found else None


def kind_before(plain: Plain, at: int) -> Kind | None:
    """The type word that governs the number at ``at``: the nearest, by its longest name."""
    so = number_word(plain, at)
    end = at if so is None else so
    start = max(0, end - _BACK)
    if so is None and not _GAP.search(plain.lower[start:end]):
        return None
    words = [(found[0], *found.span()) for found in _WORD.finditer(plain.lower, start, end)]
    for skipped in range(min(_BETWEEN, len(words)) + 1 if so is not None else 1):
        last = len(words) - skipped
        if skipped and not _small(plain, words[last]):
            return None
        if found_kind := _named(words[:last]):
            name, first = found_kind
            return Kind(name, words[first][1], words[last - 1][2], so is not None, skipped == 0)
    return None


def _small(plain: Plain, word: tuple[str, int, int]) -> bool:
    return word[0].isalpha() and (plain.text[word[1]].islower() or plain.text[word[1] : word[2]].isupper())


def _named(words: list[tuple[str, int, int]]) -> tuple[str, int] | None:
    for length in range(min(_LONGEST, len(words)), 0, -1):
        first = len(words) - length
        name = _BY_WORDS.get(" ".join(word for word, _, _ in words[first:]))
        if name and not (name in ("Luật", "Lệnh") and _inside_a_word(words, first)):
            return name, first
    return None


def _inside_a_word(words: list[tuple[str, int, int]], first: int) -> bool:
    return first > 0 and words[first - 1][0] in ("pháp", "quy", "kỷ", "mệnh", "bộ", "sắc", "điều")
