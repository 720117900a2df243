"""History verified as a whole: seals, every row against its past, and what is derived from rows."""

import time
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model

from sokhcn.kernel.finding import Finding
from sokhcn.people.appointing import misappointed
from sokhcn.records.auditing import altered_frozen, altered_rows, broken_seals, frozen_models, kept_models
from sokhcn.records.due import deadlines
from sokhcn.records.models import Version
from sokhcn.records.recomputing import misdue, misfound, misfound_frozen, ruleless

Watch = Callable[[str, int, int], None]  # what is read, how much of it, of how much


@dataclass(slots=True)
class Audit:
    """What was read, how long it took, and what was found altered."""

    versions: int = 0
    rows: int = 0
    seconds: float = 0
    findings: list[Finding] = field(default_factory=list)

    @property
    def speed(self) -> int:
        return round((self.versions + self.rows) / max(self.seconds, 0.001))


def verify(models: Collection[type[Model]] = (), watch: Watch = lambda stage, made, total: None) -> Audit:
    """Read history and rows, those of ``models`` alone where some are named; ``watch`` is told how far it is."""
    audit, started = Audit(), time.monotonic()
    _versions(audit, watch)
    for model in (*kept_models(), *frozen_models()):
        if not models or model in models:
            _rows(model, audit, watch)
    audit.findings += _derived(models)
    audit.seconds = time.monotonic() - started
    return audit


def _versions(audit: Audit, watch: Watch) -> None:
    total = Version.objects.count()

    def seen(read: int) -> None:
        audit.versions += read
        watch("Soát niêm phong", audit.versions, total)

    audit.findings += broken_seals(seen)


def _rows(model: type[Model], audit: Audit, watch: Watch) -> None:
    begun, total, stage = audit.rows, model._base_manager.count(), f"Đối chiếu {model._meta.verbose_name}"

    def seen(read: int) -> None:
        audit.rows += read
        watch(stage, audit.rows - begun, total)

    kept: Any = model
    if model in kept_models():
        altered = list(altered_rows(kept, seen))
        audit.findings += [*altered, *misfound(kept, {int(str(fault.values["id"])) for fault in altered})]
    else:
        audit.findings += [*altered_frozen(kept, seen), *misfound_frozen(kept)]


def _derived(models: Collection[type[Model]]) -> Iterator[Finding]:
    """Days and people that are not as rows and history say; days of the ``models`` alone where some are named."""
    for deadline in deadlines():
        if not models or deadline.model in models:
            yield from misdue(deadline)
    if not models:
        yield from ruleless()
        yield from misappointed()
