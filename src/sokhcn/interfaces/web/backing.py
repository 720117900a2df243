"""The state of backups: which there are, one made now, one taken away by the administrator."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from sokhcn.interfaces.web.errands import told
from sokhcn.interfaces.web.refusing import must_be_allowed
from sokhcn.people.permissions import MANAGE_PEOPLE
from sokhcn.records.errands import Errand
from sokhcn.reports import tasks

NAME = re.compile(r"sao-luu-\d{8}-\d{6}\.zip")
OLD = timedelta(days=2)
ZIP = "application/zip"


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that lies on this machine."""

    name: str
    size: int
    made_at: datetime


def backups() -> list[Backup]:
    """Those in the usual folder, the latest first."""
    folder = tasks.folder()
    files = [file for file in folder.iterdir() if NAME.fullmatch(file.name)] if folder.is_dir() else []
    zone = timezone.get_current_timezone()
    made = [Backup(f.name, f.stat().st_size, datetime.fromtimestamp(f.stat().st_mtime, zone)) for f in files]
    return sorted(made, key=lambda one: one.name, reverse=True)


@require_safe
def backups_page(request: HttpRequest) -> HttpResponse:
    """What there is, and whether the latest is old."""
    must_be_allowed(request, MANAGE_PEOPLE)
    found = backups()
    latest = Errand.objects.filter(kind=tasks.BACKUP).order_by("-pk").first()
    context = {
        "backups": found,
        "old": not found or timezone.now() - found[0].made_at > OLD,
        "errand": told(latest) if latest and latest.state != "done" else None,
        "folder": tasks.folder(),
        "tab": "backups",
    }
    return render(request, "web/backups.html", context)


@require_POST
def back_up(request: HttpRequest) -> HttpResponse:
    """Make a backup, as long work."""
    return redirect("errand", tasks.ask(tasks.BACKUP, must_be_allowed(request, MANAGE_PEOPLE)).pk)


@require_safe
def backup_file(request: HttpRequest, name: str) -> HttpResponseBase:
    """One backup, for the administrator alone."""
    must_be_allowed(request, MANAGE_PEOPLE)
    file = tasks.folder() / name
    if not NAME.fullmatch(name) or not file.is_file():
        raise Http404("Không có bản sao lưu ấy.")
    return FileResponse(file.open("rb"), as_attachment=True, filename=name, content_type=ZIP)
