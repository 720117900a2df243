"""Two ways to work a page in a real browser, by mouse and by keyboard alone: a story is told once and walked by either.

Both count what they do: clicks, or keys that lead somewhere. The keyboard looks at every stop whether the focus is seen
there, and a page under the keyboard tells when a mouse was used on it after all.
"""

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import Any, Protocol

import pytest
from django.core.handlers.wsgi import WSGIHandler
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ElementHandle,
    FileChooser,
    Locator,
    Page,
    expect,
    sync_playwright,
)

ARGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
WINDOWLESS = "chromium-headless-shell"  # the same browser without windows of its own costs half as much, where it is
SCREEN = (1366, 768)
PATIENCE = 30_000  # milliseconds: on a busy machine a page takes its time
MOST_STOPS = 150  # beyond this nobody goes on with Tab
# Nothing but this machine is reachable, as with the cable out.
OFFLINE = (*ARGS, "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost")
NO_MOUSE = """
for (const kind of ["pointerdown", "pointermove", "wheel"])
  addEventListener(kind, (event) => event.isTrusted && mouseUsed(kind), true);
"""
# The links that lead past what comes before ``wanted``, the outermost first.
SKIPS = """(wanted) => [...document.querySelectorAll("a.skip")].map((link) => link.getAttribute("href"))
  .filter((place) => document.querySelector(place)?.contains(wanted))"""
IS_AHEAD = """(wanted) => {
  const at = document.activeElement;
  if (!at || at === document.body) return "top";
  const forward = at.compareDocumentPosition(wanted) & Node.DOCUMENT_POSITION_FOLLOWING;
  return forward || at.contains(wanted) ? "Tab" : "Shift+Tab";
}"""
# Where the focus is: whether at what is wanted, and what is wrong with how it is seen there. A pane scrolls to what has
# the focus with a later picture, and what is fetched may push it aside for a moment.
STOP = """async (wanted) => {
  const at = document.activeElement;
  const fault = () => {
    const box = at.getClientRects()[0], look = getComputedStyle(at);
    if (!box || box.width < 2 || box.height < 2) return "no place";
    if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth) return "out of sight";
    const x = Math.min(Math.max(box.x + box.width / 2, 1), innerWidth - 1);
    const y = Math.min(Math.max(box.y + Math.min(box.height / 2, 12), 1), innerHeight - 1);
    const above = document.elementFromPoint(x, y);
    if (above && !at.contains(above) && !above.contains(at)) return `behind ${above.outerHTML.slice(0, 60)}`;
    const ring = look.outlineStyle !== "none" && parseFloat(look.outlineWidth) > 0;
    return ring || look.boxShadow !== "none" ? "" : "no ring";
  };
  if (!at || at === document.body) return { there: false, fault: "" };
  let found = fault();
  for (let n = 0; found && n < 30; n++) {
    await new Promise(requestAnimationFrame);
    found = fault();
  }
  return { there: at === wanted, fault: found && `${found}: ${at.outerHTML.slice(0, 160)}` };
}"""


class Hand(Protocol):
    """Somebody at a page."""

    page: Page
    count: int
    mice: list[str]  # where a mouse was used by somebody who has none

    def press(self, there: Locator) -> None:
        """Follow a link, push a button, open what can be opened."""

    def write(self, there: Locator, text: str) -> None:
        """Type into a field, in place of what stood there."""

    def choose(self, there: Locator, label: str) -> None:
        """Choose from a list."""

    def send(self, there: Locator, file: Path) -> None:
        """Give a file to a field for files."""

    def save(self) -> None:
        """Save the form of a row."""

    def register(self, number: int) -> None:
        """Open the register of a chapter."""

    def home(self) -> None:
        """Go to the first page."""

    def leave(self) -> None:
        """Log out."""


class Mouse:
    """By mouse; what is written is typed, nothing else."""

    def __init__(self, page: Page) -> None:
        self.page, self.count = page, 0
        self.mice: list[str] = []

    def press(self, there: Locator) -> None:
        is_whole(self.page)
        there.click()
        self.count += 1

    def write(self, there: Locator, text: str) -> None:
        there.click()
        there.fill(text)

    def choose(self, there: Locator, label: str) -> None:
        there.select_option(label=label)

    def send(self, there: Locator, file: Path) -> None:
        with self.page.expect_file_chooser() as chooser:
            there.click()
        chooser.value.set_files(file)

    def save(self) -> None:
        self.press(self.page.get_by_role("button", name="Lưu", exact=True))

    def register(self, number: int) -> None:
        self.press(self.page.locator(f".nav [data-alt='{number}']"))

    def home(self) -> None:
        self.press(self.page.locator(".brand"))

    def leave(self) -> None:
        self.press(self.page.get_by_role("button", name="Đăng xuất"))


class Keyboard:
    """By keyboard alone: Tab, Enter, arrows, shortcuts."""

    def __init__(self, page: Page) -> None:
        self.page, self.count = page, 0
        self.mice: list[str] = []
        self.choosers: list[FileChooser] = []
        page.on("filechooser", self.offered)  # from the first page on: told at the moment, it may come too late
        page.expose_function("mouseUsed", lambda kind: self.mice.append(kind))
        page.add_init_script(NO_MOUSE)

    def offered(self, chooser: FileChooser) -> None:
        self.choosers.append(chooser)

    def key(self, name: str) -> None:
        self.page.keyboard.press(name)
        self.count += 1

    def reach(self, there: Locator) -> None:
        """Go on with Tab, or back, until ``there`` has the focus; at each stop it is seen."""
        expect(there).to_be_visible()
        is_whole(self.page)
        wanted = there.element_handle()
        way = self.page.evaluate(IS_AHEAD, wanted)
        if way != "top":
            return self._tab(way, wanted)
        in_menu = self.page.evaluate("(wanted) => Boolean(wanted.closest('nav.nav'))", wanted)
        for place in ["#main"] if in_menu else self.page.evaluate(SKIPS, wanted):
            self._tab("Tab", self.page.locator(f"a.skip[href='{place}']").element_handle())
            self.key("Enter")
        return self._tab("Shift+Tab" if in_menu else "Tab", wanted)  # the end of the menu is just before the page

    def _tab(self, key: str, wanted: ElementHandle) -> None:
        for _ in range(MOST_STOPS):
            stop = self.page.evaluate(STOP, wanted)
            assert not stop["fault"], f"{stop['fault']} ({self.page.url})"
            if stop["there"]:
                return
            self.key(key)
        raise AssertionError(f"{key} does not come to {wanted} on {self.page.url}")

    def press(self, there: Locator) -> None:
        self.reach(there)
        self.key("Enter")

    def write(self, there: Locator, text: str) -> None:
        self.reach(there)
        self.page.keyboard.press("Control+a")
        self.page.keyboard.insert_text(text)

    def choose(self, there: Locator, label: str) -> None:
        self.reach(there)
        labels = [one.strip() for one in there.locator("option").all_inner_texts()]
        self.key("Home")
        for _ in range(labels.index(label)):
            self.key("ArrowDown")
        assert there.locator("option:checked").inner_text().strip() == label

    def send(self, there: Locator, file: Path) -> None:
        self.reach(there)
        for _ in range(10):  # a busy browser may find that a key was pressed too long ago to open a window
            self.key("Enter")
            for _ in range(30):
                self.page.wait_for_timeout(100)
                if self.choosers:
                    return self.choosers.pop().set_files(file)
        raise AssertionError(f"no window to choose a file on {self.page.url}")

    def shortcut(self, name: str) -> None:
        is_whole(self.page)
        self.key(name)

    def save(self) -> None:
        self.shortcut("Control+s")

    def register(self, number: int) -> None:
        self.shortcut(f"Alt+{number}")

    def home(self) -> None:
        self.shortcut("Control+k")  # which stands at the top of every page
        self.press(self.page.locator(".brand"))

    def leave(self) -> None:
        self.shortcut("Control+k")
        self.press(self.page.get_by_role("button", name="Đăng xuất"))


def is_whole(page: Page) -> None:
    """Wait until the page's own scripts have begun: on a busy machine its words are seen before keys lead anywhere."""
    page.wait_for_load_state("domcontentloaded")


@contextmanager
def browser() -> Iterator[Browser]:
    """Debian's Chromium, with nothing but this machine within reach."""
    # Playwright runs a loop in this thread, and Django would refuse the database inside it.
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        patch.setattr(WSGIHandler, "__call__", _in_turn(WSGIHandler.__call__))
        expect.set_options(timeout=PATIENCE)
        program = shutil.which(WINDOWLESS) or "/usr/bin/chromium"
        chromium = playwright.chromium.launch(executable_path=program, args=list(OFFLINE))
        yield chromium
        chromium.close()
        expect.set_options(timeout=5_000)


def _in_turn(answer: Callable[..., Any]) -> Callable[..., Any]:
    """``answer`` for one request after another: threads of a live server share one connection to a database in memory,
    and two of them at once would end each other's savepoints."""
    turn = RLock()

    def answered(*request: Any) -> Any:
        with turn:
            return answer(*request)

    return answered


@contextmanager
def at_a_screen(chromium: Browser, size: tuple[int, int] = SCREEN) -> Iterator[tuple[Page, list[str]]]:
    """A page, and its troubles: what the console says, what was asked of other machines, where a mouse was used."""
    width, height = size
    context: BrowserContext = chromium.new_context(
        viewport={"width": width, "height": height}, locale="vi-VN", reduced_motion="reduce"
    )
    context.set_default_timeout(PATIENCE)
    page, troubles = context.new_page(), list[str]()
    page.on("console", lambda line: troubles.append(line.text) if line.type == "error" else None)
    page.on("pageerror", lambda trouble: troubles.append(str(trouble)))
    page.on("request", lambda one: troubles.append(one.url) if not HERE.match(one.url) else None)
    yield page, troubles
    context.close()


def unexpected(troubles: list[str]) -> list[str]:
    """The troubles but for those of a form that was refused, as it should be."""
    return [trouble for trouble in troubles if not trouble.startswith(REFUSED)]


REFUSED = "Failed to load resource: the server responded with a status of 422"
HERE = re.compile(r"(http://(127\.0\.0\.1|localhost):\d+/|data:|blob:)")
