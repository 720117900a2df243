"""Administrative procedures, the tallies of their dossiers, and the dossiers that were late."""

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q

from sokhcn.records.kept import Kept, Record, in_order
from sokhcn.records.models import Paper
from sokhcn.records.models.named import or_never

# 1.000173.000.00.00.H58 as the province publishes it, 2.002711 as the Ministry does, 2.002711.H38 in short.
PROCEDURE_CODE = r"^\d\.\d{6}(\.\d{3}\.\d{2}\.\d{2})?(\.[HG]\d{2})?$"
ONCE = Q(trashed_at=None)


class Procedure(Record):
    """An administrative procedure that the department settles, as its list is published, from one day to another: the
    list is published anew, and each of its versions is a row of its own."""

    class Online(models.TextChoices):
        NONE = "none", "Trực tiếp"
        PARTIAL = "partial", "Một phần"
        FULL = "full", "Toàn trình"

    code = models.CharField(
        "Mã thủ tục",
        max_length=30,
        validators=[RegexValidator(PROCEDURE_CODE, "Mã thủ tục viết như 2.002711 hoặc 1.000173.000.00.00.H58.")],
    )
    name = models.TextField("Tên thủ tục")
    field = models.CharField("Lĩnh vực", max_length=150, blank=True, default="")
    online = models.CharField("Dịch vụ công trực tuyến", max_length=8, choices=Online, default=Online.NONE)
    workdays = models.PositiveSmallIntegerField("Thời hạn giải quyết (ngày làm việc)", null=True, blank=True)
    fee = models.PositiveIntegerField("Phí, lệ phí (đồng)", null=True, blank=True)
    decision = models.ForeignKey(
        Paper, models.PROTECT, null=True, blank=True, verbose_name="Quyết định công bố", related_name="+"
    )
    valid_from = models.DateField("Áp dụng từ", null=True, blank=True)
    valid_to = models.DateField("Áp dụng đến hết", null=True, blank=True)
    verified = models.BooleanField("Đã kiểm chứng", default=False)

    searched = ("code", "name", "field")

    class Meta(Record.Meta):
        verbose_name = "thủ tục hành chính"
        constraints = [
            models.UniqueConstraint(
                "agency",
                "code",
                or_never("valid_from"),
                condition=ONCE,
                name="reform_procedure_from",
                violation_error_message="Mã thủ tục này đã có một dòng từ ngày ấy.",
            ),
            in_order("valid_from", "valid_to", name="reform_procedure_days", otherwise="Ngày cuối trước ngày đầu."),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


class ProcedureTally(Record):
    """What became of the dossiers of one procedure from one day to another: a line of the one-stop shop's table.

    The dossiers themselves are in the province's one-stop system; only those that are late are entered, each by itself.
    """

    procedure = models.ForeignKey(Procedure, models.PROTECT, verbose_name="Thủ tục", related_name="tallies")
    from_on = models.DateField("Từ ngày")
    to_on = models.DateField("Đến ngày")
    carried = models.PositiveIntegerField("Kỳ trước chuyển qua", default=0)
    received = models.PositiveIntegerField("Tiếp nhận trong kỳ", default=0)
    received_online = models.PositiveIntegerField("Trong đó trực tuyến", default=0)
    settled = models.PositiveIntegerField("Đã giải quyết", default=0)
    settled_in_time = models.PositiveIntegerField("Giải quyết trước và đúng hạn", default=0)
    settled_late = models.PositiveIntegerField("Giải quyết quá hạn", default=0)
    returned = models.PositiveIntegerField("Trả lại, rút hồ sơ", default=0)
    pending = models.PositiveIntegerField("Đang giải quyết", default=0)
    pending_late = models.PositiveIntegerField("Đang giải quyết đã quá hạn", default=0)
    fees = models.DecimalField("Phí, lệ phí đã thu (triệu đồng)", max_digits=14, decimal_places=3, default=0)

    searched = ("procedure",)

    class Meta(Record.Meta):
        verbose_name = "số hồ sơ theo thủ tục"
        indexes = [models.Index(fields=["agency", "to_on"], name="reform_tally_day")]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "procedure", "from_on"],
                condition=ONCE,
                name="reform_tally_once",
                violation_error_message="Thủ tục này đã có số liệu từ ngày ấy.",
            ),
            in_order("from_on", "to_on", name="reform_tally_days", otherwise="Ngày cuối đứng trước ngày đầu."),
            models.CheckConstraint(
                condition=Q(received_online__lte=F("received")),
                name="reform_tally_online",
                violation_error_message="Hồ sơ trực tuyến nhiều hơn hồ sơ tiếp nhận.",
            ),
            models.CheckConstraint(
                condition=Q(settled=F("settled_in_time") + F("settled_late")),
                name="reform_tally_settled",
                violation_error_message="Đã giải quyết phải bằng trước và đúng hạn cộng quá hạn.",
            ),
            models.CheckConstraint(
                condition=Q(pending=F("carried") + F("received") - F("settled") - F("returned")),
                name="reform_tally_pending",
                violation_error_message="Đang giải quyết phải bằng kỳ trước chuyển qua cộng tiếp nhận, trừ đã giải "
                "quyết, trừ trả lại.",
            ),
            models.CheckConstraint(
                condition=Q(pending_late__lte=F("pending")),
                name="reform_tally_late",
                violation_error_message="Hồ sơ đang giải quyết quá hạn nhiều hơn hồ sơ đang giải quyết.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.procedure.code} từ {self.from_on:%d/%m/%Y} đến {self.to_on:%d/%m/%Y}"


class LateDossier(Kept):
    """A dossier that is or was late: why, and by which letter the department apologised.

    ``procedure`` is the version that held on the day of receipt: by its term the dossier was due.
    """

    procedure = models.ForeignKey(Procedure, models.PROTECT, verbose_name="Thủ tục", related_name="late")
    code = models.CharField("Mã hồ sơ", max_length=60)
    applicant = models.CharField("Người nộp", max_length=150, blank=True, default="")
    received_on = models.DateField("Ngày tiếp nhận", null=True, blank=True)
    due_on = models.DateField("Ngày hẹn trả")
    settled_on = models.DateField("Ngày trả kết quả", null=True, blank=True)
    reason = models.TextField("Lý do quá hạn")
    apology = models.CharField("Văn bản xin lỗi", max_length=60, blank=True, default="")
    new_due_on = models.DateField("Ngày hẹn lại", null=True, blank=True)

    part_of = "procedure"
    searched = ("code", "reason", "apology")

    class Meta(Kept.Meta):
        verbose_name = "hồ sơ quá hạn"
        constraints = [
            models.UniqueConstraint(
                fields=["procedure", "code"],
                condition=ONCE,
                name="reform_late_once",
                violation_error_message="Hồ sơ này đã ghi.",
            ),
            in_order(
                "received_on", "due_on", name="reform_late_days", otherwise="Ngày hẹn trả đứng trước ngày tiếp nhận."
            ),
            models.CheckConstraint(
                condition=Q(settled_on=None) | Q(settled_on__gt=F("due_on")),
                name="reform_late_is_late",
                violation_error_message="Hồ sơ trả không sau ngày hẹn thì không quá hạn.",
            ),
        ]

    def __str__(self) -> str:
        return self.code
