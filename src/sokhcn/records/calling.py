"""What rows are called so that a file which names them finds them again: the shortest name that means just them."""

from collections.abc import Iterator
from typing import Any

from sokhcn.records.kept import Kept
from sokhcn.records.models import Paper
from sokhcn.records.referring import References, kind_of
from sokhcn.records.trying import Trial


class Calling:
    """Calls rows by name; each name is tried once."""

    def __init__(self) -> None:
        self._references = References(Trial())
        self._called: dict[tuple[str, int], str] = {}

    def call(self, refers: str, row: Kept) -> str:
        """The name of ``row`` that the intake takes for it; the one that people see, where none is its own."""
        if (refers, row.pk) not in self._called:
            names = (name for name in self._names(refers, row) if self._means(refers, name, row))
            self._called[refers, row.pk] = next(names, str(row))
        return self._called[refers, row.pk]

    def _means(self, refers: str, name: str, row: Kept) -> bool:
        found = self._references.sure(refers, name)  # nobody hears advice here
        return found is not None and found.pk == row.pk

    def _names(self, refers: str, row: Any) -> Iterator[str]:
        yield str(row)
        if isinstance(row, Paper) and refers == "paper":
            yield row.code
            yield row.mention.full
            return
        kind = kind_of(refers)
        yield from (str(value) for name in reversed(kind.names) if (value := getattr(row, name)))
