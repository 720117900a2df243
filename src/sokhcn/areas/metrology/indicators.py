"""What is counted of verification, calibration and testing."""

from datetime import date, timedelta

from django.db.models import Q

from sokhcn.areas.metrology.entries import of_kind
from sokhcn.areas.metrology.models import Job, Standard, Verifier
from sokhcn.figures.derived import Derived
from sokhcn.figures.formula import DIFFERENCE, RATIO, REST
from sokhcn.figures.indicator import Kind, Scope, indicator
from sokhcn.kernel.reading import Condition, Measure, Question, Tally
from sokhcn.records.asking import MARGIN, ask, near, when, when_agency

State, Mode = Job.State, Job.VerificationKind
BEFORE = (State.REQUESTED, State.SCHEDULED)
PERIOD = "theo ngày thực hiện; kỳ số liệu theo {regime}."
INSTRUMENTS = "Mỗi phương tiện đo một lần trong kỳ, dù được kiểm định, hiệu chuẩn, thử nghiệm mấy lượt, " + PERIOD
BY_SERVICE = (
    "Mỗi phương tiện đo một lần cho mỗi dịch vụ trong kỳ; phương tiện đo vừa kiểm định vừa hiệu chuẩn có ở cả hai số, "
    "nên cộng các dịch vụ có thể lớn hơn tổng số phương tiện đo; " + PERIOD
)
BY_MODE = (
    "Mỗi phương tiện đo một lần cho mỗi chế độ kiểm định trong kỳ (Luật Đo lường số 04/2011/QH13); phương tiện đo kiểm "
    "định định kỳ rồi kiểm định lại sau sửa chữa có ở cả hai số; lượt chưa ghi chế độ không tính; " + PERIOD
)
# A line for each kind of instrument: an instrument has one kind, so the lines add up to the instruments.
KINDS = Tally(
    "instrument__kind",
    of_kind,
    {
        "instruments": (Measure.DISTINCT, "instrument", None),
        "jobs": (Measure.COUNT, "pk", None),
        "verified": (Measure.DISTINCT, "instrument", Q(service=Job.Service.VERIFICATION)),
        "calibrated": (Measure.DISTINCT, "instrument", Q(service=Job.Service.CALIBRATION)),
        "tested": (Measure.DISTINCT, "instrument", Q(service=Job.Service.TESTING)),
        "failed": (Measure.DISTINCT, "instrument", Q(result=Job.Result.FAILED)),
    },
    ("-instruments",),
)


def _performed(days: tuple[date, date]) -> Condition:
    """Performed in the window. A performed job always has its day, so one range of the index answers for a million."""
    first, last = days
    draft = Q(performed_on__range=days) | Q(performed_on=None, recorded_on__range=days)
    awaited = Q(scheduled_on__range=days) | Q(scheduled_on=None, recorded_on__range=days)
    before, after = (first - MARGIN, first - timedelta(1)), (last + timedelta(1), last + MARGIN)
    return when(
        "đã thực hiện trong kỳ",
        state=State.PERFORMED,
        performed_on__range=days,
        near=(
            near("đang lập", draft, state=State.DRAFT),
            near("đã tiếp nhận, chưa thực hiện", awaited, state__in=BEFORE),
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
    return _jobs(scope).distinct("instrument").tallied(KINDS)


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
    "metrology.in_batches",
    "Phương tiện đo được kiểm định, hiệu chuẩn, thử nghiệm theo lô",
    unit="chiếc",
    kind=Kind.FLOW,
    basis="Cộng số lượng ghi ở từng lượt làm theo lô (số lượng từ 2 trở lên), mỗi lượt một lần; ở các số khác, lô là "
    "một phương tiện đo; " + PERIOD,
)
def in_batches(scope: Scope) -> Question:
    return _jobs(scope, when("theo lô", quantity__gt=1)).summed("quantity")


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


# --- by kind of verification ------------------------------------------------------------------------------------


def _verified(scope: Scope, mode: Job.VerificationKind) -> Question:
    another = near("kiểm định theo chế độ khác", service=Job.Service.VERIFICATION)
    return _jobs(scope, when(f"kiểm định {mode.label.lower()}", verification_kind=mode, near=(another,))).distinct(
        "instrument"
    )


@indicator(
    "metrology.verified_initially",
    "Phương tiện đo được kiểm định ban đầu",
    unit="phương tiện đo",
    kind=Kind.DISTINCT,
    basis=BY_MODE,
)
def verified_initially(scope: Scope) -> Question:
    return _verified(scope, Mode.INITIAL)


@indicator(
    "metrology.verified_periodically",
    "Phương tiện đo được kiểm định định kỳ",
    unit="phương tiện đo",
    kind=Kind.DISTINCT,
    basis=BY_MODE,
)
def verified_periodically(scope: Scope) -> Question:
    return _verified(scope, Mode.PERIODIC)


@indicator(
    "metrology.verified_after_repair",
    "Phương tiện đo được kiểm định sau sửa chữa",
    unit="phương tiện đo",
    kind=Kind.DISTINCT,
    basis=BY_MODE,
)
def verified_after_repair(scope: Scope) -> Question:
    return _verified(scope, Mode.AFTER_REPAIR)


@indicator(
    "metrology.compared",
    "Phương tiện đo được kiểm định đối chứng",
    unit="phương tiện đo",
    kind=Kind.DISTINCT,
    basis="Mỗi phương tiện đo một lần trong kỳ (Quyết định số 1148/QĐ-TĐC năm 2015); " + PERIOD,
)
def compared(scope: Scope) -> Question:
    return _verified(scope, Mode.COMPARISON)


# --- what came of it --------------------------------------------------------------------------------------------


@indicator(
    "metrology.certificates",
    "Giấy chứng nhận kiểm định, hiệu chuẩn, kết quả thử nghiệm đã cấp",
    unit="giấy chứng nhận",
    kind=Kind.FLOW,
    basis="Mỗi lượt có số giấy chứng nhận một lần, " + PERIOD,
)
def certificates(scope: Scope) -> Question:
    unnumbered = near("chưa ghi số giấy chứng nhận", certificate_number="")
    return _jobs(scope, when("đã cấp giấy chứng nhận", certificate_number__gt="", near=(unnumbered,))).counted()


@indicator(
    "metrology.fees",
    "Giá dịch vụ kiểm định, hiệu chuẩn, thử nghiệm",
    unit="đồng",
    kind=Kind.FLOW,
    basis="Cộng giá dịch vụ ghi ở từng lượt, " + PERIOD,
)
def fees(scope: Scope) -> Question:
    return _jobs(scope).summed("fee")


# --- what the work is done with ---------------------------------------------------------------------------------


@indicator(
    "metrology.standards",
    "Chuẩn đo lường đang sử dụng",
    unit="chuẩn",
    kind=Kind.STOCK,
    basis="Mỗi chuẩn đo lường đã đưa vào sử dụng và chưa thôi sử dụng đến ngày cuối kỳ một lần, chưa ghi ngày đưa vào "
    "sử dụng thì theo ngày vào sổ; ngày cuối kỳ theo {regime}.",
)
def standards(scope: Scope) -> Question:
    day = scope.last_day
    begun = Q(in_use_since__lte=day) | Q(in_use_since=None, recorded_on__lte=day)
    soon = Q(in_use_since__lte=day + MARGIN) | Q(in_use_since=None, recorded_on__lte=day + MARGIN)
    return ask(
        Standard.objects.all(),
        when("đã đưa vào sử dụng", begun, near=(near("đưa vào sử dụng sau ngày cuối kỳ", soon),)),
        when(
            "chưa thôi sử dụng",
            Q(retired_on__gt=day) | Q(retired_on=None, state__in=(Standard.State.IN_USE, Standard.State.STOPPED)),
            near=(near("thôi sử dụng gần đây", retired_on__gt=day - MARGIN),),
        ),
        when_agency(scope.agency),
    ).counted()


@indicator(
    "metrology.verifiers",
    "Kiểm định viên có thẻ còn giá trị",
    unit="kiểm định viên",
    kind=Kind.STOCK,
    basis="Mỗi kiểm định viên có thẻ đã cấp và còn giá trị đến ngày cuối kỳ một lần; ngày cuối kỳ theo {regime}.",
)
def verifiers(scope: Scope) -> Question:
    day = scope.last_day
    return ask(
        Verifier.objects.all(),
        when("đang làm việc", state=Verifier.State.WORKING),
        when(
            "đã được cấp thẻ",
            Q(card_issued_on__lte=day) | Q(card_issued_on=None, recorded_on__lte=day),
            near=(near("cấp thẻ sau ngày cuối kỳ", card_issued_on__lte=day + MARGIN),),
        ),
        when(
            "thẻ còn giá trị",
            Q(card_valid_until=None) | Q(card_valid_until__gte=day),
            near=(near("thẻ hết giá trị", card_valid_until__range=(day - MARGIN, day - timedelta(1))),),
        ),
        when_agency(scope.agency),
    ).counted()


without_failure = Derived(
    "metrology.without_failure",
    "Phương tiện đo không có kết quả không đạt",
    "phương tiện đo",
    DIFFERENCE,
    ("metrology.instruments", "metrology.failed"),
    "Phương tiện đo được kiểm định, hiệu chuẩn, thử nghiệm và không có kết quả không đạt nào trong kỳ; mỗi phương tiện "
    "đo một lần, kỳ số liệu theo {regime}.",
)
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
