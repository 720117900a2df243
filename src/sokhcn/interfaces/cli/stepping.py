"""The command that brings a row to its next state."""

from typing import Annotated

import typer

from sokhcn.intake.conditions import find_column
from sokhcn.interfaces.cli.here import BY, ByOption, Unready, the_user
from sokhcn.interfaces.cli.output import say
from sokhcn.kernel.folding import fold
from sokhcn.people.models import User
from sokhcn.people.permissions import within_reach
from sokhcn.records.kept import Kept
from sokhcn.records.registering import Register
from sokhcn.records.stepping import NotPossible, onward
from sokhcn.records.verbs import Verb
from sokhcn.reports import catalogue, doing, keeping


def step(
    row: Annotated[str, typer.Argument(metavar="SỔ/DÒNG", help="Dòng nào, như giay-phep-buc-xa/12.")],
    verb: Annotated[str, typer.Argument(metavar="BƯỚC", help="Tên bước; để trống: các bước làm được.")] = "",
    told: Annotated[list[str] | None, typer.Option("--set", help="Ghi kèm, như --set 'Ngày cấp=14/01/2022'.")] = None,
    reason: Annotated[str, typer.Option("--reason", help="Lý do, ghi vào lịch sử của dòng.")] = "",
    by: ByOption = BY,
) -> None:
    """Chuyển một dòng sang tình trạng kế tiếp, hoặc làm việc trọn vẹn với nó như gia hạn một giấy phép."""
    user = the_user(by)
    book, found = _row(row, user)
    possible, verbs = onward(book, found, user), doing.possible(book, found, user)
    if whole := next((one for one in verbs if fold(one.label) == fold(verb)), None):
        _did(whole.label, doing.do(whole, found, _texts(book, told or [], whole), by=user, reason=reason))
        return
    chosen = next((step for step in possible if fold(step.label) == fold(verb)), None)
    if chosen is None:
        beside = doing.steps_beside(book, found, user)
        _say_possible(book, found, [*(step.label for step in beside), *(one.label for one in verbs)], verb)
        return
    state = book.column(book.state)
    texts = {**_texts(book, told or []), state.name: str(state.choices[chosen.target])}
    _did(chosen.label, keeping.keep(book, found, texts, by=user, reason=reason))


def _did(label: str, outcome: keeping.Outcome) -> None:
    if outcome.row is None:
        raise NotPossible(*outcome.findings)
    say(f"{label}: {outcome.row}.", *(str(finding) for finding in outcome.findings))


def _row(told: str, by: User) -> tuple[Register, Kept]:
    slug, _, number = told.partition("/")
    register = catalogue.register(slug)
    number = number if number.isdecimal() else ""
    row: Kept | None = within_reach(register.model.objects.filter(pk=int(number or 0)), by).first()
    if row is None:
        raise Unready(f"Sổ {register.slug} không có dòng “{number}”. Viết: {register.slug}/12")
    return register, row


def _say_possible(register: Register, row: Kept, labels: list[str], verb: str) -> None:
    word = register.column(register.state).choices[getattr(row, register.state)] if register.state else "không có"
    said = f"{row}. Tình trạng: {word}. Các bước làm được: {', '.join(labels) or 'không có bước nào'}."
    if verb:
        raise Unready(f"Không có bước “{verb}” từ đây. {said}")
    say(said)


def _texts(register: Register, told: list[str], verb: Verb | None = None) -> dict[str, str]:
    texts = {}
    columns = (*register.columns, *verb.asked(register)) if verb else register.columns  # the verb's own come first
    for one in told:
        heading, _, value = one.partition("=")
        column = find_column(heading.strip(), columns)
        if column is None:
            raise Unready(f"Sổ {register.slug} không có cột “{heading}”.")
        texts[column.name] = value.strip()
    return texts
