"""What is counted of licences and of certificates of radiation workers."""

from django.db.models import Q

from sokhcn.areas.radiation.entries import certified, licensed
from sokhcn.areas.radiation.models import Licence, WorkerCertificate
from sokhcn.figures.indicator import Kind, Scope, indicator
from sokhcn.kernel.reading import Condition, Question
from sokhcn.records.asking import MARGIN, ask, near, when, when_agency, when_dated, when_on

Action, Permit, Certificate = Licence.Action, Licence.State, WorkerCertificate.State
PERIOD = "kỳ số liệu theo {regime}."
LICENCES = (
    "Mỗi giấy phép ban hành trong kỳ một lần, gồm cấp, gia hạn, sửa đổi, bổ sung, cấp lại (Nghị định số "
    "142/2020/NĐ-CP; từ ngày 01/01/2026 Nghị định số 332/2025/NĐ-CP), không gồm thu hồi; theo ngày cấp, giấy phép chưa "
    "ghi ngày cấp theo ngày vào sổ; " + PERIOD
)
# A licence that was later suspended, revoked or replaced was issued all the same.
GRANTED = (Permit.ISSUED, Permit.SUSPENDED, Permit.REVOKED, Permit.REPLACED, Permit.EXPIRED)
BY_ACTION = (
    "Trong số giấy phép ban hành trong kỳ, theo việc giải quyết ghi ở từng giấy phép (Nghị định số 142/2020/NĐ-CP; từ "
    "ngày 01/01/2026 Nghị định số 332/2025/NĐ-CP); " + PERIOD
)


def _licences(scope: Scope, *more: Condition) -> Question:
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
        *more,
    )


@indicator(
    "radiation.licences",
    "Giấy phép tiến hành công việc bức xạ cấp trong kỳ",
    unit="giấy phép",
    kind=Kind.FLOW,
    basis=LICENCES,
)
def licences(scope: Scope) -> Question:
    return _licences(scope).listed(licensed, order=("recorded_on", "pk"), related=("holder", "devices"))


@indicator(
    "radiation.fees",
    "Phí thẩm định của giấy phép tiến hành công việc bức xạ cấp trong kỳ",
    unit="đồng",
    kind=Kind.FLOW,
    basis="Cộng phí thẩm định ghi ở từng giấy phép ban hành trong kỳ; " + PERIOD,
)
def fees(scope: Scope) -> Question:
    return _licences(scope).summed("fee")


@indicator(
    "radiation.works",
    "Loại công việc bức xạ được cấp phép trong kỳ",
    unit="loại công việc",
    kind=Kind.DISTINCT,
    basis="Mỗi loại công việc bức xạ một lần, trong số giấy phép ban hành trong kỳ; " + PERIOD,
)
def works(scope: Scope) -> Question:
    return _licences(scope).distinct("work")


def _decided(scope: Scope, label: str, *actions: Licence.Action) -> Question:
    another = near("việc giải quyết khác", ~Q(action=Action.REVOKE))
    return _licences(scope, when(f"việc giải quyết: {label}", action__in=actions, near=(another,))).counted()


@indicator(
    "radiation.licences_new",
    "Giấy phép tiến hành công việc bức xạ cấp mới",
    unit="giấy phép",
    kind=Kind.FLOW,
    basis=BY_ACTION,
)
def licences_new(scope: Scope) -> Question:
    return _decided(scope, "cấp", Action.ISSUE)


@indicator(
    "radiation.licences_renewed",
    "Giấy phép tiến hành công việc bức xạ gia hạn",
    unit="giấy phép",
    kind=Kind.FLOW,
    basis=BY_ACTION,
)
def licences_renewed(scope: Scope) -> Question:
    return _decided(scope, "gia hạn", Action.RENEW)


@indicator(
    "radiation.licences_amended",
    "Giấy phép tiến hành công việc bức xạ sửa đổi, bổ sung",
    unit="giấy phép",
    kind=Kind.FLOW,
    basis=BY_ACTION,
)
def licences_amended(scope: Scope) -> Question:
    return _decided(scope, "sửa đổi, bổ sung", Action.AMEND, Action.SUPPLEMENT)


@indicator(
    "radiation.licences_reissued",
    "Giấy phép tiến hành công việc bức xạ cấp lại",
    unit="giấy phép",
    kind=Kind.FLOW,
    basis=BY_ACTION,
)
def licences_reissued(scope: Scope) -> Question:
    return _decided(scope, "cấp lại", Action.REISSUE)


@indicator(
    "radiation.licences_revoked",
    "Giấy phép tiến hành công việc bức xạ bị thu hồi",
    unit="giấy phép",
    kind=Kind.FLOW,
    basis="Mỗi quyết định thu hồi một lần, theo ngày ban hành, chưa ghi ngày thì theo ngày vào sổ; " + PERIOD,
)
def licences_revoked(scope: Scope) -> Question:
    return ask(
        Licence.objects.all(),
        when("đã ban hành", state__in=GRANTED, near=(near("đang thụ lý", state=Permit.PROCESSING),)),
        when("là quyết định thu hồi", action=Action.REVOKE),
        when_on("ban hành trong kỳ", "issued_on", scope.days),
        when_agency(scope.agency),
    ).counted()


@indicator(
    "radiation.licences_in_force",
    "Giấy phép tiến hành công việc bức xạ còn hiệu lực",
    unit="giấy phép",
    kind=Kind.STOCK,
    basis="Mỗi giấy phép đã cấp, chưa hết hạn và chưa bị thay, thu hồi đến ngày cuối kỳ một lần; giấy phép đã bị thay, "
    "thu hồi mà chưa ghi ngày thì không tính; giấy phép không ghi ngày hết hạn được tính là còn hiệu lực cho đến ngày "
    "bị thay, thu hồi hoặc hết hiệu lực; ngày cuối kỳ theo {regime}.",
)
def licences_in_force(scope: Scope) -> Question:
    day = scope.last_day
    return ask(
        Licence.objects.all(),
        when("đã ban hành", state__in=GRANTED, near=(near("đang thụ lý", state=Permit.PROCESSING),)),
        when("là giấy phép", ~Q(action=Action.REVOKE)),
        when(
            "cấp không sau ngày cuối kỳ",
            Q(issued_on__lte=day) | Q(issued_on=None, recorded_on__lte=day),
            near=(near("cấp sau ngày cuối kỳ", issued_on__lte=day + MARGIN),),
        ),
        when(
            "chưa hết hạn",
            Q(expires_on=None) | Q(expires_on__gte=day),
            near=(near("đã hết hạn", expires_on__gte=day - MARGIN),),
        ),
        when(
            "chưa bị thay, thu hồi",
            Q(ended_on__gt=day) | Q(ended_on=None, state=Permit.ISSUED),
            near=(
                near("đang bị đình chỉ", state=Permit.SUSPENDED),
                near("mới hết hiệu lực", ended_on__gt=day - MARGIN),
            ),
        ),
        when_agency(scope.agency),
    ).counted()


@indicator(
    "radiation.dossiers",
    "Hồ sơ đề nghị cấp phép tiến hành công việc bức xạ đã nhận",
    unit="hồ sơ",
    kind=Kind.FLOW,
    basis="Mỗi hồ sơ một lần theo ngày nhận; hồ sơ chưa ghi ngày nhận không tính; " + PERIOD,
)
def dossiers(scope: Scope) -> Question:
    return ask(
        Licence.objects.all(),
        when("là hồ sơ cấp phép", ~Q(action=Action.REVOKE)),
        when_dated("nhận trong kỳ", "received_on", scope.days),
        when_agency(scope.agency),
    ).counted()


@indicator(
    "radiation.certificates",
    "Chứng chỉ nhân viên bức xạ cấp trong kỳ",
    unit="chứng chỉ",
    kind=Kind.FLOW,
    basis="Mỗi chứng chỉ cấp trong kỳ một lần (Nghị định số 142/2020/NĐ-CP; từ ngày 01/01/2026 Nghị định số "
    "332/2025/NĐ-CP), theo ngày cấp, chưa ghi ngày cấp thì theo ngày vào sổ; " + PERIOD,
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
