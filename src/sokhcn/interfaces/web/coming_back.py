"""The page that somebody came from and goes back to when done: an address of ours, which a link or a form carries."""

from urllib.parse import quote

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme

BACK = "ve"


def is_ours(request: HttpRequest, address: str) -> bool:
    """Whether an address that came in from outside leads to a page of ours: a bare word would be taken for a view's."""
    return address.startswith("/") and url_has_allowed_host_and_scheme(
        address, {request.get_host()}, request.is_secure()
    )


def came_from(request: HttpRequest) -> str:
    """The page that the link to this one named; nothing where it named none of ours."""
    told = request.GET.get(BACK, "")
    return told if told and is_ours(request, told) else ""


def and_back(link: str, to: str) -> str:
    """The link to a page that leads back ``to`` where one came from."""
    return f"{link}?{BACK}={quote(to)}" if to else link
