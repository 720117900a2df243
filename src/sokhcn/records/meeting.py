"""Old rows met by the keys of new ones: asked by the keys, for a register is longer than any sheet."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from django.db.models import Q

from sokhcn.records.among import among, among_keys
from sokhcn.records.conditions import Unwritten
from sokhcn.records.kept import Kept

AT_ONCE = 1000
LARGEST = 2**63 - 1
Key = tuple[Any, ...]


def identity(value: Any) -> Any:
    """What a value is in a key: a row stands by its own key, or for itself while it has none."""
    if isinstance(value, Kept):
        return value.pk if value.pk is not None else Unwritten(value)
    return value


def met(model: type[Kept], names: Sequence[str], keys: Iterable[Key]) -> dict[Key, Kept]:
    """The rows whose ``names`` (of fields) are one of ``keys``; of rows with one key the oldest is meant."""
    columns = [str(model._meta.get_field(name).attname) for name in names]  # type: ignore[union-attr]
    told = [key for key in keys if all(map(_is_stored, key))]
    wanted, old = set(told), dict[Key, Kept]()
    for start in range(0, len(told), AT_ONCE):
        rows = model.objects.filter(*_asked(columns, told[start : start + AT_ONCE]))
        of_row = {tuple(getattr(row, name) for name in columns): row for row in rows.order_by("-pk")}
        old |= {key: row for key, row in of_row.items() if key in wanted}
    return old


def _is_stored(value: Any) -> bool:
    """Whether a database can have it: not a row without a key, nor a number longer than any of its own."""
    return not isinstance(value, Unwritten) and not (isinstance(value, int) and abs(value) > LARGEST)


def _asked(columns: Sequence[str], keys: Sequence[Key]) -> list[Any]:
    if len(columns) > 1 and not any(None in key for key in keys):
        return [among_keys(columns, keys)]
    return [_among(name, some) for name, some in zip(columns, zip(*keys, strict=True), strict=True)]


def _among(name: str, values: Collection[Any]) -> Q:
    one = Q(among(name, {value for value in values if value is not None}))
    return one | Q(**{f"{name}__isnull": True}) if None in values else one
