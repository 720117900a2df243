"""How many rows of each register somebody may see, counted again only where a register was written meanwhile."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.core.cache import cache
from django.db.models import Count, QuerySet, Value

from sokhcn.people.models import User
from sokhcn.people.permissions import hats, within_reach
from sokhcn.records.models import Batch
from sokhcn.records.registering import Register

FOR = 24 * 60 * 60  # seconds
FOLLOWED = 1000  # writes at most since it was counted; after more, everything is counted anew

Counts = Mapping[str, int]
Known = tuple[int, str, Counts]


def held(by: User, registers: Iterable[Register]) -> Counts:
    """The count of each register by its slug, of the rows that ``by`` may see.

    One query where nobody wrote anything since, else one more for the registers that were written. People who may see
    the same rows share what was counted.
    """
    registers = tuple(registers)
    key = _key(by, registers)
    known: Known | None = cache.get(key)
    last, written = _written_since(known)
    stale = registers if written is None else [r for r in registers if r.model._meta.label_lower in written]
    kept = {} if known is None else known[2]
    found = {**kept, **dict.fromkeys([r.slug for r in stale], 0), **_counted([_asked(r, by) for r in stale])}
    if last and (stale or known is None or last[0] != known[0]):
        cache.set(key, (*last, found), FOR)
    return found


def _asked(register: Register, by: User) -> Any:
    rows: QuerySet[Any] = within_reach(register.model.objects.order_by(), by).annotate(slug=Value(register.slug))
    return rows.values("slug").annotate(n=Count("pk")).values_list("slug", "n")


def _key(by: User, registers: Iterable[Register]) -> str:
    """What makes the counts of one person those of another: the rows that their roles reach."""
    told = (by.is_active, hats(by), [register.slug for register in registers])
    return f"held.{hashlib.sha256(repr(told).encode()).hexdigest()}"


def _written_since(known: Known | None) -> tuple[tuple[int, str] | None, frozenset[str] | None]:
    """The last batch, and the registers written after the one that is ``known``.

    None instead of them where that one is not there any more, as after a restoration, or lies too far back.
    """
    if known is None:
        return Batch.objects.order_by("-pk").values_list("pk", "seal").first(), None
    batches = Batch.objects.filter(pk__gte=known[0]).order_by("pk").values_list("pk", "seal", "seals__register")
    found = list(batches[:FOLLOWED])
    if not found or found[0][:2] != known[:2] or len(found) == FOLLOWED:
        return Batch.objects.order_by("-pk").values_list("pk", "seal").first(), None
    registers = frozenset(register for pk, _seal, register in found if pk != known[0])
    return found[-1][:2], registers


def _counted(asked: Sequence[QuerySet[Any]]) -> Counts:
    """Each count, all in one query."""
    if not asked:
        return {}
    return dict(asked[0].union(*asked[1:], all=True))
