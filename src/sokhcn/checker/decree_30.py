"""Which documents the form of Decree 30/2020/NĐ-CP binds: not those of the Party, nor what was written before it."""

from datetime import date

from sokhcn.document.understood import Understood
from sokhcn.kernel.folding import fold

IN_FORCE = date(2020, 3, 5)  # Decree 30/2020/NĐ-CP, Article 37
PARTY = ("tinh uy", "thanh uy", "huyen uy", "thi uy", "quan uy", "dang uy", "dang bo", "ban chap hanh dang bo")


def binds(text: Understood) -> bool:
    """Whether the form of the Decree is asked of ``text``; an undated paper is taken for a new one."""
    header = text.header
    before = (header.date is not None and header.date < IN_FORCE) or (header.year or IN_FORCE.year) < IN_FORCE.year
    return not before and not of_the_party(text)


def of_the_party(text: Understood) -> bool:
    """Whether a body of the Party issued it: its name says so, or the Party's national line stands above."""
    header = text.header
    named = [fold(name) for name in (header.parent_agency, header.agency) if name]
    return any(name.startswith(PARTY) for name in named) or "/" in (header.symbol or "")
