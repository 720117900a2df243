"""The lock on the gate: rows of registers are written only while a pen is open in this thread or task."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import Any, NoReturn, Self, TypeVar

from django.db import models

_open: ContextVar[bool] = ContextVar("sokhcn_pen_open", default=False)
RowT = TypeVar("RowT", bound=models.Model, covariant=True)


class WrittenOutsideTheGate(RuntimeError):
    """A program wrote a row of a register without a pen: ``with writing(by=…) as pen: pen.save(row)``."""


def refuse(model: type[models.Model]) -> NoReturn:
    raise WrittenOutsideTheGate(f"{model.__name__} is written through records.writing only")


def must_be_open(model: type[models.Model]) -> None:
    """Raise ``WrittenOutsideTheGate`` where no pen is open."""
    if not _open.get():
        refuse(model)


@contextmanager
def opened() -> Iterator[None]:
    """While inside, rows may be written; the gate alone calls this."""
    token = _open.set(True)
    try:
        yield
    finally:
        _open.reset(token)


class GuardedQuerySet(models.QuerySet[RowT]):
    """Refuses every write outside an open pen; Model.save() ends in the methods below, so it is held too."""

    def _check(self) -> None:
        must_be_open(self.model)

    def _insert(self, *args: Any, **kwargs: Any) -> Any:
        self._check()
        return super()._insert(*args, **kwargs)  # type: ignore[misc]

    def _update(self, *args: Any, **kwargs: Any) -> Any:
        self._check()
        return super()._update(*args, **kwargs)  # type: ignore[misc]

    def _raw_delete(self, *args: Any, **kwargs: Any) -> Any:
        self._check()
        return super()._raw_delete(*args, **kwargs)

    def update(self, **kwargs: Any) -> int:
        self._check()
        return super().update(**kwargs)

    def delete(self) -> tuple[int, dict[str, int]]:
        self._check()
        return super().delete()

    def bulk_create(self, *args: Any, **kwargs: Any) -> Any:
        self._check()
        return super().bulk_create(*args, **kwargs)

    def bulk_update(self, *args: Any, **kwargs: Any) -> int:
        self._check()
        return super().bulk_update(*args, **kwargs)

    def live(self) -> Self:
        """Rows that are not in the trash, nor a part of one that is."""
        return self.filter(**{f"{way}trashed_at": None for way in ("", *_owners(self.model))})


def _owners(model: Any) -> Iterator[str]:
    """The lookups that lead to the row that a row of ``model`` is a part of, and to the row that that one is."""
    way = ""
    while model.part_of:
        way += f"{model.part_of}__"
        yield way
        model = model._meta.get_field(model.part_of).related_model


class LiveManager(models.Manager.from_queryset(GuardedQuerySet)):  # type: ignore[misc]
    """Rows outside the trash: cancelled and trashed rows vanish from every count, list and print."""

    def get_queryset(self) -> GuardedQuerySet[Any]:
        rows = super().get_queryset()
        of: Any = self.model, type(rows)
        rows.query = _live(*of).chain()
        return rows  # type: ignore[no-any-return]


@cache
def _live(model: Any, rows: Any) -> Any:
    """The query for live rows of ``model``, resolved once: managers are asked hundreds of times for one report."""
    return rows(model).live().query


class FrozenQuerySet(GuardedQuerySet[RowT]):
    """Rows that are written once: changing or deleting them is refused even with a pen."""

    def _update(self, *args: Any, **kwargs: Any) -> Any:
        refuse(self.model)

    def _raw_delete(self, *args: Any, **kwargs: Any) -> Any:
        refuse(self.model)

    def update(self, **kwargs: Any) -> int:
        refuse(self.model)

    def delete(self) -> tuple[int, dict[str, int]]:
        refuse(self.model)
