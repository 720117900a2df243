"""What is counted of facilities, of what they do again and again, and of emergencies."""

from datetime import date

from django.db.models import Q

from sokhcn.areas.radiation.models import (
    AreaSurvey,
    Declaration,
    Device,
    DeviceVerification,
    DoseReading,
    EmergencyPlan,
    EmergencyTraining,
    Facility,
    Incident,
    SafetyReport,
)
from sokhcn.areas.radiation.models.monitoring import Result
from sokhcn.figures.indicator import Kind, Scope, indicator
from sokhcn.kernel.reading import Condition, Question
from sokhcn.records.asking import MARGIN, ask, near, when, when_agency, when_agency_of, when_dated, when_on

Training = EmergencyTraining.State
PERIOD = "kỳ số liệu theo {regime}."
LAST_DAY = "ngày cuối kỳ theo {regime}."


# --- facilities and devices -------------------------------------------------------------------------------------


def _operating(day: date, closed: str, state: Q) -> Condition:
    """Not ended by ``day``: what ended later did operate; without a day of its end the state decides."""
    recently: dict[str, date] = {f"{closed}__gt": day - MARGIN}
    return when(
        "chưa chấm dứt đến ngày cuối kỳ",
        Q(**{f"{closed}__gt": day}) | (Q(**{closed: None}) & state),
        near=(near("mới chấm dứt", **recently),),
    )


def _facilities(scope: Scope, *more: Condition) -> Question:
    day = scope.last_day
    begun = Q(began_on__lte=day) | Q(began_on=None, recorded_on__lte=day)
    soon = near("bắt đầu sau ngày cuối kỳ", began_on__lte=day + MARGIN)
    return ask(
        Facility.objects.all(),
        when("đã bắt đầu hoạt động", begun, near=(soon,)),
        _operating(day, "closed_on", ~Q(state=Facility.State.CLOSED)),
        when_agency(scope.agency),
        *more,
    ).counted()


@indicator(
    "radiation.facilities",
    "Cơ sở ứng dụng năng lượng nguyên tử",
    unit="cơ sở",
    kind=Kind.STOCK,
    basis="Mỗi cơ sở bức xạ đã bắt đầu và chưa chấm dứt hoạt động đến ngày cuối kỳ một lần; " + LAST_DAY,
)
def facilities(scope: Scope) -> Question:
    return _facilities(scope)


@indicator(
    "radiation.facilities_without_officer",
    "Cơ sở chưa có người phụ trách an toàn bức xạ được cấp chứng chỉ",
    unit="cơ sở",
    kind=Kind.STOCK,
    basis="Cơ sở bức xạ đang hoạt động đến ngày cuối kỳ mà sổ chưa ghi số chứng chỉ của người phụ trách an toàn; "
    + LAST_DAY,
)
def facilities_without_officer(scope: Scope) -> Question:
    return _facilities(scope, when("chưa ghi chứng chỉ của người phụ trách an toàn", officer_certificate=""))


@indicator(
    "radiation.devices",
    "Thiết bị bức xạ tại các cơ sở",
    unit="thiết bị",
    kind=Kind.STOCK,
    basis="Mỗi thiết bị bức xạ có từ trước và chưa thanh lý, chuyển giao đến ngày cuối kỳ một lần, chưa ghi ngày có "
    "thì tính là có; " + LAST_DAY,
)
def devices(scope: Scope) -> Question:
    day = scope.last_day
    return ask(
        Device.objects.all(),
        when(
            "có trước ngày cuối kỳ",
            Q(acquired_on__lte=day) | Q(acquired_on=None),
            near=(near("có sau ngày cuối kỳ", acquired_on__lte=day + MARGIN),),
        ),
        _operating(day, "disposed_on", ~Q(state=Device.State.DISPOSED)),
        when_agency_of("facility", scope.agency),
    ).counted()


@indicator(
    "radiation.declarations",
    "Khai báo thiết bị bức xạ được xác nhận trong kỳ",
    unit="khai báo",
    kind=Kind.FLOW,
    basis="Mỗi khai báo đã xác nhận một lần, theo ngày xác nhận; " + PERIOD,
)
def declarations(scope: Scope) -> Question:
    return ask(
        Declaration.objects.all(),
        when("đã xác nhận", state=Declaration.State.CONFIRMED),
        when_dated("xác nhận trong kỳ", "confirmed_on", scope.days),
        when_agency(scope.agency),
    ).counted()


# --- monitoring -------------------------------------------------------------------------------------------------


@indicator(
    "radiation.devices_verified",
    "Thiết bị bức xạ được kiểm định",
    unit="thiết bị",
    kind=Kind.DISTINCT,
    basis="Mỗi thiết bị một lần trong kỳ, theo ngày kiểm định; " + PERIOD,
)
def devices_verified(scope: Scope) -> Question:
    return ask(
        DeviceVerification.objects.all(),
        when_dated("kiểm định trong kỳ", "performed_on", scope.days),
        when_agency_of("device__facility", scope.agency),
    ).distinct("device")


@indicator(
    "radiation.devices_failed",
    "Thiết bị bức xạ kiểm định không đạt",
    unit="thiết bị",
    kind=Kind.DISTINCT,
    basis="Mỗi thiết bị có kết quả không đạt một lần trong kỳ, theo ngày kiểm định; " + PERIOD,
)
def devices_failed(scope: Scope) -> Question:
    return ask(
        DeviceVerification.objects.all(),
        when_dated("kiểm định trong kỳ", "performed_on", scope.days),
        when("không đạt", result=Result.FAILED),
        when_agency_of("device__facility", scope.agency),
    ).distinct("device")


@indicator(
    "radiation.surveys",
    "Lượt kiểm xạ phòng, khu vực",
    unit="lượt",
    kind=Kind.FLOW,
    basis="Mỗi lượt kiểm xạ một phòng, khu vực một lần, theo ngày kiểm xạ; " + PERIOD,
)
def surveys(scope: Scope) -> Question:
    return ask(
        AreaSurvey.objects.all(),
        when_dated("kiểm xạ trong kỳ", "performed_on", scope.days),
        when_agency_of("facility", scope.agency),
    ).counted()


@indicator(
    "radiation.doses",
    "Lượt đọc liều kế cá nhân",
    unit="liều kế",
    kind=Kind.FLOW,
    basis="Mỗi liều kế của một nhân viên trong một quý một lần, theo ngày đọc; " + PERIOD,
)
def doses(scope: Scope) -> Question:
    return ask(
        DoseReading.objects.all(),
        when_dated("đọc trong kỳ", "read_on", scope.days),
        when_agency_of("facility", scope.agency),
    ).counted()


@indicator(
    "radiation.safety_reports",
    "Báo cáo thực trạng an toàn bức xạ đã nhận",
    unit="báo cáo",
    kind=Kind.FLOW,
    basis="Mỗi báo cáo năm của một cơ sở một lần, theo ngày nhận; " + PERIOD,
)
def safety_reports(scope: Scope) -> Question:
    return ask(
        SafetyReport.objects.all(),
        when_dated("nhận trong kỳ", "received_on", scope.days),
        when_agency_of("facility", scope.agency),
    ).counted()


# --- emergencies ------------------------------------------------------------------------------------------------


def _exercises(scope: Scope, kind: EmergencyTraining.Kind) -> Question:
    another = near("là hình thức khác", ~Q(kind=kind))
    return ask(
        EmergencyTraining.objects.all(),
        when("đã tổ chức", state=Training.HELD, near=(near("mới dự kiến", state=Training.PLANNED),)),
        when(f"là {kind.label.lower()}", kind=kind, near=(another,)),
        when_on("tổ chức trong kỳ", "held_on", scope.days),
        when_agency(scope.agency),
    )


@indicator(
    "radiation.trainings",
    "Lớp tập huấn về ứng phó sự cố bức xạ và hạt nhân",
    unit="lớp",
    kind=Kind.FLOW,
    basis="Mỗi lớp đã tổ chức một lần, theo ngày tổ chức, lớp chưa ghi ngày theo ngày vào sổ; " + PERIOD,
)
def trainings(scope: Scope) -> Question:
    return _exercises(scope, EmergencyTraining.Kind.TRAINING).counted()


@indicator(
    "radiation.training_bodies",
    "Sở, ban, ngành, địa phương dự tập huấn về ứng phó sự cố bức xạ và hạt nhân",
    unit="sở, ban, ngành, địa phương",
    kind=Kind.FLOW,
    basis="Cộng số sở, ban, ngành, địa phương dự từng lớp trong kỳ; nơi dự hai lớp được tính hai lần; " + PERIOD,
)
def training_bodies(scope: Scope) -> Question:
    return _exercises(scope, EmergencyTraining.Kind.TRAINING).summed("bodies")


@indicator(
    "radiation.drills",
    "Cuộc diễn tập ứng phó sự cố bức xạ và hạt nhân",
    unit="cuộc",
    kind=Kind.FLOW,
    basis="Mỗi cuộc diễn tập đã tổ chức một lần, theo ngày tổ chức, chưa ghi ngày thì theo ngày vào sổ; " + PERIOD,
)
def drills(scope: Scope) -> Question:
    return _exercises(scope, EmergencyTraining.Kind.DRILL).counted()


def _plans(scope: Scope, level: EmergencyPlan.Level) -> Question:
    return ask(
        EmergencyPlan.objects.all(),
        when(
            "đã phê duyệt",
            state__in=(EmergencyPlan.State.APPROVED, EmergencyPlan.State.REPLACED),
            near=(near("chưa phê duyệt", submitted_on__range=scope.days),),
        ),
        when(f"là kế hoạch {level.label.lower()}", level=level),
        when_on("phê duyệt trong kỳ", "approved_on", scope.days),
        when_agency(scope.agency),
    ).counted()


@indicator(
    "radiation.plans_of_facilities",
    "Kế hoạch ứng phó sự cố bức xạ cấp cơ sở được phê duyệt",
    unit="kế hoạch",
    kind=Kind.FLOW,
    basis="Mỗi kế hoạch đã phê duyệt một lần, theo ngày phê duyệt, chưa ghi ngày thì theo ngày vào sổ; " + PERIOD,
)
def plans_of_facilities(scope: Scope) -> Question:
    return _plans(scope, EmergencyPlan.Level.FACILITY)


@indicator(
    "radiation.plans_of_province",
    "Kế hoạch ứng phó sự cố bức xạ và hạt nhân cấp tỉnh được phê duyệt",
    unit="kế hoạch",
    kind=Kind.FLOW,
    basis="Mỗi kế hoạch đã phê duyệt một lần, theo ngày phê duyệt, chưa ghi ngày thì theo ngày vào sổ; " + PERIOD,
)
def plans_of_province(scope: Scope) -> Question:
    return _plans(scope, EmergencyPlan.Level.PROVINCE)


@indicator(
    "radiation.incidents",
    "Sự cố bức xạ trên địa bàn tỉnh",
    unit="sự cố",
    kind=Kind.FLOW,
    basis="Mỗi sự cố một lần, theo ngày xảy ra; tin báo không phải sự cố không tính; " + PERIOD,
)
def incidents(scope: Scope) -> Question:
    false = near("không phải sự cố", state=Incident.State.FALSE_ALARM)
    return ask(
        Incident.objects.all(),
        when("là sự cố", ~Q(state=Incident.State.FALSE_ALARM), near=(false,)),
        when_dated("xảy ra trong kỳ", "occurred_on", scope.days),
        when_agency(scope.agency),
    ).counted()
