"""Rows for tests, each with what it needs and nothing else, written through the gate."""

from collections.abc import Iterable
from datetime import date
from typing import Any, TypeVar

from sokhcn.areas.advice.models import AdvisoryDocument
from sokhcn.people.models import Role, User
from sokhcn.records.kept import Kept
from sokhcn.records.models import Agency, Paper, Unit
from sokhcn.records.writing import writing

KeptRow = TypeVar("KeptRow", bound=Kept)
FIRST, LAST = date(2021, 12, 15), date(2022, 1, 14)  # January 2022 under Decree 09/2019/NĐ-CP


class Officer:
    """Whoever writes in a test that needs no user."""

    def __init__(self, login: str = "chuyenvien", name: str = "Nguyễn Thị Minh Họa") -> None:
        self.login, self.name = login, name

    def get_username(self) -> str:
        return self.login

    def get_full_name(self) -> str:
        return self.name


OFFICER = Officer()


def write(row: KeptRow, *, reason: str = "") -> KeptRow:
    """``row``, written."""
    with writing(by=OFFICER, reason=reason) as pen:
        pen.save(row)
    return row


def write_all(rows: Iterable[Kept]) -> None:
    with writing(by=OFFICER) as pen:
        pen.save_many(rows)


def agency(code: str = "SKHCN", **told: Any) -> Agency:
    names = {"name": f"Cơ quan {code}", "short": code, "heading": code, "symbol": code}
    return write(Agency(**{"code": code, **names, **told}))


def unit(owner: Agency, code: str = "VP", **told: Any) -> Unit:
    return write(Unit(**{"agency": owner, "code": code, "name": f"Phòng {code}", "short": f"P. {code}", **told}))


def unwritten_paper(number: str = "21", **told: Any) -> Paper:
    about = {"type": "Quyết định", "symbol": "QĐ-UBND", "issuer": "UBND tỉnh", "issued_on": date(2022, 1, 10)}
    return Paper(**{"number": number, **about, **told})


def paper(number: str = "21", **told: Any) -> Paper:
    return write(unwritten_paper(number, **told))


def advisory(owner: Agency, **told: Any) -> AdvisoryDocument:
    """An advisory document, still being drafted unless told otherwise."""
    return write(AdvisoryDocument(**{"agency": owner, "title": "Dự thảo", "recorded_on": date(2022, 1, 5), **told}))


def user(owner: Agency | None = None, role: Role = Role.SPECIALIST, login: str = "chuyenvien") -> User:
    return User.objects.create(username=login, first_name="Nguyễn Thị Minh Họa", role=role, agency=owner)
