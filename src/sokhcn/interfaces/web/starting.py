"""What a list shows to whoever asked for nothing: their own unit and the current window, each a chip to take away."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import QueryDict

from sokhcn.kernel.periods import Period
from sokhcn.people.models import Role, User
from sokhcn.records.kept import Record
from sokhcn.records.registering import Register

EVERYTHING = "tat-ca"  # in an address: no filter at all, not even the usual ones
TRASH = "thung-rac"
PANELS = "mo"  # show what else may be asked at once, where the browser cannot fetch it
WINDOW, UNIT = "ky", "unit"
# What an address says of a list besides which rows it holds.
BESIDE = frozenset({"sort", "page", "in", "so_dong", "cot", "tong", PANELS})
# Those who work for one unit begin with its rows; those who read across begin with all.
OF_A_UNIT = (Role.SPECIALIST, Role.HEAD)


def started(register: Register, asked: QueryDict, user: User, window: Period | None) -> QueryDict:
    """``asked``, with the usual filters where it narrows nothing: then it says the same to everybody who opens it."""
    said = asked.copy()
    for once in ("in", "tong", PANELS):  # of this one answer, and of no link in it
        said.pop(once, None)
    if any(name not in BESIDE for name in asked):
        return said
    if window is not None and has_own_window(register):
        said[WINDOW] = window.code
    if user.unit_id and user.role in OF_A_UNIT and UNIT in register.filters:
        said[UNIT] = str(user.unit_id)
    return said


def has_own_window(register: Register) -> bool:
    """Whether a list of ``register`` begins with the current window: chapters' registers do, reference data do not."""
    return bool(register.area) and issubclass(register.model, Record)


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter in force: what it says, and the address of the list without it."""

    label: str
    value: str
    without: str


def without(asked: QueryDict, name: str) -> str:
    """The end of the address of the same list but for one filter."""
    said = asked.copy()
    said.pop(name, None)
    said.pop("page", None)
    for empty in [key for key, value in said.items() if not value]:
        del said[empty]
    if all(key in BESIDE for key in said):
        said[EVERYTHING] = "1"
    return said.urlencode()


def chips(asked: QueryDict, told: Iterator[tuple[str, str, str]]) -> tuple[Chip, ...]:
    """A chip for each filter ``told`` as name, label and value in words."""
    return tuple(Chip(label, value, without(asked, name)) for name, label, value in told)
