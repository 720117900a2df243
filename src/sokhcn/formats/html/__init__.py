"""The document as one HTML page that looks and prints like the A4 paper."""
