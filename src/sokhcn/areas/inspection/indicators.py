"""What is counted of inspections and checks."""

from functools import partial

from django.db.models import Q

from sokhcn.areas.inspection.entries import running
from sokhcn.areas.inspection.models import Campaign
from sokhcn.figures.derived import Derived
from sokhcn.figures.formula import RATIO
from sokhcn.figures.indicator import Kind, Scope, indicator
from sokhcn.kernel.reading import Condition, Question
from sokhcn.records.asking import MARGIN, ask, near, when, when_agency

State = Campaign.State
BASIS = (
    "Mỗi cuộc, mỗi đợt triển khai trong kỳ một lần, kể cả bắt đầu từ kỳ trước; chưa ghi ngày bắt đầu thì theo ngày vào "
    "sổ; kỳ số liệu theo {regime}."
)
RESULTS = (
    "Cộng số liệu của các cuộc do Sở chủ trì kết thúc trong kỳ; cơ sở được kiểm tra hai cuộc được tính hai lần; "
    "kỳ số liệu theo {regime}."
)
LED = when("do Sở chủ trì", led_by_us=True)
JOINED = when("do cơ quan khác chủ trì", led_by_us=False)


def _running(scope: Scope, who_leads: Condition) -> Question:
    first, last = scope.days
    begun = Q(started_on__lte=last) | Q(started_on=None, recorded_on__lte=last)
    soon = Q(started_on__lte=last + MARGIN) | Q(started_on=None, recorded_on__lte=last + MARGIN)
    return ask(
        Campaign.objects.all(),
        who_leads,
        when(
            "đã triển khai",
            state__in=(State.ONGOING, State.CONCLUDED),
            near=(near("mới có trong kế hoạch", state=State.PLANNED),),
        ),
        when("bắt đầu không sau ngày cuối kỳ", begun, near=(near("bắt đầu sau kỳ", soon),)),
        when(
            "chưa kết thúc trước kỳ",
            Q(ended_on=None) | Q(ended_on__gte=first),
            near=(near("kết thúc trước kỳ", ended_on__gte=first - MARGIN),),
        ),
        when_agency(scope.agency),
    ).listed(partial(running, days=scope.days), order=("recorded_on", "pk"), related=("plan", "basis"))


@indicator("inspection.led", "Cuộc thanh tra, đợt kiểm tra do Sở chủ trì", unit="cuộc", kind=Kind.DISTINCT, basis=BASIS)
def led(scope: Scope) -> Question:
    return _running(scope, LED)


@indicator(
    "inspection.joint", "Cuộc thanh tra, kiểm tra do cơ quan khác chủ trì", unit="cuộc", kind=Kind.DISTINCT, basis=BASIS
)
def joint(scope: Scope) -> Question:
    return _running(scope, JOINED)


def _concluded(scope: Scope) -> Question:
    first, last = scope.days
    return ask(
        Campaign.objects.all(),
        LED,
        when("đã kết thúc", state=State.CONCLUDED, near=(near("đang tiến hành", state=State.ONGOING),)),
        when(
            "kết thúc trong kỳ",
            ended_on__range=scope.days,
            near=(near("kết thúc trước hoặc sau kỳ", ended_on__range=(first - MARGIN, last + MARGIN)),),
        ),
        when_agency(scope.agency),
    )


@indicator("inspection.establishments_checked", "Cơ sở được kiểm tra", unit="cơ sở", kind=Kind.FLOW, basis=RESULTS)
def establishments_checked(scope: Scope) -> Question:
    return _concluded(scope).summed("establishments_checked")


@indicator("inspection.violations", "Vụ vi phạm phát hiện qua kiểm tra", unit="vụ", kind=Kind.FLOW, basis=RESULTS)
def violations(scope: Scope) -> Question:
    return _concluded(scope).summed("violations")


violations_per_establishment = Derived(
    "inspection.violations_per_establishment",
    "Số vụ vi phạm bình quân trên một cơ sở được kiểm tra",
    "vụ/cơ sở",
    RATIO,
    ("inspection.violations", "inspection.establishments_checked"),
    "Vụ vi phạm chia cho lượt cơ sở được kiểm tra của cùng các cuộc; kỳ số liệu theo {regime}.",
)
