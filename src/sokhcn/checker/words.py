"""Words with their places, and what is known about capitals: which words begin proper names and which never do."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sokhcn.checker.subject import Subject
from sokhcn.document.letters import Span

WORD = re.compile(r"[^\W\d_]+")
SENTENCE_STARTS = '.!?…:“"\n'
# Two words with which no proper name begins: in the middle of a sentence the first takes no capital.
COMMON = frozenset(
    {
        "tình hình", "ứng phó", "kiểm định", "phương hướng", "tiến hành", "công tác", "phối hợp", "chỉ đạo",
        "triển khai", "thực hiện", "xây dựng", "tổ chức", "tham mưu", "tăng cường", "đẩy mạnh", "tiếp tục",
        "hàng đóng", "hàng hóa", "hàng hoá", "hướng dẫn", "hỗ trợ", "rà soát", "đánh giá", "kết quả", "nhiệm vụ",
        "giải pháp", "kinh phí", "hoạt động", "quản lý", "đề xuất", "phê duyệt", "ban hành", "nghiệm thu",
        "thử nghiệm", "hiệu chuẩn", "tập huấn", "đào tạo", "tuyên truyền", "phổ biến", "kiểm tra", "thanh tra",
        "doanh nghiệp", "cơ sở", "thiết bị", "phương tiện", "sản phẩm", "chất lượng", "đo lường",
        "nâng cao", "bảo đảm", "đảm bảo", "góp phần", "qua đó", "trong đó", "bên cạnh", "ngoài ra", "nhằm nâng",
        "các đợt", "các nhiệm", "các đơn", "các sở", "các cơ", "một số", "một phần", "đồng thời", "theo dõi",
        "cập nhật", "khắc phục", "xử lý", "giải quyết", "tiếp nhận", "thẩm định", "cấp phép", "gia hạn",
        "thương mại", "đổi mới", "sáng tạo", "ứng dụng", "chuyển giao", "nghiên cứu", "phát triển",
    }
)  # fmt: skip
# Words of papers and permits: they take a capital themselves, and lend none to what follows.
KINDS = frozenset(
    {"giấy", "phép", "chứng", "chỉ", "kế", "hoạch", "quyết", "định", "nghị", "báo", "cáo", "chương", "trình"}
)
# Heads behind which a capital is part of the name: Trung tâm Thương mại, Sở Khoa học và Công nghệ.
HEADS = frozenset(
    {
        "bộ", "sở", "ban", "cục", "vụ", "viện", "tổng cục", "chi cục", "trung tâm", "phòng", "văn phòng", "hội",
        "trường", "học viện", "công ty", "tập đoàn", "ngân hàng", "quỹ", "liên hiệp", "hiệp hội", "ủy ban",
        "nhà máy", "bệnh viện", "phòng khám", "hợp tác xã", "luật", "bộ luật", "ngày",
    }
)  # fmt: skip
NEAR = 3
LONGEST_WORD = 60  # letters


@dataclass(frozen=True, slots=True)
class Word:
    """A word of letters; ``starts`` says that a sentence, a quotation or a paragraph begins with it."""

    span: Span
    text: str
    starts: bool

    @property
    def is_capital(self) -> bool:
        return self.text[0].isupper() and not (len(self.text) > 1 and self.text.isupper())


def words(subject: Subject, span: Span) -> tuple[Word, ...]:
    """The words in ``span``, a paragraph. A label and what follows it at once begin it."""
    return tuple(_words(subject.flow, span))


def _words(text: str, span: Span) -> Iterator[Word]:
    last = span[0]
    first = True
    for found in WORD.finditer(text, *span):
        between = text[last : found.start()]
        starts = first or any(mark in between for mark in SENTENCE_STARTS) or between.strip() == "-"
        yield Word(found.span(), found[0], starts)
        first, last = False, found.end()


def word_start(text: str, place: int) -> int:
    """Where the word before ``place`` begins; what is longer than any word is cut."""
    first = max(place - LONGEST_WORD, 0)
    return max(text.rfind(" ", first, place) + 1, first)


def is_common(first: Word, second: Word) -> bool:
    """Whether two words are such that no proper name begins with them."""
    return f"{first.text} {second.text}".lower() in COMMON


def under_head(before: tuple[Word, ...]) -> bool:
    """Whether the words before one make it part of a name: a head at once before it, or more of the name near by."""
    last = [word.text.lower() for word in before[-2:]]
    near = [word for word in before[-NEAR:] if word.is_capital and not word.starts]
    named = any(word.text.lower() not in KINDS for word in near)
    return named or last[-1] in HEADS or " ".join(last) in HEADS
