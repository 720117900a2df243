"""Inspections and checks that the department leads or takes part in (7. thanh tra, kiểm tra)."""
