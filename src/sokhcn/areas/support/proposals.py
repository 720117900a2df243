"""What a report proposes for the registers of support tasks, training classes and guidance on industrial property."""

from collections.abc import Iterator

from sokhcn.areas.support.models import SupportTask, TrainingClass
from sokhcn.document.understood import Confidence, Count
from sokhcn.kernel.folding import fold
from sokhcn.reader.claims import Chapter, Phrase
from sokhcn.reader.proposed import NOTE, Proposed, Proposing

Kind, Field = SupportTask.Kind, TrainingClass.Field
UNDER = ("hỗ trợ",)
PHRASES = (
    Phrase(
        "support.tasks", ("nhiệm vụ về áp dụng hệ thống quản lý tiên tiến", "nhiệm vụ"), UNDER, ("hỗ trợ thực hiện",)
    ),
    Phrase("support.tasks_quality_system", ("nhiệm vụ về áp dụng hệ thống quản lý chất lượng",), UNDER),
    Phrase("support.tasks_technology", ("nhiệm vụ về đổi mới công nghệ",), UNDER),
    Phrase("support.tasks_startup", ("nhiệm vụ hỗ trợ hệ sinh thái", "nhiệm vụ về hệ sinh thái"), UNDER),
    Phrase("support.classes", ("lớp",), UNDER, ("tập huấn", "đào tạo")),
    Phrase("support.class_enterprises", ("doanh nghiệp",), UNDER, ("lớp",)),
    Phrase("support.class_officials", ("đối tượng", "cán bộ"), UNDER, ("lớp",)),
    Phrase("support.ip_enterprises", ("doanh nghiệp",), UNDER, ("sở hữu công nghiệp", "sở hữu trí tuệ", "nhãn hiệu")),
)
TASKS = (
    ("ve ap dung he thong quan ly chat luong", Kind.QUALITY_SYSTEM),
    ("ve doi moi cong nghe", Kind.TECHNOLOGY_RENEWAL),
    ("ho tro he sinh thai", Kind.STARTUP_ECOSYSTEM),
    ("ve he sinh thai", Kind.STARTUP_ECOSYSTEM),
)
FIELDS = (
    ("khoi nghiep", Field.STARTUP),
    ("so huu tri tue", Field.INTELLECTUAL_PROPERTY),
    ("nang suat", Field.QUALITY),
    ("cong nghe", Field.TECHNOLOGY),
)


def proposals(said: Proposing) -> Iterator[Proposed]:
    """Tasks by kind, classes with those who attended, and one line of guidance for each enterprise guided."""
    for chapter in said.under(*UNDER):
        for item in chapter.items():
            counts = chapter.counts(item)
            yield from (p for count in counts if (kind := _kind(count)) for p in _tasks(said, count, kind))
            yield from _classes(said, chapter, item)
            yield from _guidance(said, chapter, item)


def _kind(count: Count) -> SupportTask.Kind | None:
    noun = fold(count.noun).removeprefix("nhiem vu ")
    return next((kind for words, kind in TASKS if noun.startswith(words)), None)


def _tasks(said: Proposing, count: Count, kind: SupportTask.Kind) -> Iterator[Proposed]:
    for number in range(1, int(count.value) + 1):
        cells = {
            "Mã nhiệm vụ": f"{said.stamp}-{kind.value[:2].upper()}{number:02}",
            "Tên nhiệm vụ": f"{kind.label} số {number}",
            "Nội dung hỗ trợ": str(kind.label),
            "Tình trạng": "Đang thực hiện",
        }
        yield Proposed("ho-tro-nhiem-vu", said.booked(cells, NOTE), count.span, Confidence.LOOK, count.text)


def _classes(said: Proposing, chapter: Chapter, item: tuple[int, int]) -> Iterator[Proposed]:
    counts = chapter.counts(item)
    classes = next((c for c in counts if fold(c.noun).startswith("lop")), None)
    if classes is None:
        return
    topic = fold(classes.noun)
    field = next((field for words, field in FIELDS if words in topic), Field.OTHER)
    about = classes.noun.partition(" về ")[2] or classes.noun
    enterprises, officials = (_attending(counts, words) for words in (("doanh nghiep",), ("doi tuong", "can bo")))
    for number in range(1, int(classes.value) + 1):
        first = number == 1  # the report gives the sum of all classes: it stands on the first
        cells = {
            "Nội dung tập huấn": f"{about} (lớp {number})",
            "Lĩnh vực": str(field.label),
            "Số doanh nghiệp dự": enterprises if first else "",
            "Số người của sở, ban, ngành dự": officials if first else "",
            "Tình trạng": "Đã tổ chức",
        }
        yield Proposed("lop-tap-huan", said.booked(cells, NOTE), item, Confidence.LOOK, classes.text)


def _attending(counts: tuple[Count, ...], words: tuple[str, ...]) -> str:
    return next((str(int(c.value)) for c in counts if fold(c.noun).startswith(words)), "")


def _guidance(said: Proposing, chapter: Chapter, item: tuple[int, int]) -> Iterator[Proposed]:
    sentence = fold(chapter.said(item))
    if "huong dan" not in sentence or "so huu" not in sentence:
        return
    for count in chapter.counts(item):
        if not fold(count.noun).startswith(("doanh nghiep", "co so", "to chuc")):
            continue
        for number in range(1, int(count.value) + 1):
            name = f"Doanh nghiệp được hướng dẫn số {number} ({said.stamp})"
            yield Proposed("co-so", {"Tên": name}, count.span, Confidence.LOOK, count.text)
            cells = {"Đơn vị được hướng dẫn": name, "Đối tượng sở hữu công nghiệp": "Nhãn hiệu"}
            yield Proposed(
                "huong-dan-so-huu-cong-nghiep", said.booked(cells, NOTE), count.span, Confidence.LOOK, count.text
            )
