"""What is counted of science and technology tasks."""

from sokhcn.areas.research import questions
from sokhcn.areas.research.declaring import Family, by_council, by_kind, by_level, by_rating, flow
from sokhcn.areas.research.models import Adjustment, Application, Disbursement, Product
from sokhcn.areas.research.questions import of_parts, step
from sokhcn.figures.derived import Derived
from sokhcn.figures.formula import SHARE
from sokhcn.figures.indicator import Kind, Scope, indicator
from sokhcn.kernel.reading import Question
from sokhcn.records.asking import happened, when

Changed = Adjustment.Kind
ON_LAST_DAY = (
    "Nhiệm vụ đã bắt đầu hợp đồng và đến hết ngày cuối kỳ chưa thanh lý hợp đồng, chưa chấm dứt. Nhiệm vụ đã nghiệm "
    "thu vẫn được tính cho đến khi thanh lý hợp đồng, vì vậy nhiệm vụ nghiệm thu trong kỳ nằm trong số này."
)
BY_ACCEPTANCE = (
    "Mỗi nhiệm vụ một lần, theo ngày họp hội đồng nghiệm thu; nhiệm vụ chưa ghi ngày nghiệm thu thì không tính. "
    "Kỳ số liệu theo {regime}."
)
ANY_DAY = (
    "Nhiệm vụ có hợp đồng đang thực hiện vào bất kỳ ngày nào của kỳ, mỗi nhiệm vụ một lần. Kỳ số liệu theo {regime}."
)
IN_PERIOD = "Mỗi nhiệm vụ một lần, theo ngày ghi trong sổ; chưa ghi ngày ấy thì không tính. Kỳ số liệu theo {regime}."
BY_MEETING = "Mỗi phiên họp hội đồng về một nhiệm vụ tính một lần, theo ngày họp. Kỳ số liệu theo {regime}."
BY_DECISION = "Mỗi quyết định điều chỉnh một lần, theo ngày quyết định. Kỳ số liệu theo {regime}."
BY_PAYMENT = "Cộng các đợt cấp, thanh toán kinh phí theo ngày chi, triệu đồng. Kỳ số liệu theo {regime}."
CHECKED = "Theo ngày kiểm tra ghi trong sổ kiểm tra nhiệm vụ. Kỳ số liệu theo {regime}."
SETTLED = "Cộng kinh phí quyết toán của các nhiệm vụ, theo ngày quyết toán. Kỳ số liệu theo {regime}."
OPEN = "Cộng các khoản tạm ứng đã chi mà đến hết ngày cuối kỳ chưa thanh toán tạm ứng."
REPORTED = "Mỗi báo cáo một lần, theo ngày báo cáo. Kỳ số liệu theo {regime}."
DELIVERED = "Mỗi dòng sản phẩm một lần, theo ngày giao nộp. Kỳ số liệu theo {regime}."
MILLIONS = "triệu đồng"

# --- managed and carried out --------------------------------------------------------------------------------------


@indicator(
    "research.managed",
    "Nhiệm vụ KH&CN đang theo dõi, quản lý",
    unit="nhiệm vụ",
    kind=Kind.STOCK,
    basis=ON_LAST_DAY,
)
def managed(scope: Scope) -> Question:
    return questions.managed(scope)


MANAGED = Family("research.managed", "Nhiệm vụ {} đang theo dõi, quản lý", Kind.STOCK, ON_LAST_DAY, questions.managed)
managed_national, managed_ministerial, managed_provincial, managed_grassroots = by_level(MANAGED)
managed_topics, managed_schemes, managed_pilots, managed_projects = by_kind(MANAGED)


@indicator(
    "research.managed_carried",
    "Nhiệm vụ đang quản lý chuyển tiếp từ các năm trước",
    unit="nhiệm vụ chuyển tiếp",
    kind=Kind.STOCK,
    basis=ON_LAST_DAY,
)
def managed_carried(scope: Scope) -> Question:
    return questions.managed(scope, questions.carried_over(scope))


@indicator(
    "research.managed_new",
    "Nhiệm vụ đang quản lý thực hiện mới trong năm",
    unit="nhiệm vụ thực hiện mới",
    kind=Kind.STOCK,
    basis=ON_LAST_DAY,
)
def managed_new(scope: Scope) -> Question:
    return questions.managed(scope, questions.newly_started(scope))


@indicator(
    "research.carried_out",
    "Nhiệm vụ KH&CN triển khai trong kỳ",
    unit="nhiệm vụ",
    kind=Kind.DISTINCT,
    basis=ANY_DAY,
)
def carried_out(scope: Scope) -> Question:
    return questions.carried_out(scope)


CARRIED_OUT = Family(
    "research.carried_out", "Nhiệm vụ {} triển khai trong kỳ", Kind.DISTINCT, ANY_DAY, questions.carried_out
)
carried_out_national, carried_out_ministerial, carried_out_provincial, carried_out_grassroots = by_level(CARRIED_OUT)

# --- from proposal to contract ------------------------------------------------------------------------------------

proposed = flow(
    "research.proposed",
    "Đề xuất nhiệm vụ tiếp nhận trong kỳ",
    "đề xuất nhiệm vụ được tiếp nhận",
    IN_PERIOD,
    lambda scope: step("đề xuất", "proposed_on", scope),
)
listed = flow(
    "research.listed",
    "Nhiệm vụ được phê duyệt danh mục trong kỳ",
    "nhiệm vụ được phê duyệt danh mục",
    IN_PERIOD,
    lambda scope: step("phê duyệt danh mục", "listed_on", scope),
)
approved = flow(
    "research.approved",
    "Nhiệm vụ được phê duyệt thực hiện trong kỳ",
    "nhiệm vụ được phê duyệt thực hiện",
    IN_PERIOD,
    lambda scope: step("phê duyệt nhiệm vụ", "approved_on", scope),
)
begun = flow(
    "research.begun",
    "Nhiệm vụ bắt đầu hợp đồng trong kỳ",
    "nhiệm vụ triển khai mới",
    IN_PERIOD,
    questions.begun,
)

# --- councils, checks, adjustments --------------------------------------------------------------------------------

councils = flow(
    "research.councils", "Hội đồng tư vấn KH&CN đã họp trong kỳ", "hội đồng", BY_MEETING, questions.councils
)
(
    councils_determination,
    councils_selection,
    councils_appraisal,
    councils_self_assessment,
    councils_acceptance,
) = by_council(Family("research.councils", "Phiên họp {} trong kỳ", Kind.FLOW, BY_MEETING, questions.councils))
checks = flow("research.checks", "Lượt kiểm tra tiến độ nhiệm vụ trong kỳ", "lượt", CHECKED, questions.checks)


@indicator(
    "research.checked_tasks",
    "Nhiệm vụ được kiểm tra tiến độ trong kỳ",
    unit="nhiệm vụ",
    kind=Kind.DISTINCT,
    basis=CHECKED,
)
def checked_tasks(scope: Scope) -> Question:
    return questions.checks(scope).distinct("task")


extended = flow(
    "research.extended",
    "Lượt gia hạn nhiệm vụ trong kỳ",
    "lượt gia hạn",
    BY_DECISION,
    lambda scope: questions.adjusted(scope, "là gia hạn", Changed.EXTENSION),
)
adjusted = flow(
    "research.adjusted",
    "Lượt điều chỉnh nội dung, kinh phí, nhân sự trong kỳ",
    "lượt điều chỉnh nội dung, kinh phí, nhân sự",
    BY_DECISION,
    lambda scope: questions.adjusted(scope, "là điều chỉnh", *questions.CHANGES),
)
suspended = flow(
    "research.suspended",
    "Lượt tạm dừng nhiệm vụ trong kỳ",
    "lượt tạm dừng",
    BY_DECISION,
    lambda scope: questions.adjusted(scope, "là tạm dừng", Changed.SUSPENSION),
)
terminated = flow(
    "research.terminated",
    "Nhiệm vụ chấm dứt trong kỳ",
    "nhiệm vụ chấm dứt",
    IN_PERIOD,
    lambda scope: step("chấm dứt", "terminated_on", scope),
)

# --- acceptance ---------------------------------------------------------------------------------------------------

submitted = flow(
    "research.submitted",
    "Hồ sơ nghiệm thu tiếp nhận trong kỳ",
    "hồ sơ nghiệm thu",
    IN_PERIOD,
    lambda scope: step("nộp hồ sơ nghiệm thu", "submitted_on", scope),
)


@indicator(
    "research.accepted",
    "Nhiệm vụ KH&CN nghiệm thu trong kỳ",
    unit="nhiệm vụ",
    kind=Kind.FLOW,
    basis=BY_ACCEPTANCE,
)
def accepted(scope: Scope) -> Question:
    return questions.accepted(scope)


accepted_national, accepted_ministerial, accepted_provincial, accepted_grassroots = by_level(
    Family("research.accepted", "Nhiệm vụ {} nghiệm thu trong kỳ", Kind.FLOW, BY_ACCEPTANCE, questions.accepted)
)
accepted_passed, accepted_excellent, accepted_good, accepted_average, accepted_failed = by_rating(
    Family(
        "research.accepted", "Nhiệm vụ nghiệm thu trong kỳ xếp loại {}", Kind.FLOW, BY_ACCEPTANCE, questions.accepted
    )
)

# --- after acceptance ---------------------------------------------------------------------------------------------

registered = flow(
    "research.registered",
    "Nhiệm vụ đăng ký kết quả trong kỳ",
    "nhiệm vụ được đăng ký kết quả",
    IN_PERIOD,
    lambda scope: step("đăng ký kết quả", "registered_on", scope),
)
recognised = flow(
    "research.recognised",
    "Nhiệm vụ được công nhận kết quả trong kỳ",
    "nhiệm vụ được công nhận kết quả",
    IN_PERIOD,
    lambda scope: step("công nhận kết quả", "recognised_on", scope),
)
handed_over = flow(
    "research.handed_over",
    "Nhiệm vụ bàn giao kết quả trong kỳ",
    "nhiệm vụ được bàn giao kết quả",
    IN_PERIOD,
    lambda scope: step("bàn giao kết quả", "handed_over_on", scope),
)
closed = flow(
    "research.closed",
    "Nhiệm vụ thanh lý hợp đồng trong kỳ",
    "nhiệm vụ được thanh lý hợp đồng",
    IN_PERIOD,
    lambda scope: step("thanh lý hợp đồng", "closed_on", scope),
)
applications = flow(
    "research.applications",
    "Báo cáo ứng dụng kết quả nhận được trong kỳ",
    "báo cáo ứng dụng kết quả",
    REPORTED,
    lambda scope: of_parts(Application, scope, happened("báo cáo", "reported_on", scope.days)),
)
products = flow(
    "research.products",
    "Sản phẩm của nhiệm vụ giao nộp trong kỳ",
    "sản phẩm",
    DELIVERED,
    lambda scope: of_parts(Product, scope, happened("giao nộp", "delivered_on", scope.days)),
)

# --- money --------------------------------------------------------------------------------------------------------

disbursed = flow("research.disbursed", "Kinh phí cấp cho nhiệm vụ trong kỳ", MILLIONS, BY_PAYMENT, questions.paid)
disbursed_state = flow(
    "research.disbursed_state",
    "Kinh phí từ ngân sách nhà nước cấp cho nhiệm vụ trong kỳ",
    MILLIONS,
    BY_PAYMENT,
    lambda scope: questions.paid(scope, when("từ ngân sách nhà nước", source=Disbursement.Source.STATE)),
)
settled = flow(
    "research.settled",
    "Kinh phí nhiệm vụ được quyết toán trong kỳ",
    MILLIONS,
    SETTLED,
    lambda scope: step("quyết toán", "settled_on", scope).summed("settled_budget"),
)


@indicator(
    "research.advances_open",
    "Kinh phí tạm ứng chưa thanh toán đến ngày cuối kỳ",
    unit=MILLIONS,
    kind=Kind.STOCK,
    basis=OPEN,
)
def advances_open(scope: Scope) -> Question:
    return questions.unsettled(scope)


# --- shares -------------------------------------------------------------------------------------------------------

accepted_share_excellent = Derived(
    "research.accepted_share_excellent",
    "Tỷ lệ nhiệm vụ nghiệm thu trong kỳ xếp loại Xuất sắc",
    "%",
    SHARE,
    ("research.accepted_excellent", "research.accepted"),
    "Nhiệm vụ xếp loại Xuất sắc trên nhiệm vụ nghiệm thu trong cùng kỳ, theo ngày họp hội đồng nghiệm thu. "
    "Kỳ số liệu theo {regime}.",
)
accepted_expected_share = Derived(
    "research.accepted_expected_share",
    "Tỷ lệ nhiệm vụ ước nghiệm thu so với kế hoạch năm",
    "%",
    SHARE,
    ("research.accepted@estimate", "research.accepted@plan"),
    "Số ước của kỳ trên chỉ tiêu kế hoạch năm; là số ước vì tính từ số ước. Kỳ số liệu theo {regime}.",
)
