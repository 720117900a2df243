"""What falls due as a feed for calendar programs, under a secret address that its owner may renew."""

from datetime import timedelta

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe
from icalendar import Calendar, Event

from sokhcn.interfaces.web.days import slugs
from sokhcn.interfaces.web.refusing import the_person
from sokhcn.people.feeds import feed_of, person_of, renew, stop
from sokhcn.records.due import DueDate
from sokhcn.reports.desk import to_come

ICS = "text/calendar; charset=utf-8"


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def feed_page(request: HttpRequest) -> HttpResponse:
    """The person's address, and the buttons that renew it or take it away."""
    by = the_person(request)
    if request.method == "POST":
        if request.POST.get("viec") == "thoi":
            stop(by)
            messages.success(request, _("Đã bỏ địa chỉ lịch. Ứng dụng lịch nào còn giữ sẽ không tải được nữa."))
        else:
            renew(by)
            messages.success(request, _("Đã tạo địa chỉ lịch mới. Địa chỉ cũ, nếu có, không dùng được nữa."))
        return redirect("feed-own")
    feed = feed_of(by)
    address = request.build_absolute_uri(reverse("feed", args=[feed.key])) if feed else ""
    return render(request, "web/feed.html", {"feed": feed, "address": address})


@login_not_required
@require_safe
@never_cache
def feed(request: HttpRequest, key: str) -> HttpResponse:
    """The feed itself. Whoever has the address sees what its owner may see today."""
    by = person_of(key)
    if by is None:
        raise Http404(_("Địa chỉ lịch này không còn dùng được."))
    calendar = Calendar()
    calendar.add("prodid", "-//So KHCN//sokhcn//VI")
    calendar.add("version", "2.0")
    calendar.add("name", _("Đến hạn · Sổ KH&CN"))
    calendar.add("x-wr-calname", _("Đến hạn · Sổ KH&CN"))
    for row in to_come(by, timezone.localdate()):
        link = request.build_absolute_uri(reverse("row", args=[slugs()[row.register], row.row]))
        calendar.add_component(_event(row, link, request.get_host()))
    return HttpResponse(calendar.to_ical(), content_type=ICS)


def _event(row: DueDate, link: str, host: str) -> Event:
    """One row, on the whole of its day."""
    event = Event()
    event.add("uid", f"{row.key}.{row.row}@{host}")
    event.add("dtstamp", timezone.now())
    event.add("dtstart", row.due_on)
    event.add("dtend", row.due_on + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    event.add("summary", row.title)
    event.add("description", f"{row.unit.short}. {row.because}" if row.unit else row.because)
    event.add("url", link)
    return event
