"""What is counted of support: tasks and their money, classes, dossiers of industrial property, startups."""

from django.db.models import Q

from sokhcn.areas.support.entries import held
from sokhcn.areas.support.models import (
    Disbursement,
    IntellectualPropertyGuidance,
    Startup,
    SupportTask,
    TrainingClass,
)
from sokhcn.areas.support.questions import (
    filed,
    guided,
    held_classes,
    incubations,
    of_kind,
    other_classes,
    recognitions,
    running_tasks,
    startup_classes,
    tasks_elsewhere,
)
from sokhcn.figures.indicator import Indicator, Kind, Scope, indicator
from sokhcn.kernel.reading import Question
from sokhcn.records.asking import MARGIN, ask, near, when, when_agency, when_agency_of, when_dated, when_on

Task, Class, Right, Startups = SupportTask.State, TrainingClass.State, IntellectualPropertyGuidance.State, Startup.State
PERIOD = "kỳ số liệu theo {regime}."
TASKS = (
    "Nhiệm vụ đang thực hiện đến ngày cuối kỳ, mỗi nhiệm vụ một lần; nhiệm vụ hoàn thành hoặc dừng trước ngày cuối kỳ "
    "không tính. Ngày cuối kỳ theo {regime}."
)
CLASSES = (
    "Mỗi lớp đã tổ chức một lần, theo ngày khai mạc, lớp chưa ghi ngày theo ngày vào sổ; kỳ số liệu theo {regime}."
)
ATTENDANCE = "Cộng số người, số đơn vị dự của từng lớp khởi nghiệp trong kỳ; ai dự hai lớp được tính hai lần."
ATTENDANCE_ELSEWHERE = (
    "Cộng số người, số đơn vị dự của từng lớp không về khởi nghiệp trong kỳ; ai dự hai lớp được tính hai lần."
)


# --- tasks ------------------------------------------------------------------------------------------------------


@indicator("support.tasks", "Nhiệm vụ hỗ trợ đang thực hiện", unit="nhiệm vụ", kind=Kind.STOCK, basis=TASKS)
def tasks(scope: Scope) -> Question:
    return running_tasks(scope)


@indicator(
    "support.tasks_quality_system",
    "Nhiệm vụ về áp dụng hệ thống quản lý chất lượng tiên tiến",
    unit="nhiệm vụ",
    kind=Kind.STOCK,
    basis=TASKS,
)
def tasks_quality_system(scope: Scope) -> Question:
    return running_tasks(scope, of_kind(SupportTask.Kind.QUALITY_SYSTEM))


@indicator("support.tasks_technology", "Nhiệm vụ về đổi mới công nghệ", unit="nhiệm vụ", kind=Kind.STOCK, basis=TASKS)
def tasks_technology(scope: Scope) -> Question:
    return running_tasks(scope, of_kind(SupportTask.Kind.TECHNOLOGY_RENEWAL))


@indicator(
    "support.tasks_startup",
    "Nhiệm vụ hỗ trợ hệ sinh thái khởi nghiệp đổi mới sáng tạo",
    unit="nhiệm vụ",
    kind=Kind.STOCK,
    basis=TASKS,
)
def tasks_startup(scope: Scope) -> Question:
    return running_tasks(scope, of_kind(SupportTask.Kind.STARTUP_ECOSYSTEM))


@indicator("support.tasks_other", "Nhiệm vụ hỗ trợ khác", unit="nhiệm vụ", kind=Kind.STOCK, basis=TASKS)
def tasks_other(scope: Scope) -> Question:
    return tasks_elsewhere(scope)


def _tasks_about(name: str, about: str, kind: SupportTask.Kind) -> Indicator:
    told = indicator(
        f"support.tasks_{name}",
        f"Nhiệm vụ hỗ trợ về {about}",
        unit=f"nhiệm vụ về {about}",
        kind=Kind.STOCK,
        basis=f"Trong số nhiệm vụ hỗ trợ khác. {TASKS}",
    )
    return told(lambda scope: running_tasks(scope, of_kind(kind)))


tasks_property = _tasks_about("property", "sở hữu trí tuệ", SupportTask.Kind.IP_GUIDANCE)
tasks_traceability = _tasks_about("traceability", "truy xuất nguồn gốc", SupportTask.Kind.TRACEABILITY)
tasks_award = _tasks_about("award", "giải thưởng chất lượng quốc gia", SupportTask.Kind.QUALITY_AWARD)
tasks_training = _tasks_about("training", "đào tạo, tập huấn", SupportTask.Kind.TRAINING)
tasks_standard = _tasks_about("standard", "tiêu chuẩn, hợp chuẩn, hợp quy", SupportTask.Kind.STANDARD)
tasks_brand = _tasks_about("brand", "xây dựng nhãn hiệu", SupportTask.Kind.BRAND)


@indicator(
    "support.beneficiaries",
    "Đơn vị đang được hỗ trợ qua nhiệm vụ",
    unit="đơn vị",
    kind=Kind.STOCK,
    basis=f"Mỗi đơn vị một lần, dù có mấy nhiệm vụ; nhiệm vụ chưa ghi đơn vị thì không có đơn vị nào. {TASKS}",
)
def beneficiaries(scope: Scope) -> Question:
    return running_tasks(scope).distinct("beneficiary")


@indicator(
    "support.tasks_started",
    "Nhiệm vụ hỗ trợ triển khai mới trong kỳ",
    unit="nhiệm vụ",
    kind=Kind.FLOW,
    basis="Mỗi nhiệm vụ một lần, theo ngày bắt đầu, chưa ghi ngày thì theo ngày vào sổ; không tính nhiệm vụ đã dừng, "
    "nhiệm vụ không triển khai; " + PERIOD,
)
def tasks_started(scope: Scope) -> Question:
    return ask(
        SupportTask.objects.all(),
        when(
            "đã triển khai",
            state__in=(Task.RUNNING, Task.COMPLETED, Task.LIQUIDATED),
            near=(
                near("chưa triển khai", state__in=(Task.PROPOSED, Task.APPROVED)),
                near("đã dừng", state=Task.STOPPED),
            ),
        ),
        when_on("bắt đầu trong kỳ", "started_on", scope.days),
        when_agency(scope.agency),
    )


@indicator(
    "support.tasks_completed",
    "Nhiệm vụ hỗ trợ hoàn thành trong kỳ",
    unit="nhiệm vụ",
    kind=Kind.FLOW,
    basis="Mỗi nhiệm vụ một lần, theo ngày kết thúc, kể cả nhiệm vụ đã thanh lý; không tính nhiệm vụ dừng; " + PERIOD,
)
def tasks_completed(scope: Scope) -> Question:
    return ask(
        SupportTask.objects.all(),
        when(
            "đã hoàn thành",
            state__in=(Task.COMPLETED, Task.LIQUIDATED),
            near=(near("dừng thực hiện", state=Task.STOPPED),),
        ),
        when_dated("kết thúc trong kỳ", "ended_on", scope.days),
        when_agency(scope.agency),
    )


@indicator(
    "support.certificates",
    "Giấy chứng nhận được cấp qua nhiệm vụ hỗ trợ trong kỳ",
    unit="giấy chứng nhận",
    kind=Kind.FLOW,
    basis="Mỗi nhiệm vụ có giấy chứng nhận một lần, theo ngày cấp; " + PERIOD,
)
def certificates(scope: Scope) -> Question:
    return ask(
        SupportTask.objects.all(),
        when_dated("cấp giấy chứng nhận trong kỳ", "certified_on", scope.days),
        when_agency(scope.agency),
    )


@indicator(
    "support.disbursed",
    "Kinh phí hỗ trợ giải ngân trong kỳ",
    unit="triệu đồng",
    kind=Kind.FLOW,
    basis="Cộng các đợt giải ngân theo ngày chi; đợt chưa ghi ngày chi là chưa giải ngân; " + PERIOD,
)
def disbursed(scope: Scope) -> Question:
    return ask(
        Disbursement.objects.all(),
        when_dated("giải ngân trong kỳ", "paid_on", scope.days),
        when_agency_of("task", scope.agency),
    ).summed("amount")


# --- classes ----------------------------------------------------------------------------------------------------


@indicator(
    "support.classes",
    "Lớp tập huấn về khởi nghiệp đổi mới sáng tạo",
    unit="lớp tập huấn",
    kind=Kind.FLOW,
    basis=CLASSES,
)
def classes(scope: Scope) -> Question:
    return startup_classes(scope).counted()


@indicator(
    "support.class_enterprises",
    "Doanh nghiệp dự tập huấn về khởi nghiệp đổi mới sáng tạo",
    unit="doanh nghiệp",
    kind=Kind.FLOW,
    basis=ATTENDANCE,
)
def class_enterprises(scope: Scope) -> Question:
    return startup_classes(scope).summed("enterprises")


@indicator(
    "support.class_officials",
    "Đối tượng của sở, ban, ngành dự tập huấn về khởi nghiệp đổi mới sáng tạo",
    unit="đối tượng",
    kind=Kind.FLOW,
    basis=ATTENDANCE,
)
def class_officials(scope: Scope) -> Question:
    return startup_classes(scope).summed("officials")


@indicator(
    "support.class_individuals",
    "Cá nhân khác dự tập huấn về khởi nghiệp đổi mới sáng tạo",
    unit="cá nhân",
    kind=Kind.FLOW,
    basis=ATTENDANCE,
)
def class_individuals(scope: Scope) -> Question:
    return startup_classes(scope).summed("individuals")


@indicator(
    "support.classes_other", "Lớp tập huấn thuộc lĩnh vực khác", unit="lớp tập huấn", kind=Kind.FLOW, basis=CLASSES
)
def classes_other(scope: Scope) -> Question:
    return other_classes(scope).listed(held, order=("recorded_on", "pk"))


def _classes_in(name: str, about: str, field: TrainingClass.Field) -> Indicator:
    told = indicator(
        f"support.classes_{name}", f"Lớp tập huấn {about}", unit=f"lớp {about}", kind=Kind.FLOW, basis=CLASSES
    )
    return told(lambda scope: held_classes(scope, when(f"lĩnh vực: {field.label}", field=field)))


classes_quality = _classes_in("quality", "về năng suất, chất lượng", TrainingClass.Field.QUALITY)
classes_property = _classes_in("property", "về sở hữu trí tuệ", TrainingClass.Field.INTELLECTUAL_PROPERTY)
classes_technology = _classes_in("technology", "về đổi mới, chuyển giao công nghệ", TrainingClass.Field.TECHNOLOGY)
classes_rest = _classes_in("rest", "về nội dung khác", TrainingClass.Field.OTHER)


def _attending(name: str, column: str, who: str, unit: str) -> Indicator:
    told = indicator(
        f"support.other_{name}",
        f"{who} dự tập huấn thuộc lĩnh vực khác",
        unit=unit,
        kind=Kind.FLOW,
        basis=ATTENDANCE_ELSEWHERE,
    )
    return told(lambda scope: other_classes(scope).summed(column))


other_enterprises = _attending("enterprises", "enterprises", "Doanh nghiệp", "doanh nghiệp")
other_officials = _attending(
    "officials", "officials", "Đối tượng của sở, ban, ngành", "đối tượng thuộc các sở, ban, ngành"
)
other_individuals = _attending("individuals", "individuals", "Cá nhân khác", "cá nhân")


# --- industrial property ----------------------------------------------------------------------------------------


Applicant, Property = IntellectualPropertyGuidance.Applicant, IntellectualPropertyGuidance.Kind
MARKS = (Property.TRADEMARK, Property.COLLECTIVE_MARK, Property.CERTIFICATION_MARK)
PATENTS = (Property.INVENTION, Property.UTILITY_SOLUTION)


def _guided(name: str, who: str, applicant: str) -> Indicator:
    """Those who were guided, each once."""
    told = indicator(
        f"support.ip_{name}",
        f"{who} được hướng dẫn hồ sơ đăng ký bảo hộ quyền sở hữu công nghiệp",
        unit=who.lower(),
        kind=Kind.DISTINCT,
        basis=f"Mỗi {who.lower()} một lần trong kỳ, dù được hướng dẫn mấy hồ sơ, theo ngày hướng dẫn; {PERIOD}",
    )
    return told(lambda scope: guided(scope, when(f"là {who.lower()}", applicant=applicant)).distinct("beneficiary"))


ip_enterprises = _guided("enterprises", "Doanh nghiệp", Applicant.ENTERPRISE)
ip_organisations = _guided("organisations", "Tổ chức", Applicant.ORGANISATION)
ip_individuals = _guided("individuals", "Cá nhân", Applicant.INDIVIDUAL)


def _filed(name: str, of: str, kinds: tuple[str, ...]) -> Indicator:
    told = indicator(
        f"support.ip_filed{name}",
        f"Đơn đăng ký {of} nộp trong kỳ sau hướng dẫn",
        unit=f"đơn đăng ký {of}" if name else "đơn",
        kind=Kind.FLOW,
        basis="Mỗi đơn một lần, theo ngày nộp đơn; hồ sơ chưa nộp thì không tính; " + PERIOD,
    )
    return told(lambda scope: filed(scope, when(f"đăng ký {of}", ip_kind__in=kinds)))


ip_filed = _filed("", "quyền sở hữu công nghiệp", tuple(Property.values))
ip_filed_marks = _filed("_marks", "nhãn hiệu", MARKS)
ip_filed_patents = _filed("_patents", "sáng chế, giải pháp hữu ích", PATENTS)
ip_filed_designs = _filed("_designs", "kiểu dáng công nghiệp", (Property.INDUSTRIAL_DESIGN,))
ip_filed_indications = _filed("_indications", "chỉ dẫn địa lý", (Property.GEOGRAPHICAL_INDICATION,))


@indicator(
    "support.ip_granted",
    "Văn bằng bảo hộ được cấp trong kỳ sau hướng dẫn",
    unit="văn bằng bảo hộ",
    kind=Kind.FLOW,
    basis="Mỗi văn bằng một lần, theo ngày cấp, kể cả văn bằng nay đã hết hiệu lực; " + PERIOD,
)
def ip_granted(scope: Scope) -> Question:
    return ask(
        IntellectualPropertyGuidance.objects.all(),
        when(
            "đã cấp văn bằng",
            state__in=(Right.GRANTED, Right.ENDED),
            near=(near("mới có đơn", state__in=(Right.FILED, Right.ACCEPTED)),),
        ),
        when_dated("cấp văn bằng trong kỳ", "granted_on", scope.days),
        when_agency(scope.agency),
    )


# --- startups ---------------------------------------------------------------------------------------------------


@indicator(
    "support.incubated",
    "Dự án, nhóm khởi nghiệp đang ươm tạo đến ngày cuối kỳ",
    unit="dự án",
    kind=Kind.STOCK,
    basis="Mỗi dự án một lần: ươm tạo từ ngày không sau ngày cuối kỳ, chưa kết thúc trước ngày ấy; " + PERIOD,
)
def incubated(scope: Scope) -> Question:
    return incubations(scope)


@indicator(
    "support.recognised",
    "Dự án, doanh nghiệp khởi nghiệp được công nhận trong kỳ",
    unit="dự án, doanh nghiệp",
    kind=Kind.FLOW,
    basis="Mỗi lần công nhận một lần, theo ngày công nhận, kể cả công nhận nay đã hết hạn; không tính công nhận đã thu "
    "hồi; " + PERIOD,
)
def recognised(scope: Scope) -> Question:
    return recognitions(scope, when_dated("công nhận trong kỳ", "recognised_on", scope.days))


@indicator(
    "support.recognition_valid",
    "Dự án, doanh nghiệp khởi nghiệp có công nhận còn hiệu lực đến ngày cuối kỳ",
    unit="dự án, doanh nghiệp",
    kind=Kind.STOCK,
    basis="Mỗi tên một lần: công nhận không sau ngày cuối kỳ, chưa hết hạn vào ngày ấy, không bị thu hồi; " + PERIOD,
)
def recognition_valid(scope: Scope) -> Question:
    last = scope.last_day
    return recognitions(
        scope,
        when(
            "công nhận không sau ngày cuối kỳ",
            recognised_on__lte=last,
            near=(near("công nhận sau ngày cuối kỳ", recognised_on__gt=last, recognised_on__lte=last + MARGIN),),
        ),
        when(
            "còn hạn vào ngày cuối kỳ",
            Q(expires_on__gte=last) | Q(expires_on=None, state=Startups.RECOGNISED),
            near=(near("vừa hết hạn", expires_on__gte=last - MARGIN),),
        ),
    ).distinct("name")
