"""Users with their role and unit and how they came by them, mandates to sign, and delegations."""

import json
from collections.abc import Iterable
from datetime import date
from typing import Any, ClassVar, Self

from django.contrib.auth.models import AbstractUser
from django.db import models

from sokhcn.people.feeds import Feed as Feed
from sokhcn.people.mutes import Mute as Mute
from sokhcn.people.saved_views import SavedView as SavedView
from sokhcn.records.guard import FrozenQuerySet
from sokhcn.records.kept import LATEST_FIRST, Frozen, Lasting


class Role(models.TextChoices):
    """What a person does here; permissions follow from it."""

    SPECIALIST = "specialist", "Chuyên viên"
    HEAD = "head", "Trưởng đơn vị"
    COMPILER = "compiler", "Người tổng hợp"
    LEADER = "leader", "Lãnh đạo Sở"
    CLERK = "clerk", "Văn thư"
    ADMINISTRATOR = "administrator", "Quản trị"


class Reach(models.TextChoices):
    """Whose rows a person sees and, where the role allows it, keeps."""

    UNIT = "unit", "Đơn vị mình"
    AGENCY = "agency", "Cơ quan mình"
    ALL = "all", "Mọi cơ quan"


class User(AbstractUser):
    """A civil servant. A Vietnamese name is one field: ``first_name`` holds all of it, ``last_name`` stays empty."""

    first_name = models.CharField("Họ và tên", max_length=150, blank=True)
    role = models.CharField("Vai trò", max_length=20, choices=Role, default=Role.SPECIALIST)
    reach = models.CharField("Phạm vi", max_length=10, choices=Reach, default=Reach.AGENCY)
    agency = models.ForeignKey("records.Agency", models.PROTECT, null=True, blank=True, related_name="+")
    unit = models.ForeignKey("records.Unit", models.PROTECT, null=True, blank=True, related_name="+")
    worn: "dict[Any, Any] | None" = None  # what they may act as, by day; ``permissions`` keeps it

    def __str__(self) -> str:
        return self.get_full_name() or self.username


class Appointment(Frozen):
    """What somebody may do from now on, as somebody said: the last one of a login is how its user must be.

    It holds no keys: a user may go, and what was said of them stays.
    """

    login = models.CharField("Tên đăng nhập", max_length=150)
    name = models.CharField("Họ và tên", max_length=150, blank=True)
    role = models.CharField("Vai trò", max_length=20, choices=Role)
    reach = models.CharField("Phạm vi", max_length=10, choices=Reach)
    agency = models.BigIntegerField(null=True)
    unit = models.BigIntegerField(null=True)
    is_active = models.BooleanField("Được đăng nhập")
    is_staff = models.BooleanField()  # of Django; nothing here asks for them
    is_superuser = models.BooleanField()

    objects: ClassVar[Any] = FrozenQuerySet.as_manager()

    SAID: ClassVar[tuple[str, ...]] = (
        "login",
        "name",
        "role",
        "reach",
        "agency",
        "unit",
        "is_active",
        "is_staff",
        "is_superuser",
    )

    class Meta(Frozen.Meta):
        verbose_name = "quyền của người dùng"
        indexes = [models.Index(fields=["login", "id"], name="appointment_of_login")]

    def __str__(self) -> str:
        return f"{self.login}: {self.get_role_display()}"

    @classmethod
    def of(cls, user: User) -> "Appointment":
        """What ``user`` may do as things stand."""
        made = cls(
            login=user.username,
            name=user.first_name,
            role=user.role,
            reach=user.reach,
            agency=user.agency_id,
            unit=user.unit_id,
            is_active=user.is_active,
            is_staff=user.is_staff,
            is_superuser=user.is_superuser,
        )
        made.digest = made.proof()
        return made

    def told(self) -> str:
        return json.dumps([getattr(self, name) for name in self.SAID], ensure_ascii=False)


class AccountEvent(Frozen):
    """Something that an administrator did for an account. It holds no keys, as ``Appointment`` does not."""

    class What(models.TextChoices):
        LINK = "link", "đường dẫn đặt mật khẩu"
        SECOND_STEP = "second", "gỡ bước hai khi đăng nhập"
        UNLOCKED = "unlocked", "mở khóa đăng nhập"

    login = models.CharField("Tên đăng nhập", max_length=150)
    what = models.CharField("Việc", max_length=10, choices=What)

    objects: ClassVar[Any] = FrozenQuerySet.as_manager()

    class Meta(Frozen.Meta):
        verbose_name = "việc về tài khoản"

    def __str__(self) -> str:
        return f"{self.login}: {self.get_what_display()}"

    def told(self) -> str:
        return json.dumps([self.login, self.what], ensure_ascii=False)


class Capacity(models.TextChoices):
    """In which capacity somebody signs (Decree 30/2020/NĐ-CP, Article 13)."""

    HEAD = "head", "Thủ trưởng"
    DEPUTY = "KT.", "Ký thay"
    BY_ORDER = "TL.", "Thừa lệnh"
    DELEGATED = "TUQ.", "Thừa ủy quyền"
    ACTING = "Q.", "Quyền"


AUTHORISED = (Capacity.BY_ORDER, Capacity.DELEGATED)


class Mandate(Lasting):
    """Somebody may sign for an agency, from one day to another.

    ``user`` is the account they sign from; without one the name decides. Who signs by order or by sub-delegation does
    so on somebody's word (``authoriser``) and by a ``paper``; ``types`` are the types of documents that it is for, by
    their abbreviations, all where it names none. ``unit_title`` is the head of the unit for whom a deputy of his signs.
    """

    agency = models.ForeignKey("records.Agency", models.PROTECT, verbose_name="Cơ quan", related_name="+")
    user = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, verbose_name="Tài khoản", related_name="mandates"
    )
    name = models.CharField("Họ và tên", max_length=100)
    capacity = models.CharField("Quyền hạn ký", max_length=10, choices=Capacity)
    head_title = models.CharField("Chức vụ người đứng đầu", max_length=100)
    unit_title = models.CharField("Chức vụ trưởng đơn vị được ký thay", max_length=100, blank=True, default="")
    title = models.CharField("Chức vụ người ký", max_length=100)
    types = models.CharField("Loại văn bản", max_length=100, blank=True, default="")
    authoriser = models.CharField("Người giao ký", max_length=150, blank=True, default="")
    paper = models.ForeignKey(
        "records.Paper", models.PROTECT, null=True, blank=True, verbose_name="Văn bản giao ký", related_name="+"
    )

    searched: ClassVar[tuple[str, ...]] = ("name", "title", "authoriser", "paper")

    class Meta(Lasting.Meta):
        verbose_name = "người ký"
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(capacity__in=AUTHORISED) | ~models.Q(authoriser="") & models.Q(paper__isnull=False),
                name="mandate_authorised",
                violation_error_message="Ký thừa lệnh, thừa ủy quyền phải ghi người giao ký và văn bản giao ký.",
            ),
            # Decree 30/2020/NĐ-CP, Article 13.4: sub-delegation is limited in time.
            models.CheckConstraint(
                condition=~models.Q(capacity=Capacity.DELEGATED)
                | models.Q(valid_from__isnull=False, valid_to__isnull=False),
                name="mandate_delegated_for_a_time",
                violation_error_message="Ký thừa ủy quyền phải ghi từ ngày nào đến ngày nào.",
            ),
            # Whom the head lets sign on his behalf signs himself; only one who signs by order may let his deputy.
            models.CheckConstraint(
                condition=models.Q(unit_title="") | models.Q(capacity=Capacity.BY_ORDER),
                name="mandate_deputy_by_order",
                violation_error_message="Chỉ khi ký thừa lệnh, cấp phó của đơn vị mới ký thay trưởng đơn vị.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def lines(self) -> tuple[str, ...]:
        """As printed above the name: ``KT. GIÁM ĐỐC`` over ``PHÓ GIÁM ĐỐC``; one line when the head signs."""
        if self.capacity == Capacity.HEAD:
            return (self.head_title.upper(),)
        if self.capacity == Capacity.ACTING:
            return (f"Q. {self.head_title.upper()}",)
        deputy = (f"KT. {self.unit_title.upper()}",) if self.unit_title else ()
        return f"{self.capacity} {self.head_title.upper()}", *deputy, self.title.upper()

    @property
    def block(self) -> str:
        """The same in one line, with the name."""
        return f"{' / '.join(self.lines)} {self.name}"

    def covers(self, type_symbol: str) -> bool:
        """Whether it is for documents of the type abbreviated so (``BC``)."""
        named = self.types.replace(",", " ").split()
        return not named or type_symbol in named

    @classmethod
    def holding(cls, agency: Any, day: date, type_symbol: str) -> Iterable[Self]:
        """Those that hold on ``day`` for such a document of ``agency``, the latest first."""
        rows = cls.on(day).filter(agency=agency).order_by(LATEST_FIRST, "pk")
        return (row for row in rows if row.covers(type_symbol))

    def is_of(self, user: User) -> bool:
        """Whether ``user`` is the one who may sign."""
        return self.user_id == user.pk if self.user_id else self.name == user.get_full_name()


class Delegation(Lasting):
    """``taker`` acts for ``giver`` from one day to another: with the giver's role and reach beside their own."""

    giver = models.ForeignKey(User, models.PROTECT, verbose_name="Người giao", related_name="given")
    taker = models.ForeignKey(User, models.PROTECT, verbose_name="Người nhận", related_name="taken")
    reason = models.CharField("Lý do", max_length=250)

    searched = ("reason",)

    class Meta(Lasting.Meta):
        verbose_name = "giao việc thay"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(valid_from__isnull=False, valid_to__isnull=False),
                name="delegation_has_days",
                violation_error_message="Giao việc thay phải ghi từ ngày nào đến ngày nào.",
            ),
            models.CheckConstraint(
                condition=~models.Q(giver=models.F("taker")),
                name="delegation_to_another",
                violation_error_message="Người giao và người nhận là một.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.taker} làm thay {self.giver}"
