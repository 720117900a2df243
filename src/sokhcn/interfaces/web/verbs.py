"""Doing what an area declares as a verb: the button of one of the small forms on a row's page."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sokhcn.interfaces.web.as_shown import VERSION, version_shown
from sokhcn.interfaces.web.places import the_register, the_row
from sokhcn.interfaces.web.row import row_tried
from sokhcn.interfaces.web.verb_forms import Tried
from sokhcn.people.models import User
from sokhcn.records.kept import Kept
from sokhcn.records.registering import Register
from sokhcn.records.verbs import Verb
from sokhcn.reports import doing

VERB, REASON = "viec", "ly-do"


@require_POST
def do_verb(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Do what the button names and show what came of it; what is missing is said beside what was typed."""
    register = the_register(slug)
    row: Kept = the_row(request, register, pk, rows=register.model.objects.all())
    verb = _asked_for(request, register, row)
    row.version = version_shown(request.POST.get(VERSION, ""))
    texts = {name: request.POST.get(name, "") for name in (*verb.needs, *verb.told)}
    assert isinstance(request.user, User)  # only they can do any
    reason = request.POST.get(REASON, "")
    outcome = doing.do(verb, row, texts, by=request.user, reason=reason)
    if outcome.row is None:
        stored: Kept = the_row(request, register, pk)
        return row_tried(request, register, stored, Tried(verb, texts, reason, outcome.findings))
    messages.success(request, f"{verb.label}: {outcome.row}.")
    return redirect("row", slug, outcome.row.pk)


def _asked_for(request: HttpRequest, register: Register, row: Kept) -> Verb:
    user = request.user
    known = doing.possible(register, row, user) if isinstance(user, User) else ()
    found = next((verb for verb in known if verb.label == request.POST.get(VERB)), None)
    if found is None:
        raise Http404(_("Không có việc này."))
    return found
