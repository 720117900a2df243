"""Papers that the registers count and the report does not mention."""

import re
from collections.abc import Iterator

from sokhcn.checker.rule import Fault, fault, rule
from sokhcn.checker.subject import Subject
from sokhcn.kernel.finding import Severity

MOST_NAMED = 3


@rule("registers.omitted", "Báo cáo nhắc đến mọi văn bản mà sổ tính vào số liệu.", Severity.LOOK)
def omitted_rows(subject: Subject) -> Iterator[Fault]:
    """The whole text is searched, appendices too; of a report that names none of them, the number alone is said."""
    text = _tight(subject.flow)
    for counted in subject.witness.counted_papers():
        absent = [paper for paper in counted.papers if not _is_mentioned(text, paper.code)]
        if not absent:
            continue
        named = ", ".join(paper.dated for paper in absent[:MOST_NAMED])
        more = f" và {len(absent) - MOST_NAMED} văn bản nữa" if len(absent) > MOST_NAMED else ""
        said = "{label}: sổ tính cả {papers}{more}, báo cáo không nhắc đến."
        advice = "Bổ sung vào báo cáo, hoặc xem lại dòng sổ."
        yield fault(None, said, suggestion=advice, label=counted.label, papers=named, more=more)


def _is_mentioned(text: str, code: str) -> bool:
    return re.search(rf"(?<![\w/]){re.escape(_tight(code))}(?![\w/])", text) is not None


def _tight(text: str) -> str:
    """Codes are written with spaces around their marks and without."""
    return re.sub(r"\s*([/-])\s*", r"\1", text).upper()
