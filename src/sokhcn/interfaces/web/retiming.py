"""A rule of due dates looked at before it applies: which of them would move, shown once, and then it is kept."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest

from sokhcn.interfaces.web.refusing import the_person
from sokhcn.records.kept import Kept
from sokhcn.records.registering import Register
from sokhcn.reports.retiming import Trial, moves_days, try_row, try_trash

SEEN, MOST_SHOWN = "da-xem", 20


def to_be_seen(request: HttpRequest, register: Register, row: Kept | None, texts: Mapping[str, str]) -> dict[str, Any]:
    """What a page shows before ``texts`` are kept: the days that would move. Nothing where none would, where something
    is wrong, or where just these texts were shown."""
    if not moves_days(register):
        return {}
    mark = hashlib.sha256(json.dumps(sorted(texts.items())).encode()).hexdigest()
    if request.POST.get(SEEN) == mark:
        return {}
    return shown(try_row(register, row, texts, by=the_person(request)), mark)


def of_trash(request: HttpRequest, register: Register, row: Kept) -> dict[str, Any]:
    """What a page shows before ``row`` goes into the trash."""
    return shown(try_trash(row, by=the_person(request))) if moves_days(register) else {}


def shown(trial: Trial, mark: str = "") -> dict[str, Any]:
    if not trial.moved:
        return {}
    rest = max(len(trial.moved) - MOST_SHOWN, 0)
    return {"moved": trial.moved[:MOST_SHOWN], "many": len(trial.moved), "unshown": rest, "seen": mark}
