"""The words of a column that are known only when every area is: they are asked for when somebody reads them."""

from collections.abc import Callable, Iterator, Mapping


class Later(Mapping[str, str]):
    """Values with their words, as ``told`` tells them at the time."""

    def __init__(self, told: Callable[[], Mapping[str, str]]) -> None:
        self._told = told

    def __getitem__(self, value: str) -> str:
        return self._told()[value]

    def __iter__(self) -> Iterator[str]:
        return iter(self._told())

    def __len__(self) -> int:
        return len(self._told())
