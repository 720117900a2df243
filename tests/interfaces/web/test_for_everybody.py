"""Every page in a real browser: axe finds nothing, nothing sticks out or is fetched elsewhere, all is Vietnamese."""

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, Response

from tests.interfaces.web.addresses import patterns
from tests.interfaces.web.hands import browser
from tests.interfaces.web.office import at_the_door
from tests.interfaces.web.tour import NO_PAGES, STOPS, Stop, furnish
from tests.seed.compiled import january

WIDE, HIGH = 1366, 768
NARROW = (WIDE // 2, 390)  # the screen at a zoom of 200 %, and a telephone
FIRST_VISIT = 300_000  # bytes
CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast"]}, "resultTypes": ["violations"]}
# What one reads on a page; keys of the keyboard and commands are called what they are called.
VISIBLE = """() => {
  for (const key of document.querySelectorAll("kbd, code")) key.remove();
  return document.body.innerText;
}"""
FOLDER = re.compile(r"\S*/\S*/\S*")
# Words that no Vietnamese text has. Titles that officers typed may be English: they stand in rows, not around them.
ENGLISH = re.compile(
    r"\b(the|and|of|is|are|with|from|this|that|your|for|not|please|error|page|search|user|next|previous|delete|edit|"
    r"save|required|cancel|loading|select|field|submit|password|today|monday|january|february|march)\b",
    re.IGNORECASE,
)


def test_every_pattern_is_a_page_of_the_tour_or_none() -> None:
    assert {one.name for one in patterns()} == {stop.name for stop in STOPS} | set(NO_PAGES)


@pytest.mark.needs("chromium")
@pytest.mark.on("sqlite")  # pages look the same on both
@pytest.mark.django_db(transaction=True)
def test_every_page_is_there_for_everybody(live_server, settings, tmp_path) -> None:
    settings.VAR = tmp_path
    furnished()
    with browser() as chromium:
        faults = [*_light(chromium, live_server.url), *_walk(chromium, live_server.url)]
    assert not faults, "\n".join(faults)


def furnished() -> None:
    """The office of the demonstration, its report compiled."""
    january()
    furnish()


def entered(browser: Browser, url: str, login: str) -> BrowserContext:
    """The browser of somebody who is in."""
    screen = {"width": WIDE, "height": HIGH}
    context = browser.new_context(viewport=screen, locale="vi-VN", reduced_motion="reduce")  # no colour in between
    client = at_the_door(login)
    context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": url}])
    return context


def _light(browser: Browser, url: str) -> Iterator[str]:
    """The first visit: how much is fetched on it."""
    for login in ("", "tonghop"):
        context = entered(browser, url, login) if login else browser.new_context(locale="vi-VN")
        if (size := _fetched(context.new_page(), url)) > FIRST_VISIT:
            yield f"first visit of {login or 'a stranger'}: {size} bytes"
        context.close()


def _fetched(page: Page, url: str) -> int:
    answers: list[Response] = []
    page.on("response", lambda one: answers.append(one))
    page.goto(url, wait_until="networkidle")
    return sum(len(answer.body()) for answer in answers if answer.ok)


def _walk(browser: Browser, url: str) -> Iterator[str]:
    contexts = {login: entered(browser, url, login) for login in dict.fromkeys(stop.by for stop in STOPS)}
    pages = {login: context.new_page() for login, context in contexts.items()}
    elsewhere: list[str] = []
    for page in pages.values():
        page.on("request", lambda one: None if one.url.startswith((url, "data:")) else elsewhere.append(one.url))
    for stop in STOPS:
        yield from (f"{stop.picture}: {fault}" for fault in _faults(pages[stop.by], url, stop))
    yield from (f"fetched elsewhere: {place}" for place in elsewhere)


def _faults(page: Page, url: str, stop: Stop) -> Iterator[str]:
    page.set_viewport_size({"width": WIDE, "height": HIGH})
    answer = page.goto(url + stop.address)
    assert answer is not None
    if not answer.ok:
        yield f"{answer.status} {stop.address}"
    yield from _violations(Axe().run(page).response)
    page.emulate_media(color_scheme="dark")
    yield from (f"dark: {fault}" for fault in _violations(page.evaluate("axe.run", CONTRAST)))
    page.emulate_media(color_scheme="light")
    for width in (WIDE, *NARROW):
        page.set_viewport_size({"width": width, "height": HIGH})
        if (beyond := page.evaluate("document.documentElement.scrollWidth - innerWidth")) > 0:
            yield f"sticks out by {beyond} pixels at {width}"
    yield from _named(page)


def _named(page: Page) -> Iterator[str]:
    if not page.title().strip(" ·"):
        yield "no title"
    if (headings := page.locator("h1").count()) != 1:
        yield f"{headings} h1"
    if (language := page.locator("html").get_attribute("lang")) != "vi":
        yield f"lang={language}"
    if found := sorted({word.lower() for word in ENGLISH.findall(FOLDER.sub("", page.evaluate(VISIBLE)))}):
        yield f"English: {', '.join(found)}"


def _violations(response: dict) -> Iterator[str]:
    for one in response["violations"]:
        places = "; ".join(f"{' '.join(map(str, node['target']))} {node['html'][:90]}" for node in one["nodes"][:3])
        yield f"{one['id']} ×{len(one['nodes'])}: {places}"
