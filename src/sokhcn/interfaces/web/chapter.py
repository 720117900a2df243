"""One chapter beside the report: who owns it, confirming and returning it, and the texts that people write into it."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from sokhcn.interfaces.web.as_shown import version_shown
from sokhcn.interfaces.web.findings import sentence
from sokhcn.interfaces.web.refusing import agency_of, the_person
from sokhcn.interfaces.web.report import DRAFT, edition_or_none, period_or_404
from sokhcn.interfaces.web.worded import on_a_page
from sokhcn.people.permissions import CONFIRM_CHAPTER, RETURN_CHAPTER, WRITE_CHAPTER
from sokhcn.reports.models import Edition, OwnText
from sokhcn.reports.sections import confirming, editing, rewriting
from sokhcn.reports.sections.chapters import Chapter, NoChapter, the_chapter, the_line
from sokhcn.reports.sections.refusing import NotDone, is_theirs

REASON = "ly-do"
PLACES = (
    (OwnText.Place.BEFORE, gettext_lazy("Trước")),
    (OwnText.Place.AFTER, gettext_lazy("Sau")),
    (OwnText.Place.INSTEAD, gettext_lazy("Thay cho")),
)


def the_edition(request: HttpRequest, code: str) -> Edition:
    """The edition that the address names, or a page that says that there is none."""
    period = period_or_404(code)
    edition = edition_or_none(request, period, agency_of(request))
    if edition is None:
        raise Http404(_("Kỳ này chưa được tổng hợp."))
    return edition


def chapter_or_404(edition: Edition, key: str) -> Chapter:
    """The chapter called ``key``, or a page that names those there are."""
    try:
        return the_chapter(edition, key)
    except NoChapter as none:
        raise Http404(str(none)) from none


def said(trouble: NotDone) -> str:
    """Why something was not done, with all that stands in the way."""
    return " ".join((on_a_page(str(trouble)), *(sentence(finding) for finding in trouble.findings)))


@require_safe
def chapter_page(request: HttpRequest, code: str, key: str) -> HttpResponse:
    """The chapter beside the report, or as a page of its own."""
    edition = the_edition(request, code)
    return shown(request, edition, chapter_or_404(edition, key))


def shown(
    request: HttpRequest, edition: Edition, chapter: Chapter, typed: dict[str, Any] | None = None
) -> HttpResponse:
    """The chapter as it stands; with ``typed`` also what was typed and not taken, and why."""
    user = the_person(request)
    standing = next(one for one in confirming.standings(edition) if one.chapter.key == chapter.key)
    context = {
        "period": edition.period,
        "edition": edition,
        "chapter": chapter,
        "standing": standing,
        "moved": confirming.moved_sentences(standing),
        "texts": rewriting.texts_of(edition, chapter),
        "gone": rewriting.gone_since(edition, chapter),
        "places": PLACES,
        "may_confirm": is_theirs(user, CONFIRM_CHAPTER, chapter) and not standing.is_current,
        "may_return": is_theirs(user, RETURN_CHAPTER, chapter),
        "may_write": is_theirs(user, WRITE_CHAPTER, chapter),
        "typed": typed or {},
    }
    part = getattr(request, "htmx", False)
    return render(request, f"web/{'chapter_part' if part else 'chapter'}.html", context, status=422 if typed else 200)


def _confirm(request: HttpRequest, edition: Edition, chapter: Chapter) -> str:
    confirming.confirm(edition, chapter.key, by=the_person(request))
    return _("Đã xác nhận mục “%(title)s”.") % {"title": chapter.title}


def _return(request: HttpRequest, edition: Edition, chapter: Chapter) -> str:
    confirming.return_(edition, chapter.key, reason=request.POST.get(REASON, ""), by=the_person(request))
    return _("Đã trả lại mục “%(title)s”.") % {"title": chapter.title}


def _write(request: HttpRequest, edition: Edition, chapter: Chapter) -> str:
    number, post = version_shown(request.POST.get("dong", "0")), request.POST
    line = the_line(chapter, number) if number else None
    place = post.get("cho", "") if post.get("cho") in OwnText.Place.values else OwnText.Place.AFTER
    written = editing.Written(place, post.get("doan", ""), line)
    editing.write(edition, chapter.key, written, by=the_person(request))
    return saved_in(chapter)


def _drop(request: HttpRequest, edition: Edition, chapter: Chapter) -> str:
    editing.drop(edition, version_shown(request.POST.get("so", "")), by=the_person(request))
    return _("Đã bỏ đoạn viết tay; tổng hợp lại để trang theo.")


DEEDS = (("xac-nhan", _confirm), ("tra-lai", _return), ("viet", _write), ("bo", _drop))


@require_POST
def chapter_deed(request: HttpRequest, code: str, key: str, deed: str) -> HttpResponse:
    """Confirm, return, write or take out; then the report again, or the chapter with what was typed."""
    edition = the_edition(request, code)
    chapter = chapter_or_404(edition, key)
    do = dict(DEEDS).get(deed)
    if do is None:
        raise Http404(_("Không có việc này."))
    try:
        messages.success(request, do(request, edition, chapter))
    except (NotDone, NoChapter) as trouble:
        why = said(trouble) if isinstance(trouble, NotDone) else on_a_page(str(trouble))
        return shown(
            request,
            edition,
            chapter,
            {**request.POST.dict(), "deed": deed, "why": why, "reason": request.POST.get(REASON, "")},
        )
    return redirect(f"{reverse('report', args=[code])}?{DRAFT}={edition.draft}&muc={chapter.key}")


def saved_in(chapter: Chapter) -> str:
    """That a text was saved, and what brings it onto the page."""
    told = _("Đã lưu đoạn viết tay ở mục “%(title)s”; tổng hợp lại để đưa vào trang.")
    return told % {"title": chapter.title}


@require_POST
def rewrite(request: HttpRequest, code: str, key: str, number: int) -> HttpResponse:
    """A text saved as it is typed: the answer stands below it, with the version that the next saving starts from."""
    edition = the_edition(request, code)
    chapter, post = chapter_or_404(edition, key), request.POST
    told: dict[str, Any] = {"chapter": chapter, "number": number, "text": post.get("doan", "")}
    try:
        version = version_shown(post.get("version", ""))
        row = rewriting.rewrite(edition, number, told["text"], version=version, by=the_person(request))
        told |= {"saved_at": timezone.localtime(), "version": row.version}
    except rewriting.Overtaken as overtaken:
        told |= {"why": str(overtaken), "now": overtaken.now, "version": getattr(overtaken.now, "version", 0)}
    except NotDone as trouble:
        told |= {"why": said(trouble), "version": post.get("version", "")}
    if getattr(request, "htmx", False):
        return render(request, "web/own_saved.html", told)
    if "why" in told:
        return shown(request, edition, chapter, {"deed": "sua", "so": number, **told})
    messages.success(request, saved_in(chapter))
    return redirect(f"{reverse('report', args=[code])}?{DRAFT}={edition.draft}&muc={chapter.key}")
