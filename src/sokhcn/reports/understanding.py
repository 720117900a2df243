"""A foreign file understood: its letters, and what a report in them says, both made in a process of its own."""

from sokhcn.document.letters import Unreadable
from sokhcn.document.understood import Understood
from sokhcn.kernel.finding import must
from sokhcn.kernel.numerals import number
from sokhcn.kernel.regimes import DECREE_09
from sokhcn.reports.guarded import DEFAULT, Caps
from sokhcn.reports.reading import Form, form_of, opened, read

MOST_LETTERS = 1_500_000  # some 500 pages: no report, and of nothing but counts more would take over ten seconds

MOST_BYTES_OF_ONE = 4  # of a letter, in any encoding that is read


def understood(data: bytes, name: str, caps: Caps = DEFAULT) -> Understood:
    """A file of any form, understood under caps. ``Unreadable`` carries one finding; nothing else is raised."""
    return opened(f"{__name__}:understand_file", data, name, caps, Understood)


def understand_file(data: bytes, name: str) -> Understood:
    """A file understood in this very process: for files that can be trusted."""
    from sokhcn.reader.understanding import understand  # only the process that reads needs the grammar

    # A text is the file itself: a long one is refused before it is read, whatever encoding it has.
    if form_of(data, name) in (Form.MARKDOWN, Form.TEXT) and len(data) > MOST_LETTERS * MOST_BYTES_OF_ONE:
        raise _too_long()
    letters = read(data, name)
    if len(letters.text) > MOST_LETTERS:
        raise _too_long()
    return understand(letters, DECREE_09)


def _too_long() -> Unreadable:
    template = "Tệp dài hơn {most} chữ: không phải một báo cáo."
    advice = "Tách phần cần đọc ra một tệp riêng."
    return Unreadable(must("letters.too_long", template, suggestion=advice, most=number(MOST_LETTERS)))
