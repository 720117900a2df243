"""What must hold of a user before an administrator writes it, the same at every door."""

from sokhcn.kernel.finding import Finding, must
from sokhcn.people.models import Reach, Role, User
from sokhcn.reports.preparing import misnamed


def unfit(user: User, by: User) -> list[Finding]:
    """What is wrong with ``user`` as ``by`` would write it."""
    if user.agency_id != by.agency_id:
        return [must("people.agency", "“{login}” thuộc cơ quan khác.", login=user.username)]
    findings = misnamed(user)
    if not user.first_name:
        findings.append(must("people.name", "Thiếu họ và tên của {login}.", login=user.username))
    if user.reach == Reach.UNIT and user.unit_id is None:
        findings.append(must("people.unit", "Phạm vi “Đơn vị mình” cần một đơn vị: chọn đơn vị."))
    if user._state.adding and User.objects.filter(username=user.username).exists():
        findings.append(must("people.login", "Đã có người dùng “{login}”.", login=user.username))
    stays = user.role == Role.ADMINISTRATOR and user.is_active
    others = User.objects.filter(role=Role.ADMINISTRATOR, is_active=True, agency=user.agency_id).exclude(pk=user.pk)
    if not stays and not others.exists():
        told = "“{login}” là quản trị cuối cùng: giao quyền quản trị cho người khác trước."
        findings.append(must("people.last", told, login=user.username))
    return findings
