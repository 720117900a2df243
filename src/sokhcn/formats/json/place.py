"""A value of a JSON file together with where it stands, so that a wrong one is named by its place."""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import NoReturn, TypeVar

Choice = TypeVar("Choice", bound=StrEnum)
Read = TypeVar("Read")


class NotADocument(ValueError):
    """The file is not a document of ours; the message says what is wrong and where, to a person."""


@dataclass(frozen=True, slots=True)
class Place:
    """One value and its path from the top of the file (``sections[0].title[1].kind``)."""

    value: object
    path: str = ""

    def refuse(self, wanted: str) -> NoReturn:
        shown = repr(self.value)
        raise NotADocument(
            f"{self.path or 'tệp'}: cần {wanted}, gặp {shown if len(shown) <= 60 else shown[:57] + '…'}."
        )

    def __getitem__(self, name: str) -> "Place":
        if not isinstance(self.value, dict):
            self.refuse("một nhóm có tên { }")
        path = f"{self.path}.{name}" if self.path else name
        if name not in self.value:
            raise NotADocument(f"{path}: thiếu.")
        return Place(self.value[name], path)

    def __iter__(self) -> Iterator["Place"]:
        if not isinstance(self.value, list):
            self.refuse("một danh sách [ ]")
        for index, value in enumerate(self.value):
            yield Place(value, f"{self.path}[{index}]")

    def each(self, read: Callable[["Place"], Read]) -> tuple[Read, ...]:
        return tuple(read(place) for place in self)

    def text(self) -> str:
        return self.value if isinstance(self.value, str) else self.refuse("một chuỗi chữ")

    def text_or_none(self) -> str | None:
        return None if self.value is None else self.text()

    def integer(self) -> int:
        if isinstance(self.value, bool) or not isinstance(self.value, int):
            self.refuse("một số nguyên")
        return self.value

    def integer_or_none(self) -> int | None:
        return None if self.value is None else self.integer()

    def width(self) -> float:
        if isinstance(self.value, bool) or not isinstance(self.value, int | float) or not math.isfinite(self.value):
            self.refuse("một số")
        return float(self.value)

    def flag(self) -> bool:
        return self.value if isinstance(self.value, bool) else self.refuse("true hoặc false")

    def exact(self) -> int | Decimal:
        """An int written as a number, or a finite Decimal written as a string."""
        if not isinstance(self.value, str):
            return self.integer()
        try:
            value = Decimal(self.value)
        except InvalidOperation:
            self.refuse("một số thập phân")
        return value if value.is_finite() else self.refuse("một số thập phân")

    def one_of(self, choices: type[Choice]) -> Choice:
        try:
            return choices(self.text())
        except ValueError:
            self.refuse(f"một trong: {', '.join(choices)}")
