"""The books that outgoing papers take their numbers from, and the papers that took one."""

import re
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator, RegexValidator
from django.db import models

from sokhcn.records.kept import Kept, Lasting
from sokhcn.records.models import Agency
from sokhcn.reports.models.editions import CODE, report_name

SYMBOL_LETTERS, SUBJECT_LETTERS, SIGNER_LETTERS = (
    30,
    500,
    50,
)  # as the metadata of an outgoing paper have them (Decree 30/2020/NĐ-CP)
TYPE = re.compile(r"[A-ZĐa-zđy]{1,6}")


class NumberBook(Lasting):
    """Where numbers come from: for the papers of some ``types``, or for all that have no book of their own.

    An agency that keeps no book takes its numbers from its document system, in one sequence for all types.
    """

    class Kind(models.TextChoices):
        EXTERNAL = "external", "Hệ thống quản lý văn bản cấp số"
        OWN = "own", "Cấp số tại đây"

    agency = models.ForeignKey(Agency, models.PROTECT, verbose_name="Cơ quan", related_name="+")
    code = models.CharField(
        "Mã sổ",
        max_length=20,
        validators=[RegexValidator(r"^[a-z0-9-]+$", "Mã chỉ gồm chữ thường không dấu, số và gạch nối.")],
    )
    name = models.CharField("Tên sổ", max_length=200)
    kind = models.CharField("Nguồn số", max_length=10, choices=Kind, default=Kind.EXTERNAL)
    types = models.CharField("Loại văn bản", max_length=200, blank=True, default="")
    first = models.PositiveIntegerField("Số đầu tiên", default=1, validators=[MinValueValidator(1)])

    searched = ("code", "name")

    class Meta(Lasting.Meta):
        verbose_name = "sổ cấp số"
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "code", "valid_from"],
                condition=models.Q(trashed_at=None),
                name="number_book_from",
                violation_error_message="Sổ này đã có từ ngày ấy.",
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def type_symbols(self) -> tuple[str, ...]:
        """The abbreviations of the types it is for; none where it is for all others."""
        return tuple(part for part in re.split(r"[\s,;|]+", self.types) if part)

    def clean(self) -> None:
        super().clean()
        if strange := [one for one in self.type_symbols if not TYPE.fullmatch(one)]:
            raise ValidationError({"types": f"“{strange[0]}” không phải chữ viết tắt tên loại. Ghi như: BC, KH, TTr."})


class Outgoing(Kept):
    """A paper that took a number: a line of the outgoing book (Decree 30/2020/NĐ-CP, Annex IV).

    A number is never free again: a paper that is voided keeps its own. ``period_code``, ``addressee`` and ``edition``
    name the edition of a report; other papers have none.
    """

    agency = models.ForeignKey(Agency, models.PROTECT, verbose_name="Cơ quan", related_name="+")
    book = models.CharField("Mã sổ", max_length=20, blank=True, default="")
    own = models.BooleanField("Cấp số tại đây", default=False)
    year = models.PositiveSmallIntegerField("Năm")
    number = models.PositiveIntegerField("Số")
    suffix = models.CharField("Chữ sau số", max_length=1, blank=True, default="")
    symbol = models.CharField("Ký hiệu", max_length=SYMBOL_LETTERS)
    type = models.CharField("Tên loại", max_length=100)
    subject = models.CharField("Trích yếu", max_length=SUBJECT_LETTERS)
    dated_on = models.DateField("Ngày văn bản")
    signer = models.CharField("Người ký", max_length=SIGNER_LETTERS, blank=True, default="")
    recipients = models.TextField("Nơi nhận", blank=True, default="")
    kept_by = models.CharField("Đơn vị, người nhận bản lưu", max_length=200, blank=True, default="")
    copies = models.PositiveSmallIntegerField("Số lượng bản", null=True, blank=True)
    sent_on = models.DateField("Ngày chuyển", null=True, blank=True)
    received_by = models.CharField("Ký nhận", max_length=100, blank=True, default="")
    note = models.TextField("Ghi chú", blank=True, default="")
    period_code = models.CharField("Kỳ báo cáo", max_length=CODE, blank=True, default="")
    addressee = models.CharField("Báo cáo gửi", max_length=40, blank=True, default="")
    edition = models.PositiveIntegerField("Dự thảo", null=True, blank=True)
    numbered_by = models.CharField("Người cấp số", max_length=200)
    voided_on = models.DateField("Ngày hủy", null=True, blank=True)
    void_reason = models.TextField("Lý do hủy", blank=True, default="")

    searched = ("code", "subject", "signer")
    found_alone = False
    placed_by = "dated_on"
    REPORT: ClassVar[tuple[str, ...]] = ("agency", "period_code", "addressee", "edition")

    class Meta(Kept.Meta):
        verbose_name = "văn bản đi"
        ordering = ["year", "number", "suffix"]
        indexes = [models.Index(fields=["agency", "dated_on"], name="outgoing_dated")]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "year", "number", "suffix", "symbol"],
                name="outgoing_number_once",
                violation_error_message="Số, ký hiệu này của năm đã cấp cho văn bản khác.",
            ),
            # Voided or in the trash, a number of an own book is taken for good.
            models.UniqueConstraint(
                fields=["agency", "book", "year", "number"],
                condition=models.Q(own=True),
                name="outgoing_own_once",
                violation_error_message="Số này của sổ đã cấp.",
            ),
            models.UniqueConstraint(
                fields=["agency", "period_code", "addressee", "edition"],
                condition=models.Q(edition__isnull=False, voided_on=None, trashed_at=None),
                name="outgoing_edition_once",
                violation_error_message="Ấn bản này đã có số.",
            ),
            models.CheckConstraint(
                condition=models.Q(voided_on=None) | ~models.Q(void_reason=""),
                name="outgoing_void_has_reason",
                violation_error_message="Hủy số phải ghi lý do.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.type} số {self.code}"

    @property
    def written(self) -> str:
        """The number as papers print it: below ten with a zero."""
        return f"{self.number:02}{self.suffix}"

    @property
    def code(self) -> str:
        return f"{self.written}/{self.symbol}"

    @property
    def edition_label(self) -> str:
        """The edition that it is the number of; empty for other papers."""
        return f"{report_name(self.period_code, self.addressee)}/{self.edition}" if self.edition else ""
