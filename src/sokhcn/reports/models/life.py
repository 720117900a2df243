"""The way of a report from draft to issue: where it stands, each step it took, and who may not do two of them."""

import json
from datetime import UTC
from typing import ClassVar

from django.db import models
from django.utils.timezone import localtime

from sokhcn.compiler.outline import PROVINCE
from sokhcn.people.models import Mandate
from sokhcn.records.kept import Frozen, Kept, Lasting
from sokhcn.reports.models.editions import CODE, report_name


class Stage(models.TextChoices):
    """Where a report stands."""

    DRAFT = "draft", "Dự thảo"
    CONFIRMED = "confirmed", "Đơn vị đã xác nhận"
    COMPILED = "compiled", "Đã tổng hợp, đã trình"
    FORM_CHECKED = "form_checked", "Đã thẩm định thể thức"
    APPROVED = "approved", "Đã duyệt"
    SIGNED = "signed", "Đã ký"
    NUMBERED = "numbered", "Đã cấp số"
    ISSUED = "issued", "Đã phát hành"


class Act(models.TextChoices):
    """What somebody does with a report; drafting and compiling again are no verbs, but are done by somebody too."""

    DRAFT = "draft", "soạn thảo"
    CONFIRM = "confirm", "xác nhận"
    SUBMIT = "submit", "trình"
    CHECK = "check", "thẩm định thể thức"
    APPROVE = "approve", "duyệt"
    SIGN = "sign", "ký"
    NUMBER = "number", "cấp số"
    ISSUE = "issue", "phát hành"
    RETURN = "return", "trả lại"
    WITHDRAW = "withdraw", "rút lại"
    REOPEN = "reopen", "mở lại"
    RECOMPILE = "recompile", "tổng hợp lại"


PARTED = (Act.DRAFT, Act.CONFIRM, Act.CHECK, Act.APPROVE, Act.SIGN, Act.NUMBER, Act.ISSUE)


class Keyed(models.Model):
    """What belongs to one report, named as its editions are."""

    agency = models.CharField("Cơ quan", max_length=40)
    period_code = models.CharField("Kỳ", max_length=CODE)
    addressee = models.CharField("Nơi gửi", max_length=40, default=PROVINCE)

    KEY: ClassVar[tuple[str, ...]] = ("agency", "period_code", "addressee")

    class Meta:
        abstract = True

    @property
    def report(self) -> str:
        """The report as commands call it: ``2022-01``, ``2022-01:bo``."""
        return report_name(self.period_code, self.addressee)


class ReportState(Kept, Keyed):
    """Where a report stands, and with which edition; one that has no row is a draft. ``signer`` is who is to sign."""

    stage = models.CharField("Tình trạng", max_length=20, choices=Stage, default=Stage.DRAFT)
    edition = models.PositiveIntegerField("Dự thảo")
    signer = models.ForeignKey(
        Mandate, models.PROTECT, null=True, blank=True, verbose_name="Người ký", related_name="+"
    )

    found_alone = False

    class Meta(Kept.Meta):
        verbose_name = "tình trạng báo cáo"
        constraints = [models.UniqueConstraint(fields=Keyed.KEY, name="report_state_once")]

    def __str__(self) -> str:
        return f"{self.report}: {self.get_stage_display()}"


class Move(Frozen, Keyed):
    """One step of a report, written once: what, by whom, from where to where, with which edition.

    ``on`` is the day for which it holds, ``at`` the moment of its writing. ``acts_for`` are the logins of those for
    whom the person acted that day; ``exempt`` says by whose leave and why two acts were done by one person.
    """

    edition = models.PositiveIntegerField("Dự thảo")
    verb = models.CharField("Bước", max_length=12, choices=Act)
    before = models.CharField("Từ", max_length=20, choices=Stage)
    after = models.CharField("Đến", max_length=20, choices=Stage)
    login = models.CharField("Tên đăng nhập", max_length=150)
    name = models.CharField("Người làm", max_length=200)
    acts_for = models.JSONField("Làm thay")
    on = models.DateField("Ngày")
    at = models.DateTimeField("Lúc")
    reason = models.TextField("Lý do", blank=True, default="")
    exempt = models.TextField("Ngoại lệ", blank=True, default="")

    class Meta(Frozen.Meta):
        verbose_name = "bước của báo cáo"
        indexes = [models.Index(fields=Keyed.KEY, name="move_of_report")]

    def __str__(self) -> str:
        return (
            f"{self.get_verb_display()} {self.report}/{self.edition}, {self.name}, {localtime(self.at):%H:%M %d/%m/%Y}"
        )

    def told(self) -> str:
        names = ("edition", "verb", "before", "after", "login", "name", "acts_for", "reason", "exempt")
        about = {name: getattr(self, name) for name in (*self.KEY, *names)}
        return json.dumps(
            {**about, "on": str(self.on), "at": self.at.astimezone(UTC).isoformat()}, ensure_ascii=False, sort_keys=True
        )

    @property
    def people(self) -> frozenset[str]:
        """Whom the one who did it counted as."""
        return frozenset((self.login, *self.acts_for))


class Exemption(Frozen, Keyed):
    """Leave for one person to do two acts of one report that are kept apart, given by somebody with a reason; or, where
    it ``gives`` nothing, the word that such leave holds no more."""

    first = models.CharField("Việc thứ nhất", max_length=12, choices=Act)
    second = models.CharField("Việc thứ hai", max_length=12, choices=Act)
    login = models.CharField("Tên đăng nhập", max_length=150)
    name = models.CharField("Người được phép", max_length=200)
    giver_login = models.CharField("Tên đăng nhập người cho phép", max_length=150)
    giver = models.CharField("Người cho phép", max_length=200)
    reason = models.TextField("Lý do")
    given_on = models.DateField("Ngày")
    gives = models.BooleanField("Cho phép", default=True)

    class Meta(Frozen.Meta):
        verbose_name = "ngoại lệ kiêm việc"
        indexes = [models.Index(fields=Keyed.KEY, name="exemption_of_report")]

    def __str__(self) -> str:
        both = f"{self.get_first_display()} và {self.get_second_display()}"
        does = "cho" if self.gives else "thôi cho"
        return f"{self.giver} {does} {self.name} kiêm {both} ngày {self.given_on:%d/%m/%Y}: {self.reason}"

    def told(self) -> str:
        names = ("first", "second", "login", "name", "giver_login", "giver", "reason")
        about = {name: getattr(self, name) for name in (*self.KEY, *names)}
        ends = {} if self.gives else {"gives": False}
        return json.dumps({**about, **ends, "given_on": str(self.given_on)}, ensure_ascii=False, sort_keys=True)


class ForbiddenPair(Lasting):
    """Two acts of one report that one person must not do, from one day to another."""

    first = models.CharField("Việc thứ nhất", max_length=12, choices=[(act.value, act.label) for act in PARTED])
    second = models.CharField("Việc thứ hai", max_length=12, choices=[(act.value, act.label) for act in PARTED])
    basis = models.CharField("Căn cứ", max_length=250)
    verified = models.BooleanField("Đã kiểm chứng", default=False)

    searched: ClassVar[tuple[str, ...]] = ("basis",)

    class Meta(Lasting.Meta):
        verbose_name = "việc không kiêm"
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(first=models.F("second")),
                name="forbidden_pair_of_two",
                violation_error_message="Hai việc phải khác nhau.",
            )
        ]

    def __str__(self) -> str:
        return f"{Act(self.first).label} – {Act(self.second).label}"
