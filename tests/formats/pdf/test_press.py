"""The press: which font it takes, and that it never prints in another one unasked."""

import pytest

from sokhcn.document.profile import DECREE_30
from sokhcn.formats.pdf import press
from sokhcn.formats.pdf.content import content
from tests.documents import every_node


def test_the_first_wanted_font_that_is_there():
    assert press.chosen(("Times New Roman", "Tinos"), ("Arial", "Tinos", "Times New Roman")) == "Times New Roman"
    assert press.chosen(("Times New Roman", "Tinos"), ("Arial", "Tinos")) == "Tinos"
    assert press.chosen(("Times New Roman",), ("Arial",)) == press.INSIDE_TYPST


def test_a_font_that_is_not_there_is_an_error():
    fonts = press.fonts_of(own_font_only=True)
    with pytest.raises(press.FontMissingError, match="no such font"):
        press.printed({"content": content(every_node(), DECREE_30), "timestamp": 0}, "No Such Font", fonts)


def test_own_font_only_sees_no_system_font(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv(press.FONT_FOLDER, "/usr/share/fonts")
    families = press.fonts_of(own_font_only=True).families()
    assert press.INSIDE_TYPST in families
    assert "Liberation Serif" not in families


def test_the_office_may_name_a_font_folder(monkeypatch: pytest.MonkeyPatch, tmp_path):
    monkeypatch.setenv(press.FONT_FOLDER, str(tmp_path))
    assert press.INSIDE_TYPST in press.fonts_of(own_font_only=False).families()
