"""Who may do what: names of permissions and the roles that have them."""

from typing import Any

import rules

from sokhcn.people.models import Role, User

KEEP_REGISTERS = "registers.keep"
COMPILE = "reports.compile"
PLAN = "reports.plan"
READ = "registers.read"

WRITERS = frozenset({Role.SPECIALIST, Role.HEAD, Role.COMPILER})


@rules.predicate
def keeps_registers(user: User, row: Any = None) -> bool:
    """Those who record keep the rows of their own agency."""
    own = row is None or getattr(row, "agency_id", user.agency_id) in (None, user.agency_id)
    return user.role in WRITERS and own


@rules.predicate
def compiles(user: User) -> bool:
    return user.role == Role.COMPILER


RULES = (
    (READ, rules.is_authenticated),
    (KEEP_REGISTERS, rules.is_active & keeps_registers),
    (COMPILE, rules.is_active & compiles),
    (PLAN, rules.is_active & compiles),
)
