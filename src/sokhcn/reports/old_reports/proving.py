"""A report compiled again from its own proposals: long work beside the pages, told by its steps, that can be left.

What it came to is kept as a file under the report's hash. A worker keeps its file of progress fresh; one that is stale
is that of a worker who died, and its work is taken up again.
"""

import json
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connections

from sokhcn import __version__
from sokhcn.document.letters import Unreadable
from sokhcn.kernel.numerals import percent
from sokhcn.records.store import Altered
from sokhcn.reports.models import OldReport
from sokhcn.reports.old_reports.bringing import proposals_of
from sokhcn.reports.recompiling import STEPS, CannotRecompile, Recompiled, recompile

STALE = 15  # seconds without a sign of life
BEAT = 1.0
FAULT = "Việc dựng lại dừng vì lỗi của chương trình; báo quản trị xem nhật ký máy chủ."


@dataclass(frozen=True, slots=True)
class Work:
    """How far it has come: which of ``STEPS`` is under way; or ``result`` as it was kept."""

    step: int = 0
    result: Mapping[str, Any] | None = None

    @property
    def is_done(self) -> bool:
        return self.result is not None

    @property
    def of(self) -> int:
        return len(STEPS)

    @property
    def name(self) -> str:
        return str(STEPS[min(self.step, len(STEPS) - 1)])


def work_on(report: OldReport) -> Work | None:
    """What is known of compiling ``report`` again; None where nobody has begun, or whoever did is gone."""
    place = _place(report)
    with suppress(FileNotFoundError, ValueError):
        return Work(len(STEPS), json.loads(place.with_suffix(".json").read_text("utf-8")))
    part = place.with_suffix(".part")
    with suppress(FileNotFoundError, ValueError):
        if time.time() - part.stat().st_mtime < STALE:
            return Work(int(part.read_text("ascii") or 0))
    return None


def begin(report: OldReport, *, anew: bool = False) -> None:
    """Start where nobody works on it; ``anew`` throws away what was kept."""
    if anew:
        _place(report).with_suffix(".json").unlink(missing_ok=True)
    if work_on(report) is None and _claimed(_place(report).with_suffix(".part")):
        threading.Thread(target=_alone, args=(report,), daemon=True).start()


def _claimed(part: Path) -> bool:
    """Whether this one may work: the first to lay the file of progress; a stale one is taken away."""
    part.parent.mkdir(parents=True, exist_ok=True)
    with suppress(FileNotFoundError):
        if time.time() - part.stat().st_mtime >= STALE:
            part.unlink()
    try:
        with part.open("x", encoding="ascii") as laid:
            laid.write("0")
    except FileExistsError:
        return False
    return True


def _alone(report: OldReport) -> None:
    """The work in a thread of its own, which leaves no connection behind."""
    try:
        _work(report)
    finally:
        connections.close_all()


def _work(report: OldReport) -> None:
    place = _place(report)
    part = place.with_suffix(".part")
    told: dict[str, Any] = {"refused": FAULT, "findings": []}
    try:
        with _beating(part):
            done = recompile(proposals_of(report), lambda step: _note(part, step))
            told = _told(done)
    except CannotRecompile as refused:
        told = {"refused": str(refused), "findings": [str(finding) for finding in refused.findings]}
    except (Unreadable, Altered) as lost:
        told = {"refused": str(lost), "findings": []}
    finally:
        kept = place.with_suffix(".new")
        kept.write_text(json.dumps(told, ensure_ascii=False), "utf-8")
        kept.replace(place.with_suffix(".json"))
        part.unlink(missing_ok=True)


def _note(part: Path, step: int) -> None:
    part.write_text(str(step), "ascii")


@contextmanager
def _beating(part: Path) -> Iterator[None]:
    """Meanwhile the file of progress stays fresh."""
    over = threading.Event()

    def beat() -> None:
        while not over.wait(BEAT):
            with suppress(FileNotFoundError):
                part.touch()

    threading.Thread(target=beat, daemon=True).start()
    try:
        yield
    finally:
        over.set()


def _told(done: Recompiled) -> dict[str, Any]:
    score = done.back.score
    return {
        "rows": len(done.proposals.rows),
        "period": done.edition.period_code,
        "score": percent(Decimal(score.numerator * 100) / Decimal(score.denominator)),
        "shares": [
            {
                "kind": share.kind,
                "back": share.back,
                "total": share.total,
                "pairs": [[pair.before, pair.after, pair.back] for pair in share.pairs],
            }
            for share in done.back.shares
        ],
    }


def _place(report: OldReport) -> Path:
    return Path(settings.VAR) / "again" / f"{report.sha256}-{__version__}"
