"""Radiation safety: facilities and devices, licences, workers, monitoring, emergencies."""

from sokhcn.areas.radiation.models.emergencies import EmergencyPlan, EmergencyTraining, Incident
from sokhcn.areas.radiation.models.facilities import Declaration, Device, Facility
from sokhcn.areas.radiation.models.licences import Licence, WorkerCertificate
from sokhcn.areas.radiation.models.monitoring import AreaSurvey, DeviceVerification, DoseReading, SafetyReport
from sokhcn.areas.radiation.models.rates import FeeRate, TechnicalRegulation

__all__ = [
    "AreaSurvey",
    "Declaration",
    "Device",
    "DeviceVerification",
    "DoseReading",
    "EmergencyPlan",
    "EmergencyTraining",
    "Facility",
    "FeeRate",
    "Incident",
    "Licence",
    "SafetyReport",
    "TechnicalRegulation",
    "WorkerCertificate",
]
