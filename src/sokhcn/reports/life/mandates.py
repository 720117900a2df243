"""Who may sign a report on which day, and that its signature block is theirs (Decree 30/2020/NĐ-CP, Article 13)."""

from datetime import date

from django.utils.translation import gettext as _

from sokhcn.document.nodes import Signature
from sokhcn.kernel.dates import written
from sokhcn.people.models import Mandate, User
from sokhcn.people.permissions import HAND_IN
from sokhcn.records.writing import writing
from sokhcn.reports.life.refusing import NotMoved, refuse_stranger
from sokhcn.reports.life.report import Report
from sokhcn.reports.models import Act, Edition, Stage

SIGNED = (Stage.SIGNED, Stage.NUMBERED)


def type_of(edition: Edition) -> str:
    """The abbreviation of its type of document: ``BC`` of ``BC-SKHCN``."""
    return edition.document().head.symbol.partition("-")[0]


def cannot_sign(report: Report, edition: Edition, by: User, day: date) -> str:
    """Why ``by`` cannot sign ``edition`` on ``day``; nothing where they can."""
    document = edition.document()
    mandates = list(Mandate.holding(report.agency, day, document.head.symbol.partition("-")[0]))
    ours = [mandate for mandate in mandates if mandate.is_of(by)]
    if not ours:
        others = ", ".join(mandate.block for mandate in mandates) or "chưa có ai"
        return f"{by} không có thẩm quyền ký ngày {written(day)} theo sổ người ký. Ký được ngày ấy: {others}."
    printed = document.closing.signature
    if any(Signature(mandate.lines, mandate.name) == printed for mandate in ours):
        return ""
    block = f"{' / '.join(printed.lines)} {printed.name}"
    return (
        f"Ấn bản {edition.label} ghi người ký là {block}; thẩm quyền của bạn là {ours[0].block}. "
        f"Chọn người ký rồi tổng hợp lại: ./sokhcn report signer {report.code} --name '{ours[0].name}'"
    )


def signers(report: Report, day: date) -> tuple[Mandate, ...]:
    """Who may sign ``report`` on ``day``, by the type of its latest edition."""
    latest = report.latest()
    edition = report.edition(latest) if latest else None
    return tuple(Mandate.holding(report.agency, day, type_of(edition) if edition else ""))


def choose_signer(report: Report, name: str, day: date, *, by: User) -> Mandate:
    """Have the next edition end with the signature block of ``name``, who holds a mandate on ``day``.

    Raises ``NotMoved``.
    """
    if not report.lets(by, HAND_IN):
        refuse_stranger(report, Act.SUBMIT, (HAND_IN,), by)
    mandates = signers(report, day)
    mandate = next((one for one in mandates if one.name == " ".join(name.split())), None)
    if mandate is None:
        known = ", ".join(one.block for one in mandates) or _("chưa có ai")
        told = {"name": name, "day": written(day), "known": known}
        raise NotMoved(_("“%(name)s” không có thẩm quyền ký ngày %(day)s. Ký được ngày ấy: %(known)s.") % told)
    with writing(by=by, occasion=f"Chọn người ký {report.name}") as pen:
        state = report.state(locked=True)
        if state.stage == Stage.ISSUED:
            raise NotMoved(_("Không đổi người ký được: %(report)s đã phát hành.") % {"report": report.name})
        if state.stage in SIGNED:
            back = f"./sokhcn report take {report.code} 'trả lại' --reason LÝ_DO"
            said = _("Không đổi người ký được: %(report)s đã ký. Trả lại về trước khi ký: %(back)s")
            raise NotMoved(said % {"report": report.name, "back": back})
        state.signer = mandate
        pen.save(state)
    return mandate
