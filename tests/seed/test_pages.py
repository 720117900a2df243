"""The January report on paper: every page looks as a person approved it."""

import pytest

from sokhcn.formats.pdf.render import render
from tests.pages import assert_approved
from tests.seed.compiled import january


@pytest.mark.django_db
def test_the_january_report_looks_as_approved():
    assert_approved(render(january().document(), own_font_only=True).pdf, "january")
