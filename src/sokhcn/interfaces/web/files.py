"""An edition as files: which there are, what each is for, and handing one out."""

from dataclasses import dataclass

from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from sokhcn.formats.pdf.render import PrintingError
from sokhcn.interfaces.web.refusing import agency_of, the_person
from sokhcn.interfaces.web.report import edition_or_none, period_or_404
from sokhcn.kernel.numerals import number
from sokhcn.reports import rendering, tasks
from sokhcn.reports.exporting import FORMS, Exported, UnknownForm, export
from sokhcn.reports.models import Edition

KEPT_SECONDS = 3600
KILOBYTE = 1024
PURPOSES = {
    "docx": (_("Word"), _("Trình ký, sửa câu chữ; đúng thể thức Nghị định 30/2020/NĐ-CP.")),
    "pdf": (_("PDF"), _("In, gửi và lưu trữ lâu dài (PDF/A).")),
    "html": (_("Trang web"), _("Xem trên mọi máy, không cần cài gì.")),
    "xlsx": (_("Excel"), _("Bảng phụ lục và các chỉ tiêu kèm cách tính.")),
    "json": (_("JSON"), _("Cho phần mềm khác: số liệu, căn cứ, lời văn và các dòng được tính.")),
    "txt": (_("Văn bản thuần"), _("Dán vào thư hoặc hệ thống báo cáo của tỉnh.")),
}


@dataclass(frozen=True, slots=True)
class Offer:
    """A file to download: its form, name, what it is for, its size and a line worth telling."""

    form: str
    title: str
    purpose: str
    name: str
    size: str
    note: str


def written(edition: Edition, form: str) -> Exported:
    """The file. An edition is frozen, so its files are made once and kept for a while."""
    key = f"edition-file-{edition.digest}-{edition.number}-{form}"  # a demonstration made anew counts from one again
    made: Exported | None = cache.get(key)
    if made is None:
        made = export(edition, form)
        cache.set(key, made, KEPT_SECONDS)
    return made


@require_safe
def files_page(request: HttpRequest, code: str) -> HttpResponse:
    """The files of an edition."""
    period = period_or_404(code)
    edition = _edition(request, code)
    if not rendering.is_long(edition):
        offers = [_offer(edition, form) for form in FORMS]
        return render(request, "web/files.html", {"period": period, "edition": edition, "offers": offers})
    made = {one.form: one for one in rendering.ready(edition)}
    offers = [_ready(form, made.get(form)) for form in FORMS]
    errand = None if made else rendering.asked(edition)
    at_work = errand if errand and not errand.is_over else None
    context = {"period": period, "edition": edition, "offers": offers, "at_work": at_work, "to_make": not made}
    return render(request, "web/files.html", context)


@require_POST
def make_files(request: HttpRequest, code: str) -> HttpResponse:
    """Have all files of an edition made, as long work."""
    edition = _edition(request, code)
    return redirect("errand", tasks.ask(tasks.RENDER, the_person(request), **rendering.about(edition)).pk)


def _ready(form: str, file: rendering.Ready | None) -> Offer:
    title, purpose = PURPOSES.get(form, (form.upper(), ""))
    if file is None or not file.name:
        return Offer(form, str(title), str(purpose), "", "", file.note if file else "")
    return Offer(form, str(title), str(purpose), file.name, _size(file.size), file.note)


def _size(size: int) -> str:
    return f"{number(max(round(size / KILOBYTE), 1))} KB"


def _offer(edition: Edition, form: str) -> Offer:
    title, purpose = PURPOSES.get(form, (form.upper(), ""))
    try:
        file = written(edition, form)
    except PrintingError as trouble:
        return Offer(form, str(title), str(purpose), "", "", str(trouble))
    return Offer(form, str(title), str(purpose), file.name, _size(len(file.data)), file.note)


@require_safe
def download(request: HttpRequest, code: str, form: str) -> HttpResponse:
    """One file, to keep."""
    try:
        edition = _edition(request, code)
        file = rendering.ready_file(edition, form) or written(edition, form)
    except (UnknownForm, PrintingError) as unknown:
        raise Http404(str(unknown)) from unknown
    headers = {"Content-Disposition": f'attachment; filename="{file.name}"', "X-Content-Type-Options": "nosniff"}
    return HttpResponse(file.data, content_type=file.media_type, headers=headers)


def _edition(request: HttpRequest, code: str) -> Edition:
    period = period_or_404(code)
    edition = edition_or_none(request, period, agency_of(request))
    if edition is None:
        raise Http404(f"Chưa có báo cáo {period.name}.")
    return edition
