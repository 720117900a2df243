"""Dated rules of intervals and terms: how long something holds or may take, from when, and on whose word."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator, RegexValidator
from django.db import models

from sokhcn.kernel.terms import Span, ends, opens
from sokhcn.kernel.workdays import WorkCalendar
from sokhcn.records.kept import Lasting

AT_LEAST_ONE = MinValueValidator(1, "Thời hạn phải từ 1 trở lên.")
# A hundred years: what is longer is a slip, and would lie beyond the calendar.
LONGEST: Mapping[str, int] = {Span.DAYS: 36_500, Span.WORKDAYS: 26_000, Span.MONTHS: 1_200, Span.YEARS: 100}


class Term(Lasting):
    """One rule for one time: ``rule`` is what areas call it by; ``subject`` narrows it, such as to taximeters.

    The rule that holds on the day that starts a term decides it; without a first day it has always held.
    """

    class Unit(models.TextChoices):
        DAYS = Span.DAYS, "ngày"
        WORKDAYS = Span.WORKDAYS, "ngày làm việc"
        MONTHS = Span.MONTHS, "tháng"
        YEARS = Span.YEARS, "năm"

    rule = models.CharField(
        "Quy tắc",
        max_length=60,
        validators=[RegexValidator(r"^[a-z_]+\.[a-z_]+$", "Mã quy tắc viết như metrology.verification.")],
    )
    subject = models.CharField("Đối tượng", max_length=60, blank=True, default="")
    name = models.CharField("Nội dung", max_length=250)
    amount = models.PositiveSmallIntegerField("Thời hạn", validators=[AT_LEAST_ONE])
    span = models.CharField("Tính theo", max_length=10, choices=Unit)
    basis = models.CharField("Căn cứ", max_length=250)
    verified = models.BooleanField("Đã kiểm chứng", default=False)

    searched: ClassVar[tuple[str, ...]] = ("rule", "subject", "name", "basis")

    class Meta(Lasting.Meta):
        verbose_name = "thời hạn"
        constraints = [
            models.UniqueConstraint(
                "rule",
                "subject",
                models.functions.Coalesce("valid_from", models.Value(date(1, 1, 1), models.DateField())),
                condition=models.Q(trashed_at=None),
                name="term_rule_from",
                violation_error_message="Quy tắc này đã có một dòng từ ngày ấy.",
            ),
            models.CheckConstraint(
                condition=models.Q(amount__gte=1),
                name="term_amount",
                violation_error_message="Thời hạn ít nhất là 1.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}: {self.length}"

    def clean(self) -> None:
        super().clean()
        if self.span in LONGEST and self.amount > LONGEST[Span(self.span)]:
            raise ValidationError({"amount": "Thời hạn dài nhất là 100 năm."})

    @property
    def length(self) -> str:
        """As people say it: ``18 tháng``."""
        return f"{self.amount} {self.Unit(self.span).label}"

    @property
    def source(self) -> str:
        """The rule in one line, with its legal source, and a warning where nobody has verified it."""
        doubt = "" if self.verified else " (chưa kiểm chứng)"
        return f"{self}, theo {self.basis}{doubt}"


@dataclass(frozen=True, slots=True)
class Falls:
    """A row falls due ``on`` that day by ``term``; without a term the day itself stands on the paper or in the row."""

    on: date
    term: Term | None = None


class Terms:
    """The rules that the department keeps, and the working calendar that some of them are counted by."""

    def __init__(self, rows: Iterable[Term], calendar: WorkCalendar) -> None:
        self._calendar = calendar
        self._rows: dict[tuple[str, str], list[Term]] = {}
        for row in rows:
            self._rows.setdefault((row.rule, row.subject), []).append(row)

    def of(self, rule: str, subject: str, day: date) -> Term | None:
        """The rule for ``subject``, else the one for all subjects, that holds on ``day``; the latest of several."""
        return next((term for name in (subject, "") if (term := self._holding(rule, name, day))), None)

    def falls(self, rule: str, subject: str, start: date | None, *, decided: date | None = None) -> Falls | None:
        """When a term that ``start`` begins ends; None where nothing began or no rule holds on that day.

        ``decided`` is the day whose rule it goes by, where that is another one: a licence that is extended today lasts
        so many years from the end of the old one, by the rule of today.
        """
        term = self.of(rule, subject, decided or start) if start else None
        if start is None or term is None:
            return None
        return Falls(ends(start, term.amount, Span(term.span), self._calendar), term)

    def ahead(self, rule: str, subject: str, end: date) -> Falls | None:
        """The last day on which a term is left before ``end``, by the rule of ``end``; None where none holds then."""
        term = self.of(rule, subject, end)
        return Falls(opens(end, term.amount, Span(term.span), self._calendar), term) if term else None

    def _holding(self, rule: str, subject: str, day: date) -> Term | None:
        rows: Sequence[Term] = self._rows.get((rule, subject), ())
        holding = (
            row for row in rows if (row.valid_from or date.min) <= day and (row.valid_to is None or day <= row.valid_to)
        )
        return max(holding, key=lambda row: row.valid_from or date.min, default=None)
