"""What is counted of radiation and nuclear safety."""

from django.db.models import Q

from sokhcn.areas.radiation.entries import certified, licensed
from sokhcn.areas.radiation.models import EmergencyTraining, Licence, WorkerCertificate
from sokhcn.figures.indicator import Kind, Scope, indicator
from sokhcn.kernel.reading import Question
from sokhcn.records.asking import ask, near, when, when_agency, when_on

Certificate, Training = WorkerCertificate.State, EmergencyTraining.State
PERIOD = "kỳ số liệu theo {regime}."
LICENCES = (
    "Mỗi giấy phép ban hành trong kỳ một lần, gồm cấp, gia hạn, sửa đổi, bổ sung, cấp lại theo Nghị định số "
    "142/2020/NĐ-CP, không gồm thu hồi; theo ngày cấp, giấy phép chưa ghi ngày cấp theo ngày vào sổ; " + PERIOD
)
# A licence that was later suspended, revoked or replaced was issued all the same.
GRANTED = (Licence.State.ISSUED, Licence.State.SUSPENDED, Licence.State.REVOKED, Licence.State.REPLACED)


def _licences(scope: Scope) -> Question:
    return ask(
        Licence.objects.all(),
        when("đã ban hành", state__in=GRANTED, near=(near("đang thụ lý", state=Licence.State.PROCESSING),)),
        when(
            "là giấy phép",
            ~Q(action=Licence.Action.REVOKE),
            near=(near("là quyết định thu hồi", action=Licence.Action.REVOKE),),
        ),
        when_on("cấp trong kỳ", "issued_on", scope.days),
        when_agency(scope.agency),
    )


@indicator(
    "radiation.licences",
    "Giấy phép tiến hành công việc bức xạ cấp trong kỳ",
    unit="giấy phép",
    kind=Kind.FLOW,
    basis=LICENCES,
)
def licences(scope: Scope) -> Question:
    return _licences(scope).listed(licensed, order=("recorded_on", "pk"), related=("holder",))


@indicator(
    "radiation.works",
    "Loại công việc bức xạ được cấp phép trong kỳ",
    unit="loại công việc",
    kind=Kind.DISTINCT,
    basis="Mỗi loại công việc bức xạ một lần, trong số giấy phép ban hành trong kỳ; " + PERIOD,
)
def works(scope: Scope) -> Question:
    return _licences(scope).distinct("work")


@indicator(
    "radiation.certificates",
    "Chứng chỉ nhân viên bức xạ cấp trong kỳ",
    unit="chứng chỉ",
    kind=Kind.FLOW,
    basis="Mỗi chứng chỉ cấp trong kỳ một lần (Nghị định số 142/2020/NĐ-CP), theo ngày cấp, chưa ghi ngày cấp thì theo "
    "ngày vào sổ; " + PERIOD,
)
def certificates(scope: Scope) -> Question:
    return ask(
        WorkerCertificate.objects.all(),
        when(
            "đã cấp",
            state__in=(Certificate.ISSUED, Certificate.REVOKED),
            near=(near("đang thụ lý", state=Certificate.PROCESSING),),
        ),
        when_on("cấp trong kỳ", "issued_on", scope.days),
        when_agency(scope.agency),
    ).listed(certified, order=("recorded_on", "pk"), related=("employer",))


def _trainings(scope: Scope) -> Question:
    return ask(
        EmergencyTraining.objects.all(),
        when("đã tổ chức", state=Training.HELD, near=(near("mới dự kiến", state=Training.PLANNED),)),
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
    return _trainings(scope).counted()


@indicator(
    "radiation.training_bodies",
    "Sở, ban, ngành, địa phương dự tập huấn về ứng phó sự cố bức xạ và hạt nhân",
    unit="sở, ban, ngành, địa phương",
    kind=Kind.FLOW,
    basis="Cộng số sở, ban, ngành, địa phương dự từng lớp trong kỳ; nơi dự hai lớp được tính hai lần; " + PERIOD,
)
def training_bodies(scope: Scope) -> Question:
    return _trainings(scope).summed("bodies")
