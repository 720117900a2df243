"""An edition's evidence in one pack: its files, the rows it counted, findings, history, and a page to begin with."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from sokhcn.formats.html.findings import render as findings_page
from sokhcn.formats.pack.index import File, Index, Table
from sokhcn.formats.pack.index import render as index_page
from sokhcn.formats.pack.names import MANIFEST
from sokhcn.formats.pack.write import pack
from sokhcn.formats.xlsx.render import render as xlsx
from sokhcn.formats.xlsx.sheet import Sheet
from sokhcn.kernel.numerals import number
from sokhcn.records import store
from sokhcn.records.models import Agency
from sokhcn.reports import changelog, checking, exporting
from sokhcn.reports.evidence import counted, moves
from sokhcn.reports.kept_words import Names
from sokhcn.reports.models import Edition, SignedFile
from sokhcn.reports.reasons import said
from sokhcn.reports.signing.accepted import latest, word_for

INDEX, SIGNED, ROWS, FINDINGS = "index.html", "ban-da-ky.pdf", "dong-duoc-tinh.xlsx", "phat-hien.html"
FORMS = (
    ("bao-cao.pdf", "pdf", "Báo cáo, như ấn bản đã tổng hợp"),
    ("bao-cao.docx", "docx", "Báo cáo bằng Word"),
    ("so-lieu.xlsx", "xlsx", "Các chỉ tiêu, lũy kế, cùng kỳ, cách tính và bảng của báo cáo"),
    ("an-ban.json", "json", "Ấn bản cho chương trình khác: chỉ tiêu, quy tắc, văn bản, mã băm"),
)
ABOUT = {
    SIGNED: "Bản đã ký được nhận",
    ROWS: "Các dòng của từng chỉ tiêu, như lúc được tính; mọi thay đổi của chúng",
    FINDINGS: "Kết quả kiểm tra và các phát hiện được bỏ qua",
    MANIFEST: "Mã băm SHA-256 của từng tệp",
}
MOST_SHOWN = 200  # changes on the page; all are in the workbook
ADVICE = (
    "Gói còn nguyên hay không: lệnh ./sokhcn verify GÓI.zip (không cần cơ sở dữ liệu), hoặc giải nén rồi chạy "
    "sha256sum -c SHA256SUMS. Dữ liệu cá nhân trong các dòng đã được che."
)
CHANGED = ("Lúc", "Ai", "Sổ", "Dòng", "Việc", "Thay đổi", "Lý do", "So với lúc tổng hợp")
CHANGED_WIDTHS = (17.0, 24.0, 20.0, 30.0, 10.0, 60.0, 34.0, 14.0)
BEFORE, AFTER = "trước", "sau"
Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A pack, what to call it, and the hash by which it is known again."""

    name: str
    data: bytes

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.data).hexdigest()


def evidence(edition: Edition, agency: Agency, *, sources: tuple[moves.Source, ...] = moves.SOURCES) -> Evidence:
    """The pack of ``edition`` as things stand: the same state, the same bytes. ``sources`` tell what happened to it.
    Raises ``PrintingError`` or ``store.Altered``."""
    checked = checking.check_edition(edition, agency)
    names = Names()
    sheets = list(counted.sheets(edition, names))
    changed = list(_changes(edition, names))
    waived = [(one.finding, f"{one.by}: {one.reason}") for one in checked.waived]
    findings = findings_page(checked.name, checked.text.letters.source, checked.findings, waived, checked.numbers)
    rows = [
        *sheets,
        Sheet("Thay đổi của các dòng", CHANGED, changed, "Mọi lần ghi các dòng được tính.", CHANGED_WIDTHS),
    ]
    signed = latest(edition)
    files = {name: exporting.export(edition, form).data for name, form, _ in FORMS}
    files |= {SIGNED: store.kept(signed.sha256)} if signed else {}
    files |= {ROWS: xlsx(edition.document(), rows), FINDINGS: findings}
    tables = (
        _signatures(signed),
        _figures(edition),
        _moves(edition, sources),
        _findings(checked),
        _changed(changed),
    )
    index = Index(
        f"Gói minh chứng: báo cáo {edition.period.name}", _about(edition, agency, signed), _files(files), tables, ADVICE
    )
    name = f"minh-chung-{edition.label}.zip".replace("..", "_").replace("@", "-").replace(":", "-").replace("/", "-")
    return Evidence(name, pack({**files, INDEX: index_page(index)}))


def _about(edition: Edition, agency: Agency, signed: SignedFile | None) -> tuple[tuple[str, str], ...]:
    head = edition.document().head
    serial = (signed.verdict["number"] if signed and signed.is_accepted else "") or head.number or ""
    return (
        ("Cơ quan", agency.name),
        ("Văn bản", f"{head.type_name} {f'số {serial}/{head.symbol}' if serial else '(chưa có số)'}"),
        ("Ấn bản", edition.label),
        ("Kỳ số liệu", f"{edition.starts_on:%d/%m/%Y} – {edition.ends_on:%d/%m/%Y} ({edition.regime['basis']})"),
        ("Mã băm của ấn bản", edition.digest),
    )


def _files(files: Mapping[str, bytes]) -> tuple[File, ...]:
    about = {**{name: told for name, _, told in FORMS}, **ABOUT}
    listed = tuple(
        File(name, about[name], number(len(data)), hashlib.sha256(data).hexdigest()) for name, data in files.items()
    )
    return (*listed, File(MANIFEST, about[MANIFEST], "", ""))


def _signatures(signed: SignedFile | None) -> Table:
    title, headings = "Chữ ký", ("Người ký", "Nơi cấp", "Giờ ký", "Kết luận lúc nhận", "Thêm sau chữ ký này")
    if signed is None:
        return Table(title, headings, (), "Chưa có bản đã ký nào được nhận.")
    told = signed.verdict["signatures"]
    rows = [(one["by"], one["issuer"], _moment(one["at"]), one["verdict"], ", ".join(one["later"])) for one in told]
    note = f"{word_for(signed)[0].upper()}{word_for(signed)[1:]}."
    return Table(title, headings, rows, note if signed.is_accepted else f"{note} KHÔNG ĐƯỢC NHẬN làm bản đã ký.")


def _moment(iso: str) -> str:
    return f"{datetime.fromisoformat(iso):%d/%m/%Y %H:%M:%S}" if iso else "không ghi"


def _figures(edition: Edition) -> Table:
    rows = [
        (one.label, said(one.value), one.unit, number(len(one.rows)), one.basis, one.key) for one in edition.figures()
    ]
    headings = ("Chỉ tiêu", "Giá trị", "Đơn vị tính", "Số dòng", "Căn cứ, cách tính", "Mã")
    return Table("Chỉ tiêu", headings, rows, f"Từng dòng ở tệp {ROWS}.")


def _moves(edition: Edition, sources: tuple[moves.Source, ...]) -> Table:
    rows = [(f"{one.at:%d/%m/%Y %H:%M}", one.who, one.what, one.reason) for one in moves.moves(edition, sources)]
    return Table("Quá trình của báo cáo", ("Lúc", "Ai", "Việc", "Lý do"), rows)


def _findings(checked: checking.Checked) -> Table:
    rows = [
        *((finding.severity.value, str(finding), "còn mở", "") for finding in checked.findings),
        *((one.finding.severity.value, str(one.finding), f"bỏ qua: {one.reason}", one.by) for one in checked.waived),
    ]
    note = f"Với lời văn bên cạnh: tệp {FINDINGS}." if rows else "Không có phát hiện nào."
    return Table("Phát hiện", ("Mức", "Phát hiện", "Xử lý", "Ai"), rows, note)


def _changes(edition: Edition, names: Names) -> Iterator[Row]:
    """What was ever written to the rows that were counted; after the edition was compiled is said so."""
    for register, versions in counted.rows_by_register(edition.figures()).items():
        for told in changelog.told_of(register, list(versions), names):
            changes = "; ".join(f"{one.heading}: {one.before or '–'} → {one.after or '–'}" for one in told.changes)
            when = AFTER if told.at > edition.compiled_at else BEFORE
            yield f"{told.at:%d/%m/%Y %H:%M}", told.who, told.register, told.row, told.verb, changes, told.reason, when


def _changed(changed: list[Row]) -> Table:
    later = [row[:-1] for row in changed if row[-1] == AFTER]
    note = f"{number(len(later))} thay đổi sau khi tổng hợp ấn bản này; mọi thay đổi trước và sau ở tệp {ROWS}."
    if len(later) > MOST_SHOWN:
        note += f" Dưới đây là {MOST_SHOWN} thay đổi đầu."
    return Table("Dòng được tính thay đổi sau khi tổng hợp", CHANGED[:-1], later[:MOST_SHOWN], note)
