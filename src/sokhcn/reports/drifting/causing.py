"""Why a figure moved: the rows that came into it or left it, or else those in it; who wrote them, when and why."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any, NamedTuple

from django.apps import apps

from sokhcn.records.models import Version

MOST = 20  # causes that an entry tells; of the others it tells how many there are
AT_ONCE = 500
SHARED = "records."  # rows that those of areas refer to
Written = tuple[str, int]  # a register and a row of it
Runs = Collection[Collection[int]]


class Causes(NamedTuple):
    """What an entry tells of its causes, and how many more there are."""

    told: list[dict[str, Any]]
    more: int


def responsible(reached: Mapping[int, set[Written]], before: Runs | None, after: Runs) -> set[Written]:
    """The written rows by which a figure moved; ``before`` is None where it is not known what it counted."""
    now = {row for row in reached if within(row, after)}
    then = {row for row in reached if within(row, before)} if before is not None else set(reached)
    rows = (now ^ then) or (now | then) or set(reached)
    return {written for row in rows for written in reached[row]}


def within(row: int, runs: Runs) -> bool:
    """Whether ``runs`` hold a row."""
    return any(first <= row <= last for first, last in runs)


def causes(written: Iterable[Written], numbers: Mapping[str, Mapping[int, int]]) -> Causes:
    """Who wrote each of the rows last, when and why; the newest first."""
    rows = sorted(written)
    told = [one for some in _by_register(rows).items() for one in _told(*some, numbers)]
    told.sort(key=lambda one: (-one["batch"], one["register"].startswith(SHARED), one["register"], one["row"]))
    # A document and its paper, entered together, are one thing to whoever reads of it.
    once = list({(one["batch"], one["name"]): one for one in reversed(told)}.values())[::-1]
    return Causes(once[:MOST], max(0, len(once) - MOST))


def _by_register(rows: Iterable[Written]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for register, row in rows:
        found.setdefault(register, []).append(row)
    return found


def _told(register: str, rows: list[int], numbers: Mapping[str, Mapping[int, int]]) -> Iterable[dict[str, Any]]:
    model: Any = apps.get_model(register)
    for start in range(0, len(rows), AT_ONCE):
        some = rows[start : start + AT_ONCE]
        named = model.everything.in_bulk(some)
        versions = Version.objects.filter(register=register, row__in=some).select_related("batch").defer("after")
        for version in versions.order_by("row", "number"):
            if version.number == numbers.get(register, {}).get(version.row):
                yield {
                    "register": register,
                    "row": version.row,
                    "name": str(named.get(version.row, "")),
                    "version": version.number,
                    "did": str(Version.Action(version.action).label),
                    "batch": version.batch_id,
                    "who": version.batch.name,
                    "login": version.batch.login,
                    "at": version.batch.at.isoformat(),
                    "why": version.batch.reason,
                }
