"""The files of a row: adding one, fetching one, taking one off."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from sokhcn.interfaces.web.findings import sentence
from sokhcn.interfaces.web.listing import the_register, the_row
from sokhcn.interfaces.web.refusing import must_be_allowed, the_person
from sokhcn.kernel.finding import Finding
from sokhcn.people.models import User
from sokhcn.records import store
from sokhcn.records.attachments import MOST_MEGABYTES, Attachment
from sokhcn.records.kept import Kept
from sokhcn.records.registering import Register
from sokhcn.reports import attaching


@require_POST
def attach(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Keep the file that was sent."""
    register, row = _row(request, slug, pk)
    user = must_be_allowed(request, register.keeper, row)
    sent = request.FILES.get("tep")
    if sent is None:
        messages.error(request, _("Chưa chọn tệp."))
        return redirect("row", slug, pk)
    data = sent.read(MOST_MEGABYTES * 1_000_000 + 1)  # one more than is taken says that it is too large
    kept = attaching.attach(row, str(sent.name), data, by=user, about=request.POST.get("noi-dung", ""))
    if isinstance(kept, Finding):
        messages.error(request, sentence(kept))
    else:
        messages.success(request, _("Đã kèm tệp “%(name)s”.") % {"name": kept.name})
    return redirect("row", slug, pk)


@require_safe
def fetch(request: HttpRequest, slug: str, pk: int, file: int) -> HttpResponse:
    """The file as it came: to be saved, never shown or run inside our pages."""
    register, row = _row(request, slug, pk)
    _must_open(register, row, the_person(request))
    found = _file(row, file)
    answer = HttpResponse(store.kept(found.sha256), content_type=found.media_type)
    answer.headers["Content-Disposition"] = _as_file(found.name)
    answer.headers["Content-Security-Policy"] = "sandbox"
    return answer


@require_POST
def detach(request: HttpRequest, slug: str, pk: int, file: int) -> HttpResponse:
    """Take the file off the row."""
    register, row = _row(request, slug, pk)
    user = must_be_allowed(request, register.keeper, row)
    _must_open(register, row, user)
    found = _file(row, file)
    attaching.detach(found, by=user, reason=_("Bỏ tệp kèm theo"))
    messages.success(request, _("Đã bỏ tệp “%(name)s”.") % {"name": found.name})
    return redirect("row", slug, pk)


def _row(request: HttpRequest, slug: str, pk: int) -> tuple[Register, Kept]:
    register = the_register(slug)
    return register, the_row(request, register, pk)


def _must_open(register: Register, row: Kept, user: User) -> None:
    if not attaching.may_open(register, row, user):
        raise PermissionDenied(_("Tệp của dòng này có dữ liệu cá nhân: chỉ người phụ trách dòng được mở."))


def _file(row: Kept, pk: int) -> Attachment:
    found: Attachment = get_object_or_404(Attachment.objects, pk=pk, register=row._meta.label_lower, row=row.pk)
    return found


def _as_file(name: str) -> str:
    return str(content_disposition_header(as_attachment=True, filename=name))
