"""Pictures of twenty pages of the demonstration, to be looked at: light, dark, on a telephone, and printed.

``python -m tests.shots`` puts them into var/shots/; with ``en`` behind it the pages are English.
"""

import os
import shutil
import sys
import threading
from contextlib import ExitStack
from pathlib import Path

SHOTS, DEMO = Path("var/shots"), Path("var/demo.sqlite3")
SCREEN, TELEPHONE = {"width": 1366, "height": 768}, {"width": 390, "height": 844}
NOTHING = "Chưa có dữ liệu trình diễn: chạy make demo trước.\n"


def main(language: str = "vi") -> int:
    if not DEMO.exists():
        sys.stderr.write(NOTHING)
        return 2
    _beside_the_demo()
    server, clock = _served()
    try:
        _taken(f"http://127.0.0.1:{server.effective_port}", language)
    finally:
        server.close()
        clock.close()
    return 0


def _beside_the_demo() -> None:
    """A copy of the demonstration: what is added for the pictures does not stay in it."""
    home = SHOTS / "home"
    shutil.rmtree(home, ignore_errors=True)
    (home / "var").mkdir(parents=True)
    for file in DEMO.parent.glob(f"{DEMO.name}*"):
        shutil.copy(file, home / "var" / file.name)
    os.environ |= {"SOKHCN_HOME": str(home.resolve()), "DJANGO_ALLOW_ASYNC_UNSAFE": "true", "DATABASE_URL": ""}
    os.environ["DJANGO_SETTINGS_MODULE"] = "sokhcn.config.settings"
    os.environ.pop("SOKHCN_DATABASE", None)


def _served():  # type: ignore[no-untyped-def]
    import waitress
    from django.core.wsgi import get_wsgi_application

    application = get_wsgi_application()
    from django.core.management import call_command

    from sokhcn.reports.demo_clock import last_written, standing_at
    from tests.interfaces.web.tour import furnish

    call_command("migrate", verbosity=0)  # the demonstration may be of an earlier day
    clock = ExitStack()
    clock.enter_context(standing_at(last_written()))
    furnish()
    server = waitress.create_server(application, host="127.0.0.1", port=0, threads=4)
    threading.Thread(target=server.run, daemon=True).start()
    return server, clock


def _taken(url: str, language: str) -> None:
    from playwright.sync_api import sync_playwright

    from tests.interfaces.web.hands import ARGS
    from tests.interfaces.web.office import at_the_door
    from tests.interfaces.web.tour import STOPS

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=list(ARGS))
        pages = {}
        for login in dict.fromkeys(stop.by for stop in STOPS):
            context = browser.new_context(viewport=SCREEN, locale="vi-VN", reduced_motion="reduce")
            session = at_the_door(login).cookies["sessionid"].value
            cookies = {"sessionid": session, "django_language": language}
            context.add_cookies([{"name": name, "value": value, "url": url} for name, value in cookies.items()])
            pages[login] = context.new_page()
        for number, stop in enumerate((stop for stop in STOPS if stop.is_shot), 1):
            _pictures(pages[stop.by], url + stop.address, SHOTS / f"{number:02}-{stop.picture}-{language}")
        browser.close()


def _pictures(page, address: str, name: Path) -> None:  # type: ignore[no-untyped-def]
    """One page: on the screen, light and dark; on a telephone; on paper."""
    page.set_viewport_size(SCREEN)
    page.goto(address, wait_until="networkidle")
    page.screenshot(path=f"{name}-light.png", animations="disabled")
    page.emulate_media(color_scheme="dark")
    page.screenshot(path=f"{name}-dark.png", animations="disabled")
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(TELEPHONE)
    page.screenshot(path=f"{name}-390.png", full_page=True)
    page.set_viewport_size(SCREEN)
    page.pdf(path=f"{name}.pdf", format="A4", print_background=True)
    sys.stdout.write(f"{name}\n")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
