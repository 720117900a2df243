"""The words for types of papers, and the type word that stands before a number."""

import re
from dataclasses import dataclass
from types import MappingProxyType

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
_SHORT = MappingProxyType({
    "thông báo kết luận": "Thông báo", "qđ": "Quyết định", "nđ": "Nghị định", "nq": "Nghị quyết", "cv": "Công văn",
    "kh": "Kế hoạch", "ttlt": "Thông tư liên tịch",
})  # fmt: skip
# Letters that mean other things as well (TT is also a running number): a type only before a whole code.
_LETTERS = MappingProxyType({
    "tt": "Thông tư", "ct": "Chỉ thị", "hd": "Hướng dẫn", "tb": "Thông báo", "bc": "Báo cáo", "kl": "Kết luận",
    "ttr": "Tờ trình", "vb": "Văn bản",
})  # fmt: skip
_BY_WORDS = MappingProxyType({name.lower(): name for name in TYPES} | _SHORT | _LETTERS)
_LAST_WORDS = frozenset(name.split()[-1] for name in _BY_WORDS)
_LONGEST = 4
# Types that people call by the bare number: «Nghị quyết 57», «công văn số 1774».
NUMBERED = (
    "Báo cáo", "Chỉ thị", "Chương trình", "Chương trình hành động", "Công điện", "Công văn", "Hướng dẫn", "Kế hoạch",
    "Kết luận", "Nghị định", "Nghị quyết",
    "Pháp lệnh", "Quy định", "Quyết định", "Sắc lệnh", "Thông báo", "Thông tư", "Thông tư liên tịch", "Tờ trình",
    "Văn bản",
)  # fmt: skip
_OPENERS = "([“\"'*-+•:;,/"
_COMPOUNDS = ("pháp", "quy", "kỷ", "mệnh", "điều")  # kỷ luật, mệnh lệnh are no papers
_NUMBER_WORD = re.compile(r"(?:(?<!\w)(?:có|mang)\s+)?(?<!\w)(?:số\s+){0,2}số\s*(?:hiệu\s*)?[:.]?\s*$")
_BACK = 64
_BETWEEN = 4  # so many small words may part type and «số»: Quyết định phê duyệt số 12/QĐ-UBND


@dataclass(frozen=True, slots=True)
class Kind:
    """A type word in front of a number: ``name`` in its normal form, where it starts, and what follows it."""

    name: str
    start: int
    end: int
    numbered: bool  # «số» stands between
    adjacent: bool  # nothing else does
    lettered: bool = False  # letters that may mean something else


def number_word(plain: Plain, at: int) -> int | None:
    """Where the «số» right before ``at`` starts."""
    start = max(0, at - 20)
    if plain.lower.find("số", start, at) < 0:
        return None
    found = _NUMBER_WORD.search(plain.lower[start:at])
    return start + found.start() if found else None


def kind_before(plain: Plain, at: int) -> Kind | None:
    """The type word that governs the number at ``at``: the nearest, by its longest name."""
    so = number_word(plain, at)
    end = at if so is None else so
    while end and plain.lower[end - 1] in (" " if so is not None else " :"):
        end -= 1  # «các Thông tư: 07/2014/TT-BKHCN, …»
    start = max(0, end - _BACK)
    if so is None and (end == at or not _plausible(plain.lower[start:end])):
        return None
    words = plain.lower[start:end].split()[-_LONGEST - _BETWEEN :]
    for skipped in range(min(_BETWEEN, len(words)) + 1 if so is not None else 1):
        last = len(words) - skipped
        if skipped and not words[last].isalpha():
            return None
        if named := _named(words[:last]):
            name, count = named
            until = _back(plain, words[last:], end) if skipped else end
            if skipped and not _small(plain.text[until:end]):
                return None
            until = start + len(plain.lower[start:until].rstrip())
            first = _back(plain, words[last - count : last], until)
            first += len(words[last - count]) - len(words[last - count].lstrip(_OPENERS))
            lettered = plain.lower[first:until] in _LETTERS
            if lettered and not plain.text[first:until].isupper() and plain.text[first:until] != "TTr":
                return None
            return Kind(name, first, until, so is not None, skipped == 0, lettered)
    return None


def _back(plain: Plain, words: list[str], end: int) -> int:
    """Where the words start that end before ``end``."""
    for word in reversed(words):
        end = plain.lower.rfind(word, 0, end)
    return end


def _plausible(before: str) -> bool:
    """Whether a type word can end right there, told in little time: most numbers follow something else."""
    return (before.rsplit(None, 1)[-1:] or [""])[0].lstrip(_OPENERS) in _LAST_WORDS


def _small(between: str) -> bool:
    """Whether the words are part of no name: all small, or all large as in a heading."""
    return between.islower() or between.isupper()


def _named(words: list[str]) -> tuple[str, int] | None:
    """The type that the words end with, and in how many of them."""
    for count in range(min(_LONGEST, len(words)), 0, -1):
        tried = words[-count:]
        name = _BY_WORDS.get(" ".join([tried[0].lstrip(_OPENERS), *tried[1:]]))
        if name and not (name in ("Luật", "Lệnh") and "".join(words[-count - 1 : -count]) in _COMPOUNDS):
            return name, count
    return None
