"""How campaigns, their parts and sanctions are asked: what ran, what ended, what was found and fined in a period."""

from functools import partial
from typing import Any

from django.db.models import Q

from sokhcn.areas.inspection.entries import running as running_entry
from sokhcn.areas.inspection.models import Campaign, Sample, Sanction, Visit
from sokhcn.figures.indicator import Scope
from sokhcn.kernel.reading import Condition, Question
from sokhcn.records.asking import MARGIN, ask, happened, near, when, when_agency, when_agency_of

State, Fined = Campaign.State, Sanction.State
OVER = (State.CONCLUDED, State.REPORTED, State.CLOSED)
STARTED = (State.ONGOING, *OVER)
BINDING = (Fined.DECIDED, Fined.PAID, Fined.ENFORCED, Fined.EXECUTED)
LED = when("do Sở chủ trì", led_by_us=True)
JOINED = when("do cơ quan khác chủ trì", led_by_us=False)


def running(scope: Scope, *more: Condition) -> Question:
    """Campaigns any day of which is in the period."""
    first, last = scope.days
    begun = Q(started_on__lte=last) | Q(started_on=None, recorded_on__lte=last)
    soon = Q(started_on__lte=last + MARGIN) | Q(started_on=None, recorded_on__lte=last + MARGIN)
    return ask(
        Campaign.objects.all(),
        *more,
        when(
            "đã triển khai",
            state__in=STARTED,
            near=(near("mới có trong kế hoạch", state__in=(State.PLANNED, State.DECIDED)),),
        ),
        when("bắt đầu không sau ngày cuối kỳ", begun, near=(near("bắt đầu sau kỳ", soon),)),
        when(
            "chưa kết thúc trước kỳ",
            Q(ended_on=None) | Q(ended_on__gte=first),
            near=(near("kết thúc trước kỳ", ended_on__gte=first - MARGIN),),
        ),
        when_agency(scope.agency),
    ).listed(partial(running_entry, days=scope.days), order=("recorded_on", "pk"), related=("plan", "basis"))


def going_on(scope: Scope) -> Question:
    """Campaigns that have begun and have no end on the last day of the period."""
    last = scope.last_day
    ended = near("kết thúc trong kỳ", ended_on__range=scope.days)
    return running(scope, LED, when("chưa kết thúc đến ngày cuối kỳ", _after(last), near=(ended,)))


def _after(last: Any) -> Q:
    return Q(ended_on=None) | Q(ended_on__gt=last)


def of_kind(kind: Campaign.Kind) -> Condition:
    return when(f"loại hình {kind.label.lower()}", kind=kind)


def by_plan() -> Condition:
    """A campaign that carries out a plan is planned, where nothing else is said."""
    planned = Q(occasion=Campaign.Occasion.PLANNED) | Q(occasion="", plan__isnull=False)
    untold = near("chưa ghi theo kế hoạch hay đột xuất", occasion="", plan__isnull=True)
    return when("theo kế hoạch", planned, near=(untold,))


def unscheduled() -> Condition:
    untold = near("chưa ghi theo kế hoạch hay đột xuất", occasion="", plan__isnull=True)
    return when("đột xuất", occasion=Campaign.Occasion.UNSCHEDULED, near=(untold,))


def concluded(scope: Scope) -> Question:
    """Campaigns of the department that ended in the period."""
    first, last = scope.days
    return ask(
        Campaign.objects.all(),
        LED,
        when("đã kết thúc", state__in=OVER, near=(near("đang tiến hành", state=State.ONGOING),)),
        when(
            "kết thúc trong kỳ",
            ended_on__range=scope.days,
            near=(near("kết thúc trước hoặc sau kỳ", ended_on__range=(first - MARGIN, last + MARGIN)),),
        ),
        when_agency(scope.agency),
    )


def reported(scope: Scope) -> Question:
    return ask(
        Campaign.objects.all(), LED, happened("kết luận", "conclusion_on", scope.days), when_agency(scope.agency)
    )


# --- parts and sanctions ------------------------------------------------------------------------------------------


def of_parts(model: Any, scope: Scope, *conditions: Condition) -> Question:
    """Parts of the campaigns that the department leads."""
    return ask(
        model.objects.all(),
        when("của cuộc do Sở chủ trì", campaign__led_by_us=True),
        *conditions,
        when_agency_of("campaign", scope.agency),
    )


def visited(scope: Scope) -> Question:
    return of_parts(Visit, scope, happened("kiểm tra", "visited_on", scope.days)).distinct("establishment")


def samples(scope: Scope, label: str, *kinds: Sample.Kind) -> Question:
    taken = happened("kiểm tra, lấy mẫu", "taken_on", scope.days)
    return of_parts(Sample, scope, taken, when(label, kind__in=kinds))


def sanctioned(scope: Scope, *more: Condition) -> Question:
    """Decisions of the period that stand."""
    return ask(
        Sanction.objects.all(),
        when("quyết định có hiệu lực", state__in=BINDING, near=(near("mới đề nghị xử phạt", state=Fined.PROPOSED),)),
        happened("ra quyết định", "decided_on", scope.days),
        *more,
        when_agency(scope.agency),
    )


def paid(scope: Scope) -> Question:
    standing = when("quyết định có hiệu lực", state__in=BINDING)
    return ask(Sanction.objects.all(), standing, happened("nộp phạt", "paid_on", scope.days), when_agency(scope.agency))
