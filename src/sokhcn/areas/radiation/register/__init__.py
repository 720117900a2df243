"""The registers of radiation safety: facilities, licences and workers, monitoring, emergencies."""

from sokhcn.areas.radiation.register.emergencies import EMERGENCIES
from sokhcn.areas.radiation.register.facilities import FACILITIES
from sokhcn.areas.radiation.register.licences import LICENCES
from sokhcn.areas.radiation.register.monitoring import MONITORING
from sokhcn.areas.radiation.register.rates import RATES

# The work of every day first: menus follow this order.
REGISTERS = (*LICENCES, *FACILITIES, *MONITORING, *EMERGENCIES, *RATES)
