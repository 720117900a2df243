"""What a report proposes for the registers of support tasks, training classes and guidance on industrial property."""

from collections.abc import Iterator

from sokhcn.areas.support.models import IntellectualPropertyGuidance, SupportTask, TrainingClass
from sokhcn.kernel.folding import fold
from sokhcn.reader.chapters import said
from sokhcn.reader.claims import Phrase
from sokhcn.reader.proposed import UNNAMED, Counted, Proposed, Proposing, numbered

Kind, Field, Property = SupportTask.Kind, TrainingClass.Field, IntellectualPropertyGuidance.Kind
UNDER = ("hỗ trợ", "đổi mới sáng tạo", "sở hữu trí tuệ")
CLASS = ("lớp", "khóa tập huấn", "khóa đào tạo", "tập huấn")
GUIDANCE = ("sở hữu công nghiệp", "sở hữu trí tuệ", "nhãn hiệu", "kiểu dáng")
BODIES = ("doanh nghiệp", "tổ chức", "cơ sở", "hợp tác xã")
PHRASES = (
    Phrase("support.tasks", ("nhiệm vụ",), UNDER, ("hỗ trợ thực hiện", "triển khai", "hỗ trợ")),
    Phrase("support.tasks_quality_system", ("nhiệm vụ",), UNDER, having=("hệ thống quản lý chất lượng",)),
    Phrase("support.tasks_technology", ("nhiệm vụ",), UNDER, having=("nhiệm vụ về đổi mới công nghệ",)),
    Phrase(
        "support.tasks_startup",
        ("nhiệm vụ",),
        UNDER,
        having=("nhiệm vụ hỗ trợ hệ sinh thái", "nhiệm vụ về hệ sinh thái", "nhiệm vụ về khởi nghiệp"),
    ),
    Phrase("support.tasks_other", ("nhiệm vụ khác", "nhiệm vụ về nội dung khác"), UNDER),
    Phrase("support.tasks_started", ("nhiệm vụ hỗ trợ",), UNDER, ("triển khai mới",)),
    Phrase("support.tasks_completed", ("nhiệm vụ hỗ trợ",), UNDER, ("hoàn thành",)),
    Phrase("support.classes", CLASS, UNDER, ("tổ chức", "mở", "tập huấn"), having=("khởi nghiệp",)),
    Phrase("support.classes_other", CLASS, UNDER, ("tổ chức", "mở", "tập huấn")),
    # The parts of other classes, in brackets behind their number.
    Phrase("support.classes_quality", ("lớp về năng suất",), UNDER),
    Phrase("support.classes_property", ("lớp về sở hữu trí tuệ",), UNDER),
    Phrase("support.classes_technology", ("lớp về đổi mới",), UNDER),
    Phrase("support.classes_rest", ("lớp về nội dung khác",), UNDER),
    Phrase("support.class_enterprises", BODIES, UNDER, ("lớp", "tập huấn")),
    Phrase("support.class_officials", ("đối tượng", "cán bộ", "công chức"), UNDER, ("lớp", "tập huấn")),
    Phrase("support.class_individuals", ("cá nhân", "học viên", "người"), UNDER, ("lớp", "tập huấn")),
    Phrase("support.ip_enterprises", BODIES, UNDER, GUIDANCE),
)
TASKS = (
    ("support.tasks_quality_system", "CL", Kind.QUALITY_SYSTEM),
    ("support.tasks_technology", "CN", Kind.TECHNOLOGY_RENEWAL),
    ("support.tasks_startup", "KN", Kind.STARTUP_ECOSYSTEM),
    ("support.tasks_other", "NK", Kind.OTHER),
)
# Words of what a class is about, and of what is to be protected, folded; the first that stands there decides.
FIELDS = (
    ("khoi nghiep", Field.STARTUP),
    ("so huu", Field.INTELLECTUAL_PROPERTY),
    ("nang suat", Field.QUALITY),
    ("chat luong", Field.QUALITY),
    ("cong nghe", Field.TECHNOLOGY),
)
PROPERTIES = (
    ("nhan hieu tap the", Property.COLLECTIVE_MARK),
    ("nhan hieu chung nhan", Property.CERTIFICATION_MARK),
    ("kieu dang", Property.INDUSTRIAL_DESIGN),
    ("chi dan dia ly", Property.GEOGRAPHICAL_INDICATION),
    ("giai phap huu ich", Property.UTILITY_SOLUTION),
    ("sang che", Property.INVENTION),
)


def proposals(saying: Proposing) -> Iterator[Proposed]:
    """Tasks by kind, classes with those who attended, and one line of guidance for each enterprise guided."""
    yield from _tasks(saying)
    for counted in saying.counted("support.classes", "support.classes_other"):
        yield from _classes(saying, counted)
    yield from _guidance(saying)


def _tasks(saying: Proposing) -> Iterator[Proposed]:
    """Tasks run through many reports, so their codes name no period; a total alone is of a kind not told."""
    told = [(saying.counted(key), short, kind) for key, short, kind in TASKS]
    if not any(counts for counts, _, _ in told):
        told = [(saying.counted("support.tasks"), "NK", Kind.OTHER)]
    for counts, short, kind in told:
        for number, counted in numbered(counts[:1]):
            code = f"BC-HT{short}{number:03}"
            cells = {
                "Mã nhiệm vụ": code,
                "Tên nhiệm vụ": f"{kind.label} {code}",
                "Nội dung hỗ trợ": str(kind.label),
                "Tình trạng": "Đang thực hiện",
            }
            yield counted.unnamed("ho-tro-nhiem-vu", saying.booked(cells, UNNAMED))


def _classes(saying: Proposing, counted: Counted) -> Iterator[Proposed]:
    """The report gives the attendance of all classes together: it stands on the first."""
    about = counted.count.noun.partition(" về ")[2] or counted.count.noun
    field = next((field for words, field in FIELDS if words in fold(about)), Field.OTHER)
    attending = {
        "Số doanh nghiệp dự": saying.number(counted.passage, "support.class_enterprises"),
        "Số người của sở, ban, ngành dự": saying.number(counted.passage, "support.class_officials"),
        "Số cá nhân khác dự": saying.number(counted.passage, "support.class_individuals"),
    }
    several = counted.number > 1
    for number, one in numbered([counted]):
        cells = {
            "Nội dung tập huấn": f"{about} (lớp {number}, {saying.stamp})" if several else about,
            "Lĩnh vực": str(field.label),
            "Tình trạng": "Đã tổ chức",
        }
        yield one.unnamed("lop-tap-huan", saying.booked({**cells, **(attending if number == 1 else {})}, UNNAMED))


def _guidance(saying: Proposing) -> Iterator[Proposed]:
    for number, counted in numbered(saying.counted("support.ip_enterprises")):
        name = f"Doanh nghiệp được hướng dẫn số {number} ({saying.stamp})"
        words = fold(said(saying.text, counted.passage))
        kind = next((kind for word, kind in PROPERTIES if word in words), Property.TRADEMARK)
        yield counted.unnamed("co-so", {"Tên": name})
        cells = {"Đơn vị được hướng dẫn": name, "Đối tượng sở hữu công nghiệp": str(kind.label)}
        yield counted.unnamed("huong-dan-so-huu-cong-nghiep", saying.booked(cells, UNNAMED))
