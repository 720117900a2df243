"""The issuers of certificates that the department trusts: put on the list with a source, taken off it, asked by day."""

from datetime import date

from asn1crypto import pem, x509
from django.db.models import QuerySet

from sokhcn.formats.pdf.signatures.keys import holder
from sokhcn.people.models import User
from sokhcn.people.permissions import KEEP_REFERENCE
from sokhcn.records.writing import writing
from sokhcn.reports.models import Anchor


class NotTrusted(Exception):
    """The certificate is not put on the list, or not taken off it; the message says why."""


def trust(data: bytes, anchor: Anchor, *, by: User) -> Anchor:
    """Put the certificate of an issuer on the list; ``anchor`` tells its days, its source and whether somebody compared
    it. One that is there already is told anew. Raises ``NotTrusted``."""
    _must_be_keeper(by)
    certificate = _read(data)
    if not certificate.ca:
        raise NotTrusted("Đây không phải chứng thư của một nơi cấp (CA): hãy lấy chứng thư của nơi cấp ra nó.")
    if not anchor.source.strip():
        raise NotTrusted("Phải ghi lấy chứng thư này từ đâu: --source.")
    if anchor.valid_from and anchor.valid_to and anchor.valid_to < anchor.valid_from:
        raise NotTrusted("Ngày cuối đứng trước ngày đầu.")
    anchor.name, anchor.sha256 = holder(certificate)[:250], certificate.sha256.hex()
    anchor.certificate = pem.armor("CERTIFICATE", certificate.dump()).decode()
    if before := Anchor.objects.filter(sha256=anchor.sha256).first():
        anchor.pk, anchor.version = before.pk, before.version
    with writing(by=by, reason=f"Tin nơi cấp chứng thư {anchor.name}: {anchor.source}") as pen:
        pen.save(anchor)
    return anchor


def distrust(sha256: str, *, by: User, reason: str) -> Anchor:
    """Take an issuer off the list, named by the beginning of its fingerprint. Raises ``NotTrusted``."""
    _must_be_keeper(by)
    if not reason.strip():
        raise NotTrusted("Bỏ một nơi cấp phải có lý do: --reason.")
    found: list[Anchor] = list(Anchor.objects.filter(sha256__startswith=sha256.lower())[:2]) if sha256 else []
    if len(found) != 1:
        raise NotTrusted(f"Không có đúng một nơi cấp có dấu vân bắt đầu bằng “{sha256}”. Xem: ./sokhcn trust list")
    (anchor,) = found
    with writing(by=by, reason=reason) as pen:
        pen.trash(anchor)
    return anchor


def anchors() -> QuerySet[Anchor]:
    """The list, by name."""
    rows: QuerySet[Anchor] = Anchor.objects.order_by("name", "pk")
    return rows


def trusted_on(day: date) -> tuple[x509.Certificate, ...]:
    """The certificates of the issuers that are trusted for signatures of ``day``."""
    return tuple(_read(anchor.certificate.encode()) for anchor in Anchor.on(day).order_by("pk"))


def _must_be_keeper(by: User) -> None:
    if not by.has_perm(KEEP_REFERENCE):
        raise NotTrusted("Vai trò của bạn không được sửa danh sách nơi cấp chứng thư.")


def _read(data: bytes) -> x509.Certificate:
    try:
        if pem.detect(data):
            _, _, data = pem.unarmor(data)
        certificate = x509.Certificate.load(data)
        certificate.native  # noqa: B018 # reads all of it: only now is anything wrong found
    except (ValueError, TypeError) as error:
        raise NotTrusted("Tệp này không phải một chứng thư (.cer, .crt, .pem).") from error
    return certificate
