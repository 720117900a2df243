"""A .doc, .odt or .rtf file to .docx, by LibreOffice in a process and a profile of its own."""

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from sokhcn.document.letters import Unreadable
from sokhcn.kernel.finding import must

SECONDS = 60.0  # by the clock; a cold start takes about three
OWN_SECONDS = 8  # at work itself: on a busy machine a good file waits, and is read
OWN_BYTES = 450_000_000  # of memory that it writes to; an empty document takes less than half
# How a program ends that worked too long, itself or by its launcher; other systems know no such signals.
_SIGNALS = tuple(getattr(signal, name) for name in ("SIGXCPU", "SIGKILL") if hasattr(signal, name))
_STOPPED = (*(-one for one in _SIGNALS), *(128 + one for one in _SIGNALS))
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
)
# No macros, no links followed, nothing fetched for a file that may come from anywhere.
_COMMON = "/org.openoffice.Office.Common/Security/Scripting"
_SAFE = (
    (_COMMON, "MacroSecurityLevel", "3"),
    (_COMMON, "DisableMacrosExecution", "true"),
    (_COMMON, "BlockUntrustedRefererLinks", "true"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "0"),
)
_NOWHERE = "http://127.0.0.1:9"  # a proxy that answers nothing


def program() -> str | None:
    """LibreOffice on this computer, or None."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((place for place in _PLACES if Path(place).is_file()), None)


def docx_of(data: bytes, suffix: str, *, seconds: float = SECONDS) -> bytes:
    """The same document as a .docx file; ``suffix`` is ``doc``, ``odt`` or ``rtf``. ``Unreadable`` where that fails."""
    office = program()
    if office is None:
        raise Unreadable(
            must(
                "letters.no_office",
                "Máy này chưa có LibreOffice nên không đọc được tệp .{suffix}.",
                suggestion="Hãy cài LibreOffice, hoặc mở tệp bằng Word rồi lưu thành .docx.",
                suffix=suffix,
            )
        )
    with tempfile.TemporaryDirectory(prefix="sokhcn-", ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        (home / f"in.{suffix}").write_bytes(data)
        (home / "profile" / "user").mkdir(parents=True)
        (home / "profile" / "user" / "registrymodifications.xcu").write_text(_settings(), encoding="utf-8")
        _run(office, home, suffix, seconds)
        made = home / "out" / "in.docx"
        if not made.is_file():
            raise Unreadable(
                must(
                    "letters.not_converted",
                    "LibreOffice không mở được tệp .{suffix} (tệp hỏng, có mật khẩu, hoặc mở ra thì quá lớn).",
                    suggestion="Hãy mở tệp bằng Word rồi lưu thành .docx.",
                    suffix=suffix,
                )
            )
        return made.read_bytes()


def _settings() -> str:
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in _SAFE
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry" '
        f'xmlns:xs="http://www.w3.org/2001/XMLSchema">{items}</oor:items>'
    )


def _run(office: str, home: Path, suffix: str, seconds: float) -> None:
    command = [office, f"-env:UserInstallation={(home / 'profile').as_uri()}", "--headless", "--norestore"]
    command += ["--nolockcheck", "--nodefault", "--convert-to", "docx", "--outdir", str(home / "out")]
    kept = {**os.environ, "http_proxy": _NOWHERE, "https_proxy": _NOWHERE, "HOME": str(home)}
    quiet = subprocess.DEVNULL
    running = subprocess.Popen(  # noqa: S603
        [*command, str(home / f"in.{suffix}")],
        stdin=quiet,
        stdout=quiet,
        stderr=quiet,
        env=kept,
        start_new_session=True,
    )
    with contextlib.suppress(ProcessLookupError):
        _cap(running.pid)
    try:
        if running.wait(seconds) in _STOPPED:
            raise subprocess.TimeoutExpired(command, OWN_SECONDS)
    except subprocess.TimeoutExpired as late:
        raise Unreadable(
            must(
                "letters.slow_office",
                "LibreOffice chưa đọc xong tệp .{suffix} sau {seconds} giây.",
                suggestion="Hãy mở tệp bằng Word rồi lưu thành .docx.",
                suffix=suffix,
                seconds=round(late.timeout),
            )
        ) from late
    finally:
        _end(running)


def _cap(pid: int) -> None:
    """Bound its work and its memory, where the system knows such limits; what it starts inherits them."""
    try:
        import resource
    except ImportError:
        return
    if hasattr(resource, "prlimit"):
        resource.prlimit(pid, resource.RLIMIT_CPU, (OWN_SECONDS, OWN_SECONDS))
        resource.prlimit(pid, resource.RLIMIT_DATA, (OWN_BYTES, OWN_BYTES))


def _end(running: subprocess.Popen[bytes]) -> None:
    """The launcher starts a second process: end both, by the group that only they belong to."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        if hasattr(os, "killpg"):
            os.killpg(running.pid, signal.SIGKILL)
        else:
            running.kill()
    running.wait()
