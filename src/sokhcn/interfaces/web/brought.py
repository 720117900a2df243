"""What an officer brought to be taken in: a file or a pasted block, held between the steps under a signed name."""

from dataclasses import dataclass
from typing import Any

from django.core import signing
from django.http import HttpRequest
from django.utils.translation import gettext as _

from sokhcn.kernel.finding import must
from sokhcn.kernel.grid import UnreadableSheet
from sokhcn.reports.opening import MOST_MEGABYTES
from sokhcn.reports.waiting import Gone, held, hold

SALT = "sokhcn.import"


@dataclass(frozen=True, slots=True)
class Brought:
    """The bytes, what to call them, and whether they were pasted; ``token`` names them in the next step."""

    data: bytes
    name: str
    pasted: bool
    token: str


def brought(request: HttpRequest, token: str = "") -> Brought:
    """What came with this request, or was held before. Raises ``UnreadableSheet``."""
    if token:
        return _held(request, token)
    data, name, pasted = _given(request)
    if not data.strip():
        raise UnreadableSheet(must("import.nothing", "Chưa chọn tệp, cũng chưa dán dòng nào."))
    told = {"sha256": hold(data), "name": name, "pasted": pasted, "by": request.user.pk}
    return Brought(data, name, pasted, signing.dumps(told, salt=SALT, compress=True))


def _held(request: HttpRequest, token: str) -> Brought:
    try:
        told: dict[str, Any] = signing.loads(token, salt=SALT)
        if told["by"] != request.user.pk:
            raise Gone
        return Brought(held(told["sha256"]), told["name"], told["pasted"], token)
    except (signing.BadSignature, Gone) as gone:
        raise UnreadableSheet(must("import.gone", str(Gone()))) from gone


def _given(request: HttpRequest) -> tuple[bytes, str, bool]:
    if file := request.FILES.get("tep"):
        return file.read(MOST_MEGABYTES * 1_000_000 + 1), str(file.name), False
    # The page puts beside a pasted text what the clipboard holds as a table, which knows of merged cells.
    page, text = request.POST.get("dan-bang", ""), request.POST.get("dan", "")
    return (page if text.strip() and page.strip() else text).encode(), _("phần dán"), True
