"""The registers of inspections and checks: kinds, campaigns, their parts, sanctions."""

from sokhcn.areas.inspection.register import campaigns, found, sanctions, visits

REGISTERS = (*campaigns.REGISTERS, *visits.REGISTERS, *found.REGISTERS, *sanctions.REGISTERS)
