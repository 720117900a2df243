"""A department whose clerk numbers papers, and papers to be numbered."""

from datetime import date
from typing import Any

from sokhcn.people.models import Role, User
from sokhcn.records.models import Agency
from sokhcn.reports.models import NumberBook
from sokhcn.reports.numbers.taking import take as take
from sokhcn.reports.numbers.wanted import Wanted
from tests.reports.reporting import reporting
from tests.rows import user, write

LOGIN = "vanthu"


def department() -> User:
    """The clerk of an agency that reports."""
    return user(reporting(), Role.CLERK, LOGIN)


def clerk() -> User:
    """The same clerk, asked for again."""
    found: User = User.objects.select_related("agency").get(username=LOGIN)
    return found


def home(by: User) -> Agency:
    assert by.agency is not None
    return by.agency


def book(by: User, **told: Any) -> NumberBook:
    """A book that is kept here, for all types unless told otherwise."""
    about = {"code": "chung", "name": "Sổ chung", "kind": NumberBook.Kind.OWN, "valid_from": date(2020, 1, 1)}
    return write(NumberBook(**{"agency": by.agency, **about, **told}))


def plan(subject: str = "Kiểm tra hàng đóng gói sẵn", symbol: str = "KH-SKHCN") -> Wanted:
    return Wanted("Kế hoạch", "KH", symbol, subject)


def decision(subject: str = "Phê duyệt nhiệm vụ") -> Wanted:
    return Wanted("Quyết định", "QĐ", "QĐ-SKHCN", subject)
