"""What was changed in some days, in sentences; and whether history is whole."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_POST, require_safe

from sokhcn.interfaces.web.errands import told
from sokhcn.interfaces.web.refusing import agency_of, must_be_allowed
from sokhcn.interfaces.web.spoken import CHOICE, COLUMN, spoken
from sokhcn.kernel.dates import read_date, written
from sokhcn.people.models import User
from sokhcn.people.permissions import AUDIT
from sokhcn.records.errands import Errand
from sokhcn.reports import catalogue, tasks
from sokhcn.reports.changebook import WRITERS, book
from sokhcn.reports.changelog import Said, Told, latest_between, told_between

AT_MOST = 200
MOST_DAYS = 366
PDF = "application/pdf"
QUOTED = "“"
EVENTS = (gettext_noop("việc về tài khoản"), gettext_noop("quyền của người dùng"))  # kinds that no register has


@require_safe
def audit_page(request: HttpRequest) -> HttpResponse:
    """The changes asked for, and what the last verification found."""
    user = must_be_allowed(request, AUDIT)
    first, last, trouble = _days(request)
    slug, login = request.GET.get("so", ""), request.GET.get("nguoi", "").strip()
    register = next((one for one in catalogue.registers() if one.slug == slug), None)
    asked = (first, last, register, login, user)
    if "pdf" in request.GET and not trouble:
        data = WRITERS[".pdf"](book(told_between(*asked), first, last, agency_of(request), user))
        return HttpResponse(
            data, content_type=PDF, headers={"Content-Disposition": 'attachment; filename="thay-doi.pdf"'}
        )
    found = [] if trouble else list(islice(latest_between(*asked), AT_MOST + 1))
    latest = Errand.objects.filter(kind=tasks.VERIFY).order_by("-pk").first()
    context = {
        "changes": [(one, tuple(_in_this_language(one))) for one in found[:AT_MOST]],
        "people": User.objects.filter(agency=agency_of(request)).order_by("username"),
        "more": len(found) > AT_MOST,
        "first": written(first),
        "last": written(last),
        "slug": slug,
        "login": login,
        "registers": catalogue.registers(),
        "trouble": trouble,
        "errand": told(latest) if latest else None,
        "tab": "audit",
    }
    return render(request, "web/audit.html", context, status=422 if trouble else 200)


def _in_this_language(told: Told) -> Iterator[Said]:
    """The fields that a change speaks of, with our own words as the screen says them; what people typed stays."""
    for one in told.changes:
        yield Said(spoken(one.heading, COLUMN), *(_ours(said) for said in (one.before, one.after)))


def _ours(said: str) -> str:
    return said if said.startswith(QUOTED) else spoken(said, CHOICE)


def _days(request: HttpRequest) -> tuple[date, date, str]:
    """The days asked for, the last week else; and what is wrong with them."""
    today = timezone.localdate()
    from_text, to_text = (request.GET.get(name, "").strip() for name in ("tu", "den"))
    first = read_date(from_text) if from_text else today - timedelta(days=6)
    last = read_date(to_text) if to_text else today
    if first is None or last is None:
        return today, today, _("Không hiểu ngày. Viết như 14/01/2022.")
    if last < first:
        return first, last, _("Ngày cuối đứng trước ngày đầu.")
    if (last - first).days > MOST_DAYS:
        return first, last, _("Xem nhiều nhất một năm mỗi lần.")
    return first, last, ""


@require_POST
def verify_history(request: HttpRequest) -> HttpResponse:
    """Have all of history verified, as long work."""
    return redirect("errand", tasks.ask(tasks.VERIFY, must_be_allowed(request, AUDIT)).pk)
