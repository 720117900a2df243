"""What is counted of advisory documents: issued, by whom and of which kind, submitted, on time, still awaited."""

from collections.abc import Mapping

from django.db.models import F, Q

from sokhcn.areas.advice.entries import issued as entry
from sokhcn.areas.advice.models import AdvisoryDocument
from sokhcn.figures.derived import Derived
from sokhcn.figures.formula import SHARE
from sokhcn.figures.indicator import Kind, Scope, indicator
from sokhcn.kernel.reading import Condition, Question
from sokhcn.records.asking import ask, near, when, when_agency, when_on

State = AdvisoryDocument.State
PERIOD = "kỳ số liệu theo {regime}."
BY_DAY = "Mỗi văn bản một lần, theo ngày ban hành; " + PERIOD
SUBMITTED_ONCE = "Mỗi dự thảo một lần, theo ngày trình, dự thảo chưa ghi ngày trình thì theo ngày vào sổ; " + PERIOD
# How the bodies of a province write their names, with the tone mark on either vowel of "ủy"; whatever begins
# otherwise is another body's.
BODIES: Mapping[str, tuple[str, ...]] = {
    "party": (
        *("Tỉnh ủy", "Ban Thường vụ Tỉnh ủy", "Thường trực Tỉnh ủy", "Ban Chấp hành Đảng bộ", "Ban Cán sự"),
        *("Tỉnh uỷ", "Ban Thường vụ Tỉnh uỷ", "Thường trực Tỉnh uỷ"),
    ),
    "council": ("HĐND", "Hội đồng nhân dân", "Thường trực HĐND"),
    "committee": (
        *("UBND", "Ủy ban nhân dân", "Chủ tịch UBND", "Chủ tịch Ủy ban"),
        *("Uỷ ban nhân dân", "Chủ tịch Uỷ ban"),
    ),
    "ministry": ("Bộ ", "Chính phủ", "Thủ tướng"),
}


def _by(body: str) -> Q:
    return Q(*(Q(paper__issuer__startswith=name) for name in BODIES[body]), _connector=Q.OR)


def _issued(scope: Scope, *more: Condition) -> Question:
    return ask(
        AdvisoryDocument.objects.all(),
        when(
            "đã được cấp có thẩm quyền ban hành",
            state=State.ISSUED,
            near=(near("đã trình, chưa ban hành", state=State.SUBMITTED), near("đang soạn thảo", state=State.DRAFTING)),
        ),
        when_on("ban hành trong kỳ", "paper__issued_on", scope.days),
        when_agency(scope.agency),
        *more,
    )


@indicator(
    "advice.issued",
    "Văn bản Sở tham mưu được ban hành trong kỳ",
    unit="văn bản",
    kind=Kind.FLOW,
    basis=BY_DAY,
)
def issued(scope: Scope) -> Question:
    return _issued(scope).listed(entry, order=("recorded_on", "pk"), related=("paper",))


@indicator(
    "advice.normative",
    "Văn bản quy phạm pháp luật Sở tham mưu được ban hành trong kỳ",
    unit="văn bản quy phạm pháp luật",
    kind=Kind.FLOW,
    basis=BY_DAY,
)
def normative(scope: Scope) -> Question:
    return _issued(scope, when("là văn bản quy phạm pháp luật", is_normative=True)).counted()


@indicator(
    "advice.issued_party",
    "Văn bản tham mưu do cấp ủy ban hành trong kỳ",
    unit="văn bản của Tỉnh ủy",
    kind=Kind.FLOW,
    basis=BY_DAY,
)
def issued_party(scope: Scope) -> Question:
    return _issued(scope, when("do cấp ủy ban hành", _by("party"))).counted()


@indicator(
    "advice.issued_council",
    "Văn bản tham mưu do HĐND tỉnh ban hành trong kỳ",
    unit="văn bản của HĐND tỉnh",
    kind=Kind.FLOW,
    basis=BY_DAY,
)
def issued_council(scope: Scope) -> Question:
    return _issued(scope, when("do HĐND tỉnh ban hành", _by("council"))).counted()


@indicator(
    "advice.issued_committee",
    "Văn bản tham mưu do UBND tỉnh, Chủ tịch UBND tỉnh ban hành trong kỳ",
    unit="văn bản của UBND tỉnh",
    kind=Kind.FLOW,
    basis=BY_DAY,
)
def issued_committee(scope: Scope) -> Question:
    return _issued(scope, when("do UBND tỉnh ban hành", _by("committee"))).counted()


@indicator(
    "advice.issued_ministry",
    "Văn bản tham mưu do Bộ, Chính phủ, Thủ tướng Chính phủ ban hành trong kỳ",
    unit="văn bản của trung ương",
    kind=Kind.FLOW,
    basis=BY_DAY,
)
def issued_ministry(scope: Scope) -> Question:
    return _issued(scope, when("do trung ương ban hành", _by("ministry"))).counted()


@indicator(
    "advice.issued_other",
    "Văn bản tham mưu do cơ quan khác ban hành trong kỳ",
    unit="văn bản của cơ quan khác",
    kind=Kind.FLOW,
    basis=BY_DAY,
)
def issued_other(scope: Scope) -> Question:
    others = ~Q(*(_by(body) for body in BODIES), _connector=Q.OR)
    return _issued(scope, when("do cơ quan khác ban hành", others)).counted()


def _submitted(scope: Scope, *more: Condition) -> Question:
    sent = (State.SUBMITTED, State.ISSUED, State.RETURNED)
    return ask(
        AdvisoryDocument.objects.all(),
        when("đã trình", state__in=sent, near=(near("đang soạn thảo", state=State.DRAFTING),)),
        when_on("trình trong kỳ", "submitted_on", scope.days),
        when_agency(scope.agency),
        *more,
    )


@indicator(
    "advice.submitted_on_demand",
    "Văn bản được giao có thời hạn đã trình trong kỳ",
    unit="văn bản",
    kind=Kind.FLOW,
    basis=SUBMITTED_ONCE,
)
def submitted_on_demand(scope: Scope) -> Question:
    return _submitted(scope, when("có thời hạn được giao", due_on__isnull=False)).counted()


@indicator(
    "advice.submitted_in_time",
    "Văn bản được giao đã trình đúng thời hạn trong kỳ",
    unit="văn bản",
    kind=Kind.FLOW,
    basis="Trong số văn bản được giao có thời hạn đã trình trong kỳ, văn bản trình không sau thời hạn; " + PERIOD,
)
def submitted_in_time(scope: Scope) -> Question:
    return _submitted(
        scope,
        when("có thời hạn được giao", due_on__isnull=False),
        when(
            "trình đúng thời hạn",
            submitted_on__lte=F("due_on"),
            near=(near("trình sau thời hạn", submitted_on__gt=F("due_on")),),
        ),
    ).counted()


@indicator(
    "advice.awaited",
    "Văn bản đã trình, chờ ban hành đến ngày cuối kỳ",
    unit="văn bản",
    kind=Kind.STOCK,
    basis="Dự thảo đã trình đến ngày cuối kỳ mà đến ngày ấy chưa ban hành, không trả lại, không rút; " + PERIOD,
)
def awaited(scope: Scope) -> Question:
    later = Q(state=State.ISSUED, paper__issued_on__gt=scope.last_day)
    return ask(
        AdvisoryDocument.objects.all(),
        when(
            "chưa ban hành đến ngày cuối kỳ",
            Q(state=State.SUBMITTED) | later,
            near=(near("đã trả lại", state=State.RETURNED),),
        ),
        when("đã trình đến ngày cuối kỳ", submitted_on__lte=scope.last_day),
        when_agency(scope.agency),
    ).counted()


share_in_time = Derived(
    "advice.share_in_time",
    "Tỷ lệ văn bản được giao trình đúng thời hạn",
    "%",
    SHARE,
    ("advice.submitted_in_time", "advice.submitted_on_demand"),
    "Văn bản trình đúng thời hạn trên văn bản được giao có thời hạn đã trình trong kỳ; kỳ số liệu theo {regime}.",
)
