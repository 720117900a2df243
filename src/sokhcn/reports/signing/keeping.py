"""Keeping a signed file with its verdict, or the picture of a signed paper on somebody's word."""

from pathlib import PurePath

from django.utils import timezone

from sokhcn.document.letters import Unreadable
from sokhcn.kernel.finding import must
from sokhcn.people.models import User
from sokhcn.people.permissions import KEEP_SIGNED
from sokhcn.records import store
from sokhcn.records.writing import writing
from sokhcn.reports.models import Edition, SignedFile
from sokhcn.reports.signing.examining import CameBack

NOBODY = "Vai trò của bạn không được nhận bản đã ký: văn thư hoặc người tổng hợp nhận."


class NotKept(Exception):
    """The file was not kept; the message says why."""


def keep(edition: Edition, found: CameBack, *, by: User) -> SignedFile:
    """Keep a signed file with what was found in it, good or not: what was brought is evidence too."""
    return _kept(edition, found, SignedFile.Kind.SIGNED, by=by, reason="")


def keep_paper(edition: Edition, found: CameBack, *, by: User, reason: str) -> SignedFile:
    """Keep the picture of a signed paper: that it is the edition's is the word of ``by``, who gives a reason, and no
    verdict. Raises ``NotKept``."""
    if not found.examined.is_picture:
        raise NotKept("Tệp này có chữ nên được so với ấn bản: không nhận như bản chụp giấy. Bỏ --paper.")
    if not reason.strip():
        raise NotKept("Nhận một bản chụp giấy phải ghi lý do, đã đối chiếu với gì: --reason.")
    return _kept(edition, found, SignedFile.Kind.PAPER, by=by, reason=reason.strip())


def _kept(edition: Edition, found: CameBack, kind: str, *, by: User, reason: str) -> SignedFile:
    if not by.has_perm(KEEP_SIGNED):
        raise NotKept(NOBODY)
    if len(found.data) > store.MOST_MEGABYTES * 1_000_000:
        raise Unreadable(must("signed.large", "Tệp lớn hơn {n} MB, không giữ được.", n=store.MOST_MEGABYTES))
    row = SignedFile(
        **{name: getattr(edition, name) for name in ("agency", "period_code", "addressee", "number")},
        kind=kind,
        name=PurePath(found.name).name[:250],
        sha256=store.keep(found.data),
        size=len(found.data),
        verdict=found.told(),
        is_accepted=kind == SignedFile.Kind.PAPER or found.is_acceptable,
        kept_at=timezone.now(),
        kept_by=by.get_full_name() or by.get_username(),
        reason=reason,
    )
    row.digest = row.proof()
    with writing(by=by, reason=reason, occasion=f"Nhận {row}") as pen:
        pen.freeze(row)
    return row
