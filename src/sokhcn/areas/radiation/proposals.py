"""What a report proposes for the registers of licences, worker certificates and training for emergencies."""

import re
from collections.abc import Iterator

from sokhcn.document.understood import Confidence, Count
from sokhcn.kernel.folding import fold
from sokhcn.reader.claims import Chapter, Phrase
from sokhcn.reader.proposed import NOTE, Proposed, Proposing

UNDER = ("bức xạ",)
PHRASES = (
    Phrase("radiation.licences", ("giấy phép",), UNDER, ("cấp",)),
    Phrase("radiation.certificates", ("chứng chỉ",), UNDER, ("cấp",)),
    Phrase("radiation.training_bodies", ("sở", "sở, ban, ngành", "cơ quan", "đơn vị"), UNDER, ("tập huấn", "diễn tập")),
)
BRACKET = re.compile(r"\s*\((?P<inside>[^()]*)\)")
HOLDERS = re.compile(r"(?:^|\s)cho\s+(?:nhân viên của\s+)?(?P<names>.+)$")
AND = re.compile(r"\s+và\s+|\s*;\s*|,\s+(?=[A-ZĐ])")
CLASS = re.compile(r"(?:tổ chức|mở)\s+(?:\d+\s+)?lớp\s+(?P<topic>.+?)(?:\s+cho\s+\d|[.;]|$)", re.IGNORECASE)


def proposals(said: Proposing) -> Iterator[Proposed]:
    """A licence and a certificate for each body named in brackets, placeholders where fewer are named; a class."""
    for chapter in said.under(*UNDER):
        for count in chapter.counts():
            noun = fold(count.noun)
            if noun.startswith("giay phep"):
                yield from _permits(said, chapter, count, "giay-phep-buc-xa")
            elif noun.startswith("chung chi"):
                yield from _permits(said, chapter, count, "chung-chi-nhan-vien-buc-xa")
        for item in chapter.items():
            yield from _training(said, chapter, item)


def _permits(said: Proposing, chapter: Chapter, count: Count, register: str) -> Iterator[Proposed]:
    bracket = BRACKET.match(chapter.text.flow, count.span[1])
    inside = " ".join(bracket["inside"].split()) if bracket else ""
    named = HOLDERS.search(inside)
    holders = [name.strip() for name in AND.split(named["names"])] if named else []
    work = inside[: named.start()].strip() if named else ""
    for number in range(int(count.value)):
        named_here = number < len(holders)
        holder = holders[number] if named_here else f"Cơ sở số {number + 1} ({said.stamp})"
        confidence = Confidence.SURE if named_here else Confidence.LOOK
        yield Proposed("co-so", {"Tên": holder}, count.span, confidence, count.text)
        cells = _cells(register, holder, work or "công việc bức xạ")
        yield Proposed(register, said.booked(cells, NOTE), count.span, confidence, count.text)


def _cells(register: str, holder: str, work: str) -> dict[str, str]:
    if register == "giay-phep-buc-xa":
        return {
            "Việc giải quyết": "Cấp",
            "Công việc bức xạ": work,
            "Cơ sở được cấp": holder,
            "Tình trạng": "Đã ban hành",
        }
    return {"Cơ sở": holder, "Tình trạng": "Đã cấp"}


def _training(said: Proposing, chapter: Chapter, item: tuple[int, int]) -> Iterator[Proposed]:
    found = CLASS.search(chapter.said(item))
    if found:
        bodies = [c for c in chapter.counts(item) if fold(c.noun).startswith(("so", "co quan", "don vi"))]
        cells = {
            "Nội dung tập huấn": found["topic"],
            "Số sở, ban, ngành, địa phương dự": str(int(bodies[0].value)) if bodies else "",
            "Tình trạng": "Đã tổ chức",
        }
        confidence = Confidence.SURE if bodies else Confidence.LOOK
        yield Proposed("tap-huan-ung-pho-su-co", said.booked(cells, NOTE), item, confidence, "câu “Tổ chức lớp …”")
