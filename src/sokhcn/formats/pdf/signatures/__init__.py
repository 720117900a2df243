"""Signatures in PDF files: made, and judged one revision after another."""
