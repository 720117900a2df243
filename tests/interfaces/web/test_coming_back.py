"""Whoever opens a row from another page and saves it is there again, if that page is one of ours."""

import pytest

from sokhcn.people.models import User
from sokhcn.reports.compiling import compile_report
from sokhcn.reports.periods import the_period
from tests.interfaces.web.office import SLUG, at_the_door, document, form_of, office

pytestmark = pytest.mark.django_db


def test_a_row_behind_a_figure_leads_back_to_the_figure_beside_its_report():
    agency, client = office(), at_the_door()
    compile_report(the_period("2022-01"), agency, by=User.objects.get(username="tonghop"))
    row, place = document("14-NQ/TU"), "/bao-cao/2022-01/?du-thao=1&so=advice.issued"
    why = client.get("/bao-cao/2022-01/vi-sao/advice.issued/").text
    link = f"/so/{SLUG}/{row.pk}/?ve=/bao-cao/2022-01/%3Fdu-thao%3D1%26so%3Dadvice.issued"
    assert f'href="{link}"' in why
    assert f'href="{place}"'.replace("&", "&amp;") in client.get(link).text
    wrong = client.post(link, form_of(row, paper__issued_on="32/01/2022"))
    assert (wrong.status_code, wrong.context["back"]) == (422, place)
    assert client.post(link, form_of(row, paper__issued_on="15/01/2022"))["Location"] == place
    assert 'data-shown="advice.issued"' in client.get(place).text


@pytest.mark.parametrize(
    "address", ["https://example.org/", "//example.org/", "javascript:alert(1)", "", "999", "logout"]
)
def test_nobody_is_led_elsewhere(address):
    office()
    row, client = document("14-NQ/TU"), at_the_door()
    saved = client.post(f"/so/{SLUG}/{row.pk}/?ve={address}", form_of(row))
    assert saved["Location"] == f"/so/{SLUG}/{row.pk}/"
