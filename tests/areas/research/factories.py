"""Science and technology tasks as tests need them."""

from dataclasses import dataclass
from datetime import date
from itertools import count
from typing import Any

from sokhcn.areas.research.models import Task
from tests.areas.registers import Clerk, agency, establishment, save

NUMBERS = count(1)


def task(**told: Any) -> Task:
    """A provincial task under contract from 2021 to 2023."""
    code = f"MH-{next(NUMBERS):04}"
    days = {"started_on": date(2021, 3, 1), "ends_on": date(2023, 2, 28), "recorded_on": date(2021, 3, 4)}
    about = {"code": code, "title": f"Đề tài {code}", "level": "provincial", "state": "running", **days}
    return save(Task(**{"agency": agency(), "host": establishment(), **about, **told}))


def accepted(on: date = date(2022, 1, 12), rating: str = "pass", **told: Any) -> Task:
    """A task that the council accepted on a day."""
    return task(accepted_on=on, rating=rating, state="accepted", **told)


@dataclass(frozen=True)
class Officer(Clerk):
    """Whoever takes steps in tests."""

    may: bool = True

    def has_perm(self, perm: str, obj: Any = None) -> bool:
        return self.may and perm == "registers.keep"
