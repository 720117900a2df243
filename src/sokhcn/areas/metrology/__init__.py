"""Verification, calibration and testing of measuring instruments (8. kiểm định, hiệu chuẩn và thử nghiệm)."""
