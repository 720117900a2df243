"""What nobody can type: a request with a NUL in it is refused before a page is asked, as PostgreSQL would only then."""

from collections.abc import Callable

from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse, QueryDict

NUL = "\x00"


def no_nul(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Refuse an address or a form that holds a NUL; files may, and are read as files."""

    def answer(request: HttpRequest) -> HttpResponse:
        if NUL in request.path_info or _holds(request.GET) or (request.method == "POST" and _holds(request.POST)):
            raise SuspiciousOperation("a NUL in what was sent")
        return get_response(request)

    return answer


def _holds(told: QueryDict) -> bool:
    return any(NUL in text for name, values in told.lists() for text in (name, *values))
