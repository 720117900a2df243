"""An edition against another one: figures that differ, both texts as one, and paragraphs that were only copied."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sokhcn.interfaces.web.chapter import the_edition
from sokhcn.interfaces.web.refusing import agency_of
from sokhcn.interfaces.web.spoken import spoken_period
from sokhcn.kernel.periods import BadPeriod
from sokhcn.records.models import Agency
from sokhcn.reports import exporting
from sokhcn.reports.life.standing import Line
from sokhcn.reports.models import Edition
from sokhcn.reports.sections import contrasting

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MOST_OFFERED = 40


@require_safe
def contrast_page(request: HttpRequest, code: str) -> HttpResponse:
    """The comparison on a page, or as a Word file with tracked changes."""
    edition, agency = the_edition(request, code), agency_of(request)
    other = _other(request, edition, agency)
    made = contrasting.contrast(edition, other) if other else None
    if made and "tep" in request.GET:
        name = f"so-sanh-{edition.label}-{made.other.label}.docx".replace("/", "_").replace(":", "-")
        headers = {"Content-Disposition": f'attachment; filename="{name}"', "X-Content-Type-Options": "nosniff"}
        return HttpResponse(contrasting.as_docx(made), content_type=WORD, headers=headers)
    told = Edition.objects.filter(agency=agency.code).exclude(pk=edition.pk)
    told = told.only(*Line.TOLD).order_by("-starts_on", "-number")
    context = {
        "period": edition.period,
        "edition": edition,
        "made": made,
        "others": [(one.label, named(one)) for one in told[:MOST_OFFERED]],
        "names": (named(made.other), named(edition)) if made else (),
        "whole": "ca-bai" in request.GET,
    }
    return render(request, "web/contrast.html", context)


def named(edition: Edition) -> str:
    """A draft as people call it: tháng 01/2022, dự thảo 2; to whom it goes, where that is not the province."""
    told = {"period": spoken_period(edition.period.short_name), "draft": edition.draft}
    return _("%(period)s, dự thảo %(draft)s") % told


def _other(request: HttpRequest, edition: Edition, agency: Agency) -> Edition | None:
    """The edition that the address names; else the draft before, else what was reported on the period before."""
    if name := request.GET.get("voi", ""):
        try:
            return exporting.the_edition(name, agency)
        except (exporting.NoEdition, BadPeriod) as none:
            raise Http404(str(none)) from none
    if edition.number > 1:
        return exporting.the_edition(f"{edition.report}/{edition.number - 1}", agency)
    try:
        return contrasting.reported_before(edition, agency)
    except exporting.NoEdition:
        return None
