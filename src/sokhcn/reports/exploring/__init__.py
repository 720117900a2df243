"""Figures side by side: indicators over periods and units, each asked for itself by what compiles the reports."""
