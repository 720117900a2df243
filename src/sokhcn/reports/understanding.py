"""A foreign file understood: its letters, and what a report in them says."""

from sokhcn.document.letters import Unreadable
from sokhcn.document.understood import Understood
from sokhcn.kernel.finding import must
from sokhcn.reader.understanding import understand
from sokhcn.records.dated import DECREE_09
from sokhcn.reports.reading import letters_of

MOST_LETTERS = 1_500_000  # some 500 pages: no report, and of nothing but counts more would take over ten seconds


def understood(data: bytes, name: str) -> Understood:
    """A file of any form, understood. ``Unreadable`` carries one finding; nothing else is raised."""
    letters = letters_of(data, name)
    if len(letters.text) > MOST_LETTERS:
        template = "Tệp dài {n} chữ, quá mức {most} chữ của một báo cáo."
        advice = "Tách phần cần đọc ra một tệp riêng."
        n, most = len(letters.text), MOST_LETTERS
        raise Unreadable(must("letters.too_long", template, where=name, suggestion=advice, n=n, most=most))
    return understand(letters, DECREE_09)
