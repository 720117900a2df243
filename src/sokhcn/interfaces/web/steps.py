"""Taking a step: the button that brings a row to its next state."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sokhcn.interfaces.web.as_shown import VERSION, version_shown
from sokhcn.interfaces.web.findings import sentence
from sokhcn.interfaces.web.listing import the_register, the_row
from sokhcn.interfaces.web.refusing import the_person
from sokhcn.interfaces.web.row import REASON, step_refused, warn
from sokhcn.records.kept import Kept
from sokhcn.reports.keeping import keep


@require_POST
def take_step(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Bring the row to the state that the button names; where something is missing, open the form at it."""
    register = the_register(slug)
    row: Kept = the_row(request, register, pk, rows=register.model.objects.all())
    target = request.POST.get("den", "")
    user = the_person(request)
    if not register.state or target not in register.column(register.state).choices:
        raise Http404(_("Không có bước này."))
    row.version = version_shown(request.POST.get(VERSION, ""))
    word = str(register.column(register.state).choices[target])
    outcome = keep(register, row, {register.state: word}, by=user, reason=request.POST.get(REASON, ""))
    if outcome.row is None and user.has_perm(register.keeper, row):
        return step_refused(request, register, the_row(request, register, pk), {register.state: word}, outcome.findings)
    if outcome.row is None:
        messages.error(request, " ".join(sentence(finding) for finding in outcome.findings))
    else:
        messages.success(request, _("Đã chuyển “%(row)s” sang “%(state)s”.") % {"row": outcome.row, "state": word})
        warn(request, outcome.findings)
    return redirect("row", slug, pk)
