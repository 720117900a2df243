"""What is counted of verification, calibration and testing."""

from datetime import date, timedelta

from django.db.models import Q

from sokhcn.areas.metrology.models import Job
from sokhcn.figures.derived import Derived
from sokhcn.figures.formula import RATIO, REST
from sokhcn.figures.indicator import Kind, Scope, indicator
from sokhcn.kernel.reading import Condition, Question
from sokhcn.records.asking import MARGIN, ask, near, when, when_agency

State = Job.State
PERIOD = "theo ngày thực hiện; kỳ số liệu theo {regime}."
INSTRUMENTS = "Mỗi phương tiện đo một lần trong kỳ, dù được kiểm định, hiệu chuẩn, thử nghiệm mấy lượt, " + PERIOD
BY_SERVICE = (
    "Mỗi phương tiện đo một lần cho mỗi dịch vụ trong kỳ; phương tiện đo vừa kiểm định vừa hiệu chuẩn có ở cả hai số, "
    "nên cộng các dịch vụ có thể lớn hơn tổng số phương tiện đo; " + PERIOD
)


def _performed(days: tuple[date, date]) -> Condition:
    """Performed in the window. A performed job always has its day, so one range of the index answers for a million."""
    first, last = days
    draft = Q(performed_on__range=days) | Q(performed_on=None, recorded_on__range=days)
    before, after = (first - MARGIN, first - timedelta(1)), (last + timedelta(1), last + MARGIN)
    return when(
        "đã thực hiện trong kỳ",
        state=State.PERFORMED,
        performed_on__range=days,
        near=(
            near("đang lập", draft, state=State.DRAFT),
            near("trước kỳ", state=State.PERFORMED, performed_on__range=before),
            near("sau kỳ", state=State.PERFORMED, performed_on__range=after),
        ),
    )


def _jobs(scope: Scope, *more: Condition) -> Question:
    return ask(Job.objects.all(), _performed(scope.days), when_agency(scope.agency), *more)


@indicator(
    "metrology.instruments",
    "Phương tiện đo được kiểm định, hiệu chuẩn, thử nghiệm",
    unit="phương tiện đo",
    kind=Kind.DISTINCT,
    basis=INSTRUMENTS,
)
def instruments(scope: Scope) -> Question:
    return _jobs(scope).distinct("instrument")


@indicator(
    "metrology.establishments",
    "Cơ sở có phương tiện đo được kiểm định, hiệu chuẩn, thử nghiệm",
    unit="cơ sở",
    kind=Kind.DISTINCT,
    basis="Mỗi cơ sở một lần trong kỳ, dù có bao nhiêu phương tiện đo, " + PERIOD,
)
def establishments(scope: Scope) -> Question:
    return _jobs(scope).distinct("establishment")


@indicator(
    "metrology.jobs",
    "Lượt kiểm định, hiệu chuẩn, thử nghiệm",
    unit="lượt",
    kind=Kind.FLOW,
    basis="Mỗi lượt một lần, " + PERIOD,
)
def jobs(scope: Scope) -> Question:
    return _jobs(scope).counted()


@indicator(
    "metrology.failed",
    "Phương tiện đo không đạt yêu cầu",
    unit="phương tiện đo",
    kind=Kind.DISTINCT,
    basis="Mỗi phương tiện đo có kết quả không đạt một lần, kể cả khi sau đó sửa chữa và kiểm định lại đạt; " + PERIOD,
)
def failed(scope: Scope) -> Question:
    return _jobs(scope, when("kết quả không đạt", result=Job.Result.FAILED)).distinct("instrument")


def _by(scope: Scope, service: Job.Service) -> Question:
    return _jobs(scope, when(f"dịch vụ: {service.label.lower()}", service=service)).distinct("instrument")


@indicator(
    "metrology.verified",
    "Phương tiện đo được kiểm định",
    unit="phương tiện đo",
    kind=Kind.DISTINCT,
    basis=BY_SERVICE,
)
def verified(scope: Scope) -> Question:
    return _by(scope, Job.Service.VERIFICATION)


@indicator(
    "metrology.calibrated",
    "Phương tiện đo được hiệu chuẩn",
    unit="phương tiện đo",
    kind=Kind.DISTINCT,
    basis=BY_SERVICE,
)
def calibrated(scope: Scope) -> Question:
    return _by(scope, Job.Service.CALIBRATION)


@indicator(
    "metrology.tested",
    "Phương tiện đo được thử nghiệm",
    unit="phương tiện đo",
    kind=Kind.DISTINCT,
    basis=BY_SERVICE,
)
def tested(scope: Scope) -> Question:
    return _by(scope, Job.Service.TESTING)


share_passed = Derived(
    "metrology.share_passed",
    "Tỷ lệ phương tiện đo không có kết quả không đạt",
    "%",
    REST,
    ("metrology.failed", "metrology.instruments"),
    "Phương tiện đo không có kết quả không đạt nào trong kỳ, trên tổng số phương tiện đo được kiểm định, hiệu chuẩn, "
    "thử nghiệm; mỗi phương tiện đo một lần, kỳ số liệu theo {regime}.",
)
jobs_per_instrument = Derived(
    "metrology.jobs_per_instrument",
    "Số lượt bình quân trên một phương tiện đo",
    "lượt/phương tiện đo",
    RATIO,
    ("metrology.jobs", "metrology.instruments"),
    "Lượt chia cho phương tiện đo khác nhau trong cùng kỳ; kỳ số liệu theo {regime}.",
)
