"""An edited Word file taken back: what it asks for, figure by figure and text by text; and accepting that, at once."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from sokhcn.compiler.sourcing import source_of
from sokhcn.document.changes import Change, ChangeKind, Line, Pair, controls_changed, paired, says_the_same
from sokhcn.document.strokes import Part, Stroke
from sokhcn.document.walk import words
from sokhcn.figures.aspect import Aspect, seen, split_key
from sokhcn.figures.figure import FigureSet, Value
from sokhcn.kernel.finding import Finding, must
from sokhcn.kernel.numerals import read_number
from sokhcn.people.models import User
from sokhcn.records.models import Agency
from sokhcn.records.writing import writing
from sokhcn.reports.handwork.overriding import figure_text
from sokhcn.reports.measuring import figures_for
from sokhcn.reports.models import Edition, Override, OwnText
from sokhcn.reports.returning import CameBack, came_back
from sokhcn.reports.sections.chapters import Chapter, chapters
from sokhcn.reports.sections.editing import Printed, Written, override_row, overrides_at, save_all, text_row
from sokhcn.reports.sections.refusing import NotDone
from sokhcn.reports.sections.strange import refusal

Place = OwnText.Place
TEXTS = (Part.PARAGRAPH, Part.ITEM)


class Choice(StrEnum):
    """What becomes of a figure that somebody retyped."""

    KEEP = "keep"  # the register is right: its number stays
    OVERRIDE = "override"  # the typed number is printed, with a reason
    MEND = "mend"  # the register is wrong and will be mended there: nothing is overridden

    @property
    def label(self) -> str:
        """The word for it."""
        return CHOICES[self]


CHOICES = MappingProxyType({Choice.KEEP: "theo sổ", Choice.OVERRIDE: "ghi đè", Choice.MEND: "sửa sổ"})


@dataclass(frozen=True, slots=True)
class Resolution:
    """The choice for one retyped figure; an override has a reason."""

    choice: Choice
    reason: str = ""


@dataclass(frozen=True, slots=True)
class FigureEdit:
    """A figure that reads otherwise: ``03 → 04, sổ ghi 03``. ``chapter`` is empty in an appendix."""

    number: int
    chapter: str
    where: str
    key: str
    label: str
    printed: str
    typed: str
    counted: Value | None

    def __str__(self) -> str:
        counted = "không đếm được" if self.counted is None else f"ghi {figure_text(self.counted)}"
        return f"{self.printed} → {self.typed}, sổ {counted}"


@dataclass(frozen=True, slots=True)
class TextEdit:
    """Lines of a chapter that read otherwise; ``gone`` are keys of figures and papers whose control was deleted."""

    chapter: str
    where: str
    before: str
    after: str
    written: Written
    gone: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Brought:
    """What a file asks for. ``refused`` says what cannot be taken from a file, and where it is done instead."""

    came: CameBack
    figures: tuple[FigureEdit, ...] = ()
    texts: tuple[TextEdit, ...] = ()
    refused: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Accepted:
    """What was written, and the figures to be mended in the registers."""

    texts: int
    overrides: int
    to_mend: tuple[FigureEdit, ...]


def brought(data: bytes, agency: Agency, label: str = "") -> Brought:
    """What the file ``data`` asks for; nothing is written. Raises ``NotADocx``, ``NoEdition``."""
    came = came_back(data, agency, label)
    if came.edition is None:
        return Brought(came)
    pairs = paired(came.edition.document(), came.returned.document)
    known = {chapter.key: chapter for chapter in chapters(came.edition)}
    figures = tuple(_figures(pairs, came, agency))
    texts = [edit for key, chapter in known.items() for edit in _texts(chapter, _of(pairs, key))]
    return Brought(came, figures, tuple(texts), tuple(_refused(pairs, known)))


def accept(bring: Brought, resolutions: Mapping[int, Resolution], *, by: User) -> Accepted:
    """Write what the file asks for, all of it in one transaction. Raises ``NotDone`` and writes nothing."""
    edition = bring.came.edition
    if edition is None:
        raise NotDone("Tệp không ghi ấn bản nào: ghi ấn bản để so, như 2022-01/3.")
    if findings := tuple(_unresolved(bring, resolutions)):
        raise NotDone("Chưa nhận tệp, không ghi gì.", findings)
    known = {chapter.key: chapter for chapter in chapters(edition)}
    chosen = [(one, resolutions[one.number]) for one in bring.figures]
    overrides = _overrides(edition, [(one, how.reason) for one, how in chosen if how.choice is Choice.OVERRIDE], by)
    kept = [
        row for one, how in chosen if how.choice is Choice.KEEP for row in overrides_at(edition, one.chapter, one.key)
    ]
    texts = [text_row(edition, known[one.chapter], one.written, by) for one in bring.texts]
    if overrides or texts or kept:
        with writing(by=by, occasion=f"Nhận lại tệp Word của ấn bản {edition.label}") as pen:
            save_all(pen, [*texts, *overrides])
            for row in kept:  # the register's own number is printed again
                pen.trash(row)
    to_mend = tuple(one for one, how in chosen if how.choice is Choice.MEND)
    return Accepted(len(texts), len(overrides), to_mend)


def _overrides(edition: Edition, chosen: list[tuple[FigureEdit, str]], by: User) -> list[Override]:
    """A row for each figure and chapter. Raises ``NotDone`` where one is to be printed in two ways there."""
    rows: dict[tuple[str, str], Override] = {}
    for one, reason in chosen:
        value, key = Decimal(_value(one)), (one.chapter, one.key)
        if key in rows and rows[key].value != value:
            raise NotDone(f"{one.where}: {one.label} được gõ lại thành hai số khác nhau. Sửa tệp cho thống nhất.")
        if key not in rows:
            rows[key] = override_row(edition, Printed(one.key, value, reason, one.chapter), by)
    return list(rows.values())


def _value(one: FigureEdit) -> Value:
    value = read_number(one.typed.strip().removesuffix("%"))
    assert value is not None  # what is no number is not told as a figure
    return value


def _unresolved(bring: Brought, resolutions: Mapping[int, Resolution]) -> Iterator[Finding]:
    for one in bring.figures:
        how = resolutions.get(one.number)
        about: dict[str, Any] = {"what": str(one), "label": one.label, "number": one.number}
        if how is None:
            advice = (
                "--resolve '{number}=theo sổ', --resolve '{number}=sửa sổ', hoặc --resolve '{number}=ghi đè: LÝ_DO'."
            )
            template = "số thứ {number} ({label}: {what}) chưa được giải quyết."
            yield must("returned.unresolved", template, where=one.where, suggestion=advice, **about)
        elif how.choice is Choice.OVERRIDE and not how.reason.strip():
            yield must("returned.reason", "ghi đè số thứ {number} ({label}) phải có lý do.", where=one.where, **about)
    for number in resolutions.keys() - {one.number for one in bring.figures}:
        yield must("returned.number", "Tệp không có số thứ {number} phải giải quyết.", number=number)


# --- figures ----------------------------------------------------------------------------------------------------------


def _figures(pairs: Iterable[Pair], came: CameBack, agency: Agency) -> Iterator[FigureEdit]:
    """Figures retyped, each as often as it was: what is printed twice may be meant twice."""
    assert came.edition is not None
    found = [(line, change) for pair in pairs for line, change in _retyped(pair)]
    now = figures_for(came.edition.period, agency) if found else FigureSet({})
    labels = {figure.key: figure.label for figure in came.edition.figures()}
    for number, (line, change) in enumerate(found, 1):
        label = labels.get(split_key(change.key)[0], change.key)
        about = (line.chapter, line.where, change.key, label, change.before or "", change.after or "")
        yield FigureEdit(number, *about, _counted(now, change.key))


def _retyped(pair: Pair) -> Iterator[tuple[Line, Change]]:
    before, after = pair
    for change in controls_changed(pair) if before and after else ():
        if change.kind is ChangeKind.FIGURE and change.before is not None and change.after is not None:
            assert after is not None
            yield after, change


def _counted(now: FigureSet, key: str) -> Value | None:
    base, aspect = split_key(key)
    if base not in now:
        return None
    value: Value | None = seen(now[base], aspect).value if aspect else now[base].value
    unsigned = aspect in (Aspect.CHANGE, Aspect.GROWTH)  # a sentence says giảm 03
    return -value if unsigned and value is not None and value < 0 else value


# --- texts ------------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Target:
    """Where lines of a file belong: a line of the edition (by number, 0: before the first), or a hand-written text."""

    number: int
    own: int | None
    before: list[Line]
    after: list[Stroke]
    changed: bool
    added: list[Stroke]
    gone: list[str]


def _of(pairs: Iterable[Pair], chapter: str) -> Iterator[Pair]:
    for before, after in pairs:
        line = before or after
        if line is not None and line.chapter == chapter and line.stroke.part in TEXTS:
            yield before, after


def _texts(chapter: Chapter, pairs: Iterable[Pair]) -> Iterator[TextEdit]:
    for target in _targets(chapter, pairs):
        if target.own is not None:
            if target.changed or target.added:
                yield _edit(chapter, target, Place.INSTEAD, [*target.after, *target.added])
            continue
        if target.changed:
            yield _edit(chapter, target, Place.INSTEAD, target.after)
        if target.added:
            place = Place.AFTER if target.number else Place.BEFORE
            yield _edit(chapter, target, place, target.added)


def _targets(chapter: Chapter, pairs: Iterable[Pair]) -> list[_Target]:
    targets = [_Target(0, None, [], [], False, [], [])]
    for before, after in pairs:
        if before is None:
            assert after is not None
            targets[-1].added.append(after.stroke)
            continue
        line = chapter.lines[before.place]
        if line.own is None or line.own != targets[-1].own:
            targets.append(_Target(line.number, line.own, [], [], False, [], []))
        target = targets[-1]
        target.before.append(before)
        target.after += [*target.added, *([after.stroke] if after else [])]
        target.changed |= bool(target.added) or _is_reworded((before, after))
        target.added = []
        target.gone += [c.key for c in controls_changed((before, after)) if c.after is None]
    return targets


def _edit(chapter: Chapter, target: _Target, place: str, strokes: list[Stroke]) -> TextEdit:
    source = source_of(strokes)
    line = chapter.lines[target.number - 1] if target.number else None
    was = "" if place != Place.INSTEAD else "\n".join(one.text for one in target.before)
    now = "\n".join(stroke.before + words(stroke.cells[0]) for stroke in strokes)
    gone = tuple(target.gone) if place == Place.INSTEAD else ()
    if line is None and place == Place.BEFORE and chapter.lines:
        line = chapter.lines[0]
    return TextEdit(chapter.key, chapter.title, was, now, Written(place, source, line), gone)


def _is_reworded(pair: Pair) -> bool:
    """Whether words differ, those of papers included; figures are resolved one by one."""
    return not says_the_same(pair) or any(one.kind is ChangeKind.PAPER for one in controls_changed(pair))


# --- what no file can ask for -----------------------------------------------------------------------------------------


def _refused(pairs: Iterable[Pair], known: Mapping[str, Chapter]) -> Iterator[Finding]:
    for before, after in pairs:
        line = after or before
        assert line is not None
        is_text = line.chapter in known and line.stroke.part in TEXTS
        if not is_text and _is_reworded((before, after)):
            yield refusal(before, after)
