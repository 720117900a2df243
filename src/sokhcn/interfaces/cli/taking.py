"""How the edits in a file that came back are told, and how people say what becomes of its figures."""

from collections.abc import Iterable, Mapping
from typing import Any

from sokhcn.interfaces.cli.output import say
from sokhcn.interfaces.cli.previewing import finding_line
from sokhcn.kernel.folding import fold
from sokhcn.reports.periods import compile_command
from sokhcn.reports.sections.refusing import NotDone
from sokhcn.reports.sections.taking_back import Accepted, Brought, Choice, FigureEdit, Resolution, TextEdit

SHORT = 140


def resolutions_of(told: Iterable[str]) -> dict[int, Resolution]:
    """``1=theo sổ``, ``2=ghi đè: lý do``, with or without accents. Raises ``NotDone``."""
    return dict(map(_resolution, told))


def _resolution(told: str) -> tuple[int, Resolution]:
    number, _, how = told.partition("=")
    choice, _, reason = how.partition(":")
    wanted = fold(choice)
    found = next((one for one in Choice if wanted in (fold(one.label), one.value)), None)
    if found is None or not number.strip().isdecimal():
        ways = ", ".join(one.label for one in Choice)
        raise NotDone(f"Không hiểu “{told}”. Viết số thứ tự, dấu bằng, một trong: {ways}; như “1=ghi đè: lý do”.")
    return int(number), Resolution(found, reason.strip())


def say_brought(bring: Brought, done: Accepted | None) -> None:
    """Figures to be resolved, texts to be taken, what is refused; and what was written."""
    if bring.came.edition is None:
        return
    if bring.figures:
        say("", f"{len(bring.figures)} số bị gõ lại, phải giải quyết từng số:")
        say(*(f"  {one.number}. {one.where}: {one.label}: {one}" for one in bring.figures))
    if bring.texts:
        say("", f"{len(bring.texts)} chỗ sửa lời văn nhận được:")
        labels = {figure.key: f"{figure.label} ({figure.key})" for figure in bring.came.edition.figures()}
        say(*(line for one in bring.texts for line in _text(one, labels)))
    if bring.refused:
        say("", f"{len(bring.refused)} chỗ không nhận từ tệp:")
        say(*(f"  {finding}" for finding in bring.refused))
    report = bring.came.edition.report.partition(":")[0]
    if done is not None:
        say("", f"Đã nhận {done.texts} chỗ sửa lời văn, {done.overrides} số ghi đè.")
        say(*(f"Sửa ở sổ: {one.label} ({one}); xem dòng: ./sokhcn why {one.key} {report}" for one in done.to_mend))
        say(f"Xem trước: {compile_command(bring.came.edition.report)} --preview")
    elif bring.figures or bring.texts:
        say("", "Chưa ghi gì. Nhận: thêm --accept" + _choices(bring.figures))


def _choices(figures: tuple[FigureEdit, ...]) -> str:
    ways = "|".join(one.label for one in Choice)
    return "".join(f" --resolve '{one.number}={ways}'" for one in figures)


def _text(one: TextEdit, labels: Mapping[str, str]) -> Iterable[str]:
    yield f"  {one.where}"
    yield from [f"    - {_short(one.before)}"] if one.before else []
    yield from [f"    + {_short(one.after)}"] if one.after else []
    if one.gone:
        yield f"    khung bị xóa: {'; '.join(labels.get(key, key) for key in one.gone)}"


def _short(text: str) -> str:
    told = text.replace("\n", " / ")
    return told if len(told) <= SHORT else f"{told[: SHORT - 1]}…"


def taken_told(bring: Brought, done: Accepted | None) -> Mapping[str, Any]:
    """The same for programs."""
    figures = [
        {
            "number": f.number,
            "where": f.where,
            "key": f.key,
            "printed": f.printed,
            "typed": f.typed,
            "counted": f.counted,
        }
        for f in bring.figures
    ]
    texts = [{"chapter": t.chapter, "before": t.before, "after": t.after, "gone": list(t.gone)} for t in bring.texts]
    accepted = (
        {"texts": done.texts, "overrides": done.overrides, "mend": [f.key for f in done.to_mend]} if done else None
    )
    refused = [finding_line(one) for one in bring.refused]
    return {"figures": figures, "texts": texts, "refused": refused, "accepted": accepted}
