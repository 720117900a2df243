"""What is counted of support for enterprises, organisations and people."""

from datetime import date

from django.db.models import Q

from sokhcn.areas.support.entries import held
from sokhcn.areas.support.models import IntellectualPropertyGuidance, SupportTask, TrainingClass
from sokhcn.figures.indicator import Kind, Scope, indicator
from sokhcn.kernel.reading import Condition, Question
from sokhcn.records.asking import MARGIN, ask, near, when, when_agency, when_on

Task, Class = SupportTask.State, TrainingClass.State
TASKS = (
    "Nhiệm vụ đang thực hiện đến ngày cuối kỳ, mỗi nhiệm vụ một lần; nhiệm vụ hoàn thành hoặc dừng trước ngày cuối kỳ "
    "không tính. Ngày cuối kỳ theo {regime}."
)
CLASSES = (
    "Mỗi lớp đã tổ chức một lần, theo ngày khai mạc, lớp chưa ghi ngày theo ngày vào sổ; kỳ số liệu theo {regime}."
)
ATTENDANCE = "Cộng số người, số đơn vị dự của từng lớp khởi nghiệp trong kỳ; ai dự hai lớp được tính hai lần."


# --- tasks ------------------------------------------------------------------------------------------------------


def _begun(day: date) -> Condition:
    late = day + MARGIN
    soon = Q(started_on__lte=late) | Q(started_on=None, recorded_on__lte=late)
    return when(
        "bắt đầu không sau ngày cuối kỳ",
        Q(started_on__lte=day) | Q(started_on=None, recorded_on__lte=day),
        near=(near("bắt đầu sau ngày cuối kỳ", soon),),
    )


def _not_ended(days: tuple[date, date]) -> Condition:
    first, last = days
    return when(
        "chưa kết thúc trước ngày cuối kỳ",
        Q(ended_on=None) | Q(ended_on__gte=last),
        near=(near("kết thúc trước ngày cuối kỳ", ended_on__gte=first - MARGIN),),
    )


def _tasks(scope: Scope, *more: Condition) -> Question:
    return ask(
        SupportTask.objects.all(),
        when(
            "đã triển khai",
            ~Q(state=Task.PROPOSED),
            near=(near("mới đề xuất", state=Task.PROPOSED),),
        ),
        _begun(scope.last_day),
        _not_ended(scope.days),
        when_agency(scope.agency),
        *more,
    )


def _of_kind(kind: SupportTask.Kind) -> Condition:
    return when(f"nội dung hỗ trợ: {kind.label}", kind=kind)


@indicator("support.tasks", "Nhiệm vụ hỗ trợ đang thực hiện", unit="nhiệm vụ", kind=Kind.STOCK, basis=TASKS)
def tasks(scope: Scope) -> Question:
    return _tasks(scope)


@indicator(
    "support.tasks_quality_system",
    "Nhiệm vụ về áp dụng hệ thống quản lý chất lượng tiên tiến",
    unit="nhiệm vụ",
    kind=Kind.STOCK,
    basis=TASKS,
)
def tasks_quality_system(scope: Scope) -> Question:
    return _tasks(scope, _of_kind(SupportTask.Kind.QUALITY_SYSTEM))


@indicator("support.tasks_technology", "Nhiệm vụ về đổi mới công nghệ", unit="nhiệm vụ", kind=Kind.STOCK, basis=TASKS)
def tasks_technology(scope: Scope) -> Question:
    return _tasks(scope, _of_kind(SupportTask.Kind.TECHNOLOGY_RENEWAL))


@indicator(
    "support.tasks_startup",
    "Nhiệm vụ hỗ trợ hệ sinh thái khởi nghiệp đổi mới sáng tạo",
    unit="nhiệm vụ",
    kind=Kind.STOCK,
    basis=TASKS,
)
def tasks_startup(scope: Scope) -> Question:
    return _tasks(scope, _of_kind(SupportTask.Kind.STARTUP_ECOSYSTEM))


@indicator("support.tasks_other", "Nhiệm vụ hỗ trợ khác", unit="nhiệm vụ", kind=Kind.STOCK, basis=TASKS)
def tasks_other(scope: Scope) -> Question:
    return _tasks(scope, _of_kind(SupportTask.Kind.OTHER))


# --- classes ----------------------------------------------------------------------------------------------------


def _classes(scope: Scope, field: Condition) -> Question:
    return ask(
        TrainingClass.objects.all(),
        when("đã tổ chức", state=Class.HELD, near=(near("mới dự kiến", state=Class.PLANNED),)),
        when_on("khai mạc trong kỳ", "held_on", scope.days),
        when_agency(scope.agency),
        field,
    )


def _startup_classes(scope: Scope) -> Question:
    return _classes(scope, when("về khởi nghiệp đổi mới sáng tạo", field=TrainingClass.Field.STARTUP))


@indicator(
    "support.classes",
    "Lớp tập huấn về khởi nghiệp đổi mới sáng tạo",
    unit="lớp tập huấn",
    kind=Kind.FLOW,
    basis=CLASSES,
)
def classes(scope: Scope) -> Question:
    return _startup_classes(scope).counted()


@indicator(
    "support.class_enterprises",
    "Doanh nghiệp dự tập huấn về khởi nghiệp đổi mới sáng tạo",
    unit="doanh nghiệp",
    kind=Kind.FLOW,
    basis=ATTENDANCE,
)
def class_enterprises(scope: Scope) -> Question:
    return _startup_classes(scope).summed("enterprises")


@indicator(
    "support.class_officials",
    "Đối tượng của sở, ban, ngành dự tập huấn về khởi nghiệp đổi mới sáng tạo",
    unit="đối tượng",
    kind=Kind.FLOW,
    basis=ATTENDANCE,
)
def class_officials(scope: Scope) -> Question:
    return _startup_classes(scope).summed("officials")


@indicator(
    "support.class_individuals",
    "Cá nhân khác dự tập huấn về khởi nghiệp đổi mới sáng tạo",
    unit="cá nhân",
    kind=Kind.FLOW,
    basis=ATTENDANCE,
)
def class_individuals(scope: Scope) -> Question:
    return _startup_classes(scope).summed("individuals")


@indicator(
    "support.classes_other", "Lớp tập huấn thuộc lĩnh vực khác", unit="lớp tập huấn", kind=Kind.FLOW, basis=CLASSES
)
def classes_other(scope: Scope) -> Question:
    elsewhere = when("không phải về khởi nghiệp đổi mới sáng tạo", ~Q(field=TrainingClass.Field.STARTUP))
    return _classes(scope, elsewhere).listed(held, order=("recorded_on", "pk"))


# --- industrial property ----------------------------------------------------------------------------------------


@indicator(
    "support.ip_enterprises",
    "Doanh nghiệp được hướng dẫn hồ sơ đăng ký bảo hộ quyền sở hữu công nghiệp",
    unit="doanh nghiệp",
    kind=Kind.DISTINCT,
    basis="Mỗi doanh nghiệp một lần trong kỳ, dù được hướng dẫn mấy hồ sơ, theo ngày hướng dẫn; "
    "kỳ số liệu theo {regime}.",
)
def ip_enterprises(scope: Scope) -> Question:
    return ask(
        IntellectualPropertyGuidance.objects.all(),
        when_on("hướng dẫn trong kỳ", "guided_on", scope.days),
        when_agency(scope.agency),
    ).distinct("beneficiary")
