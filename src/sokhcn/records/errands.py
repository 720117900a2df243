"""Long work that somebody asked for and may walk away from: a row says what, how far it is, and what came of it.

A row is taken by whoever updates it first. Whoever works at it says so every few seconds; when they fall silent
somebody else takes it up again, so what an errand does must be safe to do twice.
"""

from datetime import datetime, timedelta
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone

SILENT = timedelta(seconds=60)  # after which whoever worked at it is taken for dead
TRIES = 3
TROUBLE = "Máy chủ dừng giữa chừng nhiều lần, nên thôi không làm tiếp. Thử lại sau, hoặc báo quản trị."


class Errand(models.Model):
    """One piece of long work."""

    class State(models.TextChoices):
        WAITING = "waiting", "Đang chờ"
        RUNNING = "running", "Đang làm"
        DONE = "done", "Đã xong"
        FAILED = "failed", "Chưa làm được"

    kind = models.CharField(max_length=40)
    about = models.JSONField(default=dict)
    login = models.CharField(max_length=150)
    agency = models.BigIntegerField(null=True)
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    asked_at = models.DateTimeField()
    beat_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)
    stage = models.CharField(max_length=200, default="")
    made = models.BigIntegerField(default=0)
    total = models.BigIntegerField(default=0)
    result = models.JSONField(default=dict)
    trouble = models.TextField(default="")

    objects: ClassVar[Any] = models.Manager()

    class Meta:
        verbose_name = "việc chạy nền"
        indexes = [models.Index(fields=["state", "id"], name="errand_by_state")]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

    @property
    def is_over(self) -> bool:
        return self.state in (self.State.DONE, self.State.FAILED)

    @property
    def percent(self) -> int:
        return min(100 * self.made // self.total, 100) if self.total else 0


def ask(kind: str, *, login: str, agency: int | None, **about: Any) -> Errand:
    """Write an errand down; one of the same kind, person and content that is still open stands for both."""
    still = {"kind": kind, "login": login, "about": about, "state__in": (Errand.State.WAITING, Errand.State.RUNNING)}
    there: Errand | None = Errand.objects.filter(**still).order_by("pk").first()
    made: Errand = there or Errand.objects.create(
        kind=kind, about=about, login=login, agency=agency, asked_at=timezone.now()
    )
    return made


def take(now: datetime) -> Errand | None:
    """The oldest errand that waits, or whose worker fell silent; it is the taker's then."""
    give_up(now)
    for found in Errand.objects.filter(_open(now)).order_by("pk")[:5]:
        # Nobody else has it if it is still as it was read.
        mine = Errand.objects.filter(pk=found.pk, state=found.state, beat_at=found.beat_at, tries=found.tries)
        if mine.update(state=Errand.State.RUNNING, beat_at=now, tries=found.tries + 1, made=0, total=0, stage=""):
            taken: Errand = Errand.objects.get(pk=found.pk)
            return taken
    return None


def left_over(now: datetime) -> bool:
    """Whether there is an errand to take."""
    return bool(Errand.objects.filter(_open(now)).exists())


def touch(errand: Errand) -> None:
    """Say that the work goes on."""
    _of(errand).update(beat_at=timezone.now())


def beat(errand: Errand, stage: str, made: int, total: int) -> None:
    """Say how far it is."""
    _of(errand).update(beat_at=timezone.now(), stage=stage[:200], made=made, total=total)


def end(errand: Errand, result: dict[str, Any] | None = None, trouble: str = "") -> None:
    """Write down what came of it."""
    state = Errand.State.FAILED if trouble else Errand.State.DONE
    _of(errand).update(state=state, ended_at=timezone.now(), result=result or {}, trouble=trouble, stage="")


def give_up(now: datetime) -> None:
    """Close what died under its workers again and again."""
    dead = Errand.objects.filter(state=Errand.State.RUNNING, beat_at__lt=now - SILENT, tries__gte=TRIES)
    dead.update(state=Errand.State.FAILED, ended_at=now, trouble=TROUBLE)


def _of(errand: Errand) -> Any:
    """The row, while it is still this worker's."""
    return Errand.objects.filter(pk=errand.pk, tries=errand.tries, state=Errand.State.RUNNING)


def _open(now: datetime) -> Q:
    silent = Q(state=Errand.State.RUNNING, beat_at__lt=now - SILENT, tries__lt=TRIES)
    return Q(state=Errand.State.WAITING) | silent
