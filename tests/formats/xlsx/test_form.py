"""Workbooks that officers fill in, get back or print: whatever a cell begins with, it is a text and runs nothing."""

from datetime import date

import pytest

from sokhcn.document.ledger import Ledger
from sokhcn.document.nodes import Column
from sokhcn.formats.xlsx.faults import render_faults
from sokhcn.formats.xlsx.form import FormColumn, render_form
from sokhcn.formats.xlsx.ledger import render as render_ledger
from tests.formats.xlsx.opened import opened

LIKE_FORMULAS = ("=1+1", "+84 68", "-x", "@SUM(A1)", '=HYPERLINK("http://x")', "{=1}", "=cmd|'/c calc'!A1", "\t=1")


def form(text: str) -> bytes:
    return render_form("Sổ", [FormColumn(text, 9, text), FormColumn("Tên", 9)], [(text, text)])


def template(text: str) -> bytes:
    return render_form("Sổ", [FormColumn(text, 9, text, (text,))], (), example=[text])


def faults(text: str) -> bytes:
    return render_faults("Sổ", [(1, (text,)), (2, (text, text))], 1, {2: {0}}, {2: [text]})


def ledger(text: str) -> bytes:
    return render_ledger(Ledger(text, text, text, (text,), (Column(text, 9),), [(text,)], date(2022, 1, 31), (text,)))


@pytest.mark.parametrize("text", LIKE_FORMULAS)
@pytest.mark.parametrize("made", [form, template, faults, ledger])
def test_no_text_becomes_a_formula(made, text):
    book = opened(made(text))
    cells = [cell for name in book.names for row in book.rows(name) for cell in row]
    assert text in cells
    assert not any(book.has(name, tag) for name in book.names for tag in ("f", "hyperlink"))
