"""Key tasks and plans as tests need them."""

from datetime import date
from typing import Any

from sokhcn.areas.programme.models import Extension, KeyTask, WorkPlan
from tests.areas.registers import agency, save

DAY = date(2022, 1, 5)


def key_task(code: str = "NV-01", **told: Any) -> KeyTask:
    """A task of the programme of 2022, not begun."""
    about = {"code": code, "title": f"Nhiệm vụ {code}", "year": 2022, "state": "planned", "recorded_on": DAY}
    return save(KeyTask(**{"agency": agency(), **about, **told}))


def plan(title: str = "Kế hoạch A", **told: Any) -> WorkPlan:
    """A plan drawn up in January 2022, without a date of its own."""
    about = {"title": title, "state": "drawn_up", "recorded_on": DAY}
    return save(WorkPlan(**{"agency": agency(), **about, **told}))


def extension(of: KeyTask, old: date, new: date, decided_on: date) -> Extension:
    return save(Extension(task=of, old_due_on=old, new_due_on=new, decided_on=decided_on))
