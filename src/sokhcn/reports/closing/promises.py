"""Promises and what became of them: each thing of the last plan is answered before the next report is handed in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext_noop

from sokhcn.kernel.finding import Finding, must
from sokhcn.kernel.periods import Period
from sokhcn.records.models import Agency
from sokhcn.reports.closing.chain import longer, previous
from sokhcn.reports.models import Answer, Commitment, Edition

Result = Answer.Result
Answers = Mapping[int, Mapping[str, Answer]]  # by commitment and the period of the report that gives it


@dataclass(frozen=True, slots=True)
class Promise:
    """One thing of the last plan, with the answer that the report gives. ``age`` counts the periods that it was carried
    over or is still being worked on; ``root`` is the commitment with which it began, its identity through periods.
    ``number`` is how commands name it: its place in the plan, after the period where that is an older one."""

    number: str
    commitment: Commitment
    root: int
    age: int
    answer: Answer | None


@dataclass(frozen=True, slots=True)
class Reckoning:
    """What the report of ``period`` has to answer for: the plan of ``planned``."""

    period: Period
    planned: Period
    promises: tuple[Promise, ...]

    @property
    def open(self) -> tuple[Promise, ...]:
        return tuple(promise for promise in self.promises if promise.answer is None)

    def count(self, result: Result) -> int:
        return sum(promise.answer is not None and promise.answer.result == result for promise in self.promises)

    @property
    def share_kept(self) -> Decimal | None:
        """How many of a hundred were done; None where nothing was promised."""
        if not self.promises:
            return None
        return (Decimal(100) * self.count(Result.DONE) / len(self.promises)).quantize(Decimal("0.1"))


def reckoning(period: Period, agency: Agency) -> Reckoning:
    """The things that the report of ``period`` has to answer, with what was answered; three queries."""
    planned = _last_plan(period, agency)
    rows = {row.pk: row for row in Commitment.objects.filter(agency=agency, state=Commitment.State.CHOSEN)}
    answers: dict[int, dict[str, Answer]] = {}
    for answer in Answer.objects.filter(agency=agency).order_by("pk"):
        answers.setdefault(answer.commitment_id, {})[answer.period_code] = answer
    ours = _leaves(row for row in rows.values() if row.period_code == planned.code)
    still = (row for row in rows.values() if row.period_code != planned.code and _is_doing(row, planned, answers))
    asked = sorted([*ours, *still], key=lambda row: (row.period_code, row.order))
    numbers = {
        row.pk: row.place if row.period_code == planned.code else f"{row.period_code}/{row.place}" for row in asked
    }
    told = (_promise(row, numbers[row.pk], rows, _said(answers.get(row.pk, {}), period)) for row in asked)
    return Reckoning(period, planned, tuple(told))


def _last_plan(period: Period, agency: Agency) -> Period:
    """The period whose plan is to be answered: the one before; or, where that has no plan, a longer one that ended
    with it and took its place."""
    before = previous(period)
    codes = [before.code, *(found.code for found in longer(before))]
    chosen = Commitment.objects.filter(agency=agency, period_code__in=codes, state=Commitment.State.CHOSEN)
    having = set(chosen.values_list("period_code", flat=True))
    return next((found for found in (before, *longer(before)) if found.code in having), before)


def _leaves(rows: Iterable[Commitment]) -> list[Commitment]:
    """What was promised: a line that only introduces those below it is answered by them."""
    told = list(rows)
    above = {row.order[:-1] for row in told}
    return [row for row in told if row.order not in above]


def _is_doing(row: Commitment, planned: Period, answers: Answers) -> bool:
    """Whether the last report said that ``row``, of an earlier plan, is still being worked on."""
    said = answers.get(row.pk, {}).get(planned.code)
    return said is not None and said.result == Result.DOING


def _promise(row: Commitment, number: str, rows: Mapping[int, Commitment], said: "_Said") -> Promise:
    root, age = row, said.doing
    while root.carries_id is not None and root.carries_id in rows:
        root, age = rows[root.carries_id], age + 1
    return Promise(number, row, root.pk, age, said.now)


@dataclass(frozen=True, slots=True)
class _Said:
    """What was said of one thing: in the report at hand, and how often in those before that it was being worked on."""

    now: Answer | None
    doing: int


def _said(answers: Mapping[str, Answer], period: Period) -> _Said:
    before = [answer for code, answer in answers.items() if code != period.code]
    return _Said(answers.get(period.code), sum(answer.result == Result.DOING for answer in before))


def unanswered(edition: Edition) -> tuple[Finding, ...]:
    """A finding for each thing of the last plan that ``edition`` leaves without an answer."""
    agency = Agency.objects.filter(code=edition.agency).order_by("pk").first()
    if agency is None or edition.period.regime.for_statistics:
        return ()
    found = reckoning(edition.period, agency.as_of(edition.ends_on))
    return tuple(_lacking(promise, found) for promise in found.open)


def _lacking(promise: Promise, found: Reckoning) -> Finding:
    template = gettext_noop("Nhiệm vụ {place} của kỳ {planned} chưa trả lời: {text}")
    return must(
        "promise.unanswered",
        template,
        suggestion="Trả lời {results}: ./sokhcn promise answer {code} {place} KẾT_QUẢ",
        results=", ".join(Result.labels),
        code=found.period.code,
        place=promise.number,
        planned=found.planned.name,
        text=promise.commitment.text,
    )
