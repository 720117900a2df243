"""The registers of verification, calibration and testing: jobs, instruments, and what the work is done with."""

from sokhcn.areas.metrology.register.instruments import INSTRUMENTS
from sokhcn.areas.metrology.register.jobs import JOBS
from sokhcn.areas.metrology.register.means import MEANS

# What jobs refer to goes first: files are taken in this order.
REGISTERS = (*MEANS, *INSTRUMENTS, *JOBS)
