"""The command that reads a report: it asks no register, so it starts without them."""

from pathlib import Path
from typing import Annotated

import typer

from sokhcn.interfaces.cli.files import content
from sokhcn.interfaces.cli.output import Format, FormatOption, say, tell_json
from sokhcn.reader.telling import told
from sokhcn.reports.understanding import understood

FileArgument = Annotated[
    Path, typer.Argument(metavar="TỆP", help="Tệp .docx, .pdf, .md, .txt, .html; .doc, .odt, .rtf khi có LibreOffice.")
]


def read(file: FileArgument, format: FormatOption = Format.TEXT) -> None:
    """Đọc một báo cáo có sẵn: đầu văn bản, kỳ, các mục, văn bản viện dẫn, số liệu, nơi nhận, người ký."""
    text = understood(content(file), file.name)
    if format is Format.JSON:
        tell_json(told(text))
        return
    head, title = text.header, text.title
    say(f"{title.type or 'Văn bản'}: {title.subject or '(không rõ trích yếu)'}")
    if title.period:
        say(f"Kỳ số liệu: {title.period.first:%d/%m/%Y} – {title.period.last:%d/%m/%Y}")
    say(f"Cơ quan: {head.agency or '(không ghi)'}; số, ký hiệu: {head.number_text or '(không ghi)'}")
    say("", f"{len(text.headings)} mục:")
    say(*(f"{'  ' * h.level}{h.number + '. ' if h.number else ''}{h.title}" for h in text.headings))
    say("", f"{len(text.citations)} lần viện dẫn:", *(f"  {c.text}" for c in text.citations))
    others = [f"  {reference.text}" for reference in text.references]
    say("", f"{len(others)} tiêu chuẩn và văn bản không ghi số, ngày:", *others)
    say("", f"{len(text.counts)} số liệu:", *(f"  {c.text}" for c in text.counts))
    say("", f"Nơi nhận: {'; '.join(text.recipients) or '(không ghi)'}")
    signature = " ".join(filter(None, (text.signature.authority, text.signature.position, text.signature.name)))
    say(f"Người ký: {signature or '(không ghi)'}", *(str(finding) for finding in text.findings))
