"""Editing what reports say: an outline with its wordings, tried on a past period before it is taken into use."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sokhcn.compiler.draft import OUTLINE_FILE, TEXT_END, Draft, read_folder
from sokhcn.compiler.outline import PROVINCE, Outline
from sokhcn.compiler.wording import BadWording
from sokhcn.interfaces.web.refusing import agency_of, must_be_allowed, the_person
from sokhcn.interfaces.web.worded import on_a_page
from sokhcn.kernel.dates import read_date, written
from sokhcn.kernel.finding import Finding
from sokhcn.kernel.periods import BadPeriod, kinds_named
from sokhcn.people.permissions import KEEP_REFERENCE
from sokhcn.reports import catalogue, drafting, exporting
from sokhcn.reports.composing import CannotCompile
from sokhcn.reports.models import Edition
from sokhcn.reports.outlining import NoOutline, the_outline
from sokhcn.reports.periods import the_period

FIRM, WRITTEN = "\u00a0", r"\u00a0"  # a space at which no line breaks: as people see it, and as an outline says it
SOURCE, TEXT, SINCE, PERIOD = "de-cuong", "cau:", "tu-ngay", "ky"
TROUBLES = (NoOutline, CannotCompile, BadWording, BadPeriod)


@dataclass(frozen=True, slots=True)
class Part:
    """A text of the draft with the findings at its lines."""

    name: str
    field: str
    title: str
    text: str
    findings: tuple[Finding, ...] = ()


@require_safe
def outlines_page(request: HttpRequest) -> HttpResponse:
    """The outlines in force today."""
    kept = drafting.kept_outlines(agency_of(request), timezone.localdate())
    shown = [(outline, _called(outline), origin, own) for outline, origin, own in kept]
    may_edit = the_person(request).has_perm(KEEP_REFERENCE)
    return render(request, "web/outlines.html", {"outlines": shown, "may_edit": may_edit})


def _called(outline: Outline) -> str:
    """What people call it: the periods that it is for, and whom it goes to."""
    about = {"kinds": kinds_named(outline.kinds), "whom": _whom(outline)}
    return _("Báo cáo %(kinds)s gửi %(whom)s") % about


def _whom(outline: Outline) -> str:
    return outline.addressee_name or (_("UBND tỉnh") if outline.addressee == PROVINCE else outline.addressee)


@require_http_methods(["GET", "HEAD", "POST"])
def outline_page(request: HttpRequest, code: str) -> HttpResponse:
    """The editor: every fault is said at its line; a preview writes nothing."""
    user, agency, today = must_be_allowed(request, KEEP_REFERENCE), agency_of(request), timezone.localdate()
    try:
        source, texts = drafting.editable(the_outline(code, agency, today))
    except NoOutline as unknown:
        raise Http404(str(unknown)) from unknown
    if request.method != "POST":
        return _page(request, code, source, texts)
    source, texts = _sent(request, texts)
    draft = read_folder({OUTLINE_FILE: source, **{f"{key}{TEXT_END}": text for key, text in texts.items()}})
    try:
        if request.POST.get("lam") == "dung":
            return _adopted(request, code, draft)
        tried = drafting.attempt(draft, the_period(request.POST.get(PERIOD, "")), agency, by=user)
    except drafting.BadDraft as bad:
        return _page(request, code, source, texts, findings=bad.findings, trouble=on_a_page(str(bad)))
    except TROUBLES as trouble:
        return _page(request, code, source, texts, trouble=on_a_page(str(trouble)))
    paper = mark_safe(exporting.page(tried.compiled.edition))  # noqa: S308 - our own renderer escapes every text
    return _page(request, code, source, texts, tried=tried, paper=paper)


def _adopted(request: HttpRequest, code: str, draft: Draft) -> HttpResponse:
    first = read_date(request.POST.get(SINCE, ""))
    if first is None:
        raise BadPeriod(_("Ghi ngày bắt đầu dùng, như 01/01/2023."))
    done = drafting.adopt(draft, agency_of(request), first, by=the_person(request))
    told = {"code": done.outline, "day": written(first)}
    if done.outline_changed or done.chapters:
        messages.success(request, _("Đã nhận %(code)s, dùng cho các kỳ kết thúc từ ngày %(day)s.") % told)
    else:
        messages.info(request, _("%(code)s giống bản đang dùng ngày %(day)s: không ghi gì.") % told)
    return redirect("outline", code)


def _sent(request: HttpRequest, there: dict[str, str]) -> tuple[str, dict[str, str]]:
    """What the form holds, with the ends of lines as files have them; a new text goes by the key that was typed."""
    texts = {key: _lines(request.POST.get(f"{TEXT}{key}", text)) for key, text in there.items()}
    if key := request.POST.get("khoa-moi", "").strip():
        texts[key] = _lines(request.POST.get("cau-moi", ""))
    return _lines(request.POST.get(SOURCE, "")).replace(FIRM, WRITTEN), texts


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n")


def _page(request: HttpRequest, code: str, source: str, texts: dict[str, str], **told: Any) -> HttpResponse:
    findings: tuple[Finding, ...] = told.get("findings", ())
    names = {area.label: area.verbose_name for area in catalogue.areas()}
    parts = [Part(OUTLINE_FILE, SOURCE, _("Đề cương: các mục, thứ tự, đơn vị chủ trì"), source.replace(WRITTEN, FIRM))]
    parts += [Part(f"{key}{TEXT_END}", f"{TEXT}{key}", str(names.get(key, key)), text) for key, text in texts.items()]
    placed = [Part(p.name, p.field, p.title, p.text, tuple(f for f in findings if _at(f, p.name))) for p in parts]
    periods = Edition.objects.filter(agency=agency_of(request).code).order_by("-starts_on")
    context = {
        "code": code,
        "named": _called(the_outline(code, agency_of(request), timezone.localdate()).outline),
        "parts": placed,
        "above": [f for f in findings if not any(_at(f, part.name) for part in parts)],
        "periods": list(dict.fromkeys(periods.values_list("period_code", flat=True)))[:24],
        "chosen": request.POST.get(PERIOD, ""),
        "since": request.POST.get(SINCE, ""),
        **told,
    }
    return render(request, "web/outline.html", context, status=422 if told.get("trouble") else 200)


def _at(finding: Finding, name: str) -> bool:
    return finding.where == name or finding.where.startswith(f"{name},")
