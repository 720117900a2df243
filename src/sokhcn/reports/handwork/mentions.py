"""The papers that a hand-written text names: by number and symbol, and the day (``14-NQ/TU@2021-10-11``)."""

import re
from collections.abc import Iterable, Mapping

from sokhcn.kernel.papers import Mention, read_code
from sokhcn.records.models import Paper

NAMED = re.compile(r"""papers\s*\[\s*(["'])(.*?)\1\s*\]""")


def papers_in(texts: Iterable[str]) -> Mapping[str, Mention]:
    """Every paper named in ``texts`` that the citation register has; one query."""
    names = _names(texts)
    codes = {name: read_code(name.partition("@")[0]) for name in names}
    numbers = {code.number for code in codes.values() if code}
    known: dict[str, Mention] = {}
    for paper in Paper.objects.filter(number__in=numbers).order_by("pk") if numbers else ():
        known[paper.code] = known[paper.mention.key] = paper.mention
    return {name: known[name] for name in names if name in known}


def papers_said(texts: Iterable[str]) -> Mapping[str, Mention]:
    """The same; a paper that the register has no more is said by its number alone, and found by the proof-reader."""
    texts = list(texts)
    gone = {name: Mention(name, "Văn bản", name.partition("@")[0], None, "", "") for name in _names(texts)}
    return gone | dict(papers_in(texts))


def _names(texts: Iterable[str]) -> dict[str, None]:
    return {found[2]: None for text in texts for found in NAMED.finditer(text)}
