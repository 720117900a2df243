"""What is counted of plans and key tasks: how many there are, done in time and late, in time still, overdue."""

from django.db.models import Exists, F, OuterRef, Q

from sokhcn.areas.programme.entries import plan
from sokhcn.areas.programme.models import Extension, KeyTask, WorkPlan
from sokhcn.figures.derived import Derived
from sokhcn.figures.formula import SHARE
from sokhcn.figures.indicator import Indicator, Kind, Scope, indicator
from sokhcn.kernel.reading import Condition, Question
from sokhcn.records.asking import MARGIN, ask, near, when, when_agency, when_on

Task, Plan, Source = KeyTask.State, WorkPlan.State, KeyTask.Source
AS_OF = (
    "Trong số nhiệm vụ thuộc chương trình của năm có kỳ báo cáo, tính theo tình hình đến ngày cuối kỳ; thời hạn là "
    "thời hạn có hiệu lực vào ngày ấy, kể cả gia hạn; ngày cuối kỳ theo {regime}."
)


@indicator(
    "programme.plans",
    "Kế hoạch công tác xây dựng trong kỳ",
    unit="kế hoạch",
    kind=Kind.FLOW,
    basis="Mỗi kế hoạch một lần, theo ngày ban hành; chưa ghi ngày ban hành thì theo ngày vào sổ. "
    "Kỳ số liệu theo {regime}.",
)
def plans(scope: Scope) -> Question:
    return ask(
        WorkPlan.objects.all(),
        when("đã xây dựng xong", state=Plan.DRAWN_UP, near=(near("đang xây dựng", state=Plan.DRAFTING),)),
        when_on("xây dựng trong kỳ", "adopted_on", scope.days),
        when_agency(scope.agency),
    ).listed(plan, order=("recorded_on", "pk"), related=("basis",))


# --- the programme of the year ----------------------------------------------------------------------------------


def _programme(scope: Scope, *more: Condition) -> Question:
    left_out = Q(state__in=(Task.DRAFT, Task.REMOVED))
    return ask(
        KeyTask.objects.all(),
        when(
            "đã đưa vào chương trình",
            ~left_out,
            near=(near("còn dự kiến", state=Task.DRAFT), near("đã đưa ra khỏi chương trình", state=Task.REMOVED)),
        ),
        when(
            "thuộc chương trình năm báo cáo",
            year=scope.year,
            near=(
                near("thuộc chương trình năm trước", year=scope.year - 1),
                near("thuộc chương trình năm sau", year=scope.year + 1),
            ),
        ),
        when_agency(scope.agency),
        *more,
    )


@indicator(
    "programme.key_tasks",
    "Nhiệm vụ trọng tâm của năm",
    unit="nhiệm vụ",
    kind=Kind.PLAN,
    basis="Mỗi nhiệm vụ trong chương trình của năm có kỳ báo cáo một lần, kể cả nhiệm vụ đã hoàn thành và nhiệm vụ "
    "bổ sung trong năm; không tính nhiệm vụ còn dự kiến và nhiệm vụ đã đưa ra khỏi chương trình.",
)
def key_tasks(scope: Scope) -> Question:
    return _programme(scope)


def _from(name: str, label: str, source: str) -> Indicator:
    told = indicator(
        f"programme.key_tasks_{name}",
        f"Nhiệm vụ trọng tâm của năm do {label}",
        unit=f"nhiệm vụ do {label}",
        kind=Kind.PLAN,
        basis="Trong số nhiệm vụ thuộc chương trình của năm có kỳ báo cáo, theo nguồn giao.",
    )
    return told(lambda scope: _programme(scope, when(f"do {label}", source=source)))


key_tasks_party = _from("party", "Tỉnh ủy giao", Source.PARTY)
key_tasks_committee = _from("committee", "UBND tỉnh giao", Source.COMMITTEE)
key_tasks_ministry = _from("ministry", "Bộ giao", Source.MINISTRY)


@indicator(
    "programme.carried",
    "Nhiệm vụ trọng tâm chuyển tiếp từ năm trước",
    unit="nhiệm vụ",
    kind=Kind.PLAN,
    basis="Trong số nhiệm vụ thuộc chương trình của năm có kỳ báo cáo, nhiệm vụ ghi là chuyển tiếp từ năm trước.",
)
def carried(scope: Scope) -> Question:
    return _programme(scope, when("chuyển tiếp từ năm trước", carried_from__isnull=False))


# --- how far it is ----------------------------------------------------------------------------------------------


def _done(scope: Scope) -> Condition:
    last = scope.last_day
    return when(
        "hoàn thành đến ngày cuối kỳ",
        state=Task.COMPLETED,
        completed_on__lte=last,
        near=(
            near("hoàn thành sau ngày cuối kỳ", completed_on__gt=last, completed_on__lte=last + MARGIN),
            near("đang thực hiện", state=Task.RUNNING),
        ),
    )


def _open(scope: Scope) -> Condition:
    last = scope.last_day
    return when(
        "chưa hoàn thành đến ngày cuối kỳ",
        ~Q(state=Task.COMPLETED) | Q(completed_on__gt=last),
        near=(near("vừa hoàn thành", completed_on__range=(last - MARGIN, last)),),
    )


def _extended_later(scope: Scope) -> Exists:
    """The task had an earlier deadline on the last day, over by then, and was given a later one afterwards."""
    later = Extension.objects.filter(task=OuterRef("pk"), decided_on__gt=scope.last_day, old_due_on__lt=scope.last_day)
    return Exists(later)


IN_TIME = when("hoàn thành đúng thời hạn", Q(due_on=None) | Q(completed_on__lte=F("due_on")))
LATE = when("hoàn thành sau thời hạn", completed_on__gt=F("due_on"))


@indicator(
    "programme.done", "Nhiệm vụ trọng tâm đã hoàn thành", unit="nhiệm vụ hoàn thành", kind=Kind.STOCK, basis=AS_OF
)
def done(scope: Scope) -> Question:
    return _programme(scope, _done(scope))


@indicator(
    "programme.done_in_time",
    "Nhiệm vụ trọng tâm hoàn thành đúng hạn",
    unit="nhiệm vụ đúng hạn",
    kind=Kind.STOCK,
    basis=AS_OF,
)
def done_in_time(scope: Scope) -> Question:
    return _programme(scope, _done(scope), IN_TIME)


@indicator(
    "programme.done_late",
    "Nhiệm vụ trọng tâm hoàn thành trễ hạn",
    unit="nhiệm vụ trễ hạn",
    kind=Kind.STOCK,
    basis=AS_OF,
)
def done_late(scope: Scope) -> Question:
    return _programme(scope, _done(scope), LATE)


@indicator(
    "programme.open_in_time",
    "Nhiệm vụ trọng tâm đang thực hiện, còn trong hạn",
    unit="nhiệm vụ trong hạn",
    kind=Kind.STOCK,
    basis=AS_OF,
)
def open_in_time(scope: Scope) -> Question:
    last = scope.last_day
    in_time = Q(due_on=None) | Q(due_on__gte=last)
    return _programme(
        scope,
        _open(scope),
        when(
            "còn trong hạn vào ngày cuối kỳ",
            in_time,
            ~Q(_extended_later(scope)),
            near=(near("vừa quá hạn", due_on__gte=last - MARGIN),),
        ),
    )


@indicator(
    "programme.overdue",
    "Nhiệm vụ trọng tâm quá hạn chưa hoàn thành",
    unit="nhiệm vụ quá hạn",
    kind=Kind.STOCK,
    basis=AS_OF,
)
def overdue(scope: Scope) -> Question:
    last = scope.last_day
    return _programme(
        scope,
        _open(scope),
        when(
            "quá hạn vào ngày cuối kỳ",
            Q(due_on__lt=last) | Q(_extended_later(scope)),
            near=(near("sắp đến hạn", due_on__range=(last, last + MARGIN)),),
        ),
    )


@indicator(
    "programme.extended",
    "Nhiệm vụ trọng tâm được gia hạn đến ngày cuối kỳ",
    unit="nhiệm vụ",
    kind=Kind.STOCK,
    basis="Mỗi nhiệm vụ một lần, dù được gia hạn mấy lần, theo ngày cho gia hạn. " + AS_OF,
)
def extended(scope: Scope) -> Question:
    granted = Extension.objects.filter(task=OuterRef("pk"), decided_on__lte=scope.last_day)
    asked = near("đang xin gia hạn", state=Task.EXTENSION_ASKED)
    return _programme(scope, when("được gia hạn đến ngày cuối kỳ", Q(Exists(granted)), near=(asked,)))


share_done = Derived(
    "programme.share_done",
    "Tỷ lệ nhiệm vụ trọng tâm đã hoàn thành",
    "%",
    SHARE,
    ("programme.done", "programme.key_tasks"),
    "Nhiệm vụ đã hoàn thành trên nhiệm vụ thuộc chương trình của năm; ngày cuối kỳ theo {regime}.",
)
share_in_time = Derived(
    "programme.share_in_time",
    "Tỷ lệ nhiệm vụ trọng tâm hoàn thành đúng hạn",
    "%",
    SHARE,
    ("programme.done_in_time", "programme.done"),
    "Nhiệm vụ hoàn thành đúng hạn trên nhiệm vụ đã hoàn thành; ngày cuối kỳ theo {regime}.",
)
