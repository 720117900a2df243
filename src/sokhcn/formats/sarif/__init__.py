"""Findings as SARIF 2.1.0, which editors and code hosts show at their place."""
