"""The proof-reader: rules over an understood document, each with a stable id."""
