"""A recompile shown before it is done, with what stands by hand and what was confirmed; and then done just so."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sokhcn.compiler.outline import PROVINCE
from sokhcn.document.changes import Change, ChangeKind, compare
from sokhcn.document.walk import all_sections, words
from sokhcn.kernel.finding import Finding, Severity
from sokhcn.kernel.periods import Period
from sokhcn.kernel.progress import tell
from sokhcn.people.models import User
from sokhcn.records.models import Agency
from sokhcn.reports.checking import Checked, check_edition
from sokhcn.reports.compiling import STAGES, Compiled, compile_report, composed
from sokhcn.reports.models import Edition, OwnText
from sokhcn.reports.outlining import blueprint_for
from sokhcn.reports.reasons import said
from sokhcn.reports.sections.confirming import moved_sentences, standings
from sokhcn.reports.sections.shifting import Shift, shifts

SHOWN = 12  # letters of the digest that people repeat


@dataclass(frozen=True, slots=True)
class Preview:
    """What compiling now would make of a report; nothing is written.

    ``figures`` are those whose value changes, ``swapped`` those that keep it with other rows; ``texts`` the words that
    change beyond figures; ``told`` what somebody must know of handwork and confirmations. ``seen`` names just this
    outcome: whoever accepts it gets it and nothing else.
    """

    edition: Edition
    latest: Edition | None
    is_new: bool
    figures: tuple[Shift, ...]
    swapped: tuple[Shift, ...]
    texts: tuple[Change, ...]
    told: tuple[Finding, ...]

    @property
    def seen(self) -> str:
        return self.edition.digest[:SHOWN]


@dataclass(frozen=True, slots=True)
class Done:
    """The edition as compiled, and what the proof-reader says of it with the registers as witness."""

    compiled: Compiled
    checked: Checked


def preview(period: Period, agency: Agency, addressee: str = PROVINCE, *, by: User) -> Preview:
    """What a recompile would change. Raises what compiling raises."""
    latest = Edition.objects.latest_of(agency, period.code, addressee)
    made = composed(blueprint_for(period, agency, addressee), period, agency, by=by)
    edition = made.edition
    moved = shifts(latest.figures() if latest else (), edition.figures(), by=by) if made.is_new else ()
    changes = compare(latest.document(), edition.document()) if latest and made.is_new else ()
    return Preview(
        edition,
        latest,
        made.is_new,
        tuple(one for one in moved if one.has_value_changed),
        tuple(one for one in moved if not one.has_value_changed),
        tuple(change for change in changes if change.kind is not ChangeKind.FIGURE),
        tuple(told_of(edition)),
    )


def recompile(period: Period, agency: Agency, addressee: str = PROVINCE, *, by: User, seen: str = "") -> Done:
    """Compile, and have the result proof-read. With ``seen`` only what a preview showed. Raises ``NotAsShown`` and
    what compiling raises."""
    compiled = compile_report(period, agency, by=by, addressee=addressee, seen=seen)
    tell("Soát báo cáo theo quy tắc và sổ", 3, STAGES)
    return Done(compiled, check_edition(compiled.edition, agency))


def told_of(edition: Edition) -> Iterator[Finding]:
    """What is to be known of the handwork in ``edition``, and of confirmations that it has gone beyond."""
    yield from _of_texts(edition)
    yield from _of_overrides(edition)
    for one in standings(edition):
        for sentence in moved_sentences(one):
            yield _look("chapter.moved", "{what}.", f"mục “{one.chapter.title}”", what=sentence)


def _of_texts(edition: Edition) -> Iterator[Finding]:
    titles = _titles(edition)
    for one in edition.rules.get("own_texts", ()):
        where = f"mục “{titles.get(one['chapter'], one['chapter'])}”"
        place = OwnText.Place(one["place"]).label.lower()
        about = {"place": place, "anchor": _short(one["anchor"]), "row": one["row"][0]}
        if one["first"] is None:
            yield _look("handwork.homeless", "Đoạn viết tay số {row}: đề cương không còn mục này.", where, **about)
        elif not one["sure"]:
            template = "Đoạn viết tay số {row} đứng {place} câu “{anchor}”, nay câu ấy khác; đoạn đặt ở chỗ gần nhất."
            yield _look("handwork.anchor", template, where, **about)


def _of_overrides(edition: Edition) -> Iterator[Finding]:
    labels = {figure.key: figure.label for figure in edition.figures()}
    titles = _titles(edition)
    for one in edition.rules.get("overrides", ()):
        where = f"mục “{titles.get(one['chapter'], one['chapter'])}”" if one["chapter"] else "cả báo cáo"
        about = {"label": labels.get(one["key"], one["key"]), "value": one["value"], **_counts(one)}
        about |= {"by": one["by"], "reason": one["reason"]}
        if one["times"] and one["counted"] is not None:
            template = "In {value} thay cho {now} ({label}), {by}: {reason}"
            yield Finding("override.printed", Severity.HINT, template, about, where)
        if not one["times"]:
            yield _look("override.nowhere", "Số ghi đè {value} ({label}) không còn in ở đâu.", where, **about)
        elif one["counted"] != one["was_counted"]:
            template = "Số ghi đè {value} ({label}): khi ghi đè sổ đếm {was}, nay sổ đếm {now}."
            yield _look("override.counted", template, where, **about)


def _titles(edition: Edition) -> Mapping[str, str]:
    return {section.key: words(section.title) for section in all_sections(edition.document().sections)}


def _counts(one: Mapping[str, Any]) -> dict[str, str]:
    return {"was": one["was_counted"] or said(None), "now": one["counted"] or said(None)}


def _look(id: str, template: str, where: str, **values: object) -> Finding:
    return Finding(id, Severity.LOOK, template, values, where)


def _short(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:79]}…"
