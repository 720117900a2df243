"""Which rows passages of the gate wrote, and which rows of a register they reach."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sokhcn.records.models import Version
from sokhcn.reports.drifting.reaching import Reach

MANY = 2000  # written rows of a register from which on all of its figures are asked again
TOLD = ("reports.estimate", "reports.target")
AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Touched:
    """Rows by register and id, each with the number of the last version that was written."""

    rows: Mapping[str, Mapping[int, int]]
    _closures: dict[Any, Mapping[int, set[tuple[str, int]]] | None] = field(default_factory=dict)
    _dates: dict[Any, frozenset[Any]] = field(default_factory=dict)

    @classmethod
    def between(cls, before: int, until: int) -> "Touched":
        """What the batches behind ``before`` wrote, up to ``until``."""
        rows: dict[str, dict[int, int]] = {}
        written = Version.objects.filter(batch_id__gt=before, batch_id__lte=until).order_by("pk")
        for register, row, number in written.values_list("register", "row", "number").iterator(chunk_size=2000):
            rows.setdefault(register, {})[row] = number
        return cls(rows)

    def moves(self, reach: Reach) -> bool:
        """Whether a register was written that the figure looks into."""
        return not reach.registers.isdisjoint(self.rows)

    def reached(self, reach: Reach) -> Mapping[int, set[tuple[str, int]]] | None:
        """Rows of the figure's own register that were written, or that refer to rows that were; each with the written
        rows that it is there for. None where it cannot be told, or where there are very many.

        A row that referred to another one before was written itself when that ended, so references as they are now
        are enough.
        """
        place = (reach.register, frozenset(reach.paths.items()), reach.blind)
        if place not in self._closures:
            self._closures[place] = self._reached(reach)
        return self._closures[place]

    def dates(self, reach: Reach, path: str) -> frozenset[Any]:
        """The days that ``path`` leads to from the rows that were reached, as they are now."""
        rows = tuple(sorted(self.reached(reach) or ()))
        place = (reach.register, path, rows)
        if place not in self._dates:
            found = reach.model.everything.filter(pk__in=rows).order_by().values_list(path, flat=True)
            self._dates[place] = frozenset(found)
        return self._dates[place]

    def _reached(self, reach: Reach) -> Mapping[int, set[tuple[str, int]]] | None:
        if not reach.blind.isdisjoint(self.rows):
            return None
        own = self.rows.get(reach.register, {})
        if len(own) > MANY or any(len(self.rows.get(label, ())) > MANY for label in reach.paths):
            return None
        found: dict[int, set[tuple[str, int]]] = {row: {(reach.register, row)} for row in own}
        for label in reach.paths.keys() & self.rows.keys():
            for path in reach.paths[label]:
                for row, to in _leading(reach.model, path, self.rows[label]):
                    found.setdefault(row, set()).add((label, to))
        return found if len(found) <= MANY else None

    def indicators(self) -> frozenset[str]:
        """The indicators of which estimates or targets were written, as these say it now or said it before."""
        found: set[str] = set()
        for label in TOLD:
            rows = list(self.rows.get(label, ()))
            told = Version.objects.filter(register=label, row__in=rows).values_list("after", flat=True)
            found |= {after["indicator"] for after in told if isinstance(after, Mapping) and "indicator" in after}
        return frozenset(found)

    def told_of(self, indicator: str) -> set[tuple[str, int]]:
        """The estimates and targets of ``indicator`` that were written."""
        return {
            (label, row)
            for label in TOLD
            for row, after in _last_told(label, self.rows.get(label, ()))
            if after.get("indicator") == indicator
        }


def _leading(model: Any, path: str, rows: Collection[int]) -> Iterable[tuple[int, int]]:
    """Rows of ``model`` with the row of ``rows`` that ``path`` leads to; those in the trash as well."""
    keys = sorted(rows)
    for start in range(0, len(keys), AT_ONCE):
        some = model.everything.filter(**{f"{path}__in": keys[start : start + AT_ONCE]}).order_by()
        yield from some.values_list("pk", path)


def _last_told(label: str, rows: Collection[int]) -> Iterable[tuple[int, Any]]:
    written = Version.objects.filter(register=label, row__in=list(rows)).order_by("number")
    return dict(written.values_list("row", "after")).items()
