"""The order of a run: what takes longest begins first, so that in the end no worker is left alone with it."""

import pytest

LONGEST = (
    "tests/docs/test_adding.py",
    "tests/interfaces/web/test_month.py",
    "tests/interfaces/web/test_for_everybody.py",
    "tests/interfaces/web/test_every_address.py",
)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=_place)


def _place(item: pytest.Item) -> int:
    file = item.nodeid.partition("::")[0]
    return LONGEST.index(file) if file in LONGEST else len(LONGEST)
