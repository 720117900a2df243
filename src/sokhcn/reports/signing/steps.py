"""The three steps of signing here: the leader signs, the clerk fills in number and day, the agency signs."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from pyhanko.sign.signers import Signer

from sokhcn.document.nodes import Head
from sokhcn.formats.pdf.render import render
from sokhcn.formats.pdf.signatures.comparing import differences
from sokhcn.formats.pdf.signatures.making import Mark, NotSigned, filled_in, sign, with_blanks
from sokhcn.formats.pdf.signatures.places import blanks, seal_room, signer_room, top_right
from sokhcn.formats.pdf.signatures.saying import Saying, saying
from sokhcn.formats.pdf.signatures.seen import seen
from sokhcn.formats.pdf.signatures.stamps import picture_size, picture_stamp, text_stamp
from sokhcn.people.models import User
from sokhcn.people.permissions import SEAL as MAY_SEAL
from sokhcn.people.permissions import SIGN
from sokhcn.reports.models import Edition

LEADER, AGENCY = "LanhDao", "CoQuan"
PAGE_WIDTH = 210 / 25.4 * 72
MARK_SIZE = 10  # Decree 30/2020/NĐ-CP, Annex I: what stands in the upper right corner
SIGNATURE_SHAPE = (2, 1)


@dataclass(frozen=True, slots=True)
class Made:
    """A PDF with one increment more, and a line worth telling."""

    pdf: bytes
    note: str = ""


@dataclass(frozen=True, slots=True)
class Hand:
    """Who signs and when; ``picture`` is that of the written signature or the seal, if there is one."""

    signer: Signer
    at: datetime
    picture: bytes = b""

    def sign(self, data: bytes, mark: Mark) -> bytes:
        return sign(data, self.signer, mark, self.at)


def sign_as_leader(edition: Edition, hand: Hand, *, by: User) -> Made:
    """The PDF of ``edition`` with the leader's signature. Raises ``NotSigned``."""
    _must(by, SIGN, "ký văn bản")
    document = edition.document()
    data = render(document).pdf
    pages, name = seen(data), document.closing.signature.name
    if (at_blanks := blanks(pages, document.head.symbol)) is not None:
        data = with_blanks(data, at_blanks)
    about = f"Chữ ký của {name}"
    if not hand.picture:
        return Made(hand.sign(data, Mark(LEADER, about)), "Không có ảnh chữ ký: chữ ký số không hiện trên trang.")
    room = signer_room(pages, document.closing.signature.lines, name)
    if room is None:
        raise NotSigned(f"Không tìm thấy chỗ ký phía trên tên “{name}”.")
    box = room.shrunk(*picture_size(hand.picture))
    return Made(hand.sign(data, Mark(LEADER, about, box, picture_stamp(hand.picture, box, about))))


def fill_in_number(edition: Edition, data: bytes, *, number: str, on: date, by: User) -> Made:
    """A file that the leader signed, with number and day filled in. Raises ``NotSigned``."""
    _must(by, MAY_SEAL, "ghi số văn bản")
    if on > (today := timezone.localdate()):
        raise NotSigned(f"Ngày văn bản {on:%d/%m/%Y} ở sau hôm nay {today:%d/%m/%Y}.")
    head = edition.document().head
    _must_fit(head, number, on)
    _must_say(edition, data)
    at_blanks = blanks(seen(render(edition.document()).pdf), head.symbol)
    if at_blanks is None:
        raise NotSigned("Ấn bản này đã in sẵn số và ngày.")
    told = number.zfill(2) if number.isdecimal() else number
    return Made(filled_in(data, at_blanks, number=told, day=f"{on.day:02d}"))


def sign_as_agency(edition: Edition, data: bytes, hand: Hand, *, by: User) -> Made:
    """A file with the agency's signature: its seal over a third of the leader's, or in the upper right corner who, when
    and which document. Raises ``NotSigned``."""
    _must(by, MAY_SEAL, "ký số của cơ quan")
    said = _must_say(edition, data)
    document = edition.document()
    pages = seen(data)
    about = f"Chữ ký của {document.head.agency}"
    if hand.picture:
        room = signer_room(pages, document.closing.signature.lines, document.closing.signature.name)
        if room is None:
            raise NotSigned("Không tìm thấy chữ ký của lãnh đạo để đóng dấu.")
        signatures = [box for page in pages for box in page.stamps if box.page == room.page]
        box = seal_room(signatures[0] if signatures else room.shrunk(*SIGNATURE_SHAPE))
        return Made(hand.sign(data, Mark(AGENCY, about, box, picture_stamp(hand.picture, box, about))))
    box = top_right(pages[0], PAGE_WIDTH)
    lines = _corner(document.head, said.number, hand.at)
    return Made(hand.sign(data, Mark(AGENCY, about, box, text_stamp(lines, box, MARK_SIZE))))


def _corner(head: Head, number: str, at: datetime) -> tuple[str, ...]:
    """Number and symbol, day and time of signing (Decree 30/2020/NĐ-CP, Annex I), and whose signature it is."""
    which = f"Số: {number}/{head.symbol}; " if number else ""
    return head.agency, f"{which}ngày {at:%d/%m/%Y}; {at.isoformat(timespec='seconds')[11:]}"


def _must_say(edition: Edition, data: bytes) -> Saying:
    """What a file says, which must be what ``edition`` says."""
    symbol = edition.document().head.symbol
    said = saying(seen(data), symbol)
    if different := differences(saying(seen(render(edition.document()).pdf), symbol), said):
        raise NotSigned(f"Tệp này không phải của ấn bản {edition.label}, {different[0].sentence}.")
    return said


def _must_fit(head: Head, number: str, on: date) -> None:
    if not number.rstrip("abcdđ").isdecimal():
        raise NotSigned(f"“{number}” không phải một số văn bản: ghi như 15, hoặc 15a.")
    if (on.month, on.year) != (head.dated.month, head.dated.year):
        printed = f"tháng {head.dated.month:02d} năm {head.dated.year}"
        raise NotSigned(f"Ngày {on:%d/%m/%Y} không khớp “{printed}” đã in trên văn bản: tổng hợp lại ấn bản.")


def _must(by: User, permission: str, what: str) -> None:
    if not by.has_perm(permission):
        raise NotSigned(f"Vai trò của bạn không được {what}.")
