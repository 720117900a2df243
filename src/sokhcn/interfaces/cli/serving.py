"""The command that serves the web pages on this machine."""

from datetime import datetime
from typing import Annotated

import typer
import waitress
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.utils import timezone

from sokhcn.interfaces.cli.here import BY, Unready, the_user
from sokhcn.interfaces.cli.outlines import the_day
from sokhcn.interfaces.cli.output import Format, FormatOption, say, tell_json
from sokhcn.kernel.dates import written
from sokhcn.reports import tasks
from sokhcn.reports.demo_clock import morning, standing_at

THREADS = 8


def serve(
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help="Cổng trên máy này.")] = 8000,
    host: Annotated[str, typer.Option("--host", help="Địa chỉ nghe; mặc định chỉ máy này.")] = "127.0.0.1",
    on: Annotated[
        str, typer.Option("--on", metavar="NGÀY", help="Bản trình diễn: coi như hôm nay là ngày này, như 17/01/2022.")
    ] = "",
    format: FormatOption = Format.TEXT,
) -> None:
    """Mở các trang web; dừng bằng Ctrl+C."""
    if BY:
        the_user(BY)
    moment = _morning_of(on) if on else None
    try:
        server = waitress.create_server(get_wsgi_application(), host=host, port=port, threads=THREADS)
    except OSError as error:
        raise Unready(
            f"Không mở được {host}:{port} ({error.strerror}). Chọn cổng khác: ./sokhcn serve --port 8080"
        ) from error
    url = f"http://{host}:{port}/"
    if format is Format.JSON:
        tell_json({"url": url})
    else:
        say(f"Mở {url} bằng trình duyệt. Dừng: Ctrl+C.")
    with standing_at(moment):
        if settings.DEMO and format is Format.TEXT:
            say(f"Bản trình diễn: coi như hôm nay là {written(timezone.localdate())}; ngày khác: --on NGÀY.")
        tasks.wake()  # what the server before this one left undone
        server.run()


def _morning_of(text: str) -> datetime:
    """The demonstration's clock goes on, never back: what was written stays in the past."""
    if not settings.DEMO:
        raise Unready("--on chỉ dùng cho bản trình diễn; bản thật theo đồng hồ của máy.")
    day, today = the_day(text), timezone.localdate()
    if day < today:
        raise Unready(f"--on {written(day)}: sổ minh họa đã ghi đến {written(today)}. Chọn từ ngày đó trở đi.")
    return timezone.now() if day == today else morning(day)
