"""What is refused to whoever works on a chapter, said in one sentence; and whether they may."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sokhcn.kernel.finding import Finding
from sokhcn.people.models import User
from sokhcn.people.permissions import CONFIRM_CHAPTER, OVERRIDE, RETURN_CHAPTER, WRITE_CHAPTER
from sokhcn.reports.sections.chapters import Chapter

WHO = (
    (CONFIRM_CHAPTER, gettext_lazy("Chỉ trưởng đơn vị chủ trì được xác nhận mục")),
    (RETURN_CHAPTER, gettext_lazy("Chỉ trưởng đơn vị chủ trì, người tổng hợp và lãnh đạo được trả lại mục")),
    (WRITE_CHAPTER, gettext_lazy("Chỉ người của đơn vị chủ trì và người tổng hợp được viết vào mục")),
    (OVERRIDE, gettext_lazy("Chỉ trưởng đơn vị chủ trì và người tổng hợp được ghi đè số của mục")),
)


class NotDone(Exception):
    """Something that was asked about a chapter is not done; ``findings`` say all that stands in the way."""

    def __init__(self, sentence: str, findings: tuple[Finding, ...] = ()) -> None:
        super().__init__(sentence)
        self.findings = findings


@dataclass(frozen=True, slots=True)
class Owned:
    """Whose a chapter is, as permissions ask for it."""

    agency_id: int | None
    unit_id: int | None


def must_be_theirs(by: User, permission: str, chapter: Chapter) -> None:
    """Raise ``NotDone`` unless ``by`` may do that with the chapter. Programs, who are nobody in the database, may."""
    owned: Any = Owned(chapter.agency_id, chapter.unit_id)
    if by.pk is not None and not by.has_perm(permission, owned):
        of = f" ({chapter.unit_name})" if chapter.unit_name else ""
        raise NotDone(f"{dict(WHO)[permission]} “{chapter.title}”{of}.")


def is_theirs(by: User, permission: str, chapter: Chapter) -> bool:
    """Whether ``by`` may do that with the chapter."""
    try:
        must_be_theirs(by, permission, chapter)
    except NotDone:
        return False
    return True


def with_reason(reason: str, what: str) -> str:
    """The reason as it is kept. Raises ``NotDone`` where there is none."""
    if not reason.strip():
        raise NotDone(_("%(what)s phải có lý do. Ghi lý do.") % {"what": _(what)})
    return reason.strip()
