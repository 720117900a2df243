"""What runs as an errand, and the thread of this process that does it: long work goes on when its page is left.

A second program to keep running would be one more thing to forget on a department's computer: the server itself does
the work, one errand at a time, and takes up at its start, and whenever somebody looks, what a dead one left.
"""

import logging
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.db import OperationalError, connection, transaction
from django.utils import timezone

from sokhcn.compiler.wording import BadWording
from sokhcn.kernel.grid import UnreadableSheet
from sokhcn.kernel.periods import BadPeriod
from sokhcn.kernel.progress import watched
from sokhcn.people.models import User
from sokhcn.records import errands
from sokhcn.records.backup import making
from sokhcn.records.errands import Errand
from sokhcn.records.turns import Busy
from sokhcn.reports import catalogue, rendering
from sokhcn.reports.catalogue import Unknown
from sokhcn.reports.compiling import NotAsShown
from sokhcn.reports.composing import CannotCompile
from sokhcn.reports.models import Edition
from sokhcn.reports.opening import open_sheet
from sokhcn.reports.outlining import NoOutline
from sokhcn.reports.periods import the_period
from sokhcn.reports.previewing import recompile
from sokhcn.reports.receiving import receive, receive_good
from sokhcn.reports.refusals import refusal
from sokhcn.reports.rendering import RENDER as RENDER
from sokhcn.reports.teaching import taught_for
from sokhcn.reports.verifying import verify as verify_all
from sokhcn.reports.waiting import Gone, held, hold

BACKUP, VERIFY, COMPILE, IMPORT = "backup", "verify", "compile", "import"
FOLDER = "sao-luu"
LARGE = 500_000  # bytes of a file from which on taking it in is long work
HEARD = 120  # seconds for which what was told last is shown
EVERY, BEAT = 2, 15  # seconds between two words on how far the work is, and between two signs of life
UNKNOWN = "Lỗi chưa lường trước; quản trị xem nhật ký của máy chủ."
log = logging.getLogger(__name__)
working = threading.Lock()


class NotTakenIn(Exception):
    """A file was not taken in; the message says why."""


SAID = (
    NoOutline,
    CannotCompile,
    BadWording,
    Unknown,
    NotAsShown,
    NotTakenIn,
    UnreadableSheet,
    Gone,
    BadPeriod,
    Busy,
    making.AlreadyThere,
)


@dataclass(slots=True)
class Work:
    """An errand in hand: who asked, and how to tell how far it is, which also says that the worker lives.

    What is told inside a transaction would be read by nobody before its end: it is kept in the memory of this process,
    which shows the pages as well. Another process shows what was told last outside of one.
    """

    errand: Errand
    by: User
    told_at: float = 0
    stage: str = ""

    def watch(self, stage: str, made: int, total: int) -> None:
        if time.monotonic() - self.told_at < EVERY and stage == self.stage:
            return
        self.told_at, self.stage = time.monotonic(), stage
        cache.set(_place(self.errand), (stage, made, total), HEARD)
        if not connection.in_atomic_block:
            errands.beat(self.errand, stage, made, total)


def _place(errand: Errand) -> str:
    return f"errand-progress-{errand.pk}-{errand.tries}"


def folder() -> Path:
    """Where backups are put that nobody named a place for."""
    place: Path = settings.VAR / FOLDER
    return place


def _backup(work: Work) -> dict[str, Any]:
    made = making.make(folder() / making.name_at(timezone.localtime()))
    return {"file": made.file.name, "bytes": made.size, "files": made.files, "damaged": list(made.damaged)}


def _verify(work: Work) -> dict[str, Any]:
    audit = verify_all(watch=work.watch)
    about = {"versions": audit.versions, "rows": audit.rows, "seconds": round(audit.seconds, 1)}
    return {**about, "altered": [str(finding) for finding in audit.findings]}


def _compile(work: Work) -> dict[str, Any]:
    """Compiling twice is harmless: figures and words that did not change make no new draft."""
    assert work.by.agency is not None
    period = the_period(work.errand.about["period"])
    about = work.errand.about
    compiled = recompile(period, work.by.agency, about["addressee"], by=work.by, seen=about["seen"]).compiled
    told = {"period": period.code, "draft": compiled.edition.draft, "number": compiled.edition.number}
    return {**told, "changes": len(compiled.changes), "new": compiled.is_new}


def _import(work: Work) -> dict[str, Any]:
    """Taking a file in twice adds nothing to rows that have a key; what is wrong with it is all said on its page."""
    about = work.errand.about
    register = catalogue.register(about["slug"])
    if why := refusal(work.by, register.keeper):
        raise NotTakenIn(why)
    taught = taught_for(register)
    sheet = open_sheet(register, held(about["sha256"]), about["name"], taught, bare=about["pasted"])
    take = receive_good if about["good"] else receive
    receipt = take(register, sheet, by=work.by, today=timezone.localdate(), reason=about["reason"])
    if receipt.findings and not (about["good"] and receipt.total):
        raise NotTakenIn(f"Chưa ghi gì: {len(receipt.findings)} lỗi. {receipt.findings[0]}")
    counts = {"added": receipt.added, "changed": receipt.changed, "same": receipt.same}
    return {"slug": register.slug, "name": about["name"], **counts, "wrong": len(receipt.findings)}


def _render(work: Work) -> dict[str, Any]:
    """Files of the same edition are the same bytes, so making them twice is harmless."""
    edition = Edition.objects.filter(pk=work.errand.about["edition"], digest=work.errand.about["digest"]).first()
    if edition is None or work.by.agency is None or edition.agency != work.by.agency.code:
        raise NotTakenIn("Không còn dự thảo ấy. Mở lại trang tải về của báo cáo.")
    return rendering.render(edition)


KINDS: Mapping[str, Callable[[Work], dict[str, Any]]] = {
    BACKUP: _backup,
    VERIFY: _verify,
    COMPILE: _compile,
    IMPORT: _import,
    RENDER: _render,
}


def ask(kind: str, by: User, **about: Any) -> Errand:
    """Have ``kind`` done for ``by``, beginning as soon as what asks for it is written."""
    errand = errands.ask(kind, login=by.username, agency=by.agency_id, **about)
    transaction.on_commit(wake)
    return errand


def ask_import(slug: str, data: bytes, by: User, **about: Any) -> Errand:
    """Have a file taken into the register ``slug``; it is held until then."""
    return ask(IMPORT, by, slug=slug, sha256=hold(data), **about)


def look(errand: Errand) -> Errand:
    """An errand as it stands; whoever looks has what was left over taken up again."""
    if not errand.is_over and (heard := cache.get(_place(errand))):
        errand.stage, errand.made, errand.total = heard
    if not errand.is_over and errands.left_over(timezone.now()):
        transaction.on_commit(wake)
    return errand


def wake() -> None:
    """Let a thread of this process do what there is to do, unless one does."""
    if not working.locked():
        threading.Thread(target=run, name="errands", daemon=True).start()


def run() -> None:
    """Do errand after errand until none is left."""
    with working:
        try:
            while errand := errands.take(timezone.now()):
                do(errand)
        finally:
            if not connection.in_atomic_block:
                connection.close()


def do(errand: Errand) -> None:
    """Do one errand; a trouble is written down in words."""
    by = User.objects.select_related("agency").filter(username=errand.login, is_active=True).first()
    if by is None or errand.kind not in KINDS:
        errands.end(errand, trouble=f"Không còn người dùng “{errand.login}” hoặc loại việc “{errand.kind}”.")
        return
    with _beating(errand):
        try:
            work = Work(errand, by)
            with watched(work.watch):
                result = KINDS[errand.kind](work)
        except SAID as trouble:
            errands.end(errand, trouble=str(trouble))
        except Exception:
            log.exception("errand %s", errand.pk)
            errands.end(errand, trouble=UNKNOWN)
        else:
            errands.end(errand, result)


@contextmanager
def _beating(errand: Errand) -> Iterator[None]:
    """Signs of life from a thread beside the work, which may be silent for long inside one transaction."""
    over = threading.Event()

    def tick() -> None:
        while not over.wait(BEAT):
            with suppress(OperationalError):  # the work itself holds the database: the next sign will do
                errands.touch(errand)
        connection.close()

    beside = threading.Thread(target=tick, daemon=True)
    beside.start()
    try:
        yield
    finally:
        over.set()
        beside.join()
