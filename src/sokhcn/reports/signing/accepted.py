"""Whether an edition has a signed file that holds: the latest one that was brought decides."""

from collections.abc import Iterator

from django.utils.timezone import localtime

from sokhcn.kernel.finding import Finding, Severity, must
from sokhcn.records import store
from sokhcn.reports.models import Edition, SignedFile

ADVICE = "Nhận tệp đã ký: ./sokhcn signed {edition} TỆP"


def latest(edition: Edition) -> SignedFile | None:
    """The file that was brought last for ``edition``."""
    found: SignedFile | None = SignedFile.objects.of(edition).first()
    return found


def word_for(signed: SignedFile) -> str:
    """On whose word a paper's picture was taken, or who brought a signed file."""
    when = f"{localtime(signed.kept_at):%d/%m/%Y %H:%M}"
    if signed.kind == SignedFile.Kind.PAPER:
        return f"bản chụp giấy do {signed.kept_by} xác nhận ngày {when}: {signed.reason}"
    return f"bản ký số do {signed.kept_by} nhận ngày {when}"


def unsigned(edition: Edition) -> tuple[Finding, ...]:
    """What keeps ``edition`` from counting as signed; nothing where its latest signed file holds and is still whole."""
    signed = latest(edition)
    if signed is None:
        template = "Ấn bản {edition} chưa có bản đã ký."
        return (must("signed.missing", template, suggestion=ADVICE, edition=edition.label),)
    return tuple(_wrong(signed, edition))


def _wrong(signed: SignedFile, edition: Edition) -> Iterator[Finding]:
    try:
        store.kept(signed.sha256)
    except store.Altered as gone:
        yield must("signed.altered", "{why}", why=gone)
    if signed.kind == SignedFile.Kind.PAPER:
        return
    # Kept as they were found: who trusts an issuer since then brings the file again.
    for told in signed.verdict["findings"]:
        yield Finding(told["id"], Severity(told["severity"]), "{said}", {"said": told["sentence"]}, where=signed.name)
