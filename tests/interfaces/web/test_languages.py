"""Pages speak one language: no English word or code on a Vietnamese one, no Vietnamese in the frame of an English."""

import re
from collections.abc import Iterator
from functools import cache

import pytest
from django.test import Client
from lxml import html

from sokhcn.people.models import User
from sokhcn.records.models import Agency, Unit
from tests.interfaces.web.office import at_the_door
from tests.interfaces.web.test_for_everybody import ENGLISH, furnished
from tests.interfaces.web.tour import STOPS, Stop

# A few pages of each kind: a walk past all of them takes a browser's time in `test_for_everybody`.
WALKED = (
    *("viec-cua-toi", "so", "dong", "them-dong", "nhap", "thong-ke", "vi-sao", "kiem-tra", "chot-so", "chenh-lech"),
    *("mot-nguoi", "viec-dai"),
)
UNREAD = "//script | //style | //textarea | //kbd | //code | //pre | //*[@lang and not(self::html)]"
# Parts that hold our words; rows, headings of a thing and what a report says are what somebody wrote.
FRAME = (
    "//th[@scope='col'] | //button | //legend | //dt | //summary | //label[not(.//input)] | //*[contains(@class,'btn')]"
)
CODE = re.compile(r"\b[a-z]+(?:_[a-z]+)+\b|\bMenu\b")
VIETNAMESE = re.compile(r"[À-ÖØ-öø-ỹĐđ]")
NAME = "Sổ KH&CN"


@pytest.mark.on("sqlite")  # pages say the same on both
@pytest.mark.django_db
def test_each_page_speaks_the_language_of_the_screen(settings, tmp_path) -> None:
    settings.VAR = tmp_path
    furnished()
    names = {*Agency.objects.values_list("name", flat=True), *Unit.objects.values_list("short", flat=True), NAME}
    names |= {one.get_full_name() for one in User.objects.all()} | set(Unit.objects.values_list("name", flat=True))
    stops = [stop for stop in STOPS if stop.picture in WALKED]
    faults = [f"vi {stop.picture}: {fault}" for stop in stops for fault in _foreign(_page(stop, "vi"))]
    faults += [f"en {stop.picture}: {fault}" for stop in stops for fault in _left(_page(stop, "en"), names)]
    assert not faults, "\n".join(faults)


@cache
def _visitor(login: str, language: str) -> Client:
    client = at_the_door(login)
    client.cookies["django_language"] = language
    return client


def _page(stop: Stop, language: str) -> html.HtmlElement:
    page = html.fromstring(_visitor(stop.by, language).get(stop.address).content.decode())
    for part in page.xpath(UNREAD):
        part.drop_tree()
    return page


def _foreign(page: html.HtmlElement) -> Iterator[str]:
    for text in map(str.strip, page.xpath("//body//text()")):
        yield from (f"{found[0]} in {text}" for word in (CODE, ENGLISH) for found in word.finditer(text))


def _left(page: html.HtmlElement, names: set[str]) -> Iterator[str]:
    for part in page.xpath(FRAME):
        text = " ".join(part.text_content().split())
        for name in sorted(names, key=len, reverse=True):
            text = text.replace(name, "")
        if VIETNAMESE.search(text):
            yield f"<{part.tag}> {text}"
