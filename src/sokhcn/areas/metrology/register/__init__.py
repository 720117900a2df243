"""The registers of verification, calibration and testing: jobs, instruments, and what the work is done with."""

from sokhcn.areas.metrology.register.instruments import INSTRUMENTS
from sokhcn.areas.metrology.register.jobs import JOBS
from sokhcn.areas.metrology.register.means import MEANS

# The work of every day first: menus follow this order.
REGISTERS = (*JOBS, *INSTRUMENTS, *MEANS)
