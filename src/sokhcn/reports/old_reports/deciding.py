"""Deciding on proposed rows: some are accepted, perhaps mended, some are refused, and a refusal can be taken back."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from django.db import IntegrityError, transaction

from sokhcn.people.models import User
from sokhcn.reader.proposed import filled
from sokhcn.records.writing import writing
from sokhcn.reports.accepting import Accepted, NotAccepted, accept
from sokhcn.reports.choosing import with_needed
from sokhcn.reports.models import Verdict
from sokhcn.reports.old_reports.offering import Bench, mark_of

Cells = Mapping[str, str]
Told = Iterable[tuple[int, Verdict.Word, int | None]]
MEANWHILE = "Người khác vừa quyết định về một dòng trong số này. Mở lại trang rồi làm tiếp."


def take(bench: Bench, numbers: Collection[int], *, by: User, mended: Mapping[int, Cells] | None = None) -> Accepted:
    """Accept the proposals of those ``numbers``, with the cells as a person ``mended`` them, and note that they were;
    all or none. Raises ``NotAccepted``."""
    rows = list(bench.proposals.rows)
    for number, cells in (mended or {}).items():
        rows[number - 1] = replace(rows[number - 1], cells=filled(cells))
    proposals = replace(bench.proposals, rows=tuple(rows))
    try:
        with transaction.atomic():
            done = accept(proposals, numbers, by=by)
            _note(bench, _became(done, with_needed(proposals.rows, numbers)), by)
    except IntegrityError as error:
        raise NotAccepted(MEANWHILE) from error
    return done


def _became(done: Accepted, numbers: Collection[int]) -> Iterator[tuple[int, Verdict.Word, int | None]]:
    rows = {number: row for one in done.entered for number, row in one.rows.items()}
    for number in numbers:
        row = rows.get(number)
        yield number, Verdict.Word.TAKEN if row else Verdict.Word.SPARED, row.pk if row else None


def refuse(bench: Bench, numbers: Collection[int], *, by: User) -> int:
    """Put aside those of ``numbers`` that nobody has decided on; how many. Raises ``NotAccepted``."""
    left = [number for number in numbers if 0 < number <= bench.total and number not in bench.verdicts]
    try:
        with transaction.atomic():
            _note(bench, ((number, Verdict.Word.REFUSED, None) for number in left), by)
    except IntegrityError as error:
        raise NotAccepted(MEANWHILE) from error
    return len(left)


def reopen(bench: Bench, numbers: Collection[int], *, by: User) -> int:
    """Take back refusals; how many. What was accepted lies in its register, and is put in the trash there."""
    found = [bench.verdicts[number] for number in numbers if number in bench.verdicts]
    back = [verdict for verdict in found if verdict.word != Verdict.Word.TAKEN]
    with writing(by=by, occasion=f"Xem lại đề xuất của tệp {bench.report}") as pen:
        for verdict in back:
            pen.trash(verdict)
    return len(back)


def _note(bench: Bench, told: Told, by: User) -> None:
    name = by.get_full_name() or by.get_username()
    rows = []
    for number, word, row in told:
        mark = mark_of(bench.proposals.rows[number - 1])
        verdict = bench.verdicts.get(number) or Verdict(report=bench.report, mark=mark)
        verdict.word, verdict.row, verdict.by = word, row, name
        rows.append(verdict)
    with writing(by=by, occasion=f"Quyết định về đề xuất của tệp {bench.report}") as pen:
        pen.save_many([verdict for verdict in rows if verdict.pk is None])
        pen.save_many([verdict for verdict in rows if verdict.pk is not None])
