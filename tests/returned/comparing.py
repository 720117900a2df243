"""A document beside what a proof-reader saw in it: what is missing and what is too much, field by field."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from sokhcn.checker.engine import check
from sokhcn.checker.subject import Subject
from sokhcn.document.understood import Citation, Count, Stretch, Understood
from sokhcn.kernel.finding import Finding, Severity
from sokhcn.reader.understanding import understand
from sokhcn.reports.reading import read
from tests.reader.plain import DECREE
from tests.returned.making import printed, word

FOLDER = Path(__file__).parent / "documents"
NAMES = tuple(sorted(path.stem for path in FOLDER.glob("*.json")))
HEADER = ("parent_agency", "agency", "number", "symbol", "place", "date")


@dataclass(frozen=True)
class Compared:
    """``right`` things of a field were found, ``missing`` ones not, ``extra`` ones are not there."""

    right: int
    missing: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()


@cache
def bytes_of(name: str) -> bytes:
    """The file: as it lies there, or made from its lines."""
    lines = FOLDER / f"{name}.lines"
    if not lines.exists():
        return (FOLDER / name).read_bytes()
    text = lines.read_text("utf-8")
    return word(text) if name.endswith(".docx") else printed(text)


@cache
def understood(name: str) -> Understood:
    return understand(read(bytes_of(name), name), DECREE)


@cache
def found(name: str) -> tuple[Finding, ...]:
    text = understood(name)
    return (*text.findings, *check(Subject(text)))


def expected(name: str) -> Mapping[str, Any]:
    made: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text("utf-8"))
    return made


def compared(name: str) -> dict[str, Compared]:
    """Each field of the document ``name``."""
    wanted, text = expected(name), understood(name)
    return {
        "header": _same(_headers(wanted), _header_told(text)),
        "headings": _same(wanted["headings"], [f"{h.level} {h.number or '-'} {h.title}" for h in text.headings]),
        "citations": _same(wanted["citations"], [_cited(c) for c in text.citations]),
        "subjects": _subjects(wanted.get("subjects", {}), text),
        "counts": _counts(wanted["counts"], text.counts),
        "recipients": _same(wanted["recipients"], text.recipients),
        "signature": _same(_named(wanted["signature"]), _named(_signed(text))),
        "findings": _findings(wanted["findings"], text, found(name)),
    }


def _same(wanted: Iterable[str], got: Iterable[str]) -> Compared:
    left, right = Counter(wanted), Counter(got)
    return Compared((left & right).total(), tuple((left - right).elements()), tuple((right - left).elements()))


def _headers(wanted: Mapping[str, Any]) -> list[str]:
    """Header, title and addressees as one list of fields; a field that is absent must be absent."""
    title = wanted["title"]
    fields = [*((name, wanted["header"][name]) for name in HEADER), *title.items()]
    return [f"{name}: {value}" for name, value in fields] + [f"to: {a}" for a in wanted.get("addressees", ())]


def _header_told(text: Understood) -> list[str]:
    header, title = text.header, text.title
    fields = [(name, getattr(header, name)) for name in HEADER]
    fields += [("type", title.type), ("period", _stretch(title.period)), ("next", _stretch(title.next_period))]
    return [f"{name}: {value}" for name, value in fields] + [f"to: {a}" for a in text.addressees]


def _stretch(stretch: Stretch | None) -> str | None:
    return f"{stretch.kind} {stretch.first} {stretch.last}" if stretch else None


def _cited(citation: Citation) -> str:
    code = citation.code or (str(citation.year) if citation.year else "-")
    return f"{citation.type} {code} {citation.date or '-'}"


def _subjects(wanted: Mapping[str, str | None], text: Understood) -> Compared:
    """What the first mention of each named paper says it is about."""
    first = {c.code: c.subject for c in reversed(text.citations) if c.code in wanted}
    return _same(
        [f"{code}: {said}" for code, said in wanted.items()], [f"{code}: {said}" for code, said in first.items()]
    )


def _signed(text: Understood) -> list[str | None]:
    return [text.signature.authority, text.signature.position, text.signature.name]


def _named(three: Iterable[str | None]) -> list[str]:
    return [f"{name}: {value}" for name, value in zip(("authority", "position", "name"), three, strict=True)]


def _counts(wanted: Iterable[str], counts: Iterable[Count]) -> Compared:
    """Counts by value and by how their nouns begin."""
    left, missing = [f"{count.value.normalize():f} {count.noun}" for count in counts], []
    for one in wanted:
        value, _, noun = one.partition(" ")
        met = next((got for got in left if got.split(" ")[0] == value and got.partition(" ")[2].startswith(noun)), None)
        if met is None:
            missing.append(one)
        else:
            left.remove(met)
    wanted = list(wanted)
    return Compared(len(wanted) - len(missing), tuple(missing), tuple(left))


def _findings(wanted: Iterable[str], text: Understood, got: Iterable[Finding]) -> Compared:
    """Findings by id and by words on their line; of mere suggestions only those that are named must be there."""
    left, missing = list(got), []
    for one in wanted:
        id, _, words = one.partition(": ")
        met = next((f for f in left if f.id == id and words in _line(text, f)), None)
        if met is None:
            missing.append(one)
        else:
            left.remove(met)
    extra = [f"{f.id}: {_line(text, f)[:90]}" for f in left if f.severity is not Severity.HINT]
    return Compared(len(list(wanted)) - len(missing), tuple(missing), tuple(extra))


def _line(text: Understood, finding: Finding) -> str:
    if finding.span is None:
        return ""
    source = text.letters.source
    start, end = source.rfind("\n", 0, finding.span[0]) + 1, source.find("\n", finding.span[1])
    return source[start : end if end >= 0 else len(source)]


def scores(names: Iterable[str] = NAMES) -> dict[str, float]:
    """F1 of each field over documents, each thing weighing alike."""
    each = [compared(name) for name in names]
    made = {}
    for field in each[0]:
        right = sum(one[field].right for one in each)
        wrong = sum(len(one[field].missing) + len(one[field].extra) for one in each)
        made[field] = 2 * right / (2 * right + wrong)
    return made
