"""What is counted of advisory documents."""

from sokhcn.areas.advice.entries import issued as entry
from sokhcn.areas.advice.models import AdvisoryDocument
from sokhcn.figures.indicator import Kind, Scope, indicator
from sokhcn.kernel.reading import Question
from sokhcn.records.asking import ask, near, when, when_agency, when_on

State = AdvisoryDocument.State


@indicator(
    "advice.issued",
    "Văn bản Sở tham mưu được ban hành trong kỳ",
    unit="văn bản",
    kind=Kind.FLOW,
    basis="Mỗi văn bản một lần, theo ngày ban hành; kỳ số liệu theo {regime}.",
)
def issued(scope: Scope) -> Question:
    return ask(
        AdvisoryDocument.objects.all(),
        when(
            "đã được cấp có thẩm quyền ban hành",
            state=State.ISSUED,
            near=(near("đã trình, chưa ban hành", state=State.SUBMITTED), near("đang soạn thảo", state=State.DRAFTING)),
        ),
        when_on("ban hành trong kỳ", "paper__issued_on", scope.days),
        when_agency(scope.agency),
    ).listed(entry, order=("recorded_on", "pk"), related=("paper",))
