"""One old report on the bench: its text beside the rows that it proposes, each accepted, mended or refused."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sokhcn.interfaces.web.fields import fields_of, posted
from sokhcn.interfaces.web.findings import by_field
from sokhcn.interfaces.web.old_reports import bench_of, the_old_report
from sokhcn.interfaces.web.refusing import the_person
from sokhcn.interfaces.web.worded import on_a_page
from sokhcn.kernel.finding import Finding
from sokhcn.people.permissions import KEEP_REGISTERS
from sokhcn.reader.colouring import Passage, passage_at, passages
from sokhcn.records.registering import Register
from sokhcn.reports import catalogue
from sokhcn.reports.accepting import Accepted, NotAccepted
from sokhcn.reports.choosing import ESTABLISHMENTS
from sokhcn.reports.old_reports.deciding import refuse, reopen, take
from sokhcn.reports.old_reports.offering import Bench, Offer

LOOKS = {"chắc": "ok", "cần xem": "look", "không rõ": "draft"}
LONGEST_NUMBER = 7
PASSAGES_SHOWN = 4000


def text_of(bench: Bench) -> dict[str, Any]:
    """What every page of the bench shows on its left: the text, its kinds told apart."""
    rows = bench.proposals.rows
    named = (row.cells.get("Tên", "") for row in rows if row.register == ESTABLISHMENTS and not row.stands_for)
    found = passages(bench.proposals.text, named)
    return {
        "report": bench.report,
        "bench": bench,
        "passages": found[:PASSAGES_SHOWN],
        "cut": len(found) > PASSAGES_SHOWN,
        "tally": tally(bench),
    }


def tally(bench: Bench) -> str:
    """How much was understood, in words."""
    text = bench.proposals.text
    told = {"h": len(text.headings), "c": len(text.citations), "n": len(text.counts)}
    return _("đọc được %(h)s mục, %(c)s lần viện dẫn, %(n)s số liệu") % told


@require_safe
def old_report_page(request: HttpRequest, pk: int) -> HttpResponse:
    """The text beside its proposals."""
    bench = bench_of(request, the_old_report(request, pk))
    return bench if isinstance(bench, HttpResponse) else _page(request, bench)


def _page(request: HttpRequest, bench: Bench, refused: NotAccepted | None = None) -> HttpResponse:
    text = text_of(bench)
    told = {**text, **_offers(bench, text["passages"]), "refused": refused, "tab": "offers"}
    told["may_keep"] = the_person(request).has_perm(KEEP_REGISTERS)
    told["part"] = getattr(request, "htmx", False) and request.method == "POST"
    template = "web/old_report_offers.html" if told["part"] else "web/old_report.html"
    # htmx shows nothing of a refusal that is answered as one.
    return render(request, template, told, status=422 if refused and not told["part"] else 200)


def _offers(bench: Bench, found: tuple[Passage, ...]) -> dict[str, Any]:
    """Offers by register, each with the anchor of the paragraph that it was read in."""

    def shown(offer: Offer) -> tuple[Offer, str, int]:
        return offer, LOOKS[offer.row.confidence], _anchor(found, offer)

    return {"pages": [(page, [shown(offer) for offer in page.offers]) for page in bench.pages()], "sure": bench.sure}


def _anchor(found: tuple[Passage, ...], offer: Offer) -> int:
    passage = passage_at(found, offer.row.span[0])
    return passage.start if passage else 0


@require_POST
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Accept, refuse or take back what the form names; by htmx the offers alone come back."""
    report = the_old_report(request, pk, KEEP_REGISTERS)
    bench = bench_of(request, report)
    if isinstance(bench, HttpResponse):
        return bench
    user, told = the_person(request), request.POST
    try:
        if "chac" in told:
            _say(request, take(bench, bench.sure, by=user))
        elif "nhan" in told:
            _say(request, take(bench, _numbers(told["nhan"]), by=user))
        elif "khong" in told:
            refuse(bench, _numbers(told["khong"]), by=user)
        elif "lai" in told:
            reopen(bench, _numbers(told["lai"]), by=user)
    except NotAccepted as refused:
        return _page(request, bench, refused)
    if getattr(request, "htmx", False):
        again = bench_of(request, report)
        return again if isinstance(again, HttpResponse) else _page(request, again)
    return redirect("old-report", pk)


def _numbers(told: str) -> list[int]:
    return [int(part) for part in told.split(",") if part.isdecimal() and len(part) <= LONGEST_NUMBER]


def _say(request: HttpRequest, done: Accepted) -> None:
    said = _("Đã nhận %(n)s dòng vào sổ.") % {"n": done.added}
    if done.known:
        said += " " + _("%(n)s dòng đã có trong sổ, giữ nguyên.") % {"n": done.known}
    if done.spared:
        said += " " + _("Bỏ qua %(n)s dòng giữ chỗ: sổ đã đếm đủ.") % {"n": done.spared}
    messages.success(request, said)


@require_http_methods(["GET", "HEAD", "POST"])
def mend(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """The form of one proposal, to be mended and then accepted; what was typed stays when something is wrong."""
    report = the_old_report(request, pk, KEEP_REGISTERS)
    bench = bench_of(request, report)
    if isinstance(bench, HttpResponse):
        return bench
    if not 0 < number <= bench.total:
        raise Http404(_("Không có đề xuất này."))
    row = bench.proposals.rows[number - 1]
    register = catalogue.register(row.register)
    texts = {column.name: row.cells.get(column.heading, "") for column in register.columns}
    if request.method != "POST":
        return _form(request, bench, number, texts)
    texts |= posted(register, request.POST.dict())
    cells = {column.heading: texts[column.name] for column in register.columns}
    try:
        _say(request, take(bench, [number], by=the_person(request), mended={number: cells}))
    except NotAccepted as refused:
        return _form(request, bench, number, texts, refused)
    return redirect("old-report", pk)


def _form(
    request: HttpRequest, bench: Bench, number: int, texts: Mapping[str, str], refused: NotAccepted | None = None
) -> HttpResponse:
    register: Register = catalogue.register(bench.proposals.rows[number - 1].register)
    findings: tuple[Finding, ...] = refused.findings if refused else ()
    beside, above = by_field(register, findings, texts)
    offers = (offer for page in bench.pages() for offer in page.offers)
    offer = next(offer for offer in offers if number in offer.numbers)
    text = text_of(bench)
    told = {
        **text,
        "number": number,
        "register": register,
        "offer": offer,
        "anchor": _anchor(text["passages"], offer),
        "fields": fields_of(register, None, texts, beside, the_person(request)),
        "above": above or ([on_a_page(str(refused))] if refused and not beside else []),
        "tab": "offers",
    }
    return render(request, "web/old_report_mend.html", told, status=422 if refused else 200)
