"""The command that serves the web pages on this machine."""

from typing import Annotated

import typer
import waitress
from django.core.wsgi import get_wsgi_application

from sokhcn.interfaces.cli.here import BY, Unready, the_user
from sokhcn.interfaces.cli.output import Format, FormatOption, say, tell_json
from sokhcn.reports import tasks

THREADS = 8


def serve(
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help="Cổng trên máy này.")] = 8000,
    host: Annotated[str, typer.Option("--host", help="Địa chỉ nghe; mặc định chỉ máy này.")] = "127.0.0.1",
    format: FormatOption = Format.TEXT,
) -> None:
    """Mở các trang web; dừng bằng Ctrl+C."""
    if BY:
        the_user(BY)
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
    tasks.wake()  # what the server before this one left undone
    server.run()
