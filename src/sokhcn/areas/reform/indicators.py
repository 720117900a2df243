"""What is counted of administrative reform: plans and their work, dossiers of procedures, documents reviewed."""

from datetime import date

from django.db.models import F, Q

from sokhcn.areas.reform.entries import plan
from sokhcn.areas.reform.models import DocumentReview, PlanActivity, Procedure, ProcedureTally, ReformPlan
from sokhcn.figures.derived import Derived
from sokhcn.figures.formula import SHARE
from sokhcn.figures.indicator import Indicator, Kind, Scope, indicator
from sokhcn.kernel.reading import Condition, Question
from sokhcn.records.asking import MARGIN, ask, near, when, when_agency, when_agency_of, when_on

State, Work, Outcome = ReformPlan.State, PlanActivity.State, DocumentReview.Outcome
PERIOD = "kỳ số liệu theo {regime}."
TALLIED = (
    "Cộng số liệu theo từng thủ tục, dòng thuộc kỳ có ngày cuối của nó; nguồn: hệ thống một cửa của tỉnh; " + PERIOD
)
ON_LAST_DAY = "Cộng các dòng số liệu kết thúc đúng ngày cuối kỳ; nguồn: hệ thống một cửa của tỉnh; " + PERIOD


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
        when(
            "đã ban hành",
            state__in=(State.ISSUED, State.COMPLETED),
            near=(near("đang soạn thảo", state=State.DRAFTING),),
        ),
        when_on("ban hành trong kỳ", "issued_on", scope.days),
        when_agency(scope.agency),
    ).listed(plan, order=("recorded_on", "pk"))


# --- what plans set to be done ----------------------------------------------------------------------------------


def _work(scope: Scope, *more: Condition) -> Question:
    return ask(
        PlanActivity.objects.all(),
        when("của kế hoạch đã ban hành", plan__state__in=(State.ISSUED, State.COMPLETED)),
        when_agency_of("plan", scope.agency),
        *more,
    )


def _done(days: tuple[date, date]) -> Condition:
    first, last = days
    return when(
        "thực hiện xong trong kỳ",
        state=Work.DONE,
        done_on__range=days,
        near=(
            near("thực hiện xong trước kỳ", state=Work.DONE, done_on__gte=first - MARGIN, done_on__lt=first),
            near("thực hiện xong sau kỳ", state=Work.DONE, done_on__gt=last, done_on__lte=last + MARGIN),
            near("đang thực hiện", state=Work.RUNNING),
        ),
    )


@indicator(
    "reform.work_done",
    "Công việc của kế hoạch cải cách hành chính thực hiện xong trong kỳ",
    unit="công việc",
    kind=Kind.FLOW,
    basis="Mỗi công việc một lần, theo ngày thực hiện xong; " + PERIOD,
)
def work_done(scope: Scope) -> Question:
    return _work(scope, _done(scope.days))


@indicator(
    "reform.work_late",
    "Công việc của kế hoạch cải cách hành chính thực hiện xong sau thời hạn",
    unit="công việc",
    kind=Kind.FLOW,
    basis="Trong số công việc thực hiện xong trong kỳ, công việc xong sau thời hạn của kế hoạch; " + PERIOD,
)
def work_late(scope: Scope) -> Question:
    return _work(scope, _done(scope.days), when("xong sau thời hạn", done_on__gt=F("due_on")))


@indicator(
    "reform.work_overdue",
    "Công việc của kế hoạch cải cách hành chính quá hạn đến ngày cuối kỳ",
    unit="công việc",
    kind=Kind.STOCK,
    basis="Công việc có thời hạn trước ngày cuối kỳ mà đến ngày ấy chưa thực hiện xong, không tính công việc không "
    "thực hiện; " + PERIOD,
)
def work_overdue(scope: Scope) -> Question:
    last = scope.last_day
    return _work(
        scope,
        when(
            "chưa thực hiện xong vào ngày cuối kỳ",
            Q(state__in=(Work.PLANNED, Work.RUNNING)) | Q(state=Work.DONE, done_on__gt=last),
            near=(near("không thực hiện", state=Work.CANCELLED),),
        ),
        when(
            "thời hạn trước ngày cuối kỳ",
            due_on__lt=last,
            near=(near("sắp đến hạn", due_on__gte=last, due_on__lte=last + MARGIN),),
        ),
    )


# --- dossiers ---------------------------------------------------------------------------------------------------


def _tallied(scope: Scope, *more: Condition) -> Question:
    return ask(
        ProcedureTally.objects.all(),
        when_on("số liệu có ngày cuối trong kỳ", "to_on", scope.days),
        when_agency(scope.agency),
        *more,
    )


def _pending(scope: Scope) -> Question:
    last = scope.last_day
    around = near("kết thúc gần ngày cuối kỳ", to_on__range=(last - MARGIN, last + MARGIN))
    return ask(
        ProcedureTally.objects.all(),
        when("số liệu kết thúc đúng ngày cuối kỳ", to_on=last, near=(around,)),
        when_agency(scope.agency),
    )


def _sum(name: str, column: str, label: str) -> Indicator:
    """Dossiers by one column of the tallies."""
    told = indicator(
        f"reform.dossiers_{name}",
        f"Hồ sơ thủ tục hành chính {label}",
        unit="hồ sơ",
        kind=Kind.FLOW,
        basis=TALLIED,
    )
    return told(lambda scope: _tallied(scope).summed(column))


def _left(name: str, column: str, label: str) -> Indicator:
    told = indicator(
        f"reform.dossiers_{name}",
        f"Hồ sơ thủ tục hành chính {label} đến ngày cuối kỳ",
        unit="hồ sơ",
        kind=Kind.STOCK,
        basis=ON_LAST_DAY,
    )
    return told(lambda scope: _pending(scope).summed(column))


dossiers_received = _sum("received", "received", "tiếp nhận trong kỳ")
dossiers_online = _sum("online", "received_online", "tiếp nhận trực tuyến trong kỳ")


@indicator(
    "reform.dossiers_full",
    "Hồ sơ tiếp nhận trực tuyến của thủ tục có dịch vụ công trực tuyến toàn trình",
    unit="hồ sơ",
    kind=Kind.FLOW,
    basis="Trong số hồ sơ tiếp nhận trực tuyến; thủ tục toàn trình theo danh mục thủ tục. " + TALLIED,
)
def dossiers_full(scope: Scope) -> Question:
    return _tallied(scope, when("thủ tục toàn trình", procedure__online=Procedure.Online.FULL)).summed(
        "received_online"
    )


dossiers_settled = _sum("settled", "settled", "giải quyết trong kỳ")
dossiers_in_time = _sum("in_time", "settled_in_time", "giải quyết trước và đúng hạn trong kỳ")
dossiers_late = _sum("late", "settled_late", "giải quyết quá hạn trong kỳ")
dossiers_returned = _sum("returned", "returned", "trả lại, rút trong kỳ")
dossiers_pending = _left("pending", "pending", "đang giải quyết")
dossiers_pending_late = _left("pending_late", "pending_late", "đang giải quyết đã quá hạn")


@indicator(
    "reform.fees",
    "Phí, lệ phí thu qua giải quyết thủ tục hành chính trong kỳ",
    unit="triệu đồng",
    kind=Kind.FLOW,
    basis=TALLIED,
)
def fees(scope: Scope) -> Question:
    return _tallied(scope).summed("fees")


share_in_time = Derived(
    "reform.share_in_time",
    "Tỷ lệ hồ sơ thủ tục hành chính giải quyết trước và đúng hạn",
    "%",
    SHARE,
    ("reform.dossiers_in_time", "reform.dossiers_settled"),
    "Hồ sơ giải quyết trước và đúng hạn trên hồ sơ đã giải quyết trong kỳ; " + PERIOD,
)
share_online = Derived(
    "reform.share_online",
    "Tỷ lệ hồ sơ thủ tục hành chính tiếp nhận trực tuyến",
    "%",
    SHARE,
    ("reform.dossiers_online", "reform.dossiers_received"),
    "Hồ sơ tiếp nhận trực tuyến trên hồ sơ tiếp nhận trong kỳ; " + PERIOD,
)


# --- procedures -------------------------------------------------------------------------------------------------


def _procedures(name: str, label: str, online: tuple[str, ...]) -> Indicator:
    told = indicator(
        f"reform.procedures{name}",
        f"Thủ tục hành chính {label} đến ngày cuối kỳ",
        unit=f"thủ tục {label}" if name else "thủ tục",
        kind=Kind.STOCK,
        basis="Mỗi thủ tục trong danh mục đã công bố, đang áp dụng vào ngày cuối kỳ, một lần; " + PERIOD,
    )
    return told(lambda scope: _in_force(scope, when(f"thủ tục {label}", online__in=online)))


def _in_force(scope: Scope, *more: Condition) -> Question:
    last = scope.last_day
    return ask(
        Procedure.objects.all(),
        when(
            "đã áp dụng vào ngày cuối kỳ",
            Q(valid_from=None) | Q(valid_from__lte=last),
            near=(near("áp dụng sau ngày cuối kỳ", valid_from__gt=last, valid_from__lte=last + MARGIN),),
        ),
        when(
            "còn áp dụng vào ngày cuối kỳ",
            Q(valid_to=None) | Q(valid_to__gte=last),
            near=(near("vừa thôi áp dụng", valid_to__gte=last - MARGIN),),
        ),
        when_agency(scope.agency),
        *more,
    )


Online = Procedure.Online
procedures = _procedures("", "đang áp dụng", tuple(Online.values))
procedures_full = _procedures("_full", "toàn trình", (Online.FULL,))
procedures_partial = _procedures("_partial", "một phần", (Online.PARTIAL,))


# --- documents reviewed -----------------------------------------------------------------------------------------


def _reviewed(name: str, label: str, outcomes: tuple[str, ...]) -> Indicator:
    told = indicator(
        f"reform.reviewed{name}",
        f"Văn bản quy phạm pháp luật {label}",
        unit="văn bản",
        kind=Kind.DISTINCT,
        basis="Mỗi văn bản một lần, dù được rà soát, kiểm tra, hệ thống hóa mấy lần trong kỳ, theo ngày rà soát, chưa "
        "ghi ngày thì theo ngày vào sổ; " + PERIOD,
    )
    return told(
        lambda scope: ask(
            DocumentReview.objects.all(),
            when(label, outcome__in=outcomes),
            when_on("rà soát trong kỳ", "reviewed_on", scope.days),
            when_agency(scope.agency),
        ).distinct("paper")
    )


reviewed = _reviewed("", "được rà soát, kiểm tra trong kỳ", tuple(Outcome.values))
reviewed_amend = _reviewed("_amend", "kiến nghị sửa đổi, bổ sung", (Outcome.AMEND,))
reviewed_replace = _reviewed("_replace", "kiến nghị thay thế", (Outcome.REPLACE,))
reviewed_abolish = _reviewed("_abolish", "kiến nghị bãi bỏ", (Outcome.ABOLISH,))
