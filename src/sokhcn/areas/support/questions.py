"""The questions that the indicators of support share: which rows, under which conditions."""

from datetime import date

from django.db.models import Q

from sokhcn.areas.support.models import IntellectualPropertyGuidance, Startup, SupportTask, TrainingClass
from sokhcn.figures.indicator import Scope
from sokhcn.kernel.reading import Condition, Question
from sokhcn.records.asking import MARGIN, ask, near, when, when_agency, when_dated, when_on

Task, Class, State = SupportTask.State, TrainingClass.State, Startup.State
NAMED = (SupportTask.Kind.QUALITY_SYSTEM, SupportTask.Kind.TECHNOLOGY_RENEWAL, SupportTask.Kind.STARTUP_ECOSYSTEM)


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


def running_tasks(scope: Scope, *more: Condition) -> Question:
    return ask(
        SupportTask.objects.all(),
        when(
            "đã triển khai",
            # What was stopped before it began never ran.
            Q(state__in=(Task.RUNNING, Task.COMPLETED, Task.LIQUIDATED))
            | Q(state=Task.STOPPED, started_on__isnull=False),
            near=(
                near("mới đề xuất", state=Task.PROPOSED),
                near("chưa triển khai", state=Task.APPROVED),
                near("không triển khai", state=Task.STOPPED),
            ),
        ),
        _begun(scope.last_day),
        _not_ended(scope.days),
        when_agency(scope.agency),
        *more,
    )


def of_kind(kind: SupportTask.Kind) -> Condition:
    return when(f"nội dung hỗ trợ: {kind.label}", kind=kind)


def tasks_elsewhere(scope: Scope) -> Question:
    """Running tasks of kinds that the report does not name first."""
    return running_tasks(scope, when("nội dung hỗ trợ khác", ~Q(kind__in=NAMED)))


def held_classes(scope: Scope, field: Condition) -> Question:
    return ask(
        TrainingClass.objects.all(),
        when("đã tổ chức", state=Class.HELD, near=(near("mới dự kiến", state=Class.PLANNED),)),
        when_on("khai mạc trong kỳ", "held_on", scope.days),
        when_agency(scope.agency),
        field,
    )


def startup_classes(scope: Scope) -> Question:
    return held_classes(scope, when("về khởi nghiệp đổi mới sáng tạo", field=TrainingClass.Field.STARTUP))


def other_classes(scope: Scope) -> Question:
    return held_classes(
        scope, when("không phải về khởi nghiệp đổi mới sáng tạo", ~Q(field=TrainingClass.Field.STARTUP))
    )


def guided(scope: Scope, *more: Condition) -> Question:
    """Dossiers on which somebody was guided in the period."""
    return ask(
        IntellectualPropertyGuidance.objects.all(),
        when_on("hướng dẫn trong kỳ", "guided_on", scope.days),
        when_agency(scope.agency),
        *more,
    )


def filed(scope: Scope, *more: Condition) -> Question:
    """Applications filed in the period."""
    return ask(
        IntellectualPropertyGuidance.objects.all(),
        when_dated("nộp đơn trong kỳ", "filed_on", scope.days),
        when_agency(scope.agency),
        *more,
    )


def incubations(scope: Scope) -> Question:
    """Startups that are incubated on the last day."""
    last = scope.last_day
    return ask(
        Startup.objects.all(),
        when(
            "đã vào ươm tạo",
            incubated_from__lte=last,
            near=(near("ươm tạo sau ngày cuối kỳ", incubated_from__gt=last, incubated_from__lte=last + MARGIN),),
        ),
        when(
            "chưa kết thúc ươm tạo",
            Q(incubated_to=None) | Q(incubated_to__gte=last),
            near=(near("vừa kết thúc ươm tạo", incubated_to__gte=scope.days[0] - MARGIN),),
        ),
        # Whoever is recognised again was incubated once, and that is told by the first row.
        when("không phải công nhận lại", succeeds=None),
        when_agency(scope.agency),
    )


def recognitions(scope: Scope, *more: Condition) -> Question:
    return ask(
        Startup.objects.all(),
        when(
            "đã công nhận",
            state__in=(State.RECOGNISED, State.RENEWED, State.EXPIRED),
            near=(near("đã thu hồi", state=State.REVOKED),),
        ),
        *more,
        when_agency(scope.agency),
    )
