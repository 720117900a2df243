"""What a report proposes for the registers of licences, worker certificates and training for emergencies."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from sokhcn.document.letters import Span
from sokhcn.document.understood import Confidence
from sokhcn.kernel.folding import fold
from sokhcn.reader.chapters import said
from sokhcn.reader.claims import Phrase
from sokhcn.reader.proposed import INCOMPLETE, UNNAMED, Counted, Proposed, Proposing
from sokhcn.reader.tables import TableLine, annexed

UNDER = ("bức xạ", "hạt nhân")
TRAINING = ("tập huấn", "diễn tập", "ứng phó sự cố")
PHRASES = (
    Phrase("radiation.licences", ("giấy phép",), UNDER, ("cấp", "gia hạn", "sửa đổi", "bổ sung")),
    Phrase("radiation.certificates", ("chứng chỉ",), UNDER, ("cấp",)),
    Phrase("radiation.trainings", ("lớp", "khóa", "cuộc diễn tập"), UNDER, TRAINING),
    Phrase("radiation.training_bodies", ("sở", "cơ quan", "đơn vị", "địa phương"), UNDER, TRAINING),
)
BEHIND = re.compile(r"[^();.]*?\bcho\s+(?P<names>[^();.]+)")
HOLDER = re.compile(r"(?:^|\s)cho\s+(?:nhân viên (?:bức xạ )?(?:của|tại)\s+)?(?P<name>.+)$")
CUT = re.compile(r"[()]|[;,]\s+|\s+và\s+")
CLASS = re.compile(r"(?:tổ chức|mở)\s+(?:\d+\s+)?(?:lớp|khóa)\s+(?P<topic>.+?)(?:\s+cho\s+|[.;]|$)", re.IGNORECASE)
# What was decided, by the last of these words before the count, folded.
ACTIONS = (
    ("gia han", "Gia hạn"),
    ("sua doi", "Sửa đổi"),
    ("bo sung", "Bổ sung"),
    ("cap lai", "Cấp lại"),
    ("cap", "Cấp"),
)


def proposals(saying: Proposing) -> Iterator[Proposed]:
    """A licence and a certificate for each body that is named, placeholders where fewer are named; a class."""
    listed = list(annexed(saying.text, "giấy phép tiến hành công việc bức xạ"))
    for counted in saying.counted("radiation.licences"):
        yield from (_listed(saying, listed) if listed else _licences(saying, counted))
    for counted in saying.counted("radiation.certificates"):
        yield from _certificates(saying, counted)
    for chapter in saying.under(*UNDER):
        for passage in chapter.passages():
            yield from _training(saying, passage)


def _named(counted: Counted) -> list[tuple[str, str]]:
    """Kind of work and holder, as the brackets behind a count name them: ``X-quang cho A và B, xạ trị cho C``."""
    behind = BEHIND.match(counted.chapter.text.flow, counted.count.span[1], counted.passage[1])
    told = counted.brackets or (f"cho {' '.join(behind['names'].split())}" if behind else "")
    named: list[tuple[str, str]] = []
    before = ""
    for part in _parts(told):
        holder = HOLDER.search(part)
        if holder:
            named.append((f"{before}{part[: holder.start()]}".strip(" ,:"), holder["name"].strip(" ,.")))
            before = ""
        elif named and part[:1].isupper():
            named.append((named[-1][0], part.strip(" ,.")))
        else:
            before = f"{before}{part}, "
    return named


def _parts(told: str) -> Iterator[str]:
    """Cut at commas, semicolons and “và” that stand in no brackets of their own."""
    depth = start = 0
    for found in CUT.finditer(told):
        depth += {"(": 1, ")": -1}.get(found[0], 0)
        if depth == 0 and found[0] not in "()":
            yield told[start : found.start()]
            start = found.end()
    yield told[start:]


def _holders(saying: Proposing, counted: Counted) -> Iterator[tuple[str, str, bool]]:
    """Work, holder and whether the report names it, for each that is counted. One name alone holds all of them."""
    named = _named(counted)
    for place in range(counted.number):
        if place < len(named) or len(named) == 1:
            yield *named[min(place, len(named) - 1)], True
        else:
            yield "", f"Cơ sở bức xạ số {place + 1} ({saying.stamp})", False


def _licences(saying: Proposing, counted: Counted) -> Iterator[Proposed]:
    action = _action(fold(counted.chapter.text.flow[counted.passage[0] : counted.count.span[0]]))
    seen: Counter[tuple[str, str]] = Counter()
    for work, holder, named in _holders(saying, counted):
        seen[work, holder] += 1
        kind, nth = work or "công việc bức xạ", seen[work, holder]
        cells = {
            "Việc giải quyết": action,
            "Công việc bức xạ": kind if nth == 1 else f"{kind} (giấy phép {nth})",
            "Cơ sở được cấp": holder,
            "Tình trạng": "Đã ban hành",
        }
        yield from _with_holder(saying, counted, ("giay-phep-buc-xa", holder, named), cells)


def _listed(saying: Proposing, lines: Sequence[TableLine]) -> Iterator[Proposed]:
    """The licences of the appendix that lists them."""
    for line in lines:
        work, holder = line.cell("Công việc bức xạ"), line.cell("Cơ sở được cấp")
        if not (work and holder):
            continue
        cells = {
            "Số giấy phép": line.cell("Số giấy phép"),
            "Công việc bức xạ": work[:1].lower() + work[1:],
            "Cơ sở được cấp": holder,
            "Ngày cấp": line.cell("Ngày cấp"),
            "Ngày hết hạn": line.cell("Ngày hết hạn"),
            "Tình trạng": "Đã ban hành",
        }
        yield Proposed("co-so", {"Tên": holder}, line.span, Confidence.SURE, "phụ lục giấy phép")
        yield Proposed("giay-phep-buc-xa", saying.booked(cells), line.span, Confidence.SURE, "phụ lục giấy phép")


def _action(before: str) -> str:
    """What was decided: the verb that stands last before the count."""
    ends = [(before.rfind(words) + len(words), action) for words, action in ACTIONS if words in before]
    return max(ends)[1] if ends else "Cấp"


def _certificates(saying: Proposing, counted: Counted) -> Iterator[Proposed]:
    seen: Counter[str] = Counter()
    for _, holder, named in _holders(saying, counted):
        seen[holder] += 1
        cells = {
            "Họ và tên nhân viên": f"Nhân viên số {seen[holder]} ({saying.stamp})" if seen[holder] > 1 else "",
            "Cơ sở": holder,
            "Tình trạng": "Đã cấp",
        }
        yield from _with_holder(saying, counted, ("chung-chi-nhan-vien-buc-xa", holder, named), cells)


def _with_holder(
    saying: Proposing, counted: Counted, about: tuple[str, str, bool], cells: dict[str, str]
) -> Iterator[Proposed]:
    """The row of a register and before it the establishment that it names."""
    register, holder, named = about
    row = counted.named if named else counted.unnamed
    yield row("co-so", {"Tên": holder})
    yield row(register, saying.booked(cells, INCOMPLETE if named else UNNAMED))


def _training(saying: Proposing, passage: Span) -> Iterator[Proposed]:
    found = CLASS.search(said(saying.text, passage))
    if not found:
        return
    bodies = saying.number(passage, "radiation.training_bodies")
    classes = int(saying.number(passage, "radiation.trainings") or 1)
    for number in range(1, classes + 1):
        topic = found["topic"]
        cells = {
            "Nội dung tập huấn": topic if classes == 1 else f"{topic} (lớp {number}, {saying.stamp})",
            "Số sở, ban, ngành, địa phương dự": bodies if number == 1 else "",
            "Tình trạng": "Đã tổ chức",
        }
        confidence = Confidence.SURE if bodies and classes == 1 else Confidence.LOOK
        booked = saying.booked(cells, INCOMPLETE)
        yield Proposed("tap-huan-ung-pho-su-co", booked, passage, confidence, "câu “Tổ chức lớp …”")
