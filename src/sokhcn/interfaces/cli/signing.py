"""Commands that sign an edition step by step, and take a signed file back: sign, signed."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from django.utils import timezone
from pyhanko.sign.signers import Signer

from sokhcn.document.letters import Unreadable
from sokhcn.formats.pdf.signatures.keys import BadKey, Token, key_in_file, key_in_token
from sokhcn.formats.pdf.signatures.making import NotSigned
from sokhcn.interfaces.cli.files import content
from sokhcn.interfaces.cli.here import BY, ByOption, the_agency, the_user
from sokhcn.interfaces.cli.outlines import the_day
from sokhcn.interfaces.cli.output import Format, FormatOption, say, show_table, tell_json, write_whole
from sokhcn.kernel.finding import must
from sokhcn.kernel.numerals import number as written_number
from sokhcn.reports.bounded import bounded
from sokhcn.reports.exporting import the_edition
from sokhcn.reports.guarded import Caps
from sokhcn.reports.models import Edition, SignedFile
from sokhcn.reports.reading import MOST_BYTES
from sokhcn.reports.signing import keeping, steps
from sokhcn.reports.signing.accepted import word_for
from sokhcn.reports.signing.examining import OFFLINE, CameBack, came_back

app = typer.Typer(help="Ký số một ấn bản: lãnh đạo ký, ghi số và ngày, cơ quan ký.", no_args_is_help=True)
PASSWORD = "SOKHCN_KEY_PASSWORD"  # noqa: S105 # the name of a variable
CAPS = Caps(seconds=120, megabytes=2000)
EditionArgument = Annotated[str, typer.Argument(metavar="ẤN_BẢN", help="Ấn bản, như 2022-01/3.")]
FileArgument = Annotated[Path, typer.Argument(metavar="TỆP", help="Tệp PDF của bước trước.")]
OutOption = Annotated[Path, typer.Option("--out", "-o", help="Tệp PDF ghi ra.")]
ImageOption = Annotated[Path | None, typer.Option("--image", help="Ảnh .png nền trong suốt hiện trên trang.")]
KeyOption = Annotated[Path | None, typer.Option("--key", help=f"Tệp khóa .p12; mật khẩu hỏi, hoặc ở {PASSWORD}.")]
LibraryOption = Annotated[Path | None, typer.Option("--pkcs11", help="Thư viện PKCS#11 của thiết bị ký.")]
TokenOption = Annotated[str, typer.Option("--token", help="Nhãn thiết bị và nhãn chứng thư: THIẾT_BỊ/CHỨNG_THƯ.")]


@app.command("leader")
def leader(  # noqa: PLR0913 - each is an option of the command
    edition: EditionArgument,
    out: OutOption,
    key: KeyOption = None,
    library: LibraryOption = None,
    token: TokenOption = "",
    image: ImageOption = None,
    by: ByOption = BY,
    format: FormatOption = Format.TEXT,
) -> None:
    """Lãnh đạo ký: ảnh chữ ký đứng giữa chức vụ và họ tên."""
    user = the_user(by)
    found = the_edition(edition, the_agency(user))
    with _key(key, library, token) as signer:
        made = steps.sign_as_leader(found, steps.Hand(signer, timezone.localtime(), _picture(image)), by=user)
    _write(out, made, f"lãnh đạo đã ký ấn bản {found.label}", format)
    _next(format, f"sign number {found.label} {out} --number SỐ --on NGÀY -o TỆP")


@app.command("number")
def number(  # noqa: PLR0913 - each is an option of the command
    edition: EditionArgument,
    file: FileArgument,
    number: Annotated[str, typer.Option("--number", metavar="SỐ", help="Số văn bản, như 15.")],
    out: OutOption,
    on: Annotated[str, typer.Option("--on", metavar="NGÀY", help="Ngày ban hành; để trống: hôm nay.")] = "",
    by: ByOption = BY,
    format: FormatOption = Format.TEXT,
) -> None:
    """Ghi số và ngày vào tệp mà lãnh đạo đã ký; chữ ký ấy vẫn hợp lệ."""
    user = the_user(by)
    found = the_edition(edition, the_agency(user))
    made = steps.fill_in_number(found, content(file), number=number, on=the_day(on), by=user)
    _write(out, made, f"đã ghi số {number}", format)
    _next(format, f"sign agency {found.label} {out} --key KHÓA.p12 --image DẤU.png -o TỆP")


@app.command("agency")
def agency(  # noqa: PLR0913 - each is an option of the command
    edition: EditionArgument,
    file: FileArgument,
    out: OutOption,
    key: KeyOption = None,
    library: LibraryOption = None,
    token: TokenOption = "",
    image: ImageOption = None,
    by: ByOption = BY,
    format: FormatOption = Format.TEXT,
) -> None:
    """Cơ quan ký: dấu trùm một phần ba chữ ký; không có ảnh dấu thì ghi ở góc trên bên phải."""
    user = the_user(by)
    found = the_edition(edition, the_agency(user))
    with _key(key, library, token) as signer:
        hand = steps.Hand(signer, timezone.localtime(), _picture(image))
        made = steps.sign_as_agency(found, content(file), hand, by=user)
    _write(out, made, "cơ quan đã ký", format)
    _next(format, f"signed {found.label} {out}")


def signed(  # noqa: PLR0913 - each is an option of the command
    edition: EditionArgument,
    file: Annotated[Path, typer.Argument(metavar="TỆP", help="Tệp PDF đã ký, hoặc bản chụp giấy.")],
    paper: Annotated[bool, typer.Option("--paper", help="Nhận bản chụp giấy theo lời người ra lệnh.")] = False,
    reason: Annotated[str, typer.Option("--reason", help="Đã đối chiếu bản giấy ra sao.")] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Chỉ xem kết luận, không nhận tệp.")] = False,
    by: ByOption = BY,
    format: FormatOption = Format.TEXT,
) -> None:
    """Nhận lại bản đã ký: kết luận từng chữ ký, so chữ với ấn bản, rồi giữ tệp. Mã thoát 1 khi không được nhận."""
    user = the_user(by)
    found = the_edition(edition, the_agency(user))
    data = content(file)
    if len(data) > MOST_BYTES:
        raise Unreadable(must("signed.large", "Tệp lớn hơn {n} MB, không nhận được.", n=MOST_BYTES >> 20))
    with bounded(file.name, CAPS):
        back = came_back(found, file.name, data, timezone.localtime())
    kept = None if dry_run else _keep(found, back, paper, reason, by)
    fits = kept.is_accepted if kept else back.is_acceptable
    if format is Format.JSON:
        sha256 = kept.sha256 if kept else None
        tell_json({"edition": found.label, "file": str(file), "accepted": fits, "sha256": sha256, **back.told()})
    else:
        _say(found, back, kept)
    if not fits:
        raise typer.Exit(1)


def _keep(edition: Edition, back: CameBack, paper: bool, reason: str, by: str) -> SignedFile | None:
    user = the_user(by)
    if paper:
        return keeping.keep_paper(edition, back, by=user, reason=reason)
    return None if back.examined.is_picture else keeping.keep(edition, back, by=user)


def _say(edition: Edition, back: CameBack, kept: SignedFile | None) -> None:
    told = back.told()
    rows = [(one["by"] or one["field"], one["issuer"], _time(one["at"]), one["verdict"]) for one in told["signatures"]]
    if rows:
        show_table(("Người ký", "Nơi cấp", "Giờ ký (theo máy ký)", "Kết luận"), rows)
    for one in told["signatures"]:
        say(*([f"Sau chữ ký của {one['by']} có thêm: {', '.join(one['later'])}."] if one["later"] else []))
    if any(one["revocation"] == OFFLINE for one in told["signatures"]):
        say(OFFLINE)
    if told["number"] or told["date"]:
        say(f"Số {told['number'] or '(trống)'}, ngày {told['date'] or '(trống)'} đọc được trong tệp.")
    if not back.examined.is_picture and not back.examined.different:
        say(f"Chữ trong tệp giống ấn bản {edition.label}, trừ số, ngày và dấu.")
    if kept is None or kept.kind != SignedFile.Kind.PAPER:
        say(*(f"{finding.severity}: {finding}" for finding in back.findings))
    if kept is not None:
        fate = "Đã nhận" if kept.is_accepted else "KHÔNG ĐƯỢC NHẬN làm bản đã ký; tệp được giữ làm chứng"
        say(f"{fate}: {word_for(kept)} ({written_number(kept.size)} byte, SHA-256 {kept.sha256}).")


def _time(iso: str) -> str:
    return f"{iso[8:10]}/{iso[5:7]}/{iso[:4]} {iso[11:19]}" if iso else "không ghi"


@contextmanager
def _key(file: Path | None, library: Path | None, token: str) -> Iterator[Signer]:
    """The key that the options name, with its password or PIN."""
    if (file is None) == (library is None):
        raise BadKey("Ghi một trong hai: --key TỆP.p12, hoặc --pkcs11 THƯ_VIỆN --token THIẾT_BỊ/CHỨNG_THƯ.")
    if file is not None:
        yield key_in_file(content(file), _password("Mật khẩu của tệp khóa"))
        return
    label, _, certificate = token.partition("/")
    if library is None or not certificate:
        raise BadKey("Ghi nhãn thiết bị và nhãn chứng thư: --token THIẾT_BỊ/CHỨNG_THƯ.")
    with key_in_token(Token(library, label, certificate), _password(f"Mã PIN của {label}")) as signer:
        yield signer


def _password(asked: str) -> str:
    told = os.environ.get(PASSWORD)
    if told is None and not sys.stdin.isatty():
        raise BadKey(f"{asked}: không có bàn phím để hỏi, hãy đặt biến môi trường {PASSWORD}.")
    return told if told is not None else str(typer.prompt(asked, hide_input=True, default="", show_default=False))


def _picture(file: Path | None) -> bytes:
    return content(file) if file is not None else b""


def _write(out: Path, made: steps.Made, what: str, format: Format) -> None:
    if out.is_dir():
        raise NotSigned(f"{out} là một thư mục: ghi tên tệp PDF sau -o.")
    write_whole(out, made.pdf)
    if format is Format.JSON:
        tell_json({"file": str(out), "bytes": len(made.pdf), "note": made.note})
        return
    say(f"Đã ghi {out} ({written_number(len(made.pdf))} byte): {what}.", *([made.note] if made.note else []))


def _next(format: Format, command: str) -> None:
    if format is Format.TEXT:
        say(f"Bước tiếp: ./sokhcn {command}")
