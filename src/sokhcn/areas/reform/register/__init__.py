"""The registers of administrative reform, in the order of the menu."""

from sokhcn.areas.reform.register.plans import ACTIVITIES, PLANS
from sokhcn.areas.reform.register.procedures import LATE, PROCEDURES, TALLIES
from sokhcn.areas.reform.register.reviews import REVIEWS

REGISTERS = (PLANS, ACTIVITIES, TALLIES, PROCEDURES, LATE, REVIEWS)
