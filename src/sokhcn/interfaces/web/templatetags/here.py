"""Where one is, for the menu: the section of the address, the register, and the chapter whose registers stand open."""

from dataclasses import dataclass
from typing import Any

from django import template
from django.utils.translation import gettext_lazy as _

register = template.Library()
Door = tuple[str, str, Any]
CHAPTER = "muc"  # in the session: of the register that was opened last
# The first part of the address, the name of the page, and what the menu calls it.
DOORS: tuple[Door, ...] = (
    ("den-han", "due", _("Đến hạn")),
    ("bao-cao", "reports", _("Báo cáo")),
    ("van-ban-di", "outgoing", _("Phát hành & số văn bản")),
    ("doc-bao-cao", "old-reports", _("Đọc báo cáo cũ")),
    ("thong-ke", "explore", _("Thống kê")),
    ("chenh-lech", "differences", _("Sổ chênh lệch")),
)
MORE: tuple[Door, ...] = (
    ("danh-muc", "lists", _("Đề cương và danh mục")),
    ("huong-dan", "help", _("Hướng dẫn")),
    ("tai-khoan", "mfa_index", _("Tài khoản của tôi")),
)


@dataclass(frozen=True, slots=True)
class Here:
    """The place of a page in the menu."""

    section: str
    register: str
    chapter: int
    doors: tuple[Door, ...] = DOORS
    more: tuple[Door, ...] = MORE

    @property
    def stamp(self) -> str:
        return f"{self.section} {self.register} {self.chapter}"


@register.simple_tag(takes_context=True)
def here(context: Any) -> Here:
    """Where the page of ``context`` is; a report's page names a register only as the source of a figure."""
    request, shown = context["request"], None if context.get("period") else context.get("register")
    section, session = request.path.split("/", 2)[1], request.session
    area = getattr(shown, "area", 0)
    if area and session.get(CHAPTER) != area:
        session[CHAPTER] = area
    return Here(section, getattr(shown, "slug", ""), session.get(CHAPTER, 0))
