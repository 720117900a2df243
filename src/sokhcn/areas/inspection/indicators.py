"""What is counted of inspections and checks."""

from sokhcn.areas.inspection import questions
from sokhcn.areas.inspection.models import Campaign, Recommendation, Sample, Sanction
from sokhcn.areas.inspection.questions import JOINED, LED, concluded, of_kind, of_parts, running, sanctioned
from sokhcn.figures.derived import Derived
from sokhcn.figures.formula import RATIO
from sokhcn.figures.indicator import Indicator, Kind, Scope, indicator
from sokhcn.kernel.reading import Condition, Question
from sokhcn.records.asking import happened, when

Tested = Sample.Kind
BASIS = (
    "Mỗi cuộc, mỗi đợt triển khai trong kỳ một lần, kể cả bắt đầu từ kỳ trước; chưa ghi ngày bắt đầu thì theo ngày vào "
    "sổ; kỳ số liệu theo {regime}."
)
RESULTS = (
    "Cộng số liệu của các cuộc do Sở chủ trì kết thúc trong kỳ; cơ sở được kiểm tra hai cuộc được tính hai lần; "
    "kỳ số liệu theo {regime}."
)
SAMPLED = (
    "Cộng số lượng của các dòng trong sổ mẫu, phương tiện đo được kiểm tra, theo ngày kiểm tra, lấy mẫu; chỉ các cuộc "
    "do Sở chủ trì; kỳ số liệu theo {regime}."
)
DECIDED = "Mỗi quyết định còn hiệu lực một lần, theo ngày ra quyết định; kỳ số liệu theo {regime}."
FINED = "Cộng số tiền phạt của các quyết định còn hiệu lực, theo ngày ra quyết định; kỳ số liệu theo {regime}."


@indicator("inspection.led", "Cuộc thanh tra, đợt kiểm tra do Sở chủ trì", unit="cuộc", kind=Kind.DISTINCT, basis=BASIS)
def led(scope: Scope) -> Question:
    return running(scope, LED)


def _led(key: str, label: str, unit: str, only: Condition) -> Indicator:
    def asked(scope: Scope) -> Question:
        return running(scope, LED, only)

    return indicator(f"inspection.led_{key}", label, unit=unit, kind=Kind.DISTINCT, basis=BASIS)(asked)


led_inspections = _led(
    "inspections", "Cuộc thanh tra do Sở chủ trì", "cuộc thanh tra", of_kind(Campaign.Kind.INSPECTION)
)
led_state_checks = _led(
    "state_checks",
    "Đợt kiểm tra nhà nước do Sở chủ trì",
    "đợt kiểm tra nhà nước",
    of_kind(Campaign.Kind.STATE_CHECK),
)
led_specialised = _led(
    "specialised",
    "Đợt kiểm tra chuyên ngành do Sở chủ trì",
    "đợt kiểm tra chuyên ngành",
    of_kind(Campaign.Kind.SPECIALISED_CHECK),
)
led_joint = _led(
    "joint", "Đợt kiểm tra liên ngành do Sở chủ trì", "đợt kiểm tra liên ngành", of_kind(Campaign.Kind.JOINT)
)
led_planned = _led("planned", "Cuộc theo kế hoạch do Sở chủ trì", "cuộc theo kế hoạch", questions.by_plan())
led_unscheduled = _led("unscheduled", "Cuộc đột xuất do Sở chủ trì", "cuộc đột xuất", questions.unscheduled())


@indicator(
    "inspection.ongoing",
    "Cuộc do Sở chủ trì đang tiến hành đến ngày cuối kỳ",
    unit="cuộc đang tiến hành",
    kind=Kind.STOCK,
    basis="Cuộc đã triển khai mà đến hết ngày cuối kỳ chưa kết thúc, chưa có kết quả chính thức.",
)
def ongoing(scope: Scope) -> Question:
    return questions.going_on(scope)


@indicator(
    "inspection.joint", "Cuộc thanh tra, kiểm tra do cơ quan khác chủ trì", unit="cuộc", kind=Kind.DISTINCT, basis=BASIS
)
def joint(scope: Scope) -> Question:
    return running(scope, JOINED)


# --- results ------------------------------------------------------------------------------------------------------


@indicator("inspection.establishments_checked", "Cơ sở được kiểm tra", unit="cơ sở", kind=Kind.FLOW, basis=RESULTS)
def establishments_checked(scope: Scope) -> Question:
    return concluded(scope).summed("establishments_checked")


@indicator("inspection.organisations_checked", "Tổ chức được kiểm tra", unit="tổ chức", kind=Kind.FLOW, basis=RESULTS)
def organisations_checked(scope: Scope) -> Question:
    return concluded(scope).summed("organisations_checked")


@indicator("inspection.individuals_checked", "Cá nhân được kiểm tra", unit="cá nhân", kind=Kind.FLOW, basis=RESULTS)
def individuals_checked(scope: Scope) -> Question:
    return concluded(scope).summed("individuals_checked")


@indicator("inspection.violators", "Cơ sở vi phạm", unit="cơ sở vi phạm", kind=Kind.FLOW, basis=RESULTS)
def violators(scope: Scope) -> Question:
    return concluded(scope).summed("violators")


@indicator("inspection.violations", "Vụ vi phạm phát hiện qua kiểm tra", unit="vụ", kind=Kind.FLOW, basis=RESULTS)
def violations(scope: Scope) -> Question:
    return concluded(scope).summed("violations")


@indicator(
    "inspection.visited",
    "Cơ sở đã đến kiểm tra trong kỳ",
    unit="cơ sở",
    kind=Kind.DISTINCT,
    basis="Mỗi cơ sở một lần trong kỳ, theo ngày kiểm tra ghi ở sổ cơ sở được kiểm tra; chỉ các "
    "cuộc do Sở chủ trì; kỳ số liệu theo {regime}.",
)
def visited(scope: Scope) -> Question:
    return questions.visited(scope)


@indicator(
    "inspection.instruments_checked",
    "Phương tiện đo được kiểm tra",
    unit="phương tiện đo",
    kind=Kind.FLOW,
    basis=SAMPLED,
)
def instruments_checked(scope: Scope) -> Question:
    return questions.samples(scope, "là phương tiện đo", Tested.INSTRUMENT).summed("quantity")


@indicator(
    "inspection.samples_checked", "Mẫu hàng hóa được kiểm tra", unit="mẫu hàng hóa", kind=Kind.FLOW, basis=SAMPLED
)
def samples_checked(scope: Scope) -> Question:
    return questions.samples(scope, "là hàng hóa", Tested.GOODS, Tested.PREPACKAGED).summed("quantity")


@indicator(
    "inspection.samples_failed",
    "Mẫu, phương tiện đo không đạt yêu cầu",
    unit="mẫu, phương tiện đo",
    kind=Kind.FLOW,
    basis=SAMPLED,
)
def samples_failed(scope: Scope) -> Question:
    return questions.samples(scope, "là mẫu hoặc phương tiện đo", *Tested).summed("failed")


@indicator(
    "inspection.lots_checked",
    "Lô hàng đóng gói sẵn được kiểm tra",
    unit="lô hàng đóng gói sẵn",
    kind=Kind.FLOW,
    basis="Mỗi dòng hàng đóng gói sẵn một lần, theo ngày kiểm tra, lấy mẫu; chỉ các cuộc do Sở chủ trì; kỳ số "
    "liệu theo {regime}.",
)
def lots_checked(scope: Scope) -> Question:
    return questions.samples(scope, "là hàng đóng gói sẵn", Tested.PREPACKAGED)


@indicator(
    "inspection.reported",
    "Kết luận thanh tra, kiểm tra ban hành trong kỳ",
    unit="kết luận",
    kind=Kind.FLOW,
    basis="Mỗi cuộc do Sở chủ trì một lần, theo ngày kết luận; kỳ số liệu theo {regime}.",
)
def reported(scope: Scope) -> Question:
    return questions.reported(scope)


@indicator(
    "inspection.recommendations_done",
    "Kiến nghị được thực hiện xong trong kỳ",
    unit="kiến nghị",
    kind=Kind.FLOW,
    basis="Mỗi kiến nghị một lần, theo ngày thực hiện xong; chỉ các cuộc do Sở chủ trì; kỳ số liệu theo {regime}.",
)
def recommendations_done(scope: Scope) -> Question:
    return of_parts(Recommendation, scope, happened("thực hiện xong", "done_on", scope.days))


# --- sanctions ----------------------------------------------------------------------------------------------------


@indicator(
    "inspection.sanctions",
    "Quyết định xử phạt vi phạm hành chính trong kỳ",
    unit="quyết định xử phạt",
    kind=Kind.FLOW,
    basis=DECIDED,
)
def sanctions(scope: Scope) -> Question:
    return sanctioned(scope)


@indicator(
    "inspection.sanctions_fine",
    "Quyết định phạt tiền trong kỳ",
    unit="quyết định phạt tiền",
    kind=Kind.FLOW,
    basis=DECIDED,
)
def sanctions_fine(scope: Scope) -> Question:
    return sanctioned(scope, when("phạt tiền", kind=Sanction.Kind.FINE))


@indicator(
    "inspection.sanctions_warning",
    "Quyết định phạt cảnh cáo trong kỳ",
    unit="quyết định phạt cảnh cáo",
    kind=Kind.FLOW,
    basis=DECIDED,
)
def sanctions_warning(scope: Scope) -> Question:
    return sanctioned(scope, when("cảnh cáo", kind=Sanction.Kind.WARNING))


@indicator("inspection.fines", "Tổng số tiền phạt theo quyết định trong kỳ", unit="đồng", kind=Kind.FLOW, basis=FINED)
def fines(scope: Scope) -> Question:
    return sanctioned(scope).summed("fine")


@indicator(
    "inspection.fines_paid",
    "Tiền phạt đã nộp trong kỳ",
    unit="đồng",
    kind=Kind.FLOW,
    basis="Cộng số tiền đã nộp, theo ngày nộp phạt; kỳ số liệu theo {regime}.",
)
def fines_paid(scope: Scope) -> Question:
    return questions.paid(scope).summed("paid")


# --- shares -------------------------------------------------------------------------------------------------------

violations_per_establishment = Derived(
    "inspection.violations_per_establishment",
    "Số vụ vi phạm bình quân trên một cơ sở được kiểm tra",
    "vụ/cơ sở",
    RATIO,
    ("inspection.violations", "inspection.establishments_checked"),
    "Vụ vi phạm chia cho lượt cơ sở được kiểm tra của cùng các cuộc; kỳ số liệu theo {regime}.",
)
