"""A capital in the middle of a sentence, on words with which no name begins."""

from collections.abc import Iterator, Mapping, Sequence

from sokhcn.checker.rule import Fault, fault, rule
from sokhcn.checker.subject import Subject
from sokhcn.checker.words import NEAR, Word, is_common, under_head, words
from sokhcn.document.letters import Span
from sokhcn.kernel.finding import Severity

BASIS = "Nghị định số 30/2020/NĐ-CP, Phụ lục II"
BEFORE, BEHIND = 2, 3
# Inspectorates are called so: Thanh tra tỉnh, Thanh tra huyện, Thanh tra Sở.
INSPECTED = frozenset({"tỉnh", "huyện", "quận", "thị", "thành", "chính", "nhà", "sở", "bộ", "các"})


@rule("writing.capitals", "Giữa câu không viết hoa từ không phải là tên riêng.", Severity.HINT, basis=BASIS)
def capital_mid_sentence(subject: Subject) -> Iterator[Fault]:
    known = _by_beginning(subject)
    spans = [*([subject.text.title.span] if subject.text.title.span else []), *subject.text.paragraphs]
    for span in spans:
        found = words(subject, span)
        for place in range(1, len(found) - 1):
            word = found[place]
            if _is_wrong(subject, found, place) and not _is_name(subject, word, found[place + 1], known):
                lower = f"{word.text.lower()} {found[place + 1].text}"
                said = "Giữa câu không viết hoa “{word}”."
                around = _around(found, place)
                yield fault(around, said, word=f"{word.text} {found[place + 1].text}", suggestion=lower)


def _is_wrong(subject: Subject, found: Sequence[Word], place: int) -> bool:
    word, following = found[place], found[place + 1]
    if not word.is_capital or word.starts or following.is_capital or not is_common(word, following):
        return False
    if _is_inspectorate(found, place) or _is_organisation(found, place):
        return False
    between = subject.flow[found[place - 1].span[1] : word.span[0]]
    return (
        between.isspace()
        and found[place - 1].text[0].islower()
        and not under_head(tuple(found[max(place - NEAR, 0) : place]))
    )


def _is_inspectorate(found: Sequence[Word], place: int) -> bool:
    name = [word.text.lower() for word in found[place : place + 3]]
    return name[:2] == ["thanh", "tra"] and name[2:] != [] and name[2] in INSPECTED


def _is_organisation(found: Sequence[Word], place: int) -> bool:
    """Tổ chức Y tế thế giới: a body whose name goes on with a capital."""
    name = found[place : place + 3]
    return " ".join(word.text for word in name[:2]) == "Tổ chức" and name[-1].is_capital


def _by_beginning(subject: Subject) -> Mapping[str, list[str]]:
    """Names that the registers have, by their first two words."""
    found: dict[str, list[str]] = {}
    for name in subject.witness.names():
        found.setdefault(" ".join(name.split()[:2]), []).append(name)
    return found


def _is_name(subject: Subject, word: Word, following: Word, known: Mapping[str, list[str]]) -> bool:
    names = known.get(f"{word.text} {following.text}", ())
    return any(subject.flow.startswith(name, word.span[0]) for name in names)


def _around(found: Sequence[Word], place: int) -> Span:
    """A few words before and behind, so that one sees where it stands; never over the beginning of a sentence."""
    first = place
    while first and place - first < BEFORE and not found[first].starts:
        first -= 1
    last = place
    while last + 1 < len(found) and last - place < BEHIND and not found[last + 1].starts:
        last += 1
    return found[first].span[0], found[last].span[1]
