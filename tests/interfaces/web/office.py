"""A small office for tests of the pages: an agency, its people, a few advisory documents, and clients at its door."""

from datetime import date
from typing import Any

from django.test import Client

from sokhcn.intake.sheet import read_csv
from sokhcn.interfaces.web.as_shown import versions_of
from sokhcn.people.demo import make_people
from sokhcn.people.models import User
from sokhcn.records.models import Agency, Unit
from sokhcn.reports import catalogue
from sokhcn.reports.receiving import receive
from sokhcn.reports.showing import texts_of
from tests.begun import begun

SLUG = "van-ban-tham-muu"
AGENCY = "Mã,Tên,Tên gọi tắt,Tên trên đầu văn bản,Chữ viết tắt trong ký hiệu\nS,Sở thử,Sở,SỞ THỬ,S\n"
UNIT = "Mã,Tên,Tên gọi tắt,Cơ quan\nVP,Văn phòng Sở,Văn phòng,S\n"
SIGNER = "Họ và tên,Quyền hạn ký,Chức vụ người đứng đầu,Chức vụ người ký\nTrần Thử,Thủ trưởng,Giám đốc,Giám đốc\n"
ADVICE = """Tên loại,"Số, ký hiệu",Ngày ban hành,Cơ quan ban hành,Trích yếu,Tên dự thảo,Tình trạng,Ngày vào sổ
Nghị quyết,14-NQ/TU,10/01/2022,Tỉnh ủy,về đẩy mạnh ứng dụng khoa học,,Đã ban hành,10/01/2022
Quyết định,2367/QĐ-UBND,21/12/2021,UBND tỉnh,ban hành Đề án sở hữu trí tuệ,,Đã ban hành,21/12/2021
Công văn,9001/UBND-MH,15/01/2022,UBND tỉnh,về việc minh họa,,Đã ban hành,15/01/2022
,,,,,Dự thảo Chương trình hành động,Đang soạn thảo,05/01/2022
"""


def office() -> Agency:
    """The agency, one user per role, and four advisory documents: two in January 2022, one after, one draft."""
    begun(make_office)
    return Agency.objects.get()


def make_office() -> None:
    make_people()
    _take("co-quan", AGENCY)
    agency = Agency.objects.get()
    make_people(agency)
    _take("don-vi", UNIT)
    make_people(agency, Unit.objects.get())
    _take("nguoi-ky", SIGNER)
    _take("danh-gia-chung", "Kỳ báo cáo,Nội dung\n2022-01,Mọi việc bảo đảm tiến độ.\n")
    _take(SLUG, ADVICE)


def _take(slug: str, text: str) -> None:
    by = User.objects.select_related("agency").get(username="tonghop")
    receipt = receive(catalogue.register(slug), read_csv(text.encode(), slug), by=by, today=date(2022, 1, 14))
    assert not receipt.findings, [str(finding) for finding in receipt.findings]


def document(code: str) -> Any:
    """The advisory document with the number ``code``."""
    return next(row for row in catalogue.register(SLUG).model.objects.all() if row.paper and row.paper.code == code)


def at_the_door(login: str = "tonghop") -> Client:
    """A browser in which ``login`` has logged in."""
    client = Client()
    client.force_login(User.objects.get(username=login), backend="sokhcn.people.backends.Passwords")
    return client


def form_of(row: Any, **changed: str) -> dict[str, str]:
    """What the form of ``row`` would send, with some fields changed; a double underscore stands for the dot."""
    register = catalogue.register(SLUG)
    texts, version = texts_of(row, register), versions_of(register, row)
    return {**texts, "version": version, **{name.replace("__", "."): text for name, text in changed.items()}}
