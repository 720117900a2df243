"""Sentences that advise a command, as a page says them: the page where the same is done."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sokhcn.interfaces.web.spoken import spoken_period

SENTENCES = re.compile(r"(?<=[.!?])\s+(?=[^\W\d_a-z]|--)")
COMMAND = re.compile(r"\./sokhcn ([a-z]+)(?: ([a-z]+))?")
BY = re.compile(r",?\s*(?:bằng(?: lệnh)?|with)$")
OPTION = re.compile(r"(?: sau)? --[a-z-]+")
ONLY_AN_OPTION = re.compile(r"--|.+: thêm --[a-z-]+\.$")
PLACES: Mapping[str, Any] = MappingProxyType(
    {
        "closing": _("trang Chốt sổ của kỳ"),
        "outline": _("trang Đề cương và mẫu câu"),
        "compile": _("nút Tổng hợp ở trang của báo cáo"),
        "signed": _("trang Cấp số, phát hành của báo cáo"),
        "number": _("trang Cấp số, phát hành của báo cáo"),
        "report signer": _("trang Người ký, ngoại lệ của báo cáo"),
        "report exempt": _("trang Người ký, ngoại lệ của báo cáo"),
        "report": _("trang Xem và duyệt của báo cáo"),
        "summary": _("trang Xem và duyệt của báo cáo"),
        "promise": _("trang Nhiệm vụ kỳ trước của báo cáo"),
        "drift": _("Sổ chênh lệch"),
        "figures": _("trang Thống kê"),
        "person": _("trang Quản trị"),
    }
)


def on_a_page(text: str) -> str:
    """``text`` without commands: each is the place of the same on the pages; what has none there is left out. Periods
    are called as the language of the screen calls them."""
    text = spoken_period(text)
    if "./sokhcn" not in text and " --" not in text:
        return text
    said = (_sentence(one) for one in SENTENCES.split(text))
    return " ".join(filter(None, said))


def _sentence(text: str) -> str:
    found = COMMAND.search(text)
    if found is None:
        return "" if ONLY_AN_OPTION.match(text) else OPTION.sub("", text)
    place = PLACES.get(f"{found[1]} {found[2]}") or PLACES.get(found[1])
    if place is None:
        return ""
    head, by = BY.subn("", text[: found.start()].rstrip())
    at = gettext("ở %(place)s") % {"place": place} if by else place
    return f"{head} {at}."
