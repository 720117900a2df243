"""Leading a browser on to another page, also where htmx asked for a part of this one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect


def led_on(request: HttpRequest, address: str) -> HttpResponse:
    """A redirect to ``address``. Htmx would follow a plain one by itself and put that whole page into its part."""
    if not request.headers.get("HX-Request"):
        return redirect(address)
    return HttpResponse(status=204, headers={"HX-Redirect": address})
