"""What the chapter says of one plan of administrative reform."""

from dataclasses import dataclass
from datetime import date

from sokhcn.areas.reform.models import ReformPlan


@dataclass(frozen=True, slots=True)
class Plan:
    title: str
    symbol: str
    issued_on: date | None


def plan(row: ReformPlan) -> Plan:
    return Plan(row.title, row.symbol, row.issued_on)
