"""What is counted of science and technology tasks."""

from datetime import timedelta
from functools import partial

from django.db.models import Q

from sokhcn.areas.research.entries import managed as entry
from sokhcn.areas.research.models import Task
from sokhcn.figures.derived import Derived
from sokhcn.figures.formula import SHARE
from sokhcn.figures.indicator import Kind, Scope, indicator
from sokhcn.kernel.reading import Condition, Question
from sokhcn.records.asking import MARGIN, ask, near, when, when_agency

Level, Rating, State = Task.Level, Task.Rating, Task.State
DAY = timedelta(days=1)
ON_LAST_DAY = (
    "Nhiệm vụ đã bắt đầu hợp đồng và đến hết ngày cuối kỳ chưa thanh lý hợp đồng, chưa chấm dứt. Nhiệm vụ đã nghiệm "
    "thu vẫn được tính cho đến khi thanh lý hợp đồng, vì vậy nhiệm vụ nghiệm thu trong kỳ nằm trong số này."
)
BY_ACCEPTANCE = (
    "Mỗi nhiệm vụ một lần, theo ngày họp hội đồng nghiệm thu; nhiệm vụ chưa ghi ngày nghiệm thu thì không tính. "
    "Kỳ số liệu theo {regime}."
)


def _ask(scope: Scope, *conditions: Condition) -> Question:
    contracted = when("đã ký hợp đồng", ~Q(state=State.DRAFT), near=(near("còn là dự thảo", state=State.DRAFT),))
    asked = ask(Task.objects.all(), contracted, *conditions, when_agency(scope.agency))
    return asked.listed(partial(entry, on=scope.last_day), order=("code",), related=("host",))


def _managed(scope: Scope, *more: Condition) -> Question:
    """Tasks whose contract was running on the last day."""
    last, nearly = scope.last_day, scope.days[0] - MARGIN
    begun = when(
        "hợp đồng bắt đầu đến ngày cuối kỳ",
        started_on__lte=last,
        near=(
            near("hợp đồng bắt đầu sau kỳ", started_on__range=(last + DAY, last + MARGIN)),
            near("chưa ghi ngày bắt đầu hợp đồng", started_on__isnull=True),
        ),
    )
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
    return _ask(scope, begun, open_yet, alive, *more)


def _accepted(scope: Scope, *more: Condition) -> Question:
    # A task lives for years: without its day of acceptance the day in the book says nothing of when it was accepted.
    first, last = scope.days
    in_period = when(
        "nghiệm thu trong kỳ",
        accepted_on__range=scope.days,
        near=(
            near("nghiệm thu trước kỳ", accepted_on__range=(first - MARGIN, first - DAY)),
            near("nghiệm thu sau kỳ", accepted_on__range=(last + DAY, last + MARGIN)),
        ),
    )
    return _ask(scope, in_period, *more)


def _of_level(level: Task.Level) -> Condition:
    return when(f"nhiệm vụ {level.label.lower()}", level=level)


def _rated(rating: Task.Rating) -> Condition:
    return when(f"xếp loại {rating.label}", rating=rating, near=(near("chưa ghi xếp loại", rating=""),))


@indicator(
    "research.managed",
    "Nhiệm vụ KH&CN đang theo dõi, quản lý",
    unit="nhiệm vụ",
    kind=Kind.STOCK,
    basis=ON_LAST_DAY,
)
def managed(scope: Scope) -> Question:
    return _managed(scope)


@indicator(
    "research.managed_national",
    "Nhiệm vụ cấp quốc gia đang theo dõi, quản lý",
    unit="nhiệm vụ cấp quốc gia",
    kind=Kind.STOCK,
    basis=ON_LAST_DAY,
)
def managed_national(scope: Scope) -> Question:
    return _managed(scope, _of_level(Level.NATIONAL))


@indicator(
    "research.managed_ministerial",
    "Nhiệm vụ cấp bộ đang theo dõi, quản lý",
    unit="nhiệm vụ cấp bộ",
    kind=Kind.STOCK,
    basis=ON_LAST_DAY,
)
def managed_ministerial(scope: Scope) -> Question:
    return _managed(scope, _of_level(Level.MINISTERIAL))


@indicator(
    "research.managed_provincial",
    "Nhiệm vụ cấp tỉnh đang theo dõi, quản lý",
    unit="nhiệm vụ cấp tỉnh",
    kind=Kind.STOCK,
    basis=ON_LAST_DAY,
)
def managed_provincial(scope: Scope) -> Question:
    return _managed(scope, _of_level(Level.PROVINCIAL))


@indicator(
    "research.managed_grassroots",
    "Nhiệm vụ cấp cơ sở đang theo dõi, quản lý",
    unit="nhiệm vụ cấp cơ sở",
    kind=Kind.STOCK,
    basis=ON_LAST_DAY,
)
def managed_grassroots(scope: Scope) -> Question:
    return _managed(scope, _of_level(Level.GRASSROOTS))


@indicator(
    "research.accepted",
    "Nhiệm vụ KH&CN nghiệm thu trong kỳ",
    unit="nhiệm vụ",
    kind=Kind.FLOW,
    basis=BY_ACCEPTANCE,
)
def accepted(scope: Scope) -> Question:
    return _accepted(scope)


@indicator(
    "research.accepted_national",
    "Nhiệm vụ cấp quốc gia nghiệm thu trong kỳ",
    unit="nhiệm vụ cấp quốc gia",
    kind=Kind.FLOW,
    basis=BY_ACCEPTANCE,
)
def accepted_national(scope: Scope) -> Question:
    return _accepted(scope, _of_level(Level.NATIONAL))


@indicator(
    "research.accepted_ministerial",
    "Nhiệm vụ cấp bộ nghiệm thu trong kỳ",
    unit="nhiệm vụ cấp bộ",
    kind=Kind.FLOW,
    basis=BY_ACCEPTANCE,
)
def accepted_ministerial(scope: Scope) -> Question:
    return _accepted(scope, _of_level(Level.MINISTERIAL))


@indicator(
    "research.accepted_provincial",
    "Nhiệm vụ cấp tỉnh nghiệm thu trong kỳ",
    unit="nhiệm vụ cấp tỉnh",
    kind=Kind.FLOW,
    basis=BY_ACCEPTANCE,
)
def accepted_provincial(scope: Scope) -> Question:
    return _accepted(scope, _of_level(Level.PROVINCIAL))


@indicator(
    "research.accepted_grassroots",
    "Nhiệm vụ cấp cơ sở nghiệm thu trong kỳ",
    unit="nhiệm vụ cấp cơ sở",
    kind=Kind.FLOW,
    basis=BY_ACCEPTANCE,
)
def accepted_grassroots(scope: Scope) -> Question:
    return _accepted(scope, _of_level(Level.GRASSROOTS))


@indicator(
    "research.accepted_passed",
    "Nhiệm vụ nghiệm thu trong kỳ xếp loại Đạt",
    unit="nhiệm vụ xếp loại Đạt",
    kind=Kind.FLOW,
    basis=BY_ACCEPTANCE,
)
def accepted_passed(scope: Scope) -> Question:
    return _accepted(scope, _rated(Rating.PASS))


@indicator(
    "research.accepted_excellent",
    "Nhiệm vụ nghiệm thu trong kỳ xếp loại Xuất sắc",
    unit="nhiệm vụ xếp loại Xuất sắc",
    kind=Kind.FLOW,
    basis=BY_ACCEPTANCE,
)
def accepted_excellent(scope: Scope) -> Question:
    return _accepted(scope, _rated(Rating.EXCELLENT))


@indicator(
    "research.accepted_failed",
    "Nhiệm vụ nghiệm thu trong kỳ xếp loại Không đạt",
    unit="nhiệm vụ xếp loại Không đạt",
    kind=Kind.FLOW,
    basis=BY_ACCEPTANCE,
)
def accepted_failed(scope: Scope) -> Question:
    return _accepted(scope, _rated(Rating.FAIL))


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
