"""Radiation safety: facilities and devices, licences, workers, monitoring, emergencies."""

from sokhcn.areas.radiation.models.emergencies import EmergencyPlan, EmergencyTraining, Incident
from sokhcn.areas.radiation.models.facilities import Declaration, Device, Facility
from sokhcn.areas.radiation.models.licences import Licence, WorkerCertificate
from sokhcn.areas.radiation.models.monitoring import AreaSurvey, DeviceVerification, DoseReading, SafetyReport

__all__ = [
    "AreaSurvey",
    "Declaration",
    "Device",
    "DeviceVerification",
    "DoseReading",
    "EmergencyPlan",
    "EmergencyTraining",
    "Facility",
    "Incident",
    "Licence",
    "SafetyReport",
    "WorkerCertificate",
]
