"""Separation of duties: which two acts of one report one person must not do, and by whose leave one did."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.timezone import localdate

from sokhcn.people.models import User
from sokhcn.people.permissions import EXEMPT, counts_as
from sokhcn.records.models import Version
from sokhcn.records.writing import writing
from sokhcn.reports.life.refusing import NotMoved, said_who
from sokhcn.reports.life.report import Report
from sokhcn.reports.models import Act, Edition, Exemption, ForbiddenPair, Move

# Whoever handed an edition in has drafted it, as whoever compiled it has.
DRAFTED_BY = (Act.SUBMIT,)


@dataclass(frozen=True, slots=True)
class Doer:
    """Who did something, and whom they counted as when they did it."""

    login: str
    name: str
    people: frozenset[str]


@dataclass(frozen=True, slots=True)
class Conflict:
    """``pair`` forbids it: ``doer``, who did ``other``, counts as the person who is about to do its counterpart."""

    pair: ForbiddenPair
    other: Act
    doer: Doer
    leave: Exemption | None = None

    def sentence(self, report: Report, verb: Act, by: User) -> str:
        """Why not, on whose word, and what to do."""
        own = self.doer.login == by.get_username()
        who = "Bạn" if own else f"{self.doer.name} (giao việc thay: được coi là một người với bạn)"
        doubt = "" if self.pair.verified else ", chưa kiểm chứng"
        done = f"{who} đã {self.other.label} {report.name} nên bạn không được {verb.label} ({self.pair.basis}{doubt})."
        return f"{done} Nhờ người khác, hoặc xin lãnh đạo cho phép kiêm, có lý do."


def conflicts(report: Report, verb: Act, by: User, day: date) -> tuple[Conflict, ...]:
    """The pairs that ``by`` would break with ``verb``; those with leave say by which.

    They hold on ``day``, for which the step is taken, or today: nobody dates a step back to be rid of one.
    """
    in_force = (ForbiddenPair.on(day) | ForbiddenPair.on(timezone.localdate())).order_by("pk")
    pairs = [pair for pair in in_force if verb in (pair.first, pair.second)]
    if not pairs:
        return ()
    done, ours = _done(report), counts_as(by)
    given = Exemption.objects.filter(**report.key, login=by.get_username()).order_by("pk")
    leaves = {frozenset((leave.first, leave.second)): leave for leave in given}
    found = []
    for pair in pairs:
        other = Act(pair.second if pair.first == verb else pair.first)
        doer = next((one for one in done.get(other, ()) if ours & one.people), None)
        if doer:
            found.append(Conflict(pair, other, doer, leaves.get(frozenset((pair.first, pair.second)))))
    return tuple(found)


def _done(report: Report) -> Mapping[Act, Sequence[Doer]]:
    """Who did what in this round, since the report was last opened again.

    All who drafted count, for a draft lives on in the next one; of the other acts the last one stands.
    """
    moves = list(report.moves())
    opened = max((n for n, move in enumerate(moves, 1) if move.verb == Act.REOPEN), default=0)
    issued = moves[opened - 1].edition if opened else 0
    doers = [(move.verb, Doer(move.login, move.name, move.people)) for move in moves[opened:]]
    drafted = [*_compilers(report, issued), *(doer for verb, doer in doers if verb in DRAFTED_BY)]
    return {**{Act(verb): (doer,) for verb, doer in doers}, Act.DRAFT: drafted}


def _compilers(report: Report, after: int) -> Iterable[Doer]:
    """Who compiled the editions after the one numbered ``after``, as history knows them."""
    rows = list(report.editions().filter(number__gt=after).values_list("pk", flat=True))
    versions = Version.objects.filter(register=Edition._meta.label_lower, row__in=rows).defer("after")
    batches = [version.batch for version in versions.select_related("batch")]
    people = {user.username: user for user in User.objects.filter(username__in={batch.login for batch in batches})}
    for batch in batches:
        user = people.get(batch.login)
        ours = counts_as(user, localdate(batch.at)) if user else frozenset((batch.login,))
        yield Doer(batch.login, batch.name, ours)


def exempt(report: Report, pair: tuple[Act, Act], person: User, *, by: User, reason: str) -> Exemption:
    """Give ``person`` leave to do both acts of ``pair`` with ``report``. Raises ``NotMoved``."""
    if not report.lets(by, EXEMPT):
        raise NotMoved(f"Chỉ lãnh đạo được cho phép kiêm việc.{said_who(report, EXEMPT)}")
    if counts_as(by) & counts_as(person):
        raise NotMoved(f"{by} không tự cho phép mình, hay người mình làm thay. Nhờ lãnh đạo khác.")
    if not reason.strip():
        raise NotMoved(f"Cho {person} kiêm {pair[0].label} và {pair[1].label} phải ghi lý do.")
    forbidden = [{row.first, row.second} for row in ForbiddenPair.on(timezone.localdate())]
    if set(pair) not in forbidden:
        raise NotMoved(f"Không có quy định cấm kiêm {pair[0].label} và {pair[1].label}, nên không cần cho phép.")
    leave = Exemption(
        **report.key,
        first=pair[0],
        second=pair[1],
        login=person.get_username(),
        name=str(person),
        giver_login=by.get_username(),
        giver=str(by),
        reason=" ".join(reason.split()),
        given_on=timezone.localdate(),
    )
    leave.digest = leave.proof()
    with writing(by=by, reason=reason, occasion=f"Cho phép kiêm việc, {report.name}") as pen:
        pen.freeze(leave)
    return leave


@dataclass(frozen=True, slots=True)
class Given:
    """One leave that was given for a report, and the steps that were taken by it."""

    leave: Exemption
    used: tuple[Move, ...]


def exceptions(report: Report) -> tuple[Given, ...]:
    """Every leave given for ``report``, with its steps: what the evidence pack lists."""
    moves = [move for move in report.moves() if move.exempt]
    given = Exemption.objects.filter(**report.key).order_by("pk")
    return tuple(Given(one, tuple(m for m in moves if str(one) in m.exempt.splitlines())) for one in given)
