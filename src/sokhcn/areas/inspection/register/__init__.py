"""The registers of inspections and checks: campaigns, their parts, sanctions, kinds."""

from sokhcn.areas.inspection.register import campaigns, found, sanctions, visits

REGISTERS = (*campaigns.REGISTERS, *visits.REGISTERS, *found.REGISTERS, *sanctions.REGISTERS, *campaigns.KINDS)
