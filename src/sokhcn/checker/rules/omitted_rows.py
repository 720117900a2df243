"""Rows that the registers count and the report does not mention: papers, and bodies that something was issued to."""

import re
from collections.abc import Iterator, Sequence

from sokhcn.checker.printed import said_beside
from sokhcn.checker.rule import Fault, fault, rule
from sokhcn.checker.subject import Subject
from sokhcn.kernel.finding import Severity
from sokhcn.kernel.folding import fold

MOST_NAMED = 3
COMPANY = re.compile(r"\b(?:trach nhiem huu han|tnhh|co phan|cp|mot thanh vien|mtv|1 thanh vien)\b")


@rule("registers.omitted", "Báo cáo nhắc đến mọi văn bản, giấy phép mà sổ tính vào số liệu.", Severity.LOOK)
def omitted_rows(subject: Subject) -> Iterator[Fault]:
    """The whole text is searched, appendices too. Bodies are asked for only where the report names some of them at
    their number: others may be named for something else."""
    text, names = _tight(subject.flow), _key(subject.flow)
    for counted in subject.witness.counted_rows():
        papers = [paper.dated for paper in counted.papers if not _is_mentioned(text, paper.code)]
        if papers:
            said = "{label}: sổ tính cả {rows}{more}, báo cáo không nhắc đến."
            yield _fault(said, counted.label, papers, "văn bản")
        bodies = [body for body in dict.fromkeys(counted.bodies) if _key(body) not in names]
        beside = _key(said_beside(subject, counted.key)) if bodies else ""
        if any(_key(body) in beside for body in counted.bodies):
            said = "{label}: trong sổ có cả {rows}{more}, báo cáo không nhắc đến."
            yield _fault(said, counted.label, bodies, "nơi")


def _fault(said: str, label: str, absent: Sequence[str], kind: str) -> Fault:
    more = f" và {len(absent) - MOST_NAMED} {kind} nữa" if len(absent) > MOST_NAMED else ""
    advice = "Bổ sung vào báo cáo, hoặc xem lại dòng sổ."
    return fault(None, said, suggestion=advice, label=label, rows=", ".join(absent[:MOST_NAMED]), more=more)


def _is_mentioned(text: str, code: str) -> bool:
    return re.search(rf"(?<![\w/]){re.escape(_tight(code))}(?![\w/])", text) is not None


def _tight(text: str) -> str:
    """Codes are written with spaces around their marks and without."""
    return re.sub(r"(?<!\s)\s*+([/-])\s*", r"\1", text).upper()


def _key(text: str) -> str:
    """Names are written with the form of a company in full, in short and without."""
    return " ".join(re.findall(r"\w+", COMPANY.sub(" ", " ".join(fold(text).split()))))
