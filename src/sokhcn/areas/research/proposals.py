"""What a report proposes for the register of science and technology tasks."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from sokhcn.areas.research.models import Task
from sokhcn.document.understood import Confidence
from sokhcn.kernel.folding import fold
from sokhcn.reader.claims import Phrase
from sokhcn.reader.proposed import UNNAMED, Counted, Proposed, Proposing, numbered

Level, Rating = Task.Level, Task.Rating
UNDER = ("nghiên cứu", "nhiệm vụ khoa học và công nghệ", "nhiệm vụ kh&cn", "quản lý khoa học")
MANAGED = ("theo dõi", "quản lý", "đang triển khai", "đang thực hiện")
ACCEPTED = ("nghiệm thu",)
TASKS = ("nhiệm vụ", "đề tài", "dự án", "cấp")
RATINGS = ((Rating.EXCELLENT, "xuất sắc"), (Rating.FAIL, "không đạt"), (Rating.PASS, "đạt"))
BY_RATING = (
    (Rating.EXCELLENT, "accepted_excellent"),
    (Rating.FAIL, "accepted_failed"),
    (Rating.PASS, "accepted_passed"),
)
PHRASES = (
    Phrase("research.managed", ("nhiệm vụ khoa học và công nghệ", *TASKS[:3]), UNDER, MANAGED),
    Phrase("research.accepted", ("nhiệm vụ khoa học và công nghệ", *TASKS[:3]), UNDER, ACCEPTED),
    *(Phrase(f"research.managed_{level}", TASKS, UNDER, MANAGED, having=(level.label,)) for level in Level),
    *(Phrase(f"research.accepted_{level}", TASKS, UNDER, ACCEPTED, having=(level.label,)) for level in Level),
    *(
        Phrase(f"research.{key}", (*TASKS, "xếp loại"), UNDER, having=(f"loại {rating.label}",))
        for rating, key in BY_RATING
    ),
    # Where the name of the rating is not read as part of what is counted, it follows at once.
    *(Phrase(f"research.{key}", TASKS, UNDER, (rating.label,), having=("xếp loại",)) for rating, key in BY_RATING),
)


def proposals(saying: Proposing) -> Iterator[Proposed]:
    """As many tasks of each level as are managed; those accepted in the period are among them.

    Managed tasks stand through many reports, so the codes of placeholders name no period; those of accepted ones do.
    """
    managed, accepted = (_by_level(saying, word) for word in ("managed", "accepted"))
    ratings = _ratings(saying, [one for counts in accepted.values() for one in counts])
    for level in Level:
        done = list(numbered(accepted[level]))
        for number, counted in done:
            code = f"{saying.stamp}-{_short(level)}-NT{number:02}"
            yield _task(saying, counted, (level, code), next(ratings, None))
        for number, counted in list(numbered(managed[level]))[len(done) :]:
            yield _task(saying, counted, (level, f"BC-{_short(level)}{number - len(done):03}"), None)


def _by_level(saying: Proposing, word: str) -> dict[Task.Level, tuple[Counted, ...]]:
    """The counts of each level; a total that is not broken down stands for provincial tasks, the department's own."""
    found = {level: _largest(saying.counted(f"research.{word}_{level}"), word) for level in Level}
    if not any(found.values()):
        found[Level.PROVINCIAL] = _largest(saying.counted(f"research.{word}"), word)
    return found


def _largest(counts: tuple[Counted, ...], word: str) -> tuple[Counted, ...]:
    """Of a stock that is said several times, the largest; what was accepted adds up."""
    return counts if word == "accepted" else tuple(sorted(counts, key=lambda one: -one.number)[:1])


def _ratings(saying: Proposing, accepted: Sequence[Counted]) -> Iterator[Task.Rating]:
    """A rating for each accepted task: as many as are counted of each, or the one that is said of all."""
    by_count = [[rating] * one.number for rating, key in BY_RATING for one in saying.counted(f"research.{key}")]
    if by_count:
        return chain.from_iterable(by_count)
    total = sum(one.number for one in accepted)
    said_of_all = next((rating for one in accepted if (rating := _rating(one))), None)
    return iter([said_of_all] * total if said_of_all else [])


def _rating(counted: Counted) -> Task.Rating | None:
    words = fold(counted.chapter.text.flow[slice(*counted.passage)])
    _, found, behind = words.partition("xep loai")
    return next((rating for rating, word in RATINGS if found and fold(word) in behind[:40]), None)


def _short(level: Task.Level) -> str:
    return level.value[:2].upper()


def _task(saying: Proposing, counted: Counted, named: tuple[Task.Level, str], rating: Task.Rating | None) -> Proposed:
    level, code = named
    done = "-NT" in code
    cells = {
        "Mã nhiệm vụ": code,
        "Tên nhiệm vụ": f"Nhiệm vụ {_inside(str(level.label))} {code}",
        "Cấp": str(level.label),
        # What a report manages was there before its period: it says nothing of new contracts.
        "Ngày bắt đầu hợp đồng": saying.day_before,
        "Ngày nghiệm thu": saying.last_day if done else "",
        "Xếp loại": str(rating.label) if rating else "",
        "Tình trạng": "Đã nghiệm thu" if done else "Đang thực hiện",
    }
    row = counted.unnamed("nhiem-vu-khcn", saying.booked(cells, UNNAMED))
    told = str(level.label).lower() in counted.count.noun.lower()
    return row if told else replace(row, confidence=Confidence.UNCLEAR)


def _inside(label: str) -> str:
    """``label`` inside a sentence: its first letter small."""
    return label[:1].lower() + label[1:]
