"""The registers of radiation safety: facilities, licences and workers, monitoring, emergencies."""

from sokhcn.areas.radiation.register.emergencies import EMERGENCIES
from sokhcn.areas.radiation.register.facilities import FACILITIES
from sokhcn.areas.radiation.register.licences import LICENCES
from sokhcn.areas.radiation.register.monitoring import MONITORING

# What others refer to goes first: files are taken in this order.
REGISTERS = (*FACILITIES, *LICENCES, *MONITORING, *EMERGENCIES)
