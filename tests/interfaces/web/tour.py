"""A walk past every page, on the data of the demonstration: which page, with what in its address, for whom.

What has no page of its own, such as a file, a part of a page or a button's address, is named as well: a new address
needs a place here, or a test fails.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone

from sokhcn.people.models import User
from sokhcn.records import errands
from sokhcn.records.due import DueDate
from sokhcn.records.writing import writing
from sokhcn.reports import catalogue, tasks
from sokhcn.reports.models import Drift, OldReport, Outgoing
from sokhcn.reports.numbers.entering import enter
from sokhcn.reports.numbers.wanted import Wanted
from sokhcn.reports.old_reports.bringing import bring
from tests.interfaces.web.test_old_reports import REPORT as OLD_REPORT

COMPILER, ADMINISTRATOR, LEADER, CLERK = "tonghop", "quantri", "lanhdao", "vanthu"
LICENCES, TASKS = "giay-phep-buc-xa", "nhiem-vu-trong-tam"
REPORT = "2022-01"
Argument = str | int | Callable[[], int]


@dataclass(frozen=True)
class Stop:
    """A page: what its pictures are called, its address by name, who looks at it; shown among the pictures or not."""

    picture: str
    name: str
    args: Mapping[str, Argument] = field(default_factory=dict)
    asked: Mapping[str, str] = field(default_factory=dict)
    by: str = COMPILER
    is_shot: bool = False

    @property
    def address(self) -> str:
        told = {key: value() if callable(value) else value for key, value in self.args.items()}
        return reverse(self.name, kwargs=told) + (f"?{urlencode(self.asked)}" if self.asked else "")


def furnish() -> None:
    """What the demonstration lacks, so that no page is empty: an old report, a number, a difference, an errand."""
    by = User.objects.select_related("agency", "unit").get(username=COMPILER)
    clerk = User.objects.select_related("agency").get(username=CLERK)
    bring(OLD_REPORT.encode(), "bao-cao-thang-02.txt", by=by)
    enter("21", date(2022, 1, 17), Wanted("Kế hoạch", "KH", "KH-SKHCN", "Kiểm tra hàng đóng gói sẵn"), by=clerk)
    asked = errands.ask(tasks.VERIFY, login=by.username, agency=by.agency_id)  # and nobody is woken to do it
    errands.Errand.objects.filter(pk=asked.pk).update(state="failed", trouble=errands.TROUBLE)
    row = first(LICENCES)()
    cause = {"register": "radiation.licence", "row": row, "name": "Giấy phép", "version": 2, "did": "sửa", "batch": 1}
    who = {"who": "Chuyên viên", "login": "chuyenvien", "at": "2022-02-01T03:00:00+00:00", "why": "ghi nhầm ngày"}
    about = {"agency": by.agency.code, "period_code": REPORT, "addressee": "tinh", "number": 1}
    told = {"figure": "radiation.licences", "label": "Giấy phép được cấp", "unit": "giấy phép", "was": 2, "would_be": 1}
    with writing(by=by) as pen:
        pen.save(Drift(**about, **told, causes=[{**cause, **who}], noticed_at=timezone.now()))


def first(slug: str) -> Callable[[], int]:
    """The number of the first row of a register."""
    return lambda: catalogue.register(slug).model.objects.order_by("pk").values_list("pk", flat=True)[0]


def _any(model: type) -> Callable[[], int]:
    return lambda: model._default_manager.order_by("pk").values_list("pk", flat=True)[0]


def _a_due_task() -> int:
    row: int = DueDate.objects.filter(key="programme.due").order_by("pk").values_list("row", flat=True)[0]
    return row


def _of_report(picture: str, name: str, shot: bool = False, by: str = COMPILER, **args: Argument) -> Stop:
    return Stop(picture, name, {"code": REPORT, **args}, by=by, is_shot=shot)


def _of_old(picture: str, name: str, shot: bool = False, **args: Argument) -> Stop:
    return Stop(picture, name, {"pk": _any(OldReport), **args}, is_shot=shot)


STOPS = (
    Stop("viec-cua-toi", "home", is_shot=True),
    Stop("nhac-viec", "digest"),
    Stop("tat-nhac", "mute", {"key": "programme.due", "row": _a_due_task}),
    Stop("so", "register", {"slug": LICENCES}, {"tat-ca": "1"}, is_shot=True),
    Stop("so-trong", "register", {"slug": LICENCES}, {"q": "khong co dau ca"}),
    Stop("so-dai", "register", {"slug": TASKS}, {"tat-ca": "1"}),
    Stop("bang-nhap", "register-grid", {"slug": LICENCES}, {"tat-ca": "1"}),
    Stop("dong", "row", {"slug": LICENCES, "pk": first(LICENCES)}, is_shot=True),
    Stop("dong-sua", "row", {"slug": LICENCES, "pk": first(LICENCES)}, {"sua": "1"}),
    Stop("dong-co-con", "row", {"slug": TASKS, "pk": first(TASKS)}, is_shot=True),
    Stop("them-dong", "row-new", {"slug": LICENCES}, is_shot=True),
    Stop("bo-dong", "row-trash", {"slug": LICENCES, "pk": first(LICENCES)}),
    Stop("nhap", "import", {"slug": LICENCES}, is_shot=True),
    Stop("den-han", "due", asked={"trong": "tat-ca"}, is_shot=True),
    Stop("den-han-lich", "due-month", asked={"thang": "01/03/2022"}, is_shot=True),
    Stop("nguon-lich", "feed-own"),
    Stop("tra-cuu", "search", asked={"q": "so huu tri tue"}, is_shot=True),
    Stop("bieu-do", "year", {"year": 2022}),
    Stop("thong-ke", "explore", is_shot=True),
    Stop("cac-bao-cao", "reports"),
    _of_report("bao-cao", "report", True),
    _of_report("vi-sao", "why", True, key="advice.issued"),
    _of_report("muc", "chapter", key="advice"),
    _of_report("kiem-tra", "checks", True),
    _of_report("so-sanh", "contrast"),
    _of_report("nhan-lai", "returned"),
    _of_report("da-hua", "promises"),
    _of_report("chot-so", "closings", True),
    _of_report("tong-hop-lai", "recompile"),
    _of_report("tep", "files"),
    _of_report("de-xuat", "proposals"),
    _of_report("xem-va-duyet", "review", True, by=LEADER),
    _of_report("nguoi-ky", "arranging", by=LEADER),
    _of_report("phat-hanh", "leaving", True, by=CLERK),
    Stop("van-ban-di", "outgoing", by=CLERK, asked={"nam": "2022"}, is_shot=True),
    Stop("huy-so", "outgoing-void", {"pk": _any(Outgoing)}, by=CLERK),
    Stop("chuyen-van-ban", "outgoing-sent", {"pk": _any(Outgoing)}, by=CLERK),
    Stop("chenh-lech", "differences", is_shot=True),
    Stop("doc-bao-cao", "old-reports"),
    _of_old("ban-doc", "old-report", True),
    _of_old("ban-doc-sua", "old-report-mend", number=1),
    _of_old("ban-doc-kiem-tra", "old-report-checks"),
    _of_old("ban-doc-dung-lai", "old-report-again"),
    Stop("danh-muc", "lists", is_shot=True),
    Stop("cac-de-cuong", "outlines"),
    Stop("de-cuong", "outline", {"code": "bao-cao-dinh-ky"}),
    Stop("nguoi-dung", "people", by=ADMINISTRATOR, is_shot=True),
    Stop("nguoi-moi", "person-new", by=ADMINISTRATOR),
    Stop("mot-nguoi", "person", {"pk": _any(User)}, by=ADMINISTRATOR),
    Stop("nhat-ky", "audit", by=ADMINISTRATOR),
    Stop("sao-luu", "backups", by=ADMINISTRATOR),
    Stop("viec-dai", "errands", by=ADMINISTRATOR),
    Stop("mot-viec-dai", "errand", {"pk": _any(errands.Errand)}),
    Stop("tai-khoan", "mfa_index"),
    Stop("mat-khau", "password"),
    Stop("huong-dan", "help"),
    Stop("phim-tat", "keys"),
    Stop("the-vai", "card", {"role": "specialist"}),
    Stop("ket-thuc-phien", "resume"),
)
# Where nobody looks around: files, parts, buttons; and what only opens with a password or a code that demo people lack.
NO_PAGES = (
    *("explore-image", "explore-book", "files-make", "year-image", "feed", "register-file", "register-book"),
    *("register-template", "register-totals", "import-faults"),
    *("register-columns", "register-columns-chosen", "register-view", "register-views", "register-conditions"),
    *("register-together", "register-grid-line", "row-in-place", "row-restore", "row-step", "row-verb"),
    *("row-attach", "row-file", "row-detach", "override", "own-text", "chapter-deed", "waive", "promise-answer"),
    *("promise-decide", "closing-deed", "file", "evidence", "outgoing-file", "differences-answer", "differences-now"),
    *("differences-follow", "old-report-file", "old-report-decide", "person-link", "person-help", "audit-verify"),
    *("backup-make", "backup-file", "language", "theme", "enter-as", "logout", "account_logout", "sessions-end"),
    *("account_login", "login", "mfa_authenticate", "mfa_login_webauthn", "password-set", "mfa_list_webauthn"),
    *("account_reauthenticate", "mfa_activate_totp", "mfa_deactivate_totp", "mfa_view_recovery_codes"),
    *("mfa_generate_recovery_codes", "mfa_add_webauthn", "mfa_remove_webauthn"),
)
