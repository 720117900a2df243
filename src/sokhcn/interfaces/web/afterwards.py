"""What follows a request that wrote: issued figures are held against it, after it was committed."""

import logging
from collections.abc import Callable

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse

from sokhcn.records.turns import Busy
from sokhcn.reports.drift import catch_up
from sokhcn.reports.drifting.mark import behind

LOG = logging.getLogger(__name__)
READS = ("GET", "HEAD", "OPTIONS")


def issued_figures(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Hold issued figures against what the request wrote. Where that fails the answer goes out as it is: the mark
    stays, and the next request that writes, or `./sokhcn drift run`, does it."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.method not in READS:
            try:
                if behind():
                    catch_up()
            except (Busy, DatabaseError) as error:
                LOG.warning("issued figures were not looked at: %s", error)
        return response

    return answer
