"""A verdict on each signature of a PDF: whole or broken, by whom, trusted or not, and what came after it."""

import io
import logging
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from asn1crypto import x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko.sign.validation.errors import NoDSSFoundError
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko.sign.validation.status import PdfSignatureStatus, SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from sokhcn.formats.pdf.signatures.keys import holder, issuer

ALL = SignatureCoverageLevel.ENTIRE_FILE
# Certificates for signing documents have either or both.
_USES = KeyUsageConstraints(key_usage={"non_repudiation", "digital_signature"}, match_all_key_usages=False)


class Verdict(StrEnum):
    """What is to be said of a signature, the worst first; the value is what people read."""

    BROKEN = "chữ ký hỏng"
    CHANGED = "nội dung bị sửa sau khi ký"
    REVOKED = "chứng thư đã bị thu hồi"
    EXPIRED = "chứng thư ngoài thời hạn khi ký"
    WEAK = "thuật toán không đủ an toàn"
    UNKNOWN = "không rõ nơi cấp"
    ADDED = "hợp lệ cho phiên bản của nó"
    VALID = "hợp lệ"

    @property
    def holds(self) -> bool:
        return self in (Verdict.ADDED, Verdict.VALID)


@dataclass(frozen=True, slots=True)
class Proof:
    """What can be proved of one signature by itself. ``end`` is where its revision ends in the file; ``altered`` says
    that what came later is more than filled-in fields and signatures, which alone need not be wrong."""

    name: str
    verdict: Verdict
    end: int
    by: str = ""
    issuer: str = ""
    at: datetime | None = None
    altered: bool = False
    is_last: bool = False
    revocation_told: bool = False
    has_timestamp: bool = False
    certificate: Mapping[str, str] = field(default_factory=dict)


Anchors = Callable[[date], Iterable[x509.Certificate]]


def proofs(data: bytes, anchors: Anchors, now: datetime) -> tuple[Proof, ...]:
    """The signatures of ``data`` in the order they were made; ``anchors`` tells the issuers that are trusted on a day.
    Asks no network. A file that is no PDF has none."""
    logging.getLogger("pyhanko").setLevel(logging.CRITICAL)  # what it finds wrong is told in the verdict
    logging.getLogger("pyhanko_certvalidator").setLevel(logging.CRITICAL)
    try:
        reader = PdfFileReader(io.BytesIO(data), strict=False)
        found = reader.embedded_regular_signatures
    except Exception:  # a stranger's file: whatever the library stumbles over, nothing can be proved by it
        return ()
    return tuple(_proof(reader, one, anchors, now) for one in found)


def _proof(reader: PdfFileReader, found: EmbeddedPdfSignature, anchors: Anchors, now: datetime) -> Proof:
    told: dict[str, Any] = {"name": found.field_name, "end": _end(found)}
    try:
        certificate, at = found.signer_cert, found.self_reported_timestamp or now
        revocation = _revocation(reader)
        context = ValidationContext(
            trust_roots=tuple(anchors(at.astimezone(now.tzinfo).date())),
            other_certs=[*found.other_embedded_certs, *revocation.get("certs", ())],
            moment=at,
            allow_fetching=False,
            revocation_mode="soft-fail",
            **{name: revocation[name] for name in ("crls", "ocsps") if name in revocation},
        )
        status = validate_pdf_signature(found, context, context, key_usage_settings=_USES)
    except Exception:  # a stranger's signature: one that cannot be read to its end proves nothing
        return Proof(verdict=Verdict.BROKEN, **told)
    told |= {"by": holder(certificate), "issuer": issuer(certificate), "certificate": _about(certificate)}
    told |= {"at": found.self_reported_timestamp, "revocation_told": bool(revocation)}
    told |= {"has_timestamp": status.timestamp_validity is not None, "is_last": status.coverage is ALL}
    told["altered"] = status.modification_level not in (None, *_HARMLESS) or status.docmdp_ok is False
    return Proof(verdict=_verdict(status, told["is_last"]), **told)


_HARMLESS = (ModificationLevel.NONE, ModificationLevel.LTA_UPDATES, ModificationLevel.FORM_FILLING)


def _verdict(status: PdfSignatureStatus, is_last: bool) -> Verdict:
    """The worst that is true of it, whatever came later."""
    covers = status.coverage in (ALL, SignatureCoverageLevel.ENTIRE_REVISION)  # less is a trick with the file's parts
    if not covers or not status.intact or not (status.valid or status.trust_problem_indic):
        return Verdict.BROKEN
    if status.revocation_details is not None:
        return Verdict.REVOKED
    if not status.trusted:
        return _distrusted(str(status.trust_problem_indic))
    return Verdict.VALID if is_last else Verdict.ADDED


def _distrusted(why: str) -> Verdict:
    if "CRYPTO" in why:
        return Verdict.WEAK
    return Verdict.EXPIRED if "EXPIRED" in why or "OUT_OF_BOUNDS" in why else Verdict.UNKNOWN


def _end(found: EmbeddedPdfSignature) -> int:
    """Where the bytes end that the signature covers."""
    try:
        *_, start, length = (int(number) for number in found.byte_range)
    except (TypeError, ValueError):
        return 0
    return start + length


def _revocation(reader: PdfFileReader) -> Mapping[str, Any]:
    """What the file brings along on withdrawn certificates, if anything."""
    try:
        store = DocumentSecurityStore.read_dss(reader)
    except NoDSSFoundError:
        return {}
    told = {"crls": [one.get_object().data for one in store.crls], "ocsps": [o.get_object().data for o in store.ocsps]}
    told = {name: some for name, some in told.items() if some}
    return {**told, "certs": list(store.load_certs())} if told else {}


def _about(certificate: x509.Certificate) -> Mapping[str, str]:
    """What tells one certificate from all others, and its days."""
    valid_from, valid_to = certificate.not_valid_before, certificate.not_valid_after
    return {
        "subject": str(certificate.subject.human_friendly),
        "serial": f"{certificate.serial_number:x}",
        "sha256": certificate.sha256.hex(),
        "valid_from": valid_from.date().isoformat(),
        "valid_to": valid_to.date().isoformat(),
    }
