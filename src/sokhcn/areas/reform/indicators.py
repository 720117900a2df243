"""What is counted of administrative reform."""

from sokhcn.areas.reform.entries import plan
from sokhcn.areas.reform.models import ReformPlan
from sokhcn.figures.indicator import Kind, Scope, indicator
from sokhcn.kernel.reading import Question
from sokhcn.records.asking import ask, near, when, when_agency, when_on

State = ReformPlan.State


@indicator(
    "reform.plans",
    "Kế hoạch cải cách hành chính ban hành trong kỳ",
    unit="kế hoạch",
    kind=Kind.FLOW,
    basis="Mỗi kế hoạch một lần, theo ngày ban hành; chưa ghi ngày ban hành thì theo ngày vào sổ. "
    "Kỳ số liệu theo {regime}.",
)
def plans(scope: Scope) -> Question:
    return ask(
        ReformPlan.objects.all(),
        when("đã ban hành", state=State.ISSUED, near=(near("đang soạn thảo", state=State.DRAFTING),)),
        when_on("ban hành trong kỳ", "issued_on", scope.days),
        when_agency(scope.agency),
    ).listed(plan, order=("recorded_on", "pk"))
