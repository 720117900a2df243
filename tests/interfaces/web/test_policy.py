"""Every page, whoever opens it: a strict policy, no script or style of its own, one heading, labelled fields."""

import re
from collections.abc import Iterator

import pytest
from django.urls import NoReverseMatch, URLPattern, URLResolver, reverse
from lxml import html

from sokhcn.config.urls import urlpatterns
from sokhcn.people.models import User
from sokhcn.reports.compiling import compile_report
from sokhcn.reports.periods import the_period
from tests.interfaces.web.office import SLUG, at_the_door, office

pytestmark = pytest.mark.django_db
GIVEN = {"slug": SLUG, "code": "2022-01", "role": "head", "key": "advice.issued"}
ELSEWHERE = {"outline": {"code": "bao-cao-dinh-ky"}}


def pages(patterns=urlpatterns) -> Iterator[str]:
    """The address of every page that can be opened without a row at hand."""
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from pages(pattern.url_patterns)
        elif isinstance(pattern, URLPattern) and pattern.name:
            wanted = pattern.pattern.converters
            given = {**GIVEN, **ELSEWHERE.get(pattern.name, {})}
            try:
                yield reverse(pattern.name, kwargs={name: given[name] for name in wanted})
            except (KeyError, NoReverseMatch):
                continue


PARTS = ("/tong/", "/dieu-kien/", "/cot/", "/cac-cach-xem/")  # of the page of a list


def unlabelled(page) -> list[str]:
    """Fields without a label of any kind."""
    fields = page.xpath("//input[not(@type) or @type!='hidden'] | //select | //textarea")
    shown = [field for field in fields if field.get("hidden") is None]
    named = [
        f
        for f in shown
        if f.get("aria-label")
        or f.get("aria-labelledby")
        or f.xpath("ancestor::label")
        or page.xpath(f"//label[@for='{f.get('id')}']")
    ]
    return [html.tostring(field).decode()[:120] for field in shown if field not in named]


def faults_of(text: str) -> Iterator[str]:
    """What a page does that pages must not."""
    page = html.fromstring(text)
    code = page.xpath("//style | //*[@style] | //script[not(@src) and (not(@type) or @type!='application/json')]")
    yield from (f"its own: {html.tostring(one).decode()[:80]}" for one in code)
    if re.search(r"\son[a-z]+=\"", text):
        yield "a handler in an attribute"
    if (headings := len(page.xpath("//h1"))) != 1:
        yield f"{headings} h1"
    if not page.findtext(".//title").strip(" ·\n"):
        yield "no title"
    yield from unlabelled(page)


@pytest.mark.parametrize("login", ["quantri", "tonghop"])
def test_pages_keep_the_policy_and_say_what_they_are(login):
    agency = office()
    compile_report(the_period("2022-01"), agency, by=User.objects.select_related("agency").get(username="tonghop"))
    client = at_the_door(login)
    seen, faults = 0, []
    for place in dict.fromkeys(pages()):
        answer = client.get(place)
        assert "unsafe" not in answer["Content-Security-Policy"], place
        if answer.status_code != 200 or not answer["Content-Type"].startswith("text/html") or "/tep/" in place:
            continue
        if place.endswith(PARTS):
            continue
        seen += 1
        faults += [(place, fault) for fault in faults_of(answer.text)]
    assert faults == []
    assert seen > 15
