"""What a text refers to besides numbered papers: standards, and papers that a list names without number or date."""

import re
from collections.abc import Iterator, Sequence

from sokhcn.document.letters import Span
from sokhcn.document.understood import Citation, ItemList, Reference
from sokhcn.kernel.alphabet import LOWER

STANDARD = "standard"
UNNUMBERED = "document without number or date"
# Words that are no verbs as well: "Báo cáo kết quả" in a list of tasks is no paper.
NOUNS = (
    *("Kế hoạch", "Đề án", "Chương trình", "Quy chế", "Tờ trình", "Công văn", "Nghị quyết", "Chỉ thị", "Thông tư"),
    *("Nghị định", "Phương án", "Biên bản", "Điều lệ", "Pháp lệnh", "Công điện"),
)
FEWEST_WORDS = 4
_NORM = re.compile(
    r"(?:(?:Tiêu|Quy) chuẩn (?:kỹ thuật )?(?:quốc gia|quốc tế|địa phương|cơ sở)\s+)?(?<!\w)"
    r"(?:TCVN|QCVN|QCĐP|TCCS|ĐLVN|ISO|IEC)(?:[ /](?:ISO|IEC|TS))*[ -]\d[\d.\-]*(?::\d{4})?"
    r"(?:/(?!SĐ\s?\d)[A-ZĐ&]{2,12})?(?:/SĐ\s?\d{1,2}:\d{4})?"  # whose standard it is, and which change of it
)
_ITEM = re.compile(rf"(?:[-–—+*•]|\(?[\da-zđ]{{1,2}}[.)])?\s*(?P<said>(?:{'|'.join(NOUNS)})\s+[{LOWER}][^;.()]*)")


def references(flow: str, items: Sequence[ItemList], citations: Sequence[Citation]) -> tuple[Reference, ...]:
    """Both kinds, in reading order. Linear in the text."""
    cited = {citation.span[0] for citation in citations}
    found = [*_standards(flow), *_unnumbered(flow, items, cited)]
    return tuple(sorted(found, key=lambda one: one.span))


def _standards(flow: str) -> Iterator[Reference]:
    for found in _NORM.finditer(flow):
        yield Reference(STANDARD, " ".join(found[0].rstrip(".-").split()), found.span())


def _unnumbered(flow: str, items: Sequence[ItemList], cited: set[int]) -> Iterator[Reference]:
    spans: set[Span] = {item for made in items if made.where != "recipients" for item in made.items}
    for start, end in spans:
        found = _ITEM.match(flow, start, end)
        if found is None or found.start("said") in cited or len(found["said"].split()) < FEWEST_WORDS:
            continue
        said = found["said"].rstrip(" ,:")
        yield Reference(UNNUMBERED, " ".join(said.split()), (found.start("said"), found.start("said") + len(said)))
