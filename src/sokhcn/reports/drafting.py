"""Editing outlines and texts outside the program: handing them out, trying them on a period, and taking them back."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from sokhcn.compiler.draft import GUIDE, OUTLINE_FILE, TEXT_END, Draft, read_file, read_folder
from sokhcn.compiler.outline import Outline, outline_of
from sokhcn.compiler.outlined import written
from sokhcn.kernel.finding import Finding
from sokhcn.kernel.periods import Period, kinds_named
from sokhcn.people.models import User
from sokhcn.records.models import Agency
from sokhcn.records.writing import Pen, writing
from sokhcn.reports.blueprint import OWN, SHIPPED, TRIED, Blueprint, Source
from sokhcn.reports.comparing import Difference, differences
from sokhcn.reports.compiling import Compiled, composed
from sokhcn.reports.models import Edition, OwnOutline, OwnWording
from sokhcn.reports.outlining import Kept, NoOutline, blueprint_of, in_force
from sokhcn.reports.vocabulary import faults_of

LARGEST = 2_000_000


class BadDraft(Exception):
    """An edited outline is not taken; ``findings`` say everything that is wrong with it."""

    def __init__(self, sentence: str, findings: tuple[Finding, ...] = ()) -> None:
        super().__init__(sentence)
        self.findings = findings


@dataclass(frozen=True, slots=True)
class Adopted:
    """What was taken, or would be: the outline by its id, whether it changed itself, the chapters whose text did."""

    outline: str
    outline_changed: bool
    chapters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tried:
    """A report compiled from an edited outline, written nowhere, and how it differs from the edition there is."""

    compiled: Compiled
    latest: Edition | None
    differences: tuple[Difference, ...]


def read_draft(path: Path) -> Draft:
    """The draft in a file or a folder. Raises ``BadDraft`` or ``OSError``."""
    try:
        if not path.is_dir():
            return read_file(path.name, _text(path))
        files = {file.name: _text(file) for file in sorted(path.iterdir()) if file.suffix in (TEXT_END, ".toml")}
    except UnicodeDecodeError as error:
        raise BadDraft(f"Không đọc được {path}: tệp phải là văn bản mã UTF-8.") from error
    if OUTLINE_FILE not in files:
        raise BadDraft(f"Thư mục {path} không có tệp {OUTLINE_FILE}. Lấy đề cương ra bằng: ./sokhcn outline export")
    return read_folder(files)


def _text(file: Path) -> str:
    if file.stat().st_size > LARGEST:
        raise BadDraft(f"Tệp {file} lớn quá {LARGEST // 1_000_000} MB, không phải đề cương.")
    return file.read_text(encoding="utf-8")


def editable(blueprint: Blueprint) -> tuple[str, dict[str, str]]:
    """An outline and its texts to hand out: the department's own as it was given, what ships written out anew."""
    if blueprint.source.origin == SHIPPED:
        lines = written(blueprint.outline).splitlines()
        # From which day it holds is said when it is taken back.
        source = "\n".join(line for line in lines if not line.startswith("valid_from = ")) + "\n"
    else:
        source = blueprint.source.text.removeprefix(GUIDE)
    return source, {key: text.text for key, text in blueprint.texts.items()}


def kept_in(edition: Edition) -> tuple[str, dict[str, str]]:
    """The outline and the texts by which ``edition`` was compiled, as it keeps them."""
    wording = edition.rules["wording"]
    return edition.rules["outline"]["text"], {key: kept["text"] for key, kept in wording.items()}


def adopt(draft: Draft, agency: Agency, first_day: date, *, by: User, dry_run: bool = False) -> Adopted:
    """Take a draft as the department's own from ``first_day`` on. Raises ``BadDraft`` and writes nothing."""
    outline = _outline(draft, agency, first_day)
    kept = {one.outline.id: one for one in in_force(agency, first_day)}.get(outline.id)
    source = draft.outline.text.removeprefix(GUIDE).rstrip() + "\n"
    changed = kept is None or _shape(kept.outline) != _shape(outline)
    now = blueprint_of(Kept(outline, Source(source, OWN)), agency, first_day)
    texts = {key: text.text for key, text in draft.texts.items() if not _same(now, key, text.text)}
    if not dry_run and (changed or texts):
        with writing(by=by, occasion=f"Sửa đề cương {outline.id}, dùng từ {first_day:%d/%m/%Y}") as pen:
            if changed:
                about = {"agency": agency, "code": outline.id, "valid_from": first_day}
                _put(pen, OwnOutline(**about, valid_to=outline.valid_to, source=source), about)
            for key, text in texts.items():
                about = {"agency": agency, "chapter": key, "outline": outline.id, "valid_from": first_day}
                _put(pen, OwnWording(**about, text=text), about)
    return Adopted(outline.id, changed, tuple(texts))


def _put(pen: Pen, row: OwnOutline | OwnWording, about: dict[str, object]) -> None:
    """Write ``row``, or put it onto the one that is there from the same day."""
    old = type(row).objects.filter(**about).first()
    if old is not None:
        row.pk, row.version = old.pk, old.version
    pen.save(row)


def _same(now: Blueprint, key: str, text: str) -> bool:
    return key in now.texts and now.texts[key].text.strip() == text.strip()


def _shape(outline: Outline) -> Outline:
    """An outline without its days: those are of the row, not of the text."""
    return replace(outline, valid_from=date.min, valid_to=None)


def _outline(draft: Draft, agency: Agency, day: date) -> Outline:
    if findings := faults_of(draft, agency, day):
        name = draft.outline.place.name
        raise BadDraft(f"Không nhận đề cương {name}: {len(findings)} lỗi, không ghi gì.", findings)
    return outline_of({**tomllib.loads(draft.outline.text), "valid_from": day})


def attempt(draft: Draft, period: Period, agency: Agency, *, by: User) -> Tried:
    """Compile ``period`` by ``draft`` without writing anything. Raises ``BadDraft`` or what compiling raises.

    An outline that would not be taken for ``period`` is not tried on it.
    """
    outline = _outline(draft, agency, period.end)
    if period.kind not in outline.kinds:
        raise NoOutline(
            f"Đề cương {outline.id} dùng cho: {kinds_named(outline.kinds)}; không dùng cho {period.name}. "
            f"Xem thử một kỳ khác, hoặc sửa “kinds” của đề cương."
        )
    now = blueprint_of(Kept(outline, Source(draft.outline.text, TRIED)), agency, period.end)
    texts = {key: Source(text.text, TRIED) for key, text in draft.texts.items() if not _same(now, key, text.text)}
    compiled = composed(replace(now, texts={**now.texts, **texts}), period, agency, by=by)
    latest = Edition.objects.latest_of(agency, period.code, outline.addressee)
    found = differences(latest.document(), compiled.edition.document()) if latest else ()
    return Tried(compiled, latest, found)


def kept_outlines(agency: Agency, day: date) -> Iterator[tuple[Outline, str, int]]:
    """The outlines in force on ``day``, where each comes from, and how many of its texts are the department's own."""
    for kept in in_force(agency, day):
        texts = blueprint_of(kept, agency, day).texts.values()
        yield kept.outline, kept.source.origin, sum(text.origin == OWN for text in texts)
