"""What a report proposes for the register of science and technology tasks."""

from collections.abc import Iterator
from dataclasses import dataclass

from sokhcn.areas.research.models import Task
from sokhcn.document.understood import Confidence, Count
from sokhcn.kernel.dates import written
from sokhcn.kernel.folding import fold
from sokhcn.reader.claims import Chapter, Phrase
from sokhcn.reader.proposed import NOTE, Proposed, Proposing

Level, Rating = Task.Level, Task.Rating
UNDER = ("nghiên cứu",)
MANAGED, ACCEPTED = ("theo dõi", "quản lý"), ("nghiệm thu",)
PHRASES = (
    Phrase("research.managed", ("nhiệm vụ khoa học và công nghệ", "nhiệm vụ KH&CN"), UNDER, MANAGED),
    Phrase("research.managed_national", ("nhiệm vụ cấp quốc gia",), UNDER, MANAGED),
    Phrase("research.managed_ministerial", ("nhiệm vụ cấp bộ",), UNDER, MANAGED),
    Phrase("research.managed_provincial", ("nhiệm vụ cấp tỉnh",), UNDER, MANAGED),
    Phrase("research.managed_grassroots", ("nhiệm vụ cấp cơ sở",), UNDER, MANAGED),
    Phrase("research.accepted", ("nhiệm vụ",), UNDER, ACCEPTED),
)
RATINGS = ((Rating.EXCELLENT, "xuất sắc"), (Rating.FAIL, "không đạt"), (Rating.PASS, "đạt"))


@dataclass(frozen=True, slots=True)
class _Counted:
    """So many tasks of one level, managed or accepted."""

    count: Count
    level: Task.Level
    accepted: bool


def proposals(said: Proposing) -> Iterator[Proposed]:
    """As many tasks of each level as are managed; those accepted in the period are among them."""
    for chapter in said.under(*UNDER):
        counted = [found for count in chapter.counts() if (found := _counted(chapter, count))]
        accepted = {
            level: sum(int(c.count.value) for c in counted if c.accepted and c.level is level) for level in Level
        }
        rating = _rating(chapter)
        for found in counted:
            if not found.accepted:
                yield from _tasks(said, found, accepted.pop(found.level, 0), rating)
        for found in counted:
            if found.accepted and found.level in accepted:
                yield from _tasks(said, found, accepted.pop(found.level), rating)


def _counted(chapter: Chapter, count: Count) -> _Counted | None:
    noun = fold(count.noun)
    level = next((level for level in Level if fold(str(level.label)) in noun), None)
    if level is None or not noun.startswith(("nhiem vu", "de tai", "du an")):
        return None
    before = fold(chapter.text.flow[max(chapter.span[0], count.span[0] - 60) : count.span[0]])
    return _Counted(count, level, "nghiem thu" in before)


def _rating(chapter: Chapter) -> Task.Rating | None:
    words = fold(chapter.text.flow[slice(*chapter.span)])
    place = words.find("xep loai")
    behind = words[place : place + 40] if place >= 0 else ""
    return next((rating for rating, word in RATINGS if fold(word) in behind), None)


def _tasks(said: Proposing, found: _Counted, accepted: int, rating: Task.Rating | None) -> Iterator[Proposed]:
    level = str(found.level.label)
    for number in range(1, int(found.count.value) + 1):
        done = number <= accepted
        cells = {
            "Mã nhiệm vụ": f"{said.stamp}-{found.level.value[:2].upper()}{number:02}",
            "Tên nhiệm vụ": f"Nhiệm vụ {level[:1].lower()}{level[1:]} số {number}",
            "Cấp": level,
            "Ngày bắt đầu hợp đồng": written(said.first_day),
            "Ngày nghiệm thu": written(said.last_day) if done else "",
            "Xếp loại": str(rating.label) if done and rating else "",
            "Tình trạng": "Đã nghiệm thu" if done else "Đang thực hiện",
        }
        yield Proposed("nhiem-vu-khcn", said.booked(cells, NOTE), found.count.span, Confidence.LOOK, found.count.text)
