"""What an address names: a register by its slug, a row of it by its number, or no page."""

from typing import Any

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from sokhcn.interfaces.web.refusing import the_person
from sokhcn.people.permissions import within_reach
from sokhcn.records.registering import Register
from sokhcn.reports import catalogue


def the_register(slug: str) -> Register:
    """The register called ``slug``, or a page that says which there are."""
    try:
        return catalogue.register(slug)
    except catalogue.Unknown as unknown:
        raise Http404(str(unknown)) from unknown


def the_row(request: HttpRequest, register: Register, pk: int, *, rows: Any = None) -> Any:
    """The row ``pk`` where it lies within the person's reach, among ``rows`` (all, also in the trash); else no page."""
    among = register.model.everything.select_related(*register.related) if rows is None else rows
    return get_object_or_404(within_reach(among, the_person(request)), pk=pk)
