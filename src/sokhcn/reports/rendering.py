"""The files of an edition made ahead as long work, and held for a day: whoever wants one finds it ready."""

from dataclasses import dataclass
from typing import Any

from sokhcn.formats.pdf.render import PrintingError
from sokhcn.kernel.periods import PeriodKind
from sokhcn.kernel.progress import tell
from sokhcn.records.errands import Errand
from sokhcn.reports.exporting import FORMS, Exported, export, is_issued
from sokhcn.reports.models import Edition
from sokhcn.reports.waiting import Gone, held, hold

RENDER = "render"


@dataclass(frozen=True, slots=True)
class Ready:
    """A file that was made; without a name where it could not be, for which ``note`` says why."""

    form: str
    name: str
    size: int
    note: str


def is_long(edition: Edition) -> bool:
    """Whether a page should not wait for the files of ``edition``: a year has a whole year's appendices."""
    return edition.period.kind is PeriodKind.YEAR


def about(edition: Edition) -> dict[str, Any]:
    """What an errand is asked for; another one once the edition was issued, because drafts are marked as drafts."""
    return {"edition": edition.pk, "digest": edition.digest, "issued": is_issued(edition)}


def render(edition: Edition) -> dict[str, Any]:
    """Make and hold every form of ``edition``; told as the errand keeps it."""
    files = []
    for made, form in enumerate(FORMS):
        tell(f"Làm tệp {form.upper()}", made, len(FORMS))
        files.append(_made(edition, form))
    draft = str(edition.draft)
    return {"period": edition.period_code, "draft": draft, "files": files}


def _made(edition: Edition, form: str) -> dict[str, Any]:
    try:
        file = export(edition, form)
    except PrintingError as trouble:
        return {"form": form, "name": "", "media": "", "sha256": "", "size": 0, "note": str(trouble)}
    told = {"name": file.name, "media": file.media_type, "sha256": hold(file.data), "size": len(file.data)}
    return {"form": form, **told, "note": file.note}


def ready(edition: Edition) -> tuple[Ready, ...]:
    """The files that were made of ``edition`` and are still held; none where one of them is gone."""
    kept = _kept(edition)
    try:
        for one in kept:
            if one["sha256"]:
                held(one["sha256"])
    except Gone:
        return ()
    return tuple(Ready(one["form"], one["name"], one["size"], one["note"]) for one in kept)


def ready_file(edition: Edition, form: str) -> Exported | None:
    """One of them as it is handed out."""
    one = next((one for one in _kept(edition) if one["form"] == form and one["sha256"]), None)
    try:
        return Exported(one["name"], one["media"], held(one["sha256"]), one["note"]) if one else None
    except Gone:
        return None


def asked(edition: Edition) -> Errand | None:
    """The latest errand that was to make them."""
    found: Errand | None = Errand.objects.filter(kind=RENDER, about=about(edition)).order_by("-pk").first()
    return found


def _kept(edition: Edition) -> list[dict[str, Any]]:
    errand = asked(edition)
    return list(errand.result.get("files", ())) if errand and errand.state == Errand.State.DONE else []
