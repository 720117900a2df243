"""Separation of duties: which two acts of one report one person must not do, and by whose leave one did."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from sokhcn.people.models import User
from sokhcn.people.permissions import EXEMPT, counts_as
from sokhcn.records.models import Version
from sokhcn.records.writing import writing
from sokhcn.reports.life.refusing import NotMoved, said_who
from sokhcn.reports.life.report import Report
from sokhcn.reports.models import Act, Edition, Exemption, ForbiddenPair, Move, Outgoing

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
    others = {pair.pk: Act(pair.second if pair.first == verb else pair.first) for pair in pairs}
    done, ours = _done(report, frozenset(others.values())), counts_as(by)
    given = Exemption.objects.filter(**report.key, login=by.get_username()).order_by("pk")
    # Of one pair the last word holds.
    leaves = {frozenset((leave.first, leave.second)): leave if leave.gives else None for leave in given}
    found = []
    for pair in pairs:
        other = others[pair.pk]
        doer = next((one for one in done.get(other, ()) if ours & one.people), None)
        if doer:
            found.append(Conflict(pair, other, doer, leaves.get(frozenset((pair.first, pair.second)))))
    return tuple(found)


def barred(report: Report, verb: Act, by: User, day: date) -> str:
    """Why ``by`` must not do ``verb``, where a pair forbids it and nobody gave leave."""
    broken = (one for one in conflicts(report, verb, by, day) if one.leave is None)
    return next((one.sentence(report, verb, by) for one in broken), "")


def kept_apart(day: date) -> tuple[tuple[Act, Act], ...]:
    """The pairs of acts that one person must not do on ``day``, each once."""
    pairs = {(Act(pair.first), Act(pair.second)): None for pair in ForbiddenPair.on(day).order_by("pk")}
    return tuple(pairs)


def _done(report: Report, asked: frozenset[Act]) -> Mapping[Act, Sequence[Doer]]:
    """Who did what is ``asked`` in this round, since the report was last opened again.

    All who drafted count, for a draft lives on in the next one, and all who entered a number that stands; of the other
    acts the last one stands.
    """
    moves = list(report.moves())
    opened = max((n for n, move in enumerate(moves, 1) if move.verb == Act.REOPEN), default=0)
    issued = moves[opened - 1].edition if opened else 0
    doers = [(move.verb, Doer(move.login, move.name, move.people)) for move in moves[opened:]]
    done: dict[Act, Sequence[Doer]] = {Act(verb): (doer,) for verb, doer in doers}
    if Act.DRAFT in asked:
        done[Act.DRAFT] = [*_compilers(report, issued), *(doer for verb, doer in doers if verb in DRAFTED_BY)]
    if Act.NUMBER in asked:
        done[Act.NUMBER] = [*done.get(Act.NUMBER, ()), *_numberers(report, issued)]
    return done


def _compilers(report: Report, after: int) -> Iterable[Doer]:
    """Who compiled the editions after the one numbered ``after``, as history knows them."""
    return _writers(Edition, report.editions().filter(number__gt=after))


def _numberers(report: Report, after: int) -> Iterable[Doer]:
    """Who entered or took the numbers that those editions have: a number that a document system gave is entered apart
    from the step."""
    about = {"period_code": report.period.code, "addressee": report.addressee, "voided_on": None}
    return _writers(Outgoing, Outgoing.objects.filter(agency__code=report.agency.code, edition__gt=after, **about))


def _writers(model: type[Edition | Outgoing], written: QuerySet[Any]) -> Iterable[Doer]:
    """Who wrote these rows first."""
    rows = list(written.values_list("pk", flat=True))
    versions = Version.objects.filter(register=model._meta.label_lower, row__in=rows, number=1).defer("after")
    batches = [version.batch for version in versions.select_related("batch")]
    people = {user.username: user for user in User.objects.filter(username__in={batch.login for batch in batches})}
    for batch in batches:
        user = people.get(batch.login)
        ours = counts_as(user, localdate(batch.at)) if user else frozenset((batch.login,))
        yield Doer(batch.login, batch.name, ours)


def exempt(report: Report, pair: tuple[Act, Act], person: User, *, by: User, reason: str) -> Exemption:
    """Give ``person`` leave to do both acts of ``pair`` with ``report``. Raises ``NotMoved``."""
    if not report.lets(by, EXEMPT):
        raise NotMoved(_("Chỉ lãnh đạo được cho phép kiêm việc.") + said_who(report, EXEMPT))
    if counts_as(by) & counts_as(person):
        said = _("%(by)s không tự cho phép mình, hay người mình làm thay. Nhờ lãnh đạo khác.")
        raise NotMoved(said % {"by": by})
    if not reason.strip():
        raise NotMoved(_("Cho %(person)s kiêm %(both)s phải ghi lý do.") % {"person": person, "both": _both(pair)})
    forbidden = [{row.first, row.second} for row in ForbiddenPair.on(timezone.localdate())]
    if set(pair) not in forbidden:
        said = _("Không có quy định cấm kiêm %(both)s, nên không cần cho phép.")
        raise NotMoved(said % {"both": _both(pair)})
    leave = Exemption(**report.key, first=pair[0], second=pair[1], login=person.get_username(), name=str(person))
    return _said(report, leave, by=by, reason=reason)


def end(report: Report, pair: tuple[Act, Act], person: User, *, by: User, reason: str) -> Exemption:
    """Take the leave of ``person`` back: what they did by it stays done. Raises ``NotMoved``."""
    if not report.lets(by, EXEMPT):
        raise NotMoved(_("Chỉ lãnh đạo được thôi cho phép kiêm việc.") + said_who(report, EXEMPT))
    told = {"person": person, "both": _both(pair), "report": report.name}
    if not reason.strip():
        raise NotMoved(_("Thôi cho %(person)s kiêm %(both)s phải ghi lý do.") % told)
    given = Exemption.objects.filter(**report.key, login=person.get_username()).order_by("pk")
    last = next((one for one in reversed(given) if {one.first, one.second} == set(pair)), None)
    if last is None or not last.gives:
        said = _("%(person)s không được phép kiêm %(both)s ở %(report)s, nên không có gì để thôi.")
        raise NotMoved(said % told)
    about = {"first": last.first, "second": last.second, "login": last.login, "name": last.name}
    return _said(report, Exemption(**report.key, **about, gives=False), by=by, reason=reason)


def _both(pair: tuple[Act, Act]) -> str:
    return _("%(first)s và %(second)s") % {"first": _(pair[0].label), "second": _(pair[1].label)}


def _said(report: Report, leave: Exemption, *, by: User, reason: str) -> Exemption:
    """Write it, in the name of ``by``."""
    leave.giver_login, leave.giver = by.get_username(), str(by)
    leave.reason, leave.given_on = " ".join(reason.split()), timezone.localdate()
    leave.digest = leave.proof()
    does = "Cho phép" if leave.gives else "Thôi cho phép"
    with writing(by=by, reason=reason, occasion=f"{does} kiêm việc, {report.name}") as pen:
        pen.freeze(leave)
    return leave


@dataclass(frozen=True, slots=True)
class Given:
    """One leave that was given for a report, the steps that were taken by it, and the word that ended it."""

    leave: Exemption
    used: tuple[Move, ...]
    ended: Exemption | None = None


def exceptions(report: Report) -> tuple[Given, ...]:
    """Every leave given for ``report``, with its steps: what the evidence pack lists."""
    moves = [move for move in report.moves() if move.exempt]
    every = list(Exemption.objects.filter(**report.key).order_by("pk"))
    return tuple(
        Given(one, tuple(m for m in moves if str(one) in m.exempt.splitlines()), _end_of(one, every[n:]))
        for n, one in enumerate(every, 1)
        if one.gives
    )


def _end_of(leave: Exemption, later: Iterable[Exemption]) -> Exemption | None:
    same = (one for one in later if one.login == leave.login and {one.first, one.second} == {leave.first, leave.second})
    return next((one for one in same if not one.gives), None)
