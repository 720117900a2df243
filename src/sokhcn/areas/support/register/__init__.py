"""The registers of support, in the order of the menu."""

from sokhcn.areas.support.register.classes import CLASSES, PARTICIPANTS
from sokhcn.areas.support.register.rights import RIGHTS
from sokhcn.areas.support.register.startups import STARTUPS
from sokhcn.areas.support.register.tasks import DISBURSEMENTS, PROGRAMMES, TASKS

REGISTERS = (TASKS, DISBURSEMENTS, CLASSES, PARTICIPANTS, RIGHTS, STARTUPS, PROGRAMMES)
