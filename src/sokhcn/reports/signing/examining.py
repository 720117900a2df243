"""A PDF that came back for an edition: verdicts on its signatures, and all in it that the edition does not say."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sokhcn.document.nodes import Document
from sokhcn.formats.pdf.render import render
from sokhcn.formats.pdf.signatures.examining import Approved, Examined, Judged, examine
from sokhcn.formats.pdf.signatures.judging import Verdict
from sokhcn.kernel.finding import Finding, Severity, must
from sokhcn.kernel.folding import fold
from sokhcn.reports.models import Edition
from sokhcn.reports.signing import trust

MOST_TOLD = 50  # differences; a wholly different file has thousands
OFFLINE = "Không có dữ liệu thu hồi trong tệp, và không hỏi mạng: chứng thư bị thu hồi hay chưa thì không biết."


@dataclass(frozen=True, slots=True)
class CameBack:
    """What was found in a file; ``findings`` that must be mended keep it from being accepted."""

    name: str
    data: bytes
    examined: Examined
    findings: tuple[Finding, ...]

    @property
    def is_acceptable(self) -> bool:
        return not any(finding.severity is Severity.MUST for finding in self.findings)

    def told(self) -> dict[str, Any]:
        """The verdict as JSON values, as it is kept."""
        found = self.examined
        return {
            "signatures": [_told(one) for one in found.signatures],
            "number": found.number,
            "date": found.date,
            "pages": found.pages,
            "is_picture": found.is_picture,
            "stamps": " ".join(said.text for said in found.said.stamps),
            "findings": [{"id": f.id, "severity": f.severity.value, "sentence": str(f)} for f in self.findings],
        }


def came_back(edition: Edition, name: str, data: bytes, now: datetime) -> CameBack:
    """Judge a file that was brought for ``edition``. Raises ``Unreadable``."""
    document = edition.document()
    approved = Approved(render(document).pdf, document.head.symbol)
    found = examine(data, approved, trust.trusted_on, now)
    return CameBack(name, data, found, tuple(_findings(found, document, now)))


def _told(one: Judged) -> dict[str, Any]:
    proof = one.proof
    return {
        "field": proof.name,
        "verdict": one.verdict.value,
        "holds": one.verdict.holds,
        "by": proof.by,
        "issuer": proof.issuer,
        "at": proof.at.isoformat() if proof.at else "",
        "timestamp": proof.has_timestamp,
        "revocation": "kèm trong tệp" if proof.revocation_told else OFFLINE,
        "later": list(one.later),
        "changes": list(one.changes),
        "certificate": dict(proof.certificate),
    }


def _findings(found: Examined, document: Document, now: datetime) -> Iterator[Finding]:
    if found.is_picture:
        yield must(
            "signed.picture",
            "Tệp chỉ có ảnh, không có chữ để so với ấn bản.",
            suggestion="Nếu là bản chụp của bản giấy đã ký thì nhận theo lời người đối chiếu: --paper --reason LÝ_DO.",
        )
        return
    if not found.signatures:
        yield must("signed.none", "Tệp không có chữ ký số nào.", suggestion="Hãy lấy tệp sau khi đã ký.")
    for one in found.signatures:
        yield from _of_signature(one)
        if one.proof.at and one.proof.at > now:
            template = "Chữ ký của {whose} ghi giờ ký sau lúc này: đồng hồ của máy ký hoặc máy này sai."
            yield must("signed.clock", template, whose=one.proof.by or one.proof.name)
    yield from _of_text(found, document)
    yield from _of_names(found, document)


def _of_signature(one: Judged) -> Iterator[Finding]:
    whose = one.proof.by or one.proof.name
    if one.verdict is Verdict.UNKNOWN:
        advice = "Nếu tin nơi cấp này thì thêm chứng thư của nó: ./sokhcn trust add TỆP --source NGUỒN."
        template = "Chữ ký của {whose}: không rõ nơi cấp “{issuer}”."
        yield must("signed.unknown", template, suggestion=advice, whose=whose, issuer=one.proof.issuer)
    elif one.verdict is Verdict.CHANGED:
        told = "; ".join(one.changes[:MOST_TOLD])
        yield must("signed.changed", "Sau chữ ký của {whose} nội dung bị sửa: {told}.", whose=whose, told=told)
    elif not one.verdict.holds:
        yield must("signed.fails", "Chữ ký của {whose}: {verdict}.", whose=whose, verdict=one.verdict.value)


def _of_text(found: Examined, document: Document) -> Iterator[Finding]:
    for one in found.different[:MOST_TOLD]:
        yield must("signed.differs", "Khác ấn bản, {where}.", where=one.sentence)
    if (left := len(found.different) - MOST_TOLD) > 0:
        yield must("signed.differs", "Còn {n} chỗ khác ấn bản nữa.", n=left)
    signature = document.closing.signature
    block = {word for line in (*signature.lines, signature.name) for word in line.split()}
    covered = [said for said in found.said.covered if said.text not in block]
    if covered:
        told, page = " ".join(said.text for said in covered[:MOST_TOLD]), covered[0].page
        yield must("signed.covers", "Trang {page}: hình chữ ký, dấu che chữ “{told}”.", page=page, told=told)


def _of_names(found: Examined, document: Document) -> Iterator[Finding]:
    name = document.closing.signature.name
    by = [one.proof.by for one in found.signatures if one.proof.by]
    if by and not any(fold(name) in fold(one) for one in by):
        template = "Văn bản do {name} ký, mà chứng thư cấp cho {by}."
        yield Finding("signed.name", Severity.LOOK, template, {"name": name, "by": ", ".join(by)})
