"""How tasks and their parts are asked: what is managed on a day, what happened in a period, what its parts tell."""

from datetime import timedelta
from functools import partial
from typing import Any

from django.db.models import Q

from sokhcn.areas.research.entries import managed as managed_entry
from sokhcn.areas.research.models import Adjustment, Check, Council, Disbursement, Task
from sokhcn.areas.research.models.choices import BEFORE_CONTRACT
from sokhcn.figures.indicator import Scope
from sokhcn.kernel.reading import Condition, Question
from sokhcn.records.asking import MARGIN, ask, happened, near, when, when_agency, when_agency_of

Level, State = Task.Level, Task.State
DAY = timedelta(days=1)
Changed = Adjustment.Kind
CHANGES = (Changed.CONTENT, Changed.BUDGET, Changed.PEOPLE, Changed.HOST)


def _contracted() -> Condition:
    return when(
        "đã ký hợp đồng",
        ~Q(state__in=BEFORE_CONTRACT),
        near=(
            near("còn là dự thảo", state=State.DRAFT),
            near("đã phê duyệt, chưa ký hợp đồng", state=State.APPROVED),
        ),
    )


def _ask(scope: Scope, *conditions: Condition) -> Question:
    asked = ask(Task.objects.all(), _contracted(), *conditions, when_agency(scope.agency))
    return asked.listed(partial(managed_entry, on=scope.last_day), order=("code",), related=("host",))


def _begun(scope: Scope) -> Condition:
    last = scope.last_day
    return when(
        "hợp đồng bắt đầu đến ngày cuối kỳ",
        started_on__lte=last,
        near=(
            near("hợp đồng bắt đầu sau kỳ", started_on__range=(last + DAY, last + MARGIN)),
            near("chưa ghi ngày bắt đầu hợp đồng", started_on__isnull=True),
        ),
    )


def managed(scope: Scope, *more: Condition) -> Question:
    """Tasks whose contract was running on the last day."""
    last, nearly = scope.last_day, scope.days[0] - MARGIN
    open_yet = when(
        "chưa thanh lý hợp đồng đến ngày cuối kỳ",
        Q(closed_on=None) | Q(closed_on__gt=last),
        near=(near("đã thanh lý hợp đồng", closed_on__gte=nearly),),
    )
    alive = when(
        "chưa chấm dứt đến ngày cuối kỳ",
        Q(terminated_on=None) | Q(terminated_on__gt=last),
        near=(near("đã chấm dứt", terminated_on__gte=nearly),),
    )
    return _ask(scope, _begun(scope), open_yet, alive, *more)


def carried_out(scope: Scope, *more: Condition) -> Question:
    """Tasks whose contract was running on any day of the period."""
    first, nearly = scope.days[0], scope.days[0] - MARGIN
    open_yet = when(
        "chưa thanh lý hợp đồng trước kỳ",
        Q(closed_on=None) | Q(closed_on__gte=first),
        near=(near("thanh lý hợp đồng trước kỳ", closed_on__gte=nearly),),
    )
    alive = when(
        "chưa chấm dứt trước kỳ",
        Q(terminated_on=None) | Q(terminated_on__gte=first),
        near=(near("chấm dứt trước kỳ", terminated_on__gte=nearly),),
    )
    return _ask(scope, _begun(scope), open_yet, alive, *more)


def accepted(scope: Scope, *more: Condition) -> Question:
    return _ask(scope, happened("nghiệm thu", "accepted_on", scope.days), *more)


def begun(scope: Scope) -> Question:
    return _ask(scope, happened("bắt đầu hợp đồng", "started_on", scope.days))


def step(label: str, field: str, scope: Scope) -> Question:
    """Tasks, under contract or not, to which ``label`` happened in the period."""
    asked = ask(Task.objects.all(), happened(label, field, scope.days), when_agency(scope.agency))
    return asked.listed(partial(managed_entry, on=scope.last_day), order=("code",), related=("host",))


def carried_over(scope: Scope) -> Condition:
    first = scope.year_to_date().days[0]
    late = near("bắt đầu trong năm", started_on__range=(first, first + MARGIN))
    return when("hợp đồng bắt đầu từ các năm trước", started_on__lt=first, near=(late,))


def newly_started(scope: Scope) -> Condition:
    first = scope.year_to_date().days[0]
    early = near("bắt đầu trước năm báo cáo", started_on__range=(first - MARGIN, first - DAY))
    return when("hợp đồng bắt đầu trong năm", started_on__gte=first, near=(early,))


def of_level(level: Task.Level) -> Condition:
    return when(f"nhiệm vụ {level.label.lower()}", level=level)


def of_kind(kind: Task.Kind) -> Condition:
    return when(f"loại hình {kind.label}", kind=kind)


def rated(rating: Task.Rating) -> Condition:
    return when(f"xếp loại {rating.label}", rating=rating, near=(near("chưa ghi xếp loại", rating=""),))


# --- parts of tasks ---------------------------------------------------------------------------------------------


def of_parts(model: Any, scope: Scope, *conditions: Condition) -> Question:
    """Parts of tasks of the reporting agency."""
    return ask(model.objects.all(), *conditions, when_agency_of("task", scope.agency))


def councils(scope: Scope, *more: Condition) -> Question:
    return of_parts(Council, scope, happened("họp", "held_on", scope.days), *more)


def of_council(kind: Council.Kind) -> Condition:
    return when(f"hội đồng {kind.label.lower()}", kind=kind)


def checks(scope: Scope) -> Question:
    return of_parts(Check, scope, happened("kiểm tra", "held_on", scope.days))


def adjusted(scope: Scope, label: str, *kinds: Adjustment.Kind) -> Question:
    """Decisions of the period that change contracts in one of these ways."""
    asked = near("mới đề nghị, chưa quyết định", asked_on__range=scope.days, decided_on__isnull=True)
    decided = happened("quyết định", "decided_on", scope.days)
    told = Condition(decided.label, decided.holds, (*decided.near, asked))
    return of_parts(Adjustment, scope, when(label, kind__in=kinds), told)


def paid(scope: Scope, *more: Condition) -> Question:
    return of_parts(Disbursement, scope, happened("chi", "paid_on", scope.days), *more).summed("amount")


def unsettled(scope: Scope) -> Question:
    """Advances that were paid and not settled by the last day."""
    last = scope.last_day
    after = near("tạm ứng sau kỳ", paid_on__range=(last + DAY, last + MARGIN))
    settled = near("đã thanh toán tạm ứng", settled_on__gte=scope.days[0] - MARGIN)
    return of_parts(
        Disbursement,
        scope,
        when("là tạm ứng", kind=Disbursement.Kind.ADVANCE),
        when("đã chi đến ngày cuối kỳ", paid_on__lte=last, near=(after,)),
        when("chưa thanh toán đến ngày cuối kỳ", Q(settled_on=None) | Q(settled_on__gt=last), near=(settled,)),
    ).summed("amount")
